"""Finding candidates without an index: every document is looked at.

It finds what an index of the same documents finds, in the same order, and imports
nothing that a browser lacks. Fit for some hundred documents.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import islice

from registry.search.engine import Candidate, tiers
from registry.search.index_keys import ROW
from registry.search.profile import PROFILE, Limits


class MemoryEngine:
    """Documents in the order of the index, all of versions that answer.

    `frequencies`: in how many documents each key stands, of the `size` documents of
    all versions.
    """

    def __init__(
        self,
        entries: Sequence[Candidate],
        frequencies: Mapping[str, int],
        size: int,
        limits: Limits = PROFILE.limits,
    ) -> None:
        self._entries = entries
        self._frequencies = frequencies
        self._size = size
        self._limits = limits
        self._rows = {(e.version_id, e.ref): e for e in entries if e.kind == ROW}
        self._present = [
            frozenset[str]().union(*entry.index_keys.values()) for entry in entries
        ]

    def candidates(
        self,
        concepts: Sequence[Collection[str]],
        version_ids: Collection[int],
        *,
        enough: int,
    ) -> list[Candidate]:
        """Entries by tiers, in the order of the documents within each."""
        numbers: dict[int, None] = {}
        holders = [self._holders(keys, version_ids) for keys in concepts if keys]

        for tier in tiers(holders, self._limits.most_combined):
            numbers.update(dict.fromkeys(sorted(tier)))
            if len(numbers) >= enough:
                break

        return [self._entries[at] for at in islice(numbers, self._limits.most)]

    def _holders(
        self, keys: Collection[str], version_ids: Collection[int]
    ) -> frozenset[int]:
        """The places of the documents that hold one of the keys."""
        return frozenset(
            at
            for at, present in enumerate(self._present)
            if not present.isdisjoint(keys)
            and self._entries[at].version_id in version_ids
        )

    def rows(self, named: Iterable[tuple[int, str]]) -> list[Candidate]:
        """The rows of those versions and names that there are."""
        return [self._rows[name] for name in named if name in self._rows]

    def frequency(self, keys: Collection[str]) -> int:
        """The number of documents that hold the key which most of them hold."""
        return max((self._frequencies.get(key, 0) for key in keys), default=0)

    def size(self) -> int:
        """The number of documents, of all versions."""
        return self._size
