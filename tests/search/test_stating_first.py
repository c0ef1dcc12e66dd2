"""What tells what was asked stands before what does not."""

from collections.abc import Callable
from typing import Any

import pytest

Asked = Callable[..., Any]


def first(answer: Any) -> str:
    return str(answer["answers"][0]["id"])


@pytest.mark.parametrize(
    "question",
    [
        "Hospitalet har henvist en ryger. Hvor hurtigt skal vi have fat i hende?",
        "rygeren er henvist af hospitalet, hvornår skal kommunen ringe",
    ],
)
def test_of_one_kind_of_task_the_row_that_states_the_deadline_comes_first(
    asked: Asked, question: str
) -> None:
    answer = asked(question)
    assert first(answer) == "rygestop.kontakte-rygeren"


@pytest.mark.parametrize(
    "question",
    [
        "Hvad er honoraret for det fælles hjemmebesøg med hjemmesygeplejersken efter "
        "udskrivelse, og får jeg noget for kilometerne?",
        "hvad er taksten for et fælles opfølgende hjemmebesøg med kommunens "
        "sygeplejerske",
    ],
)
def test_who_asks_a_price_is_given_the_row_that_tells_it(
    asked: Asked, question: str
) -> None:
    assert first(asked(question)) == "opfoelgende-hjemmebesoeg.honorar"


def test_who_asks_whether_it_costs_more_is_given_no_row_for_its_amount(
    asked: Asked,
) -> None:
    text = "bliver det dyrere for kommunen med færdigmeldte i psyk næste år"
    assert asked(text)["abstained"]


@pytest.mark.parametrize(
    "question",
    [
        "hvad får jeg for at besøge en patient der lige er udskrevet",
        "hvad får egen læge for at tage på et opfølgende hjemmebesøg",
    ],
)
def test_what_one_gets_for_doing_it_is_a_price(asked: Asked, question: str) -> None:
    assert first(asked(question)) == "opfoelgende-hjemmebesoeg.honorar"


@pytest.mark.parametrize(
    "question",
    [
        "hvad får lægen for at deltage i et netværksmøde",
        "Hvad får jeg for at tage hjem til en patient sammen med hjemmesygeplejersken "
        "efter en indlæggelse?",
    ],
)
def test_no_task_is_told_where_no_price_of_it_is(asked: Asked, question: str) -> None:
    assert asked(question)["abstained"]


def test_who_asks_who_does_it_is_not_given_the_price(asked: Asked) -> None:
    answer = asked("hvem følger op med et fælles hjemmebesøg efter udskrivelse")
    assert first(answer) != "opfoelgende-hjemmebesoeg.honorar"


@pytest.mark.parametrize(
    "question",
    [
        "hvad er svarfristen på en attest LÆ 285",
        "Er vi for sent på den med LÆ 125?",
        "er fristen for LÆ 125 overskredet",
    ],
)
def test_a_deadline_is_asked_for_by_its_compounds_and_by_being_late(
    asked: Asked, question: str
) -> None:
    assert asked(question)["first_lines"][0]["field"] == "deadline"


def test_rows_of_another_kind_must_stand_higher_to_be_shown(asked: Asked) -> None:
    answer = asked(
        "min bror på bosted får at vide at der kommer en fast læge. er han nødt til "
        "at droppe sin egen?"
    )
    agreements = {row["id"].partition(".")[0] for row in answer["answers"]}
    assert agreements == {"faste-laeger-paa-botilbud"}


@pytest.mark.parametrize(
    ("question", "row"),
    [
        (
            "kan jeg som datter selv indberette at de gav far de forkerte piller",
            "utilsigtede-haendelser.rapportere-patient-og-paaroerende",
        ),
        (
            "kan jeg som søn melde en fejl med medicinen på plejehjemmet",
            "utilsigtede-haendelser.rapportere-patient-og-paaroerende",
        ),
        (
            "hvor skal ppr sende en dreng hen på papiret når han skal ses i børnepsyk",
            "psykiatri-boern-og-unge.henvisning-til-cvd",
        ),
        (
            "går indlæggelsesrapporten af sig selv",
            "kommunikationsaftale.indlaeggelsesrapport-automatisk",
        ),
    ],
)
def test_the_row_of_what_is_said_by_the_way_comes_first(
    asked: Asked, question: str, row: str
) -> None:
    assert first(asked(question)) == row


@pytest.mark.parametrize(
    ("question", "row"),
    [
        (
            "far var kun inde 4 dage, får han en udskrivningskoordinator",
            "psykiatri-voksne.udskrivningskoordinator",
        ),
        (
            "han lå inde 5 dage, skal der laves plejeforløbsplan",
            "kommunikationsaftale.plejeforloebsplan",
        ),
        (
            "indlagt 6 dage, hvem varsler kommunen om et barn",
            "psykiatri-boern-og-unge.varsling",
        ),
        # A stay that a row is for is one.
        (
            "kun inde et døgns tid skal jeg ringe eller sende plejeforløbsplan",
            "kommunikationsaftale.kort-ophold",
        ),
    ],
)
def test_how_long_a_stay_was_is_no_subject_beside_another(
    asked: Asked, question: str, row: str
) -> None:
    assert first(asked(question)) == row


@pytest.mark.parametrize(
    "question",
    [
        "må vi låse døren for en dement der går ud om natten på plejehjemmet",
        "må vi fastholde en dement",
        "må man filme en beboer på bostedet",
    ],
)
def test_a_deed_that_no_row_names_is_not_answered_by_whom_it_is_done_to(
    asked: Asked, question: str
) -> None:
    assert asked(question)["abstained"]
