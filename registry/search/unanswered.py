"""Questions that nothing answered: what the catalogue lacks, told to those who can mend it.

Kept without user or address, figures masked; shown from the second asking; deleted 90 days after
the last.
"""

import re
from datetime import timedelta

from sqlalchemy import Engine
from sqlmodel import Session, col, delete, select

from registry.clock import today
from registry.db import reading, transaction
from registry.models import UnansweredQuestion

KEPT = timedelta(days=90)
SHOWN_FROM = 2
FIGURES = re.compile(r"\d+")


def remember(engine: Engine, text: str) -> None:
    """Count a question that was asked today and not answered; forget those of long ago."""
    masked = FIGURES.sub("#", " ".join(text.lower().split()))
    with transaction(engine) as session:
        _forget(session)
        known = session.exec(
            select(UnansweredQuestion).where(col(UnansweredQuestion.text) == masked)
        ).first()
        if known:
            known.times += 1
            known.last_on = today()
        else:
            session.add(UnansweredQuestion(text=masked, first_on=today(), last_on=today()))


def recurring(engine: Engine) -> list[UnansweredQuestion]:
    """The questions asked twice or more in the last 90 days, most asked first."""
    with reading(engine) as session:
        query = (
            select(UnansweredQuestion)
            .where(
                col(UnansweredQuestion.times) >= SHOWN_FROM,
                col(UnansweredQuestion.last_on) > today() - KEPT,
            )
            .order_by(col(UnansweredQuestion.times).desc(), col(UnansweredQuestion.text))
        )
        return list(session.exec(query))


def _forget(session: Session) -> None:
    long_ago = col(UnansweredQuestion.last_on) <= today() - KEPT
    session.exec(delete(UnansweredQuestion).where(long_ago))
