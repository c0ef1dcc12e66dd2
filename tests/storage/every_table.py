"""A row in every table of an installation in use, and ways to alter any row of any
table, read off the schema: a table that comes later is tried as well.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from sqlmodel import Session, SQLModel

from registry.models import (
    AnsweredTask,
    Confirmation,
    ContactPoint,
    DraftComment,
    FindingDraft,
    FormUse,
    Handover,
    Intake,
    Proposal,
    Rekeying,
    Resolution,
    Review,
    Settling,
    ShownOriginal,
    SuggestionDecision,
    UnansweredQuestion,
)
from registry.storage import audit
from registry.storage.db import connect, transaction
from registry.storage.events import Event
from registry.storage.hashes import sha256
from tests.conftest import NOW
from tests.storage import immutable_rows

DRAFT, ITS_AGREEMENT = 8, 5
PROPOSED = 3
# What is recorded by proposal, of which nothing was loaded.
BY_PROPOSAL = (Confirmation, ContactPoint, Rekeying, Settling, ShownOriginal)


class Column(NamedTuple):
    """A column as SQLite describes it."""

    name: str
    declared: str
    is_key: bool


class Table(NamedTuple):
    """A table and its columns: those of which no two rows hold the same, and those that
    lead to another table.
    """

    name: str
    columns: tuple[Column, ...]
    unique: frozenset[str]
    leads: frozenset[str]


def tables(path: Path) -> list[Table]:
    """Every table that there is."""
    with closing(sqlite3.connect(path)) as connection:
        named = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE "
            "'sqlite_%' ORDER BY name"
        )
        return [_described(connection, name) for (name,) in named.fetchall()]


def _described(connection: sqlite3.Connection, name: str) -> Table:
    columns = tuple(
        Column(column[1], column[2], bool(column[5]))
        for column in connection.execute(f"PRAGMA table_info([{name}])")
    )
    unique = {
        part[2]
        for index in connection.execute(f"PRAGMA index_list([{name}])").fetchall()
        if index[2]
        for part in connection.execute(f"PRAGMA index_info([{index[1]}])").fetchall()
        if part[2]
    }
    leads = connection.execute(f"PRAGMA foreign_key_list([{name}])").fetchall()
    return Table(name, columns, frozenset(unique), frozenset(lead[3] for lead in leads))


def fill(path: Path) -> None:
    """Put a row in each table that `in_use` leaves empty, told of as the catalogue
    tells.
    """
    engine = connect(f"sqlite:///{path}")
    with transaction(engine) as session:
        for rows, actor, event in _told():
            _add(session, rows, actor, event)
        session.add_all(_forgotten())
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()


def _add(session: Session, rows: list[SQLModel], actor: str, event: Event) -> None:
    # One by one: each may lead to the one before.
    for row in rows:
        session.add(row)
        session.flush()
    audit.write_entry(session, actor=actor, event=event, subject="proeve")


def _told() -> Iterator[tuple[list[SQLModel], str, Event]]:
    """Rows, whose they are, and the event that tells of them."""
    of_proposal = {"id": PROPOSED, "kind": "confirmation", "title": "T"}
    proposal = Proposal(**of_proposal, records="[]", proposed_by="rita", at=NOW)
    decided = Resolution(
        proposal_id=PROPOSED, outcome="confirmed", decided_by="gorm", at=NOW
    )
    records = [r for r in immutable_rows.records() if isinstance(r, BY_PROPOSAL)]
    review = {"ref": "g1", "agreement": "proeve-lokal", "effective_on": NOW.date()}
    yield [proposal], "rita", Event.PROPOSED
    yield [decided, *records], "gorm", Event.CONFIRMED
    yield (
        [Review(**review, recorded_by="rita", recorded_at=NOW)],
        "rita",
        Event.REVIEW,
    )
    yield from _beside_the_draft()


def _beside_the_draft() -> Iterator[tuple[list[SQLModel], str, Event]]:
    handed = {"from_person": "rita", "to_person": "rene", "handed_by": "ada"}
    comment = {"part": "udgave", "text": "Hvem?", "author": "rita"}
    chosen = {"suggestion": "a", "sentence": "b", "choosing": "refused"}
    intake = Intake(
        version_id=DRAFT,
        name="a.docx",
        media_type="application/octet-stream",
        size=1,
        sha256=sha256(b"1"),
        content=b"1",
        report="[]",
        taken_in_by="rita",
        at=NOW,
    )
    decision = SuggestionDecision(
        agreement_id=ITS_AGREEMENT,
        version_id=DRAFT,
        **chosen,
        decided_by="rita",
        at=NOW,
    )
    finding = FindingDraft(
        version_id=DRAFT,
        finding="hul-1:a",
        told="Hul",
        taken_up_by="rita",
        recorded_at=NOW,
    )
    yield [finding], "rita", Event.FINDING_TAKEN_UP
    yield [intake], "rita", Event.TAKEN_IN
    yield [decision], "rita", Event.SUGGESTION_REFUSED
    yield [DraftComment(version_id=DRAFT, **comment, at=NOW)], "rita", Event.COMMENTED
    yield (
        [Handover(version_id=DRAFT, **handed, at=NOW)],
        "ada",
        Event.DRAFT_HANDED_OVER,
    )


def _forgotten() -> list[SQLModel]:
    """What is kept to be forgotten again, which nothing tells of."""
    day = NOW.date()
    return [
        AnsweredTask(task_key="varsling", day=day, times=1),
        FormUse(mark="m", at=NOW, led_to=""),
        UnansweredQuestion(text="q", first_on=day - timedelta(1), last_on=day),
    ]


def other(value: object, column: Column) -> object:
    """Something else that the column could hold."""
    if value is None:
        return "x" if "CHAR" in column.declared or "TEXT" in column.declared else 7
    if isinstance(value, bytes):
        return value + b"x"
    if isinstance(value, int | float):
        # What is one of two is the other; a key is nobody's.
        return 1 - value if column.declared == "BOOLEAN" else value + 1000
    text = str(value)
    if column.declared in ("DATE", "DATETIME"):
        return f"1999{text[4:]}"
    if text.startswith("[") and text.endswith("]"):
        return json.dumps(["andet"])
    return f"{text}x"


def has_rows(path: Path, table: Table) -> bool:
    """Whether there is anything in a table to alter."""
    with closing(sqlite3.connect(path)) as connection:
        read = f"SELECT EXISTS (SELECT 1 FROM [{table.name}])"
        return bool(connection.execute(read).fetchone()[0])


def a_change(path: Path, table: Table) -> str:
    """A statement that has the first row of a table say something else."""
    loose = (c for c in table.columns if not c.is_key and c.name not in table.leads)
    return change(path, table, next(loose))


def change(path: Path, table: Table, column: Column) -> str:
    """The same of one column."""
    value = other(_first(path, table)[column.name], column)
    said = f"[{column.name}] = {_literal(value)}"
    return f"UPDATE [{table.name}] SET {said} {_of_first(table)}"


def removal(table: Table) -> str:
    """A statement that takes the first row of a table away."""
    return f"DELETE FROM [{table.name}] {_of_first(table)}"


def _of_first(table: Table) -> str:
    return f"WHERE rowid = (SELECT min(rowid) FROM [{table.name}])"


def addition(path: Path, table: Table) -> str:
    """A statement that adds a row like the first, by another name."""
    first = _first(path, table)
    renamed = table.unique - table.leads or table.unique
    said = {
        c.name: other(first[c.name], c) if c.name in renamed else first[c.name]
        for c in table.columns
        if c.name != "id"
    }
    return _inserted("INSERT", table, said)


def free(table: Table) -> list[Column]:
    """The columns in which a row may say what it likes."""
    bound = table.unique | table.leads
    return [c for c in table.columns if c.name not in bound and not c.is_key]


def replacement(path: Path, table: Table, *, by_id: bool) -> str:
    """A statement that puts another row in the place of the first, which goes without
    being deleted: by its id, or else by what no two rows may share.
    """
    first, column = _first(path, table), free(table)[0]
    said = {**first, column.name: other(first[column.name], column)}
    if not by_id:
        said.pop("id", None)
    return _inserted("INSERT OR REPLACE", table, said)


def _inserted(verb: str, table: Table, said: dict[str, object]) -> str:
    columns = ", ".join(f"[{name}]" for name in said)
    values = ", ".join(map(_literal, said.values()))
    return f"{verb} INTO [{table.name}] ({columns}) VALUES ({values})"


def _first(path: Path, table: Table) -> dict[str, object]:
    """What the first row of a table says."""
    names = [column.name for column in table.columns]
    listed = ", ".join(f"[{name}]" for name in names)
    with closing(sqlite3.connect(path)) as connection:
        read = f"SELECT {listed} FROM [{table.name}] ORDER BY rowid LIMIT 1"
        return dict(zip(names, connection.execute(read).fetchone(), strict=True))


def _literal(value: object) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, bytes):
        return f"x'{value.hex()}'"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return repr(value)
