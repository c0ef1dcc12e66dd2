"""How the tables of a Word file are set: their columns, what holds their rows together,
and what is said of them.
"""

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from registry.documents.blocks import Table, Text, plain
from registry.exports.column_widths import needed, shared
from registry.exports.docx_styles import BREADTH

# The size of the type in twentieths of a point, less what Word's own is narrower than
# ours, and the room around a cell's words.
LETTER, AROUND = 170, 230
# Rows at either end of a table that stay together, when they are short.
ROWS_TOGETHER, SHORT_ROW = 3, 200


def widths_of(table: Table) -> list[int]:
    """How broad the columns are, with room for their longest words where there is
    any.
    """
    widths = [BREADTH * share / sum(table.shares) for share in table.shares]
    needs = [need + AROUND for need in needed(table, LETTER)]
    return [int(width) for width in shared(widths, needs)]


def held(rows: Sequence[Sequence[Text]]) -> list[bool]:
    """Which rows stay with the next: a page neither begins nor ends with a line of a
    table.
    """
    last = len(rows) - 1
    return [
        at < last
        and (at < ROWS_TOGETHER - 1 or at > last - ROWS_TOGETHER)
        and sum(len(plain(cell)) for cell in row) <= SHORT_ROW
        for at, row in enumerate(rows)
    ]


def described(table: Table) -> str:
    """What a screen reader says of it."""
    return f"<w:tblCaption w:val={quoteattr(table.title)}/>" if table.title else ""
