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
    last = {change.part: change for change in before}
    touched = {change.part: change for change in reversed(after)}
    parts = dict.fromkeys([MAIN, *(row["key"] for row in now.rows), *last, *touched])
    previous = previous_of(session, version)
    begun = content_in(session, previous) if previous else None

    then = {part: _part(part, last, touched, now, begun) for part in parts}
    main = then.pop(MAIN) or part_of(now, MAIN)

    return VersionContent(
        values={name: v for name, v in main.items() if name not in GROUPS},
        parties=main["parties"],
        relations=main["relations"],
        rows=tuple(row for row in then.values() if row is not None),
    )


def _part(
    part: str,
    last: Mapping[str, Contribution],
    touched: Mapping[str, Contribution],
    now: VersionContent,
    begun: VersionContent | None,
) -> dict[str, Any] | None:
    """What the part said; None where the draft did not have it. `last`: its last change
    before; `touched`: its first one after.
    """
    if part in last:
        change = last[part]
        return None if change.edit == Edit.REMOVED else values_of(change)
    if part not in touched:
        return part_of(now, part)

    change = touched[part]
    if change.edit in (Edit.MOVED, Edit.REMOVED):
        return values_of(change)  # as the part was, for it was not rewritten
    if begun is None or (part != MAIN and not begun.has_row(part)):
        return None
    was = part_of(begun, part)
    return {**was, "change_note": ""} if part == MAIN else was
