"""Records in lines: many of one kind as a table or a CSV file, proposed all in one or
not at all. What cannot be read is told by its line.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from registry.accounts.roles import Person
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Snapshot
from registry.language.normal import normal
from registry.markup.markdown_html import slug as slugged
from registry.records.adoption_lines import SEPARATORS, WrongLine
from registry.records.adoptions import WrongLines
from registry.records.cells import columns_of, either, read_cells
from registry.records.checks import completed, wrong_fields, wrong_values
from registry.records.kinds import CORRECTS, RecordKind
from registry.records.proposals import WrongRecords, propose
from registry.records.standing import like_it, standing, stored_values

MOST_LINES = 500
ALL_STAND = "Der er intet nyt: {} linjer siger alle det, der står der allerede."
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


class ProposedLines(NamedTuple):
    """What became of lines: the proposal's id, and how many said what stands."""

    proposal: int
    unchanged: int


def propose_lines(
    catalogue: Catalogue, kind: RecordKind, lines: Sequence[Line], by: Person
) -> ProposedLines:
    """Propose what the lines say, all in one proposal or nothing. A line that says what
    stands already is left out: a file that was fetched is sent back with some changed.
    One that `known_by` does not tell from what stands corrects it.

    Raises WrongLines naming each line and field, Refused without the role.
    """
    if not lines:
        raise WrongLines([WrongLine(None, "Der står ingen linjer. Skriv mindst én.")])
    if len(lines) > MOST_LINES:
        text = f"Der er {len(lines)} linjer. Send højst {MOST_LINES} ad gangen."
        raise WrongLines([WrongLine(None, text)])

    snapshot = catalogue.today()
    stands = _standing(snapshot, kind)
    read = [_read(snapshot, kind, line) for line in lines]
    new = [one for one in read if one.faults or one.said(kind) not in stands]
    wrong = [
        WrongLine(one.line.number, text, name)
        for one in new
        for name, text in _faults(snapshot, kind, one).items()
    ]
    if wrong:
        raise WrongLines(wrong)
    if not new:
        raise WrongLines([WrongLine(None, ALL_STAND.format(len(lines)))])

    proposal = _proposed(catalogue, kind, new, by)
    return ProposedLines(proposal, len(lines) - len(new))


class _Read(NamedTuple):
    """A line with the values it says, and what cannot be read of it, by field."""

    line: Line
    values: dict[str, Any]
    faults: Mapping[str, str]

    def said(self, kind: RecordKind) -> tuple[Any, ...]:
        """What the line says, to be held against what stands."""
        return _said(kind, self.values)


def _read(snapshot: Snapshot, kind: RecordKind, line: Line) -> _Read:
    cells, faults = read_cells(snapshot, kind, line.cells)
    values = completed(kind, cells)
    if not faults:
        corrected = like_it(snapshot, kind, values)
        values["corrects"] = corrected[-1].ref if corrected else ""
    return _Read(line, values, faults)


def _standing(snapshot: Snapshot, kind: RecordKind) -> set[tuple[Any, ...]]:
    """What each record that stands of a kind says."""
    return {
        _said(kind, completed(kind, stored_values(kind, record)))
        for record in standing(snapshot, kind)
    }


def _said(kind: RecordKind, values: Mapping[str, Any]) -> tuple[Any, ...]:
    besides = {f.name for f in CORRECTS}
    return tuple(values[f.name] for f in kind.fields if f.name not in besides)


def _faults(snapshot: Snapshot, kind: RecordKind, one: _Read) -> Mapping[str, str]:
    """All that is wrong with a line: what cannot be read of it, and what is wrong with
    the rest, so that nobody must send it twice to hear of both.
    """
    if not one.faults:
        return wrong_fields(snapshot, kind, one.values)

    shown = {f.name for f in columns_of(kind)}
    besides = wrong_values(snapshot, kind, one.values)
    return {
        **one.faults,
        **{n: text for n, text in besides.items() if n in shown - one.faults.keys()},
    }


def _proposed(
    catalogue: Catalogue, kind: RecordKind, read: Sequence[_Read], by: Person
) -> int:
    """The id of the proposal of all of them. Raises WrongLines, Refused."""
    try:
        return propose(catalogue, kind.name, [one.values for one in read], by)
    except WrongRecords as error:
        raise WrongLines(
            [
                WrongLine(read[at].line.number, text, name)
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
            yield WrongLine(at, TOO_MANY)
