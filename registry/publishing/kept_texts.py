"""Contributions read back: what a part of a draft said after each change of it."""

import json
from datetime import date
from typing import Any

from registry.models import Contribution
from registry.publishing.writing import OWN_ROW_FIELDS
from registry.rules.fields import Field, Kind
from registry.rules.version_content import CONTENT_FIELDS, MAIN, plain

GROUPS = ("parties", "relations")


def values_of(change: Contribution) -> dict[str, Any]:
    """The values by field, as part_of gives them; what it does not say is empty."""
    written = json.loads(change.text)
    if change.part != MAIN:
        values = {f.name: _value(f, written.get(f.name)) for f in OWN_ROW_FIELDS}
        return {"key": change.part, **values}

    values = {f.name: _value(f, written.get(f.name)) for f in CONTENT_FIELDS}
    groups = {
        name: {group: tuple(members) for group, members in of.items() if members}
        for name in GROUPS
        for of in [written.get(name) or {}]
    }
    return {**values, **groups}


def _value(field: Field, written: Any) -> Any:
    if field.kind is Kind.DATE and written:
        return date.fromisoformat(written)
    return plain(field, written)
