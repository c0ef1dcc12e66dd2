"""Rows as a snapshot holds them: what stands in the table, without what SQLAlchemy and
Pydantic keep beside each object, which is four times as much; and what many say alike
held once.
"""

import json
from collections import defaultdict, namedtuple
from collections.abc import Collection, Iterator, Mapping
from typing import Any, cast

from sqlalchemy import Column, Select, Table, Text
from sqlalchemy import cast as sql_cast
from sqlmodel import Session, select

from registry.models import Snitflade
from registry.models.types import TextList

_TABLE = cast(Table, Snitflade.__table__)  # type: ignore[attr-defined]
_COLUMNS = tuple(_TABLE.columns)
# Their place among the columns: lists are read as the texts that they are stored as.
_LISTS = [at for at, one in enumerate(_COLUMNS) if isinstance(one.type, TextList)]

_NAMES = [column.key for column in _COLUMNS]
_Columns = namedtuple("_Columns", _NAMES)  # type: ignore[misc]


class StoredRow(_Columns):
    """A row with the names that `Snitflade` has: it is read like one, and never
    written. Its lists are shared with other rows.
    """

    __slots__ = ()

    def model_dump(self, exclude: Collection[str] = ()) -> dict[str, Any]:
        """Its values by name, as a `Snitflade` gives them."""
        return {k: v for k, v in self._asdict().items() if k not in exclude}


def rows_by_version(
    session: Session, ids: Collection[int], at_once: int
) -> Mapping[int, list[Snitflade]]:
    """The rows of the versions of these ids, in their order; of more than `at_once`
    ids all rows are read, and those of others passed over.
    """
    query = cast(Select[Any], select(*map(_selected, _COLUMNS)))
    query = query.order_by(_TABLE.c.position)
    if len(ids) <= at_once:
        query = query.where(_TABLE.c.version_id.in_(sorted(ids)))

    by_version: dict[int, list[Snitflade]] = defaultdict(list)
    for row in _stored(session.execute(query)):
        if row.version_id in ids:
            by_version[row.version_id].append(row)
    return by_version


def _selected(column: Column[Any]) -> Any:
    is_list = isinstance(column.type, TextList)
    return sql_cast(column, Text) if is_list else column


def _stored(found: Any) -> Iterator[Snitflade]:
    """What was found as rows. Equal texts and lists are one."""
    texts: dict[str, str] = {}
    lists: dict[str, list[str]] = {}

    for values in found:
        shared = [
            texts.setdefault(value, value) if isinstance(value, str) else value
            for value in values
        ]
        for at in _LISTS:
            written = shared[at] or "[]"
            if written not in lists:
                read = json.loads(written) or []
                lists[written] = [texts.setdefault(text, text) for text in read]
            shared[at] = lists[written]
        yield cast(Snitflade, StoredRow._make(shared))
