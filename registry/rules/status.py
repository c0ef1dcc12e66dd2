"""The status of an agreement on a date. Pure: dates in, one word and its cause out.

All periods are half-open: the end is the first day on which they no longer hold.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property


class Status(StrEnum):
    """What an agreement is on a date, as the interface says it."""

    COMING = "kommende"
    IN_FORCE = "gældende"
    CONTINUED = "videreført"
    UNSETTLED = "afklares"
    REPLACED = "afløst"
    ENDED = "ophørt"


ANSWERING = frozenset({Status.IN_FORCE, Status.CONTINUED, Status.UNSETTLED})


class Cause(StrEnum):
    """Why the status is what it is."""

    ENDING = "ending"
    REPLACEMENT = "replacement"
    NOT_BEGUN = "not_begun"
    PARTY_CEASED = "party_ceased"
    CONTINUATION = "continuation"
    NO_CONTINUATION = "no_continuation"
    PERIOD = "term"  # what the API calls it since its first edition
    LAW = "law"
    LAPSED = "lapsed"


CONTINUATION_STATUS = {
    "viderefoeres": Status.CONTINUED,
    "ophoerer": Status.ENDED,
    "afklares": Status.UNSETTLED,
}


@dataclass(frozen=True)
class Period:
    """A health agreement's period, [start, end)."""

    start: date
    end: date


@dataclass(frozen=True)
class VersionFacts:
    """What the status needs of a published version.

    `statutory`: its rules stand in a statute; no health agreement and no party decides.
    """

    number: int
    in_force_from: date
    in_force_until: date | None = None
    made_under: str | None = None
    formal_parties: frozenset[str] = frozenset()
    replaces: frozenset[str] = frozenset()
    statutory: bool = False


@dataclass(frozen=True)
class ContinuationFacts:
    """A standing continuation: the decision for one health agreement from
    effective_on. `confirmed`: a source confirms that it was decided.
    """

    health_agreement: str
    decision: str
    effective_on: date
    order: int = 0
    confirmed: bool = True


@dataclass(frozen=True)
class AgreementFacts:
    """What the status needs of an agreement: its published versions and standing
    records.
    """

    versions: tuple[VersionFacts, ...] = ()
    endings: tuple[date, ...] = ()
    continuations: tuple[ContinuationFacts, ...] = ()


@dataclass(frozen=True)
class World:
    """All agreements by slug, health agreements' periods, and the day each organisation
    ceased.
    """

    agreements: Mapping[str, AgreementFacts]
    periods: Mapping[str, Period]
    ceased: Mapping[str, date]

    @cached_property
    def replacers(self) -> Mapping[str, Sequence[str]]:
        """The agreements of which some version replaces another, by that other.

        Looked up once: to ask all agreements of each would take the square of their
        number.
        """
        replacers: dict[str, list[str]] = defaultdict(list)
        for slug, facts in self.agreements.items():
            for replaced in {name for v in facts.versions for name in v.replaces}:
                replacers[replaced].append(slug)
        return replacers


@dataclass(frozen=True)
class StatusOn:
    """The status on a date, the version shown then (None: none has begun), and why.

    `since` is the day the cause took effect; `by` names the agreement, organisation or
    health agreement behind it; `confirmed` is whether a source confirms the decision.
    """

    status: Status
    version: int | None
    cause: Cause
    since: date | None = None
    by: str | None = None
    confirmed: bool = True


def shown_version(versions: Iterable[VersionFacts], on: date) -> VersionFacts | None:
    """The highest number with in_force_from on or before the date."""
    begun = [version for version in versions if version.in_force_from <= on]
    return max(begun, key=lambda version: version.number, default=None)


def status_on(world: World, slug: str, on: date) -> StatusOn:
    """The status of an agreement on a date; the first rule that matches decides.

    1 ended; 2 replaced; 3 not begun; 4 a rule of law holds until its own end, without
    parties or continuation; 5 a formal party has ceased and nothing decided since;
    6 its period is over, and the continuation of the one that holds the date decides;
    7 in force.
    """
    facts = world.agreements[slug]
    shown = shown_version(facts.versions, on)
    number = shown.number if shown else None

    ended = [day for day in facts.endings if day <= on]
    if ended:
        return StatusOn(Status.ENDED, number, Cause.ENDING, min(ended))

    replacement = _replacement(world, slug, on)
    if replacement:
        return StatusOn(
            Status.REPLACED, number, Cause.REPLACEMENT, replacement[0], replacement[1]
        )

    if shown is None:
        return StatusOn(Status.COMING, None, Cause.NOT_BEGUN)
    if shown.statutory:
        return _by_law(shown, on)

    return (
        _by_ceased_party(world, facts, shown, on)
        or _by_period(world, facts, shown, on)
        or StatusOn(Status.IN_FORCE, number, Cause.PERIOD, shown.in_force_from)
    )


