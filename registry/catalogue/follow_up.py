"""How a health agreement is followed, as it stands at a moment: its aims, the figures
of its indicators, its status reports, how far the municipalities have come, and what
was decided on the agreements under it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from registry.catalogue.snapshot import ShownAgreement, Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.errors import NotFound
from registry.language.sorting import danish_key
from registry.models import (
    Aim,
    Choice,
    Continuation,
    HealthAgreement,
    Implementation,
    Measurement,
    Record,
    StatusReport,
)
from registry.rules.fields import Scheme
from registry.rules.kinds import is_statutory

R = TypeVar("R", bound=Record)
NO_GOAL = ""


@dataclass(frozen=True)
class Series:
    """One indicator's figures in one place and one unit, the oldest first."""

    indicator: str
    place: str
    unit: str
    figures: Sequence[Measurement]


@dataclass(frozen=True)
class Followed:
    """An indicator that a health agreement is followed by, and the figures there are.

    `aims`: those of the agreement that name it.
    """

    indicator: Choice
    series: Sequence[Series]
    aims: Sequence[Aim]


@dataclass(frozen=True)
class Reached:
    """How far each municipality has come with one thing: an agreement (its slug) or a
    focus area (its key); the other is empty.
    """

    agreement: str
    focus_area: str
    by_municipality: Mapping[str, Implementation]

    def at(self, stage: str) -> list[str]:
        """The municipalities that are at the stage."""
        return [m for m, r in self.by_municipality.items() if r.stage == stage]


@dataclass(frozen=True)
class Served:
    """An agreement, and by what it serves an aim: its focus area, a national goal."""

    agreement: ShownAgreement
    by_focus_area: bool
    by_goals: Sequence[str]

    @property
    def title(self) -> str:
        """Its title as it is shown on the date."""
        return self.agreement.shown.version.title


def health_agreement(snapshot: Snapshot, slug: str) -> HealthAgreement:
    """Raises NotFound."""
    if slug not in snapshot.health_agreements:
        raise NotFound("Kataloget har ingen sundhedsaftale med det navn.")
    return snapshot.health_agreements[slug]


def aims_of(snapshot: Snapshot, slug: str) -> list[Aim]:
    """Its aims as they stand on the date, in the order of its focus areas."""
    areas = health_agreement(snapshot, slug).focus_areas
    own = (a for a in _in_effect(snapshot, Aim) if a.health_agreement == slug)
    latest = {aim.aim: aim for aim in own}
    return sorted(latest.values(), key=lambda a: _place(areas, a.focus_area))


def followed_by(snapshot: Snapshot, slug: str) -> dict[str, list[Followed]]:
    """The indicators by national goal: those of its national goals, and those that its
    aims name. What measures none of the goals stands last, under NO_GOAL.
    """
    health, aims = health_agreement(snapshot, slug), aims_of(snapshot, slug)
    goals = {*health.goals, *(goal for aim in aims for goal in aim.goals)}
    named = {key for aim in aims for key in aim.indicators}
    listed: dict[str, list[Followed]] = {
        key: [] for key in snapshot.vocabulary.schemes[Scheme.GOALS] if key in goals
    }

    for indicator in snapshot.vocabulary.schemes[Scheme.INDICATORS].values():
        if indicator.goal in goals or indicator.key in named:
            goal = indicator.goal if indicator.goal in goals else NO_GOAL
            listed.setdefault(goal or NO_GOAL, []).append(
                Followed(
                    indicator,
                    series_of(snapshot).get(indicator.key, ()),
                    [aim for aim in aims if indicator.key in aim.indicators],
                )
            )
    return listed


@kept_with_snapshot
def series_of(snapshot: Snapshot) -> Mapping[str, Sequence[Series]]:
    """All figures up to the date by indicator: regions first, then municipalities."""
    points: dict[tuple[str, str, str], dict[object, Measurement]] = {}
    for figure in _in_effect(snapshot, Measurement):
        own = points.setdefault((figure.indicator, figure.place, figure.unit), {})
        own[figure.effective_on, figure.period] = figure

    by_indicator: dict[str, list[Series]] = {}
    for (indicator, place, unit), figures in points.items():
        series = Series(indicator, place, unit, list(figures.values()))
        by_indicator.setdefault(indicator, []).append(series)
    for listed in by_indicator.values():
        listed.sort(key=lambda s: _order_of_place(snapshot, s))
    return by_indicator


