"""Whom a citizen asks about what is done: those they meet, with the numbers that the
catalogue has of them, and never one that it has not. Pure.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from registry.catalogue.contacts import NAMED, RESPONSIBLE, Number, Reach, reaches
from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.whereabouts import actors_of, sector_of
from registry.rules.citizens import (
    ASKED_OF,
    ASKED_OF_ACTOR,
    CITIZEN_ACTORS,
    OWN_DOCTOR,
    THEIR_MUNICIPALITY,
    YOUR_MUNICIPALITY,
    is_theirs,
)
from registry.rules.reaching import Ask as Place

NOBODY = Reach((RESPONSIBLE,), "", (), "", Place(""))


@dataclass(frozen=True)
class CitizenAsk:
    """Whom to ask about what somebody does. `who`: those who do it, by their labels;
    empty where the rows do not say who. `numbers`: each with the part that the
    municipality must have for it to be the right one. `is_by_place`: there may be
    numbers, for a municipality that is not chosen yet.
    """

    who: tuple[str, ...]
    where: str
    numbers: tuple[tuple[Number, str], ...]
    is_by_place: bool


def asks_about(
    snapshot: Snapshot, rows: Iterable[Row], municipality: str | None, group: str = ""
) -> list[CitizenAsk]:
    """Whom to ask about the rows, each once, in the order of who does them. `group`:
    whose page they stand on.
    """
    asked: dict[str, dict[str, Reach]] = {}
    for row in rows:
        for reach in _of_row(snapshot, row, municipality):
            own = is_theirs(row.snitflade.target_groups, group)
            unnamed = THEIR_MUNICIPALITY if own else YOUR_MUNICIPALITY
            where = _asked(snapshot, reach.actor, municipality, unnamed)
            asked.setdefault(where, {})[reach.actor] = reach

    return [_ask(where, list(here.values())) for where, here in asked.items()]


def _of_row(snapshot: Snapshot, row: Row, municipality: str | None) -> list[Reach]:
    """Those who do it, or nobody known; citizens and their own are not asked."""
    own = {
        actors_of(snapshot)[a].label for a in CITIZEN_ACTORS if a in actors_of(snapshot)
    }
    listed = reaches(snapshot, row, municipality)
    if all(reach.roles == (NAMED,) for reach in listed):
        return [] if CITIZEN_ACTORS & {*row.snitflade.responsible} else [NOBODY]
    return [r for r in listed if RESPONSIBLE in r.roles and r.actor not in own]


def _asked(
    snapshot: Snapshot, label: str, municipality: str | None, unnamed: str
) -> str:
    by_label = {choice.label: key for key, choice in actors_of(snapshot).items()}
    actor = by_label.get(label, "")
    asked = ASKED_OF_ACTOR.get(actor) or ASKED_OF.get(
        sector_of(snapshot, actor) or "", OWN_DOCTOR
    )
    home = snapshot.organisations.get(municipality or "")
    name = home.name if home else unnamed
    return asked.format(name=name)


def _ask(where: str, here: list[Reach]) -> CitizenAsk:
    numbers = {
        number: reach.actor if reach.only_if else ""
        for reach in sorted(here, key=lambda r: not r.only_if)
        for number in reach.numbers
    }
    return CitizenAsk(
        who=tuple(reach.actor for reach in here if reach.actor),
        where=where,
        numbers=tuple(numbers.items()),
        is_by_place=any(reach.is_by_place for reach in here),
    )
