"""Clauses that are sentences in themselves, and conditions with their verb first.

Also covers registry/suggest/inverted.py.
"""

import pytest

from tests.suggest.samples import actions, fields_of


@pytest.mark.parametrize(
    "text",
    [
        "Ordningen indebærer, at hospitalet rådgiver kommunen.",
        "Aftalen betyder, at hospitalet rådgiver kommunen.",
        "For børn gælder, at hospitalet rådgiver kommunen.",
    ],
)
def test_what_a_scheme_involves_is_a_duty(text: str) -> None:
    assert actions(text) == [("hospital", "rådgive kommunen")]


def test_what_an_illness_involves_is_none() -> None:
    assert actions("Sygdommen indebærer, at borgeren ringer til kommunen.") == []


def test_the_one_picked_out_keeps_the_time_after_the_clause() -> None:
    text = "Det er hospitalet, der ringer, inden borgeren flyttes."
    assert fields_of(text, "deadline") == ["inden borgeren flyttes"]


@pytest.mark.parametrize(
    ("text", "situation"),
    [
        ("Mangler den, ringer kommunen.", "Mangler den"),
        (
            "Hospitalet måler, og er der fejl, ringer kommunen.",
            "er der fejl",
        ),
        (
            "Hospitalet måler, men kan borgeren ikke stå, ringer kommunen.",
            "kan borgeren ikke stå",
        ),
    ],
)
def test_a_condition_may_begin_with_its_verb(text: str, situation: str) -> None:
    assert fields_of(text, "situation")[-1] == situation
    assert actions(text)[-1] == ("kommune", "ringe")


def test_a_question_that_stands_first_names_nobody() -> None:
    assert actions("Om det er hospitalet eller egen læge, siger aftalen ikke.") == []
    assert actions("Om natten ringer kommunen.") == [("kommune", "ringe")]
