"""The audit trail: every act is appended, each entry's hash covering the one before it."""

import hashlib
import json

from sqlmodel import Session, col, select

from registry.clock import now
from registry.models import AuditEntry

FIRST = "0" * 64


def record(session: Session, *, actor: str, act: str, subject: str, detail: str = "") -> None:
    """Append one act in the session's transaction."""
    last = session.exec(select(AuditEntry).order_by(col(AuditEntry.id).desc()).limit(1)).first()
    entry = AuditEntry(
        at=now(),
        actor=actor,
        act=act,
        subject=subject,
        detail=detail,
        previous=last.hash if last else FIRST,
        hash="",
    )
    entry.hash = _hash(entry)
    session.add(entry)
    session.flush()


def first_broken(session: Session) -> AuditEntry | None:
    """The first entry whose hash or link to the one before does not hold."""
    previous = FIRST
    for entry in session.exec(select(AuditEntry).order_by(col(AuditEntry.id))):
        if entry.previous != previous or entry.hash != _hash(entry):
            return entry
        previous = entry.hash
    return None


def _hash(entry: AuditEntry) -> str:
    covered = [entry.at.isoformat(), entry.actor, entry.act, entry.subject, entry.detail]
    text = json.dumps([*covered, entry.previous], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
