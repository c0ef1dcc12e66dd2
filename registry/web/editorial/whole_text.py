"""What a version says beside its text and its table of rows, so that nothing adopted is unseen."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from registry.fields import RELATION_LABELS, ROW_FIELDS, VERSION_FIELDS, Field, Kind, Scheme
from registry.snapshot import Snapshot
from registry.version_content import EMPTY, VersionContent
from registry.web.dates import danish_date
from registry.web.editorial.form import in_words

Facts = list[tuple[str, str]]

# What templates/adoption_text.html and the table of rows show by themselves.
SHOWN_OF_VERSION = ("title", "summary", "in_force_from", "in_force_until", "change_note")
SHOWN_OF_ROW = (
    *("task", "situation", "phase", "target_groups", "responsible", "authority", "payer"),
    *("treatment_responsible", "deadline", "does_not_apply_to"),
)


def all_fields(snapshot: Snapshot, content: VersionContent) -> list[tuple[str, Facts]]:
    """The other fields that are filled: of the version, then of each row, under a heading."""
    own = [
        field
        for field in VERSION_FIELDS
        if field.name not in SHOWN_OF_VERSION and field.kind is not Kind.MARKDOWN
    ]
    of_rows = [field for field in ROW_FIELDS if field.name not in SHOWN_OF_ROW]
    relations = [
        (RELATION_LABELS[kind], ", ".join(snapshot.label(Scheme.AGREEMENTS, s) for s in slugs))
        for kind, slugs in content.relations.items()
    ]
    return [
        ("Udgaven", [*_facts(snapshot, own, content.values), *relations]),
        *((str(row["task"]), _facts(snapshot, of_rows, row)) for row in content.rows),
    ]


def _facts(snapshot: Snapshot, fields: Iterable[Field], values: Mapping[str, Any]) -> Facts:
    return [
        (field.label, _told(snapshot, field, values[field.name]))
        for field in fields
        if values[field.name] != EMPTY[field.kind]
    ]


def _told(snapshot: Snapshot, field: Field, value: Any) -> str:
    if isinstance(value, date):
        return danish_date(value)
    if field.kind is Kind.TEXTS:
        return "; ".join(value)
    return in_words(snapshot, field, value)
