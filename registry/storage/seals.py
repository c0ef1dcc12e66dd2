"""Seals: every row that is kept is bound to the entry of the trail that tells of it, by
a digest of what it says.

A session notes the rows that it writes; the next entry seals them
(audit.write_entry). The last seal of a row says what it must say today.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Connection,
    Select,
    Table,
    column,
    event,
    insert,
    select,
    table,
)
from sqlalchemy.orm import ORMExecuteState
from sqlalchemy.types import TypeEngine
from sqlmodel import Session, SQLModel

from registry.models.types import TextList
from registry.rules.merkle import root_hash
from registry.storage.hashes import sha256

# The trail is covered by its own hashes; what was asked is counted, and which forms
# were sent is remembered, to be forgotten.
NOT_SEALED = frozenset(
    {"answered_task", "audit_entry", "form_use", "seal", "unanswered_question"}
)
GONE = ""
# The migrations that sealed all that stood, as it stood, by one entry each.
SEALING = ("0008_seals",)
AT_ONCE = 500
_NOTED = "unsealed"


class Sealed(NamedTuple):
    """A row by its table and id, and the digest of what it says; GONE says that it is
    no more.
    """

    table: str
    row: int
    digest: str

    @property
    def leaf(self) -> bytes:
        """As it stands in the tree over an entry's seals."""
        return json.dumps([*self]).encode()


def sealed_tables() -> dict[str, Table]:
    """Every table whose rows are sealed, by name."""
    tables = SQLModel.metadata.tables
    return {name: tables[name] for name in sorted(tables) if name not in NOT_SEALED}


def watch(session: Session) -> None:
    """Have the session note the rows that it writes, and refuse to write them at a
    stroke, where nothing could be noted.
    """
    session.info[_NOTED] = set()
    event.listen(session, "after_flush", _note)
    event.listen(session, "do_orm_execute", _refuse_strokes)


def unsealed(session: Session) -> list[tuple[str, int]]:
    """The rows written that no entry has sealed yet."""
    session.flush()
    return sorted(noted(session))


def noted(session: Session) -> Collection[tuple[str, int]]:
    """The same of what has reached the database already."""
    found: set[tuple[str, int]] = session.info.get(_NOTED, set())
    return found


def take_noted(session: Session) -> list[Sealed]:
    """What was written since the last entry, to be sealed by the next."""
    noted = unsealed(session)
    session.info.get(_NOTED, set()).clear()
    by_table = defaultdict(list)
    for name, row in noted:
        by_table[name].append(row)

    tables, connection = sealed_tables(), session.connection()
    return [
        Sealed(name, row, said.get(row, GONE))
        for name, rows in by_table.items()
        for said in [dict(digests(connection, tables[name], rows))]
        for row in rows
    ]


def everything(session: Session) -> list[Sealed]:
    """Every row as it stands, to be sealed at once by the migration that brings
    seals.
    """
    connection = session.connection()
    return [
        Sealed(name, row, digest)
        for name, of in sealed_tables().items()
        for row, digest in digests(connection, of)
    ]


def root(sealed: Iterable[Sealed]) -> str:
    """The root over an entry's seals, in the order of their leaves; empty where
    there are none.
    """
    leaves = [seal.leaf for seal in ordered(sealed)]
    return root_hash(leaves).hex() if leaves else ""


def ordered(sealed: Iterable[Sealed]) -> list[Sealed]:
    """An entry's seals as they stand in the tree over them."""
    return sorted(sealed, key=lambda seal: seal.leaf)


def keep(session: Session, entries: Iterable[tuple[int, Iterable[Sealed]]]) -> None:
    """Store the seals of entries by their ids, all at once: a load has thousands."""
    rows = [
        {"entry_id": entry, "of_table": name, "of_row": row, "digest": digest}
        for entry, sealed in entries
        for name, row, digest in sealed
    ]
    if rows:
        session.connection().execute(insert(SQLModel.metadata.tables["seal"]), rows)


