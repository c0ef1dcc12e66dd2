"""Cells of a table of records: each field's value as it is written in one, and read.

Keys may be told by their label; what cannot be read is said in words, with the way on.
"""

import difflib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from registry.catalogue.snapshot import Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.documents.csv_text import FORMULA_STARTS
from registry.language import figures, numbers
from registry.language.dates import end_after, last_before, read_date
from registry.markup.markdown_html import slug as slugged
from registry.records.adoption_lines import bare
from registry.records.kinds import CORRECTS, RecordKind
from registry.rules.fields import Field, Kind, Scheme
from registry.rules.follow_up import DAY, period_in_words, read_covered
from registry.rules.version_content import EMPTY

BETWEEN_KEYS = " | "
# Told with the day that the period ends on, in one cell.
PERIOD, ITS_DAY = "period", "effective_on"
NOT_A_DATE = "«{}» er ikke en dato. Skriv den som 1.3.2027 eller 2027-03-01."
NOT_A_PERIOD = (
    "«{}» er ikke en periode. Skriv fx 2025, 1. kvartal 2025, juni 2025 eller "
    "30.6.2025."
)
NOT_A_NUMBER = "«{}» er ikke et tal. Skriv fx 8, 2,5 eller 1.000."


class Unreadable(Exception):
    """A cell that cannot be read, and the way on."""


def columns_of(kind: RecordKind) -> list[Field]:
    """The columns of a kind's table, in the order of its form."""
    left_out = {*(f.name for f in CORRECTS), PERIOD}
    return [f for f in kind.fields if f.name not in left_out]


def written(
    snapshot: Snapshot, kind: RecordKind, values: Mapping[str, Any]
) -> list[str]:
    """A record's values as the cells of a line."""
    return [_cell(snapshot, f, values) for f in columns_of(kind)]


def read_cells(
    snapshot: Snapshot, kind: RecordKind, cells: Mapping[str, str]
) -> tuple[dict[str, Any], dict[str, str]]:
    """The values that a line's cells say, by field, and what cannot be read."""
    values: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    has_period = any(f.name == PERIOD for f in kind.fields)
    for f in columns_of(kind):
        cell = _bare_of_guard(cells.get(f.name, "").strip())
        try:
            if has_period and f.name == ITS_DAY:
                values |= _period(cell)
            else:
                values[f.name] = _value(snapshot, f, cell)
        except Unreadable as error:
            wrong[f.name] = f"{f.label}: {error}"

    return values, wrong


def _value(snapshot: Snapshot, f: Field, cell: str) -> Any:
    if not cell:
        return EMPTY[f.kind]
    if f.options:
        return _chosen(f, cell)
    return READERS.get(f.kind, _text)(snapshot, f, cell)


def _text(_snapshot: Snapshot, _field: Field, cell: str) -> str:
    return cell


def _date(_snapshot: Snapshot, f: Field, cell: str) -> Any:
    day = read_date(cell)
    if day is None or (f.ends and day == date.max):
        raise Unreadable(NOT_A_DATE.format(cell))
    return end_after(day) if f.ends else day


def _period(cell: str) -> dict[str, Any]:
    if not cell:
        return {ITS_DAY: None, PERIOD: DAY}
    covered = read_covered(cell)
    if covered is None:
        raise Unreadable(NOT_A_PERIOD.format(cell))
    return {ITS_DAY: covered[0], PERIOD: covered[1]}


def _number(_snapshot: Snapshot, _field: Field, cell: str) -> float:
    number = numbers.read(cell)
    if number is None:
        raise Unreadable(NOT_A_NUMBER.format(cell))
    if number.value is None:
        raise Unreadable(str(number.doubt))
    return number.value


def _key(snapshot: Snapshot, f: Field, cell: str) -> str:
    names = _names(snapshot, str(f.scheme))
    keys = names.get(bare(cell), frozenset()) or names.get(cell, frozenset())
    if len(keys) == 1:
        return next(iter(keys))
    if keys:
        raise Unreadable(f"«{cell}» kan være flere. Skriv hele navnet eller nøglen.")

    near = difflib.get_close_matches(bare(cell), names, n=1)
    meant = snapshot.label(f.scheme, min(names[near[0]])) if near else ""
    hint = f" Mente du «{meant}»?" if meant else ""
    raise Unreadable(f"«{cell}» kendes ikke i kataloget.{hint}")


def _keys(snapshot: Snapshot, f: Field, cell: str) -> tuple[str, ...]:
    parted = cell.split(BETWEEN_KEYS.strip())
    return tuple(_key(snapshot, f, one.strip()) for one in parted if one.strip())


def _chosen(f: Field, cell: str) -> str:
    for key, label in f.options:
        if slugged(cell) in (slugged(key), slugged(label)):
            return key
    raise Unreadable(
        f"«{cell}» kan ikke vælges. Skriv {either([label for _, label in f.options])}."
    )


READERS: dict[Kind, Callable[[Snapshot, Field, str], Any]] = {
    Kind.DATE: _date,
    Kind.NUMBER: _number,
    Kind.KEY: _key,
    Kind.KEYS: _keys,
}


def _cell(snapshot: Snapshot, f: Field, values: Mapping[str, Any]) -> str:
    value = values.get(f.name)
    if value in (None, "", ()):
        return ""
    if f.name == ITS_DAY and values.get(PERIOD, DAY) != DAY:
        return period_in_words(value, values[PERIOD])
    write = WRITERS.get(f.kind)
    return write(snapshot, f, value) if write else dict(f.options).get(value, value)


def _name(snapshot: Snapshot, f: Field, key: str) -> str:
    """The label, where it leads back to the key; else the key."""
    label = snapshot.label(f.scheme, key)
    alone = _names(snapshot, str(f.scheme)).get(bare(label)) == frozenset({key})
    return label if alone and BETWEEN_KEYS.strip() not in label else key


WRITERS: dict[Kind, Callable[[Snapshot, Field, Any], str]] = {
    Kind.DATE: lambda _s, f, day: str(
        (last_before(day) if f.ends else day).isoformat()
    ),
    Kind.NUMBER: lambda _s, _f, n: figures.written_out(n).replace(".", ","),
    Kind.KEY: _name,
    Kind.KEYS: lambda snapshot, f, keys: BETWEEN_KEYS.join(
        _name(snapshot, f, key) for key in keys
    ),
}


@kept_with_snapshot
def _names(snapshot: Snapshot, scheme: str) -> dict[str, frozenset[str]]:
    """The keys of a scheme by each form of their names."""
    names: dict[str, frozenset[str]] = {}
    for key in snapshot.known_keys[scheme]:
        label = snapshot.label(Scheme(scheme), key)
        for form in {key, bare(key), bare(label)}:
            names[form] = names.get(form, frozenset()) | {key}
    return names


def _bare_of_guard(cell: str) -> str:
    """A cell as it was, before it was kept from being a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(FORMULA_STARTS) else cell


def either(labels: Sequence[str]) -> str:
    """The labels as either one or another: «a, b eller c». There are two at least."""
    return f"{', '.join(labels[:-1])} eller {labels[-1]}"
