"""No table is forgotten: whatever column of whatever table is altered, the database
refuses it or `registry check` names the row. What there is, is read off the schema.
"""

import sqlite3
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from registry.storage.db import connect
from registry.storage.seals import NOT_SEALED
from registry.storage.trail_tables import LABELS
from tests.storage import every_table
from tests.storage.every_table import Table
from tests.storage.tampered import alter, copy_of, found, in_use

# What is kept to be forgotten: anybody may write there, and nobody is told.
FORGOTTEN = {"answered_task", "form_use", "unanswered_question"}
# The trail itself: its chain tells, not its rows' seals.
TRAIL = ("alembic_version", "audit_entry", "seal")
# Of an entry's seals the order means nothing, and none has two of one row.
MEANS_NOTHING = {("seal", "id")}
MOST_COLUMNS = max(len(of.columns) for of in SQLModel.metadata.tables.values())


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory, catalogue_dir: Path) -> Path:
    """An installation in use, with a row in every table; copied, never written to."""
    path = in_use(tmp_path_factory.mktemp("in_use"), catalogue_dir)
    every_table.fill(path)
    return path.parent


@pytest.fixture
def path(prepared: Path, tmp_path: Path) -> Path:
    return copy_of(prepared, tmp_path)


def look(path: Path) -> list[str]:
    """What `registry check` says of it."""
    return found(connect(f"sqlite:///{path}"), path)


def sealed(path: Path) -> list[Table]:
    apart = {*TRAIL, *FORGOTTEN}
    return [table for table in every_table.tables(path) if table.name not in apart]


def unseen(path: Path, statements: dict[str, str], *, lifted: bool) -> list[str]:
    """The tables that were altered, and of which the check says nothing."""
    if lifted:
        alter(path, statements.values(), lifted=True)
        altered = [*statements]
    else:
        altered = [name for name in statements if passes(path, statements[name])]

    told = look(path)
    return [name for name in altered if not any(is_about(name, t) for t in told)]


def passes(path: Path, statement: str) -> bool:
    """Whether the database lets the statement alter it."""
    try:
        alter(path, [statement])
    except sqlite3.IntegrityError:
        return False
    return True


def is_about(name: str, told: str) -> bool:
    return told.startswith((f"{LABELS[name]} med id", f"Tabellen «{name}»"))


def test_there_is_a_row_in_every_table_and_nothing_wrong(path: Path) -> None:
    for table in every_table.tables(path):
        assert every_table.has_rows(path, table), f"fill() puts no row in {table.name}"
    assert look(path) == []


def test_what_is_not_sealed_is_named_here(path: Path) -> None:
    assert {"alembic_version", *NOT_SEALED} == {*TRAIL, *FORGOTTEN}
    assert {table.name for table in sealed(path)} == LABELS.keys()


@pytest.mark.parametrize("number", range(MOST_COLUMNS))
def test_no_column_is_altered_unseen(path: Path, number: int) -> None:
    statements = {
        table.name: every_table.change(path, table, table.columns[number])
        for table in sealed(path)
        if number < len(table.columns)
    }
    assert unseen(path, statements, lifted=True) == []


def test_no_row_is_taken_away_unseen(path: Path) -> None:
    statements = {table.name: every_table.removal(table) for table in sealed(path)}
    assert unseen(path, statements, lifted=True) == []


@pytest.mark.parametrize("lifted", [False, True])
def test_no_row_is_added_unseen(path: Path, lifted: bool) -> None:
    statements = {
        table.name: every_table.addition(path, table) for table in sealed(path)
    }
    assert unseen(path, statements, lifted=lifted) == []


@pytest.mark.parametrize("by_id", [False, True])
@pytest.mark.parametrize("lifted", [False, True])
def test_no_row_takes_anothers_place_unseen(
    path: Path, lifted: bool, by_id: bool
) -> None:
    statements = {
        table.name: every_table.replacement(path, table, by_id=by_id)
        for table in sealed(path)
        if every_table.free(table) and (by_id or table.unique)
    }
    assert len(statements) > MOST_COLUMNS / 2
    assert unseen(path, statements, lifted=lifted) == []


@pytest.mark.parametrize("name", TRAIL)
def test_no_column_of_the_trail_is_altered_unseen(path: Path, name: str) -> None:
    (table,) = (t for t in every_table.tables(path) if t.name == name)
    before = path.read_bytes()
    for column in table.columns:
        if (name, column.name) in MEANS_NOTHING:
            continue
        path.write_bytes(before)
        alter(path, [every_table.change(path, table, column)], lifted=True)

        assert look(path) != [], column.name


@pytest.mark.parametrize("name", TRAIL)
def test_no_row_of_the_trail_is_taken_away_or_added_unseen(
    path: Path, name: str
) -> None:
    (table,) = (t for t in every_table.tables(path) if t.name == name)
    before = path.read_bytes()
    for statement in (every_table.removal(table), every_table.addition(path, table)):
        path.write_bytes(before)
        alter(path, [statement], lifted=True)

        assert look(path) != [], statement
