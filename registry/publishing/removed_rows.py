"""Rows that were taken out of a draft, and putting them back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from registry.accounts.roles import Person
from registry.catalogue.queries import Catalogue
from registry.errors import Conflict, NotFound
from registry.models import Contribution, Edit, Snitflade, Version
from registry.publishing.editing import open_for_change
from registry.publishing.kept_texts import values_of
from registry.publishing.writing import contribute, id_of, number_rows, write_row
from registry.storage.db import reading, transaction
from registry.storage.versions import children_of, previous_of, rows_of, version_by_id


@dataclass(frozen=True)
class RemovedRow:
    """A row as it was when it was taken out. `change`: the contribution's id."""

    change: int
    key: str
    task: str
    situation: str
    removed_by: str
    at: datetime


def removed_rows(catalogue: Catalogue, version_id: int) -> list[RemovedRow]:
    """The rows that are not in the draft any more, each as it was last, the newest
    removed first. Raises NotFound.
    """
    with reading(catalogue.engine) as session:
        version = version_by_id(session, version_id)
        return [_removed(change) for change in _gone(session, version)]


def restore_row(
    catalogue: Catalogue, version_id: int, change_id: int, by: Person
) -> str:
    """Put a removed row back, with its lasting key and what it said, where it stood in
    the version before, else last. Returns the key.

    It is a change as any other: whoever does it wrote. Raises Refused where the draft
    is closed or the role is lacking, NotFound, Conflict where the row is back already.
    """
    with transaction(catalogue.engine) as session:
        version = version_by_id(session, version_id)
        change = session.get(Contribution, change_id)
        if (
            change is None
            or change.version_id != version_id
            or change.edit != Edit.REMOVED
        ):
            raise NotFound("Den fjernede snitflade findes ikke i kladden.")
        rows = rows_of(session, version)
        if change.part in {row.key for row in rows}:
            raise Conflict("Snitfladen er allerede i kladden.")

        open_for_change(session, version, by)
        row = Snitflade(version_id=id_of(version), position=len(rows), key=change.part)
        write_row(row, values_of(change))
        session.add(row)
        session.flush()

        rows.insert(_place(session, version, rows, row.key), row)
        number_rows(session, rows)
        contribute(session, version, row.key, Edit.RESTORED, by)

        return row.key


def _gone(session: Session, version: Version) -> list[Contribution]:
    there = {row.key for row in rows_of(session, version)}
    removed = {
        change.part: change
        for change in children_of(session, Contribution, version)
        if change.edit == Edit.REMOVED and change.part not in there
    }
    return sorted(removed.values(), key=lambda change: change.id or 0, reverse=True)


def _removed(change: Contribution) -> RemovedRow:
    values = values_of(change)

    return RemovedRow(
        change=change.id or 0,
        key=change.part,
        task=values["task"] or "Uden opgave",
        situation=values["situation"],
        removed_by=change.author,
        at=change.at,
    )


def _place(
    session: Session, version: Version, rows: Sequence[Snitflade], key: str
) -> int:
    """After the row that it followed in the version before."""
    previous = previous_of(session, version)
    order = [row.key for row in rows_of(session, previous)] if previous else []
    if key not in order:
        return len(rows)

    before = set(order[: order.index(key)])
    followed = [place for place, row in enumerate(rows, 1) if row.key in before]
    return max(followed, default=0)
