"""Values told in Danish: the one place that puts what a field holds into words."""

from datetime import date
from typing import Any

from registry.catalogue.snapshot import Row, Snapshot
from registry.language.dates import danish_date, last_day
from registry.language.numbers import with_comma
from registry.rules.fields import WORDED, Field, Kind

YES, NO = "ja", "nej"


def told(snapshot: Snapshot, field: Field, value: Any, *, between: str = ", ") -> str:
    """A field's value as readers are told it; empty where there is none.

    Keys and options are told by their labels, with commas between them; `between`
    stands between the members of a list of texts. A flag always says yes or no; the
    end of a period is told by the last day in it.
    """
    if field.kind is Kind.FLAG:
        return YES if value else NO
    separator = between if field.kind is Kind.TEXTS else ", "
    return separator.join(told_each(snapshot, field, value))


def told_each(snapshot: Snapshot, field: Field, value: Any) -> list[str]:
    """Each member of a value in Danish; of a value that is no list, itself."""
    members = value if isinstance(value, list | tuple) else [value]
    return [
        _in_danish(snapshot, field, one) for one in members if one not in (None, "")
    ]


def told_in(snapshot: Snapshot, row: Row, field: Field) -> str:
    """A field of a shown row, which a record beside it may have confirmed."""
    if field.name == "confirmed":
        return YES if row.confirmed else NO
    return told(snapshot, field, getattr(row.snitflade, field.name))


def _in_danish(snapshot: Snapshot, field: Field, value: Any) -> str:
    if isinstance(value, date):
        return last_day(value) if field.ends else danish_date(value)
    if isinstance(value, float):
        return with_comma(value)
    if field.scheme is not None:
        return snapshot.label(field.scheme, value)
    return dict(field.options).get(value, str(value))


def worded(row: Row) -> tuple[str, ...]:
    """What is to be done, in what case and by when, in the row's own words."""
    return tuple(getattr(row.snitflade, name) for name in WORDED)
