"""What a question sets beside what, and what the task is for."""

from collections.abc import Callable
from typing import Any

import pytest

from registry.language.danish import tokenize
from registry.search.alternatives import is_either_or, lengths_apart, related
from registry.search.concepts import Concept, Role


def words(*told: tuple[str, Role]) -> tuple[Concept, ...]:
    return tuple(Concept(text=word, word=word, role=role) for word, role in told)


def test_the_neighbours_of_or_are_alternatives() -> None:
    asked = words(
        ("seng", Role.REQUIRED), ("eller", Role.LIGHT), ("stol", Role.REQUIRED)
    )

    assert [c.alternative for c in related(asked)] == [True, False, True]


def test_what_is_set_beside_the_asker_need_not_be_covered() -> None:
    asked = words(
        ("kateter", Role.REQUIRED),
        ("os", Role.LIGHT),
        ("eller", Role.LIGHT),
        ("klinikken", Role.REQUIRED),
    )

    told = related(asked)

    assert told[0].role is Role.REQUIRED
    assert not told[0].alternative
    assert told[3].role is Role.FAVOURED


def test_what_nobody_knows_is_aimed_at_only_after_a_word_of_aim() -> None:
    asked = words(
        ("sær", Role.UNKNOWN), ("til", Role.LIGHT), ("flamingoer", Role.UNKNOWN)
    )

    assert [c.is_purpose for c in related(asked)] == [False, False, True]


def test_two_lengths_that_are_offered_stand_apart() -> None:
    text = "er det 72 eller 96 timer"

    apart = lengths_apart(text, tokenize(text))

    assert [t.exact for t in apart] == ["er", "det", "=72t", "eller", "=96t"]
    assert [text[t.start : t.end] for t in apart[2:]] == ["72", "eller", "96 timer"]


def test_a_span_is_one_length() -> None:
    text = "senest 2-3 uger efter"

    assert lengths_apart(text, tokenize(text)) == list(tokenize(text))


def test_which_of_two_things_to_give_is_a_question_for_a_clinician() -> None:
    said = "skal patienten have tabletter eller plaster".split()

    assert is_either_or(said, asks=False)
    assert not is_either_or(said, asks=True)
    assert not is_either_or("er det os eller kommunen".split(), asks=False)


ACTOR = (("actor", "kommune"),)


def test_those_who_may_do_it_need_not_stand_in_the_row() -> None:
    asked = (
        Concept(text="kommunen", word="kommunen", role=Role.FAVOURED, facets=ACTOR),
        Concept(text="eller", word="eller", role=Role.LIGHT),
        Concept(text="regionen", word="regionen", role=Role.FAVOURED, facets=ACTOR),
    )

    assert [c.role for c in related(asked) if c.alternative] == []
    assert [c.role for c in related(asked)][::2] == [Role.FAVOURED] * 2


@pytest.mark.parametrize(
    "question",
    [
        "akut alkoholforgiftning, er det kommunen eller regionen",
        "akut alkoholforgiftning, er det regionen eller kommunen",
        "alkoholforgiftning akut: skal regionen eller kommunen behandle",
        "acute alcohol poisoning, is it the region or the municipality",
    ],
)
def test_a_side_that_is_offered_makes_no_name_with_words_elsewhere(
    asked: Callable[..., Any], question: str
) -> None:
    rows = [row["id"] for row in asked(question)["answers"]]

    assert rows[:1] == ["dobbeltdiagnose.alkoholforgiftning"]
