"""Putting the triggers into a database, written per dialect, and seeing whether they
are there word for word.
"""

from sqlalchemy import Connection, text

from registry.storage.triggers import TRIGGERS, Trigger


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
    written = _WRITTEN[connection.dialect.name]
    return [t.name for t in TRIGGERS if present.get(t.name) != written(t)]


def strange_triggers(connection: Connection) -> list[str]:
    """The names of triggers that are there and that this release does not make."""
    ours = {trigger.name for trigger in TRIGGERS}
    if connection.dialect.name == "postgresql":
        ours |= {_truncating(trigger) for trigger in TRIGGERS}
    return sorted(set(_present(connection)) - ours)


def _present(connection: Connection) -> dict[str, str]:
    stored = connection.execute(text(_PRESENT[connection.dialect.name]))
    return {row.name: row.written for row in stored}


_PRESENT = {
    "sqlite": "SELECT name, sql AS written FROM sqlite_master WHERE type = 'trigger'",
    # Of which table, when, and whether it is enabled; then what it does.
    "postgresql": "SELECT t.tgname AS name, concat_ws(' ', t.tgrelid::regclass, "
    "t.tgtype, t.tgenabled, t.tgqual IS NULL, p.proname, p.prosrc) AS written FROM "
    "pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE NOT t.tgisinternal",
}
# PostgreSQL's bits for a BEFORE trigger FOR EACH ROW.
_TYPES = {"INSERT": 4 + 2 + 1, "DELETE": 8 + 2 + 1, "UPDATE": 16 + 2 + 1}


def _sqlite_ddl(trigger: Trigger) -> list[str]:
    return [f"DROP TRIGGER IF EXISTS {trigger.name}", _sqlite_written(trigger)]


def _sqlite_written(trigger: Trigger) -> str:
    return (
        f"CREATE TRIGGER {trigger.name} BEFORE {trigger.operation} ON {trigger.table} "
        f"WHEN {trigger.condition} BEGIN SELECT RAISE(ABORT, '{_quoted(trigger)}'); "
        "END"
    )


def _postgresql_written(trigger: Trigger) -> str:
    kind = _TYPES[trigger.operation]
    return (
        f"{trigger.table} {kind} O t {trigger.name.lower()} {_postgresql_body(trigger)}"
    )


def _postgresql_body(trigger: Trigger) -> str:
    result = "OLD" if trigger.operation == "DELETE" else "NEW"
    return (
        f" BEGIN IF {trigger.condition} THEN RAISE EXCEPTION '{_quoted(trigger)}'; "
        f"END IF; RETURN {result}; END "
    )


def _postgresql_ddl(trigger: Trigger) -> list[str]:
    return [
        f"CREATE OR REPLACE FUNCTION {trigger.name}() RETURNS trigger AS "
        f"$${_postgresql_body(trigger)}$$ LANGUAGE plpgsql",
        f"DROP TRIGGER IF EXISTS {trigger.name} ON {trigger.table}",
        f"CREATE TRIGGER {trigger.name} BEFORE {trigger.operation} ON {trigger.table} "
        f"FOR EACH ROW EXECUTE FUNCTION {trigger.name}()",
        *(_no_truncate(trigger) if trigger.operation == "DELETE" else []),
    ]


def _no_truncate(trigger: Trigger) -> list[str]:
    """TRUNCATE passes row triggers, so it is refused by a trigger of its own."""
    name = _truncating(trigger)
    return [
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger AS $$ BEGIN "
        f"RAISE EXCEPTION '{_quoted(trigger)}'; END $$ LANGUAGE plpgsql",
        f"DROP TRIGGER IF EXISTS {name} ON {trigger.table}",
        f"CREATE TRIGGER {name} BEFORE TRUNCATE ON {trigger.table} FOR EACH STATEMENT "
        f"EXECUTE FUNCTION {name}()",
    ]


def _truncating(trigger: Trigger) -> str:
    return f"{trigger.name}_truncate"


def _quoted(trigger: Trigger) -> str:
    return trigger.message.replace("'", "''")


_DDL = {"sqlite": _sqlite_ddl, "postgresql": _postgresql_ddl}
_WRITTEN = {"sqlite": _sqlite_written, "postgresql": _postgresql_written}
