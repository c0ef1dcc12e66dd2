"""How the plain words of a question stand to the rows in force: to what a row says,
what its kind of task is called, and what people ask that it answers. Pure.
"""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import nsmallest

from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.language.danish import Token, tokenize
from registry.rules.fields import Scheme
from registry.search.engine import Finder
from registry.search.index_keys import STEM
from registry.search.lexicon import Lexicon
from registry.search.profile import PROFILE, Profile
from registry.search.said import Counts, Said, counted, keys_of, said_by


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
        ordered = nsmallest(most, self.rows.items(), key=_best_first)
        return [row_id for row_id, _ in ordered]


@dataclass(frozen=True)
class _Said:
    """The rows that say a key, by their place, and how often."""

    places: array[int] = field(default_factory=lambda: array("I"))
    counts: array[float] = field(default_factory=lambda: array("d"))


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
        self._ids: list[str] = []
        self._lengths = array("d")
        self._said: dict[str, _Said] = defaultdict(_Said)
        # What a kind of task is called, all of its rows say.
        self._names = _names(snapshot, lexicon)
        self._kinds: dict[str, list[int]] = defaultdict(list)
        # Of the keys that rows say, few are ever asked for, and weighed.
        self._weighed: dict[str, _Weighed] = {}
        # The words that rows say, as they stand; of those too that are past.
        self.words: set[str] = set()

        asked = snapshot.answering_places
        for row, said in _said(snapshot, lexicon, finder):
            self.words.update(said.words)
            if row.id in asked:
                self._add(row, said)
        self._kind_of = {at: kind for kind, ats in self._kinds.items() for at in ats}
        self._average = sum(self._lengths) / max(1, len(self._lengths))

        tasks = snapshot.vocabulary.schemes[Scheme.TASKS]
        self._named = {_stems(tokenize(one.label)): key for key, one in tasks.items()}

    def _add(self, row: Row, said: Said) -> None:
        word_weights, place = self._profile.word_weights, len(self._ids)
        self._ids.append(row.id)
        self._kinds[row.task_key].append(place)
        length = word_weights.names * sum(self._names.get(row.task_key, {}).values())

        for weight, counts in (
            (1.0, said.questions),
            (word_weights.task, said.task),
            (word_weights.situation, said.situation),
        ):
            for key, count in counts.items():
                holders = self._said[key]
                holders.places.append(place)
                holders.counts.append(weight * count)
            length += weight * sum(counts.values())
        self._lengths.append(length)

    def hear(self, tokens: Sequence[Token]) -> Heard:
        """How the words of a question, as they were understood, stand to each row."""
        summed = [0.0] * len(self._ids)
        for key in sorted(keys_of(tokens, self._lexicon)):
            held_by = self._weighed_of(key)
            for place, weight in zip(held_by.places, held_by.weights, strict=True):
                summed[place] += weight

        held = {self._ids[at]: total for at, total in enumerate(summed) if total}
        return Heard(held, sum(self._weights(tokens)))

    def kind_named(self, text: str) -> str | None:
        """The kind of task whose name a text is, all of it and no more."""
        return self._named.get(_stems(tokenize(text)))

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
        kinds = len({self._kind_of[place] for place in counts})
        rare = self._profile.level_of[key[:2]] * self._rarity(kinds)

        weights = array("d")
        for place, count in counts.items():
            length = self._lengths[place] / self._average
            share = 1 - word_weights.length + word_weights.length * length
            held = word_weights.saturation * share
            often = count * (word_weights.saturation + 1) / (count + held)
            weights.append(often * rare)
        return _Weighed(array("I", counts), weights, kinds)

    def _counts_of(self, key: str) -> Mapping[int, float]:
        """How often each row, by its place, says a key, or its kind is called so."""
        counts: dict[int, float] = defaultdict(float)
        said = self._said.get(key, _Said())
        for place, count in zip(said.places, said.counts, strict=True):
            counts[place] += count

        names = self._profile.word_weights.names
        for kind, places in self._kinds.items():
            called = names * self._names.get(kind, {}).get(key, 0)
            for place in places if called else ():
                counts[place] += called

        return counts

    def _rarity(self, kinds: int) -> float:
        with_it = kinds + self._profile.order.unseen
        return math.log(1 + (len(self._kinds) + 1) / with_it)


@kept_with_snapshot
def row_words(
    snapshot: Snapshot, lexicon: Lexicon, finder: Finder, profile: Profile = PROFILE
) -> RowWords:
    """The words of a snapshot's rows, by the lexicon of the vocabulary."""
    return RowWords(snapshot, lexicon, finder, profile)


def _said(
    snapshot: Snapshot, lexicon: Lexicon, finder: Finder
) -> Iterator[tuple[Row, Said]]:
    """What each row in force says: what was counted when it was indexed; else, as
    where there is no index, counted now.
    """
    left = {
        (row.snitflade.version_id, row.snitflade.key): row
        for row in snapshot.answering_rows
    }
    for place, said in finder.said(frozenset(left)):
        yield left.pop(place), said
    for row in left.values():
        yield row, said_by(row, snapshot.vocabulary, lexicon)


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


def _stems(tokens: Iterable[Token]) -> tuple[str, ...]:
    return tuple(token.stem for token in tokens)
