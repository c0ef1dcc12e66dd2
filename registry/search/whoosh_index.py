"""An index that is open: a copy in memory of one state of it, which stays as it is
whatever is written beside it.
"""

import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import reduce
from operator import or_
from sys import getsizeof

from whoosh.query import Term
from whoosh.searching import Searcher

from registry.errors import IndexUnusable
from registry.search.bitmaps import bitmap, numbers_of
from registry.search.engine import Candidate, Place, tiers
from registry.search.index_segments import INDEX_KEYS, Segments
from registry.search.kept_candidates import KeptCandidates, Written, written
from registry.search.profile import Limits
from registry.search.said import Said, said_in

# The fields of the index.
OWNER, NAME, CANDIDATE = "version_id", "row", "candidate"
SAID = "said"
# Which documents hold a word stays in memory until there is so much of it: a byte for
# eight documents.
POSTINGS_BYTES = 8_000_000
# Where fewer than one in so many is asked for, each is looked up by its name.
FEW_IN = 10


class OpenIndex:
    """Finds candidates in one state of the index (`Finder`)."""

    def __init__(
        self, searcher: Searcher, stamp: str, limits: Limits, segments: Segments
    ) -> None:
        self.stamp = stamp
        self._searcher = searcher
        self._limits = limits
        self._segments = segments
        self._kept = KeptCandidates()
        self._postings: dict[str, int] = {}
        self._left_for_postings = POSTINGS_BYTES
        self._lock = threading.RLock()

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
        """Candidates by tiers, in the order of the index within each; never more than
        the limits allow.
        """
        wanted = frozenset(version_ids)
        candidates: dict[int, Candidate] = {}

        with self._searching() as searcher:
            holders = [
                reduce(or_, (self._holders(searcher, key) for key in keys))
                for keys in concepts
                if keys
            ]

            for tier in tiers(holders, self._limits.most_combined):
                for number in numbers_of(tier):
                    if number not in candidates:
                        candidate = self._candidate(searcher, number)
                        if candidate.version_id in wanted:
                            candidates[number] = candidate
                    if len(candidates) >= self._limits.most:
                        return list(candidates.values())
                if len(candidates) >= enough:
                    break

        return list(candidates.values())

    def _holders(self, searcher: Searcher, key: str) -> int:
        """The documents that hold a key, as a bitmap. Those asked for first stay in
        memory: uniting what the engine reads anew is the dearest of all.
        """
        if key in self._postings:
            return self._postings[key]
        held = bitmap(searcher.docs_for_query(Term(INDEX_KEYS, key)))
        size = getsizeof(held)
        if self._left_for_postings > size:
            self._left_for_postings -= size
            self._postings[key] = held
        return held

    def _candidate(self, searcher: Searcher, number: int) -> Candidate:
        """A stored document."""

        def read() -> tuple[int, Written]:
            stored = searcher.stored_fields(number)
            return int(stored[OWNER]), stored[CANDIDATE]

        return self._kept.candidate(number, read)

    def rows(self, named: Iterable[tuple[int, str]]) -> list[Candidate]:
        """The rows of those versions and names that there are."""
        with self._searching() as searcher:
            return [
                self._candidate(searcher, number)
                for name in named
                for number in searcher.docs_for_query(Term(NAME, row_name(*name)))
            ]

    def said(self, named: Collection[Place]) -> Iterator[tuple[Place, Said]]:
        """What the rows of those versions and names say."""
        with self._searching() as searcher:
            numbers = list(searcher.reader().all_doc_ids())
            if FEW_IN * len(named) < len(numbers):
                wanted = [Term(NAME, row_name(*place)) for place in named]
                numbers = [n for w in wanted for n in searcher.docs_for_query(w)]

        for number in numbers:
            # Others ask beside it.
            with self._searching() as searcher:
                stored = searcher.stored_fields(number)
            place = (int(stored[OWNER]), stored[CANDIDATE][1])
            if SAID in stored and place in named:
                yield place, said_in(stored[SAID])

    def frequency(self, keys: Collection[str]) -> int:
        """The number of documents that hold the key which most of them hold."""
        with self._searching() as searcher:
            reader = searcher.reader()
            return max(
                (reader.doc_frequency(INDEX_KEYS, key) for key in keys), default=0
            )

    def words(self) -> dict[str, int]:
        """Every word as it stands, with the number of documents that hold it."""
        with self._searching() as searcher:
            return self._segments.words(searcher.reader())

    def stems(self) -> frozenset[str]:
        """The stems that stand in some document."""
        with self._searching() as searcher:
            return self._segments.stems(searcher.reader())

    def size(self) -> int:
        """The number of documents, of all versions."""
        with self._searching() as searcher:
            return int(searcher.doc_count())

    def close(self) -> None:
        """Let go of its files. One that is gone already is let go of."""
        with self._lock, suppress(OSError):
            self._searcher.close()

    @contextmanager
    def _searching(self) -> Iterator[Searcher]:
        with self._lock, doubted():
            yield self._searcher


@contextmanager
def doubted() -> Iterator[None]:
    """Whatever goes wrong inside the index says that it cannot be used."""
    try:
        yield
    except IndexUnusable:
        raise
    except Exception as error:
        raise IndexUnusable("Søgeindekset kan ikke læses.") from error


def row_name(version_id: int, ref: str) -> str:
    """The name that a row has in the index: its version's database id, and its key."""
    return f"{version_id} {ref}"


def written_down(candidate: Candidate) -> Written:
    """A candidate as it is stored."""
    return candidate.kind, candidate.ref, written(candidate.index_keys)
