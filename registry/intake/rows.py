"""Tables that say who does what, as rows: one line each, or one table with a field on
each line.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from registry.documents.blocks import Table
from registry.intake import labels
from registry.intake.letter_legend import NO_LEGEND, Legend, Lines
from registry.intake.naming import Names
from registry.intake.turned import turned
from registry.intake.values import NOTHING, read_value, words_of
from registry.language import deadlines
from registry.rules.fields import (
    DEADLINE_DATA,
    FOUR_ANSWERS,
    ROW_FIELDS,
    ROW_FIELDS_BY_NAME,
    Field,
    Scheme,
)
from registry.rules.version_content import EMPTY, empty_values

FIELD_HEAD = ("felt", "indhold")  # the head of a table with a field on each line
EVIDENCE = frozenset(field.name for field in ROW_FIELDS if field.evidence)
ASKED = tuple(
    ROW_FIELDS_BY_NAME[name] for name in (*FOUR_ANSWERS, "target_groups", "phase")
)


@dataclass(frozen=True)
class RowText:
    """One row as it was read: ROW_FIELDS by name, and what a person must look at.

    `unheld`: the fields of evidence that the original has no place for.
    """

    values: Mapping[str, Any]
    doubts: tuple[str, ...]
    unheld: frozenset[str] = frozenset()


@dataclass(frozen=True)
class RowTable:
    """The rows of one table. `is_whole`: all that stands in the table stands in
    them.
    """

    rows: tuple[RowText, ...]
    doubts: tuple[str, ...]
    is_whole: bool


def rows_of(
    table: Table, heading: str, names: Names, legend: Legend = NO_LEGEND
) -> RowTable | None:
    """The table's rows; None where it is a table of another kind.

    `heading`: that of the section where it stands; `legend`: what letters mean in the
    whole text.
    """
    lines: Lines = [
        table.head,
        *([words_of(cell) for cell in row] for row in table.rows),
    ]

    # Of two heads over each other, the second says what each column is.
    while len(lines) > 1 and _is_head(lines[1]):
        lines = lines[1:]

    lines, asked = turned(lines, names, legend)
    named = _named(lines[0])
    if "task" in named and named & labels.BESIDE_TASK:
        read = _Lines(lines[0], lines[1:], heading, names).read()
        return replace(read, doubts=(*asked, *read.doubts))
    if all(len(line) == 2 for line in lines):
        return _one_row(lines, names)
    return None


def unheld(fields: Iterable[Field | None]) -> frozenset[str]:
    """The evidence that an original with these fields has no place for: all of it, or
    none.
    """
    if any(field is not None and field.evidence for field in fields):
        return frozenset()
    return EVIDENCE


def read_cell(field: Field, text: str, names: Names) -> tuple[Any, list[str]]:
    """What a cell says without the signs of notes, and what a person must know."""
    words = labels.without_notes(text)
    value, doubt = read_value(field, words, names)
    doubts = [f"{field.label}: {doubt}"] if doubt else []
    if words != text:
        doubts.append(f"{field.label}: «{text}». {labels.WITHOUT_NOTE}")
    return value, doubts


def the_table(heading: str) -> str:
    """What a table is called to the one who looks it up."""
    return (
        f"Tabellen under «{heading}»" if heading else "Tabellen før første overskrift"
    )


def _named(line: Sequence[str]) -> set[str]:
    """The fields that a line would be the head of."""
    return {label.name for label in map(labels.column, line) if label}


def _is_head(line: Sequence[str]) -> bool:
    """Whether a line surely holds nothing but heads, one of them the task's."""
    heads = [labels.column(text) for text in line]
    return (
        len(set(line)) > 1
        and all(label and label.is_sure for label in heads)
        and "task" in _named(line)
    )


