"""How the plain words of a question stand to the rows in force: to what a row says,
what its kind of task is called, and what people ask that it answers. Pure.
"""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest

from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot_and_index
from registry.language.danish import Token, stems_in, stems_of
from registry.rules.fields import Scheme
from registry.search.engine import Finder
from registry.search.index_keys import STEM
from registry.search.lexicon import Lexicon
from registry.search.profile import PROFILE, Profile
from registry.search.said import Counts, counted, keys_of
from registry.search.said_table import table_of

Stems = tuple[str, ...]


@dataclass(frozen=True)
class Heard:
    """What each row holds of a question's words.

    `possible`: what a row of all the words once would have.
    """

    rows: Mapping[str, float]
    possible: float = 0.0

    def of(self, row: Row) -> float:
        """How much the row holds of the words."""
        return self.rows.get(row.id, 0.0)

    def foremost(self, most: int) -> list[str]:
        """The ids of the rows that hold most of the words, best first."""
        least = min(nlargest(most, self.rows.values()), default=0.0)
        best = [item for item in self.rows.items() if item[1] >= least]
        return [row_id for row_id, _ in sorted(best, key=_best_first)[:most]]


@dataclass(frozen=True)
class _Weighed:
    """The rows that say a key, by their place, what it counts for in each, and of how
    many kinds of tasks they are.
    """

    places: array[int]
    weights: array[float]
    kinds: int


