"""Whom to ring about a row, of everybody whom it names: few enough to read at a
glance. Pure.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from registry.catalogue.contacts import (
    IN_DOUBT,
    INFORMED,
    NAMED,
    RESPONSIBLE,
    Reach,
)
from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.told import told_each
from registry.rules.fields import ROW_FIELDS_BY_NAME
from registry.rules.reaching import ONESELF, Ask
from registry.unsaid import NOT_STATED_IN_WORDS, Saying, saying_of

# Whoever is asked about may be the asker, who then rings nobody about doing it.
ONES_OWN = "Hvis det er jer, har I selv opgaven."
# Where nobody is rung: whoever finds a thing out reports it, to these.
REPORTED_TO, REPORTS_ONESELF = "Meldes til", "Den, der opdager det, melder det selv."
# What those are to a row who do not do it.
ROLE_WORDS = {
    INFORMED: ROW_FIELDS_BY_NAME[INFORMED].label.lower(),
    IN_DOUBT: f"nævnt {ROW_FIELDS_BY_NAME[IN_DOUBT].label.lower()}",
}
OTHER_SIDE = "I tvivl: ring til den anden side."  # nobody is rung for doing it


class PlaceToRing(NamedTuple):
    """Where to ring without a number; whether it is only to tell them, and whether
    they are the ones who do it. `case`: in which case they are, where that differs.
    """

    ask: Ask
    only_informed: bool = False
    does: bool = False
    case: str = ""

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.case, str(self.ask))))


def to_ring(reaches: Iterable[Reach]) -> list[Reach]:
    """The first of each side that does it, or is named where nobody does, so that none
    who asks is left with himself alone; the first of those who are to be told, and
    whoever has a number that is not said yet.
    """
    said: set[str] = set()
    sides: set[str] = set()
    listed: list[Reach] = []

    for reach in reaches:
        phones = {number.phone for number in reach.numbers}
        is_new = bool(phones - said)
        is_informed = (
            INFORMED in reach.roles and not phones and not _any_informed(listed)
        )
        is_side = reach.side not in sides and not _is_only_informed(reach)
        is_side = is_side and not phones
        listed += [reach] if not listed or is_informed or is_new or is_side else []
        said |= phones
        sides.add(reach.side)

    return each_number_once(listed)


def each_number_once(reaches: Iterable[Reach]) -> list[Reach]:
    """The same, without the numbers that stand by one before them; who has no other
    number stands no more.
    """
    said: set[str] = set()
    listed = []
    for reach in reaches:
        new = {n.dialled: n for n in reach.numbers if n.dialled not in said}
        said |= new.keys()
        if new or not reach.numbers:
            listed.append(replace(reach, numbers=tuple(new.values())))
    return listed


def role_words(reach: Reach) -> list[str]:
    """Why one who does not do it is named; nothing of who does."""
    if RESPONSIBLE in reach.roles:
        return []
    return [words for role, words in ROLE_WORDS.items() if role in reach.roles]


def asks_of(reaches: Sequence[Reach]) -> list[PlaceToRing]:
    """Where to ring for them without numbers, each place once, for the first whom one
    asks for there; those who are only to be told come last.
    """
    doing = {reach.ask.place for reach in reaches if RESPONSIBLE in reach.roles}
    informed = {reach.ask.place for reach in reaches if INFORMED in reach.roles}
    asks: dict[str, Ask] = {}
    for reach in reaches:
        asks.setdefault(reach.ask.place, reach.ask)

    listed = [
        PlaceToRing(ask, place in informed and place not in doing, place in doing)
        for place, ask in asks.items()
    ]
    return sorted(listed, key=lambda one: one.only_informed)


def asks_by_case(cases: Sequence[tuple[str, Sequence[Reach]]]) -> list[PlaceToRing]:
    """Where to ring of several cases, in their order, each with the case that it is
    for. `cases`: their words, and whom to ring in each.
    """
    words = cases_apart(cases)
    asks = asks_of([reach for _, reaches in cases for reach in reaches])
    return [one._replace(case=words.get(one.ask.place, "")) for one in asks]


def cases_apart(cases: Sequence[tuple[str, Sequence[Reach]]]) -> Mapping[str, str]:
    """The words of the one case in which a place does it, by the place; none of a
    place that does it in more, and nothing at all unless each case has words.
    """
    if len(cases) < 2 or not all(words for words, _ in cases):
        return {}

    by_place: dict[str, set[str]] = {}
    for words, reaches in cases:
        for reach in reaches:
            if RESPONSIBLE in reach.roles:
                by_place.setdefault(reach.ask.place, set()).add(words)
    return {place: words.pop() for place, words in by_place.items() if len(words) == 1}


def is_reported(row: Row) -> bool:
    """Whether whoever finds it out does all of it, so that nobody is rung."""
    actors = row.snitflade.responsible
    return bool(actors) and ONESELF.issuperset(actors)


def reported_to(snapshot: Snapshot, row: Row) -> str:
    """Who receives what is reported, as the row names them; empty where it names none,
    or somebody is rung.
    """
    informed = row.snitflade.informed
    if not is_reported(row) or saying_of(informed) is not Saying.STATED:
        return ""
    return ", ".join(told_each(snapshot, ROW_FIELDS_BY_NAME[INFORMED], informed))


def receivers(named: Iterable[str]) -> str:
    """Those who receive it of some rows, each once; that it is not stated where none
    names any.
    """
    return " eller ".join(dict.fromkeys(filter(None, named))) or NOT_STATED_IN_WORDS


def ones_own(asks: Sequence[PlaceToRing]) -> str:
    """What to say to an asker who is one of them: the task is theirs where they do it;
    where nobody is said to, and none is only to be told, the other side is asked.
    """
    if any(one.does for one in asks):
        return ONES_OWN
    return "" if any(one.only_informed for one in asks) else OTHER_SIDE


def _is_only_informed(reach: Reach) -> bool:
    return RESPONSIBLE not in reach.roles and NAMED not in reach.roles


def _any_informed(listed: Iterable[Reach]) -> bool:
    return any(INFORMED in reach.roles for reach in listed)
