"""How the plain words of a question stand to the rows in force: to what a row says,
what its kind of task is called, and what people ask that it answers. Pure.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import nsmallest
from sys import intern

from registry.catalogue.snapshot import Row, Snapshot
from registry.language.danish import Token, tokenize
from registry.language.foreign import as_danish
from registry.language.shorthand import in_full
from registry.rules.fields import Scheme
from registry.search.index_keys import CONCEPT, PART, STEM
from registry.search.lexicon import Lexicon
from registry.search.profile import PROFILE, Profile

_COUNTED = (STEM, PART, CONCEPT)


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
    """A row, its kind of task, and how often (`counts`) it says each key. Held as an
    array: a region has a million of them.
    """

    id: str
    kind: str
    keys: tuple[str, ...]
    counts: array[float]

    @property
    def length(self) -> float:
        return sum(self.counts)


@dataclass(frozen=True)
class _Holders:
    """The rows that hold a key, by their place, and what it counts for in each."""

    places: array[int] = field(default_factory=lambda: array("I"))
    weights: array[float] = field(default_factory=lambda: array("d"))


class RowWords:
    """The words of the rows that answer at a moment, weighed by how few kinds of tasks
    have them (BM25).
    """

    def __init__(
        self, snapshot: Snapshot, lexicon: Lexicon, profile: Profile = PROFILE
    ) -> None:
        self._lexicon = lexicon
        self._levels = profile.level_of
        self._unseen = profile.order.unseen

        said = list(_said(snapshot, lexicon, profile))
        self._ids = [one.id for one in said]
        self._kinds = len({one.kind for one in said})
        self._known = _kinds_by_key(said)
        self._holders = self._weighed(said, profile)

        tasks = snapshot.vocabulary.schemes[Scheme.TASKS]
        self._named = {_stems(tokenize(one.label)): key for key, one in tasks.items()}

    def hear(self, tokens: Sequence[Token]) -> Heard:
        """How the words of a question, as they were understood, stand to each row."""
        summed = [0.0] * len(self._ids)
        for token in sorted(_counted(tokens, self._lexicon)):
            holders = self._holders.get(token, _Holders())
            for place, weight in zip(holders.places, holders.weights, strict=True):
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
            kinds = self._known.get(STEM + token.stem, 0)
            little = token.exact[:1].isdigit() or self._lexicon.says_little(token)
            if kinds or not little:
                yield self._rarity(kinds)

    def _weighed(
        self, said: Sequence[_Said], profile: Profile
    ) -> Mapping[str, _Holders]:
        """The rows that hold each key."""
        word_weights = profile.word_weights
        average = sum(one.length for one in said) / max(1, len(said))
        holders: dict[str, _Holders] = defaultdict(_Holders)

        for place, one in enumerate(said):
            share = 1 - word_weights.length + word_weights.length * one.length / average
            held = word_weights.saturation * share
            for token, count in zip(one.keys, one.counts, strict=True):
                often = count * (word_weights.saturation + 1) / (count + held)
                rare = self._levels[token[:2]] * self._rarity(self._known[token])
                holders[token].places.append(place)
                holders[token].weights.append(often * rare)

        return holders

    def _rarity(self, kinds: int) -> float:
        return math.log(1 + (self._kinds + 1) / (kinds + self._unseen))


@lru_cache(maxsize=4)
def row_words(
    snapshot: Snapshot, lexicon: Lexicon, profile: Profile = PROFILE
) -> RowWords:
    """The words of a snapshot's rows, counted once."""
    return RowWords(snapshot, lexicon, profile)


def _said(snapshot: Snapshot, lexicon: Lexicon, profile: Profile) -> Iterator[_Said]:
    word_weights, vocabulary = profile.word_weights, snapshot.vocabulary
    names = {
        key: _count([choice.label, *choice.also], lexicon)
        for key, choice in vocabulary.schemes[Scheme.TASKS].items()
    }

    for row in snapshot.asked_rows:
        if row in lexicon.said:
            yield lexicon.said[row]
            continue

        stored = row.snitflade
        counted: dict[str, float] = defaultdict(float)
        for weight, some in (
            (1.0, _count(vocabulary.questions_of(row.id), lexicon)),
            (word_weights.names, names.get(row.task_key, {})),
            (word_weights.task, _count([stored.task], lexicon)),
            (
                word_weights.situation,
                _count([stored.situation, stored.deadline], lexicon),
            ),
        ):
            for token, count in some.items():
                counted[token] += weight * count

        keys = tuple(map(intern, counted))
        counts = array("d", counted.values())
        lexicon.said[row] = _Said(row.id, row.task_key, keys, counts)
        yield lexicon.said[row]


def _best_first(item: tuple[str, float]) -> tuple[float, str]:
    row_id, total = item
    return -total, row_id


def _stems(tokens: Iterable[Token]) -> tuple[str, ...]:
    return tuple(token.stem for token in tokens)


def _count(texts: Iterable[str], lexicon: Lexicon) -> Mapping[str, float]:
    """In how many of the texts each key stands."""
    counted = Counter[str]()
    for text in texts:
        counted.update(_counted(in_full(as_danish(tokenize(text))), lexicon))
    return counted


def _counted(tokens: Sequence[Token], lexicon: Lexicon) -> set[str]:
    """The stems, the parts of compounds and the terms that some words hold."""
    held = {one for token in tokens for one in lexicon.index_keys_of_word(token)}
    for phrase in lexicon.term_phrases.find([token.stem for token in tokens]):
        held |= phrase.meaning.index_keys
    return {token for token in held if token.startswith(_COUNTED)}


def _kinds_by_key(said: Iterable[_Said]) -> Mapping[str, int]:
    """In how many kinds of tasks each key stands."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for one in said:
        for token in one.keys:
            kinds[token].add(one.kind)
    return {token: len(some) for token, some in kinds.items()}
