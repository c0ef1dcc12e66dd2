"""The table of a draft's rows: its columns, what stands in it, and what was posted."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from registry.catalogue.snapshot import Snapshot
from registry.catalogue.told import told
from registry.errors import BadInput
from registry.intake.cells import Cell, Cells
from registry.publishing.drafts import Draft
from registry.publishing.many_rows import Removed, WrittenRow
from registry.publishing.writing import OWN_ROW_FIELDS
from registry.rules.fields import ROW_FIELDS_BY_NAME, Field, Kind
from registry.rules.version_content import part_digest
from registry.web.editorial import parts
from registry.web.editorial.form import options_of

T = TypeVar("T")
# What nearly every row says, in the order in which people write it; the other fields
# come after, when they are asked for.
FIRST = sorted((field for field in OWN_ROW_FIELDS if field.grid), key=lambda f: f.grid)
GRID_FIELDS = (*FIRST, *(field for field in OWN_ROW_FIELDS if not field.grid))
NAMES = frozenset(field.name for field in GRID_FIELDS)
MOST_ROWS = 1000
UNREADABLE = "Tabellen kom ikke helt frem. Hent siden igen, og prøv en gang til."
TOO_MANY = (
    f"Der kan gemmes højst {MOST_ROWS} rækker ad gangen. Del dem i to, og gem to gange."
)


class Posted(NamedTuple):
    """The table as it was sent: its rows, and those taken out.

    `numbers`: what the writer sees before each row, by the row's name in the table.
    """

    rows: Sequence[Mapping[str, Any]]
    removed: Sequence[Removed]
    numbers: Mapping[str, int]


class Problem(NamedTuple):
    """Why a cell could not be saved, naming its row and its field."""

    row: str
    field: str
    message: str


def table_of(snapshot: Snapshot, draft: Draft) -> dict[str, Any]:
    """What the table begins with, for its script."""
    headings = sorted(draft.surroundings.headings - {""})
    lists = {
        field.scheme or field.name: [o.label for o in options_of(snapshot, field, ())]
        for field in GRID_FIELDS
        if field.scheme or field.options
    }
    new = cells_of(snapshot, parts.new_row())

    return {
        "columns": [_column(field) for field in GRID_FIELDS],
        "lists": {**lists, "section": headings},
        "rows": rows_of(snapshot, draft),
        "new": new,
        "kept": parts.KEPT_ON,
    }


def rows_of(snapshot: Snapshot, draft: Draft) -> list[dict[str, Any]]:
    """The rows of a draft, each with its digest and with its fields in words."""
    return [
        {"key": row["key"], "base": part_digest(row), "cells": cells_of(snapshot, row)}
        for row in draft.content.rows
    ]


def cells_of(snapshot: Snapshot, row: Mapping[str, Any]) -> dict[str, str]:
    """The fields of a row as they stand in its cells."""
    return {field.name: told(snapshot, field, row[field.name]) for field in GRID_FIELDS}


def posted(text: str) -> Posted:
    """Read what the table sent. Raises BadInput where it is no such thing."""
    try:
        sent = json.loads(text)
        rows = [_row(one) for one in sent["rows"]]
        removed = [
            Removed(str(one["name"]), str(one["key"]), str(one["base"]))
            for one in sent["removed"]
        ]
        numbers = {row["name"]: int(row["number"]) for row in rows}
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BadInput(UNREADABLE, "raekker") from error

    if len(rows) + len(removed) > MOST_ROWS:
        raise BadInput(TOO_MANY, "raekker")
    return Posted(rows, removed, numbers)


def texts(text: str) -> list[dict[str, str]]:
    """The rows of cells that are to be read, by field. Raises BadInput."""
    try:
        rows = [_texts(one) for one in json.loads(text)["rows"]]
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BadInput(UNREADABLE, "celler") from error

    return _few(rows)


def lines(text: str) -> tuple[list[str], list[list[str]]]:
    """The fields from which on lines were pasted, and the lines. Raises BadInput."""
    try:
        sent = json.loads(text)
        fields = [str(name) for name in sent["fields"]]
        cells = [[str(cell) for cell in line] for line in sent["lines"]]
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BadInput(UNREADABLE, "celler") from error

    if not set(fields) <= NAMES:
        raise BadInput(UNREADABLE, "celler")
    return fields, _few(cells)


def read(cells: Cells, sent: Posted) -> tuple[list[WrittenRow], list[Problem]]:
    """The rows with what their cells mean, and what could not be understood."""
    written, problems = [], []
    for row in sent.rows:
        values = {name: cells.read(name, text) for name, text in row["cells"].items()}
        problems += list(_problems(row, values))

        meant = {name: cell.value for name, cell in values.items()}
        if not row["base"]:
            meant = {**parts.new_row(), **meant}
        written.append(
            WrittenRow(row["name"], row["key"], row["base"], meant, row["after"])
        )

    return written, problems


def shown(cells: Mapping[str, Cell]) -> dict[str, dict[str, str]]:
    """Cells as the script takes them."""
    return {
        name: {"text": cell.text, "doubt": cell.doubt, "remark": cell.remark}
        for name, cell in cells.items()
    }


def called(number: int, task: str) -> str:
    """What a row is called in a message."""
    return f"Række {number} («{task}»)" if task else f"Række {number}"


def _problems(row: Mapping[str, Any], cells: Mapping[str, Cell]) -> Iterator[Problem]:
    for name, cell in cells.items():
        if cell.doubt:
            where = called(row["number"], row["task"])
            label = ROW_FIELDS_BY_NAME[name].label
            yield Problem(row["name"], name, f"{where}, {label}: {cell.doubt}")


def _row(one: Mapping[str, Any]) -> dict[str, Any]:
    """A row of the table. Raises KeyError, ValueError, TypeError."""
    return {
        "name": str(one["name"]),
        "key": str(one["key"]),
        "base": str(one["base"]),
        "after": None if one["after"] is None else str(one["after"]),
        "number": int(one["number"]),
        "task": str(one["task"]),
        "cells": _texts(one["cells"]),
    }


def _texts(cells: Mapping[str, Any]) -> dict[str, str]:
    """Texts by field. Raises KeyError for an unknown one."""
    if not set(cells) <= NAMES:
        raise KeyError("cells")
    return {name: str(text) for name, text in cells.items()}


def _few(rows: list[T]) -> list[T]:
    if len(rows) > MOST_ROWS:
        raise BadInput(TOO_MANY, "celler")
    return rows


def _column(field: Field) -> dict[str, Any]:
    has_list = field.scheme or field.options or field.name == "section"
    return {
        "name": field.name,
        "label": field.label,
        "list": (field.scheme or field.name) if has_list else "",
        "many": field.kind is Kind.KEYS,
        "long": field.long,
        "read": field.kind is not Kind.TEXT or bool(field.options),
        "follows": field.follows,
        "more": not field.grid,
        # What is set for many rows at a time is what they may have in common.
        "common": bool(field.scheme or field.options or field.common),
    }
