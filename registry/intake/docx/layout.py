"""Tables that only set out a page: what spans one, and is no line of it, is text."""

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from registry.intake.docx.remarks import Remarks
from registry.intake.docx.styles import TITLE, Styles
from registry.intake.docx.xml import (
    CELL,
    ROW,
    TABLE,
    Node,
    P,
    child,
    drop,
    inside,
    text_of,
    w,
)
from registry.intake.read_text import Concern

LOOKS = tuple(map(w, ("tblPr", "tblGrid")))


def settle(body: Node, styles: Styles, remarks: Remarks) -> None:
    """Take the cells out of tables that hold a title, a heading with text, a table or
    paragraphs over the whole breadth, or sections beside each other; a table ends
    before one and begins after it.
    """
    opened, columns = [], []
    for table in list(body.iter(TABLE)):
        if inside(table, CELL):
            continue
        rows = [row for row in table.iter(ROW) if not inside(row, CELL)]
        broad = [row for at, row in enumerate(rows) if _is_text(rows, at, styles)]
        beside = [row for row in rows if _are_sections(row, styles)]
        if broad or beside:
            opened += [remarks.piece(row) for row in broad]
            columns += [remarks.piece(row) for row in beside]
            _split(table, rows, [*broad, *beside])

    remarks.count(
        Concern.CHANGED,
        "1 celle, der går over hele tabellen, er sat som tekst mellem dens linjer",
        "{} celler, der går over hele tabellen, er sat som tekst mellem dens linjer",
        opened,
    )
    remarks.count(
        Concern.CHANGED,
        "1 linje i en tabel, hvis celler er afsnit med overskrift, er sat som tekst, "
        "celle for celle",
        "{} linjer i tabeller, hvis celler er afsnit med overskrift, er sat som tekst, "
        "celle for celle",
        columns,
    )


def _are_sections(row: Node, styles: Styles) -> bool:
    """Whether a line sets out sections beside each other: every cell that says anything
    begins with a heading and goes on with more.
    """
    cells = [
        [block for block in cell if text_of(block)]
        for cell in _cells(row)
        if text_of(cell)
    ]
    return len(cells) > 1 and all(
        len(blocks) > 1 and blocks[0].tag == P and styles.level(blocks[0]) > 0
        for blocks in cells
    )


def _is_text(rows: Sequence[Node], at: int, styles: Styles) -> bool:
    """Whether a line is no line. A heading among lines that go on below it is one: they
    need the head above them.
    """
    blocks = _blocks(rows[at])
    if len(_cells(rows[at])) != 1 or _is_indented(rows[at]) or len(rows) < 2:
        return False
    if not any(len(_cells(row)) > 1 for row in rows):
        return False

    paragraphs = [block for block in blocks if block.tag == P and text_of(block)]
    if any(styles.name(one) in TITLE for one in paragraphs):
        return True
    is_first_or_last = not (_are_lines(rows[:at]) and _are_lines(rows[at + 1 :]))
    is_more = len(paragraphs) > 1 or any(block.tag == TABLE for block in blocks)
    return is_first_or_last and (is_more or any(map(styles.level, paragraphs)))


def _are_lines(rows: Sequence[Node]) -> bool:
    return any(sum(bool(text_of(cell)) for cell in _cells(row)) > 1 for row in rows)


def _cells(row: Node) -> list[Node]:
    return [cell for cell in row.iter(CELL) if not _is_inner(cell, row)]


def _is_inner(cell: Node, row: Node) -> bool:
    return next(cell.iterancestors(ROW), None) is not row


def _blocks(row: Node) -> list[Node]:
    return [block for cell in _cells(row) for block in cell if block.tag != w("tcPr")]


def _is_indented(row: Node) -> bool:
    """Whether a line begins further in or ends sooner than the others."""
    return any(
        child(row, "trPr", name) is not None for name in ("gridBefore", "gridAfter")
    )


def _split(table: Node, rows: Sequence[Node], broad: Sequence[Node]) -> None:
    part = None

    for row in rows:
        if row in broad:
            for block in _blocks(row):
                table.addprevious(block)
            drop(row)
            part = None
        else:
            if part is None:
                part = etree.Element(TABLE)
                part.extend(deepcopy(look) for look in table if look.tag in LOOKS)
                table.addprevious(part)
            part.append(row)

    drop(table)