class _Lines:
    """A table with a row on each line."""

    def __init__(
        self,
        head: Sequence[str],
        lines: Sequence[Sequence[str]],
        heading: str,
        names: Names,
    ) -> None:
        self._head, self._lines = head, lines
        self._heading, self._names = heading, names
        self._fields: list[Field | None] = []
        self._doubts: list[str] = []
        self._is_whole = True

        phases = names.find(Scheme.PHASES, heading).keys
        self._phase = phases[0] if len(phases) == 1 else ""
        for text in head:
            self._fields.append(self._field(text))
        if ROW_FIELDS_BY_NAME["phase"] in self._fields:
            self._phase = ""

    def read(self) -> RowTable:
        missing = [
            f.label for f in ASKED if f not in self._fields and not self._is_said(f)
        ]
        if missing:
            self._doubts.append(
                f"{the_table(self._heading)} siger ikke: {', '.join(missing)}. Udfyld "
                "det selv."
            )

        rows = tuple(row for line in self._lines for row in self._row(line))
        if self._phase and rows:
            self._doubts.append(
                f"Fasen er læst af overskriften «{self._heading}». Passer den?"
            )
        return RowTable(rows, tuple(self._doubts), self._is_whole)

    def _is_said(self, field: Field) -> bool:
        """Whether the heading above the table says it."""
        return field.name == "phase" and bool(self._phase)

    def _field(self, head: str) -> Field | None:
        """The field of a column. A second column of the same meaning has none."""
        label = labels.column(head)
        if label is None or ROW_FIELDS_BY_NAME[label.name] in self._fields:
            return None

        field = ROW_FIELDS_BY_NAME[label.name]
        if not label.is_sure:
            self._doubts.append(
                f"Kolonnen «{head}» er læst som «{field.label}». Passer det?"
            )
        return field

    def _row(self, line: Sequence[str]) -> Iterator[RowText]:
        """The row of a line; none of an empty one, the head again, or a heading in the
        table.
        """
        if list(line) == list(self._head) or all(
            text.strip().casefold() in NOTHING for text in line
        ):
            return
        if len(set(line)) == 1 and len(line) > 1:
            self._is_whole = False
            self._doubts.append(
                f"Linjen «{line[0]}» går over hele tabellen og er ikke en række."
            )
            return

        values = empty_values(ROW_FIELDS)
        doubts: list[str] = []
        for head, field, text in zip(self._head, self._fields, line, strict=True):
            if field is not None:
                values[field.name], asked = read_cell(field, text, self._names)
                doubts += asked
            elif text.strip().casefold() not in NOTHING:
                doubts.append(f"Kolonnen «{head}»: «{text}» er ikke overført.")

        self._is_whole = self._is_whole and not doubts
        doubts += self._added(values)
        yield RowText(values, tuple(doubts), unheld(self._fields))

    def _added(self, values: dict[str, Any]) -> Iterator[str]:
        """What follows from the task, the heading and the deadline's own words."""
        if not values["task"]:
            yield "Linjen siger ikke, hvad opgaven er."
        if not values["phase"]:
            values["phase"] = self._phase
        if not values["task_key"]:
            yield from _guess_kind(values, self._names)

        given = deadlines.stated(values["deadline"])
        if given and not any(values[name] for name in DEADLINE_DATA):
            data = (given.amount, given.unit, given.relation, given.event)
            values.update(zip(DEADLINE_DATA, data, strict=True))
        elif asked := deadlines.asked_about(values["deadline"]):
            yield f"Frist: {asked} Udfyld selv antal og enhed, hvis de kan siges."


def _guess_kind(values: dict[str, Any], names: Names) -> Iterator[str]:
    named = names.find(Scheme.TASKS, values["task"])
    if len(named.keys) != 1:
        yield "Vælg opgavetypen."
        return

    values["task_key"] = named.keys[0]
    if named.rest:
        yield "Opgavetypen er valgt efter opgavens ord. Passer den?"


def _one_row(lines: Sequence[Sequence[str]], names: Names) -> RowTable | None:
    """A table with a field on each line; those that are not known stay where they
    are.
    """
    if tuple(text.strip().casefold() for text in lines[0]) == FIELD_HEAD:
        lines = lines[1:]

    labelled = [(labels.column(head), head, text) for head, text in lines]
    known = {label.name for label, _, _ in labelled if label and label.is_sure}
    if "task" not in known or not known & labels.BESIDE_TASK:
        return None

    values = empty_values(ROW_FIELDS)
    doubts: list[str] = []
    for label, head, text in labelled:
        if (
            label is None
            or values[label.name] != EMPTY[ROW_FIELDS_BY_NAME[label.name].kind]
        ):
            doubts.append(f"«{head}»: «{text}» er ikke overført.")
            continue
        field = ROW_FIELDS_BY_NAME[label.name]
        values[field.name], asked = read_cell(field, text, names)
        doubts += asked
        if not label.is_sure:
            doubts.append(f"«{head}» er læst som «{field.label}». Passer det?")

    fields = [ROW_FIELDS_BY_NAME[label.name] for label, _, _ in labelled if label]
    row = RowText(values, tuple(doubts), unheld(fields))
    return RowTable((row,), (), not doubts)
