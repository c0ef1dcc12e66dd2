"""Which kinds of tasks are answered most often: a count for each task and day, and
nothing of what was asked or by whom.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy import Engine
from sqlmodel import Session, col, delete, func, select

from registry.clock import today
from registry.models import AnsweredTask
from registry.search.tally import Tally
from registry.storage.db import reading, transaction

KEPT = timedelta(days=30)
# A task that was answered once or twice tells more of who asked than of what many ask.
SHOWN_FROM = 3


class AnsweredTasks(Tally[tuple[str, date]]):
    """The counts that are still to be written to one database."""

    what = "the counts of answered tasks"

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self._engine = engine

    def count(self, task_key: str) -> None:
        """Count an answer of today in which the task stands first."""
        self.add((task_key, today()))

    def keep(self, counted: Mapping[tuple[str, date], int]) -> None:
        """Add them to the days they were counted on, and forget those that are over."""
        with transaction(self._engine) as session:
            _forget(session)
            for (task_key, day), times in counted.items():
                known = session.get(AnsweredTask, (task_key, day))
                if known:
                    known.times += times
                else:
                    session.add(AnsweredTask(task_key=task_key, day=day, times=times))


def most_answered(engine: Engine) -> list[str]:
    """The keys of the tasks answered three times or more in the last 30 days, most
    often answered first.
    """
    times = func.sum(col(AnsweredTask.times))
    with reading(engine) as session:
        query = (
            select(AnsweredTask.task_key)
            .where(col(AnsweredTask.day) > today() - KEPT)
            .group_by(col(AnsweredTask.task_key))
            .having(times >= SHOWN_FROM)
            .order_by(times.desc(), col(AnsweredTask.task_key))
        )
        return list(session.exec(query))


def _forget(session: Session) -> None:
    long_ago = col(AnsweredTask.day) <= today() - KEPT
    session.exec(delete(AnsweredTask).where(long_ago))
