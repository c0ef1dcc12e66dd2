"""Passwords that are taken, and what the trail tells."""

from sqlalchemy import Engine
from sqlmodel import col, select

from registry.accounts import accounts
from registry.models import Account, AuditEntry, Role
from registry.storage.db import reading
from tests.storage.unwatched import transaction

PASSWORD = "grøn cykel havn 41"
OTHER = "tavs bjergsø lampe 7"


def trail(engine: Engine) -> list[tuple[str, str, str, str]]:
    with reading(engine) as session:
        entries = session.exec(select(AuditEntry).order_by(col(AuditEntry.id))).all()
    return [(e.actor, e.event_key, e.subject, e.detail) for e in entries]


def with_both_sides(engine: Engine, username: str) -> Account:
    """An account as it could be made before administrators were kept from texts."""
    everything = accounts.described(username, username.title(), list(Role))
    with transaction(engine) as session:
        session.add(everything)
    return everything
