"""The documents of an index as they are ranked, each read once: they stay in memory
while there is room.

What many documents say is held once for all of them: the rows of a kind of task share
its names, those of an agreement its title.
"""

from collections.abc import Callable, Mapping
from sys import getsizeof, intern

from registry.search.engine import Candidate, IndexKeys

# What stays may take so much of the memory, all documents together.
KEPT_BYTES = 64_000_000
# A document beside its keys: what it is called, and its place among the others.
CANDIDATE_BYTES = 300
# Between the keys of a field as they are stored; no key has it.
APART = "\n"

# What a document is, as it is stored: its kind, its name, and its keys by field.
Written = tuple[str, str, Mapping[str, str]]


class KeptCandidates:
    """Documents by their number in the index. Those read first stay."""

    def __init__(self, most: int = KEPT_BYTES) -> None:
        self._candidates: dict[int, Candidate] = {}
        self._sets: dict[str, frozenset[str]] = {}
        self._left = most

    def candidate(
        self, number: int, read: Callable[[], tuple[int, Written]]
    ) -> Candidate:
        """The document of that number; `read` gives its version and what is stored of
        it, where it is not here.
        """
        if number in self._candidates:
            return self._candidates[number]

        version_id, (kind, ref, written) = read()
        keys = {intern(name): self._set(text) for name, text in written.items()}
        candidate = Candidate(kind, version_id, ref, keys)
        if self._has_room(getsizeof(keys) + CANDIDATE_BYTES):
            self._candidates[number] = candidate
        return candidate

    def _set(self, text: str) -> frozenset[str]:
        if text in self._sets:
            return self._sets[text]
        # The same key stands in many sets.
        keys = frozenset(map(intern, text.split(APART) if text else ()))
        if self._has_room(getsizeof(keys) + getsizeof(text)):
            self._sets[text] = keys
        return keys

    def _has_room(self, size: int) -> bool:
        if size > self._left:
            return False
        self._left -= size
        return True


def written(keys: IndexKeys) -> dict[str, str]:
    """A document's keys by field, as they are stored."""
    return {name: APART.join(sorted(held)) for name, held in keys.items()}
