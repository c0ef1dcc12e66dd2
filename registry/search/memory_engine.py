"""Finding candidates without an index: every document is looked at.

It finds what an index of the same documents finds, in the same order, and imports
nothing that a browser lacks. Fit for some hundred documents.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from registry.search.bitmaps import bitmap, numbers_of
from registry.search.engine import Candidate, Place, tiers
from registry.search.index_keys import ROW
from registry.search.profile import PROFILE, Limits
from registry.search.said import Said


class MemoryEngine:
    """Documents in the order of the index, all of versions that answer.

    `frequencies`: in how many documents each key stands, of the `size` documents of
    all versions.
    """

    def __init__(
        self,
        candidates: Sequence[Candidate],
        frequencies: Mapping[str, int],
        size: int,
        limits: Limits = PROFILE.limits,
    ) -> None:
        self._candidates = candidates
        self._frequencies = frequencies
        self._size = size
        self._limits = limits
        self._rows = {(e.version_id, e.ref): e for e in candidates if e.kind == ROW}
        self._present = [
            frozenset[str]().union(*one.index_keys.values()) for one in candidates
        ]

    def candidates(
        self,
        concepts: Sequence[Collection[str]],
        version_ids: Collection[int],
        *,
        enough: int,
    ) -> list[Candidate]:
        """Candidates by tiers, in the order of the documents within each."""
        numbers: dict[int, None] = {}
        holders = [self._holders(keys, version_ids) for keys in concepts if keys]

        for tier in tiers(holders, self._limits.most_combined):
            numbers.update(dict.fromkeys(numbers_of(tier)))
            if len(numbers) >= enough:
                break

        return [self._candidates[at] for at in islice(numbers, self._limits.most)]

    def _holders(self, keys: Collection[str], version_ids: Collection[int]) -> int:
        """The places of the documents that hold one of the keys, as a bitmap."""
        return bitmap(
            at
            for at, present in enumerate(self._present)
            if not present.isdisjoint(keys)
            and self._candidates[at].version_id in version_ids
        )

    def rows(self, named: Iterable[tuple[int, str]]) -> list[Candidate]:
        """The rows of those versions and names that there are."""
        return [self._rows[name] for name in named if name in self._rows]

    def said(self, _named: Collection[Place]) -> Iterator[tuple[Place, Said]]:
        """None: they are few, and counted when they are asked about."""
        return iter(())

    def frequency(self, keys: Collection[str]) -> int:
        """The number of documents that hold the key which most of them hold."""
        return max((self._frequencies.get(key, 0) for key in keys), default=0)

    def size(self) -> int:
        """The number of documents, of all versions."""
        return self._size
