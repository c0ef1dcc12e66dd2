"""The audit trail: every event is appended, each entry's hash covering the one before
it, and each sealing what was written with it.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, column, table
from sqlalchemy import select as select_columns
from sqlmodel import Session, SQLModel, col, select

from registry.clock import COPENHAGEN, now
from registry.errors import ClockSetBack
from registry.models import AuditEntry
from registry.models.types import UtcDateTime
from registry.storage import seals
from registry.storage.events import Recorded
from registry.storage.hashes import sha256
from registry.storage.seals import Sealed

FIRST = "0" * 64
# Clocks that are set by the network are moved back by less than this, and those of
# several machines differ by less.
ADJUSTED = timedelta(seconds=5)
# Who did it, the event's key, to what, and more about it.
EntryTexts = tuple[str, str, str, str]
# Where an entry's column has kept another name than what stands in it has now.
_COLUMN_NAMES = {"event_key": "act"}


class Line(NamedTuple):
    """An entry as plain values; `at` in UTC as ISO 8601 writes it."""

    id: int
    at: str
    actor: str
    event_key: str
    subject: str
    detail: str
    previous: str
    hash: str
    sealed: str

    @property
    def text(self) -> str:
        """What its hash covers. An entry that seals nothing is written as those were
        before there were seals.
        """
        covered = [self.at, self.actor, self.event_key, self.subject, self.detail]
        seal = [self.sealed] if self.sealed else []
        return json.dumps([*covered, self.previous, *seal], ensure_ascii=False)

    @property
    def own_hash(self) -> str:
        """The hash that it is to have, by what it says."""
        return sha256(self.text.encode("utf-8", "surrogatepass"))


def write_entry(
    session: Session, *, actor: str, event: Recorded, subject: str, detail: str = ""
) -> None:
    """Append one event, in the session's transaction: what `actor` did to `subject`.

    It seals all that the transaction wrote since the entry before. Its hash covers the
    entry before it, so two writers at once would break the chain; `db.transaction` has
    them take turns. Raises ClockSetBack.
    """
    append(session, (actor, event.key, subject, detail), seals.take_noted(session))


def write_entries(
    session: Session,
    *,
    actor: str,
    subject: str,
    events: Sequence[tuple[Recorded, str, SQLModel]],
) -> None:
    """Append an event for each of many rows, with its detail, each sealing its own row;
    at a stroke, since others who want to write wait meanwhile. Raises ClockSetBack.
    """
    noted = seals.take_noted(session)
    by_row = {(seal.table, seal.row): seal for seal in noted}
    own = [by_row.pop(seals.place_of(row)) for _, _, row in events]

    texts = [(actor, event.key, subject, detail) for event, detail, _ in events]
    sealed = [[seal] for seal in own]
    # What else was written with them, as the draft itself, no entry tells of alone: the
    # first seals it, since nothing may be written that no entry seals.
    sealed[0] += by_row.values()
    append_all(session, list(zip(texts, sealed, strict=True)))


def append(session: Session, texts: EntryTexts, sealed: list[Sealed]) -> None:
    """Append an entry of an actor, an event's key, a subject and a detail, with its
    seals. Raises ClockSetBack.
    """
    append_all(session, [(texts, sealed)])


def append_all(
    session: Session, entries: Sequence[tuple[EntryTexts, list[Sealed]]]
) -> None:
    """The same of many, in their order. Raises ClockSetBack."""
    last = session.exec(
        select(AuditEntry).order_by(col(AuditEntry.id).desc()).limit(1)
    ).first()
    made: list[AuditEntry] = []
    for texts, sealed in entries:
        last = _after(last, texts, sealed)
        made.append(last)

    session.add_all(made)
    session.flush()
    kept = zip(made, entries, strict=True)
    seals.keep(session, [(entry.id or 0, sealed) for entry, (_, sealed) in kept])


def _after(
    last: AuditEntry | None, texts: EntryTexts, sealed: list[Sealed]
) -> AuditEntry:
    actor, event_key, subject, detail = texts
    entry = AuditEntry(
        at=_next_moment(last),
        actor=actor,
        event_key=event_key,
        subject=subject,
        detail=detail,
        previous=last.hash if last else FIRST,
        hash="",
        sealed=seals.root(sealed),
    )
    entry.hash = line_of(entry).own_hash

    return entry


def _next_moment(last: AuditEntry | None) -> datetime:
    moment = now()
    if last is None or moment >= last.at:
        return moment
    if last.at - moment <= ADJUSTED:
        return last.at

    raise ClockSetBack(
        f"Maskinens ur er {_in_words(moment)}, men den seneste handling i historikken "
        f"er fra {_in_words(last.at)}. Intet er gemt. Stil uret, og prøv igen."
    )


def _in_words(moment: datetime) -> str:
    return f"{moment.astimezone(COPENHAGEN):%d.%m.%Y kl. %H:%M:%S}"


def line_of(entry: AuditEntry) -> Line:
    """The entry as plain values."""
    values = {name: getattr(entry, name) for name in Line._fields}
    return Line(**{**values, "id": entry.id or 0, "at": entry.at.isoformat()})


def lines(session: Session, after: int = 0) -> Iterator[Line]:
    """Every entry, oldest first, as the database has it, whatever it is. `after`: those
    after the entry of that id.
    """
    connection = session.connection()
    dialect = connection.dialect
    moment = UtcDateTime().dialect_impl(dialect).result_processor(dialect, None)
    columns: list[ColumnElement[Any]] = [
        column(_COLUMN_NAMES.get(name, name)).label(name) for name in Line._fields
    ]
    read = select_columns(*columns).select_from(table("audit_entry"))
    if after:
        read = read.where(column("id") > after)
    rows = connection.execute(read.order_by(column("id")))

    for row in rows.mappings():
        yield Line(**{**row, "at": _written(row["at"], moment)})


def _written(raw: Any, moment: Any) -> str:
    """A moment as the hash covers it; what is none as it stands, so that the hash does
    not hold.
    """
    try:
        return str(moment(raw).isoformat())
    except (AttributeError, TypeError, ValueError):
        return str(raw)


def first_broken(session: Session) -> Line | None:
    """The first entry whose hash or link to the one before does not hold."""
    return next(broken(lines(session)), None)


def broken(trail: Iterable[Line]) -> Iterator[Line]:
    """The entries whose hash or link to the one before does not hold."""
    previous = FIRST
    for line in trail:
        if line.previous != previous or line.hash != line.own_hash:
            yield line
        previous = line.hash
