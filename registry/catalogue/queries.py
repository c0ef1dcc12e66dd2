"""What the catalogue holds at a moment. Every reader asks here; nothing here writes.

A Snapshot is read whole, is immutable, and is kept while the database stands as it
stood.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine, text

from registry.catalogue.loading import LoadedSnapshot, load_snapshot
from registry.catalogue.snapshot import Snapshot
from registry.catalogue.snapshot_swap import SnapshotSwap
from registry.clock import Moment, today
from registry.storage.sqlite import Watch
from registry.storage.triggers import CATALOGUE_RECORDS

# The newest snapshots stay in memory, never more rows than these: one row with all that
# hangs on it and is made of it for an answer takes some 35 kB, so they are about 60 MB
# together (tests/attack/dates.py).
KEPT_SNAPSHOTS, KEPT_ROWS = 16, 1600


class Catalogue:
    """Snapshots of one database, the newest kept in memory."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._kept: OrderedDict[tuple[str, Moment], Snapshot] = OrderedDict()
        self._last: LoadedSnapshot | None = None
        self._lock, self._loading = threading.Lock(), threading.Lock()
        self._watch = _watch_of(engine)
        self._known: tuple[object, str] | None = None
        self._swap = SnapshotSwap()

    def fingerprint(self) -> str:
        """Changes with every event that changes what readers see."""
        mark, known = self._watch.mark() if self._watch else None, self._known
        if mark is not None and known is not None and known[0] == mark:
            return known[1]

        with self.engine.connect() as connection:
            counted = connection.scalar(text(_FINGERPRINT))
        fingerprint = f"{counted}{self._file_mark()}"
        # The mark was taken first: what is written meanwhile is looked at again.
        self._known = (mark, fingerprint)
        return fingerprint

    def _file_mark(self) -> str:
        """Tells one SQLite file from another put in its place that holds as much."""
        if self.engine.dialect.name != "sqlite":
            return ""
        return f".{Path(str(self.engine.url.database)).stat().st_ino}"

    def at(self, moment: Moment) -> Snapshot:
        """What the catalogue shows at the moment."""
        return self._at(self.fingerprint(), moment)

    def today(self) -> Snapshot:
        """What the catalogue shows today, of all that is recorded."""
        return self.at(Moment(today()))

    def lately(self, moment: Moment) -> Snapshot:
        """What readers are shown of the moment: as `at`, but for a short while after a
        change, while the new state is made, of the last whole one (`lag`).
        """
        shown = self.shown()
        kept = self._find((shown, moment))
        # What is not there any more cannot be read any more.
        return kept or self.at(moment)

    def shown(self) -> str:
        """The fingerprint of the state that readers are shown."""
        newest = self.fingerprint()
        if not self._swap.seconds:
            return newest
        return self._swap.shown(newest, self._make_ready)

    def shown_now(self) -> str:
        """The same, without waiting for one that is being made."""
        return self._swap.current if self._swap.seconds else self.fingerprint()

    def lag(self, seconds: float) -> None:
        """Let readers be shown the last whole state for so long after a change."""
        self._swap.seconds = seconds

    def catch_up(self) -> None:
        """Wait until readers are shown what has been written, as long as they may be
        kept from it.
        """
        self._swap.wait(self.fingerprint(), self._make_ready)

    def make_ready(self, work: Callable[[Snapshot], object]) -> None:
        """Have the work done with each new state before readers are shown it."""
        self._swap.works.append(work)

    def _make_ready(self) -> str:
        snapshot = self.today()
        self._swap.prepare(snapshot)
        return snapshot.fingerprint

    def _find(self, key: tuple[str, Moment]) -> Snapshot | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def _at(self, fingerprint: str, moment: Moment) -> Snapshot:
        kept = self._find((fingerprint, moment))
        if kept:
            return kept
        with self._loading:
            return self._find((fingerprint, moment)) or self._read(fingerprint, moment)

    def _read(self, fingerprint: str, moment: Moment) -> Snapshot:
        loaded = load_snapshot(
            self.engine,
            moment,
            fingerprint=fingerprint,
            database=_database_of(fingerprint),
            before=self._last,
        )
        if moment.vist is None:
            self._last = loaded
        with self._lock:
            self._kept[fingerprint, moment] = loaded.snapshot
            self._forget()

        return loaded.snapshot

    def _forget(self) -> None:
        """Let the oldest go. The newest stays, however large, and that which readers
        are shown.
        """
        rows = sum(snapshot.size for snapshot in self._kept.values())
        for key in list(self._kept)[:-1]:
            if len(self._kept) <= KEPT_SNAPSHOTS and rows <= KEPT_ROWS:
                return
            if key != (self._swap.current, Moment(today())):
                rows -= self._kept.pop(key).size


def _watch_of(engine: Engine) -> Watch | None:
    if engine.dialect.name != "sqlite":
        return None
    return Watch(Path(str(engine.url.database)))


def _database_of(fingerprint: str) -> str:
    """Which database it is the fingerprint of: how it was begun, and its file."""
    return fingerprint.partition(BEGUN)[2]


BEGUN = "#"
_HELD = "coalesce(max(id), 0) || '-' || count(*)"
# Table names come from a constant, never from a user.
_FINGERPRINT = "SELECT " + " || '.' || ".join(  # noqa: S608 (our own names)
    [
        *(
            f"(SELECT {_HELD} FROM {table})"  # noqa: S608 (our own names)
            for table in CATALOGUE_RECORDS
        ),
        "(SELECT coalesce(max(id), 0) || '-' || count(*) || '-' || coalesce(sum(id), "
        "0) FROM version WHERE state = 'published')",
        # The findings of a draft that is withdrawn wait again.
        "(SELECT count(*) FROM finding_draft f JOIN version v ON v.id = f.version_id "
        "WHERE v.state = 'withdrawn')",
        # Tells one database from another that holds as much: how it was begun.
        f"'{BEGUN}'",
        "coalesce((SELECT hash FROM audit_entry ORDER BY id LIMIT 1), '')",
    ]
)
