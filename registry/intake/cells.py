"""Cells of a table of rows, read as they are typed or pasted: the same names, numbers
and heads that the intake of Word and CSV knows.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from registry.catalogue.snapshot import Snapshot
from registry.catalogue.told import told
from registry.intake import labels
from registry.intake.naming import Names
from registry.intake.values import NOTHING, read_value
from registry.language import deadlines
from registry.language.normal import normal
from registry.markup.remarks import too_large
from registry.rules.fields import DEADLINE_DATA, ROW_FIELDS_BY_NAME, Field, Kind, Scheme

LARGEST = 1e9
TOO_MUCH = "«{}» er større end det, et felt kan holde. Skriv et mindre tal."
BY_THE_TASK = "Opgavetypen er valgt efter opgavens ord. Passer den?"
BY_THE_HEAD = "Kolonnen «{}» er læst som «{}». Passer det?"
ALREADY_THERE = "Kolonnen «{}» er ikke overført: «{}» er der allerede."
UNKNOWN_HEAD = "Kolonnen «{}» er ikke overført: Kataloget kender den ikke."
FEWEST_HEADS = 2  # known heads by which a line is taken for the head of a table


class Cell(NamedTuple):
    """One cell: its value in the plain form of version_content, and its text as it
    will stand.

    `doubt`: why the value is not all that was written, so that it cannot be saved.
    `remark`: what to look at in a value that stands.
    """

    value: Any
    text: str
    doubt: str = ""
    remark: str = ""


class Pasted(NamedTuple):
    """Lines of cells, by the names of the fields that the columns are of.

    `remarks`: what to look at in the columns.
    """

    fields: tuple[str, ...]
    lines: tuple[Mapping[str, Cell], ...]
    remarks: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def cells_on(snapshot: Snapshot) -> "Cells":
    """The reader of cells for what the catalogue shows. It is kept: learning all names
    takes longer than reading by them.
    """
    return Cells(snapshot)


class Cells:
    """The reader of cells: it knows the names that the catalogue has on a day."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot, self._names = snapshot, Names(snapshot)

    def read(self, name: str, text: str) -> Cell:
        """One cell of a field. What could not be read stands as it was written."""
        field = ROW_FIELDS_BY_NAME[name]
        written = normal(text).strip()
        if field.kind is Kind.TEXT and not field.options:
            # A dash is a text as good as any where people write in words.
            return Cell(written, written, too_large(written))

        value, doubt = read_value(field, written, self._names)
        if isinstance(value, float) and abs(value) >= LARGEST:
            doubt = TOO_MUCH.format(written)
        if doubt:
            return Cell(value, written, doubt)
        return Cell(value, self.text(field, value))

    def text(self, field: Field, value: Any) -> str:
        """How a value stands in its cell; read again, it is the same value."""
        return told(self._snapshot, field, value)

    def line(self, texts: Mapping[str, str]) -> dict[str, Cell]:
        """Cells of one row by field, and what follows of them: the deadline's data of
        its words, the kind of task of the task's. What is written is never changed.
        """
        cells = {name: self.read(name, text) for name, text in texts.items()}
        follows: dict[str, Cell] = {}
        if "deadline" in cells:
            follows |= self._of_deadline(cells["deadline"])
        if "task" in cells:
            follows |= self._of_task(cells["task"].text)

        return follows | {
            name: cell
            for name, cell in cells.items()
            if cell.text or name not in follows
        }

    def table(self, fields: Sequence[str], lines: Sequence[Sequence[str]]) -> Pasted:
        """Pasted lines, from the first of the fields on; where they have a head of
        their own that names columns, by that. Empty lines are left out.
        """
        remarks: list[str] = []
        if lines and (named := _by_head(lines[0], remarks)):
            columns, lines = named, lines[1:]
        else:
            remarks.clear()
            columns = list(fields)

        read = []
        for line in lines:
            if any(text.strip().casefold() not in NOTHING for text in line):
                named_cells = zip(columns, line, strict=False)
                read.append(self.line({n: text for n, text in named_cells if n}))

        width = max(map(len, lines), default=0)
        used = tuple(name for name in columns[:width] if name)
        return Pasted(used, tuple(read), tuple(remarks))

    def _of_deadline(self, cell: Cell) -> dict[str, Cell]:
        given = deadlines.stated(cell.text)
        data = (
            (given.amount, given.unit, given.relation, given.event)
            if given
            else (None, "", "", "")
        )
        fields = [ROW_FIELDS_BY_NAME[name] for name in DEADLINE_DATA]

        return {
            field.name: Cell(value, self.text(field, value))
            for field, value in zip(fields, data, strict=True)
        }

    def _of_task(self, task: str) -> dict[str, Cell]:
        named = self._names.find(Scheme.TASKS, task)
        if len(named.keys) != 1:
            return {}

        text = self.text(ROW_FIELDS_BY_NAME["task_key"], named.keys[0])
        remark = BY_THE_TASK if named.rest else ""
        return {"task_key": Cell(named.keys[0], text, remark=remark)}


def _by_head(line: Sequence[str], remarks: list[str]) -> list[str]:
    """The fields that a line of heads names, "" for a column that has none; nothing
    where it is no such line. Remarks are added.
    """
    heads = [labels.column(text) for text in line]
    known = [label.name for label in heads if label]
    said = [text for text in line if text.strip()]
    is_head = len(known) >= FEWEST_HEADS and len(known) * 2 > len(said)
    if not is_head or len(set(line)) == 1:
        return []

    names: list[str] = []
    for text, label in zip(line, heads, strict=True):
        name = label.name if label else ""
        if label is None:
            remarks += [UNKNOWN_HEAD.format(text)] if text.strip() else []
        elif name in names or name == "key":
            shown = ROW_FIELDS_BY_NAME[name].label
            remarks.append(ALREADY_THERE.format(text, shown))
            name = ""
        elif not label.is_sure:
            remarks.append(BY_THE_HEAD.format(text, ROW_FIELDS_BY_NAME[name].label))
        names.append(name)
    return names
