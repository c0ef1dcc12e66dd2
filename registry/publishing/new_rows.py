"""Adding rows to a draft, one or many: what stands is read once, however many come,
since others who want to write wait meanwhile.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlmodel import Session

from registry.accounts.roles import Person
from registry.models import Edit, Snitflade, Version
from registry.publishing.writing import (
    contribute_all,
    id_of,
    new_key,
    number_rows,
    used_keys,
    write_row,
)
from registry.storage.versions import content_in, rows_of


class NewRow(NamedTuple):
    """A row to come, with its values by field.

    `after`: the key of the row that it is to stand under, or the `name` of one that
    comes before it; "" for the first, None for the last. `key`: the one that it comes
    back under; "" for a new one.
    """

    values: Mapping[str, Any]
    after: str | None = None
    name: str = ""
    key: str = ""


def insert_rows(
    session: Session, version: Version, rows: Sequence[NewRow], by: Person
) -> list[str]:
    """Add rows within a transaction, each under the one that it is to stand under, else
    last. Returns their keys, in the order given.
    """
    if not rows:
        return []
    order, used = rows_of(session, version), used_keys(session, version)
    keys: list[str] = []
    key_by_name: dict[str, str] = {}

    for row in rows:
        key = row.key or new_key(str(row.values.get("task", "")), used)
        used.add(key)
        keys.append(key)

        # Its position is any until all are there and `number_rows` gives each its own.
        stored = Snitflade(version_id=id_of(version), position=len(order), key=key)
        write_row(stored, row.values)
        session.add(stored)
        order.insert(_place(order, row.after, key_by_name), stored)
        if row.name:
            key_by_name[row.name] = key

    session.flush()
    number_rows(session, order)
    said = {row["key"]: row for row in content_in(session, version).rows}
    added = [(key, Edit.ADDED, said[key]) for key in keys]
    contribute_all(session, version, added, by)

    return keys


def _place(
    order: Sequence[Snitflade], after: str | None, key_by_name: Mapping[str, str]
) -> int:
    """Where a NewRow goes by its `after`; last where that row is gone."""
    if after is None:
        return len(order)
    if after == "":
        return 0

    above = key_by_name.get(after, after)
    places = (at for at, row in enumerate(order, 1) if row.key == above)
    return next(places, len(order))
