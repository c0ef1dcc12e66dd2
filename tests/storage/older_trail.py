"""Trails as releases before this one wrote them, or as one to come may."""

from typing import NamedTuple

from sqlalchemy import Engine, text
from sqlmodel import col, select

from registry.models import AuditEntry
from registry.storage import audit, seals
from registry.storage.events import OLDER_KEYS, Event
from registry.storage.guards import install_triggers
from registry.storage.seals import SEALING
from tests.storage.unwatched import transaction


class OtherEvent(NamedTuple):
    """What this release does not record."""

    key: str
    trail: str = ""


def write_as_before(engine: Engine) -> None:
    """Put every entry under the key that it had before the acts' keys were English,
    without seals and with the hashes it would have had; then seal all as it stands, as
    the migration does.
    """
    older = {newer: key for key, newer in OLDER_KEYS.items()}
    with engine.begin() as connection:
        for guarded in ("audit_entry_update", "seal_delete"):
            connection.execute(text(f"DROP TRIGGER immutable_{guarded}"))
        connection.execute(text("DELETE FROM seal"))
    with transaction(engine) as session:
        previous = audit.FIRST
        for entry in session.exec(select(AuditEntry).order_by(col(AuditEntry.id))):
            entry.event_key = older.get(entry.event_key, entry.event_key)
            entry.sealed, entry.previous = "", previous
            entry.hash = previous = audit.line_of(entry).own_hash
    with engine.begin() as connection:
        install_triggers(connection)
    with transaction(engine) as session:
        told = ("system", Event.SEALED.key, SEALING[0], "")
        audit.append(session, told, seals.everything(session))
