"""The database: engine, sessions, and schema versions."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, func, inspect, select, text
from sqlalchemy.pool import NullPool
from sqlmodel import Session

from registry.errors import SchemaTooNew
from registry.triggers import install_triggers

MIGRATIONS = Path(__file__).parent / "migrations"
# Names the one lock that makes writers of a PostgreSQL database take turns.
WRITERS_TURN = 20190701


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
        if engine.dialect.name == "postgresql":
            # SQLite's writers take turns by themselves. The audit trail's chain needs it.
            session.execute(select(func.pg_advisory_xact_lock(WRITERS_TURN)))
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
