"""The engine on Whoosh 2.7.4. The index is a cache: anything doubtful is
IndexUnusable.

A stamp beside the indexes says which of them holds, and is put in place last: what is
written is seen whole or not at all, by every process.
"""

import json
import logging
import secrets
import shutil
import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from whoosh import index
from whoosh.analysis import IDTokenizer
from whoosh.fields import ID, STORED, Schema
from whoosh.filedb.filestore import FileStorage, RamStorage, copy_to_ram
from whoosh.util.filelock import FileLock, try_for

from registry.errors import IndexUnusable
from registry.search.engine import Candidate, Place
from registry.search.index_keys import ROW
from registry.search.index_segments import INDEX_KEYS, Segments
from registry.search.profile import PROFILE, Limits
from registry.search.said import Said, as_text
from registry.search.whoosh_index import (
    CANDIDATE,
    NAME,
    OWNER,
    SAID,
    OpenIndex,
    doubted,
    row_name,
    written_down,
)
from registry.search.whoosh_writing import Writer

STAMP_FILE, LOCK_FILE, FOLDERS = "stamp.json", "writing.lock", "index-*"
FORMAT = "7"  # changes with the schema below, and with how a candidate is stored
# How long one who writes waits for another who does, in seconds.
WRITERS_WAIT = 120.0
TRIES_A_SECOND = 20

log = logging.getLogger(__name__)


def _schema() -> Schema:
    return Schema(
        index_keys=ID(analyzer=IDTokenizer()),
        version_id=ID(stored=True, analyzer=IDTokenizer()),
        row=ID(analyzer=IDTokenizer()),
        candidate=STORED,
        said=STORED,
    )


