"""Garbage in any table, as SQLite lets anyone put it there: `registry check` names it,
and never falls over it.
"""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, String
from sqlmodel import AutoString, SQLModel

from registry.catalogue.queries import Catalogue
from registry.search.ask import Asker
from registry.storage.checks import faults
from registry.storage.db import connect
from registry.storage.value_checks import NAMED, some, value_faults
from tests.storage.tampered import TRIGGERS_AS_THEY_ARE, alter, in_use

pytestmark = pytest.mark.slow
GARBAGE = {
    "text": "'ikke en værdi'",
    "bytes": "x'00ff'",
    "text that is no UTF-8": "CAST(x'ff' AS TEXT)",
    "a number": "17.5",
    "half a list": "'[\"a\"'",
    "a list of numbers": "'[1, 2]'",
    "nothing": "NULL",
}
TABLES = sorted(SQLModel.metadata.tables)
# Texts that may be nothing, which the program never writes as empty ones.
OR_NOTHING = [
    (name, c.name)
    for name in TABLES
    for c in SQLModel.metadata.tables[name].columns
    if c.nullable and isinstance(c.type, String | AutoString)
]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory, catalogue_dir: Path) -> Path:
    """An installation in use; copied, never written to."""
    return in_use(tmp_path_factory.mktemp("in_use"), catalogue_dir)


def spoil(path: Path, table: str, value: str) -> int:
    """Put the value in every column of the first row, where the table takes it. Returns
    how many do.
    """
    columns = [
        c.name for c in SQLModel.metadata.tables[table].columns if c.name != "id"
    ]
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        triggers = connection.execute(TRIGGERS_AS_THEY_ARE).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        taken = sum(_takes(connection, table, column, value) for column in columns)
        for _, written in triggers:
            connection.execute(written)
    return taken


def _takes(connection: sqlite3.Connection, table: str, column: str, value: str) -> int:
    first = f'rowid = (SELECT min(rowid) FROM {table}) AND "{column}" IS NOT {value}'
    try:
        return connection.execute(
            f'UPDATE {table} SET "{column}" = {value} WHERE {first}'
        ).rowcount
    except sqlite3.IntegrityError:
        return 0


def look(path: Path) -> list[str]:
    """What `registry check` says, less of the index, which is another's."""

    def asker(on: Engine) -> Asker:
        return Asker(Catalogue(on), path.parent / "index")

    named = faults(connect(f"sqlite:///{path}"), asker)
    return [fault for fault in named if not fault.startswith("Søgeindekset")]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("kind", GARBAGE)
def test_garbage_is_named_and_never_stops_the_check(
    prepared: Path, tmp_path: Path, table: str, kind: str
) -> None:
    path = Path(shutil.copy(prepared, tmp_path / "registry.sqlite"))

    taken = spoil(path, table, GARBAGE[kind])

    assert bool(look(path)) == bool(taken)


def not_ours(path: Path) -> list[str]:
    with connect(f"sqlite:///{path}").connect() as connection:
        named = list(value_faults(connection))
    return [
        fault for fault in named if fault.endswith("er ikke skrevet af programmet.")
    ]


@pytest.mark.parametrize(("table", "column"), OR_NOTHING)
def test_an_empty_text_in_the_place_of_nothing_is_named(
    prepared: Path, tmp_path: Path, table: str, column: str
) -> None:
    path = Path(shutil.copy(prepared, tmp_path / "registry.sqlite"))
    with closing(sqlite3.connect(path)) as connection:
        first = connection.execute(
            f"SELECT id FROM {table} ORDER BY id LIMIT 1"
        ).fetchall()

    alter(path, [f"UPDATE {table} SET {column} = ''"], lifted=True)

    where = [f"Tabellen «{table}», række {row}: feltet «{column}»" for (row,) in first]
    assert not_ours(path)[:1] == [
        f"{one} er ikke skrevet af programmet." for one in where
    ]


@pytest.mark.parametrize(
    ("table", "column", "form"),
    [
        ("audit_entry", "at", "replace(at, ' ', 'T')"),
        ("audit_entry", "at", "substr(at, 1, 19)"),
        ("ending", "recorded_at", "recorded_at || '+00:00'"),
        ("version", "recorded_at", "replace(recorded_at, ' ', 'T')"),
    ],
)
def test_a_moment_that_is_written_otherwise_is_named(
    prepared: Path, tmp_path: Path, table: str, column: str, form: str
) -> None:
    path = Path(shutil.copy(prepared, tmp_path / "registry.sqlite"))

    alter(path, [f"UPDATE {table} SET {column} = {form} WHERE id = 1"], lifted=True)

    assert not_ours(path) == [
        f"Tabellen «{table}», række 1: feltet «{column}» er ikke skrevet af programmet."
    ]


@pytest.mark.parametrize("table", TABLES)
def test_a_row_that_is_gone_never_stops_the_check(
    prepared: Path, tmp_path: Path, table: str
) -> None:
    path = Path(shutil.copy(prepared, tmp_path / "registry.sqlite"))
    with closing(sqlite3.connect(path)) as connection:
        there = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]

    alter(path, [f"DELETE FROM {table}"], lifted=True)

    assert bool(look(path)) == bool(there)


def test_the_first_of_many_faults_are_named_and_the_rest_are_counted() -> None:
    many = [f"fejl {number}" for number in range(NAMED + 3)]

    assert list(some(many, "Her")) == [*many[:NAMED], "Her: og 3 til."]
    assert list(some(many[:NAMED], "Her")) == many[:NAMED]
