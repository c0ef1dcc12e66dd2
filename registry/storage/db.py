"""The database: engine, sessions, and schema versions."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    create_engine,
    event,
    func,
    inspect,
    select,
    text,
)
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from registry.errors import SchemaTooNew, SchemaTooOld
from registry.storage import as_sealed, atomic_files, audit, seals, sqlite
from registry.storage.connection_pool import Lending
from registry.storage.events import Event
from registry.storage.guards import install_triggers
from registry.storage.privileges import owns

MIGRATIONS = Path(__file__).parent / "migrations"
# Names the one lock that makes writers of a PostgreSQL database take turns.
WRITERS_TURN = 20190701
# How long a writer waits for its turn, in thousandths of a second.
PATIENCE = 5000
# What SQLite and PostgreSQL say where a migration was made before.
THERE_ALREADY = ("duplicate column name", "already exists")


class Unrecorded(Exception):
    """A fault of ours: what is written is told of by an entry after it, which seals it
    (audit.write_entry).
    """


def connect(url: str) -> Engine:
    """An engine for the address. SQLite: WAL, foreign keys, and no connection outlives
    what it was opened for (`lent`), so that a database file that was put in another's
    place is seen at once; one that cannot be written can be read.
    """
    if not url.startswith("sqlite"):
        return create_engine(url, hide_parameters=True)
    path = Path(url.removeprefix("sqlite:///"))
    pool = Lending(lambda: sqlite.open(path), path=path)
    engine = create_engine(url, pool=pool, hide_parameters=True)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)

    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _pooled: Any) -> None:
    for pragma in (
        "foreign_keys = ON",
        f"busy_timeout = {PATIENCE}",
        # INSERT OR REPLACE deletes without firing DELETE triggers unless these recurse.
        "recursive_triggers = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")

    # The driver begins a transaction only before an INSERT, UPDATE or DELETE: readings
    # would see several states, and half a migration would stay. So we begin them
    # ourselves.
    connection.isolation_level = None


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes its turn at once, so that what it reads first still holds when it
    # writes.
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def transaction(engine: Engine) -> Iterator[Session]:
    """A session that commits at the end, or leaves nothing behind when an error leaves
    it.

    Raises Unrecorded where something was written that no entry of the trail tells of,
    and AlteredOutside where what is written over is not what the catalogue wrote.
    """
    writing = engine.execution_options(writes=True)
    with Session(writing, expire_on_commit=False) as session, session.begin():
        if engine.dialect.name == "postgresql":
            _take_turn(session)
        as_sealed.watch(session)
        seals.watch(session)
        yield session
        untold = seals.unsealed(session)
        if untold:
            raise Unrecorded(f"no entry of the trail tells of {untold[:5]}")


def _take_turn(session: Session) -> None:
    """SQLite's writers take turns by themselves. The audit trail's chain needs it.

    The wait ends as it does there, and is answered alike (troubles.py); it holds for
    the transaction alone, and so also behind a pool that lends connections to others.
    """
    session.execute(text(f"SET LOCAL lock_timeout = {PATIENCE}"))
    session.execute(select(func.pg_advisory_xact_lock(WRITERS_TURN)))


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
    """Bring the schema up to this release. Returns the backup made first, if one was
    needed.

    Raises SchemaTooNew where a newer release wrote the database or it does not say
    which, and SchemaTooOld where it is not ours to bring up; it is left untouched.
    """
    if engine.dialect.name == "sqlite":
        sqlite.make(Path(str(engine.url.database)))
    known, current = schema_revisions(), current_revision(engine)
    if current == known[-1]:
        return None

    require_known(engine, current)
    _require_owner(engine)
    backup = _backup(engine, current) if current else None
    _upgrade(engine, current)
    return backup


def require_known(engine: Engine, current: str | None) -> None:
    """Raises SchemaTooNew where the schema is none of this release's."""
    known = schema_revisions()

    if current is not None and current not in known and current > known[-1]:
        raise SchemaTooNew(
            "Databasen er skrevet af en nyere udgave af programmet (skema "
            f"«{current}»). Opdatér programmet; databasen er ikke rørt."
        )
    if current is not None and current not in known:
        raise SchemaTooNew(
            "Programmet kender ikke det skema, databasen siger, at den har "
            f"(«{current}»). Sæt en sikkerhedskopi tilbage; databasen er ikke rørt."
        )

    if current is None and inspect(engine).has_table("audit_entry"):
        raise SchemaTooNew(
            "Databasen siger ikke længere, hvilket skema den har (alembic_version er "
            "tom). Sæt en sikkerhedskopi tilbage; databasen er ikke rørt."
        )


def _require_owner(engine: Engine) -> None:
    """On PostgreSQL the schema is the owner's, and the catalogue runs under another."""
    if engine.dialect.name != "postgresql":
        return
    with engine.connect() as connection:
        if not owns(connection):
            raise SchemaTooOld(
                "Databasens skema er fra en ældre udgave. Kør «registry migrate» og "
                "«registry grant» med ejerens REGISTRY_DATABASE_URL, og start igen."
            )


def _upgrade(engine: Engine, current: str | None) -> None:
    try:
        with engine.execution_options(writes=True).begin() as connection:
            run_migrations(connection)
            install_triggers(connection)

            if current:
                _seal_what_stands(connection, current)
    except DBAPIError as error:
        if not any(words in str(error.orig) for words in THERE_ALREADY):
            raise
        raise SchemaTooNew(
            f"Databasen siger, at dens skema er «{current}», men den har allerede det, "
            "der skulle føjes til. Sæt en sikkerhedskopi tilbage; databasen er ikke "
            "rørt."
        ) from error


def run_migrations(connection: Connection) -> None:
    """Run the migrations that the database has not had, and nothing else: triggers are
    not theirs.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _seal_what_stands(connection: Connection, current: str) -> None:
    """A database from before a migration that seals: what stands is taken as it is."""
    with Session(connection) as session:
        for revision in seals.SEALING:
            if current < revision:
                texts = ("system", Event.SEALED.key, revision, "")
                audit.append(session, texts, seals.everything(session))
        session.commit()


def _backup(engine: Engine, revision: str) -> Path | None:
    """Copy a SQLite database beside itself. A server database is backed up by its own
    tools.
    """
    if engine.dialect.name != "sqlite":
        return None

    source = Path(str(engine.url.database))
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    target = source.with_name(f"{source.stem}-{revision}-{stamp}.bak.sqlite")

    partial = atomic_files.beside(target)
    sqlite.make_private(partial)
    with (
        closing(sqlite3.connect(source)) as old,
        closing(sqlite3.connect(partial)) as new,
    ):
        old.backup(new)
    partial.replace(target)
    return target
