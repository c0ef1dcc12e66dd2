"""Phrases by their stems, and what they stand for."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from registry.search.danish import tokenize


class Meaning(NamedTuple):
    """What a phrase stands for: index tokens, terms, and facet values."""

    tokens: frozenset[str]
    terms: tuple[str, ...]
    facets: tuple[tuple[str, str], ...]
    narrower: bool  # the phrase names less than the term


class Phrase(NamedTuple):
    """A phrase found at tokens[first:last]."""

    first: int
    last: int
    meaning: Meaning


@dataclass
class _Entry:
    tokens: set[str] = field(default_factory=set)
    terms: list[str] = field(default_factory=list)
    facets: list[tuple[str, str]] = field(default_factory=list)
    narrower: bool = True


class Phrases:
    """A table of phrases by their stems."""

    def __init__(self) -> None:
        self._entries: dict[tuple[str, ...], _Entry] = defaultdict(_Entry)
        self.longest = 1

    def add(
        self,
        text: str,
        *,
        token: str = "",
        term: str = "",
        facet: tuple[str, str] | None = None,
        narrower: bool = False,
    ) -> None:
        stems = tuple(token.stem for token in tokenize(text))
        if not stems:
            return
        entry = self._entries[stems]
        self.longest = max(self.longest, len(stems))
        entry.narrower &= narrower
        if token:
            entry.tokens.add(token)
        if term and term not in entry.terms:
            entry.terms.append(term)
        if facet and facet not in entry.facets:
            entry.facets.append(facet)

    def find(self, stems: Sequence[str]) -> list[Phrase]:
        """The phrases in a sequence of stems: longest first, none over another."""
        found, at = [], 0
        while at < len(stems):
            phrase = self._at(stems, at)
            if phrase:
                found.append(phrase)
            at = phrase.last if phrase else at + 1
        return found

    def __iter__(self) -> Iterator[tuple[tuple[str, ...], Meaning]]:
        """Every phrase, as its stems, and what it stands for."""
        return ((words, _meaning(entry)) for words, entry in self._entries.items())

    def scattered(self, stems: Sequence[str]) -> list[tuple[tuple[str, ...], Meaning]]:
        """The phrases of two words or more whose words all stand somewhere, longest first."""
        present = frozenset(stems)
        found = [
            (words, entry)
            for word in present
            for words, entry in self._by_rarest.get(word, ())
            if present.issuperset(words)
        ]
        found.sort(key=lambda item: (-len(item[0]), item[0]))
        return [(words, _meaning(entry)) for words, entry in found]

    @cached_property
    def _by_rarest(self) -> dict[str, list[tuple[tuple[str, ...], _Entry]]]:
        """Phrases of two words or more under their longest word."""
        found: dict[str, list[tuple[tuple[str, ...], _Entry]]] = defaultdict(list)
        for words, entry in self._entries.items():
            if len(words) > 1:
                found[max(words, key=len)].append((words, entry))
        return found

    def _at(self, stems: Sequence[str], at: int) -> Phrase | None:
        for length in range(min(self.longest, len(stems) - at), 0, -1):
            entry = self._entries.get(tuple(stems[at : at + length]))
            if entry:
                return Phrase(at, at + length, _meaning(entry))
        return None


def _meaning(entry: _Entry) -> Meaning:
    return Meaning(frozenset(entry.tokens), tuple(entry.terms), tuple(entry.facets), entry.narrower)
