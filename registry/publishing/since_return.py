"""What a draft said when it was last returned, so that the one who returned it sees
what was changed since.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, func, select

from registry.catalogue.queries import Catalogue
from registry.models import Approval, Contribution, Edit, Seal, Verdict, Version
from registry.publishing.kept_texts import GROUPS, values_of
from registry.rules.version_content import MAIN, VersionContent, part_of
from registry.storage.db import reading
from registry.storage.versions import (
    children_of,
    content_in,
    previous_of,
    version_by_id,
)


@dataclass(frozen=True)
class SinceReturn:
    """A return, what the draft said then, and whether rows were moved since."""

    returned: Approval
    content: VersionContent
    moved: bool


def since_return(catalogue: Catalogue, version_id: int) -> SinceReturn | None:
    """The draft as it was last returned; None where it never was. Raises NotFound."""
    with reading(catalogue.engine) as session:
        version = version_by_id(session, version_id)
        returned = last_return(children_of(session, Approval, version))
        if returned is None:
            return None

        before, after = _parted(session, version, returned)
        return SinceReturn(
            returned,
            _content_then(session, version, before, after),
            any(change.edit == Edit.MOVED for change in after),
        )


def last_return(approvals: Iterable[Approval]) -> Approval | None:
    """The last of a draft's decisions, oldest first, that returned it."""
    returns = [a for a in approvals if a.verdict == Verdict.RETURNED]
    return returns[-1] if returns else None


def _parted(
    session: Session, version: Version, returned: Approval
) -> tuple[list[Contribution], list[Contribution]]:
    """What came into the text before the return and after it, in the order of the
    trail, which nobody sets back; of what is older than the trail's seals, by time.
    """
    changes = [
        change
        for change in children_of(session, Contribution, version)
        if change.edit != Edit.SET_ASIDE
    ]
    places = _places(session, "contribution", [c.id for c in changes])
    mark = (_places(session, "approval", [returned.id])[returned.id], returned.at)

    before: list[Contribution] = []
    after: list[Contribution] = []
    for change in changes:
        is_before = (places[change.id], change.at) < mark
        (before if is_before else after).append(change)
    return before, after


def _places(
    session: Session, table: str, rows: Sequence[int | None]
) -> dict[int | None, int]:
    """The trail's first entry about each row."""
    query = (
        select(Seal.of_row, func.min(Seal.entry_id))
        .where(col(Seal.of_table) == table, col(Seal.of_row).in_(rows))
        .group_by(col(Seal.of_row))
    )
    places = dict(session.exec(query).all())
    return {row: places.get(row or 0, 0) for row in rows}


def _content_then(
    session: Session,
    version: Version,
    before: Sequence[Contribution],
    after: Sequence[Contribution],
) -> VersionContent:
    """Each part as its last change before the return left it; what nobody had touched
    by then, as it stands, or as the draft began with it: a copy of the version before.
    """
    now = content_in(session, version)
    previous = previous_of(session, version)
    begun_with = content_in(session, previous) if previous else None

    # Later ones overwrite earlier: kept are the last before, and the first after.
    last_before = {change.part: change for change in before}
    first_after = {change.part: change for change in reversed(after)}
    rows_now = [row["key"] for row in now.rows]
    parts = dict.fromkeys([MAIN, *rows_now, *last_before, *first_after])

    said = {
        part: _part(part, last_before, first_after, now, begun_with) for part in parts
    }
    main = said[MAIN] or part_of(now, MAIN)
    rows = [row for part, row in said.items() if part != MAIN and row is not None]

    return VersionContent(
        values={name: v for name, v in main.items() if name not in GROUPS},
        parties=main["parties"],
        relations=main["relations"],
        rows=tuple(rows),
    )


def _part(
    part: str,
    last_before: Mapping[str, Contribution],
    first_after: Mapping[str, Contribution],
    now: VersionContent,
    begun_with: VersionContent | None,
) -> dict[str, Any] | None:
    """What the part said; None where the draft did not have it. The changes are those
    of each part, around the return.
    """
    if part in last_before:
        change = last_before[part]
        return None if change.edit == Edit.REMOVED else values_of(change)
    if part not in first_after:
        return part_of(now, part)

    change = first_after[part]
    if change.edit in (Edit.MOVED, Edit.REMOVED):
        return values_of(change)  # as the part was, for it was not rewritten
    if begun_with is None or (part != MAIN and not begun_with.has_row(part)):
        return None

    was = part_of(begun_with, part)
    return {**was, "change_note": ""} if part == MAIN else was
