"""What a question names and a row lies outside of: a place, a time, a form. Pure.

A row whose condition begins with a place («Nordsjællands Hospital: …») is of that place
alone, and one that holds until a day says nothing of the years after, unless it tells
what comes then. Of a region whose agreements the catalogue does not have only a row
that names it tells; a row on other forms than the one that is named tells nothing of
it; and one for stays of more or fewer hours than the patient's stands lower.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.catalogue.told import worded
from registry.language.asked_days import asked_day, past_day
from registry.language.codes import codes
from registry.language.danish import Token, fold, folded_words, stems_in, tokenize
from registry.language.holding import last_day_of, parts_over, tells_what_comes
from registry.rules.organisations import (
    HOSPITAL,
    MUNICIPALITY,
    PSYCHIATRIC_CENTRE,
    REGION,
)
from registry.search.profile import PROFILE, Profile
from registry.search.subsections import NO_SUBSECTIONS, Subsections, subsections_of

# What the names of places have besides the place.
_KINDS_OF_PLACE = frozenset(
    "hospital hospitalet psykiatrisk center kommune regionskommune og".split()
)
_PLACED = (HOSPITAL, PSYCHIATRIC_CENTRE, MUNICIPALITY)
# By initials as all others, but for these.
_INITIALS = {"Nordsjællands Hospital": "NOH"}
_OF_ONE_PLACE = re.compile(r"[^:.]{3,60}(?=:)")

# Regions and their hospitals by their names, with what is said of one who comes from
# there before them.
# A region goes by the beginning of its name too: «region midt», «region midts».
_ELSEWHERE = re.compile(
    r"(?<!fra )\b(?P<name>"
    r"region (?P<short>midt|nord|syd|sj)(?:jyllands?|danmarks?|aellands?|s)?\b"
    r"|(?P<turned>midtjyllands|nordjyllands|syddanmarks|sjaellands) region"
    r"|midtjylland|nordjylland|syddanmark|regionshospitalet"
    r"|(?:aarhus|aalborg|odense|sjaellands) universitetshospital)"
)
_REGIONS = {
    "midt": "region midtjylland",
    "nord": "region nordjylland",
    "syd": "region syddanmark",
    "sj": "region sjaelland",
}
_INSIDE = re.compile(r" (?:inde|indlagt|indlaeggelse\w*|ophold\w*|laa) ")
# A stay of just so many hours, or of a rule's: «ophold under 48 timer».
_STAY = re.compile(
    r"(?P<how> over| mere end| laengere end| under| mindre end| kortere end)?"
    r"(?<! mindst)(?<! hoejst) =(?P<hours>[\d.]+)t "
)
_LONGER = frozenset({"over", "mere end", "laengere end"})
_SHORTER = frozenset({"under ", "mindre end "})
_OF_HOURS = re.compile(
    r"indl[^.:;,]{0,30}?"
    r"(?P<how>over |mere end |mindst |længere end |under |mindre end )?"
    r"(?P<hours>\d+) timer(?P<most> eller mindre)?",
    re.IGNORECASE,
)

_SMALL = frozenset(stems_in("på i til for af"))

Places = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Bounds:
    """The places that a question names, by their kind, the first day of the time that
    it asks about, the regions it names that the catalogue has no agreements
    of, the codes of forms, the hours of the stay, the least and the most, and the
    subsections of law. No place is named by a word with fewer letters than the
    `shortest`;
    `stems` are those of its words, `past` the last day of the month it asks back about.
    """

    places: Places = field(default_factory=dict)
    since: date | None = None
    foreign: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    stay: tuple[float, float] | None = None
    subsections: Subsections = NO_SUBSECTIONS
    past: date | None = None
    shortest: int = PROFILE.matching.shortest_place
    stems: frozenset[str] = frozenset()

    def hold(self, row: Row, snapshot: Snapshot) -> bool:
        """Whether the row lies within what the question names."""
        return not (
            self._is_elsewhere(row, snapshot)
            or self._is_over(row)
            or self._is_of_other_codes(row)
            or not self._names_foreign(row)
            or not self.subsections.hold(row)
            or self._is_over_for_it(row, snapshot.moment.pr)
        )

    def fits(self, row: Row) -> int:
        """1 for a row that is for stays as long as the one asked about, -1 for one that
        is for longer or shorter ones, 0 where it does not say.
        """
        return _fits(self.stay, row.snitflade.situation)

    def tells(self, row: Row) -> bool:
        """Whether the row tells what comes after its last day, where that is asked."""
        situation = row.snitflade.situation
        return self._ends_before(situation) and tells_what_comes(situation)

    def _is_elsewhere(self, row: Row, snapshot: Snapshot) -> bool:
        if not self.places:
            return False
        head = _OF_ONE_PLACE.match(row.snitflade.situation)
        if not head:
            return False

        own = _places(tokenize(head[0]), snapshot, self.shortest)
        both = own.keys() & self.places.keys()
        return bool(both) and all(
            own[kind].isdisjoint(self.places[kind]) for kind in both
        )

    def _is_of_other_codes(self, row: Row) -> bool:
        own = set(codes(row.snitflade.task)) if self.codes else set()
        return bool(own) and own.isdisjoint(self.codes)

    def _names_foreign(self, row: Row) -> bool:
        if not self.foreign:
            return True
        text = fold(" ".join((*worded(row), row.snitflade.does_not_apply_to)))
        return any(name in text for name in self.foreign)

    def _is_over(self, row: Row) -> bool:
        situation = row.snitflade.situation
        return self._ends_before(situation) and not tells_what_comes(situation)

    def _is_over_for_it(self, row: Row, pr: date) -> bool:
        """Whether the row, on the day asked about, no longer holds for a part of what
        it is about that the question names.
        """
        parts = parts_over(row.snitflade.situation, self.since or pr)
        named = (frozenset(stems_in(part)) for part in parts)
        return any(stems - _SMALL <= self.stems for stems in named)

    def _ends_before(self, situation: str) -> bool:
        last = last_day_of(situation) if self.since else None
        return bool(last and self.since and last < self.since)


NO_BOUNDS = Bounds()


def bounds_of(
    words: Sequence[Token],
    snapshot: Snapshot,
    asked: str = "",
    asked_on: date | None = None,
    *,
    profile: Profile = PROFILE,
) -> Bounds:
    """What a question names of places, days and hours by its words as they were
    understood, and of days, regions and forms as it was `asked`. `asked_on` is the day
    that «next year» is seen from; by itself the snapshot's.
    """
    text = f" {' '.join(word.exact for word in words)} "
    today = asked_on or snapshot.moment.pr

    shortest = profile.matching.shortest_place
    return Bounds(
        _places(words, snapshot, shortest),
        asked_day(asked or text, today),
        _foreign(asked, snapshot),
        frozenset(codes(asked)),
        _stay(text),
        subsections_of(asked, snapshot),
        past_day(asked, today),
        shortest,
        frozenset(word.stem for word in words),
    )


def _foreign(asked: str, snapshot: Snapshot) -> frozenset[str]:
    """The regions that a question names and the catalogue has no agreements of. Who
    comes from there asks about here.
    """
    foreign = {_whole_name(match) for match in _ELSEWHERE.finditer(fold(asked))}
    if not foreign:
        return frozenset()

    parents = {one.parent for one in snapshot.organisations.values()}
    own = {
        fold(one.name)
        for one in snapshot.organisations.values()
        if one.kind == REGION and (one.slug in parents or not one.valid_to)
    }
    return frozenset(foreign - own)


def _whole_name(match: re.Match[str]) -> str:
    short = match["short"] or next(
        (one for one in _REGIONS if (match["turned"] or "").startswith(one)), ""
    )
    return _REGIONS.get(short, match["name"])


def is_of_other_stays(text: str, situation: str) -> bool:
    """Whether a question is about a longer or shorter stay than a condition is for."""
    words = f" {folded_words(text)} "
    return _fits(_stay(words), situation) < 0


def _fits(stay: tuple[float, float] | None, situation: str) -> int:
    within = stays_in(situation) if stay else None
    if stay is None or within is None:
        return 0

    (shortest, longest), (least, most) = stay, within
    if shortest == longest:
        return 1 if least < longest <= most else -1
    if least <= shortest and longest <= most:
        return 1
    return -1 if longest <= least or most <= shortest else 0


def _stay(text: str) -> tuple[float, float] | None:
    """The least and the most hours of the stay in hospital, where just one length is
    told; of more than so many hours, and of as many at the most.
    """
    lengths = list(_STAY.finditer(text))
    if len(lengths) != 1 or not _INSIDE.search(text):
        return None

    hours, how = float(lengths[0]["hours"]), (lengths[0]["how"] or "").strip()
    if not how:
        return (hours, hours)
    return (hours, math.inf) if how in _LONGER else (0.0, hours)


@lru_cache(maxsize=1024)
def stays_in(situation: str) -> tuple[float, float] | None:
    """The stays that a condition is for: more hours than the first, and at most as many
    as the second; None where it does not say. What it says first counts.
    """
    for match in _OF_HOURS.finditer(situation):
        hours, how = float(match["hours"]), (match["how"] or "").lower()
        if match["most"] or how in _SHORTER:
            return (0.0, hours)
        if how:
            return (hours, math.inf)
    return None


def _places(words: Iterable[Token], snapshot: Snapshot, shortest: int) -> Places:
    known = _known(snapshot, shortest)
    by_kind: dict[str, set[str]] = defaultdict(set)
    for word in words:
        for kind, slug in known.get(word.exact, ()):
            by_kind[kind].add(slug)
    return {kind: frozenset(slugs) for kind, slugs in by_kind.items()}


@kept_with_snapshot
def _known(
    snapshot: Snapshot, shortest: int
) -> Mapping[str, frozenset[tuple[str, str]]]:
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

    return {
        word: frozenset(places)
        for word, places in known.items()
        if len(word) >= shortest
    }
