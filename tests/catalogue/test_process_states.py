"""One who has published can wait until every process shows it."""

import threading
import time
from pathlib import Path

import pytest
from sqlalchemy.exc import SQLAlchemyError

from registry.catalogue import process_states
from registry.catalogue.process_states import ProcessStates
from registry.models import Ending
from tests.catalogue.shelf import Shelf, record


@pytest.fixture
def ours(shelf: Shelf, tmp_path: Path) -> ProcessStates:
    shelf.publish("a", {"key": "r"})
    return ProcessStates(shelf.catalogue, tmp_path / "shown")


def soon() -> float:
    return time.monotonic() + 0.2


def test_one_process_alone_waits_for_nobody(ours: ProcessStates) -> None:
    ours.look()

    assert ours.wait(soon())


def test_another_is_waited_for_until_it_shows_the_same(
    ours: ProcessStates, shelf: Shelf, tmp_path: Path
) -> None:
    ours.look()
    other = tmp_path / "shown" / "1"
    other.write_text("før", encoding="utf-8")
    assert not ours.wait(soon())

    other.write_text(shelf.catalogue.shown(), encoding="utf-8")
    assert ours.wait(soon())


def test_one_that_has_ended_is_not_waited_for(
    ours: ProcessStates, tmp_path: Path
) -> None:
    (tmp_path / "shown" / "1").write_text("før", encoding="utf-8")

    process_states.forget(tmp_path / "shown", 1)

    assert ours.wait(soon())


def test_what_is_written_is_seen_before_anybody_asks(
    ours: ProcessStates, shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process_states, "LOOK_AGAIN", 0.01)
    ours.begin()
    shelf.add(record(Ending, agreement="a"))
    until = time.monotonic() + 30
    (file,) = (tmp_path / "shown").glob("[0-9]*")

    while file.read_text("utf-8") != shelf.catalogue.fingerprint():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_a_database_that_cannot_be_read_for_a_while_ends_no_looking(
    ours: ProcessStates,
    shelf: Shelf,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(process_states, "LOOK_AGAIN", 0.01)
    ours.begin()
    with monkeypatch.context() as patched:
        patched.setattr(shelf.catalogue, "shown", _fails)
        time.sleep(0.1)
    assert "could not be looked at" in caplog.text
    shelf.add(record(Ending, agreement="a"))

    (file,) = (tmp_path / "shown").glob("[0-9]*")
    until = time.monotonic() + 30
    while file.read_text("utf-8") != shelf.catalogue.fingerprint():
        assert time.monotonic() < until
        time.sleep(0.02)


def _fails() -> str:
    raise SQLAlchemyError("closed")


def test_a_state_that_takes_long_to_make_is_not_waited_for(
    ours: ProcessStates, shelf: Shelf, tmp_path: Path
) -> None:
    held = threading.Event()
    shelf.catalogue.lag(0.01)
    (tmp_path / "shown" / "1").write_text(shelf.catalogue.shown(), encoding="utf-8")
    shelf.catalogue.make_ready(lambda _: held.wait(30))
    shelf.add(record(Ending, agreement="a"))
    until = threading.Timer(10, held.set)
    until.start()

    ours.wait(soon())

    assert not held.is_set()
    held.set()
    until.cancel()
