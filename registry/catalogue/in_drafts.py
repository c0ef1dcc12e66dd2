"""The findings that a draft is to mend."""

from typing import NamedTuple

from sqlmodel import Session, col, select

from registry.clock import Moment
from registry.models import Agreement, FindingDraft, State, Version


class InDraft(NamedTuple):
    """A draft that is to mend a finding: of which agreement, and its number once it is
    published.
    """

    agreement: str
    version_id: int
    number: int | None


def in_drafts(session: Session, moment: Moment) -> dict[str, InDraft]:
    """The draft that is to mend each finding taken up by the moment, by the finding's
    mark; one withdrawn mends nothing.
    """
    query = (
        select(FindingDraft.finding, Agreement.slug, Version.id, Version.number)
        .join(Version, col(Version.id) == col(FindingDraft.version_id))
        .join(Agreement, col(Agreement.id) == col(Version.agreement_id))
        .where(col(Version.state) != State.WITHDRAWN)
        .order_by(col(FindingDraft.id))
    )
    if moment.vist is not None:
        query = query.where(col(FindingDraft.recorded_at) <= moment.vist)

    return {
        mark: InDraft(slug, version_id or 0, number)
        for mark, slug, version_id, number in session.exec(query)
    }
