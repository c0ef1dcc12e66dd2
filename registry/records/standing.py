"""What stands today where a record would stand: read from a snapshot, never stored."""

from collections.abc import Iterable, Mapping
from typing import Any

from registry.catalogue.snapshot import Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.models import Record
from registry.records.kinds import RECORD_KINDS, RecordKind
from registry.rules.version_content import values_of

Values = Mapping[str, Any]


def current(
    snapshot: Snapshot, kind: RecordKind, values: Values
) -> dict[str, Any] | None:
    """What stands today where the record would stand; None where it would be the
    first.
    """
    if not kind.identity:
        return None
    same = of_identity(snapshot, kind, values)
    return stored_values(kind, same[-1]) if same else None


def of_identity(snapshot: Snapshot, kind: RecordKind, values: Values) -> list[Any]:
    """What stands today of the record's identity, the last in effect last; none where
    the kind has no identity.
    """
    if not kind.identity:
        return []
    return _by_identity(snapshot, kind.name).get(kind.identified(values), [])


def like_it(snapshot: Snapshot, kind: RecordKind, values: Values) -> list[Any]:
    """The standing records that `known_by` does not tell from the values; none of a
    kind that has none.
    """
    return [
        record
        for record in (standing(snapshot, kind) if kind.known_by else ())
        if all(getattr(record, name) == values[name] for name in kind.known_by)
    ]


def standing(snapshot: Snapshot, kind: RecordKind) -> list[Any]:
    """All that stands of a kind today; of records with one identity, the last in effect
    last.
    """
    if issubclass(kind.model, Record):
        records: Iterable[Any] = snapshot.records[kind.model]
        return sorted(records, key=lambda r: (r.effective_on, r.id or 0))

    schemes = snapshot.vocabulary.schemes
    listed: dict[str, list[Any]] = {
        "organisation": list(snapshot.organisations.values()),
        "contact-point": list(snapshot.contact_points),
        "word": [choice for scheme in schemes.values() for choice in scheme.values()],
        "term": list(snapshot.terms.values()),
    }

    return listed[kind.name]


@kept_with_snapshot
def _by_identity(snapshot: Snapshot, kind_name: str) -> dict[Any, list[Any]]:
    """Of a proposal of hundreds each record is looked up here."""
    kind = RECORD_KINDS[kind_name]
    by: dict[Any, list[Any]] = {}
    for item in standing(snapshot, kind):
        by.setdefault(identity_of(kind, item), []).append(item)
    return by


def by_ref(snapshot: Snapshot, kind: RecordKind, ref: str) -> Record | None:
    """The standing record of that name."""
    return next(
        (r for r in standing(snapshot, kind) if kind.is_record and r.ref == ref), None
    )


def stored_values(kind: RecordKind, item: Any) -> dict[str, Any]:
    """A stored item's values, for the fields of the kind that its table has."""
    return values_of(
        item, [f for f in kind.fields if f.name in kind.model.model_fields]
    )


def identity_of(kind: RecordKind, item: Any) -> tuple[str, ...]:
    """What tells a record from others of its kind: the values of its identity."""
    return tuple(str(getattr(item, name)) for name in kind.identity)
