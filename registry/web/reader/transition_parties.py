"""The parties of a transition: health agreements and organisations that turn, who takes
whose place, and who must decide.
"""

from dataclasses import dataclass

from registry.catalogue.health_turns import HealthTurn
from registry.catalogue.snapshot import ShownAgreement, Snapshot
from registry.catalogue.transition import Transition
from registry.models import Succession
from registry.rules.party_roles import FORMAL
from registry.rules.status import Cause
from registry.unsaid import NOT_STATED_IN_WORDS
from registry.web.frame.dates import danish_date
from registry.web.frame.links import link
from registry.web.reader.agreement_view import Link
from registry.web.reader.transition_view import day_of

# More names than these are told by their number.
MOST_NAMED = 4
NOBODY_KNOWN = NOT_STATED_IN_WORDS.capitalize()


@dataclass(frozen=True)
class HealthLine:
    """A health agreement's words on both dates, and why."""

    anchor: str
    health: Link
    ask: str
    before: str
    after: str
    why: str


@dataclass(frozen=True)
class SuccessionLine:
    """Who takes whose place, its place on the page, and the question about it."""

    anchor: str
    text: str
    ask: str


def health_line(snapshot: Snapshot, turn: HealthTurn) -> HealthLine:
    """A health agreement that stands otherwise on the later date."""
    health, day = turn.health, day_of(snapshot)
    return HealthLine(
        f"sundhedsaftale.{health.slug}",
        Link(health.title, link("health_agreements.one", slug=health.slug, pr=day)),
        link("search.ask", q=f"Gælder {health.title} stadig?", pr=day),
        turn.before.word,
        turn.after.word,
        turn.after.why,
    )


def deciders(transition: Transition, agreement: ShownAgreement) -> str:
    """Who must decide what becomes of an agreement that is undecided; it is said where
    that is not known.
    """
    snapshot, status = transition.after, agreement.status
    parties = agreement.shown.parties_in_role(FORMAL)
    if status.cause is Cause.PARTY_CEASED:
        heirs = [
            heir
            for record in snapshot.records[Succession]
            if isinstance(record, Succession) and status.by in record.predecessors
            for heir in record.successors
        ]
        left = [p for p in parties if _is_there(snapshot, p)]
        return _named(snapshot, list(dict.fromkeys([*heirs, *left]))) or NOBODY_KNOWN

    left = [p for p in parties if _is_there(snapshot, p)]
    return _named(snapshot, left) or NOBODY_KNOWN


def organisation_link(snapshot: Snapshot, slug: str) -> Link:
    return Link(snapshot.organisation_name(slug), link("organisations.one", slug=slug))


def succession_line(snapshot: Snapshot, record: Succession) -> SuccessionLine:
    """Who takes whose place."""
    olds, news = (
        " og ".join(map(snapshot.organisation_name, slugs))
        for slugs in (record.predecessors, record.successors)
    )
    day = danish_date(record.effective_on, record.date_precision)

    return SuccessionLine(
        f"part.{record.ref}",
        f"{news} træder i stedet for {olds} {day}.",
        link("search.ask", q=f"Hvad afløser {olds}?", pr=day_of(snapshot)),
    )


def _is_there(snapshot: Snapshot, slug: str) -> bool:
    organisation = snapshot.organisations.get(slug)
    ends = organisation.valid_to if organisation else None
    return ends is None or snapshot.moment.pr < ends


def _named(snapshot: Snapshot, slugs: list[str]) -> str:
    if len(slugs) <= MOST_NAMED:
        return ", ".join(map(snapshot.organisation_name, slugs))
    towns = sum(map(snapshot.is_municipality, slugs))
    others = [s for s in slugs if not snapshot.is_municipality(s)]
    names = [*map(snapshot.organisation_name, others), f"{towns} kommuner"]
    return ", ".join(names)
