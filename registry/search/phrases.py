"""Phrases by their stems, and what they stand for."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from registry.language.danish import stems_of, tokenize
from registry.language.foreign import as_danish


class Meaning(NamedTuple):
    """What a phrase stands for: index keys, terms, and facet values."""

    index_keys: frozenset[str]
    terms: tuple[str, ...]
    facets: tuple[tuple[str, str], ...]
    narrower: bool  # the phrase names less than the term


class Phrase(NamedTuple):
    """A phrase found at tokens[first:last]."""

    first: int
    last: int
    meaning: Meaning


@dataclass
class _Gathered:
    """A phrase's meaning while it is gathered."""

    index_keys: set[str] = field(default_factory=set)
    terms: list[str] = field(default_factory=list)
    facets: list[tuple[str, str]] = field(default_factory=list)
    narrower: bool = True


class Phrases:
    """A table of phrases by their stems."""

    def __init__(self) -> None:
        self._gathered: dict[tuple[str, ...], _Gathered] = defaultdict(_Gathered)
        # How many stems the longest phrase has that begins with a stem.
        self._reach: dict[str, int] = {}

    def add(
        self,
        text: str,
        *,
        key: str = "",
        term: str = "",
        facet: tuple[str, str] | None = None,
        narrower: bool = False,
    ) -> None:
        """Let a text stand for an index key, a term or a facet value beside what it
        stands for already; a text without words is passed over.
        """
        stems = stems_of(as_danish(tokenize(text)))
        if not stems:
            return

        gathered = self._gathered[stems]
        self._reach[stems[0]] = max(self._reach.get(stems[0], 0), len(stems))
        gathered.narrower &= narrower

        if key:
            gathered.index_keys.add(key)
        if term and term not in gathered.terms:
            gathered.terms.append(term)
        if facet and facet not in gathered.facets:
            gathered.facets.append(facet)

    def find(self, stems: Sequence[str]) -> list[Phrase]:
        """The phrases in a sequence of stems: longest first, none over another."""
        phrases, at = [], 0

        while at < len(stems):
            phrase = self._at(stems, at)
            if phrase:
                phrases.append(phrase)
            at = phrase.last if phrase else at + 1

        return phrases

    def __iter__(self) -> Iterator[tuple[tuple[str, ...], Meaning]]:
        """Every phrase, as its stems, and what it stands for."""
        return (
            (words, _meaning(gathered)) for words, gathered in self._gathered.items()
        )

    def scattered(self, stems: Sequence[str]) -> list[tuple[tuple[str, ...], Meaning]]:
        """The phrases of two words or more whose words all stand somewhere, longest
        first.
        """
        present = frozenset(stems)
        phrases = [
            (words, gathered)
            for word in present
            for words, gathered in self._by_longest.get(word, ())
            if present.issuperset(words)
        ]

        phrases.sort(key=lambda item: (-len(item[0]), item[0]))
        return [(words, _meaning(gathered)) for words, gathered in phrases]

    @cached_property
    def _by_longest(self) -> dict[str, list[tuple[tuple[str, ...], _Gathered]]]:
        """Phrases of two words or more under their longest word."""
        by_longest: dict[str, list[tuple[tuple[str, ...], _Gathered]]] = defaultdict(
            list
        )
        for words, gathered in self._gathered.items():
            if len(words) > 1:
                by_longest[max(words, key=len)].append((words, gathered))
        return by_longest

    def _at(self, stems: Sequence[str], at: int) -> Phrase | None:
        reach = self._reach.get(stems[at], 0)
        for length in range(min(reach, len(stems) - at), 0, -1):
            gathered = self._gathered.get(tuple(stems[at : at + length]))
            if gathered:
                return Phrase(at, at + length, _meaning(gathered))
        return None


def _meaning(gathered: _Gathered) -> Meaning:
    return Meaning(
        frozenset(gathered.index_keys),
        tuple(gathered.terms),
        tuple(gathered.facets),
        gathered.narrower,
    )
