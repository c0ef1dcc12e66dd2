"""Who pays where no verb of paying says so."""

import pytest

from tests.suggest.samples import fields_of, only


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("Kørslen er gratis for patienten.", "betale kørslen"),
        ("Hjælpemidlet er uden udgift for borgeren.", "betale hjælpemidlet"),
        ("Vaccinen er vederlagsfri for borgeren.", "betale vaccinen"),
    ],
)
def test_whom_it_is_free_for_does_not_pay(text: str, task: str) -> None:
    one = only(text)

    assert (one.task, one.denied, one.payer) == (task, True, ())
    assert one.responsible == ("borger",)
    assert one.does_not_apply_to


def test_what_is_free_for_nobody_in_particular_is_asked_about() -> None:
    assert only("Behandlingen er gratis.").asked == "hvem"
    assert fields_of("Behandlingen er ikke gratis for borgeren.", "task") == []


@pytest.mark.parametrize(
    ("text", "payer"),
    [
        ("Taksten er kommunens udgift.", "kommune"),
        ("Betalingen for tolken er regionens.", "region"),
        ("Regionens betalingsansvar indtræder ved udskrivningen.", "region"),
        ("Derefter opkræves bopælskommunen.", "bopaelskommune"),
        ("Taksten faktureres kommunen.", "kommune"),
        ("Forbindingerne betaler kommunen.", "kommune"),
    ],
)
def test_whose_an_expense_is_pays_it(text: str, payer: str) -> None:
    assert only(text).payer == (payer,)


def test_a_clause_may_say_who_pays_for_the_thing_before_it() -> None:
    (sheet,) = fields_of("Aftalen nævner kørestole, som kommunen betaler.", "payer")
    (fee,) = fields_of("Der opkræves et gebyr, der afholdes af borgeren.", "payer")

    assert (sheet, fee) == (("kommune",), ("borger",))


def test_two_who_each_pay_for_something_are_two_rows() -> None:
    rows = fields_of("Regionen betaler medicinen og kommunen plejen.", "payer", "task")

    assert rows == [
        (("region",), "betale medicinen"),
        (("kommune",), "betale plejen"),
    ]


def test_what_is_shared_is_of_both() -> None:
    both = ("region", "kommune")

    assert only("Udgiften deles mellem regionen og kommunen.").payer == both
    duty = only("Ansvaret for planen deles mellem regionen og kommunen.")
    assert duty.responsible == both


def test_the_medical_responsibility_may_be_somebodys() -> None:
    of_hospital = ("hospital",)

    said = only("Behandlingsansvaret er hospitalets.")
    assert said.treatment_responsible == of_hospital
    had = only("Hospitalet har det lægelige ansvar.")
    assert had.treatment_responsible == of_hospital


@pytest.mark.parametrize("so", ["så", "således at"])
def test_how_an_expense_is_shared_may_be_a_clause(so: str) -> None:
    text = f"Udgiften deles, {so} kommunen betaler en fjerdedel og regionen resten."

    assert fields_of(text, "payer", "task") == [
        (("kommune",), "betale en fjerdedel"),
        (("region",), "betale resten"),
    ]
