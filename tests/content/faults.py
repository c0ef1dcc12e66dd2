"""Faults in content files, and what loading them is refused with."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlalchemy import Engine, text
from sqlmodel import SQLModel

from registry import content
from registry.errors import BadContent

VERSION = "agreements/proeve-udskrivning/2.md"
FIRST = "agreements/proeve-udskrivning/1.md"
TASKS = "vocabulary/tasks.yaml"
TERMS = "vocabulary/terms.yaml"
ORGANISATIONS = "organisations/alle.yaml"
RECORDS = "records/continuations.yaml"
PERIOD = "health-agreements/sundhedsaftale-2024-2027.md"
Edit = Callable[[str, str, str], Path]


class Fault(NamedTuple):
    """A text of a file put in another's place, and the refusal it meets.

    `at` is a text of the line that the refusal names.
    """

    name: str
    file: str
    old: str
    new: str
    at: str
    field: str
    says: str


def everything_in(engine: Engine) -> dict[str, int]:
    """The number of rows of each table that has any."""
    with engine.connect() as connection:
        counts = {
            table: connection.execute(
                text(f"SELECT count(*) FROM {table}")
            ).scalar_one()
            for table in SQLModel.metadata.tables
        }
    return {table: count for table, count in counts.items() if count}


def refusal(engine: Engine, folder: Path) -> BadContent:
    """What loading the folder is refused with, when nothing is kept."""
    with pytest.raises(BadContent) as refused:
        content.load(engine, folder)
    assert everything_in(engine) == {}
    return refused.value


def line_of(path: Path, text: str) -> int:
    """The number of the first line that holds the text."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def assert_refused(fault: Fault, engine: Engine, edit: Edit) -> None:
    """Put the fault into a catalogue; loading it says file, line and field."""
    path = edit(fault.file, fault.old, fault.new)
    folder = path.parents[len(Path(fault.file).parts) - 1]
    if fault.at == "SECOND":
        lines = path.read_text(encoding="utf-8").splitlines()
        last = fault.new.splitlines()[-1].strip()
        line = [
            n for n, text in enumerate(lines, 1) if text.strip("- ") == last.strip("- ")
        ][1]
    else:
        line = line_of(path, fault.at)

    error = refusal(engine, folder)

    assert (error.path, error.line, error.field) == (fault.file, line, fault.field)
    assert fault.says in error.message
    assert error.message.startswith(
        f"{fault.file}, linje {line}, felt «{fault.field}»: "
    )
