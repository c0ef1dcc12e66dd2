"""The rows of one agreement in its document: an overview, the rows in full, and what
they rest on.

Word in pairs the three by their numbers: registry/intake/listing.py.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.told import told_in
from registry.documents.blocks import Span, Table, Text, text
from registry.exports.column_widths import fitting
from registry.rules.fields import Field
from registry.rules.row_listing import (
    BETWEEN,
    EVIDENCE_HEAD,
    IN_EVIDENCE,
    IN_FULL,
    OVERVIEW,
    OVERVIEW_HEAD,
    ROWS_HEAD,
    SITUATION,
    UNCONFIRMED,
    in_situation,
)


def overview(snapshot: Snapshot, rows: Sequence[Row]) -> Table:
    """A line for each row: what, who, when, who pays, whose medical responsibility.
    Rows of one task are told apart by their situation.
    """
    tasks = Counter(row.snitflade.task for row in rows)
    lines = (_line(snapshot, r, tasks[r.snitflade.task] > 1) for r in rows)
    return _numbered("Overblik", OVERVIEW_HEAD, lines)


def in_full(snapshot: Snapshot, rows: Sequence[Row]) -> Table:
    """All that is said of each row's duty."""
    lines = ((_task(row), _said(snapshot, row, IN_FULL)) for row in rows)
    return _numbered("Snitflader", ROWS_HEAD, lines)


def evidence(snapshot: Snapshot, rows: Sequence[Row]) -> Table:
    """What each row rests on, and by what name it is known again."""
    lines = (
        (text(row.snitflade.key), _said(snapshot, row, IN_EVIDENCE)) for row in rows
    )
    return _numbered("Snitfladernes belæg", EVIDENCE_HEAD, lines)


def _numbered(
    title: str,
    head: tuple[str, ...],
    lines: Iterable[tuple[Text, ...]],
) -> Table:
    rows = tuple((text(str(at)), *line) for at, line in enumerate(lines, 1))
    return Table(title, head, rows, fitting(head, rows), heads_rows=True)


def _line(snapshot: Snapshot, row: Row, with_situation: bool) -> tuple[Text, ...]:
    others = (told_in(snapshot, row, field) for field in OVERVIEW[1:])
    situation = told_in(snapshot, row, SITUATION) if with_situation else ""
    return _task(row, situation), *(text(other or "–") for other in others)


def _task(row: Row, situation: str = "") -> Text:
    mark = "" if row.confirmed else f" ({UNCONFIRMED})"
    return text(Span(row.snitflade.task, bold=True), in_situation(situation), mark)


def _said(snapshot: Snapshot, row: Row, groups: Iterable[Sequence[Field]]) -> Text:
    """The fields that say something, those of one group on one line."""
    lines = [list(_spans(snapshot, row, fields)) for fields in groups]
    return text(*_between([line for line in lines if line]))


def _between(lines: Sequence[Sequence[Span]]) -> Iterator[Span]:
    for at, line in enumerate(lines):
        if at:
            yield Span("\n")
        yield from line


def _spans(snapshot: Snapshot, row: Row, fields: Iterable[Field]) -> Iterator[Span]:
    is_first = True
    for field in fields:
        value = told_in(snapshot, row, field)
        if value:
            yield Span(f"{'' if is_first else BETWEEN}")
            yield Span(f"{field.label}:", bold=True)
            yield Span(f" {value}")
            is_first = False
