"""Writing what two people agreed on into the catalogue: a new record, never a change of
one.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, SQLModel, col, select

from registry import clock
from registry.catalogue.snapshot import Snapshot
from registry.models import Choice, Term
from registry.records.kinds import RecordKind
from registry.records.standing import of_identity


def write(
    session: Session,
    snapshot: Snapshot,
    kind: RecordKind,
    values: Mapping[str, Any],
    *,
    by: str,
    stem: str,
    confirmed: bool | None = None,
) -> str:
    """Add one record that was checked, recorded now by a person. Returns the record's
    name.

    `stem`: what the name begins with. A record counts as confirmed where it names a
    source, unless it is said.
    """
    fixed: dict[str, Any] = {"recorded_at": clock.now(), "recorded_by": by}
    own = dict(values)

    if kind.is_record:
        own["corrects"] = own["corrects"] or _overruled(snapshot, kind, own)
        fixed["ref"] = free_ref(session, kind.model, stem)
        fixed["confirmed"] = bool(own["source"]) if confirmed is None else confirmed
    if kind.model in (Choice, Term):
        fixed["position"] = _position(session, kind, own)

    session.add(_item(kind, own, fixed))
    session.flush()

    return str(fixed.get("ref", ""))


def free_ref(session: Session, table: type[SQLModel], stem: str) -> str:
    """A lasting name that no record of the table has: loaded ones may be named
    alike.
    """
    model: Any = table
    used = set(session.exec(select(model.ref).where(col(model.ref).startswith(stem))))
    number = 1
    while (name := stem if number == 1 else f"{stem}-{number}") in used:
        number += 1
    return name


def _overruled(snapshot: Snapshot, kind: RecordKind, values: Mapping[str, Any]) -> str:
    """The record of the same identity and the same day, in whose place this one
    stands.
    """
    same = [
        record.ref
        for record in of_identity(snapshot, kind, values)
        if record.effective_on == values["effective_on"]
    ]
    return same[-1] if same else ""


def _position(session: Session, kind: RecordKind, values: Mapping[str, Any]) -> int:
    """A known word keeps its place in the list; a new one comes last."""
    model: Any = kind.model
    same = [getattr(model, name) == values[name] for name in kind.identity]
    known = session.exec(select(model.position).where(*same)).first()
    if known is not None:
        return int(known)
    last = session.exec(select(func.max(model.position)).where(*same[:-1])).one()
    return 0 if last is None else int(last) + 1


def _item(
    kind: RecordKind, values: Mapping[str, Any], fixed: Mapping[str, Any]
) -> SQLModel:
    columns = kind.model.model_fields
    own = {
        name: _storable(value, nullable=columns[name].default is None)
        for name, value in values.items()
        if name in columns
    }
    return kind.model(**{**own, **fixed})


def _storable(value: Any, *, nullable: bool) -> Any:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return None if nullable and value == "" else value
