"""The engine on Whoosh 2.7.4. The index is a cache: anything doubtful is IndexUnusable."""

import json
import shutil
import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import combinations, islice
from pathlib import Path

from whoosh import index
from whoosh.analysis import IDTokenizer
from whoosh.fields import ID, KEYWORD, STORED, Schema
from whoosh.filedb.filestore import FileStorage, copy_to_ram
from whoosh.query import And, Or, Query, Term
from whoosh.searching import Searcher

from registry.errors import IndexUnusable
from registry.search.engine import Entry
from registry.search.lexicon import EXACT, STEM

TOKENS, OWNER = "tokens", "version_id"
STAMP_FILE = "stamp.json"
MOST_CANDIDATES = 400
MOST_KEPT = 2000
MOST_COMBINED = 60  # ways to leave concepts out; a long question has millions
FORMAT = "1"  # changes with the schema below


def _schema() -> Schema:
    return Schema(
        tokens=KEYWORD(scorable=False),
        version_id=ID(stored=True, analyzer=IDTokenizer()),
        entry=STORED,
    )


class WhooshEngine:
    """One index directory with one open searcher, which reads a copy in memory."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._searcher: Searcher | None = None
        self._opened = ""
        self._entries: dict[int, Entry] = {}
        self._lock = threading.RLock()

    def stamp(self) -> str:
        try:
            data = json.loads((self.directory / STAMP_FILE).read_text(encoding="utf-8"))
            return str(data["stamp"]) if data["format"] == FORMAT else ""
        except FileNotFoundError:
            return ""
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise IndexUnusable("Søgeindeksets mærke kan ikke læses.") from error

    def rebuild(self, entries: Iterable[Entry], stamp: str) -> None:
        with self._lock:
            self._close()
            for path in self.directory.glob("*"):
                if path.name != "README.md":
                    shutil.rmtree(path) if path.is_dir() else path.unlink()
            self.directory.mkdir(parents=True, exist_ok=True)
            self._write(self._storage().create_index(_schema()), entries, stamp)

    def add(self, entries: Iterable[Entry], stamp: str) -> None:
        with self._lock, _doubted():
            self._write(self._storage().open_index(), entries, stamp)

    def _storage(self) -> FileStorage:
        """Read as files, never mapped: a mapped file that is cut short ends the process."""
        return FileStorage(str(self.directory), supports_mmap=False)

    def _write(self, opened: index.Index, entries: Iterable[Entry], stamp: str) -> None:
        (self.directory / STAMP_FILE).unlink(missing_ok=True)
        writer = opened.writer(limitmb=128)
        try:
            for entry in entries:
                tokens = frozenset().union(*entry.tokens.values())
                writer.add_document(
                    tokens=" ".join(sorted(tokens)),
                    version_id=str(entry.version_id),
                    entry=(entry.kind, entry.ref, dict(entry.tokens)),
                )
        except BaseException:
            writer.cancel()  # a failed writer would keep the lock
            raise
        writer.commit(optimize=True)
        self._close()
        data = json.dumps({"format": FORMAT, "stamp": stamp})
        (self.directory / STAMP_FILE).write_text(data, encoding="utf-8")

    def version_ids(self) -> frozenset[int]:
        with self._searching() as searcher:
            return frozenset(int(value) for value in searcher.reader().field_terms(OWNER))

    def candidates(
        self, concepts: Sequence[Collection[str]], version_ids: Collection[int], *, enough: int
    ) -> list[Entry]:
        wanted = frozenset(version_ids)
        found: dict[int, Entry] = {}
        with self._searching() as searcher:
            for query in _tiers([_any_of(tokens) for tokens in concepts if tokens]):
                for number in searcher.docs_for_query(query):
                    if number not in found:
                        entry = self._entry(searcher, number)
                        if entry.version_id in wanted:
                            found[number] = entry
                    if len(found) >= MOST_CANDIDATES:
                        return list(found.values())
                if len(found) >= enough:
                    break
        return list(found.values())

    def _entry(self, searcher: Searcher, number: int) -> Entry:
        """A stored document. The first ones read stay in memory as long as the index is open."""
        if number in self._entries:
            return self._entries[number]
        stored = searcher.stored_fields(number)
        kind, ref, tokens = stored["entry"]
        entry = Entry(kind, int(stored[OWNER]), ref, tokens)
        if len(self._entries) < MOST_KEPT:
            self._entries[number] = entry
        return entry

    def frequency(self, tokens: Collection[str]) -> int:
        with self._searching() as searcher:
            reader = searcher.reader()
            return max((reader.doc_frequency(TOKENS, token) for token in tokens), default=0)

    def words(self) -> dict[str, int]:
        with self._searching() as searcher:
            reader = searcher.reader()
            return {
                text.removeprefix(EXACT): reader.doc_frequency(TOKENS, text)
                for text in reader.field_terms(TOKENS)
                if text.startswith(EXACT)
            }

    def stems(self) -> frozenset[str]:
        with self._searching() as searcher:
            tokens = searcher.reader().field_terms(TOKENS)
            return frozenset(t.removeprefix(STEM) for t in tokens if t.startswith(STEM))

    def size(self) -> int:
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
        self._searcher, self._opened = None, ""
        self._entries = {}


@contextmanager
def _doubted() -> Iterator[None]:
    """Whatever goes wrong inside the index says that it cannot be used."""
    try:
        yield
    except IndexUnusable:
        raise
    except Exception as error:
        raise IndexUnusable("Søgeindekset kan ikke læses.") from error


def _any_of(tokens: Collection[str]) -> Query:
    terms = [Term(TOKENS, token) for token in sorted(tokens)]
    return terms[0] if len(terms) == 1 else Or(terms)


def _tiers(concepts: Sequence[Query]) -> Iterator[Query]:
    """All concepts; all but one; … ; any."""
    for size in range(len(concepts), 0, -1):
        chosen = [And(list(some)) for some in islice(combinations(concepts, size), MOST_COMBINED)]
        yield chosen[0] if len(chosen) == 1 else Or(chosen)
