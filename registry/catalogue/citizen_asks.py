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
    HOMELESS,
    IF_HOMELESS,
    MUNICIPALITIES,
    OWN_DOCTOR,
    THEIR_MUNICIPALITY,
    WARD,
    WARDS,
    YOUR_MUNICIPALITY,
    is_theirs,
)
from registry.rules.fields import Scheme
from registry.rules.reaching import Ask as Place

NOBODY = Reach((RESPONSIBLE,), "", (), "", Place(""))


@dataclass(frozen=True)
class CitizenAsk:
    """Whom to ask about what somebody does. `who`: those who do it, by their labels;
    empty where the rows do not say who, and then `about` has what they do. `only_if`:
    of whom alone it holds, where the page has others too. `numbers`: each with the part
    that the municipality must have for it to be the right one. `is_by_place`: there may
    be numbers, for a municipality that is not chosen yet.
    """

    who: tuple[str, ...]
    where: str
    numbers: tuple[tuple[Number, str], ...]
    is_by_place: bool
    only_if: str = ""
    about: tuple[str, ...] = ()


def asks_about(
    snapshot: Snapshot, rows: Iterable[Row], municipality: str | None, group: str = ""
) -> list[CitizenAsk]:
    """Whom to ask about the rows, each once, in the order of who does them, last
    about what nobody is said to do. `group`: whose page they stand on.
    """
    asked: dict[tuple[str, str], dict[str, Reach]] = {}
    unsaid: dict[str, None] = {}
    for row in rows:
        own = is_theirs(row.snitflade.target_groups, group)
        unnamed = THEIR_MUNICIPALITY if own else YOUR_MUNICIPALITY
        for reach in _of_row(snapshot, row, municipality):
            if reach is NOBODY:
                subject = snapshot.label(Scheme.TASKS, row.snitflade.task_key)
                unsaid[subject.partition(" (")[0]] = None
                continue
            where = _asked(snapshot, reach.actor, row, municipality, unnamed)
            some = where == THEIR_MUNICIPALITY and group != HOMELESS
            key = where, IF_HOMELESS if some else ""
            asked.setdefault(key, {})[reach.actor] = reach

    named = [_ask(*key, list(here.values())) for key, here in asked.items()]
    nobody = CitizenAsk((), OWN_DOCTOR, (), False, about=tuple(unsaid))
    return named + [nobody] * bool(unsaid)


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
    snapshot: Snapshot, label: str, row: Row, municipality: str | None, unnamed: str
) -> str:
    """Those who are asked about what an actor does: in a phase without a ward those
    that stand in its place.
    """
    by_label = {choice.label: key for key, choice in actors_of(snapshot).items()}
    actor = by_label.get(label, "")
    asked = ASKED_OF_ACTOR.get(actor) or ASKED_OF.get(
        sector_of(snapshot, actor) or "", OWN_DOCTOR
    )
    home = snapshot.organisations.get(municipality or "")
    name = home.name if home else MUNICIPALITIES.get(actor, unnamed)
    return asked.format(name=name, ward=WARDS.get(row.snitflade.phase, WARD))


def _ask(where: str, only_if: str, here: list[Reach]) -> CitizenAsk:
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
        only_if=only_if,
    )
