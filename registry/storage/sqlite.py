"""Opening a SQLite file: for its owner alone, and for reading where it cannot be
written.
"""

import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

PRIVATE = 0o600
# Windows lets nobody put another file in the place of one that is open.
KEEPS_OPEN = os.name != "nt"
# What SQLite says where a file, or the log beside it, cannot be written.
UNWRITABLE = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_FULL", "SQLITE_IOERR")


def open(path: Path) -> sqlite3.Connection:
    """A connection in WAL mode. Where the disk is full or nothing may be written, one
    that reads what is there. Raises sqlite3.Error where it can be neither; a file that
    is not there is not made.
    """
    address = f"{path.resolve().as_uri()}?mode=rw"
    connection = sqlite3.connect(address, uri=True, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        _look(connection)
    except sqlite3.Error as error:
        connection.close()
        if not error.sqlite_errorname.startswith(UNWRITABLE):
            raise
        return open_for_reading(path)

    return connection


class ForReading(sqlite3.Connection):
    """A connection that can only read."""


class Watch:
    """Tells whether a database file has been written to, or another put in its place,
    by a connection that is kept: to open one for each look takes a hundred times as
    long.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None
        self._times = 0
        self._lock = threading.Lock()

    def mark(self) -> tuple[int, ...] | None:
        """Another mark after every commit of another connection. None where that
        cannot be told: then the file has to be read.
        """
        if not KEEPS_OPEN:
            return None
        with self._lock:
            try:
                return self._mark()
            except (OSError, sqlite3.Error):
                self._close()
                return None

    def _mark(self) -> tuple[int, ...]:
        status = self._path.stat()
        file = (status.st_dev, status.st_ino)

        if self._kept is None or self._file != file:
            self._close()
            # Never immutable: such a connection sees nothing of what others write.
            self._kept, self._file = _opened(self._path, "mode=ro"), file
            self._times += 1

        with closing(self._kept.execute("PRAGMA data_version")) as read:
            # The numbers of two connections cannot be compared.
            return (*file, self._times, *read.fetchone())

    def _close(self) -> None:
        if self._kept is not None:
            self._kept.close()
        self._kept = None


def open_for_reading(path: Path) -> sqlite3.Connection:
    """A connection that writes nothing, not even the index of the log beside the
    file. Raises sqlite3.Error.
    """
    try:
        return _opened(path, "mode=ro")
    except sqlite3.OperationalError as error:
        log = path.with_name(f"{path.name}-wal")
        holds_more = log.exists() and log.stat().st_size
        if holds_more or not error.sqlite_errorname.startswith(UNWRITABLE):
            raise
        # Without a log nobody writes, and the file alone is all there is.
        return _opened(path, "mode=ro&immutable=1")


def make(path: Path) -> None:
    """A new database gets its folder, and is its owner's alone from the start. Raises
    OSError.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=PRIVATE)


def make_private(path: Path) -> None:
    """Make an empty file that only its owner can read, before anything is in it."""
    path.unlink(missing_ok=True)
    path.touch(mode=PRIVATE)


def close_to_others(path: Path) -> None:
    """Take a file, and the log beside it, from everybody but the owner."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        file = path.with_name(name)
        if file.exists() and file.stat().st_mode & 0o077:
            file.chmod(PRIVATE)


def _opened(path: Path, how: str) -> sqlite3.Connection:
    address = f"{path.resolve().as_uri()}?{how}"
    connection = sqlite3.connect(
        address, uri=True, check_same_thread=False, factory=ForReading
    )

    try:
        _look(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _look(connection: sqlite3.Connection) -> None:
    """Read something: a file that cannot be read is opened without a word."""
    with closing(connection.execute("SELECT count(*) FROM sqlite_master")) as read:
        read.fetchone()
