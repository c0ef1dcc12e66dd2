"""What is counted is written later, and what cannot be written is lost with a word."""

import logging
import threading
from collections.abc import Mapping

import pytest
from sqlalchemy.exc import DatabaseError, OperationalError, SQLAlchemyError

from registry.search import tally
from registry.search.tally import Tally

SECRET = "hemmeligt"


class Kept(Tally[str]):
    """Keeps what it is told in a list, unless something is wrong."""

    what = "the words"

    def __init__(self) -> None:
        super().__init__()
        self.stored: list[dict[str, int]] = []
        self.wrong: SQLAlchemyError | None = None
        self.written = threading.Event()

    def keep(self, counted: Mapping[str, int]) -> None:
        if self.wrong:
            raise self.wrong
        self.stored.append(dict(counted))
        self.written.set()


def test_nothing_is_written_until_it_is_time() -> None:
    words = Kept()
    words.add("a")
    assert words.stored == []

    words.add("a")
    words.add("b")
    words.write()
    words.write()

    assert words.stored == [{"a": 2, "b": 1}]


def test_it_is_written_by_itself_after_a_while(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Kept, "seconds", 0.0)
    words = Kept()

    words.add("a")

    assert words.written.wait(30)
    assert words.stored == [{"a": 1}]


@pytest.mark.parametrize("kind", [OperationalError, DatabaseError])
def test_a_database_that_cannot_be_written_costs_only_the_counts(
    kind: type[DatabaseError], caplog: pytest.LogCaptureFixture
) -> None:
    words = Kept()
    words.wrong = kind("INSERT", {"text": SECRET}, Exception(SECRET))
    words.add("a")

    with caplog.at_level(logging.WARNING):
        words.write()

    assert "the words could not be kept" in caplog.text
    assert SECRET not in caplog.text
    words.wrong = None
    words.add("b")
    words.write()
    assert words.stored == [{"b": 1}]


def test_what_waits_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tally, "MOST", 2)
    words = Kept()

    for word in ("a", "b", "c", "a"):
        words.add(word)
    words.write()

    assert words.stored == [{"a": 2, "b": 1}]
