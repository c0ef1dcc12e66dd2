"""Confusable terms: confused side by side as whole words, and not inside each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.gates.confusable import confused as confused_in
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


# Used rightly


@pytest.mark.parametrize(
    "text",
    [
        "Hospitalet sender en orientering til kommunen, men en varsling til regionen.",
        "Orientering er ikke varsling. Kommunen får en orientering. Kommunen får en "
        "varsling.",
        "En varsling kræver ti dage. Brevet er en ren orientering.",
        "Varsling sker i journalen. Orientering gives mundtligt.",
    ],
)
def test_words_that_are_told_apart_or_have_connections_of_their_own_are_right(
    text: str,
) -> None:
    assert list(confused_in(text, [(NOTICE, INFORMATION)])) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen får en varsling. Kommunen får en orientering.",
        "Hospitalet varsler kommunen om barnet. Efter orientering af kommunen kommer "
        "barnet hjem.",
        "Fristen for varsling er ti dage; fristen for orientering er otte.",
    ],
)
def test_words_that_stand_for_the_same_are_confused(text: str) -> None:
    assert len(list(confused_in(text, [(NOTICE, INFORMATION)]))) == 1


@given(st.text(alphabet="varslingoietk .;\n", max_size=80))
def test_what_is_confused_is_always_side_by_side(text: str) -> None:
    found = list(confused_in(text, [(NOTICE, INFORMATION)]))

    assert not found or found == confused(text, (NOTICE, INFORMATION))
