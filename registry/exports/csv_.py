"""The appendix as a table for spreadsheets."""

import csv
import io

from registry.exports.publication import Publication

# Excel and LibreOffice take a cell that begins so for a formula and run it.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def render(publication: Publication) -> bytes:
    """Semicolons and a byte order mark, so that a Danish Excel opens it as it is."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for line in publication.table:
        writer.writerow([guard(cell) for cell in line])
    return ("\ufeff" + out.getvalue()).encode()


def guard(cell: str) -> str:
    """The cell as text, never as a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
