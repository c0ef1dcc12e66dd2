"""The rows of one agreement in an appendix: who does what."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.told import told_in
from registry.documents.blocks import Span, Table, Text, text
from registry.exports.appendix_agreements import UNCONFIRMED_ROW
from registry.language.danish import lowered
from registry.rules.fields import DOCUMENT_COLUMNS, ROW_FIELDS, TASK_COLUMN, Field
from registry.rules.row_listing import BETWEEN

COLUMN_FIELDS = {
    column: tuple(field for field in ROW_FIELDS if field.document == column)
    for column in DOCUMENT_COLUMNS
}
ROW_WIDTHS = (21, 10, 9, 15)


def row_table(snapshot: Snapshot, title: str, rows: Iterable[Row]) -> Table:
    """The rows of one agreement: who does what."""
    cells = tuple(_cells(snapshot, row) for row in rows)
    return Table(f"Snitflader: {title}", DOCUMENT_COLUMNS, cells, ROW_WIDTHS, True)


def _cells(snapshot: Snapshot, row: Row) -> tuple[Text, ...]:
    mark = "" if row.confirmed else f" ({UNCONFIRMED_ROW})"
    conditions = "".join(f"\n{line}" for line in _conditions(snapshot, row))
    task = text(Span(row.snitflade.task, bold=True), mark, conditions)
    others = (text(_cell(snapshot, row, column)) for column in DOCUMENT_COLUMNS[1:])
    return (task, *others)


def _cell(snapshot: Snapshot, row: Row, column: str) -> str:
    """What stands in a column: the value of its one field, or a line for each."""
    fields = COLUMN_FIELDS[column]
    if len(fields) == 1:
        return told_in(snapshot, row, fields[0]) or "–"
    return "\n".join(_lines(snapshot, row, column))


def _conditions(snapshot: Snapshot, row: Row) -> Iterator[str]:
    """What stands under a task: a line for each text, one for what is told in the
    vocabulary's short words.
    """
    by_kind = groupby(COLUMN_FIELDS[TASK_COLUMN], key=lambda f: f.scheme is not None)
    for is_short, fields in by_kind:
        lines = _labelled(snapshot, row, fields)
        yield from [BETWEEN.join(lines)] if is_short and lines else lines


def _lines(snapshot: Snapshot, row: Row, column: str) -> list[str]:
    """A column's fields that have a value, each with its label."""
    return _labelled(snapshot, row, COLUMN_FIELDS[column])


def _labelled(snapshot: Snapshot, row: Row, fields: Iterable[Field]) -> list[str]:
    """Each value once, after the labels of all the fields that have it."""
    labels: dict[str, list[str]] = {}
    for field in fields:
        labels.setdefault(told_in(snapshot, row, field), []).append(field.label)
    return [f"{_listed(of)}: {value}" for value, of in labels.items() if value]


def _listed(labels: list[str]) -> str:
    first, *others = labels
    return ", ".join((first, *map(lowered, others)))
