"""The engine's interface: it finds candidates by keys. It ranks nothing and knows no
dates.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import combinations, islice
from operator import and_, or_
from typing import Protocol

from registry.search.said import Said

# A row, by the database id of its version and its key.
Place = tuple[int, str]
IndexKeys = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Candidate:
    """A document ready for an engine: who it is, and its keys by field; of a row that
    is put into the index also what it says (`Finder.said` gives it back).
    """

    kind: str
    version_id: int
    ref: str
    index_keys: IndexKeys
    said: Said | None = field(default=None, compare=False)


class Finder(Protocol):
    """What a question asks of the documents."""

    def candidates(
        self,
        concepts: Sequence[Collection[str]],
        version_ids: Collection[int],
        *,
        enough: int,
    ) -> list[Candidate]:
        """Candidates of the versions by tiers: those that hold a key of every concept;
        of all but one; and so on, until there are enough or no concept is left.
        """

    def rows(self, named: Iterable[tuple[int, str]]) -> list[Candidate]:
        """The rows of those versions and names that there are."""

    def said(self, named: Collection[Place]) -> Iterator[tuple[Place, Said]]:
        """What the rows of those versions and names say, where it is kept."""

    def frequency(self, keys: Collection[str]) -> int:
        """In how many documents, at least, one of the keys stands."""

    def size(self) -> int:
        """The number of documents."""


class Engine(Finder, Protocol):
    """A full-text engine over candidates.

    Every method but `rebuild` raises IndexUnusable where the index is missing or
    broken.
    """

    def stamp(self) -> str:
        """What the index was last built from, as `rebuild` or `add` was told; "" if
        nothing.
        """

    def version_ids(self) -> frozenset[int]:
        """The versions whose documents are in the index."""

    def rebuild(
        self, candidates: Iterable[Candidate], stamp: str, after: str | None = None
    ) -> bool:
        """Replace the index whole. `after`: the stamp it is reckoned from; where
        another has written since, nothing is written. Returns whether it was.
        """

    def add(self, candidates: Iterable[Candidate], stamp: str, after: str) -> bool:
        """Add documents to the index, with the same promise."""

    def words(self) -> dict[str, int]:
        """Every exact word of the index and the number of documents that hold it."""

    def stems(self) -> frozenset[str]:
        """Every stem of the index."""


def tiers(holders: Sequence[int], most_combined: int) -> Iterator[int]:
    """The documents that hold all concepts; all but one; … ; any: each a bitmap
    (`bitmaps`), as the holders of a concept are.
    """
    for size in range(len(holders), 0, -1):
        some = islice(combinations(holders, size), most_combined)
        yield reduce(or_, (reduce(and_, held) for held in some), 0)
