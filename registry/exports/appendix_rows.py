"""The rows of one agreement in an appendix: who does what."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.told import told_in
from registry.documents.blocks import Block, Span, Table, Text, paragraph, text
from registry.exports.appendix_agreements import UNCONFIRMED_ROW
from registry.exports.column_widths import fitting
from registry.language.danish import lowered
from registry.rules.fields import (
    DOCUMENT_COLUMNS,
    HOLDS_COLUMN,
    ROW_FIELDS,
    ROW_FIELDS_BY_NAME,
    TASK_COLUMN,
    Field,
)
from registry.rules.row_listing import BETWEEN
from registry.unsaid import Saying, saying_of

COLUMN_FIELDS = {
    column: tuple(field for field in ROW_FIELDS if field.document == column)
    for column in DOCUMENT_COLUMNS
}
SHORT = [
    field
    for column in DOCUMENT_COLUMNS
    for field in COLUMN_FIELDS[column]
    if field.scheme is not None
]
# Those who answer for a task are named where the question arises: a required field
# says so of itself.
WHERE_RELEVANT = [f.name for f in COLUMN_FIELDS[HOLDS_COLUMN] if f.required and f.shown]
DEADLINE = ROW_FIELDS_BY_NAME["deadline"]
# What all rows say is said once, over the table, of so many rows.
SHARED = 3
NOT_FILLED = "ikke udfyldt"


def row_blocks(snapshot: Snapshot, title: str, rows: Sequence[Row]) -> Iterator[Block]:
    """The rows of one agreement, under what all of them say."""
    shared = _shared(snapshot, rows)
    if shared:
        said = BETWEEN.join(_labelled(snapshot, rows[0], shared))
        yield paragraph(f"Fælles for alle opgaverne: {said}.", note=True)
    yield row_table(snapshot, title, rows, shared)


def row_table(
    snapshot: Snapshot, title: str, rows: Sequence[Row], shared: Sequence[Field] = ()
) -> Table:
    """The rows of one agreement: who does what. Not what they say of the fields that
    are `shared`.
    """
    head = DOCUMENT_COLUMNS
    cells = tuple(
        tuple(_cell(snapshot, row, column, shared) for column in head) for row in rows
    )
    return Table(f"Snitflader: {title}", head, cells, fitting(head, cells), True)


def what_silence_means() -> str:
    """What it means that a row does not name one of those who answer for a task, or a
    deadline.
    """
    *first, last = (f"«{ROW_FIELDS_BY_NAME[name].label}»" for name in WHERE_RELEVANT)
    return (
        f"Er {', '.join(first)} eller {last} hverken nævnt ved en opgave eller som "
        "fælles for alle aftalens opgaver, er det ikke relevant for opgaven. Er en "
        f"{lowered(DEADLINE.label)} ikke nævnt, står der ingen i kataloget."
    )


def _shared(snapshot: Snapshot, rows: Sequence[Row]) -> list[Field]:
    """The fields in short words that say the same of every row, and say something."""
    if len(rows) < SHARED:
        return []
    return [
        field
        for field in SHORT
        if len({told_in(snapshot, row, field) for row in rows}) == 1
        and _says_something(rows[0], field)
    ]


def _cell(snapshot: Snapshot, row: Row, column: str, shared: Sequence[Field]) -> Text:
    """What stands in a column; the task itself is at the head of its own."""
    fields = [field for field in COLUMN_FIELDS[column] if field not in shared]
    lines = list(_lines(snapshot, row, fields))
    if column != TASK_COLUMN:
        return text("\n".join(lines) or "–")

    mark = "" if row.confirmed else f" ({UNCONFIRMED_ROW})"
    after = "".join(f"\n{line}" for line in lines)
    return text(Span(row.snitflade.task, bold=True), mark, after)


def _lines(snapshot: Snapshot, row: Row, fields: Iterable[Field]) -> Iterator[str]:
    """A line for each text, one for what is told in the vocabulary's short words."""
    for is_short, alike in groupby(fields, key=lambda f: f.scheme is not None):
        lines = _labelled(snapshot, row, alike)
        yield from [BETWEEN.join(lines)] if is_short and lines else lines


def _labelled(snapshot: Snapshot, row: Row, fields: Iterable[Field]) -> list[str]:
    """Each value once, after the labels of all the fields that have it."""
    labels: dict[str, list[str]] = {}
    for field in fields:
        if _says_something(row, field):
            value = told_in(snapshot, row, field) or NOT_FILLED
            labels.setdefault(value, []).append(field.label)
    return [f"{_listed(of)}: {value}" for value, of in labels.items()]


def _says_something(row: Row, field: Field) -> bool:
    """Not what is irrelevant to a task (`what_silence_means`), nor what need not be
    there and is not.
    """
    saying = saying_of(getattr(row.snitflade, field.name))
    if saying is Saying.ABSENT:
        return field.required
    return saying is not Saying.NOT_APPLICABLE or field.name not in WHERE_RELEVANT


def _listed(labels: list[str]) -> str:
    first, *others = labels
    return ", ".join((first, *map(lowered, others)))
