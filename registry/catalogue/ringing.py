"""Whom a card says to ring, of everybody whom a row names: few enough to read at a
glance. Pure.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from registry.catalogue.contacts import INFORMED, RESPONSIBLE, Reach
from registry.rules.reaching import Ask

# Whoever is asked about may be the asker, who then rings nobody about doing it.
ONES_OWN = "Er det jer selv, har I opgaven."


class Asked(NamedTuple):
    """Where to ring without a number; whether it is only to tell them."""

    ask: Ask
    only_told: bool = False


def to_ring(reaches: Iterable[Reach]) -> list[Reach]:
    """The first of each side that does it, so that none who asks is left with itself
    alone; the first of those who are to be told, and whoever has a number that is not
    said yet.
    """
    said: set[str] = set()
    sides: set[str] = set()
    listed: list[Reach] = []
    for reach in reaches:
        phones = {number.phone for number in reach.numbers}
        is_new = bool(phones - said)
        is_told = INFORMED in reach.roles and not phones and not _any_told(listed)
        is_side = RESPONSIBLE in reach.roles and reach.side not in sides
        listed += [reach] if not listed or is_told or is_new or is_side else []
        said |= phones
        sides.add(reach.side)
    return listed


def asks_of(reaches: Sequence[Reach]) -> list[Asked]:
    """Where to ring for them without numbers, each place once."""
    doing = {reach.ask for reach in reaches if RESPONSIBLE in reach.roles}
    told = {reach.ask for reach in reaches if INFORMED in reach.roles}
    asks = dict.fromkeys(reach.ask for reach in reaches)

    return [Asked(ask, ask in told and ask not in doing) for ask in asks]


def ones_own(asks: Iterable[Asked]) -> str:
    """What to say to an asker who is one of them: the task is theirs, unless they are
    only to be told of it.
    """
    return "" if all(one.only_told for one in asks) else ONES_OWN


def _any_told(listed: Iterable[Reach]) -> bool:
    return any(INFORMED in reach.roles for reach in listed)
