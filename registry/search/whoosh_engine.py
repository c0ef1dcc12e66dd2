"""The engine on Whoosh 2.7.4. The index is a cache: anything doubtful is
IndexUnusable.
"""

import json
import logging
import shutil
import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import combinations, islice
from pathlib import Path

from whoosh import index
from whoosh.analysis import IDTokenizer
from whoosh.fields import ID, STORED, Schema
from whoosh.filedb.filestore import FileStorage, RamStorage, copy_to_ram
from whoosh.query import And, Or, Query, Term
from whoosh.searching import Searcher

from registry.errors import IndexUnusable
from registry.search.engine import Candidate
from registry.search.profile import PROFILE, Limits
from registry.search.tokens import EXACT, ROW, STEM
from registry.search.whoosh_writing import Writer

TOKENS, OWNER = "tokens", "version_id"
STAMP_FILE = "stamp.json"
MOST_KEPT = 2000
FORMAT = "2"  # changes with the schema below

log = logging.getLogger(__name__)


def _schema() -> Schema:
    return Schema(
        tokens=ID(analyzer=IDTokenizer()),
        version_id=ID(stored=True, analyzer=IDTokenizer()),
        entry=STORED,
    )


class WhooshEngine:
    """One index directory with one open searcher, which reads a copy in memory.

    What its methods promise is told by `Engine`.
    """

    def __init__(self, directory: Path, limits: Limits = PROFILE.limits) -> None:
        self.directory = directory
        self._limits = limits
        self._searcher: Searcher | None = None
        self._opened, self._in_memory = "", False
        self._entries: dict[int, Candidate] = {}
        self._numbers: dict[tuple[int, str], int] = {}
        self._lock = threading.RLock()

    def stamp(self) -> str:
        """Read from a file beside the index, so that it is known without opening it."""
        if self._in_memory:
            return self._opened
        try:
            data = json.loads((self.directory / STAMP_FILE).read_text(encoding="utf-8"))
            return str(data["stamp"]) if data["format"] == FORMAT else ""
        except FileNotFoundError:
            return ""
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise IndexUnusable("Søgeindeksets mærke kan ikke læses.") from error

    def rebuild(self, entries: Iterable[Candidate], stamp: str) -> None:
        """Empty the directory, all but its README.md, and write the index there; where
        that cannot be done, keep it in memory until the next rebuild.
        """
        listed = list(entries)
        with self._lock:
            self._close()
            try:
                self._rebuild_on_disk(listed, stamp)
            except (OSError, index.LockError) as error:
                # The disk is full or closed to us, or another process writes there.
                log.warning("the index is kept in memory alone: %r", error)
                self._rebuild_in_memory(listed, stamp)

    def _rebuild_on_disk(self, entries: Iterable[Candidate], stamp: str) -> None:
        for path in self.directory.glob("*"):
            if path.name != "README.md":
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        self.directory.mkdir(parents=True, exist_ok=True)
        self._write(self._storage().create_index(_schema()), entries, stamp)

    def _rebuild_in_memory(self, entries: Iterable[Candidate], stamp: str) -> None:
        held = RamStorage().create_index(_schema())
        _fill(held, entries)
        self._searcher = held.searcher()
        self._opened, self._in_memory = stamp, True

    def add(self, entries: Iterable[Candidate], stamp: str) -> None:
        """Write the entries beside those that are there, and merge the segments."""
        with self._lock, _doubted():
            if self._in_memory:
                raise IndexUnusable("Søgeindekset kan ikke skrives.")
            self._write(self._storage().open_index(), entries, stamp)

    def _storage(self) -> FileStorage:
        """Read as files, never mapped: a mapped file that is cut short ends the
        process.
        """
        return FileStorage(str(self.directory), supports_mmap=False)

    def _write(
        self, opened: index.Index, entries: Iterable[Candidate], stamp: str
    ) -> None:
        (self.directory / STAMP_FILE).unlink(missing_ok=True)
        _fill(opened, entries)
        self._close()
        data = json.dumps({"format": FORMAT, "stamp": stamp})
        (self.directory / STAMP_FILE).write_text(data, encoding="utf-8")

    def version_ids(self) -> frozenset[int]:
        """The versions named by the documents of the index."""
        with self._searching() as searcher:
            return frozenset(
                int(value) for value in searcher.reader().field_terms(OWNER)
            )

    def candidates(
        self,
        concepts: Sequence[Collection[str]],
        version_ids: Collection[int],
        *,
        enough: int,
    ) -> list[Candidate]:
        """Entries by tiers, in the order of the index within each; never more than the
        limits allow.
        """
        wanted = frozenset(version_ids)
        candidates: dict[int, Candidate] = {}

        with self._searching() as searcher:
            asked = [_any_of(tokens) for tokens in concepts if tokens]
            for query in _tiers(asked, self._limits.most_combined):
                for number in searcher.docs_for_query(query):
                    if number not in candidates:
                        entry = self._entry(searcher, number)
                        if entry.version_id in wanted:
                            candidates[number] = entry
                    if len(candidates) >= self._limits.most:
                        return list(candidates.values())
                if len(candidates) >= enough:
                    break

        return list(candidates.values())

    def _entry(self, searcher: Searcher, number: int) -> Candidate:
        """A stored document. The first ones read stay in memory as long as the index is
        open.
        """
        if number in self._entries:
            return self._entries[number]
        stored = searcher.stored_fields(number)
        kind, ref, tokens = stored["entry"]
        entry = Candidate(kind, int(stored[OWNER]), ref, tokens)
        if len(self._entries) < MOST_KEPT:
            self._entries[number] = entry
        return entry

    def rows(self, named: Iterable[tuple[int, str]]) -> list[Candidate]:
        """The rows of those versions and names that there are."""
        with self._searching() as searcher:
            if not self._numbers:
                self._numbers = {
                    (int(stored[OWNER]), stored["entry"][1]): number
                    for number, stored in searcher.reader().iter_docs()
                    if stored["entry"][0] == ROW
                }
            return [
                self._entry(searcher, self._numbers[name])
                for name in named
                if name in self._numbers
            ]

    def frequency(self, tokens: Collection[str]) -> int:
        """The number of documents that hold the token which most of them hold."""
        with self._searching() as searcher:
            reader = searcher.reader()
            return max(
                (reader.doc_frequency(TOKENS, token) for token in tokens), default=0
            )

    def words(self) -> dict[str, int]:
        """Every word as it stands, with the number of documents that hold it."""
        with self._searching() as searcher:
            reader = searcher.reader()
            return {
                text.removeprefix(EXACT): reader.doc_frequency(TOKENS, text)
                for text in reader.field_terms(TOKENS)
                if text.startswith(EXACT)
            }

    def stems(self) -> frozenset[str]:
        """The stems that stand in some document."""
        with self._searching() as searcher:
            tokens = searcher.reader().field_terms(TOKENS)
            return frozenset(t.removeprefix(STEM) for t in tokens if t.startswith(STEM))

    def size(self) -> int:
        """The number of documents, of all versions."""
        with self._searching() as searcher:
            return int(searcher.doc_count())

    @contextmanager
    def _searching(self) -> Iterator[Searcher]:
        with self._lock, _doubted():
            stamp = self.stamp()
            if not stamp:
                self._close()
                raise IndexUnusable("Søgeindekset mangler.")
            if self._searcher is None or self._opened != stamp:
                self._close()
                self._searcher = copy_to_ram(self._storage()).open_index().searcher()
                self._opened = stamp
            yield self._searcher

    def _close(self) -> None:
        if self._searcher is not None:
            with suppress(OSError):
                self._searcher.close()
        self._searcher, self._opened, self._in_memory = None, "", False
        self._entries, self._numbers = {}, {}


