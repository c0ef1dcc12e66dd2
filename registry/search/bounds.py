"""The place and the time that a question names and a row lies outside of. Pure.

A row whose condition begins with a place («Nordsjællands Hospital: …») is of that place
alone, and one that holds until a day says nothing of the years after, unless it tells
what comes then.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from registry.catalogue.snapshot import Row, Snapshot
from registry.language.danish import Token, fold, tokenize
from registry.language.holding import last_day_of, tells_what_comes
from registry.rules.organisations import MUNICIPALITY

YEAR = re.compile(r"20\d\d")
# What the names of places have besides the place.
_KINDS_OF_PLACE = frozenset(
    "hospital hospitalet psykiatrisk center kommune regionskommune og".split()
)
_PLACED = ("hospital", "psykiatrisk-center", MUNICIPALITY)
# By initials as all others, but for these.
_INITIALS = {"Nordsjællands Hospital": "NOH"}
_CAPITAL = re.compile(r"\b[A-ZÆØÅ]")
_OF_ONE_PLACE = re.compile(r"[^:.]{3,60}(?=:)")
_NEXT_YEAR = re.compile(r" (?:naeste aar|efter nytaar|fra nytaar|til nytaar) ")

Places = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Bounds:
    """The places that a question names, by their kind, and the first day of the latest
    year that it asks about.
    """

    places: Places = field(default_factory=dict)
    since: date | None = None

    def hold(self, row: Row, snapshot: Snapshot) -> bool:
        """Whether the row lies within what the question names."""
        return not (self._is_elsewhere(row, snapshot) or self._is_over(row))

    def tells(self, row: Row) -> bool:
        """Whether the row tells what comes after its last day, where that is asked."""
        told = row.snitflade.situation
        return self._ends_before(told) and tells_what_comes(told)

    def _is_elsewhere(self, row: Row, snapshot: Snapshot) -> bool:
        head = _OF_ONE_PLACE.match(row.snitflade.situation)
        if not (self.places and head):
            return False

        own = _places(tokenize(head[0]), snapshot)
        both = own.keys() & self.places.keys()
        return bool(both) and all(
            own[kind].isdisjoint(self.places[kind]) for kind in both
        )

    def _is_over(self, row: Row) -> bool:
        told = row.snitflade.situation
        return self._ends_before(told) and not tells_what_comes(told)

    def _ends_before(self, told: str) -> bool:
        last = last_day_of(told) if self.since else None
        return bool(last and self.since and last < self.since)


NO_BOUNDS = Bounds()


def bounds_of(words: Sequence[Token], snapshot: Snapshot) -> Bounds:
    """What the words of a question name of places and years."""
    text = f" {' '.join(word.exact for word in words)} "
    years = [int(word.exact) for word in words if YEAR.fullmatch(word.exact)]
    if _NEXT_YEAR.search(text):
        years.append(snapshot.moment.pr.year + 1)
    return Bounds(_places(words, snapshot), date(max(years), 1, 1) if years else None)


def _places(words: Iterable[Token], snapshot: Snapshot) -> Places:
    known = _known(snapshot)
    found: dict[str, set[str]] = defaultdict(set)
    for word in words:
        for kind, slug in known.get(word.exact, ()):
            found[kind].add(slug)
    return {kind: frozenset(slugs) for kind, slugs in found.items()}


@lru_cache(maxsize=4)
def _known(snapshot: Snapshot) -> Mapping[str, frozenset[tuple[str, str]]]:
    """The places by the words of their names, with and without the genitive, and by
    their initials.
    """
    known: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for one in snapshot.organisations.values():
        if one.kind not in _PLACED:
            continue
        initials = _INITIALS.get(one.name) or "".join(
            re.findall(r"\b[A-ZÆØÅ]", one.name)
        )
        own = {token.exact for token in tokenize(one.name)} - _KINDS_OF_PLACE
        for word in {*own, *(w.removesuffix("s") for w in own), fold(initials)}:
            known[word].add((one.kind, one.slug))
    return {word: frozenset(places) for word, places in known.items() if len(word) > 2}
