"""Findings of the overview taken up in a draft that is to mend them.

Such a finding is settled until one of its rows changes, or the draft is withdrawn.
"""

from sqlmodel import Session, col, select

from registry import clock
from registry.accounts.roles import Person, require_role
from registry.catalogue.findings import ShownFinding
from registry.catalogue.queries import Catalogue
from registry.errors import Conflict, NotFound
from registry.models import Agreement, FindingDraft, Role, Version
from registry.publishing.beginning import begin_next, copied_from
from registry.publishing.writing import id_of
from registry.storage import audit
from registry.storage.db import reading, transaction
from registry.storage.events import Event
from registry.storage.versions import open_draft, slug_of


def take_up(catalogue: Catalogue, finding: ShownFinding, slug: str, by: Person) -> int:
    """Have the open draft of an agreement mend a finding; where it has none, a new one
    of its next version. Returns the draft's id.

    Raises Refused without the role, Conflict where the finding is settled, NotFound.
    """
    require_role(by, Role.EDITOR)
    if finding.settled:
        raise Conflict(f"Fundet er allerede afgjort: {finding.settled}")

    number = copied_from(catalogue.today(), slug)
    with transaction(catalogue.engine) as session:
        draft = _draft(session, slug, number, by)
        session.add(
            FindingDraft(
                version_id=id_of(draft),
                finding=finding.mark,
                told=finding.text,
                taken_up_by=by.username,
                recorded_at=clock.now(),
            )
        )

        audit.write_entry(
            session,
            actor=by.username,
            event=Event.FINDING_TAKEN_UP,
            subject=slug_of(session, draft),
            detail=finding.id,
        )
        return id_of(draft)


def taken_up(catalogue: Catalogue, version_id: int) -> list[FindingDraft]:
    """The findings that a draft is to mend, in the order in which they came."""
    with reading(catalogue.engine) as session:
        query = (
            select(FindingDraft)
            .where(col(FindingDraft.version_id) == version_id)
            .order_by(col(FindingDraft.id))
        )
        return list(session.exec(query))


def _draft(session: Session, slug: str, number: int, by: Person) -> Version:
    query = select(Agreement).where(col(Agreement.slug) == slug)
    agreement = session.exec(query).first()
    if agreement is None:
        raise NotFound("Kataloget har ingen aftale med det navn.")
    return open_draft(session, agreement) or begin_next(session, slug, number, by)
