"""Units of time: one table, whose spellings are told apart and are all understood."""

import subprocess
import sys
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


# A process of its own, where the table has one row more.
WITH_SEMESTERS = """
import sys
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

name = "registry.language.units"
end = ")\\nDEADLINE_UNITS = "
row = (
    'Unit("semestre", 6, "måneder", ("semester",), ("semestre",), ("semesteret",),'
    " is_period=True),"
)
path = find_spec(name).origin
source = Path(path).read_text(encoding="utf-8")
assert source.count(end) == 1
units = sys.modules[name] = ModuleType(name)
exec(compile(source.replace(end, row + end), path, "exec"), vars(units))
"""
USES = {
    "a length": """
from registry.language.danish import tokenize
assert [token.exact for token in tokenize("2 semestre")] == ["=12m"]
""",
    "so much in each": """
from registry.language.lengths import rates
for said in ("pr. semester", "i semesteret", "hvert semester", "/semester"):
    assert rates(f"3 timer {said}"), said
""",
    "a deadline": """
from registry.language.deadlines import stated, within
found = stated("Senest 2 semestre efter udskrivningen")
assert (found.amount, found.unit, found.length) == (2, "semestre", (12, "måneder"))
assert within("2 timer om semesteret") is None
""",
    "a time in a sentence": """
from registry.suggest.timing import times
from registry.suggest.words import words_of
for said in (
    "semesteret efter", "i løbet af semesteret", "to gange om semesteret",
    "hvert semester", "senest to semestre efter", "inden semesterets udgang",
):
    words = words_of(f"Kommunen svarer {said}")
    assert [end for _, end in times(words, 2, len(words))] == [len(words)], said
""",
    "how often": """
from registry.search.line_subject import asks_how_often
assert asks_how_often(" hvor mange semestre gaar der ")
""",
}


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_a_unit_that_is_added_to_the_table_is_known_wherever_time_is_read(
    use: str,
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITH_SEMESTERS + use],
        check=False,
        capture_output=True,
        text=True,
    )

    assert (done.returncode, done.stderr) == (0, "")
