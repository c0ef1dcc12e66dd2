"""The appendix as a workbook for Excel: the table of the CSV, and a sheet that says
what it is.
"""

import io
from collections.abc import Iterator, Sequence
from itertools import takewhile

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from registry.documents.blocks import (
    Contents,
    Document,
    Facts,
    Paragraph,
    plain,
    printable,
)
from registry.exports.docx_file import AUTHOR
from registry.exports.publication import Publication
from registry.exports.zip_normal import normalised

TABLE, ABOUT = "Aftaler", "Om"
# Excel's own limit for a cell. What is longer is cut, and says so.
LONGEST_CELL = 32_767
CUT = " … (forkortet; hele teksten står i kataloget)"
NARROWEST, WIDEST = 10, 60


def render(publication: Publication) -> bytes:
    """A workbook; the same publication gives the same bytes."""
    out = io.BytesIO()
    document = publication.document
    changed = document.changed.replace(tzinfo=None, microsecond=0)

    with Workbook(out, {"in_memory": True}) as book:
        book.set_properties(
            {
                "title": document.title,
                "subject": document.subject,
                "author": AUTHOR,
                "created": changed,
            }
        )

        look = book.add_format({"text_wrap": True, "valign": "top"})
        head = book.add_format({"bold": True, "bg_color": "#EEEEEE", "valign": "top"})
        if publication.table:
            _write_table(book.add_worksheet(TABLE), publication.table, head, look)
        _write_about(book.add_worksheet(ABOUT), document, look)

    return normalised(out.getvalue())


def _write_table(
    sheet: Worksheet, table: Sequence[Sequence[str]], head: Format, look: Format
) -> None:
    """The head stays in sight and can be filtered by; every cell is a text, never a
    formula.
    """
    for at, line in enumerate(table):
        for column, cell in enumerate(line):
            sheet.write_string(at, column, _text(cell), look if at else head)

    for column, cells in enumerate(zip(*table, strict=True)):
        longest = max(len(cell) for cell in cells)
        sheet.set_column(column, column, min(max(longest, NARROWEST), WIDEST))

    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table) - 1, len(table[0]) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.repeat_rows(0)


def _write_about(sheet: Worksheet, document: Document, look: Format) -> None:
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, WIDEST + 20)
    for at, (label, value) in enumerate(_about(document)):
        sheet.write_string(at, 0, _text(label), look)
        sheet.write_string(at, 1, _text(value), look)


def _about(document: Document) -> Iterator[tuple[str, str]]:
    """What stands before the contents list, and the facts that the document ends
    with.
    """

    yield "Titel", document.title
    for block in takewhile(
        lambda block: not isinstance(block, Contents), document.blocks
    ):
        if isinstance(block, Paragraph):
            yield "", plain(block.text)

    last = next(
        (b for b in reversed(document.blocks) if isinstance(b, Facts)), Facts(())
    )

    for label, value in last.facts:
        yield label, plain(value)


def _text(cell: str) -> str:
    shown = printable(cell)
    return (
        shown if len(shown) <= LONGEST_CELL else shown[: LONGEST_CELL - len(CUT)] + CUT
    )