def figures_of(snapshot: Snapshot, slug: str) -> list[Measurement]:
    """The figures of the indicators that it is followed by, in the order shown."""
    return [
        figure
        for listed in followed_by(snapshot, slug).values()
        for followed in listed
        for series in followed.series
        for figure in series.figures
    ]


def reports_of(snapshot: Snapshot, slug: str) -> list[StatusReport]:
    """Its status reports up to the date, the newest first. Raises NotFound."""
    own = health_agreement(snapshot, slug).slug
    reports = _in_effect(snapshot, StatusReport)
    return [r for r in reversed(reports) if r.health_agreement == own]


def reached_in(snapshot: Snapshot, slug: str) -> list[Reached]:
    """How far the municipalities have come: focus areas first, then agreements."""
    stages: dict[tuple[str, str], dict[str, Implementation]] = {}
    for record in _in_effect(snapshot, Implementation):
        if record.health_agreement == slug:
            what = record.agreement, record.focus_area
            stages.setdefault(what, {})[record.municipality] = record

    areas = health_agreement(snapshot, slug).focus_areas
    reached = [Reached(*what, _by_name(snapshot, own)) for what, own in stages.items()]
    return sorted(
        reached,
        key=lambda r: (
            _place(areas, r.focus_area) if r.focus_area else len(areas) + 1,
            danish_key(snapshot.label(None, r.agreement)),
        ),
    )


def implementations_of(snapshot: Snapshot, slug: str) -> list[Implementation]:
    """Where each municipality is with each thing."""
    return [
        record
        for reached in reached_in(snapshot, slug)
        for record in reached.by_municipality.values()
    ]


def name_of(snapshot: Snapshot, reached: Reached) -> str:
    """What it is that is put in place."""
    if reached.agreement:
        return snapshot.label(None, reached.agreement)
    return snapshot.label(Scheme.FOCUS_AREAS, reached.focus_area)


def municipalities_of(snapshot: Snapshot, slug: str) -> list[str]:
    """Its parties that are municipalities, in the alphabet's order."""
    parties = health_agreement(snapshot, slug).parties
    own = [party for party in parties if snapshot.is_municipality(party)]
    return sorted(own, key=lambda o: danish_key(snapshot.organisation_name(o)))


def decisions_under(
    snapshot: Snapshot, slug: str
) -> list[tuple[ShownAgreement, Continuation]]:
    """What is decided on the date of each agreement's place in its appendix."""
    decided = []
    for agreement in snapshot.sorted_agreements():
        own = [
            r
            for r in snapshot.records_of(Continuation, agreement.slug)
            if r.health_agreement == slug and r.effective_on <= snapshot.moment.pr
        ]
        if own:
            decided.append((agreement, own[-1]))

    return decided


def serving(snapshot: Snapshot, focus_area: str, goals: Iterable[str]) -> list[Served]:
    """The agreements that answer on the date and say that they belong to the focus area
    or serve one of the national goals. Rules of law are nobody's agreement.
    """
    wanted = tuple(goals)
    served = (
        Served(
            agreement,
            bool(focus_area) and focus_area in agreement.shown.version.focus_areas,
            [goal for goal in wanted if goal in agreement.shown.version.goals],
        )
        for agreement in snapshot.sorted_agreements()
        if agreement.answers and not is_statutory(agreement.shown.version.kind)
    )

    return [one for one in served if one.by_focus_area or one.by_goals]


def _in_effect(snapshot: Snapshot, kind: type[R]) -> list[R]:
    """The standing records of a kind that have taken effect, the oldest first."""
    records = [
        record
        for record in snapshot.records[kind]
        if isinstance(record, kind) and record.effective_on <= snapshot.moment.pr
    ]
    return sorted(records, key=lambda r: (r.effective_on, r.id or 0))


def _place(keys: Sequence[str], key: str) -> int:
    return keys.index(key) if key in keys else len(keys)


def _order_of_place(snapshot: Snapshot, series: Series) -> tuple[bool, object, str]:
    name = snapshot.organisation_name(series.place)
    return snapshot.is_municipality(series.place), danish_key(name), series.unit


def _by_name(
    snapshot: Snapshot, records: Mapping[str, Implementation]
) -> dict[str, Implementation]:
    order = sorted(records, key=lambda o: danish_key(snapshot.organisation_name(o)))
    return {slug: records[slug] for slug in order}
