"""Records in lines: many of one kind as a table or a CSV file, proposed all in one or
not at all. What cannot be read is told by its line.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from registry.accounts.roles import Person
from registry.catalogue.queries import Catalogue
from registry.language.normal import normal
from registry.markup.markdown_html import slug as slugged
from registry.records.adoption_lines import SEPARATORS, WrongLine
from registry.records.adoptions import WrongLines
from registry.records.cells import columns_of, either, read_cells
from registry.records.kinds import RecordKind
from registry.records.proposals import WrongRecords, propose

MOST_LINES = 500
TOO_MANY = 'Linjen har flere felter end kolonner. Sæt «"» om en tekst med tegnet.'


@dataclass(frozen=True)
class Line:
    """One line as it was written: where it stands, and its cells by field."""

    number: int
    cells: Mapping[str, str]


def lines_in(text: str, kind: RecordKind) -> list[Line]:
    """The lines that stand in a text, their cells by field. Cells are parted by
    semicolon, tab or comma, in the order of the form unless the first line names the
    columns. Raises WrongLines.
    """
    rows = list(_rows(normal(text)))
    if not rows:
        raise WrongLines([WrongLine(None, "Der står ingen linjer. Skriv mindst én.")])

    named = _named_columns(kind, rows[0][1])
    names = named or [f.name for f in columns_of(kind)]
    rows = rows[1:] if named else rows

    wrong = list(_of_another_shape(rows, names))
    if wrong:
        raise WrongLines(wrong)
    return [Line(at, dict(zip(names, cells, strict=False))) for at, cells in rows]


def propose_lines(
    catalogue: Catalogue, kind: RecordKind, lines: Sequence[Line], by: Person
) -> int:
    """Propose what the lines say, all in one proposal or nothing. Returns its id.

    Raises WrongLines naming each line and field, Refused without the role.
    """
    if not lines:
        raise WrongLines([WrongLine(None, "Der står ingen linjer. Skriv mindst én.")])
    if len(lines) > MOST_LINES:
        text = f"Der er {len(lines)} linjer. Send højst {MOST_LINES} ad gangen."
        raise WrongLines([WrongLine(None, text)])

    snapshot = catalogue.today()
    read = [read_cells(snapshot, kind, line.cells) for line in lines]
    wrong = [
        WrongLine(line.number, text, name)
        for line, (_, faults) in zip(lines, read, strict=True)
        for name, text in faults.items()
    ]
    if wrong:
        raise WrongLines(wrong)

    try:
        return propose(catalogue, kind.name, [values for values, _ in read], by)
    except WrongRecords as error:
        raise WrongLines(
            [
                WrongLine(lines[at].number, text, name)
                for at, fields in error.wrong.items()
                for name, text in fields.items()
            ]
        ) from error


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold something, each with the line that it begins on."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    separator = max(SEPARATORS, key=lambda s: (first.count(s), -SEPARATORS.index(s)))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)

    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begins, cells
            begins = reader.line_num + 1
    except csv.Error:
        text = 'Linjen kan ikke læses. Se efter et «"», der mangler eller er for meget.'
        raise WrongLines([WrongLine(begins, text)]) from None


def _named_columns(kind: RecordKind, cells: Sequence[str]) -> list[str]:
    """The field of each column, where the line names any; none where it is no heading.

    Raises WrongLines for a column that is unknown.
    """
    known = {slugged(f.label): f.name for f in columns_of(kind)}
    known |= {slugged(f.name): f.name for f in columns_of(kind)}
    if not any(slugged(cell) in known for cell in cells[:2]):
        return []

    unknown = [c for c in cells if c.strip() and slugged(c) not in known]
    if unknown:
        labels = either([f.label for f in columns_of(kind)])
        text = f"Kolonnen «{unknown[0]}» kendes ikke. Brug {labels}."
        raise WrongLines([WrongLine(1, text)])
    return [known.get(slugged(cell), "") for cell in cells]


def _of_another_shape(
    rows: Sequence[tuple[int, list[str]]], names: Sequence[str]
) -> Iterator[WrongLine]:
    for at, cells in rows:
        if any(cell.strip() for cell in cells[len(names) :]):
            text = (
                'Linjen har flere felter end kolonner. Sæt «"» om en tekst med tegnet.'
            )
            yield WrongLine(at, text)
