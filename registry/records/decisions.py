"""The appendix's decisions: what is decided, proposed and undecided for one health
agreement.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from registry.accounts.roles import Person
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import ShownAgreement, Snapshot
from registry.clock import Moment, today
from registry.errors import NotFound
from registry.language.sorting import danish_key
from registry.models import Continuation, Decision, HealthAgreement
from registry.records.proposed import Proposed, waiting
from registry.rules.kinds import is_statutory
from registry.rules.status import Status

KIND = "continuation"


class Standing(IntEnum):
    """How an agreement stands to the health agreement, in the order of the list."""

    UNDECIDED = 0
    UNSETTLED = 1
    DECIDED = 2
    NOT_ASKED = 3


STANDING_LABELS = {
    Standing.UNDECIDED: "Ikke besluttet",
    Standing.UNSETTLED: "Afklares",
    Standing.DECIDED: "Besluttet",
    Standing.NOT_ASKED: "Kræver ingen beslutning",
}
OVER = frozenset({Status.REPLACED, Status.ENDED})


@dataclass(frozen=True)
class DecisionLine:
    """One agreement: as it stands today, what is decided, and what is proposed (None:
    nothing).
    """

    agreement: ShownAgreement
    decision: Continuation | None
    proposal: Proposed | None
    standing: Standing

    @property
    def slug(self) -> str:
        """The agreement's name in addresses."""
        return self.agreement.slug

    @property
    def proposed(self) -> str:
        """The decision that is proposed; empty where none is."""
        records = self.proposal.records if self.proposal else ()
        decisions = (
            e.values["decision"] for e in records if e.values["agreement"] == self.slug
        )
        return str(next(decisions, ""))

    @property
    def title(self) -> str:
        """Its title as it stands today."""
        return self.agreement.shown.version.title


@dataclass(frozen=True)
class Decisions:
    """All agreements as they stand to one health agreement, the undecided first."""

    health_agreement: HealthAgreement
    lines: Sequence[DecisionLine]

    def of(self, standing: Standing) -> list[DecisionLine]:
        """The agreements that stand so, in their order."""
        return [line for line in self.lines if line.standing is standing]

    @property
    def decided(self) -> int:
        """How many are decided."""
        return len(self.of(Standing.DECIDED))

    @property
    def asked(self) -> int:
        """How many need a decision: all but those that need none."""
        return len(self.lines) - len(self.of(Standing.NOT_ASKED))

    @property
    def text(self) -> str:
        """How far one has come, in Danish: «3 af 7»."""
        return f"{self.decided} af {self.asked}"

    @property
    def proposals(self) -> list[Proposed]:
        """Those that wait, each once."""
        return list({p.id: p for line in self.lines if (p := line.proposal)}.values())

    def to_confirm(self, person: Person) -> list[Proposed]:
        """Those that the person may confirm: an approver who proposed none of it."""
        return [proposal for proposal in self.proposals if proposal.may_decide(person)]


def decisions_for(catalogue: Catalogue, slug: str) -> Decisions:
    """How every published agreement stands to the health agreement. Raises NotFound.

    Rules of law are left out: nobody decides that they continue.
    """
    snapshot = catalogue.today()
    health = snapshot.health_agreements.get(slug)
    if health is None:
        raise NotFound("Kataloget har ingen sundhedsaftale med det navn.")

    at_start = catalogue.at(Moment(health.period_start))
    proposed = _proposed(catalogue, slug)
    lines = [
        _line(
            a, _decision(snapshot, a.slug, slug), proposed.get(a.slug), at_start, slug
        )
        for a in snapshot.agreements.values()
        if not is_statutory(a.shown.version.kind)
    ]

    lines.sort(key=lambda line: (line.standing, danish_key(line.title)))
    return Decisions(health, lines)


def overview(catalogue: Catalogue) -> list[Decisions]:
    """Every health agreement whose period is not over, the newest first."""
    health = catalogue.today().health_agreements.values()
    present = [h for h in health if h.period_end > today()]
    newest = sorted(present, key=lambda h: h.period_start, reverse=True)
    return [decisions_for(catalogue, h.slug) for h in newest]


def is_asked(then: ShownAgreement, slug: str) -> bool:
    """Whether the period finds an agreement to decide on: an older one that is not
    over.
    """
    if then.status.status in OVER or then.status.status is Status.COMING:
        return False
    return then.shown.version.made_under != slug


def _decision(snapshot: Snapshot, agreement: str, slug: str) -> Continuation | None:
    """The one in effect last."""
    decisions = snapshot.records_of(Continuation, agreement)
    return next((r for r in reversed(decisions) if r.health_agreement == slug), None)


def _proposed(catalogue: Catalogue, slug: str) -> Mapping[str, Proposed]:
    """The proposal that waits for each agreement."""
    return {
        str(record.values["agreement"]): proposal
        for proposal in waiting(catalogue)
        if proposal.kind.name == KIND
        for record in proposal.records
        if record.values["health_agreement"] == slug
    }


def _line(
    agreement: ShownAgreement,
    decision: Continuation | None,
    proposal: Proposed | None,
    at_start: Snapshot,
    slug: str,
) -> DecisionLine:
    standing = Standing.NOT_ASKED
    if decision is not None:
        unsettled = decision.decision == Decision.UNSETTLED
        standing = Standing.UNSETTLED if unsettled else Standing.DECIDED
    elif proposal is not None or is_asked(at_start.agreement(agreement.slug), slug):
        standing = Standing.UNDECIDED
    return DecisionLine(agreement, decision, proposal, standing)
