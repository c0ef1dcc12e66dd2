"""A copy of everything in one file, taken while the catalogue runs, and put back again.

The database holds all there is to keep: content, versions, records, stored files,
accounts and the audit trail. The index is derived, and the key that signs sessions
stays where it is.
"""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Engine

from registry import clock
from registry.errors import BadInput, SchemaTooNew
from registry.storage import atomic_files, db, sqlite
from registry.storage.system_words import in_danish
from registry.storage.troubles import trouble_of

NOT_A_CATALOGUE = (
    "«{}» er ikke et katalog, eller filen er beskadiget. Den nyeste kopi, der er hel, "
    "kan sættes på plads med «registry restore»."
)

NOT_OPENED = (
    "«{}» kan ikke åbnes. Se efter, om det er en fil, og om programmet må læse den og "
    "dens mappe."
)


class BackedUp(NamedTuple):
    """What a copy holds: so many published versions and entries of the trail. `kept`:
    where what stood there before now is.
    """

    versions: int
    entries: int
    kept: Path | None = None


def backup(engine: Engine, target: Path) -> BackedUp:
    """Copy the database, as it stands at one moment, to a file that is not there yet.

    The file appears only when it is whole and was opened and found sound. Raises
    BadInput.
    """
    source = _file_of(engine)
    if not source.exists():
        raise BadInput(f"Databasen «{source}» findes ikke.", "FILE")
    if target.exists():
        raise BadInput(f"«{target}» findes allerede. Vælg et andet navn.", "FILE")
    if not target.parent.is_dir():
        raise BadInput(f"Mappen «{target.parent}» findes ikke.", "FILE")

    atomic_files.clear(target.parent)
    partial = atomic_files.beside(target)
    try:
        _copy(source, partial)
        copied = _checked(partial, called=source)
        # A link is refused where the name was taken meanwhile; a rename would
        # overwrite.
        _appear(partial, target)
    finally:
        partial.unlink(missing_ok=True)

    return copied


def restore(engine: Engine, source: Path, *, replace: bool = False) -> BackedUp:
    """Put a copy in the database's place. What stood there is kept beside it under a
    dated name.

    Raises BadInput where the file is no copy, where something stands there and
    `replace` is not given, or where the catalogue is running; SchemaTooNew where a
    newer release made the copy.
    """
    target = _file_of(engine)
    if not source.is_file():
        raise BadInput(f"Filen «{source}» findes ikke.", "FILE")
    if target.exists() and not replace:
        raise BadInput(
            f"Der er allerede en database i «{target}». Brug --replace; så bliver den "
            "gemt.",
            "--replace",
        )

    target.parent.mkdir(parents=True, exist_ok=True)
    partial = atomic_files.beside(target)
    try:
        # What stands there is kept only when the copy is whole and sound beside it, and
        # replaced last, at a stroke: broken off anywhere, it still stands there whole.
        _checked(source)
        _copy(source, partial)
        copied = _checked(partial)
        kept = _set_aside(target) if target.exists() else None
        partial.replace(target)
        _sync(target.parent)
    finally:
        partial.unlink(missing_ok=True)

    return copied._replace(kept=kept)


def _file_of(engine: Engine) -> Path:
    if engine.dialect.name != "sqlite":
        raise BadInput(
            "Databasen er PostgreSQL. Tag sikkerhedskopier med dens egne programmer, "
            "fx pg_dump.",
            "FILE",
        )
    return Path(str(engine.url.database))


def _copy(source: Path, target: Path) -> None:
    """Copy a database page by page as it stands at one moment, and see it to the disk;
    only its owner can read it. Raises BadInput, which names the disk that fails.
    """
    try:
        sqlite.make_private(target)
        with closing(_opened(source)) as old, closing(sqlite3.connect(target)) as new:
            old.backup(new)
            # One file: what is copied from a running database would ask for its log.
            new.execute("PRAGMA journal_mode = DELETE")

        _sync(target)
    except OSError as error:
        raise BadInput(_unwritten(target, in_danish(error)), "FILE") from error
    except sqlite3.DatabaseError as error:
        trouble = trouble_of(error)
        if trouble and trouble.passes:
            raise BadInput(trouble.way_back, "FILE") from error
        if _is_sound(source):
            raise BadInput(_unwritten(target, str(error)), "FILE") from error
        raise BadInput(_unreadable(source, error), "FILE") from error


