"""Whom a card says to ring, of everybody whom a row names: few enough to read at a
glance. Pure.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from registry.catalogue.contacts import INFORMED, RESPONSIBLE, Reach
from registry.rules.reaching import BY_QUESTION, BY_TASK, WARD, Ask, through


class Asked(NamedTuple):
    """Where to ring without a number; whether it is only to tell them."""

    ask: Ask
    only_told: bool = False


def to_ring(reaches: Iterable[Reach]) -> list[Reach]:
    """The first of those who do it, the first of those who are to be told, and whoever
    has a number that is not said yet.
    """
    said: set[str] = set()
    listed: list[Reach] = []
    for reach in reaches:
        phones = {number.phone for number in reach.numbers}
        is_new = bool(phones - said)
        is_told = INFORMED in reach.roles and not phones and not _any_told(listed)
        listed += [reach] if not listed or is_told or is_new else []
        said |= phones
    return listed


def asks_of(reaches: Sequence[Reach]) -> list[Asked]:
    """Where to ring for them without numbers, each place once."""
    doing = {reach.ask for reach in reaches if RESPONSIBLE in reach.roles}
    told = {reach.ask for reach in reaches if INFORMED in reach.roles}
    asks = dict.fromkeys(reach.ask for reach in reaches)

    return [Asked(ask, ask in told and ask not in doing) for ask in asks]


def how_to(asks: Iterable[Ask]) -> str:
    """How one gets through to any of them, said once: whoever has the task is also
    found where the patient is.
    """
    functions = [ask.function for ask in asks]
    is_any = not {BY_TASK, BY_QUESTION}.isdisjoint(functions)

    return through(*(f for f in functions if not (is_any and f == WARD)))


def _any_told(listed: Iterable[Reach]) -> bool:
    return any(INFORMED in reach.roles for reach in listed)
