"""What is known only of an older edition says so before its value."""

import pytest

from registry.models import Snitflade
from registry.rules.older import (
    FROM_OLDER,
    ONLY_OLDER,
    older_basis,
    today_and_older,
    today_first,
)


def basis(*, confirmed: bool, situation: str = "", source: str = "") -> str:
    row = Snitflade(key="r", position=1, situation=situation, source=source)
    return older_basis(row, confirmed=confirmed)


@pytest.mark.parametrize(
    ("situation", "source"),
    [
        ("Barnet kan ikke komme hjem. Tallet kendes kun fra den ældre udgave", ""),
        ("Reglen er set om den ældre ordning; om den gælder, er ikke bekræftet", ""),
        ("", "psykiatri-regionh.dk (ældre udgave); ikke set i den nyere udgave"),
        ("", "Fællesaftalen (set i ældre udgaver)"),
    ],
)
def test_an_unconfirmed_row_of_an_older_edition_says_so(
    situation: str, source: str
) -> None:
    assert basis(confirmed=False, situation=situation, source=source) == ONLY_OLDER


@pytest.mark.parametrize(
    ("situation", "source"),
    [
        ("Skrøbelig (ældre) borger", ""),
        ("En ældre medicinsk patient udskrives", "regionh.dk, ældre"),
        ("Forældre, når barnet behandles", "regionh.dk (nyere udgave)"),
    ],
)
def test_the_old_are_no_older_edition(situation: str, source: str) -> None:
    assert basis(confirmed=False, situation=situation, source=source) == ""


def test_a_confirmed_row_is_todays_though_it_tells_how_it_was() -> None:
    told = "Sendes straks; efter den ældre udgave ringede visitationen"
    assert basis(confirmed=True, situation=told, source="x (ældre udgave)") == ""


def test_a_confirmed_row_that_is_the_older_rule_says_so() -> None:
    told = "Ældre ordning (brev af 3. juni 2016): borgeren er indlagt"
    assert basis(confirmed=True, situation=told) == FROM_OLDER


MEANING = (
    "Besked til kommunen. Ældre udgave for børn: senest 8 hverdage før, "
    "3.959 kr. i 2019. For voksne er tallet ikke fundet."
)


def test_todays_sentences_are_told_apart_from_an_older_editions() -> None:
    assert today_and_older(MEANING) == (
        "Besked til kommunen. For voksne er tallet ikke fundet.",
        "Ældre udgave for børn: senest 8 hverdage før, 3.959 kr. i 2019.",
    )


def test_todays_sentences_come_first() -> None:
    told = today_first(MEANING)
    assert told.index("For voksne") < told.index("Ældre udgave")


@pytest.mark.parametrize(
    "text", ["Besked til kommunen. Se loven", "Ældre ordning: 8 dage", ""]
)
def test_a_text_of_one_time_is_left_as_it_is(text: str) -> None:
    assert today_and_older(text) == (text, "")
    assert today_first(text) == text
