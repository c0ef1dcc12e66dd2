"""Which row of a draft is which of the version before: what was taken for the same, and
what may be. A person says which.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from registry.catalogue.snapshot import Snapshot
from registry.publishing.drafts import Draft
from registry.publishing.surroundings import published_content
from registry.rules.likeness import POSSIBLE, pairs_by_likeness
from registry.rules.version_content import RowValues


@dataclass(frozen=True)
class Pair:
    """A row of a draft. `before`: the row that it is taken for, if any; `proposed`: the
    one it may be; `is_asked`: whether a person has anything to decide.
    """

    row: RowValues
    before: RowValues | None
    proposed: RowValues | None
    is_asked: bool


def rows_before(snapshot: Snapshot, draft: Draft) -> Sequence[RowValues]:
    """The rows of the agreement's newest version; none where there is none."""
    agreement = snapshot.agreements.get(draft.slug)
    if agreement is None:
        return ()
    newest = max(agreement.versions, key=lambda v: v.number)
    return published_content(newest).rows


def pairs_of(rows: Sequence[RowValues], before: Sequence[RowValues]) -> list[Pair]:
    """Each row of a draft with the row of the version before that it is or may be."""
    known = {row["key"]: row for row in before}
    new = [row for row in rows if row["key"] not in known]
    kept = {row["key"] for row in rows}
    free = [row for row in before if row["key"] not in kept]
    alike = pairs_by_likeness(new, free, POSSIBLE)
    proposed = {new[at]["key"]: free[of] for at, of in alike.items()}
    return [_pair(row, known.get(row["key"]), proposed) for row in rows]


def _pair(
    row: RowValues, before: RowValues | None, proposed: dict[Any, RowValues]
) -> Pair:
    may_be = proposed.get(row["key"])
    is_asked = may_be is not None or (
        before is not None and _words(before) != _words(row)
    )
    return Pair(row, before, may_be, is_asked)


def _words(row: RowValues) -> tuple[str, ...]:
    return tuple(" ".join(row[name].lower().split()) for name in ("task", "situation"))
