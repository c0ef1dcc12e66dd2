"""Units of time: one table, whose spellings are told apart and are all understood."""

from collections import Counter

import pytest

from registry.language.danish import tokenize
from registry.language.deadlines import Deadline
from registry.language.units import (
    DEADLINE_UNITS,
    LETTERS,
    ONE_FROM,
    PERIODS,
    SPELLINGS,
    THE_PERIODS,
    Unit,
)


@pytest.mark.parametrize(
    ("word", "unit"),
    [
        ("time", "timer"),
        ("times", "timer"),
        ("kvarter", "kvarter"),
        ("minut", "minutter"),
        ("kalenderdage", "dage"),
        ("uges", "uger"),
        ("t", "timer"),
        ("døgn", "dage"),
        ("arbejdsdage", "hverdage"),
        ("ugers", "uger"),
        ("mdr", "måneder"),
        ("aar", "år"),
    ],
)
def test_a_unit_is_known_by_its_spellings(word: str, unit: str) -> None:
    assert SPELLINGS[word].name == unit


def test_no_spelling_is_of_two_units() -> None:
    units = set(SPELLINGS.values())
    spelled = Counter(word for unit in units for word in (*unit.singular, *unit.others))

    assert [word for word, times in spelled.items() if times > 1] == []


def test_every_unit_is_understood_by_its_own_name() -> None:
    assert all(SPELLINGS[unit.name] is unit for unit in SPELLINGS.values())


def test_a_row_gives_its_deadline_in_any_unit_from_hours_to_months() -> None:
    others = {unit.name for unit in SPELLINGS.values()} - set(DEADLINE_UNITS)

    assert others == {"minutter", "kvarter", "år"}


def test_every_base_has_a_letter_of_its_own_and_is_a_unit_of_length_one() -> None:
    assert {unit.base for unit in SPELLINGS.values()} == set(LETTERS)
    assert len(set(LETTERS.values())) == len(LETTERS)
    assert all(SPELLINGS[base].factor == 1 for base in LETTERS)
    assert all(SPELLINGS[base].base == base for base in LETTERS)


@pytest.mark.parametrize("unit", DEADLINE_UNITS.values(), ids=lambda unit: unit.name)
def test_a_length_is_the_same_as_text_and_as_data(unit: Unit) -> None:
    """However the unit is spelled, singular or not."""
    length = Deadline("", 3, unit.name, "", "").length

    assert length == (3 * unit.factor, unit.base)
    for word in (*unit.singular, *unit.others):
        (token,) = tokenize(f"3 {word}")
        assert token.exact == f"={length[0]:g}{LETTERS[unit.base]}", word


@pytest.mark.parametrize(
    ("the", "one"),
    [("dagen", "dag"), ("døgnet", "døgn"), ("hverdagen", "hverdag"), ("ugen", "uge")],
)
def test_a_unit_that_is_counted_from_is_known_with_its_article(
    the: str, one: str
) -> None:
    assert ONE_FROM[the] == one


def test_what_something_is_so_often_in_is_named_with_and_without_its_article() -> None:
    periods = dict(zip(THE_PERIODS, PERIODS.split("|"), strict=True))

    assert periods["året"] == "år"
    assert "hverdagen" not in periods
    assert "året" not in ONE_FROM
    assert all(ONE_FROM.get(the, one) == one for the, one in periods.items())