@contextmanager
def _doubted() -> Iterator[None]:
    """Whatever goes wrong inside the index says that it cannot be used."""
    try:
        yield
    except IndexUnusable:
        raise
    except Exception as error:
        raise IndexUnusable("Søgeindekset kan ikke læses.") from error


def _fill(opened: index.Index, entries: Iterable[Candidate]) -> None:
    """Add the entries to an index, all or none."""
    writer = Writer(opened)
    try:
        for entry in entries:
            owner = str(entry.version_id)
            writer.add_entry(
                {TOKENS: frozenset().union(*entry.tokens.values()), OWNER: [owner]},
                {
                    OWNER: owner,
                    "entry": (entry.kind, entry.ref, dict(entry.tokens)),
                },
            )
    except BaseException:
        writer.cancel()  # a failed writer would keep the lock
        raise

    writer.commit(optimize=True)


def _any_of(tokens: Collection[str]) -> Query:
    terms = [Term(TOKENS, token) for token in sorted(tokens)]
    return terms[0] if len(terms) == 1 else Or(terms)


def _tiers(concepts: Sequence[Query], most_combined: int) -> Iterator[Query]:
    """All concepts; all but one; … ; any."""
    for size in range(len(concepts), 0, -1):
        chosen = [
            And(list(some))
            for some in islice(combinations(concepts, size), most_combined)
        ]
        yield chosen[0] if len(chosen) == 1 else Or(chosen)