def _unreadable(path: Path, error: sqlite3.DatabaseError) -> str:
    """Why a file cannot be read as a catalogue: one that may not be opened is not
    damaged, and needs no copy.
    """
    trouble = trouble_of(error)
    if not path.is_file() or (trouble and trouble.key == "away"):
        return NOT_OPENED.format(path)
    return NOT_A_CATALOGUE.format(path)


def _unwritten(target: Path, why: str) -> str:
    return (
        f"Der kan ikke skrives i «{target.parent}» ({why}). Er der plads, og må "
        "programmet skrive der? Databasen selv fejler intet."
    )


def _is_sound(path: Path) -> bool:
    """Whether a database can be read, so that the fault lies where it was to go."""
    try:
        with closing(_opened(path)) as connection:
            return bool(connection.execute("PRAGMA quick_check").fetchone()[0] == "ok")
    except sqlite3.Error:
        return False


def _opened(path: Path) -> sqlite3.Connection:
    """A database for reading; one that is not there is not made."""
    return sqlite.open_for_reading(path)


def _checked(path: Path, called: Path | None = None) -> BackedUp:
    """Open the copy and count what it holds; `called` is the name that people know it
    by. Raises BadInput, SchemaTooNew.
    """
    called = called or path
    try:
        with closing(_opened(path)) as connection:
            sound = connection.execute("PRAGMA integrity_check").fetchone()[0]
            revision = connection.execute(
                "SELECT version_num FROM alembic_version"
            ).fetchone()
            versions = _count(connection, "version WHERE state = 'published'")
            entries = _count(connection, "audit_entry")
    except sqlite3.DatabaseError as error:
        raise BadInput(_unreadable(called, error), "FILE") from error

    if sound != "ok" or revision is None:
        raise BadInput(NOT_A_CATALOGUE.format(called), "FILE")
    if revision[0] not in db.schema_revisions():
        raise SchemaTooNew(
            f"«{called}» er skrevet af en nyere udgave af programmet. Opdatér det."
        )

    return BackedUp(versions, entries)


def _count(connection: sqlite3.Connection, what: str) -> int:
    counted = f"SELECT count(*) FROM {what}"  # noqa: S608 (our own tables)
    return int(connection.execute(counted).fetchone()[0])


def _appear(partial: Path, target: Path) -> None:
    try:
        os.link(partial, target)
    except FileExistsError as error:
        raise BadInput(
            f"«{target}» findes allerede. Vælg et andet navn.", "FILE"
        ) from error
    except OSError:
        # A file system without hard links.
        partial.replace(target)

    _sync(target.parent)


def _set_aside(target: Path) -> Path:
    """A copy of what stands there, under a dated name. What stands there is left as it
    is.

    Only one who is alone with a database can take it out of WAL; its log is then part
    of it.
    """
    stamp = f"{clock.now():%Y%m%dT%H%M%S}"
    kept = target.with_name(f"{target.stem}-{stamp}-erstattet{target.suffix}")

    try:
        with closing(sqlite3.connect(target, timeout=2)) as connection:
            mode = connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
    except sqlite3.OperationalError as error:
        raise BadInput("Kataloget kører. Stop det, og prøv igen.", "FILE") from error
    except sqlite3.DatabaseError:
        # Damaged, which may be why it is to be replaced: kept as it is, byte by byte.
        mode = "delete"

    if mode != "delete":
        raise BadInput("Kataloget kører. Stop det, og prøv igen.", "FILE")

    partial = atomic_files.beside(kept)
    sqlite.make_private(partial)
    partial.write_bytes(target.read_bytes())
    _sync(partial)
    partial.replace(kept)
    return kept


def _sync(path: Path) -> None:
    """See a file, or a folder's names, to the disk. Windows cannot open folders, and
    need not.
    """
    if path.is_dir() and os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