class WhooshEngine:
    """One directory with an index, and the state of it that was opened last.

    What its methods promise is told by `Engine`.
    """

    def __init__(self, directory: Path, limits: Limits = PROFILE.limits) -> None:
        self.directory = directory
        self._limits = limits
        self._open: OpenIndex | None = None
        self._segments = Segments()
        self._in_memory = False
        self._lock = threading.RLock()

    @property
    def is_in_memory(self) -> bool:
        """Whether it could not be written, and is gone with the process."""
        return self._in_memory

    def stamp(self) -> str:
        """Read from a file beside the index, so that it is known without opening it."""
        if self._in_memory and self._open:
            return self._open.stamp
        return self._stamped()[0]

    def rebuild(
        self, candidates: Iterable[Candidate], stamp: str, after: str | None = None
    ) -> bool:
        """Write the index anew beside the one that is there, and put it in its place;
        where that cannot be done, keep it in memory until the next rebuild.
        """
        listed = list[Candidate]()

        with self._lock:
            try:
                with self._writing():
                    if after is not None and self.stamp() != after:
                        return False
                    # Analysed in turn: another process would do the same beside us.
                    listed.extend(candidates)
                    self._rebuild_on_disk(listed, stamp)
            except (OSError, index.LockError) as error:
                # The disk is full or closed to us.
                log.warning("the index is kept in memory alone: %r", error)
                self._rebuild_in_memory(listed or list(candidates), stamp)

        return True

    def _rebuild_on_disk(self, candidates: Iterable[Candidate], stamp: str) -> None:
        folder = FOLDERS.replace("*", secrets.token_hex(4))
        (self.directory / folder).mkdir()
        try:
            _fill(self._storage(folder).create_index(_schema()), candidates)
            self._put_in_place(stamp, folder)
        finally:
            self._sweep()

    def _rebuild_in_memory(self, candidates: Iterable[Candidate], stamp: str) -> None:
        held = _memory().create_index(_schema())
        _fill(held, candidates)
        self._open = OpenIndex(held.searcher(), stamp, self._limits, self._segments)
        self._in_memory = True

    def add(self, candidates: Iterable[Candidate], stamp: str, after: str) -> bool:
        """Write the candidates beside those that are there, as a segment of their own.
        Small segments are merged; the large ones are left as they are.
        """
        with self._lock, doubted(), self._writing():
            present, folder = self._stamped()
            if self._in_memory or not folder:
                raise IndexUnusable("Søgeindekset kan ikke skrives.")
            # Two that add the same would have each document stand there twice.
            if present != after:
                return False
            _fill(self._storage(folder).open_index(), candidates)
            self._put_in_place(stamp, folder)
        return True

    def opened(self) -> OpenIndex:
        """The index as it stands. What was opened stays open as long as it is asked."""
        with self._lock:
            if self._in_memory and self._open:
                return self._open
            for _ in range(3):
                stamp, folder = self._stamped()
                if not stamp:
                    self._open = None
                    raise IndexUnusable("Søgeindekset mangler.")
                if self._open is not None and self._open.stamp == stamp:
                    return self._open

                try:
                    with doubted():
                        copied = copy_to_ram(self._storage(folder)).open_index()
                        searcher = copied.searcher()
                except IndexUnusable:
                    # Another process wrote while it was read.
                    if self._stamped() == (stamp, folder):
                        raise
                else:
                    self._open = OpenIndex(
                        searcher, stamp, self._limits, self._segments
                    )
                    return self._open
            raise IndexUnusable("Søgeindekset bliver skrevet hele tiden.")

    def version_ids(self) -> frozenset[int]:
        """The versions named by the documents of the index."""
        return self.opened().version_ids()

    def candidates(
        self,
        concepts: Sequence[Collection[str]],
        version_ids: Collection[int],
        *,
        enough: int,
    ) -> list[Candidate]:
        """Candidates by tiers, of the index as it stands."""
        return self.opened().candidates(concepts, version_ids, enough=enough)

    def rows(self, named: Iterable[tuple[int, str]]) -> list[Candidate]:
        """The rows of those versions and names that there are."""
        return self.opened().rows(named)

    def said(self, named: Collection[Place]) -> Iterator[tuple[Place, Said]]:
        """What the rows of those versions and names say."""
        return self.opened().said(named)

    def frequency(self, keys: Collection[str]) -> int:
        """The number of documents that hold the key which most of them hold."""
        return self.opened().frequency(keys)

    def words(self) -> dict[str, int]:
        """Every word as it stands, with the number of documents that hold it."""
        return self.opened().words()

    def stems(self) -> frozenset[str]:
        """The stems that stand in some document."""
        return self.opened().stems()

    def size(self) -> int:
        """The number of documents, of all versions."""
        return self.opened().size()

    def _stamped(self) -> tuple[str, str]:
        """The stamp and the folder of the index that holds."""
        try:
            data = json.loads((self.directory / STAMP_FILE).read_text(encoding="utf-8"))
            if data["format"] != FORMAT:
                return "", ""
            return str(data["stamp"]), str(data["folder"])
        except FileNotFoundError:
            return "", ""
        except NotADirectoryError:
            return "", ""
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise IndexUnusable("Søgeindeksets mærke kan ikke læses.") from error

    def _put_in_place(self, stamp: str, folder: str) -> None:
        data = json.dumps({"format": FORMAT, "stamp": stamp, "folder": folder})
        new = self.directory / f"{STAMP_FILE}.{secrets.token_hex(4)}.new"
        new.write_text(data, encoding="utf-8")
        new.replace(self.directory / STAMP_FILE)
        self._open, self._in_memory = None, False

    def _sweep(self) -> None:
        """Remove what no stamp names: indexes of before, and what was left half
        written.
        """
        try:
            held = self._stamped()[1]
        except IndexUnusable:
            held = ""

        kept = {held, "README.md", STAMP_FILE, LOCK_FILE}
        for path in self.directory.glob("*"):
            if path.name not in kept:
                if path.is_dir():
                    shutil.rmtree(path, ignore_errors=True)
                else:
                    path.unlink(missing_ok=True)

    def _storage(self, folder: str) -> FileStorage:
        """Read as files, never mapped: a mapped file that is cut short ends the
        process.
        """
        return FileStorage(str(self.directory / folder), supports_mmap=False)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One process writes at a time; another waits for its turn."""
        self.directory.mkdir(parents=True, exist_ok=True)
        lock = FileLock(str(self.directory / LOCK_FILE))
        if not try_for(lock.acquire, timeout=WRITERS_WAIT, delay=1 / TRIES_A_SECOND):
            raise index.LockError
        try:
            yield
        finally:
            lock.release()


def _memory() -> RamStorage:
    """Holds an index, and what is written on the way to it: Whoosh puts that into one
    directory of the machine's temporary ones, which every process shares and the first
    to end clears, and which a full disk refuses.
    """
    memory = RamStorage()
    memory.temp_storage = lambda _name=None: RamStorage()
    return memory


def _fill(opened: index.Index, candidates: Iterable[Candidate]) -> None:
    """Add the candidates to an index, all or none."""
    writer = Writer(opened)
    try:
        for candidate in candidates:
            owner = str(candidate.version_id)
            keys = frozenset[str]().union(*candidate.index_keys.values())
            rows = (
                [row_name(candidate.version_id, candidate.ref)]
                if candidate.kind == ROW
                else []
            )
            stored = {OWNER: owner, CANDIDATE: written_down(candidate)}
            if candidate.said:
                stored[SAID] = as_text(candidate.said)
            writer.add_candidate({INDEX_KEYS: keys, OWNER: [owner], NAME: rows}, stored)
    except BaseException:
        writer.cancel()  # a failed writer would keep the lock
        raise

    writer.commit()
