"""Who may not decide on a text, since they wrote it or are one with someone who did."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlmodel import Session, col, func, select

from registry.models import (
    Account,
    Agreement,
    AuditEntry,
    Contribution,
    Edit,
    Handover,
    Proposal,
    Role,
    Version,
)
from registry.rules.linked_accounts import AccountEvent, Eyes, Life, eyes_in
from registry.storage.account_events import account_events
from registry.storage.events import Event, keys_of
from registry.storage.versions import (
    children_of,
    since_published,
    slug_of,
    writers_of,
)

BEGINNINGS = (
    Event.DRAFT_BEGUN.key,
    *(Event[f"DRAFT_{edit.name}"].key for edit in Edit),
)


@dataclass(frozen=True)
class Authors:
    """Those who wrote what another is to decide on.

    `eyes`: which accounts are one, for this. `deciders`: the open accounts whose role
    is to decide. `called`: everyone's name, by username. `holders`: who is to go on
    with it; to be handed a draft is no writing.
    """

    names: frozenset[str] = frozenset()
    eyes: Eyes = field(default_factory=lambda: Eyes(()))
    deciders: frozenset[str] = frozenset()
    called: Mapping[str, str] = field(default_factory=dict)
    holders: frozenset[str] = frozenset()

    @property
    def responsible(self) -> frozenset[str]:
        """Who wrote, and who is to go on with it."""
        return self.names | self.holders

    def bind(self, person: str) -> bool:
        """Whether the person wrote it, or is one with someone who did."""
        return any(self.eyes.are_one(person, name) for name in self.names)

    def binding_events(self, person: str) -> list[AccountEvent]:
        """The events that make the person one with an author; none for an author."""
        return self.eyes.between(person, self.names)

    @property
    def have_a_reader(self) -> bool:
        """Whether there is anybody else who may decide."""
        return any(not self.bind(person) for person in self.deciders)


def authors_of(
    session: Session, version: Version, events: Sequence[AccountEvent] | None = None
) -> Authors:
    """Those who wrote a draft since the agreement's last publication.

    `events`: those on accounts, where they have been read already.
    """
    life = Life(_draft_begins(session, slug_of(session, version)))
    names = writers_of(session, version)
    authors = _authors(session, names, life, events)
    handovers = children_of(session, Handover, version)
    return replace(authors, holders=_holding(names, handovers))


def authors_of_each(
    session: Session, drafts: Sequence[Version], events: Sequence[AccountEvent]
) -> dict[int, Authors]:
    """Those who wrote each of some open drafts, by the draft's id: as `authors_of`, in
    as many questions to the database as for one.
    """
    ids = [version.id or 0 for version in drafts]
    names, holders = _writers_by_draft(session, ids), defaultdict(list)
    begins = _draft_begins_by_id(session, ids)
    for handover in session.exec(
        select(Handover)
        .where(col(Handover.version_id).in_(ids))
        .order_by(col(Handover.id))
    ):
        holders[handover.version_id].append(handover)

    accounts = session.exec(select(Account)).all()
    return {
        draft: replace(
            _of_accounts(accounts, names[draft], eyes_in(events, Life(begins[draft]))),
            holders=_holding(names[draft], holders[draft]),
        )
        for draft in ids
    }


def proposers_of(
    session: Session, proposal: Proposal, events: Sequence[AccountEvent] | None = None
) -> Authors:
    """The one who proposed it."""
    life = Life(_proposal_begins(session, proposal))
    return _authors(session, frozenset({proposal.proposed_by}), life, events)


def _authors(
    session: Session,
    names: frozenset[str],
    life: Life,
    events: Sequence[AccountEvent] | None,
) -> Authors:
    events = account_events(session) if events is None else events
    accounts = session.exec(select(Account)).all()
    return _of_accounts(accounts, names, eyes_in(events, life))


def _of_accounts(
    accounts: Sequence[Account], names: frozenset[str], eyes: Eyes
) -> Authors:
    deciders = frozenset(
        a.username for a in accounts if a.has(Role.APPROVER) and not a.closed
    )
    called = {a.username: a.name for a in accounts}
    return Authors(names, eyes, deciders, called)


def _holding(names: frozenset[str], handovers: Iterable[Handover]) -> frozenset[str]:
    """Who wrote, less those from whom it was handed over, and who got it last."""
    holders = set(names)
    for handover in handovers:
        holders.discard(handover.from_person)
        holders.add(handover.to_person)
    return frozenset(holders)


def _writers_by_draft(
    session: Session, ids: Sequence[int]
) -> Mapping[int, frozenset[str]]:
    """Everyone who wrote any part of each since its agreement's last publication."""
    same = col(Contribution.agreement_id) == col(Version.agreement_id)
    query = (
        select(Version.id, Contribution.author)
        .join(Contribution, same)
        .where(col(Version.id).in_(ids), since_published())
    )
    wrote: dict[int, set[str]] = defaultdict(set)
    for draft, author in session.exec(query):
        wrote[draft or 0].add(author)

    return {draft: frozenset(wrote[draft]) for draft in ids}


def _draft_begins(session: Session, slug: str) -> int:
    """The first entry about the agreement's drafts since its last publication. A loaded
    draft has none before its first change.
    """
    published = _first(session, slug, keys_of("publish"), last=True)
    return _first(session, slug, BEGINNINGS, after=published)


def _draft_begins_by_id(session: Session, ids: Sequence[int]) -> Mapping[int, int]:
    """The same for each of some drafts, by their ids."""
    published = (
        select(AuditEntry.subject, func.max(AuditEntry.id).label("last"))
        .where(col(AuditEntry.event_key).in_(keys_of("publish")))
        .group_by(col(AuditEntry.subject))
        .subquery()
    )

    query = (
        select(Version.id, func.min(AuditEntry.id))
        .join(Agreement, col(Agreement.id) == col(Version.agreement_id))
        .join(AuditEntry, col(AuditEntry.subject) == col(Agreement.slug))
        .outerjoin(published, published.c.subject == col(Agreement.slug))
        .where(
            col(Version.id).in_(ids),
            col(AuditEntry.event_key).in_(BEGINNINGS),
            col(AuditEntry.id) > func.coalesce(published.c.last, 0),
        )
        .group_by(col(Version.id))
    )
    begins = {draft or 0: place or 0 for draft, place in session.exec(query)}

    return {draft: begins.get(draft, 0) for draft in ids}


def _first(
    session: Session,
    slug: str,
    keys: Sequence[str],
    *,
    after: int = 0,
    last: bool = False,
) -> int:
    """The place of the first entry of one of the keys, or of the last; 0 for none."""
    chosen = func.max if last else func.min
    place = session.exec(
        select(chosen(AuditEntry.id)).where(
            col(AuditEntry.subject) == slug,
            col(AuditEntry.event_key).in_(keys),
            col(AuditEntry.id) > after,
        )
    ).one()

    return place or 0


def _proposal_begins(session: Session, proposal: Proposal) -> int:
    """The entry that tells of it, which names it by its number."""
    named = col(AuditEntry.detail).startswith(f"forslag {proposal.id}: ")
    query = select(func.min(AuditEntry.id)).where(
        col(AuditEntry.event_key) == Event.PROPOSED.key, named
    )
    return session.exec(query).one() or 0
