"""Tables as CSV, for spreadsheets: the one place that writes it."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

# Excel and LibreOffice take a cell that begins so for a formula and run it.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
# Letters that are sent at a time.
PIECE = 32_000
NARROWED = "Afgrænset til"


def csv_text(lines: Iterable[Sequence[str]]) -> str:
    """Semicolons and a byte order mark, so that a Danish Excel opens it as it is."""
    return "".join(csv_pieces(lines))


def csv_pieces(lines: Iterable[Sequence[str]]) -> Iterator[str]:
    """The same, some lines at a time, so that a long table never is in memory whole."""
    out = io.StringIO("\ufeff")
    out.seek(0, io.SEEK_END)
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")

    for line in lines:
        writer.writerow([guarded(cell) for cell in line])
        if out.tell() >= PIECE:
            yield out.getvalue()
            out.seek(0)
            out.truncate()

    yield out.getvalue()


def narrowed(lines: Iterable[Sequence[str]], to: str) -> Iterator[Sequence[str]]:
    """A table of less than the whole, its head first: what it is narrowed to stands in
    each line, also where the file has been renamed. Empty for a table that is whole.
    """
    for at, line in enumerate(lines):
        yield (*line, to if at else NARROWED) if to else line


def guarded(cell: str) -> str:
    """The cell as text, never as a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
