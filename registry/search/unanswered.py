"""Questions that nothing answered: what the catalogue lacks, told to those who can mend
it.

Kept without user or address, figures masked; shown from the second asking; deleted 90
days after the last.
"""

import re
from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy import Engine
from sqlmodel import Session, col, delete, select

from registry.clock import today
from registry.models import UnansweredQuestion
from registry.search.tally import Tally
from registry.storage.db import reading, transaction

KEPT = timedelta(days=90)
SHOWN_FROM = 2
FIGURES = re.compile(r"\d+")


class UnansweredQuestions(Tally[str]):
    """Those that are still to be written to one database."""

    what = "questions without answer"
    seconds = 2.0

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self._engine = engine

    def remember(self, text: str) -> None:
        """Count a question that was asked today and not answered."""
        self.add(FIGURES.sub("#", " ".join(text.lower().split())))

    def keep(self, counted: Mapping[str, int]) -> None:
        """Add to those that are stored; forget those of long ago."""
        with transaction(self._engine) as session:
            _forget(session)
            for text, times in counted.items():
                _count(session, text, times)


def _count(session: Session, text: str, times: int) -> None:
    query = select(UnansweredQuestion).where(col(UnansweredQuestion.text) == text)
    known = session.exec(query).first()

    if known:
        known.times += times
        known.last_on = today()
    else:
        question = UnansweredQuestion(text=text, first_on=today(), last_on=today())
        question.times = times
        session.add(question)


def recurring(engine: Engine) -> list[UnansweredQuestion]:
    """The questions asked twice or more in the last 90 days, most asked first."""
    with reading(engine) as session:
        query = (
            select(UnansweredQuestion)
            .where(
                col(UnansweredQuestion.times) >= SHOWN_FROM,
                col(UnansweredQuestion.last_on) > today() - KEPT,
            )
            .order_by(
                col(UnansweredQuestion.times).desc(), col(UnansweredQuestion.text)
            )
        )
        return list(session.exec(query))


def _forget(session: Session) -> None:
    long_ago = col(UnansweredQuestion.last_on) <= today() - KEPT
    session.exec(delete(UnansweredQuestion).where(long_ago))
