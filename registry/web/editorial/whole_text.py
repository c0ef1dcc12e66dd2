"""What a version says beside its text and its table of rows, so that nothing adopted is
unseen.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from registry.catalogue.snapshot import Snapshot
from registry.catalogue.told import told
from registry.rules.fields import (
    RELATION_LABELS,
    ROW_FIELDS,
    VERSION_FIELDS,
    Field,
    Kind,
    Scheme,
)
from registry.rules.version_content import EMPTY, VersionContent

LabelledTexts = list[tuple[str, str]]

# What templates/editorial/adoption_link.html and the table of rows show by themselves.
SHOWN_OF_ROW = [field for field in ROW_FIELDS if field.heads or field.shown]


def all_fields(
    snapshot: Snapshot, content: VersionContent
) -> list[tuple[str, LabelledTexts]]:
    """The other fields that are filled: of the version, then of each row, under a
    heading.
    """
    own = [
        field
        for field in VERSION_FIELDS
        if not field.heads and field.kind is not Kind.MARKDOWN
    ]
    of_rows = [field for field in ROW_FIELDS if field not in SHOWN_OF_ROW]
    relations = [
        (
            RELATION_LABELS[kind],
            ", ".join(snapshot.label(Scheme.AGREEMENTS, s) for s in slugs),
        )
        for kind, slugs in content.relations.items()
    ]

    return [
        ("Udgaven", [*_filled(snapshot, own, content.values), *relations]),
        *((str(row["task"]), _filled(snapshot, of_rows, row)) for row in content.rows),
    ]


def _filled(
    snapshot: Snapshot, fields: Iterable[Field], values: Mapping[str, Any]
) -> LabelledTexts:
    return [
        (field.label, told(snapshot, field, values[field.name], between="; "))
        for field in fields
        if values[field.name] != EMPTY[field.kind]
    ]