class RowWords:
    """The words of the rows that answer at a moment, weighed by how few kinds of tasks
    have them (BM25).
    """

    def __init__(
        self,
        snapshot: Snapshot,
        lexicon: Lexicon,
        finder: Finder,
        profile: Profile = PROFILE,
    ) -> None:
        self._lexicon = lexicon
        self._profile = profile
        # What a kind of task is called, all of its rows say.
        self._names = _names(snapshot, lexicon)
        self._called = {kind: sum(of.values()) for kind, of in self._names.items()}
        # Of the keys that rows say, few are ever asked for, and weighed.
        self._weighed: dict[str, _Weighed] = {}

        self._table = table_of(snapshot, lexicon, profile.word_weights)
        places = self._table.places(snapshot, lexicon, finder)
        # The words that rows say, as they stand; of those too that are past.
        words = self._table.words
        self.words = frozenset(word for at in places.values() for word in words[at])

        asked = {places[row]: row for row in snapshot.asked_rows}
        self._ids = {at: row.id for at, row in asked.items()}
        self._kind_of = {at: row.task_key for at, row in asked.items()}
        self._kinds: dict[str, list[int]] = defaultdict(list)
        for at, kind in self._kind_of.items():
            self._kinds[kind].append(at)
        self._enough = self._enough_of(asked)

        self._named: dict[Stems, set[str]] = defaultdict(set)
        self._labelled: dict[Stems, set[str]] = defaultdict(set)
        for key, one in snapshot.vocabulary.schemes[Scheme.TASKS].items():
            self._labelled[stems_in(one.label)].add(key)
            for name in (one.label, *one.also):
                self._named[stems_in(name)].add(key)

    def hear(self, tokens: Sequence[Token]) -> Heard:
        """How the words of a question, as they were understood, stand to each row."""
        summed = [0.0] * (max(self._ids, default=-1) + 1)
        for key in sorted(keys_of(tokens, self._lexicon)):
            held_by = self._weighed_of(key)
            for place, weight in zip(held_by.places, held_by.weights, strict=True):
                summed[place] += weight

        held = {self._ids[at]: total for at, total in enumerate(summed) if total}
        return Heard(held, sum(self._weights(tokens)))

    def kinds_named(self, tokens: Iterable[Token]) -> Set[str]:
        """The kinds of tasks that some words are a name of, all of them and no more:
        walking aids are called «rollator» too.
        """
        return self._named.get(stems_of(tokens), frozenset())

    def kinds_labelled(self, stems: Stems) -> Set[str]:
        """The kinds of tasks whose first name has just these stems."""
        return self._labelled.get(stems, frozenset())

    def kinds_within(self, tokens: Sequence[Token]) -> Mapping[str, Stems]:
        """The kinds of tasks that stand whole among some words, by a name of two words
        or more that is no part of a longer one; each with the stems of the name.
        """
        stems, within, end = stems_of(tokens), dict[str, Stems](), 0

        for at in range(len(stems)):
            for after in range(len(stems), max(at + 1, end), -1):
                named = self._named.get(stems[at:after]) if after - at > 1 else None
                if named:
                    within.update(dict.fromkeys(named, stems[at:after]))
                    end = after
                    break

        return within

    def _weights(self, tokens: Iterable[Token]) -> Iterator[float]:
        """The weight of each word; one that says little, and a number, counts only
        where it stands somewhere.
        """
        for token in tokens:
            kinds = self._weighed_of(STEM + token.stem).kinds
            little = token.exact[:1].isdigit() or self._lexicon.says_little(token)
            if kinds or not little:
                yield self._rarity(kinds)

    def _weighed_of(self, key: str) -> _Weighed:
        """The rows that say a key, with what it counts for in each."""
        if key in self._weighed:
            return self._weighed[key]
        made = self._made_weighed(key)
        # What no row says is without end, and is not kept.
        if made.kinds:
            self._weighed[key] = made
        return made

    def _made_weighed(self, key: str) -> _Weighed:
        counts, word_weights = self._counts_of(key), self._profile.word_weights
        enough = self._enough
        kinds = len({self._kind_of[place] for place in counts})
        rare = self._profile.level_of[key[:2]] * self._rarity(kinds)

        weights = array("d")
        for place, count in counts.items():
            often = count * (word_weights.saturation + 1) / (count + enough[place])
            weights.append(often * rare)
        return _Weighed(array("I", counts), weights, kinds)

    def _counts_of(self, key: str) -> Mapping[int, float]:
        """How often each row, by its place, says a key, or its kind is called so."""
        counts: dict[int, float] = defaultdict(float)
        for place, count in self._table.sayers(key):
            if place in self._ids:
                counts[place] += count

        names = self._profile.word_weights.names
        for kind, places in self._kinds.items():
            called = names * self._names.get(kind, {}).get(key, 0)
            for place in places if called else ():
                counts[place] += called

        return counts

    def _enough_of(self, asked: Collection[int]) -> Mapping[int, float]:
        """How often a word must be said in each row to count for half of what it may:
        more often in one that says more than the others.
        """
        word_weights = self._profile.word_weights
        lengths = {place: self._length(place) for place in asked}
        average = sum(lengths.values()) / max(1, len(lengths))

        return {
            place: word_weights.saturation
            * (1 - word_weights.length + word_weights.length * (length / average))
            for place, length in lengths.items()
        }

    def _length(self, place: int) -> float:
        """How much a row says, what its kind of task is called included."""
        called = self._called.get(self._kind_of[place], 0)
        return self._table.lengths[place] + self._profile.word_weights.names * called

    def _rarity(self, kinds: int) -> float:
        with_it = kinds + self._profile.order.unseen
        return math.log(1 + (len(self._kinds) + 1) / with_it)


@kept_with_snapshot_and_index
def row_words(
    snapshot: Snapshot, lexicon: Lexicon, finder: Finder, profile: Profile = PROFILE
) -> RowWords:
    """The words of a snapshot's rows, by the lexicon of the vocabulary."""
    return RowWords(snapshot, lexicon, finder, profile)


def _names(snapshot: Snapshot, lexicon: Lexicon) -> Mapping[str, Counts]:
    """How often each key stands in what each kind of task is called."""
    tasks = snapshot.vocabulary.schemes[Scheme.TASKS].values()
    return _counted_names(
        tuple((one.key, one.label, *one.also) for one in tasks), lexicon
    )


@lru_cache(maxsize=2)
def _counted_names(
    tasks: Sequence[Sequence[str]], lexicon: Lexicon
) -> Mapping[str, Counts]:
    return {key: counted(texts, lexicon) for key, *texts in tasks}


def _best_first(item: tuple[str, float]) -> tuple[float, str]:
    row_id, total = item
    return -total, row_id
