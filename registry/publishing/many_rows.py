"""Saving many rows of a draft at once, as a table of them does: all, or nothing."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlmodel import Session, col, select

from registry.accounts.roles import Person
from registry.catalogue.queries import Catalogue
from registry.models import Contribution, Edit, Version
from registry.publishing.editing import open_for_change, require_editable
from registry.publishing.new_rows import NewRow, insert_rows
from registry.publishing.writing import (
    contribute_all,
    id_of,
    save_parts,
    take_out,
)
from registry.rules.version_content import VersionContent, part_digest
from registry.storage.db import transaction
from registry.storage.versions import content_in, version_by_id


@dataclass(frozen=True)
class WrittenRow:
    """One row as somebody wrote it: the fields that they changed, by name.

    `name` is what the writer calls it. `base` is the digest of what it said when they
    began; a row without one is new, or was removed and is to come back under its `key`.
    `after`: the key or the name of the row that a new one stands under; "" for the
    first.
    """

    name: str
    key: str
    base: str
    values: Mapping[str, Any]
    after: str | None = None


class Removed(NamedTuple):
    """A row to be taken out, and the digest of what it said when that was decided."""

    name: str
    key: str
    base: str


@dataclass(frozen=True)
class Met:
    """A row that another has saved since: what it says now, and the digest of that."""

    name: str
    stored: Mapping[str, Any]
    base: str


@dataclass(frozen=True)
class RowsSaved:
    """What became of the rows. Where another was in the way of one, nothing was
    written.

    `met`: rows that another has saved. `gone`: the names of rows that another has taken
    out.
    """

    written: int = 0
    removed: int = 0
    met: tuple[Met, ...] = ()
    gone: tuple[str, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether nothing was written, because another was in the way."""
        return bool(self.met or self.gone)


def save_rows(
    catalogue: Catalogue,
    version_id: int,
    rows: Sequence[WrittenRow],
    removed: Sequence[Removed],
    by: Person,
) -> RowsSaved:
    """Save, add and take out rows in one transaction; rows in the order in which they
    stand.

    Where another has saved or removed one of them since, nothing is written but what
    the writer had in the rows that met, which is set aside. What is unchanged writes
    nothing. Raises Refused where the version is published or withdrawn or the role is
    lacking, NotFound.
    """
    with transaction(catalogue.engine) as session:
        version = version_by_id(session, version_id)
        require_editable(version, by)
        content = content_in(session, version)
        back = _came_back(session, version, content, rows)

        met = tuple(_met(content, (*rows, *removed)))
        gone = [r.name for r in rows if r.base and not content.has_row(r.key)]
        # Whoever wants it out has what they want, also when another was first.
        removed = [row for row in removed if content.has_row(row.key)]
        if met or gone:
            _set_aside(session, version, content, rows, met, by)
            return RowsSaved(met=met, gone=tuple(gone))

        changed = [row for row in rows if row.base and _says_more(content, row)]
        new = [row for row in rows if not row.base]
        if changed or new or removed:
            open_for_change(session, version, by)
            said = {r.key: {**content.row(r.key), **r.values} for r in changed}
            if said:
                save_parts(session, version, said, by)
            insert_rows(session, version, [_to_come(row, back) for row in new], by)
            if removed:
                take_out(session, version, [row.key for row in removed], by)
        return RowsSaved(len(changed) + len(new), len(removed))


def _met(
    content: VersionContent, rows: Sequence[WrittenRow | Removed]
) -> Iterator[Met]:
    for row in rows:
        if not row.base or not content.has_row(row.key):
            continue
        stored = content.row(row.key)
        now = part_digest(stored)
        is_same = isinstance(row, WrittenRow) and not _says_more(content, row)
        if row.base != now and not is_same:
            yield Met(row.name, stored, now)


def _says_more(content: VersionContent, row: WrittenRow) -> bool:
    stored = content.row(row.key)
    return part_digest({**stored, **row.values}) != part_digest(stored)


def _set_aside(
    session: Session,
    version: Version,
    content: VersionContent,
    rows: Sequence[WrittenRow],
    met: Sequence[Met],
    by: Person,
) -> None:
    names = {one.name for one in met}
    kept = [
        (row.key, Edit.SET_ASIDE, {**content.row(row.key), **row.values})
        for row in rows
        if row.name in names
    ]
    if kept:
        contribute_all(session, version, kept, by)


def _to_come(row: WrittenRow, back: Collection[str]) -> NewRow:
    key = row.key if row.key in back else ""
    return NewRow(row.values, row.after, row.name, key)


def _came_back(
    session: Session,
    version: Version,
    content: VersionContent,
    rows: Sequence[WrittenRow],
) -> frozenset[str]:
    """The keys of rows that were removed from this draft and are written again: a key
    is an address, and comes back with its row.
    """
    wanted = {row.key for row in rows if row.key and not row.base}
    if not wanted:
        return frozenset()

    was_here = session.exec(
        select(Contribution.part).where(
            col(Contribution.version_id) == id_of(version),
            col(Contribution.edit) == Edit.REMOVED,
            col(Contribution.part).in_(wanted),
        )
    )
    return frozenset(key for key in was_here if not content.has_row(key))
