"""Stored versions as they are shown at a moment: rows, places, confirmations, status.

Pure: what was read from the database goes in, what readers see comes out.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from registry.catalogue.snapshot import Row, ShownAgreement, ShownVersion
from registry.clock import COPENHAGEN
from registry.models import (
    NOT_APPLICABLE,
    NOT_STATED,
    Confirmation,
    Continuation,
    Ending,
    HealthAgreement,
    Organisation,
    Party,
    Record,
    Rekeying,
    Relation,
    Snitflade,
    Version,
)
from registry.rules.fields import FOUR_ANSWERS
from registry.rules.kinds import is_statutory
from registry.rules.organisations import MUNICIPALITY
from registry.rules.party_roles import FORMAL
from registry.rules.status import (
    AgreementFacts,
    ContinuationFacts,
    Period,
    VersionFacts,
    World,
    status_on,
)

R = TypeVar("R", bound=Record)
# How health councils are named; municipalities name theirs without it.
COUNCIL = "Sundhedsråd "


@dataclass(frozen=True)
class Beside:
    """What stands beside the versions on a date: all of it as recorded by the moment.

    `sectors`: each actor's, by its key. `records`: those that stand, by their kind.
    """

    on: date
    health: Mapping[str, HealthAgreement]
    organisations: Mapping[str, Organisation]
    records: Mapping[type[Record], Sequence[Record]]
    sectors: Mapping[str, str | None]
    _sets: dict[frozenset[str], frozenset[str]] = field(default_factory=dict)

    def one_of(self, names: Iterable[str]) -> frozenset[str]:
        """The names as a set, the same one wherever it stands."""
        made = frozenset(names)
        return self._sets.setdefault(made, made)

    @cached_property
    def rekeyed(self) -> Mapping[tuple[str, str], str]:
        """The kind of task last set with effect on or before the date, by agreement and
        row.
        """
        in_effect = [
            record
            for record in self.records[Rekeying]
            if isinstance(record, Rekeying) and record.effective_on <= self.on
        ]
        in_effect.sort(key=lambda r: (r.effective_on, r.id or 0, r.task_key))
        return {(r.agreement, r.row): r.task_key for r in in_effect}

    @cached_property
    def confirmed(self) -> frozenset[tuple[str, int | None, str]]:
        """The rows confirmed, by agreement, number of version and key."""
        return frozenset(
            (r.agreement, r.version, r.row)
            for r in self.records[Confirmation]
            if isinstance(r, Confirmation)
        )

    @cached_property
    def endings(self) -> Mapping[str, Sequence[Ending]]:
        """By agreement."""
        return by_agreement(self.records[Ending], Ending)

    @cached_property
    def continuations(self) -> Mapping[str, Sequence[Continuation]]:
        """By agreement."""
        return by_agreement(self.records[Continuation], Continuation)


def by_agreement(records: Iterable[Record], kind: type[R]) -> dict[str, list[R]]:
    """The records of one kind by the agreement that they are about, in their order."""
    of: dict[str, list[R]] = defaultdict(list)
    for record in records:
        if isinstance(record, kind):
            of[record.agreement].append(record)  # type: ignore[attr-defined]
    return of


def shown_version(
    slug: str,
    version: Version,
    rows: Iterable[Snitflade],
    parties: Sequence[Party],
    relations: Sequence[Relation],
    beside: Beside,
) -> ShownVersion:
    """A version with what hangs on it. One without a date counts from its recording,
    the first of a law from the start of that day's health agreement.
    """
    recorded = version.recorded_at.astimezone(COPENHAGEN).date()
    is_first_of_law = is_statutory(version.kind) and version.number == 1
    unknown = _period_begun(beside.health, recorded) if is_first_of_law else recorded
    places = _places(parties, beside.organisations)

    return ShownVersion(
        slug=slug,
        version=version,
        in_force_from=in_force_from(version, beside.health, unknown=unknown),
        rows=tuple(_row(slug, version, row, places, beside) for row in rows),
        parties=tuple(parties),
        relations=tuple(relations),
    )


def in_force_from(
    version: Version, health: Mapping[str, HealthAgreement], *, unknown: date
) -> date:
    """The date given, else the start of the period made under, else `unknown`."""
    period = health.get(version.made_under or "")
    return version.in_force_from or (period.period_start if period else unknown)


def _period_begun(health: Mapping[str, HealthAgreement], day: date) -> date:
    """The first day of the health agreement that holds on the day; the day itself
    without one. A law was there before anyone wrote of it, and is counted as agreements
    are whose day is not known.
    """
    begun = (
        h.period_start for h in health.values() if h.period_start <= day < h.period_end
    )
    return max(begun, default=day)


def with_status(
    versions: Mapping[str, Sequence[ShownVersion]], beside: Beside
) -> dict[str, ShownAgreement]:
    """The agreements by slug, each with its status on the date."""
    world = World(
        agreements={
            slug: _agreement_facts(slug, listed, beside)
            for slug, listed in versions.items()
        },
        periods={
            slug: Period(h.period_start, h.period_end)
            for slug, h in beside.health.items()
        },
        ceased={
            o.slug: o.valid_to for o in beside.organisations.values() if o.valid_to
        },
    )

    return {
        slug: ShownAgreement(slug, tuple(listed), status_on(world, slug, beside.on))
        for slug, listed in sorted(versions.items())
    }


def _places(
    parties: Iterable[Party], organisations: Mapping[str, Organisation]
) -> dict[str, frozenset[str]]:
    """Municipalities and planning areas in which an agreement applies, by its
    parties.
    """
    members = [
        organisations[p.organisation]
        for p in parties
        if p.organisation in organisations
    ]

    return {
        "municipality": frozenset(o.slug for o in members if o.kind == MUNICIPALITY),
        "planning_area": frozenset(area for o in members for area in o.planning_areas),
    }


def _narrowed(
    applies_in: Sequence[str],
    places: Mapping[str, frozenset[str]],
    organisations: Mapping[str, Organisation],
) -> Mapping[str, frozenset[str]]:
    """The places of a row: those of the agreement, unless the row names narrower
    ones.
    """
    if not applies_in:
        return places

    named = set(applies_in)
    councils = {
        organisations[slug].name.removeprefix(COUNCIL)
        for slug in named & organisations.keys()
        if organisations[slug].name.startswith(COUNCIL)
    }
    towns = [o for o in organisations.values() if o.kind == MUNICIPALITY]
    direct = [o for o in towns if o.slug in named or o.health_council in councils]
    by_area = [o for o in towns if named & set(o.planning_areas)]

    # A municipality of two areas does not spread a row from the area named to the
    # other.
    areas = named & {area for o in organisations.values() for area in o.planning_areas}
    areas |= {area for o in direct for area in o.planning_areas}

    return {
        "municipality": frozenset(o.slug for o in (*direct, *by_area)),
        "planning_area": frozenset(areas),
    }


def _row(
    slug: str,
    version: Version,
    snitflade: Snitflade,
    places: Mapping[str, frozenset[str]],
    beside: Beside,
) -> Row:
    actors = frozenset(
        actor for name in FOUR_ANSWERS for actor in getattr(snitflade, name)
    )
    name, one_of = (slug, snitflade.key), beside.one_of

    return Row(
        agreement=slug,
        version=version.number or 0,
        snitflade=snitflade,
        task_key=beside.rekeyed.get(name, snitflade.task_key),
        confirmed=snitflade.confirmed
        or (slug, version.number, snitflade.key) in beside.confirmed,
        facets={
            "phase": one_of({snitflade.phase}),
            "sector": one_of(s for a in actors if (s := beside.sectors.get(a))),
            "actor": one_of(actors - {NOT_STATED, NOT_APPLICABLE}),
            "target_group": one_of(snitflade.target_groups),
            "agreement": one_of({slug}),
            **_narrowed(snitflade.applies_in, places, beside.organisations),
        },
    )


def _agreement_facts(
    slug: str, versions: Sequence[ShownVersion], beside: Beside
) -> AgreementFacts:
    return AgreementFacts(
        versions=tuple(
            VersionFacts(
                number=v.number,
                in_force_from=v.in_force_from,
                in_force_until=v.version.in_force_until,
                made_under=v.version.made_under,
                formal_parties=frozenset(v.parties_in_role(FORMAL)),
                replaces=frozenset(
                    r.agreement for r in v.relations if r.kind == "replaces"
                ),
                statutory=is_statutory(v.version.kind),
            )
            for v in versions
        ),
        endings=tuple(r.effective_on for r in beside.endings.get(slug, ())),
        continuations=tuple(
            ContinuationFacts(
                r.health_agreement, r.decision, r.effective_on, r.id or 0, r.confirmed
            )
            for r in beside.continuations.get(slug, ())
        ),
    )
