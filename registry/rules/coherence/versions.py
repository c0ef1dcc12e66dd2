"""What two versions of one agreement say of each other, and a version of its parties.

Reassignments: a field of a row passes to others from one version to the next. One of
them is also a transfer (transfer.py) where a task changes sector between two dates.
Duties on non-parties: a task laid on an actor of a sector that has no party to the
agreement.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from registry.models import NOT_STATED
from registry.rules.coherence.pairing import paired
from registry.rules.coherence.rows import CITIZEN_SECTOR, Yardstick
from registry.rules.coherence.stored import row_of
from registry.rules.coherence.transfer import TRANSFER_FIELDS
from registry.rules.fields import FOUR_ANSWERS
from registry.rules.version_content import RowValues, VersionContent

# Of TRANSFER_FIELDS only these are compared by sector: within one sector another may
# do the task, but another who decides or pays is a change wherever it happens.
BY_SECTOR = frozenset({"responsible"})
DUTY_FIELDS = (*FOUR_ANSWERS, "contributes")


@dataclass(frozen=True)
class Reassignment:
    """A row whose `field` passed from some actors to others, in the order the rows name
    them.
    """

    row_before: RowValues
    row_after: RowValues
    field: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True)
class Duty:
    """What a row lays on an actor, in the field that says so."""

    row: RowValues
    field: str
    actor: str


def reassignments(
    before: VersionContent, after: VersionContent, actor_sectors: Mapping[str, str]
) -> tuple[Reassignment, ...]:
    """The reassignments from one version to the next, in the order of `after` and
    TRANSFER_FIELDS.

    `actor_sectors`: the sector of each actor, "" where it has none. From not stated to
    anything is none: nothing was known that could be moved. From something to
    not stated is one, or a payer could be lost in one version and another found in the
    next without a word of it. "Not applicable" is an answer like any other.
    """
    return tuple(
        Reassignment(old, new, field, old[field], new[field])
        for old, new in _pairs(before.rows, after.rows)
        for field in TRANSFER_FIELDS
        if _passes(field, old[field], new[field], actor_sectors)
    )


def duties_on_non_parties(
    content: VersionContent,
    actor_sectors: Mapping[str, str],
    organisation_sectors: Mapping[str, str],
) -> tuple[Duty, ...]:
    """The duties of actors whose sector has no party in any role, row by row.

    Any role will do: general practice signs nothing and is bound by statute.
    Actors without a sector ("alle parter") and citizens are left out.
    """
    bound = {
        organisation_sectors.get(organisation, "")
        for organisations in content.parties.values()
        for organisation in organisations
    } | {"", CITIZEN_SECTOR}

    return tuple(
        Duty(row, field, actor)
        for row in content.rows
        for field in DUTY_FIELDS
        for actor in row[field]
        if actor_sectors.get(actor, "") not in bound
    )


def _pairs(
    before: Sequence[RowValues], after: Sequence[RowValues]
) -> list[tuple[RowValues, RowValues]]:
    """The rows that are one task, in the order of `after` and then of `before`. Where
    they apply is left out: a draft's places are names, which may lie in each other.
    """
    olds, news = ({row_of(row, ""): row for row in rows} for rows in (before, after))
    place = {row: at for rows in (olds, news) for at, row in enumerate(rows)}

    pairs = paired(list(olds), list(news), Yardstick())
    pairs.sort(key=lambda pair: (place[pair[1]], place[pair[0]]))
    return [(olds[old], news[new]) for old, new in pairs]


def _passes(
    field: str, old: Iterable[str], new: Iterable[str], actor_sectors: Mapping[str, str]
) -> bool:
    stated = set(old) - {NOT_STATED}
    now = set(new) - {NOT_STATED}

    if not stated:
        return False
    if field in BY_SECTOR:
        return {actor_sectors.get(a, "") for a in stated} != {
            actor_sectors.get(a, "") for a in now
        }
    return stated != now
