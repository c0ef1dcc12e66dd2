"""Confusable terms: confused side by side as whole words, and not inside each other."""

import pytest

from registry.gates.confusable import side_by_side

NOTICE, INFORMATION = ("varsling", "varsle", "varsel"), ("orientering",)
DOCTOR, OWN_DOCTOR = ("læge",), ("patientansvarlig læge", "PAL")
MUNICIPALITY, HOME = ("kommune",), ("bopælskommune",)


def confused(
    text: str, *pairs: tuple[tuple[str, ...], tuple[str, ...]]
) -> list[tuple[str, str]]:
    return list(side_by_side(text, pairs))


def test_both_terms_are_named_as_the_text_has_them() -> None:
    text = "Orientering er ikke det samme som varsling."

    assert confused(text, (NOTICE, INFORMATION)) == [("varsling", "Orientering")]


@pytest.mark.parametrize(
    "text", ["Kun varsling.", "Kun orientering.", "Varsling og varsel er ét.", ""]
)
def test_one_term_alone_is_not_confused(text: str) -> None:
    assert confused(text, (NOTICE, INFORMATION)) == []


def test_inflected_forms_are_the_same_term() -> None:
    text = "Varslingens frist løber fra orienteringen."

    assert confused(text, (NOTICE, INFORMATION)) == [("Varslingens", "orienteringen")]


def test_parts_of_longer_words_are_not_the_term() -> None:
    assert (
        confused("Varslingsfristen og orienteringsmødet.", (NOTICE, INFORMATION)) == []
    )
    assert confused("Bopælskommunen betaler.", (MUNICIPALITY, HOME)) == []


def test_a_term_inside_the_other_is_not_used() -> None:
    pair = (DOCTOR, OWN_DOCTOR)

    assert confused("En patientansvarlig læge ringer.", pair) == []
    assert confused("Den patientansvarlige læge ringer.", pair) == []
    assert confused("En patientansvarlig læge ringer.", (OWN_DOCTOR, DOCTOR)) == []
    assert confused("Borgerens læge ringer til en patientansvarlig læge.", pair) == [
        ("læge", "patientansvarlig læge")
    ]


def test_a_form_that_both_terms_share_tells_nothing() -> None:
    assert confused("Lægen ringer.", (("læge",), ("læge", "doktor"))) == []


def test_words_of_a_term_may_stand_on_two_lines() -> None:
    assert (
        confused("En patientansvarlig\nlæge og en anden læge", (DOCTOR, OWN_DOCTOR))
        != []
    )


def test_an_abbreviation_counts_only_in_capitals() -> None:
    assert confused("PAL og læge", (DOCTOR, OWN_DOCTOR)) == [("læge", "PAL")]
    assert confused("en pal og en læge", (DOCTOR, OWN_DOCTOR)) == []


def test_danish_letters_are_letters_of_a_word() -> None:
    assert confused("åvarsling og orientering", (NOTICE, INFORMATION)) == []


def test_marks_in_a_form_are_only_marks() -> None:
    assert confused(
        "c/o-adresse, hjemløs", (("c/o-adresse", "(a|b"), ("hjemløs",))
    ) == [("c/o-adresse", "hjemløs")]
