"""Rows as a snapshot holds them are those of the table, value for value."""

import pytest
from sqlmodel import Session, select

from registry.catalogue.snapshot import Row
from registry.catalogue.stored_rows import rows_by_version
from registry.models import Snitflade
from tests.catalogue.shelf import Shelf

FULL = {
    "key": "r1",
    "task": "Medicin gives med",
    "situation": "Ved udskrivning",
    "responsible": ["hospital", "kommune"],
    "informed": ["kommune"],
    "deadline_amount": 3.5,
    "confirmed": True,
}
BARE = {"key": "r2", "task": "Medicin gives med"}


def shown_rows(shelf: Shelf) -> tuple[Row, ...]:
    return shelf.at().agreement("a").shown.rows


def test_a_row_of_a_snapshot_has_every_value_that_stands_in_the_table(
    shelf: Shelf,
) -> None:
    shelf.publish("a", FULL, BARE)
    with Session(shelf.catalogue.engine) as session:
        stored = session.exec(select(Snitflade).order_by(Snitflade.position)).all()
        wanted = [row.model_dump() for row in stored]

    assert [row.snitflade.model_dump() for row in shown_rows(shelf)] == wanted
    assert wanted[0].items() >= FULL.items()


def test_values_that_are_not_asked_for_are_left_out(shelf: Shelf) -> None:
    shelf.publish("a", FULL)
    row = shown_rows(shelf)[0].snitflade

    left = row.model_dump().keys() - row.model_dump(exclude={"id", "key"}).keys()

    assert left == {"id", "key"}


def test_what_rows_say_alike_is_held_once(shelf: Shelf) -> None:
    shelf.publish("a", FULL, {**FULL, "key": "r2"})

    one, other = (row.snitflade for row in shown_rows(shelf))

    assert one.task is other.task
    assert one.responsible is other.responsible


def test_of_many_versions_only_the_rows_of_those_asked_for_are_given(
    shelf: Shelf,
) -> None:
    shelf.publish("a", FULL)
    shelf.publish("b", BARE)
    wanted = shelf.at().agreement("b").shown.version.id or 0

    for at_once in (0, 500):
        with Session(shelf.catalogue.engine) as session:
            found = rows_by_version(session, {wanted}, at_once)
        assert {i: [row.key for row in rows] for i, rows in found.items()} == {
            wanted: ["r2"]
        }


def test_a_row_of_a_snapshot_cannot_be_written(shelf: Shelf) -> None:
    shelf.publish("a", FULL)

    with pytest.raises(AttributeError):
        shown_rows(shelf)[0].snitflade.task = "Noget andet"
