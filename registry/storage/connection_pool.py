"""One connection to a SQLite file for all that a page asks: to open one takes as long
as thirty questions to it, since the whole schema is read each time.

Between two uses a connection is lent back; when the page is answered it is closed. What
is kept is only used while the same file stands at its place.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from registry.storage.sqlite import ForReading

FILE = "file"
_Lent = dict["Lending", ConnectionPoolEntry]
# None outside a page: then nothing is kept.
_lent: ContextVar[_Lent | None] = ContextVar("lent", default=None)


@contextmanager
def kept_open() -> Iterator[None]:
    """Keep one connection of each database until the end of the block."""
    lent = _Lent()
    before = _lent.set(lent)
    try:
        yield
    finally:
        _lent.reset(before)
        for pooled in lent.values():
            pooled.close()


class Lending(NullPool):
    """The connections to the file at `path`, as `creator` opens them: a new one each
    time, or within `kept_open` the one that is back.
    """

    def __init__(
        self, creator: Callable[[], Any], *, path: Path, **options: Any
    ) -> None:
        super().__init__(creator, **options)
        self._path = path

    def _do_get(self) -> ConnectionPoolEntry:
        lent = _lent.get()
        pooled = lent.pop(self, None) if lent else None
        if pooled and pooled.info.get(FILE) == self._file():
            return pooled
        if pooled:
            pooled.close()

        # Looked at first: another file put there meanwhile is then taken for another.
        file = self._file()
        pooled = self._create_connection()
        pooled.info[FILE] = file
        return pooled

    def _do_return_conn(self, pooled: ConnectionPoolEntry) -> None:
        lent = _lent.get()
        # One that reads what cannot be written may not see what is written later.
        reads_only = isinstance(pooled.dbapi_connection, ForReading)
        if lent is None or self in lent or reads_only or not pooled.dbapi_connection:
            pooled.close()
        else:
            lent[self] = pooled

    def recreate(self) -> "Lending":
        """Another pool for the same file, as SQLAlchemy asks for after a dispose."""
        return Lending(
            self._creator,  # type: ignore[arg-type]
            path=self._path,
            recycle=self._recycle,
            echo=self.echo,
            logging_name=self._orig_logging_name,
            reset_on_return=self._reset_on_return,
            pre_ping=self._pre_ping,
            _dispatch=self.dispatch,
            dialect=self._dialect,
        )

    def _file(self) -> tuple[int, int] | None:
        try:
            status = self._path.stat()
        except OSError:
            return None
        return status.st_dev, status.st_ino
