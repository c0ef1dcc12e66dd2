"""The desk: what lies before a person who writes or approves, and what the catalogue
lacks.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlmodel import col, select

from registry.accounts.roles import Person
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import ShownAgreement, Snapshot
from registry.clock import today
from registry.models import (
    FINAL,
    Agreement,
    Approval,
    Contribution,
    Review,
    Role,
    State,
    Version,
)
from registry.publishing.reopening import count_withdrawn
from registry.publishing.since_return import last_return
from registry.records import proposed
from registry.rules.states import STATE_LABELS
from registry.search import unanswered
from registry.storage.account_events import account_events
from registry.storage.db import reading
from registry.storage.four_eyes import Authors, authors_of_each
from registry.storage.versions import since_published

SOON = timedelta(days=90)
AWAITING = {
    State.IN_APPROVAL: "venter på godkendelse",
    State.APPROVED: "venter på offentliggørelse",
    State.FOR_ADOPTION: "er til vedtagelse hos parterne",
}
RETURNED = "den blev returneret"


@dataclass(frozen=True)
class DraftLine:
    """One draft in a list. `note`: what it waits for. `remark`: what was to be mended
    when it was returned. `returned_by`: who last returned it, if anybody did.
    """

    id: int
    slug: str
    title: str
    state: State
    changed: datetime
    note: str = ""
    remark: str = ""
    returned_by: str = ""

    @property
    def state_label(self) -> str:
        """Its state in Danish, as it stands alone in a list."""
        return STATE_LABELS[self.state]


@dataclass(frozen=True)
class ReviewLine:
    """An agreement that is to be gone through by a day (None: no day is set)."""

    slug: str
    title: str
    due: date | None
    overdue: bool


@dataclass(frozen=True)
class UnconfirmedLine:
    """How many of an agreement's answering rows nobody has confirmed."""

    slug: str
    title: str
    rows: int
    of: int


@dataclass(frozen=True)
class Desk:
    """Everything on the desk of one person. `returned`: drafts of theirs wait for them,
    and so are not among `mine`.
    """

    mine: Sequence[DraftLine]
    returned: bool
    waiting: Sequence[DraftLine]
    others: Sequence[DraftLine]
    withdrawn: int
    proposals: int
    due: Sequence[ReviewLine]
    undated: int
    unconfirmed: Sequence[UnconfirmedLine]
    questions: Sequence[tuple[str, int]]


def desk_of(catalogue: Catalogue, person: Person) -> Desk:
    """What lies before the person today."""
    snapshot = catalogue.today()
    drafts, authors = _drafts(catalogue)
    waiting = [
        _waiting(d, person) for d in drafts if _waits_for(d, person, authors[d.id])
    ]
    wrote = [d for d in drafts if person.username in authors[d.id].responsible]
    mine = [
        d
        for d in wrote
        if d.state is not State.RETURNED or Role.EDITOR not in person.roles
    ]
    listed = {d.id for d in (*mine, *waiting)}

    reviews = [
        _review_line(snapshot, a) for a in snapshot.agreements.values() if a.answers
    ]
    due = [r for r in reviews if r.due and r.due <= today() + SOON]

    return Desk(
        mine=mine,
        returned=len(mine) < len(wrote),
        waiting=waiting,
        others=[d for d in drafts if d.id not in listed],
        withdrawn=count_withdrawn(catalogue),
        proposals=sum(
            proposal.may_decide(person) for proposal in proposed.waiting(catalogue)
        ),
        due=sorted(due, key=lambda r: (r.due or date.max, r.title)),
        undated=sum(r.due is None for r in reviews),
        unconfirmed=_unconfirmed(snapshot),
        questions=[(q.text, q.times) for q in unanswered.recurring(catalogue.engine)],
    )


def review_due(snapshot: Snapshot, agreement: ShownAgreement) -> date | None:
    """The day by which an agreement is to be gone through: by its last review, else its
    version.
    """
    reviews = snapshot.records_of(Review, agreement.slug)
    last = reviews[-1] if reviews else None
    if last and last.effective_on >= agreement.shown.in_force_from:
        return last.next_on
    return agreement.shown.version.review_on


def _drafts(catalogue: Catalogue) -> tuple[list[DraftLine], dict[int, Authors]]:
    """Every open draft, the last changed first, and who wrote in each."""
    is_open = col(Version.state).not_in(FINAL)

    with reading(catalogue.engine) as session:
        opened = session.exec(
            select(Version, Agreement.slug)
            .join(Agreement, col(Agreement.id) == col(Version.agreement_id))
            .where(is_open)
        ).all()
        written = session.exec(
            select(Version.id, Contribution.at)
            .join(
                Contribution,
                col(Contribution.agreement_id) == col(Version.agreement_id),
            )
            .where(is_open, since_published())
        ).all()

        approvals = session.exec(
            select(Approval)
            .join(Version, col(Version.id) == col(Approval.version_id))
            .where(is_open)
            .order_by(col(Approval.id))
        ).all()
        events = account_events(session)
        authors = authors_of_each(session, [version for version, _ in opened], events)

    decided: dict[int, list[Approval]] = defaultdict(list)
    for approval in approvals:
        decided[approval.version_id].append(approval)
    returns = {version_id: last_return(some) for version_id, some in decided.items()}
    changed = {version.id: version.recorded_at for version, _ in opened}
    for version_id, at in written:
        changed[version_id] = max(at, changed[version_id])

    lines = [
        DraftLine(
            id=version.id or 0,
            slug=slug,
            title=version.title or "Uden titel",
            state=State(version.state),
            changed=changed[version.id],
            remark=returned.note if (returned := returns.get(version.id or 0)) else "",
            returned_by=returned.decided_by if returned else "",
        )
        for version, slug in opened
    ]

    return sorted(lines, key=lambda line: line.changed, reverse=True), authors


def _waits_for(draft: DraftLine, person: Person, authors: Authors) -> bool:
    if draft.state is State.RETURNED:
        own = authors.responsible
        return (not own or person.username in own) and Role.EDITOR in person.roles
    if Role.APPROVER not in person.roles or draft.state not in AWAITING:
        return False
    return draft.state is not State.IN_APPROVAL or not authors.bind(person.username)


def _waiting(draft: DraftLine, person: Person) -> DraftLine:
    """The draft with what it waits for. A remark is for those who are to mend it."""
    if draft.state is State.RETURNED:
        return replace(draft, note="skal rettes og sendes igen")

    again = ""
    if draft.returned_by and draft.state is State.IN_APPROVAL:
        own = draft.returned_by == person.username
        again = f", sendt igen, efter at {'du returnerede den' if own else RETURNED}"
    return replace(draft, note=AWAITING[draft.state] + again, remark="")


def _review_line(snapshot: Snapshot, agreement: ShownAgreement) -> ReviewLine:
    due = review_due(snapshot, agreement)
    title = agreement.shown.version.title
    return ReviewLine(agreement.slug, title, due, bool(due and due < today()))


def _unconfirmed(snapshot: Snapshot) -> list[UnconfirmedLine]:
    """The agreements with most unconfirmed rows first."""
    of = Counter(row.agreement for row in snapshot.answering_rows)
    lacking = Counter(
        row.agreement for row in snapshot.answering_rows if not row.confirmed
    )
    return [
        UnconfirmedLine(slug, snapshot.label(None, slug), rows, of[slug])
        for slug, rows in lacking.most_common()
    ]
