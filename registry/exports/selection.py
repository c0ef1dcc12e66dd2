"""Which agreements stand where in a health agreement's appendix, and why."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import ShownAgreement, ShownVersion, Snapshot
from registry.clock import Moment
from registry.errors import NotFound
from registry.exports.request import AppendixRequest
from registry.language.sorting import danish_key
from registry.models import Continuation, Decision, HealthAgreement
from registry.records.decisions import is_asked
from registry.rules.kinds import is_statutory
from registry.rules.status import Status

HOLDING = frozenset({Status.IN_FORCE, Status.CONTINUED})


@dataclass(frozen=True)
class Selection:
    """The agreements of one appendix, each list in Danish order of titles.

    `continued`: in force and decided to continue here: the list itself. `unsettled`:
    they answer questions, but what becomes of them is open. `undecided`: the health
    agreement finds them and no decision is recorded; those of them that are unsettled
    stand in both. `not_asked`: in force without a decision, since they were made under
    it or began after it did. `fallen_out`: decided to continue here, and yet not in the
    list, since their status has become another.
    """

    snapshot: Snapshot
    health_agreement: HealthAgreement
    continued: tuple[ShownAgreement, ...]
    unsettled: tuple[ShownAgreement, ...]
    undecided: tuple[ShownAgreement, ...]
    not_asked: tuple[ShownAgreement, ...]
    fallen_out: tuple[ShownAgreement, ...]

    def decision(self, slug: str) -> Continuation | None:
        """The decision that the list rests on; None for an agreement without one."""
        return decision_on(self.snapshot, slug, self.health_agreement.slug)


@dataclass(frozen=True)
class Changes:
    """What is other than in the appendix of an earlier date, by that appendix' own
    list.
    """

    before: Selection
    added: tuple[ShownAgreement, ...]
    removed: tuple[ShownAgreement, ...]
    renewed: tuple[tuple[ShownAgreement, ShownVersion], ...]

    @property
    def count(self) -> int:
        """How many agreements differ."""
        return len(self.added) + len(self.removed) + len(self.renewed)


def select(catalogue: Catalogue, request: AppendixRequest) -> Selection:
    """The appendix' agreements. Raises NotFound for a health agreement that is not
    there.
    """
    snapshot = catalogue.at(request.moment)
    health = snapshot.health_agreements.get(request.health_agreement)
    if health is None:
        raise NotFound("Kataloget har ingen sundhedsaftale med det navn.")

    at_start = catalogue.at(Moment(health.period_start, request.moment.vist))
    wanted = list(_wanted(snapshot, request))
    decisions = {a.slug: decision_on(snapshot, a.slug, health.slug) for a in wanted}
    answering = [a for a in wanted if a.answers]

    open_ones = [a for a in answering if decisions[a.slug] is None]
    undecided = [
        a for a in open_ones if is_asked(at_start.agreement(a.slug), health.slug)
    ]
    not_asked = [a for a in open_ones if a not in undecided]

    return Selection(
        snapshot=snapshot,
        health_agreement=health,
        continued=tuple(a for a in answering if _continues(a, decisions[a.slug])),
        unsettled=tuple(
            a
            for a in answering
            if a not in not_asked and _is_unsettled(a, decisions[a.slug])
        ),
        undecided=tuple(undecided),
        not_asked=tuple(not_asked),
        fallen_out=tuple(a for a in wanted if _has_fallen_out(a, decisions[a.slug])),
    )


def changes_since(
    catalogue: Catalogue, request: AppendixRequest, now: Selection
) -> Changes | None:
    """What has changed in the list since the appendix of `request.since`; None without
    that.
    """
    if request.since is None:
        return None
    before = select(
        catalogue, replace(request, moment=Moment(request.since, request.moment.vist))
    )

    earlier = {agreement.slug: agreement for agreement in before.continued}
    later = {agreement.slug: agreement for agreement in now.continued}

    return Changes(
        before=before,
        added=tuple(a for slug, a in later.items() if slug not in earlier),
        removed=tuple(
            now.snapshot.agreement(slug)
            for slug, a in earlier.items()
            if slug not in later
        ),
        renewed=tuple(
            (a, earlier[slug].shown)
            for slug, a in later.items()
            if slug in earlier and earlier[slug].shown.number != a.shown.number
        ),
    )


def decision_on(
    snapshot: Snapshot, agreement: str, health_agreement: str
) -> Continuation | None:
    """The last decision for the health agreement that is in effect on the snapshot's
    date.
    """
    decisions = [
        record
        for record in snapshot.records_of(Continuation, agreement)
        if record.health_agreement == health_agreement
        and record.effective_on <= snapshot.moment.pr
    ]
    return decisions[-1] if decisions else None


def _wanted(snapshot: Snapshot, request: AppendixRequest) -> Iterable[ShownAgreement]:
    """All agreements that the request does not leave out, in Danish order.

    Rules of law are nobody's agreement, so no health agreement continues them.
    """
    for agreement in sorted(
        snapshot.agreements.values(),
        key=lambda a: (danish_key(a.shown.version.title), a.slug),
    ):
        version = agreement.shown.version
        if request.kind not in ("", version.kind) or is_statutory(version.kind):
            continue
        if request.focus_area and request.focus_area not in version.focus_areas:
            continue

        if snapshot.concerns(agreement.shown, request.municipality):
            yield agreement


def _continues(agreement: ShownAgreement, decision: Continuation | None) -> bool:
    """Both must hold: it is in force on the date, and it is decided to continue
    here.
    """
    return _is_to_continue(decision) and agreement.status.status in HOLDING


def _has_fallen_out(agreement: ShownAgreement, decision: Continuation | None) -> bool:
    return _is_to_continue(decision) and agreement.status.status not in HOLDING


def _is_to_continue(decision: Continuation | None) -> bool:
    return decision is not None and decision.decision == Decision.CONTINUES


def _is_unsettled(agreement: ShownAgreement, decision: Continuation | None) -> bool:
    left_open = decision is not None and decision.decision == Decision.UNSETTLED
    return left_open or agreement.status.status is Status.UNSETTLED
