"""Which rows say each key, and how often: read once from the index, and added to as
rows are published. A snapshot asks of it by the places of its own rows.
"""

from __future__ import annotations

import threading
from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from registry.catalogue.snapshot import Row, Snapshot
from registry.search.engine import Finder, Place
from registry.search.lexicon import Lexicon
from registry.search.profile_weights import WordWeights
from registry.search.said import Said, said_by

# With so many times the rows that are in force, those that have left are let go of.
MOST_ROWS = 2


@dataclass(frozen=True)
class _Sayers:
    """The rows that say a key, by their place in the table, and how often."""

    places: array[int] = field(default_factory=lambda: array("I"))
    counts: array[float] = field(default_factory=lambda: array("d"))


class SaidTable:
    """What rows say, by a lexicon's words and some weights. It only grows, so that one
    who reads it is not disturbed.
    """

    def __init__(self, word_weights: WordWeights) -> None:
        self.word_weights = word_weights
        self.lengths = array("d")
        self.words: list[tuple[str, ...]] = []
        self._at: dict[Place, int] = {}
        self._sayers: dict[str, _Sayers] = defaultdict(_Sayers)
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self.words)

    def places(
        self, snapshot: Snapshot, lexicon: Lexicon, finder: Finder
    ) -> Mapping[Row, int]:
        """The place of each row in force; those that are new are read from the
        index, or counted where it does not hold them.
        """
        rows = {
            (row.snitflade.version_id, row.snitflade.key): row
            for row in snapshot.answering_rows
        }

        with self._lock:
            left = {name: row for name, row in rows.items() if name not in self._at}
            for name, said in finder.said(frozenset(left)):
                del left[name]
                self._add(name, said)
            for name, row in left.items():
                self._add(name, said_by(row, snapshot.vocabulary, lexicon))

        return {row: self._at[name] for name, row in rows.items()}

    def sayers(self, key: str) -> Iterator[tuple[int, float]]:
        """The places of the rows that say a key, each as often as it is said there."""
        said = self._sayers.get(key, _Sayers())
        # One that is being added has its place before its count.
        return zip(said.places, said.counts, strict=False)

    def _add(self, name: Place, said: Said) -> None:
        place, length = len(self.words), 0.0
        for weight, counts in (
            (1.0, said.questions),
            (self.word_weights.task, said.task),
            (self.word_weights.situation, said.situation),
        ):
            for key, count in counts.items():
                sayers = self._sayers[key]
                sayers.places.append(place)
                sayers.counts.append(weight * count)
            length += weight * sum(counts.values())

        self.lengths.append(length)
        self.words.append(tuple(said.words))
        self._at[name] = place


def table_of(snapshot: Snapshot, lexicon: Lexicon, weights: WordWeights) -> SaidTable:
    """The table that is kept with a lexicon; a new one where another weighs otherwise,
    or most of its rows are in force no more.
    """
    kept = lexicon.said
    enough = MOST_ROWS * len(snapshot.answering_rows)
    if kept is None or kept.word_weights != weights or len(kept) > max(enough, 1):
        kept = lexicon.said = SaidTable(weights)
    return kept
