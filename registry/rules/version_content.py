"""What a version says, as plain values: forms, gates, differences and fingerprints read
this.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from registry.errors import NotFound
from registry.models import Party, Relation, Snitflade, Version
from registry.rules.fields import BODY, ROW_FIELDS, VERSION_FIELDS, Field, Kind

CONTENT_FIELDS = (*VERSION_FIELDS, BODY)
MAIN = "udgave"  # the part of a version that is no row
EMPTY: dict[Kind, Any] = {
    Kind.TEXT: "",
    Kind.MARKDOWN: "",
    Kind.NUMBER: None,
    Kind.DATE: None,
    Kind.FLAG: False,
    Kind.KEY: "",
    Kind.KEYS: (),
    Kind.TEXTS: (),
}
# What a row holds by the names of ROW_FIELDS, before it is stored or shown.
RowValues = Mapping[str, Any]


@dataclass(frozen=True)
class VersionContent:
    """One version's words: its fields and body by name, its parties, its relations, its
    rows.

    `values`: CONTENT_FIELDS by name; lists are tuples, and what is empty is as in
    EMPTY.
    `parties`: organisations by role. `relations`: agreements by kind of relation.
    `rows`: in
    order, each with ROW_FIELDS by name.
    """

    values: Mapping[str, Any]
    parties: Mapping[str, tuple[str, ...]]
    relations: Mapping[str, tuple[str, ...]]
    rows: tuple[RowValues, ...]

    def row(self, key: str) -> RowValues:
        """The row of that key. Raises NotFound."""
        for row in self.rows:
            if row["key"] == key:
                return row
        raise NotFound("Udgaven har ingen snitflade med det navn.")

    def has_row(self, key: str) -> bool:
        """Whether a row has that key."""
        return any(row["key"] == key for row in self.rows)


def content_of(
    version: Version,
    rows: Iterable[Snitflade],
    parties: Iterable[Party],
    relations: Iterable[Relation],
) -> VersionContent:
    """The content of a stored version; rows in the order given."""
    return VersionContent(
        values=values_of(version, CONTENT_FIELDS),
        parties=_grouped((party.role, party.organisation) for party in parties),
        relations=_grouped(
            (relation.kind, relation.agreement) for relation in relations
        ),
        rows=tuple(values_of(row, ROW_FIELDS) for row in rows),
    )


def values_of(item: Any, fields: Iterable[Field]) -> dict[str, Any]:
    """The fields of a stored item by name, each in the form that `plain` gives."""
    return {field.name: plain(field, getattr(item, field.name)) for field in fields}


def plain(field: Field, value: Any) -> Any:
    """A value in its one form: lists as tuples, whatever is empty as in EMPTY."""
    if value in (None, "", [], ()):
        return EMPTY[field.kind]
    if field.kind in (Kind.KEYS, Kind.TEXTS):
        return tuple(value)
    if field.kind is Kind.NUMBER:
        return float(value)
    return value.strip() if isinstance(value, str) else value


def empty_values(fields: Iterable[Field]) -> dict[str, Any]:
    """The fields by name, each with the value that says nothing."""
    return {field.name: EMPTY[field.kind] for field in fields}


def fingerprint(slug: str, content: VersionContent) -> str:
    """SHA-256 of an agreement's name and all that a version of it says, as 64 hex
    digits.

    What is empty is left out, so that a field added later does not change what was
    fixed before. The order of rows counts; that of parties and relations does not.
    """
    return digest(stated(slug, content))


def stated(slug: str, content: VersionContent) -> dict[str, Any]:
    """What the fingerprint is made of: the agreement's name and all that the version
    says, less what is empty.
    """
    return {
        "agreement": slug,
        **_filled(content.values),
        "parties": {
            role: sorted(names) for role, names in content.parties.items() if names
        },
        "relations": {kind: sorted(s) for kind, s in content.relations.items() if s},
        "rows": [_filled(row) for row in content.rows],
    }


def part_of(content: VersionContent, part: str) -> dict[str, Any]:
    """What one part says: MAIN with its parties and relations, or the row of that key.

    Raises NotFound.
    """
    if part != MAIN:
        return dict(content.row(part))
    return {
        **content.values,
        "parties": content.parties,
        "relations": content.relations,
    }


def part_digest(values: Mapping[str, Any]) -> str:
    """SHA-256 of one part, by which a later save sees whether another has been
    there.
    """
    groups = {
        name: {group: sorted(members) for group, members in value.items() if members}
        for name, value in values.items()
        if isinstance(value, Mapping)
    }
    return digest({**_filled(values), **groups})


def digest(values: Any) -> str:
    """SHA-256 of plain values written in one canonical form."""
    return hashlib.sha256(canonical(values).encode()).hexdigest()


def canonical(values: Any) -> str:
    """Plain values as text, in one form."""
    return json.dumps(values, sort_keys=True, ensure_ascii=False, default=_written)


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    # Zero is an amount, and equal to False.
    return {
        name: v
        for name, v in values.items()
        if v is not False and v not in (None, "", ())
    }


def _written(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no canonical form for {type(value)}")


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for group, member in pairs:
        groups[group] = (*groups.get(group, ()), member)
    return groups
