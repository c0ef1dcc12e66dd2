"""What a field says, and that «Ikke oplyst» is nothing, wherever it is asked."""

from typing import Any

import pytest

from registry.unsaid import Saying, is_stated, saying_of


@pytest.mark.parametrize(
    "text", ["", " ", "Ikke oplyst", "ikke oplyst", "IKKE OPLYST.", "ikke-oplyst"]
)
def test_a_text_that_only_says_that_nothing_is_known_states_nothing(text: str) -> None:
    assert not is_stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "Straks",
        "Senest 14 dage; hvad de regnes fra, er ikke oplyst",
        "Ikke oplyst for voksne",
    ],
)
def test_a_text_that_says_something_states_it(text: str) -> None:
    assert is_stated(text)


@pytest.mark.parametrize(
    ("value", "saying"),
    [
        (["kommune"], Saying.STATED),
        (["kommune", "hospital"], Saying.STATED),
        (("ikke-oplyst",), Saying.NOT_STATED),
        (["ikke-oplyst"], Saying.NOT_STATED),
        (["ikke-relevant"], Saying.NOT_APPLICABLE),
        ([], Saying.ABSENT),
        ("Straks", Saying.STATED),
        ("Ikke oplyst", Saying.NOT_STATED),
        ("", Saying.ABSENT),
        (None, Saying.ABSENT),
        (2.5, Saying.STATED),
    ],
)
def test_a_value_says_one_of_four_things(value: Any, saying: Saying) -> None:
    assert saying_of(value) is saying
