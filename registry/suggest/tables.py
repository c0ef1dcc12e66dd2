"""Tables that stand as lines of a text, their columns told by a first line: «Hvem –
hvad – hvornår».
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from registry.suggest.labelled import FEWEST, FIELD_OF
from registry.suggest.struck import without_struck
from registry.suggest.verbs import PAYING
from registry.suggest.words import words_of

_BETWEEN = re.compile(r"\s*\|\s*|\s+[–—-]\s+|\s*\t\s*")
_LINE = re.compile(r"[^\r\n]+")
LONGEST_NAME = 40
_NOTHING = re.compile(r"(?:ingen|intet)\b|[-–—.]*$", re.IGNORECASE)


@dataclass(frozen=True)
class Column:
    """What a column says of a row; `verb` is what is done by whom it names."""

    field: str
    verb: str = ""


@dataclass(frozen=True)
class Table:
    """Where a table stands in a text, its head and each of its lines."""

    start: int
    end: int
    head: str
    lines: tuple[tuple[int, int], ...]


def table_in(text: str, start: int, end: int) -> Table | None:
    """The first table in a stretch of a text; None where it has none."""
    lines = [match.span() for match in _LINE.finditer(text, start, end)]

    for number, (begin, stop) in enumerate(lines):
        head = text[begin:stop].strip()
        columns = columns_of(head)
        if not columns:
            continue

        rows = list(_rows(text, lines[number + 1 :], len(columns)))
        if rows:
            return Table(begin, rows[-1][1], head, tuple(rows))

    return None


def columns_of(head: str) -> tuple[Column, ...]:
    """The columns that a line names; none where it is no head of a table."""
    names = _BETWEEN.split(head.strip(" |"))
    if len(names) < FEWEST or head.endswith(".") or max(map(len, names)) > LONGEST_NAME:
        return ()
    columns = tuple(_column(name.lower().strip(" :*")) for name in names)
    fields = {column.field for column in columns if column.field}
    tells = "task" in fields or any(column.verb for column in columns)
    whole = len(fields) >= FEWEST and "responsible" in fields and tells
    return columns if whole else ()


def cells(head: str, line: str) -> dict[str, str]:
    """What each column says in a line; none where nothing is to be done."""
    columns = columns_of(head)
    said = dict(zip(columns, _split(without_struck(line)), strict=True))
    by_field = {c.field: cell for c, cell in said.items() if c.field and cell}
    thing = next((cell for c, cell in said.items() if not c.field), "")
    verb = next((column.verb for column in columns if column.verb), "")

    task = _as_infinitive(by_field["task"]) if "task" in by_field else ""
    if not task and thing and verb:
        task = f"{verb} {thing[:1].lower()}{thing[1:]}"

    if (
        not task
        or _NOTHING.match(task)
        or _NOTHING.match(by_field.get("responsible", ""))
    ):
        return {}
    return {**by_field, "task": task}


def _rows(
    text: str, lines: Sequence[tuple[int, int]], width: int
) -> Iterator[tuple[int, int]]:
    """The lines with as many cells as the head, up to the first that has others."""
    for begin, stop in lines:
        if len(_split(text[begin:stop])) != width:
            return
        yield begin, stop


def _split(line: str) -> list[str]:
    return [cell.strip() for cell in _BETWEEN.split(line.strip().strip("|").strip())]


def _column(name: str) -> Column:
    if name in FIELD_OF:
        field = FIELD_OF[name]
        return Column(field, _verb(name) if field == "responsible" else "")
    verb = _verb(name)
    return Column("payer" if verb in PAYING else "responsible" if verb else "", verb)


def _verb(name: str) -> str:
    """What is done by whom a column names: «leveres af»; else empty."""
    words = words_of(name)
    passive = len(words) == FEWEST and words[1].low == "af"
    return words[0].passive if passive else ""


def _as_infinitive(cell: str) -> str:
    words = words_of(cell)
    first = words[0].present or words[0].passive if words else ""
    return f"{first}{cell[words[0].end :]}" if first else cell
