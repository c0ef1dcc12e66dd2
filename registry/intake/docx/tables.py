"""Tables as blocks can hold them: no table in a cell, none of one cell only."""

from lxml import etree

from registry.intake.docx import layout
from registry.intake.docx.remarks import Remarks, quoted
from registry.intake.docx.styles import Styles
from registry.intake.docx.xml import (
    CELL,
    ROW,
    TABLE,
    VAL,
    Node,
    P,
    child,
    drop,
    inside,
    number,
    run,
    text_of,
    value,
    w,
)
from registry.intake.read_text import Concern

BROADEST = 63  # columns, as in Word
BETWEEN = " | "


def settle(body: Node, styles: Styles, remarks: Remarks) -> None:
    """Make each table one that a block can hold; the remarks say what became of it."""
    _join_across(body)
    layout.settle(body, styles, remarks)
    _write_inner(body, remarks)
    _open_frames(body, remarks)

    for at, table in enumerate(body.iter(TABLE), 1):
        _fill(table)
        if _is_merged(table):
            first = next((text for c in table.iter(CELL) if (text := text_of(c))), "")
            remarks.add(
                Concern.DOUBT,
                f"Tabel {at} ({quoted(first)}) har sammenlagte celler. Indholdet er "
                "gentaget i hver celle; se tabellen efter",
                remarks.piece(table, ""),
            )


def _join_across(body: Node) -> None:
    """Cells that older files merge sideways by a mark on each (w:hMerge, ECMA-376 part
    4, 14.4.3) become one that spans their columns, as newer files have it.
    """
    for row in body.iter(ROW):
        first = None
        for one in [node for node in row if node.tag == CELL]:
            mark = child(one, "tcPr", "hMerge")
            if mark is None or mark.get(VAL) == "restart" or first is None:
                first = None if mark is None else one
                continue

            _set_span(first, _span(first) + _span(one))
            first.extend(block for block in one if text_of(block))
            drop(one)


def _span(cell: Node) -> int:
    return number(value(cell, "tcPr", "gridSpan"), least=1, most=BROADEST)


def _set_span(cell: Node, columns: int) -> None:
    properties = child(cell, "tcPr")
    span = child(properties, "gridSpan")
    if span is None:
        span = etree.SubElement(properties, w("gridSpan"))
    span.set(VAL, str(columns))


def _write_inner(body: Node, remarks: Remarks) -> None:
    """A table in a cell becomes a line for each of its rows."""
    texts = []
    for table in list(body.iter(TABLE))[::-1]:
        if not inside(table, CELL):
            continue

        texts.append(remarks.piece(table))
        for row in list(table.iter(ROW)):
            line = etree.Element(P)
            line.append(run(BETWEEN.join(text_of(cell) for cell in row.iter(CELL))))
            table.addprevious(line)
        drop(table)

    remarks.count(
        Concern.DOUBT,
        "1 tabel inde i en tabel er sat som linjer. Se den efter",
        "{} tabeller inde i tabeller er sat som linjer. Se dem efter",
        texts[::-1],
    )


def _open_frames(body: Node, remarks: Remarks) -> None:
    """A table of one cell is a frame around text."""
    texts = []
    for table in list(body.iter(TABLE)):
        cells = list(table.iter(CELL))
        if len(cells) == 1:
            texts.append(remarks.piece(table))
            blocks = [block for block in cells[0] if block.tag != w("tcPr")]
            for block in blocks:
                table.addprevious(block)
            drop(table)
        elif not cells:
            drop(table)

    remarks.count(
        Concern.CHANGED,
        "1 ramme om tekst (en tabel med én celle) er fjernet; teksten står der stadig",
        "{} rammer om tekst (tabeller med én celle) er fjernet; teksten står der "
        "stadig",
        texts,
    )


def _fill(table: Node) -> None:
    """Rows that begin further in get empty cells, and no cell is broader than Word's
    broadest.
    """
    for row in table.iter(ROW):
        before = child(row, "trPr", "gridBefore")
        if before is not None:
            first = next(row.iter(CELL), None)
            for _ in range(number(before.get(VAL), least=0, most=BROADEST)):
                if first is not None:
                    first.addprevious(etree.Element(CELL))

    for span in table.iter(w("gridSpan")):
        span.set(VAL, str(number(span.get(VAL), least=1, most=BROADEST)))


def _is_merged(table: Node) -> bool:
    return table.find(f".//{w('vMerge')}") is not None or any(
        value(cell, "tcPr", "gridSpan") not in ("", "1") for cell in table.iter(CELL)
    )
