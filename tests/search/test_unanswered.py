"""Questions that nothing answered are kept without who asked, and not for long.

Also covers registry/models/unanswered.py.
"""

from datetime import date

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from registry.models import UnansweredQuestion
from registry.search import unanswered
from registry.search.unanswered import UnansweredQuestions


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch):
    """Sets today's date."""

    def set_date(day: date) -> None:
        monkeypatch.setattr(unanswered, "today", lambda: day)

    set_date(date(2026, 11, 22))
    return set_date


def ask(engine: Engine, text: str) -> None:
    """A question that nothing answers, written at once."""
    questions = UnansweredQuestions(engine)
    questions.remember(text)
    questions.write()


def everything(engine: Engine) -> list[tuple[str, int]]:
    with Session(engine) as session:
        return [(q.text, q.times) for q in session.exec(select(UnansweredQuestion))]


def test_a_question_is_shown_from_its_second_asking(engine: Engine, on) -> None:
    ask(engine, "Høreapparat hvem betaler")
    assert unanswered.recurring(engine) == []

    ask(engine, "høreapparat  hvem betaler")

    assert [(q.text, q.times) for q in unanswered.recurring(engine)] == [
        ("høreapparat hvem betaler", 2)
    ]


def test_figures_are_masked(engine: Engine, on) -> None:
    ask(engine, "ring til 12 34 56 78 på stue 9")

    assert everything(engine) == [("ring til # # # # på stue #", 1)]


def test_a_question_is_forgotten_after_ninety_days(engine: Engine, on) -> None:
    ask(engine, "høreapparat")
    ask(engine, "høreapparat")
    on(date(2027, 2, 20))
    assert unanswered.recurring(engine) == []

    ask(engine, "briller")

    assert everything(engine) == [("briller", 1)]
