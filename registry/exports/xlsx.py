"""The appendix as a workbook for Excel: the table of the CSV, and a sheet that says
what it is.
"""

import io
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from registry.documents.blocks import (
    Contents,
    Document,
    LabelledValues,
    Paragraph,
    plain,
    printable,
)
from registry.exports.docx_file import AUTHOR
from registry.exports.publication import Publication
from registry.exports.zip_normal import normalised
from registry.rules.fields import VERSION_FIELDS_BY_NAME

TABLE, ABOUT = "Aftaler", "Om"
# Excel's own limit for a cell. What is longer is cut, and says so.
LONGEST_CELL = 32_767
CUT = " … (forkortet; hele teksten står i kataloget)"
NARROWEST, WIDEST = 10, 60
# The columns up to this one stay in sight.
KEPT = "Aftale"
# Those that stay in sight leave half of a small screen to the others.
WIDEST_KEPT = {"Linje": 9, "Afsnit": 14, "Navn": 14, KEPT: 28}
DAY = "yyyy-mm-dd"
FIRST_DAY = "1900-03-01"  # Excel counts days wrongly before it


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
            day = book.add_format({"valign": "top", "num_format": DAY})
            sheet = book.add_worksheet(TABLE)
            _write_table(sheet, publication.table, head, look, day)
        _write_about(book.add_worksheet(ABOUT), document, look)

    return normalised(out.getvalue())


def _write_table(
    sheet: Worksheet,
    table: Sequence[Sequence[str]],
    head: Format,
    look: Format,
    day: Format,
) -> None:
    """The head and the agreement's name stay in sight, and the head can be filtered by;
    a cell is a text, a date or a number, never a formula.
    """
    for column, name in enumerate(table[0]):
        sheet.write_string(0, column, _text(name), head)
        write = WRITERS.get(name, _write_text)
        for at, line in enumerate(table[1:], 1):
            write(sheet, at, column, line[column], look, day)

    kept = table[0].index(KEPT) + 1 if KEPT in table[0] else 0
    for column, cells in enumerate(zip(*table, strict=True)):
        longest = max(len(cell) for cell in cells)
        widest = WIDEST_KEPT.get(cells[0], WIDEST) if column < kept else WIDEST
        sheet.set_column(column, column, min(max(longest, NARROWEST), widest))

    sheet.freeze_panes(1, kept)
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
        elif isinstance(block, LabelledValues):
            yield from ((label, plain(value)) for label, value in block.facts)

    last = next(
        (b for b in reversed(document.blocks) if isinstance(b, LabelledValues)),
        LabelledValues(()),
    )

    for label, value in last.facts:
        yield label, plain(value)


def _write_text(
    sheet: Worksheet, at: int, column: int, cell: str, look: Format, _day: Format
) -> None:
    sheet.write_string(at, column, _text(cell), look)


def _write_day(
    sheet: Worksheet, at: int, column: int, cell: str, look: Format, day: Format
) -> None:
    if len(cell) == len(FIRST_DAY) and cell >= FIRST_DAY:
        sheet.write_datetime(at, column, date.fromisoformat(cell), day)
    else:
        sheet.write_string(at, column, cell, look)


def _write_number(
    sheet: Worksheet, at: int, column: int, cell: str, look: Format, _day: Format
) -> None:
    if cell:
        sheet.write_number(at, column, int(cell), look)
    else:
        sheet.write_string(at, column, "", look)


def _text(cell: str) -> str:
    shown = printable(cell)
    return (
        shown if len(shown) <= LONGEST_CELL else shown[: LONGEST_CELL - len(CUT)] + CUT
    )


BEGINS = VERSION_FIELDS_BY_NAME["in_force_from"]
# The columns that hold anything but texts.
WRITERS = {BEGINS.label: _write_day, "Udgave": _write_number}
