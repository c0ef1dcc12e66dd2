"""Tables as CSV, for spreadsheets: the one place that writes it."""

import csv
import io
from collections.abc import Iterable, Sequence

# Excel and LibreOffice take a cell that begins so for a formula and run it.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_text(lines: Iterable[Sequence[str]]) -> str:
    """Semicolons and a byte order mark, so that a Danish Excel opens it as it is."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for line in lines:
        writer.writerow([guarded(cell) for cell in line])
    return "\ufeff" + out.getvalue()


def guarded(cell: str) -> str:
    """The cell as text, never as a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
