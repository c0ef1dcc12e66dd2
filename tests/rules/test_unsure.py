"""Just what is not confirmed of a row or a card, where that is said."""

import pytest

from registry.models import Snitflade
from registry.rules.unsure import (
    facts_in_doubt,
    holds_by_law,
    unconfirmed_of,
    unsure_of,
    without_doubts,
)


def a_row(situation: str, source: str = "medcom.dk", **fields: str) -> Snitflade:
    return Snitflade(situation=situation, source=source, **fields)


@pytest.mark.parametrize(
    ("situation", "named"),
    [
        (
            "Den nye er ude fra 2025; hvornår den afløser XDIS91, er ikke bekræftet",
            "hvornår den afløser XDIS91",
        ),
        (
            "Gælder, når advis er taget i brug; hvornår, er ikke bekræftet",
            "hvornår advis er taget i brug",
        ),
        (
            "Borgeren bor hjemme. Om borgeren selv betaler, er ikke bekræftet.",
            "om borgeren selv betaler",
        ),
        ("Borgeren bor hjemme", ""),
        ("Om a, er ikke bekræftet. Om b, er ikke bekræftet", ""),
    ],
)
def test_the_one_thing_that_is_not_confirmed_is_named(
    situation: str, named: str
) -> None:
    assert unsure_of(a_row(situation), confirmed=False) == named
    assert unsure_of(a_row(situation), confirmed=True) == ""


@pytest.mark.parametrize("source", ["Almen viden", "avis (ikke bekræftet)"])
def test_where_the_source_is_in_doubt_all_of_it_is(source: str) -> None:
    row = a_row("Om borgeren betaler, er ikke bekræftet", source)
    assert unsure_of(row, confirmed=False) == ""


def test_of_several_things_the_first_is_said() -> None:
    assert unconfirmed_of("hvornår") == "ikke bekræftet: hvornår"
    assert unconfirmed_of("hvornår", "om") == "ikke bekræftet: hvornår m.m."


@pytest.mark.parametrize(
    ("note", "labels"),
    [
        (
            "At den er i planområde og sundhedsklynge Syd, er almen viden.",
            {"Planområde", "Sundhedsklynge"},
        ),
        ("Sundhedsrådet er almen viden, ikke bekræftet.", {"Sundhedsråd fra 2026"}),
        ("Planområde Syd er set. 8 af 9 kommuner er ikke bekræftet.", set()),
        ("Områdehospital.", set()),
    ],
)
def test_a_card_doubts_only_the_facts_that_its_note_names(
    note: str, labels: set[str]
) -> None:
    all_of_them = ("Planområde", "Sundhedsklynge", "Sundhedsråd fra 2026", "Kommune")
    assert facts_in_doubt([note], all_of_them) == labels


def test_a_duty_in_law_holds_though_the_agreement_is_not_settled() -> None:
    assert holds_by_law(
        "Pligten står i sundhedsloven. Den gælder, uanset om aftalen er videreført."
    )
    assert not holds_by_law("Den gælder, uanset om aftalen er videreført.")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "Hører til Nordby. At bydelen er i planområde Syd, er ikke bekræftet.",
            "Hører til Nordby.",
        ),
        ("Planområdet er almen viden, ikke bekræftet.", ""),
        ("Hospitalet er almen viden, ikke bekræftet. Andet.", None),
        ("Planområdet er Syd. Andet.", None),
    ],
)
def test_what_a_mark_says_is_not_said_twice(text: str, left: str | None) -> None:
    assert without_doubts(text, ["Planområde"]) == (text if left is None else left)
