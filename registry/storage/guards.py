"""Putting the triggers into a database, written per dialect, and seeing whether they
are there word for word.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, text

from registry.storage.triggers import TRIGGERS, Trigger


class NamedTrigger(NamedTuple):
    """A trigger by its name and its table: PostgreSQL's names are each table's own."""

    name: str
    table: str


class Made(NamedTuple):
    """A trigger as PostgreSQL gets it: with a function of its own name, before some
    operation, of some type in PostgreSQL's bits.
    """

    name: str
    operation: str
    each: str
    type: int
    body: str


def install_triggers(connection: Connection) -> None:
    """Recreate every trigger. Alembic's batch mode drops them silently with the old
    table.
    """
    for trigger in TRIGGERS:
        for statement in _DDL[connection.dialect.name](trigger):
            connection.execute(text(statement))


def missing_triggers(connection: Connection) -> list[str]:
    """The names of triggers that should be there and are not, or that are not word for
    word as they were made.
    """
    present = _present(connection)
    wanted = _wanted(connection)
    return [place.name for place in wanted if present.get(place) != wanted[place]]


def strange_triggers(connection: Connection) -> list[str]:
    """The names of triggers that are there and that this release does not make, or not
    on that table.
    """
    return sorted(
        place.name for place in _present(connection).keys() - _wanted(connection)
    )


def _wanted(connection: Connection) -> dict[NamedTrigger, str]:
    written = _WRITTEN[connection.dialect.name]
    return {
        NamedTrigger(name, trigger.table): said
        for trigger in TRIGGERS
        for name, said in written(trigger)
    }


def _present(connection: Connection) -> dict[NamedTrigger, str]:
    stored = connection.execute(text(_PRESENT[connection.dialect.name]))
    return {NamedTrigger(row.name, row.on_table): row.written for row in stored}


_PRESENT = {
    "sqlite": "SELECT name, tbl_name AS on_table, sql AS written FROM sqlite_master "
    "WHERE type = 'trigger'",
    # When, whether it is enabled, and for any row and any column; then what it does.
    "postgresql": "SELECT t.tgname AS name, t.tgrelid::regclass::text AS on_table, "
    "concat_ws(' ', t.tgtype, t.tgenabled, t.tgqual IS NULL, t.tgattr::text = '', "
    "p.proname, p.prosrc) AS written FROM pg_trigger t JOIN pg_proc p ON p.oid = "
    "t.tgfoid WHERE NOT t.tgisinternal",
}
# PostgreSQL's bits: for each row, before, and the operation.
_ROW, _BEFORE, _TRUNCATE = 1, 2, 32
_OPERATIONS = {"INSERT": 4, "DELETE": 8, "UPDATE": 16}


def _sqlite_ddl(trigger: Trigger) -> Iterator[str]:
    for name, said in _sqlite_written(trigger):
        yield f"DROP TRIGGER IF EXISTS {name}"
        yield said


def _sqlite_written(trigger: Trigger) -> Iterator[tuple[str, str]]:
    yield (
        trigger.name,
        f"CREATE TRIGGER {trigger.name} BEFORE {trigger.operation} ON {trigger.table} "
        f"WHEN {trigger.condition} BEGIN SELECT RAISE(ABORT, '{_quoted(trigger)}'); "
        "END",
    )


def _postgresql_ddl(trigger: Trigger) -> Iterator[str]:
    for made in _postgresql_made(trigger):
        yield (
            f"CREATE OR REPLACE FUNCTION {made.name}() RETURNS trigger AS "
            f"$${made.body}$$ LANGUAGE plpgsql"
        )
        yield f"DROP TRIGGER IF EXISTS {made.name} ON {trigger.table}"
        yield (
            f"CREATE TRIGGER {made.name} BEFORE {made.operation} ON {trigger.table} "
            f"FOR EACH {made.each} EXECUTE FUNCTION {made.name}()"
        )


def _postgresql_written(trigger: Trigger) -> Iterator[tuple[str, str]]:
    for made in _postgresql_made(trigger):
        yield made.name, f"{made.type} O t t {made.name.lower()} {made.body}"


def _postgresql_made(trigger: Trigger) -> Iterator[Made]:
    raising = f"RAISE EXCEPTION '{_quoted(trigger)}'"
    result = "OLD" if trigger.operation == "DELETE" else "NEW"

    yield Made(
        trigger.name,
        trigger.operation,
        "ROW",
        _ROW + _BEFORE + _OPERATIONS[trigger.operation],
        f" BEGIN IF {trigger.condition} THEN {raising}; END IF; RETURN {result}; END ",
    )

    if trigger.operation == "DELETE":
        # TRUNCATE passes row triggers, so it is refused by a trigger of its own.
        yield Made(
            f"{trigger.name}_truncate",
            "TRUNCATE",
            "STATEMENT",
            _BEFORE + _TRUNCATE,
            f" BEGIN {raising}; END ",
        )


def _quoted(trigger: Trigger) -> str:
    return trigger.message.replace("'", "''")


_DDL = {"sqlite": _sqlite_ddl, "postgresql": _postgresql_ddl}
_WRITTEN = {"sqlite": _sqlite_written, "postgresql": _postgresql_written}
