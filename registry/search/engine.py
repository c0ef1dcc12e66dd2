"""The engine's interface: it finds candidates by keys. It ranks nothing and knows no
dates.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from typing import Protocol

IndexKeys = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Candidate:
    """A document ready for an engine: who it is, and its keys by field."""

    kind: str
    version_id: int
    ref: str
    index_keys: IndexKeys


class Finder(Protocol):
    """What a question asks of the documents."""

    def candidates(
        self,
        concepts: Sequence[Collection[str]],
        version_ids: Collection[int],
        *,
        enough: int,
    ) -> list[Candidate]:
        """Entries of the versions by tiers: those that hold a key of every concept;
        of all but one; and so on, until there are enough or no concept is left.
        """

    def rows(self, named: Iterable[tuple[int, str]]) -> list[Candidate]:
        """The rows of those versions and names that there are."""

    def frequency(self, keys: Collection[str]) -> int:
        """In how many documents, at least, one of the keys stands."""

    def size(self) -> int:
        """The number of documents."""


class Engine(Finder, Protocol):
    """A full-text engine over entries.

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
        self, entries: Iterable[Candidate], stamp: str, after: str | None = None
    ) -> bool:
        """Replace the index whole. `after`: the stamp it is reckoned from; where
        another has written since, nothing is written. Returns whether it was.
        """

    def add(self, entries: Iterable[Candidate], stamp: str, after: str) -> bool:
        """Add documents to the index, with the same promise."""

    def words(self) -> dict[str, int]:
        """Every exact word of the index and the number of documents that hold it."""

    def stems(self) -> frozenset[str]:
        """Every stem of the index."""


def tiers(
    holders: Sequence[frozenset[int]], most_combined: int
) -> Iterator[frozenset[int]]:
    """The places of documents that hold all concepts; all but one; … ; any."""
    for size in range(len(holders), 0, -1):
        some = islice(combinations(holders, size), most_combined)
        yield frozenset[int]().union(*(frozenset.intersection(*one) for one in some))
