"""What stands in each segment of an index: its words and stems. A segment is never
changed, so that it is looked through once; a publication adds a small one.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from registry.search.index_keys import EXACT, STEM

# The field of the index that documents are found by.
INDEX_KEYS = "index_keys"


class Counted(NamedTuple):
    """Of a segment: how many documents hold each word, and the stems there are."""

    words: dict[str, int]
    stems: frozenset[str]


class Segments:
    """Those of the index that was asked last, by their names."""

    def __init__(self) -> None:
        self._counted: dict[str, Counted] = {}

    def words(self, reader: Any) -> dict[str, int]:
        """Every word as it stands, with the number of documents that hold it."""
        counts = Counter[str]()
        for segment in self._of(reader):
            counts.update(segment.words)
        return dict(counts)

    def stems(self, reader: Any) -> frozenset[str]:
        """The stems that stand in some document."""
        return frozenset[str]().union(*(one.stems for one in self._of(reader)))

    def _of(self, reader: Any) -> Iterable[Counted]:
        """Each of the segments; those that are not among them are forgotten."""
        leaves = [leaf for leaf, _ in reader.leaf_readers()]
        names = [s.segment_id() if (s := leaf.segment()) else "" for leaf in leaves]
        known = {name: self._counted[name] for name in names if name in self._counted}

        listed = [
            known.get(name) or _counted(leaf)
            for name, leaf in zip(names, leaves, strict=True)
        ]
        # What has no name is an index without a document.
        counted = zip(names, listed, strict=True)
        self._counted = {name: one for name, one in counted if name}
        return listed


def _counted(reader: Any) -> Counted:
    """Of one segment alone: several together would look for each word in each."""
    exact, stem = EXACT.encode(), STEM.encode()
    return Counted(
        {
            text.removeprefix(exact).decode(): info.doc_frequency()
            for text, info in reader.iter_prefix(INDEX_KEYS, exact)
        },
        frozenset(
            text.removeprefix(stem).decode()
            for text in reader.expand_prefix(INDEX_KEYS, stem)
        ),
    )