def _replacement(world: World, slug: str, on: date) -> tuple[date, str] | None:
    """The first agreement, begun by the date, whose version shown then replaces this
    one.

    An agreement that was replaced does not revive when its replacement ends or is
    replaced.
    """
    replacements = [
        (since, other)
        for other in world.replacers.get(slug, ())
        if (since := _replacing_since(world.agreements[other], slug, on))
    ]
    return min(replacements, default=None)


def _replacing_since(facts: AgreementFacts, slug: str, on: date) -> date | None:
    """The first day of the unbroken time until the date in which the version shown
    replaces it.

    One that had ended before that day was never in force with it, and replaces nothing.
    """
    since = None
    for day in sorted(v.in_force_from for v in facts.versions if v.in_force_from <= on):
        shown = shown_version(facts.versions, day)
        replaces = shown is not None and slug in shown.replaces
        since = (since or day) if replaces else None

    ended = since and any(ending <= since for ending in facts.endings)
    return None if ended else since


def _by_law(shown: VersionFacts, on: date) -> StatusOn:
    """A statute has its own dates, and needs nobody's decision to go on or to end."""
    end = shown.in_force_until
    if end is not None and end <= on:
        return StatusOn(Status.ENDED, shown.number, Cause.LAPSED, end)
    return StatusOn(Status.IN_FORCE, shown.number, Cause.LAW, shown.in_force_from)


def last_ceased(
    parties: Iterable[str], ceased: Mapping[str, date], on: date
) -> tuple[date, str] | None:
    """The party that had ceased last by the date, after the first day without it; None
    where all are there. `ceased`: the first day without each that ceases.
    """
    gone = [(ceased[party], party) for party in parties if party in ceased]
    return max((one for one in gone if one[0] <= on), default=None)


def _by_ceased_party(
    world: World, facts: AgreementFacts, shown: VersionFacts, on: date
) -> StatusOn | None:
    """Unsettled, until a continuation is decided on the day the last formal party
    ceased or after it: one decided before did not know of it.
    """
    last = last_ceased(shown.formal_parties, world.ceased, on)
    if last is None:
        return None

    since, party = last
    decided = _continuation(world, facts, on)
    if decided is None or decided.effective_on < since:
        return StatusOn(
            Status.UNSETTLED, shown.number, Cause.PARTY_CEASED, since, party
        )

    return _decided(decided, shown)


def _by_period(
    world: World, facts: AgreementFacts, shown: VersionFacts, on: date
) -> StatusOn | None:
    # The period is unknown where `vist` lies between the recordings of version and
    # period.
    period = world.periods.get(shown.made_under or "")
    end = shown.in_force_until or (period.end if period else None)
    if end is None or on < end:
        return None

    decided = _continuation(world, facts, on)
    if decided is None:
        # Silence is no decision: staff must not lose the only rule there is.
        return StatusOn(Status.UNSETTLED, shown.number, Cause.NO_CONTINUATION, end)

    return _decided(decided, shown)


def _decided(decided: ContinuationFacts, shown: VersionFacts) -> StatusOn:
    return StatusOn(
        CONTINUATION_STATUS[decided.decision],
        shown.number,
        Cause.CONTINUATION,
        decided.effective_on,
        decided.health_agreement,
        decided.confirmed,
    )


def _continuation(
    world: World, facts: AgreementFacts, on: date
) -> ContinuationFacts | None:
    """The latest continuation, in effect on the date, of the period that holds the
    date.
    """
    holding = [
        (period.start, slug)
        for slug, period in world.periods.items()
        if _holds(period, on)
    ]
    if not holding:
        return None

    _, current = max(holding)
    in_effect = [
        c
        for c in facts.continuations
        if c.health_agreement == current and c.effective_on <= on
    ]
    return max(in_effect, key=lambda c: (c.effective_on, c.order), default=None)


def _holds(period: Period, on: date) -> bool:
    return period.start <= on < period.end
