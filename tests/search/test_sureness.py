"""How sure it is that the first row answers.

Also covers registry/search/stated.py.
"""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.search.concepts import Concept, Role
from registry.search.index_keys import QUESTIONS
from registry.search.profile import PROFILE
from registry.search.rank import Judge, Weighed
from registry.search.sureness import sureness
from tests.search.samples import Ask, ids

MARKS = [
    name
    for name in PROFILE.sureness.weight_of
    if name not in (*("enough", "beside", "constant"),)
]
ANY_MARKS = st.fixed_dictionaries({name: st.floats(0, 3) for name in MARKS})


def test_the_marks_say_what_the_first_row_covers_and_lacks(ask: Ask) -> None:
    marks = ask("hvem skal give varsling på et kattehotel i morgen").marks

    assert 0 < marks["held"] < 1
    assert marks["lacks_unknown"] > 0
    assert marks["asked"] == 0


def test_a_word_that_only_peoples_questions_hold_is_a_mark() -> None:
    required = Concept("blod", Role.REQUIRED, index_keys=frozenset({"x:blod"}))
    weighed = (Weighed(required, 2.0),)

    def held(*fields: str) -> float:
        keys = {name: frozenset({"x:blod"}) for name in fields}
        return Judge(weighed, {}).of(keys, {}).asked

    assert held(QUESTIONS) == 2.0
    assert held(QUESTIONS, "task") == held("task") == 0.0


def test_a_question_that_no_row_covers_has_no_marks(ask: Ask) -> None:
    answer = ask("kattehotel")

    assert answer.marks == {}
    assert answer.abstained


def test_a_row_that_covers_more_of_a_question_is_surer_to_answer_it(ask: Ask) -> None:
    whole, half = ask("varsling"), ask("varsling kattehotel")

    assert sureness(whole.marks, profile=PROFILE) > sureness(
        half.marks, profile=PROFILE
    )


def test_how_far_the_first_row_stands_before_the_next_makes_it_surer(ask: Ask) -> None:
    marks = ask("varsling").marks

    assert 0 < marks["ahead"] <= PROFILE.sureness.far_ahead
    assert sureness({**marks, "ahead": 0.0}, profile=PROFILE) < sureness(
        marks, profile=PROFILE
    )


def test_a_figure_asked_for_and_not_given_makes_it_less_sure(ask: Ask) -> None:
    marks = ask("varsling").marks

    without = sureness({**marks, "no_figure": 1.0}, profile=PROFILE)

    assert without < sureness(marks, profile=PROFILE)


def test_what_the_first_row_states_of_what_is_asked_is_a_mark(ask: Ask) -> None:
    assert ask("hvem betaler kompressionsstrømper").marks["not_stated"] == 0
    assert ask("hvem betaler varsling").marks["not_stated"] == 1


@given(ANY_MARKS)
def test_it_is_a_share(marks: dict[str, float]) -> None:
    assert 0 <= sureness(marks, profile=PROFILE) <= 1


@pytest.mark.parametrize("enough", [0.0, 1.0])
def test_the_profile_says_how_sure_is_enough(ask: Ask, enough: float) -> None:
    strict = replace(PROFILE, sureness=replace(PROFILE.sureness, enough=enough))

    assert (sureness(ask("varsling").marks, profile=strict) < enough) is bool(enough)


def test_a_clipped_word_is_read_as_the_words_it_begins(ask: Ask) -> None:
    assert ids(ask("kompressionsstr")) == ids(ask("kompressionsstrømper"))


def test_shorthand_is_read_as_the_word(ask: Ask) -> None:
    assert ids(ask("varsling af afd")) == ids(ask("varsling af afdeling"))


def test_what_a_parenthesis_denies_is_not_what_a_row_is_about(ask: Ask) -> None:
    """A row's «(ingen varsling)» never lifts it over the one that is about it."""
    first = ask("varsling").groups[0].hits[0].row

    assert "varsel" in first.id
