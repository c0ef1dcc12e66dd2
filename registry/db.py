"""The database: engine, sessions, schema versions, and the triggers that keep it immutable."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.pool import NullPool
from sqlmodel import Session

from registry.errors import SchemaTooNew

MIGRATIONS = Path(__file__).parent / "migrations"
PUBLISHED_CHILDREN = ("snitflade", "party", "relation")
APPEND_ONLY = (
    "adoption",
    "agreement",
    "audit_entry",
    "confirmation",
    "contact_point",
    "continuation",
    "editor_note",
    "ending",
    "health_agreement",
    "organisation",
    "rekeying",
    "review",
    "succession",
    "term",
    "word",
)


class Trigger(NamedTuple):
    """Refuse `operation` on `table` where `condition` (SQL over OLD and NEW) holds."""

    table: str
    operation: str
    condition: str
    message: str

    @property
    def name(self) -> str:
        return f"immutable_{self.table}_{self.operation.lower()}"


def _child_condition(sides: tuple[str, ...]) -> str:
    published = "(SELECT state FROM version WHERE id = {}.version_id) = 'published'"
    return " OR ".join(published.format(side) for side in sides)


# INSERT OR REPLACE on a connection whose triggers do not recurse would replace a row unseen.
_EXISTS = "EXISTS (SELECT 1 FROM {} WHERE id = NEW.id)"

TRIGGERS = (
    Trigger(
        "version",
        "INSERT",
        f"NEW.state = 'published' OR {_EXISTS.format('version')}",
        "insert a draft, then publish it",
    ),
    Trigger("version", "UPDATE", "OLD.state = 'published'", "a published version is immutable"),
    Trigger("version", "DELETE", "OLD.state = 'published'", "a published version is immutable"),
    *(
        Trigger(table, operation, _child_condition(sides), "a published version is immutable")
        for table in PUBLISHED_CHILDREN
        for operation, sides in (
            ("INSERT", ("NEW",)),
            ("UPDATE", ("OLD", "NEW")),
            ("DELETE", ("OLD",)),
        )
    ),
    *(
        Trigger(table, operation, condition, "a record is never changed or deleted")
        for table in APPEND_ONLY
        for operation, condition in (
            ("INSERT", _EXISTS.format(table)),
            ("UPDATE", "1 = 1"),
            ("DELETE", "1 = 1"),
        )
    ),
)


def connect(url: str) -> Engine:
    """An engine for the address. SQLite: WAL, foreign keys, and a new connection each time,

    so that a database file that was put in another's place is seen at once.
    """
    if not url.startswith("sqlite"):
        return create_engine(url)
    path = url.removeprefix("sqlite:///")
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, poolclass=NullPool)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    for pragma in (
        "journal_mode = WAL",
        "foreign_keys = ON",
        "busy_timeout = 5000",
        # INSERT OR REPLACE deletes without firing DELETE triggers unless these recurse.
        "recursive_triggers = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")
    # The driver begins a transaction only before an INSERT, UPDATE or DELETE: readings would see
    # several states, and half a migration would stay. So we begin them ourselves.
    connection.isolation_level = None


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes its turn at once, so that what it reads first still holds when it writes.
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def transaction(engine: Engine) -> Iterator[Session]:
    """A session that commits at the end, or leaves nothing behind when an error leaves it."""
    writing = engine.execution_options(writes=True)
    with Session(writing, expire_on_commit=False) as session, session.begin():
        yield session


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session for reading. Objects read stay usable after it closes."""
    with Session(engine, expire_on_commit=False, autoflush=False) as session:
        yield session
        session.expunge_all()


def schema_revisions() -> list[str]:
    """The names of this release's migrations, oldest first."""
    return sorted(path.stem for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def current_revision(engine: Engine) -> str | None:
    """The migration the database stands at; None when it is empty."""
    if not inspect(engine).has_table("alembic_version"):
        return None
    with engine.connect() as connection:
        revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return None if revision is None else str(revision)


def migrate(engine: Engine) -> Path | None:
    """Bring the schema up to this release. Returns the backup made first, if one was needed.

    Raises SchemaTooNew where a newer release wrote the database; it is left untouched.
    """
    known, current = schema_revisions(), current_revision(engine)
    if current == known[-1]:
        return None
    if current is not None and current not in known:
        raise SchemaTooNew(
            f"Databasen er skrevet af en nyere udgave af programmet (skema «{current}»). "
            "Opdatér programmet; databasen er ikke rørt."
        )
    backup = _backup(engine, current) if current else None
    _upgrade(engine)
    return backup


def _upgrade(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.execution_options(writes=True).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        install_triggers(connection)


def _backup(engine: Engine, revision: str) -> Path | None:
    """Copy a SQLite database beside itself. A server database is backed up by its own tools."""
    if engine.dialect.name != "sqlite":
        return None
    source = Path(str(engine.url.database))
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    target = source.with_name(f"{source.stem}-{revision}-{stamp}.bak.sqlite")
    with sqlite3.connect(source) as old, sqlite3.connect(target) as new:
        old.backup(new)
    old.close()
    new.close()
    return target


def install_triggers(connection: Connection) -> None:
    """Recreate every trigger. Alembic's batch mode drops them silently with the old table."""
    for trigger in TRIGGERS:
        for statement in _DDL[connection.dialect.name](trigger):
            connection.execute(text(statement))


def missing_triggers(connection: Connection) -> list[str]:
    """The names of triggers that should be there and are not."""
    catalogue = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
    }[connection.dialect.name]
    present = set(connection.scalars(text(catalogue)))
    return [trigger.name for trigger in TRIGGERS if trigger.name not in present]


def _sqlite_ddl(trigger: Trigger) -> list[str]:
    return [
        f"DROP TRIGGER IF EXISTS {trigger.name}",
        f"CREATE TRIGGER {trigger.name} BEFORE {trigger.operation} ON {trigger.table} "
        f"WHEN {trigger.condition} BEGIN SELECT RAISE(ABORT, '{trigger.message}'); END",
    ]


def _postgresql_ddl(trigger: Trigger) -> list[str]:
    result = "OLD" if trigger.operation == "DELETE" else "NEW"
    return [
        f"CREATE OR REPLACE FUNCTION {trigger.name}() RETURNS trigger AS $$ BEGIN "
        f"IF {trigger.condition} THEN RAISE EXCEPTION '{trigger.message}'; END IF; "
        f"RETURN {result}; END $$ LANGUAGE plpgsql",
        f"DROP TRIGGER IF EXISTS {trigger.name} ON {trigger.table}",
        f"CREATE TRIGGER {trigger.name} BEFORE {trigger.operation} ON {trigger.table} "
        f"FOR EACH ROW EXECUTE FUNCTION {trigger.name}()",
        *(_no_truncate(trigger) if trigger.operation == "DELETE" else []),
    ]


def _no_truncate(trigger: Trigger) -> list[str]:
    """TRUNCATE passes row triggers, so it is refused by a trigger of its own."""
    name = f"{trigger.name}_truncate"
    return [
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger AS $$ BEGIN "
        f"RAISE EXCEPTION '{trigger.message}'; END $$ LANGUAGE plpgsql",
        f"DROP TRIGGER IF EXISTS {name} ON {trigger.table}",
        f"CREATE TRIGGER {name} BEFORE TRUNCATE ON {trigger.table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {name}()",
    ]


_DDL = {"sqlite": _sqlite_ddl, "postgresql": _postgresql_ddl}
