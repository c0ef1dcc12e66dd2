"""Reading the audit trail: newest first, narrowed to an actor, an event or a
subject.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Engine
from sqlmodel import col, func, select

from registry.models import AuditEntry
from registry.storage import audit, db
from registry.storage.events import current_key, keys_of

PER_PAGE = 50
BATCH = 1000


@dataclass(frozen=True)
class Wanted:
    """What is looked for; an empty text narrows nothing. `event`: by any of its keys.
    `subject`: any part of it.
    """

    actor: str = ""
    event: str = ""
    subject: str = ""


@dataclass(frozen=True)
class EntriesPage:
    """One page of the entries found, with how many there are and what the pages are."""

    entries: list[AuditEntry]
    total: int
    number: int
    last: int


def page(engine: Engine, wanted: Wanted, number: int) -> EntriesPage:
    """The page of that number, from 1; a number outside of the pages gives the
    nearest.
    """
    with db.reading(engine) as session:
        conditions = _conditions(wanted)
        total = session.exec(
            select(func.count(col(AuditEntry.id))).where(*conditions)
        ).one()
        last = max(1, -(-total // PER_PAGE))
        number = min(max(number, 1), last)

        query = (
            select(AuditEntry).where(*conditions).order_by(col(AuditEntry.id).desc())
        )
        entries = session.exec(
            query.limit(PER_PAGE).offset((number - 1) * PER_PAGE)
        ).all()

        return EntriesPage(list(entries), total, number, last)


def everything(engine: Engine) -> Iterator[AuditEntry]:
    """Every entry, oldest first."""
    with db.reading(engine) as session:
        query = select(AuditEntry).order_by(col(AuditEntry.id))
        yield from session.exec(query.execution_options(yield_per=BATCH))


def filter_options(engine: Engine) -> tuple[list[str], list[str]]:
    """The actors and the events that the trail names; each event once, by today's
    key.
    """
    with db.reading(engine) as session:
        actors = session.exec(select(AuditEntry.actor).distinct()).all()
        keys = session.exec(select(AuditEntry.event_key).distinct()).all()
    return sorted(actors), sorted({current_key(key) for key in keys})


def first_broken(engine: Engine) -> audit.Line | None:
    """The first entry at which the chain does not hold."""
    with db.reading(engine) as session:
        return audit.first_broken(session)


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []

    if wanted.actor:
        conditions.append(col(AuditEntry.actor) == wanted.actor)
    if wanted.event:
        conditions.append(col(AuditEntry.event_key).in_(keys_of(wanted.event)))
    if wanted.subject:
        conditions.append(
            col(AuditEntry.subject).icontains(wanted.subject, autoescape=True)
        )

    return conditions
