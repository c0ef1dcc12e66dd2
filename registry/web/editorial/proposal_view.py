"""A proposal in words: for each record what it would change, before and after."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from registry.catalogue.snapshot import Snapshot
from registry.catalogue.told import told
from registry.errors import NotFound
from registry.models import Record
from registry.records.kinds import RecordKind
from registry.records.proposed import Proposed, ProposedRecord, has_changed
from registry.records.standing import by_ref, current, stored_values
from registry.rules.version_content import EMPTY

EXPLAINING = (
    "reason",
    "source",
    "effective_on",
)  # shown also where they change nothing


@dataclass(frozen=True)
class FieldChange:
    """One field in words: what it said, and what it would say."""

    label: str
    before: str
    after: str

    @property
    def is_change(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True)
class ProposedRecordView:
    """One record: a heading, its fields, whether it changes something, and what came
    between.

    `since`: what another has changed since it was proposed, before being what it said
    then.
    """

    heading: str
    fields: list[FieldChange]
    is_new: bool
    since: list[FieldChange]


def view_proposed(snapshot: Snapshot, proposed: Proposed) -> list[ProposedRecordView]:
    """The records, each beside what it would change."""
    changed = [False] * len(proposed.records)
    if proposed.resolution is None:
        changed = has_changed(snapshot, proposed)
    return [
        _record(snapshot, proposed.kind, record, overtaken=overtaken)
        for record, overtaken in zip(proposed.records, changed, strict=True)
    ]


@dataclass(frozen=True)
class RecordView:
    """A standing record in words."""

    ref: str
    heading: str
    facts: list[tuple[str, str]]
    recorded_by: str
    recorded_at: datetime


def view_record(snapshot: Snapshot, kind: RecordKind, record: Record) -> RecordView:
    values = stored_values(kind, record)
    facts = [
        (field.label, told(snapshot, field, values[field.name], between="\n"))
        for field in kind.fields
        if values[field.name] != EMPTY[field.kind]
        and field.name not in ("agreement", "row")
    ]

    return RecordView(
        ref=record.ref,
        heading=_heading(snapshot, kind, values),
        facts=facts,
        recorded_by=record.recorded_by,
        recorded_at=record.recorded_at,
    )


def _record(
    snapshot: Snapshot, kind: RecordKind, record: ProposedRecord, *, overtaken: bool
) -> ProposedRecordView:
    before = record.before or _corrected(snapshot, kind, record.values)
    fields = _changes(snapshot, kind, before or {}, record.values)
    now = current(snapshot, kind, record.values) if overtaken else None
    since = (
        _changes(snapshot, kind, record.before or {}, now or {}) if overtaken else []
    )

    return ProposedRecordView(
        heading=_heading(snapshot, kind, record.values),
        fields=fields,
        is_new=before is None,
        since=[change for change in since if change.is_change],
    )


def _corrected(
    snapshot: Snapshot, kind: RecordKind, values: Mapping[str, Any]
) -> dict[str, Any] | None:
    """The record that would be corrected, while it still stands."""
    record = by_ref(snapshot, kind, values.get("corrects") or "")
    return stored_values(kind, record) if record else None


def _changes(
    snapshot: Snapshot,
    kind: RecordKind,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
) -> list[FieldChange]:
    """The fields that differ, and those that explain; what is empty on both sides is
    left out.
    """
    listed = []
    for field in kind.fields:
        empty = EMPTY[field.kind]
        old, new = before.get(field.name, empty), after.get(field.name, empty)
        if old == new and (field.name not in EXPLAINING or new == empty):
            continue

        words = [
            told(snapshot, field, v, between="\n") if v != empty else ""
            for v in (old, new)
        ]
        listed.append(FieldChange(field.label, words[0], words[1]))

    return listed


def _heading(snapshot: Snapshot, kind: RecordKind, values: Mapping[str, Any]) -> str:
    """What the record is about."""
    if kind.named_by:
        return str(values[kind.named_by])
    if kind.headed_by:
        named = [(kind.field(name), values[name]) for name in kind.headed_by]
        return ", ".join(told(snapshot, f, value) for f, value in named if value)

    name = str(values.get("agreement") or "")
    if not name:
        first = kind.fields[0]
        return told(snapshot, first, values[first.name])

    title = snapshot.label(None, name)
    return (
        f"{title}: {_task(snapshot, name, values['row'])}"
        if values.get("row")
        else title
    )


def _task(snapshot: Snapshot, agreement: str, key: str) -> str:
    try:
        return snapshot.row(f"{agreement}.{key}").snitflade.task
    except NotFound:
        # The row stands in another version than the one shown today.
        return key
