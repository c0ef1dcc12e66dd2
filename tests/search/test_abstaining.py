"""What is said where no row answers."""

import pytest

from registry.search.abstaining import (
    NOTHING,
    UNSURE,
    heading_of,
    is_near,
    missing_words,
)
from registry.search.answer import Answer, AnswerGroup, Question, TermHit

NEAREST = [AnswerGroup("varsling", "Varsling", [])]


def an_answer(**given: object) -> Answer:
    return Answer(Question("", None), **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "given",
    [
        {"nearest": NEAREST},
        {"nearest": NEAREST, "of_field": False},
        {"nearest": NEAREST, "of_field": False, "not_found": ["a"], "uncovered": ["a"]},
        {"nearest": NEAREST, "not_found": ["stangstiv"]},
    ],
)
def test_what_comes_near_is_not_told_as_a_no(given: dict[str, object]) -> None:
    assert is_near(an_answer(**given))
    assert heading_of(an_answer(**given)) == UNSURE


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"of_field": False},
        {"nearest": NEAREST, "of_field": False, "not_found": ["wifi"]},
    ],
)
def test_where_nothing_comes_near_nothing_answers(given: dict[str, object]) -> None:
    assert not is_near(an_answer(**given))
    assert heading_of(an_answer(**given)) == NOTHING


@pytest.mark.parametrize(
    "word", ["røget", "sikre", "bagefter", "afviser", "hørt", "2026", "bor", "væk"]
)
def test_a_word_that_only_carries_the_sentence_is_not_missed(word: str) -> None:
    assert missing_words(an_answer(uncovered=[word])) == []


@pytest.mark.parametrize("word", ["hospice", "dødsattest", "øjenlæge", "piller"])
def test_a_thing_that_no_row_covers_is_named(word: str) -> None:
    assert missing_words(an_answer(uncovered=[word])) == [word]


def test_a_term_is_named_however_it_ends() -> None:
    term = TermHit("t", "midlertidige pladser", "", [], [])
    answer = an_answer(uncovered=["pladser"], terms=[term])
    assert missing_words(answer) == ["pladser"]
