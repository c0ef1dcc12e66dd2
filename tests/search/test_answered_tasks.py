"""The tasks most often answered are counted by day, without who asked and for what.

Also covers registry/models/answered.py.
"""

from datetime import date

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from registry.models import AnsweredTask
from registry.search import answered_tasks
from registry.search.answered_tasks import AnsweredTasks, most_answered
from registry.storage.db import reading

TODAY = date(2026, 11, 22)


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch):
    """Sets today's date."""

    def set_date(day: date) -> None:
        monkeypatch.setattr(answered_tasks, "today", lambda: day)

    set_date(TODAY)
    return set_date


@pytest.fixture
def tasks(engine: Engine, on) -> AnsweredTasks:
    return AnsweredTasks(engine)


def count(tasks: AnsweredTasks, task_key: str, times: int) -> None:
    for _ in range(times):
        tasks.count(task_key)
    tasks.write()


def everything(engine: Engine) -> list[tuple[str, date, int]]:
    with reading(engine) as session:
        query = select(AnsweredTask.task_key, AnsweredTask.day, AnsweredTask.times)
        return [tuple(row) for row in session.exec(query)]


def test_a_days_answers_are_one_number(engine: Engine, tasks: AnsweredTasks) -> None:
    count(tasks, "varsling", 2)
    count(tasks, "varsling", 3)

    assert everything(engine) == [("varsling", TODAY, 5)]


def test_the_most_answered_stand_first_over_all_days(
    engine: Engine, tasks: AnsweredTasks, on
) -> None:
    count(tasks, "medicin", 4)
    count(tasks, "varsling", 3)
    on(date(2026, 11, 23))
    count(tasks, "varsling", 2)

    assert most_answered(engine) == ["varsling", "medicin"]


def test_equals_have_an_order(engine: Engine, tasks: AnsweredTasks) -> None:
    count(tasks, "varsling", 3)
    count(tasks, "medicin", 3)

    assert most_answered(engine) == ["medicin", "varsling"]


def test_what_was_answered_once_or_twice_is_not_shown(
    engine: Engine, tasks: AnsweredTasks
) -> None:
    count(tasks, "varsling", 2)
    assert most_answered(engine) == []

    count(tasks, "varsling", 1)
    assert most_answered(engine) == ["varsling"]


def test_a_count_is_forgotten_after_thirty_days(
    engine: Engine, tasks: AnsweredTasks, on
) -> None:
    count(tasks, "varsling", 3)
    on(date(2026, 12, 21))
    assert most_answered(engine) == ["varsling"]
    on(date(2026, 12, 22))
    assert most_answered(engine) == []

    count(tasks, "medicin", 1)

    assert everything(engine) == [("medicin", date(2026, 12, 22), 1)]


def test_counting_writes_nothing_until_it_is_time(
    engine: Engine, tasks: AnsweredTasks
) -> None:
    tasks.count("varsling")

    assert everything(engine) == []


def test_two_programs_add_to_each_others_counts(engine: Engine, on) -> None:
    for tasks in (AnsweredTasks(engine), AnsweredTasks(engine)):
        count(tasks, "varsling", 2)

    assert everything(engine) == [("varsling", TODAY, 4)]
