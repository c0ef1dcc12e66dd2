"""What readers are shown while a new state of the catalogue is made ready."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from registry.catalogue import snapshot_swap
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Snapshot
from registry.clock import Moment, today
from registry.models import Ending
from tests.catalogue.shelf import Shelf, record


@pytest.fixture
def held() -> Iterator[threading.Event]:
    """Set, it lets the making of a new state end."""
    event = threading.Event()
    yield event
    event.set()


@pytest.fixture
def catalogue(shelf: Shelf, held: threading.Event) -> Catalogue:
    """Of one agreement; each new state but the first takes until `held` is set."""
    shelf.publish("a", {"key": "r"})
    shelf.catalogue.lag(60.0)
    shelf.catalogue.lately(Moment(today()))
    shelf.catalogue.make_ready(lambda _: held.wait(30))
    return shelf.catalogue


def shown(catalogue: Catalogue) -> int:
    return len(catalogue.lately(Moment(today())).answering_rows)


def soon(holds: Callable[[], bool]) -> bool:
    until = time.monotonic() + 30
    while not holds() and time.monotonic() < until:
        time.sleep(0.01)
    return holds()


def test_without_a_lag_what_is_written_is_shown_at_once(shelf: Shelf) -> None:
    shelf.publish("a", {"key": "r"})
    assert shown(shelf.catalogue) == 1

    shelf.add(record(Ending, agreement="a"))

    assert shown(shelf.catalogue) == 0


def test_readers_are_shown_the_last_whole_state_while_the_next_is_made(
    shelf: Shelf, catalogue: Catalogue, held: threading.Event
) -> None:
    shelf.add(record(Ending, agreement="a"))

    assert shown(catalogue) == 1
    assert len(catalogue.today().answering_rows) == 0
    held.set()
    assert soon(lambda: shown(catalogue) == 0)


def test_nobody_waits_for_a_state_where_the_one_before_took_longer_than_he_would(
    shelf: Shelf,
    catalogue: Catalogue,
    held: threading.Event,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held.set()
    catalogue.make_ready(lambda _: time.sleep(snapshot_swap.PATIENCE))
    shelf.add(record(Ending, agreement="a"))
    assert soon(lambda: shown(catalogue) == 0)
    waits: list[float] = []
    monkeypatch.setattr(
        threading.Condition, "wait_for", lambda _, __, seconds: waits.append(seconds)
    )

    shelf.publish("b", {"key": "r"})
    shown(catalogue)

    assert waits == [0.0]


def test_the_old_state_is_not_shown_past_its_time(
    shelf: Shelf, catalogue: Catalogue, held: threading.Event
) -> None:
    catalogue.lag(0.3)
    shelf.add(record(Ending, agreement="a"))
    assert shown(catalogue) == 1

    threading.Timer(1.0, held.set).start()
    time.sleep(0.3)

    assert shown(catalogue) == 0


def test_one_who_writes_waits_until_readers_are_shown_it(
    shelf: Shelf, catalogue: Catalogue, held: threading.Event
) -> None:
    shelf.add(record(Ending, agreement="a"))
    threading.Timer(0.5, held.set).start()

    catalogue.catch_up()

    assert shown(catalogue) == 0


def test_what_is_ready_at_once_is_shown_at_once(
    shelf: Shelf, catalogue: Catalogue, held: threading.Event
) -> None:
    held.set()

    shelf.add(record(Ending, agreement="a"))

    assert shown(catalogue) == 0


def test_a_work_that_fails_holds_nothing_back(
    shelf: Shelf, catalogue: Catalogue, held: threading.Event
) -> None:
    def fail(_: Snapshot) -> None:
        raise OSError("disken er fuld")

    held.set()
    catalogue.make_ready(fail)

    shelf.add(record(Ending, agreement="a"))

    assert shown(catalogue) == 0


def test_a_state_that_cannot_be_made_leaves_the_last_one_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail() -> str:
        raise OSError("databasen er væk")

    monkeypatch.setattr(snapshot_swap, "PATIENCE", 0.05)
    turning = snapshot_swap.SnapshotSwap()
    turning.seconds = 60.0
    assert turning.shown("gammel", lambda: "gammel") == "gammel"

    assert turning.shown("ny", fail) == "gammel"
    assert soon(lambda: turning.shown("ny", lambda: "ny") == "ny")


def test_what_did_not_change_is_taken_over_from_the_reading_before(
    shelf: Shelf,
) -> None:
    shelf.publish("a", {"key": "r"})
    before = shelf.at().agreement("a").shown
    shelf.publish("b", {"key": "r"})
    assert shelf.at().agreement("a").shown is before

    shelf.publish("a", {"key": "r"})

    assert shelf.at().agreement("a").versions[0] is before
    assert shelf.at().agreement("a").shown.number == 2
