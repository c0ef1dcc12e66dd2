"""Gap: what a task must state and does not, and what some have and others lack."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from registry.rules.coherence.rows import (
    CITIZEN_SECTORS,
    HAND_OVERS,
    NOBODY,
    PLACE_OF,
    Answering,
    Names,
    Row,
    Yardstick,
    ancestors,
    by_task,
    same_phase,
)
from registry.rules.phases import ALL_PHASES

FIELD, RECEIVER = "field", "receiver"
TASK, GROUP, MUNICIPALITY = "task_key", "target_group", "municipality"
PHASE, SECTOR = "phase", "sector"
TREATMENT = "treatment_responsible"


class Gap(NamedTuple):
    """What is missing, as pairs of a name and a value, and the row that lacks it, if a
    row does.
    """

    missing: tuple[tuple[str, str], ...]
    row: Row | None = None


def gaps(answering: Answering, yardstick: Yardstick) -> Iterator[Gap]:
    """All gaps of what answers on the date, each once."""
    yield from _unstated(answering, yardstick)

    for task, rows in by_task(answering.rows).items():
        yield from _groups_without(task, rows, yardstick)
        yield from _municipalities_without(task, rows, yardstick)

    yield from _phases_without(answering.rows, yardstick)


def _unstated(answering: Answering, yardstick: Yardstick) -> Iterator[Gap]:
    """Fields that the task of a row needs, and that neither the row nor what it
    supplements states. Of a hand-over of medical responsibility it is the receiver that
    is missing, and "not applicable" is nobody too.
    """
    above = _Above(answering, yardstick)

    for row in answering.rows:
        hands_over = row.task_key in HAND_OVERS
        for name in yardstick.needs.get(row.task_key, ()):
            if row.answers[PLACE_OF[name]] or (hands_over and name == TREATMENT):
                continue
            if not above.states(row, name):
                yield Gap(((FIELD, name),), row)
        if hands_over and not _has_receiver(row, above):
            yield Gap(((RECEIVER, ""),), row)


def _has_receiver(row: Row, above: "_Above") -> bool:
    if row.answers[PLACE_OF[TREATMENT]]:
        return bool(row.actors(TREATMENT))
    return above.states(row, TREATMENT)


def _groups_without(
    task: str, rows: Iterable[Row], yardstick: Yardstick
) -> Iterator[Gap]:
    """Target groups that no row covers, where one of the same kind has a row of its
    own.
    """
    said = {row.target_groups for row in rows}
    kinds = {group: yardstick.kinds.get(group) for group in frozenset().union(*said)}

    for group in sorted(yardstick.groups):
        has_like = any(
            kind and kind == yardstick.kinds.get(group)
            for other, kind in kinds.items()
            if other != group
        )
        covered = any(yardstick.covers(groups, group) for groups in said)
        if has_like and not covered and _is_for(task, group, yardstick):
            yield Gap(((TASK, task), (GROUP, group)))


def _is_for(task: str, group: str, yardstick: Yardstick) -> bool:
    return yardstick.covers(yardstick.concerns.get(task, NOBODY), group)


def _municipalities_without(
    task: str, rows: Iterable[Row], yardstick: Yardstick
) -> Iterator[Gap]:
    places = {row.places for row in rows}
    if NOBODY in places:
        return
    for municipality in sorted(yardstick.municipalities.difference(*places)):
        yield Gap(((TASK, task), (MUNICIPALITY, municipality)))


def _phases_without(rows: Iterable[Row], yardstick: Yardstick) -> Iterator[Gap]:
    """Phases in which a sector with tasks before and after has nothing to do. One that
    everybody of a broader group shares is told of that group alone.
    """
    said = {(row.phase, row.target_groups, row.actors("responsible")) for row in rows}
    active = {
        (phase, groups, sector)
        for phase, groups, actors in said
        for actor in actors
        if (sector := yardstick.sectors.get(actor)) and sector not in CITIZEN_SECTORS
    }
    holes = {
        group: _holes(active, group, yardstick) for group in sorted(yardstick.groups)
    }

    for group, own in holes.items():
        shared = NOBODY.union(
            *(holes.get(above, ()) for above in yardstick.upwards(group)[1:])
        )
        for phase, sector in sorted(own - shared):
            yield Gap(((PHASE, phase), (SECTOR, sector), (GROUP, group)))


def _holes(
    active: Iterable[tuple[str, Names, str]], group: str, yardstick: Yardstick
) -> frozenset[tuple[str, str]]:
    """The phases, each with the sector, between two in which the sector does something
    for the group.
    """
    phases = defaultdict(set)
    for phase, groups, sector in active:
        if yardstick.covers(groups, group):
            phases[sector].add(phase)

    holes = set()
    for sector, own in phases.items():
        at = [i for i, phase in enumerate(yardstick.phases) if phase in own]
        if at and ALL_PHASES not in own:
            between = yardstick.phases[at[0] : at[-1]]
            holes |= {(phase, sector) for phase in between if phase not in own}
    return frozenset(holes)


class _Above:
    """The rows that stand above those of supplements, by task."""

    def __init__(self, answering: Answering, yardstick: Yardstick) -> None:
        self._yardstick = yardstick
        self._ancestors = {
            slug: above
            for slug in answering.agreements
            if (above := ancestors(answering.agreements, slug))
        }
        parents = NOBODY.union(*self._ancestors.values())
        self._rows = by_task(row for row in answering.rows if row.agreement in parents)

    def states(self, row: Row, name: str) -> bool:
        """Whether a row states a field, or the one it takes its answer from does."""
        at = PLACE_OF[name]

        return bool(row.answers[at]) or any(
            other.answers[at]
            for other in self._rows.get(row.task_key, ())
            if other.agreement in self._ancestors.get(row.agreement, NOBODY)
            and other.situation in ((), row.situation)
            and same_phase(other.phase, row.phase)
            and self._yardstick.may_be_one(other.target_groups, row.target_groups)
        )
