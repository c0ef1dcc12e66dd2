"""What of a written case answers on a date, by the rule of status."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from registry.rules.coherence.duty import lost_parties
from registry.rules.coherence.rows import Agreement, Answering, Names, Row
from registry.rules.kinds import is_statutory
from registry.rules.status import (
    ANSWERING,
    AgreementFacts,
    ContinuationFacts,
    Period,
    Status,
    VersionFacts,
    World,
    shown_version,
    status_on,
)

# The period in which a decision holds that names none.
_ALWAYS = Period(date.min, date.max)


@dataclass(frozen=True)
class Party:
    """Who stands behind a version; `formal`: as a formal party."""

    name: str
    sector: str
    formal: bool


@dataclass(frozen=True)
class CaseVersion:
    """A version as a case gives it. `ends`: the day on which the agreement ends for
    certain; `facts` hold its own period. `municipalities`: the parties that are
    municipalities by name. `places`, `named_places`, `economics`: as of its rows.
    """

    slug: str
    kind: str
    facts: VersionFacts
    ends: date | None
    parents: Names
    parties: tuple[Party, ...]
    municipalities: Names
    places: Names
    named_places: Names
    economics: bool


@dataclass(frozen=True)
class Decision:
    """What was decided of an agreement, and when; for which health agreement, if for
    one.
    """

    agreement: str
    health_agreement: str
    decision: str
    decided_on: date


@dataclass(frozen=True)
class Around:
    """What stands beside the versions. `ceased`: the day each organisation ceased;
    `successors`: those that took its place.
    """

    periods: Mapping[str, Period]
    ceased: Mapping[str, date]
    successors: Mapping[str, Names]
    decisions: Sequence[Decision]


def answering_on(
    on: date,
    versions: Sequence[CaseVersion],
    rows: Mapping[tuple[str, int], Sequence[Row]],
    around: Around,
) -> Answering:
    """What answers on the date: of each agreement that does, the version shown.

    `rows`: by agreement and number of the version.
    """
    shown = _shown(on, versions)
    world = _world(on, versions, shown, around)

    agreements = {
        slug: _agreement(version, status, on, around)
        for slug, version in sorted(shown.items())
        if (status := status_on(world, slug, on).status) in ANSWERING
    }
    return Answering(
        tuple(
            row
            for slug in agreements
            for row in rows.get((slug, shown[slug].facts.number), ())
        ),
        agreements,
    )


def _shown(on: date, versions: Iterable[CaseVersion]) -> dict[str, CaseVersion]:
    """The version shown of each agreement that has begun."""
    listed = defaultdict(list)
    for version in versions:
        listed[version.slug].append(version)

    begun: dict[str, CaseVersion] = {}
    for own in listed.values():
        shown = shown_version((version.facts for version in own), on)
        begun |= {v.slug: v for v in own if v.facts is shown}
    return begun


def _world(
    on: date,
    versions: Iterable[CaseVersion],
    shown: Mapping[str, CaseVersion],
    around: Around,
) -> World:
    """The facts as the rule of status wants them. A decision counts from the day it was
    made, also of a change to come: it was made for that.
    """
    # A period without a beginning gives way to any that has one.
    periods = {"": _ALWAYS, **around.periods}
    current = max((p.start, slug) for slug, p in periods.items() if _holds(p, on))[1]
    facts = defaultdict(list)
    for version in versions:
        facts[version.slug].append(version.facts)

    return World(
        agreements={
            slug: AgreementFacts(
                versions=tuple(own),
                endings=_endings(shown.get(slug)),
                continuations=_continuations(slug, current, on, around),
            )
            for slug, own in facts.items()
        },
        periods=periods,
        ceased=around.ceased,
    )


def _holds(period: Period, on: date) -> bool:
    return period.start <= on < period.end


def _endings(shown: CaseVersion | None) -> tuple[date, ...]:
    return (shown.ends,) if shown and shown.ends else ()


def _continuations(
    slug: str, current: str, on: date, around: Around
) -> tuple[ContinuationFacts, ...]:
    return tuple(
        ContinuationFacts(current, d.decision, on, d.decided_on.toordinal())
        for d in around.decisions
        if d.agreement == slug
        and d.decided_on <= on
        and d.health_agreement in ("", current)
    )


def _agreement(
    version: CaseVersion, status: Status, on: date, around: Around
) -> Agreement:
    formal = {party.name: party.sector for party in version.parties if party.formal}
    # Whoever has decided that it goes on has decided who is to do what it says.
    lost = (
        lost_parties(formal, around.ceased, around.successors, on)
        if status is not Status.CONTINUED
        else ()
    )

    return Agreement(
        slug=version.slug,
        parents=version.parents,
        sectors=frozenset(party.sector for party in version.parties),
        parties=frozenset(party.name for party in version.parties),
        municipalities=version.municipalities,
        lost=tuple((party, formal[party]) for party in sorted(lost)),
        statutory=is_statutory(version.kind),
    )