def place_of(row: SQLModel) -> tuple[str, int]:
    """A stored row's table and id."""
    return str(row.__tablename__), row.id  # type: ignore[attr-defined]


def digests(
    connection: Connection, of: Table, rows: Collection[int] | None = None
) -> Iterator[tuple[int, str]]:
    """Each row's id and the digest of what it says, read as the database has it,
    whatever it is. `rows`: of these ids only.
    """
    for row in said(connection, of, rows):
        yield row["id"], digest(of, row)


def said(
    connection: Connection, of: Table, rows: Collection[int] | None = None
) -> Iterator[Mapping[str, Any]]:
    """Rows by column name, each value as the database has it."""
    # Without types: what does not fit its column is to be seen, not to be converted.
    columns: list[ColumnElement[Any]] = [column(c.name) for c in of.columns]
    read = select(*columns).select_from(table(of.name))
    if rows is None:
        keys: list[ColumnElement[Any]] = [column(k.name) for k in of.primary_key]
        listed = connection.execute(read.order_by(*keys))
        yield from (dict(row._mapping) for row in listed)
        return

    for some in at_once(rows):
        listed = connection.execute(read.where(column("id").in_(some)))
        yield from (dict(row._mapping) for row in listed)


def at_once(rows: Collection[int]) -> Iterator[list[int]]:
    """The rows in order, so many at a time as one statement may name."""
    wanted = sorted(rows)
    for start in range(0, len(wanted), AT_ONCE):
        yield wanted[start : start + AT_ONCE]


def select_by_entry(*names: str) -> Select[Any]:
    """Columns of the seals in the order of their entries: the last seal of a row is
    that of the last entry. The seals' own ids, which no hash covers, only part those of
    one entry.
    """
    columns: list[ColumnElement[Any]] = [column(name) for name in names]
    order: list[ColumnElement[Any]] = [column("entry_id"), column("id")]
    return select(*columns).select_from(table("seal")).order_by(*order)


def digest(of: Table, row: Mapping[str, Any]) -> str:
    """SHA-256 of what a row says, as 64 hex digits."""
    return sha256(written(of, row).encode("utf-8", "surrogatepass"))


def written(of: Table, row: Mapping[str, Any]) -> str:
    """What a row says, in one canonical form. What is empty is left out, so that a
    column that comes later changes no digest.
    """
    kinds = {c.name: c.type for c in of.columns}
    plain = {
        name: _plain(value)
        for name, value in row.items()
        if not _is_empty(kinds[name], value)
    }
    return json.dumps(plain, sort_keys=True, ensure_ascii=False)


def _is_empty(kind: TypeEngine[Any], value: Any) -> bool:
    """Whether a value is the nothing of its own kind; another's is a value."""
    if isinstance(kind, Boolean):
        return value is None or value == 0
    if isinstance(kind, TextList):
        return value is None or value in ("[]", [])
    return value is None or value == ""


def _plain(value: Any) -> Any:
    """One form for what SQLite keeps as text or number and PostgreSQL by its type."""
    if isinstance(value, bytes | memoryview):
        return {"sha256": sha256(bytes(value))}
    return value.isoformat() if isinstance(value, date) else value


def _note(session: Session, _context: object) -> None:
    written_to = [
        *session.new,
        *session.deleted,
        *(item for item in session.dirty if session.is_modified(item)),
    ]

    session.info[_NOTED].update(
        place_of(item) for item in written_to if item.__tablename__ not in NOT_SEALED
    )


def _refuse_strokes(state: ORMExecuteState) -> None:
    if not (state.is_insert or state.is_update or state.is_delete):
        return
    name = state.statement.table.name  # type: ignore[attr-defined]
    if name not in NOT_SEALED:
        raise RuntimeError(f"rows of «{name}» are written one by one, to be sealed")
