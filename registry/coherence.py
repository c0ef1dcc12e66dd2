"""Coherence: what rows say of each other across versions, sectors and parties. Pure.

Transfers: a task that changes sector, authority or payer from one version to the next. Duties on
non-parties: a task laid on an actor of a sector that has no party to the agreement.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from registry.fields import FOUR_ANSWERS
from registry.models import NOT_STATED
from registry.version_content import VersionContent

Row = Mapping[str, Any]

# What a transfer is a change of. Only the first is compared by sector: within one sector another
# may do the task, but another who decides or pays is a change wherever it happens.
TRANSFER_FIELDS = ("responsible", "authority", "payer")
BY_SECTOR = frozenset({"responsible"})
DUTY_FIELDS = (*FOUR_ANSWERS, "contributes")
CITIZENS = "borger"  # the sector of citizens and relatives, who are never parties


@dataclass(frozen=True)
class Transfer:
    """A row whose `field` passed from some actors to others, in the order the rows name them."""

    row_before: Row
    row_after: Row
    field: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True)
class Duty:
    """What a row lays on an actor, in the field that says so."""

    row: Row
    field: str
    actor: str


def matched(before: Sequence[Row], after: Sequence[Row]) -> list[tuple[Row | None, Row | None]]:
    """The rows of two versions in pairs: those of `after` in order, then those that went away.

    Rows with the same key belong together. Of the others, two with the same task key do, when
    they are the only ones left with it and not written for different target groups; else a row
    under a new key would hide a transfer. Situations are not compared: a reworded one says
    nothing of whether the task is another.
    """
    pairs = _by_key(before, after)
    partner = {new: old for old, new in pairs} | _by_task_key(before, after, pairs)
    taken = set(partner.values())
    return [
        *((before[partner[at]] if at in partner else None, row) for at, row in enumerate(after)),
        *((row, None) for at, row in enumerate(before) if at not in taken),
    ]


def transfers(
    before: VersionContent, after: VersionContent, actor_sectors: Mapping[str, str]
) -> tuple[Transfer, ...]:
    """The transfers from one version to the next, in the order of `after` and TRANSFER_FIELDS.

    `actor_sectors`: the sector of each actor, "" where it has none. From not stated to anything is
    no transfer: nothing was known that could be moved. From something to not stated is one, or a
    payer could be lost in one version and another found in the next without a word of it. "Not
    applicable" is an answer like any other.
    """
    return tuple(
        Transfer(old, new, field, old[field], new[field])
        for old, new in matched(before.rows, after.rows)
        if old is not None and new is not None
        for field in TRANSFER_FIELDS
        if _passes(field, old[field], new[field], actor_sectors)
    )


def duties_on_non_parties(
    content: VersionContent,
    actor_sectors: Mapping[str, str],
    organisation_sectors: Mapping[str, str],
) -> tuple[Duty, ...]:
    """The duties of actors whose sector has no party in any role, row by row.

    Actors without a sector ("alle parter") and citizens are left out.
    """
    bound = {
        organisation_sectors.get(organisation, "")
        for organisations in content.parties.values()
        for organisation in organisations
    } | {"", CITIZENS}
    return tuple(
        Duty(row, field, actor)
        for row in content.rows
        for field in DUTY_FIELDS
        for actor in row[field]
        if actor_sectors.get(actor, "") not in bound
    )


def _by_key(before: Sequence[Row], after: Sequence[Row]) -> list[tuple[int, int]]:
    """Places of rows with the same key; where a draft has a key twice, the first goes first."""
    places = defaultdict(list)
    for at, row in enumerate(before):
        places[row["key"]].append(at)
    return [(places[row["key"]].pop(0), at) for at, row in enumerate(after) if places[row["key"]]]


def _by_task_key(
    before: Sequence[Row], after: Sequence[Row], pairs: Iterable[tuple[int, int]]
) -> dict[int, int]:
    """The place before of each row after that only the task key brings together."""
    olds, news = ({pair[side] for pair in pairs} for side in (0, 1))
    left_before, left_after = _left(before, olds), _left(after, news)
    return {
        left_after[task][0]: places[0]
        for task, places in left_before.items()
        if len(places) == 1
        and len(left_after.get(task, ())) == 1
        and _may_be_one(before[places[0]], after[left_after[task][0]])
    }


def _left(rows: Sequence[Row], taken: set[int]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        if at not in taken and row["task_key"]:
            places.setdefault(row["task_key"], []).append(at)
    return places


def _may_be_one(old: Row, new: Row) -> bool:
    groups = set(old["target_groups"]), set(new["target_groups"])
    return not all(groups) or bool(groups[0] & groups[1])


def _passes(
    field: str, old: Iterable[str], new: Iterable[str], actor_sectors: Mapping[str, str]
) -> bool:
    stated = set(old) - {NOT_STATED}
    now = set(new) - {NOT_STATED}
    if not stated:
        return False
    if field in BY_SECTOR:
        return {actor_sectors.get(a, "") for a in stated} != {actor_sectors.get(a, "") for a in now}
    return stated != now
