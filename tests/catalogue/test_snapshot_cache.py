"""What is made from a snapshot is made once, and goes with it."""

import gc
import re
import weakref
from datetime import date, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from registry.catalogue import queries
from registry.catalogue.queries import KEPT_SNAPSHOTS, Catalogue
from registry.catalogue.snapshot import Snapshot
from registry.catalogue.snapshot_cache import (
    MOST_INDEXES,
    kept_with_snapshot,
    kept_with_snapshot_and_index,
)
from registry.clock import Moment
from registry.settings import ROOT

PAGES = (
    "/soeg?q=varsling&",
    "/soeg?q=kattehotel&",
    "/aftaler?",
    "/snitflader?",
    "/ordliste?",
    "/api/v1/suggest?q=va&",
)


def day(number: int) -> date:
    return date(2020, 1, 1) + timedelta(days=number)


def test_of_what_is_made_of_an_index_the_latest_are_kept(catalogue: Catalogue) -> None:
    made: list[int] = []

    @kept_with_snapshot_and_index
    def words(snapshot: Snapshot, index: int) -> str:
        made.append(index)
        return f"{index}"

    snapshot = catalogue.at(Moment(day(1)))
    told = [words(snapshot, index) for index in (1, 2, 1, 3, 3, 2, 1)]

    assert told == ["1", "2", "1", "3", "3", "2", "1"]
    assert made == [1, 2, 3, 1]
    assert [len(kept) for kept in snapshot.kept.values()] == [MOST_INDEXES]


def test_a_thing_is_made_once_for_each_snapshot_and_what_else_it_is_made_of(
    catalogue: Catalogue,
) -> None:
    made: list[tuple[date, str]] = []

    @kept_with_snapshot
    def title(snapshot: Snapshot, name: str) -> str:
        made.append((snapshot.moment.pr, name))
        return f"{name} {snapshot.moment.pr}"

    first, second = (catalogue.at(Moment(day(number))) for number in (1, 2))

    assert title(first, "a") == title(first, "a") == "a 2020-01-02"
    assert title(second, "a") == "a 2020-01-03"
    assert title(first, "b") == "b 2020-01-02"
    assert made == [(day(1), "a"), (day(2), "a"), (day(1), "b")]


def test_what_is_kept_does_not_keep_the_snapshot(catalogue: Catalogue) -> None:
    @kept_with_snapshot
    def size(snapshot: Snapshot) -> int:
        return snapshot.size

    snapshot = Catalogue(catalogue.engine).at(Moment(day(1)))
    assert size(snapshot) == 8
    gone = weakref.ref(snapshot)
    del snapshot

    assert gone() is None


def alive(catalogue: Catalogue) -> int:
    """How many snapshots of the catalogue's database are in memory."""
    gc.collect()
    mark = catalogue.fingerprint()
    return sum(
        isinstance(thing, Snapshot) and thing.fingerprint == mark
        for thing in gc.get_objects()
    )


def test_asking_about_many_dates_keeps_the_rows_of_few(
    client: FlaskClient, app: Flask
) -> None:
    for number in range(3 * KEPT_SNAPSHOTS):
        for page in PAGES:
            assert client.get(f"{page}pr={day(number)}").status_code == 200

    assert alive(app.extensions["registry"].catalogue) <= KEPT_SNAPSHOTS + 1


def test_of_a_large_catalogue_fewer_dates_are_kept(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "KEPT_ROWS", 20)
    for number in range(6):
        catalogue.at(Moment(day(number)))
    assert alive(catalogue) == 2

    monkeypatch.setattr(queries, "KEPT_ROWS", 1)
    catalogue.at(Moment(day(9)))
    assert alive(catalogue) == 1


@pytest.mark.parametrize("room", ["catalogue", "search"])
def test_what_an_answer_is_made_of_keeps_no_snapshot_by_itself(room: str) -> None:
    own = re.compile(r"@(?:lru_)?cache\b[^\n]*\ndef (\w+)\(\s*snapshot: Snapshot")
    read = {
        path.name: own.findall(path.read_text(encoding="utf-8"))
        for path in (ROOT / "registry" / room).rglob("*.py")
    }

    assert own.findall("@lru_cache(maxsize=4)\ndef _a(\n    snapshot: Snapshot, b: int")
    assert read
    assert {path: names for path, names in read.items() if names} == {}
