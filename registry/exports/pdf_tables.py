"""The tables of a PDF: how they are set, and what a screen reader is told of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from registry.documents.blocks import Block, Items, Quote, Table, Text, plain
from registry.exports.column_widths import needed, shared
from registry.exports.typst_text import Room, fitted, joined, string

# Tables with more columns than this are set in smaller type.
WIDE, SIZE, SMALL_SIZE = 3, 9, 8.5
# In points: of the text, and of the room around the words of a cell.
BREADTH, AROUND = 481.9, 8.0
# What a table within a list or a quotation has at least.
BREADTH_WITHIN = 420.0
LONG_ROW, SHORT_ROW = 1500, 200
# What fits on a page in the narrowest column.
LONGEST_WHOLE_CELL = 500
# A cell of the head, which is shaded here: a rule for all cells is asked once for each.
# And a cell longer than a line or so, in a box: where a box does not fit, Typst moves
# its whole row to the next page, so no row is torn; and what is in one it need not copy
# each time it moves the cell. A cell that is said not to break is measured first, and
# set again: for 3,000 rows both together make more than half the memory.
CELLS = """
#let head(body) = table.cell(fill: luma(238), text(weight: "semibold", body))
#let boxed(body) = box(width: 100%, body)
"""
LONG_CELL = 20
# Short rows that stand together at the end: no two lines alone under a repeated head.
TOGETHER = 3

_TAGGED = rb"\n(\d+) 0 obj\n<</Type/StructElem/S/%s/P (\d+) 0 R"
_TABLES = re.compile(_TAGGED % rb"Table")
_BODIES = re.compile(_TAGGED % rb"(?:TBody|TFoot)")
_ROWS = re.compile(_TAGGED % rb"TR" + rb"/K\[(\d+) 0 R")
_CELLS = re.compile(_TAGGED % rb"TD" + rb"[^\n]*?(/Headers\[\([^)]*\)\])")
_FOOT = re.compile(rb"(<</Type/StructElem/S/)TFoot(/P )")
SCOPE = b"/Scope/Row"


def table(block: Table, breadth: float = BREADTH) -> str:
    """The table in Typst's language, under a head that every page repeats. `breadth`:
    what there surely is room for, in points.
    """
    size = SMALL_SIZE if len(block.head) > WIDE else SIZE
    widths = widths_of(block, size, breadth)
    rooms = [Room(width - AROUND, size) for width in widths]
    head = ", ".join(
        f"head({fitted(cell, room, bold=True)})"
        for cell, room in zip(block.head, rooms, strict=True)
    )

    rows = [_row(row, rooms) for row in block.rows]
    cut = len(rows) - _kept(block.rows)
    parts = [f"columns: ({''.join(f'{width:.2f}fr, ' for width in widths)})"]
    parts += [f"table.header({head})", *rows[:cut]]
    if rows[cut:]:
        parts.append(f"table.footer(repeat: false, {', '.join(rows[cut:])})")

    caption = f", caption: {string(block.title)}" if block.title else ""
    made = ",\n".join(parts)
    figure = f"figure(kind: table, supplement: none{caption}, table({made}))"
    return f"#text(size: {size}pt, {figure})"


def widths_of(block: Table, size: float, breadth: float = BREADTH) -> list[float]:
    """How broad the columns are, in points, with room for their longest words where
    there is any.
    """
    total = sum(block.shares)
    widths = [breadth * share / total for share in block.shares]
    return shared(widths, [need + AROUND for need in needed(block, size)])


def tables_in(blocks: Iterable[Block]) -> Iterator[Table]:
    """The tables in the order in which they stand, those within others too."""
    for block in blocks:
        match block:
            case Table():
                yield block
            case Items():
                yield from tables_in(part for item in block.items for part in item)
            case Quote():
                yield from tables_in(block.blocks)
            case _:
                pass


def with_row_heads(made: bytes, tables: Iterable[Table]) -> bytes:
    """The PDF with the first cell of each row as its head, in the tables that say so.

    Typst can tag columns' heads only. Each tag is replaced by one as long, so that
    everything stays where the file says it is. The last rows, which Typst knows as a
    foot, become rows like the others.
    """
    headed = {
        part[1]
        for part, table in zip(_TABLES.finditer(made), tables, strict=True)
        if table.heads_rows
    }
    # A table whose rows all stand together has them without a body.
    holding = headed | {b[1] for b in _BODIES.finditer(made) if b[2] in headed}
    rows = {row[1]: row[3] for row in _ROWS.finditer(made) if row[2] in holding}

    def cell(part: re.Match[bytes]) -> bytes:
        number, row, heads = part.groups()
        if row not in rows:
            return part[0]
        is_head = rows[row] == number
        # The other cells have both heads by their place: one named alone would hide it.
        said = (SCOPE if is_head else b"").ljust(len(heads))
        tagged = part[0].replace(heads, said)
        return tagged.replace(b"/S/TD/", b"/S/TH/", 1) if is_head else tagged

    return _FOOT.sub(rb"\1TBody\2", _CELLS.sub(cell, made))


def _row(row: Sequence[Text], rooms: Sequence[Room]) -> str:
    """A row is not torn in two, unless it could be longer than a page; then its long
    cells are.
    """
    longest_whole = LONGEST_WHOLE_CELL if _length(row) > LONG_ROW else LONG_ROW
    return ", ".join(
        joined(cell, room)
        if len(plain(cell)) > longest_whole or _is_short(plain(cell))
        else f"boxed({joined(cell, room)})"
        for cell, room in zip(row, rooms, strict=True)
    )


def _is_short(cell: str) -> bool:
    """Whether it is of two lines at most, which Typst does not part."""
    return len(cell) <= LONG_CELL and "\n" not in cell


def _kept(rows: Sequence[Sequence[Text]]) -> int:
    """How many of the last rows stand together: up to one that fills lines enough by
    itself, but none that may be torn.
    """
    lengths = [_length(row) for row in rows[-TOGETHER:]][::-1]
    short = sum(1 for _ in takewhile(lambda length: length <= SHORT_ROW, lengths))
    more = short < len(lengths) and lengths[short] <= LONG_ROW
    together = short + more if short else 0
    return together if together > 1 else 0


def _length(row: Sequence[Text]) -> int:
    return sum(len(plain(cell)) for cell in row)
