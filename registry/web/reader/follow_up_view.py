"""What the page of a health agreement shows of how it is followed: indicators with
their charts and figures, aims, what serves them, implementation, status, decisions.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from registry.catalogue import follow_up
from registry.catalogue.agreement_words import decided_since
from registry.catalogue.follow_up import Followed, Series, Served
from registry.catalogue.line_chart import LineChart, charts_of
from registry.catalogue.snapshot import Snapshot
from registry.language.dates import danish_date
from registry.language.figures import in_danish
from registry.models import Aim, Decision, Record, StatusReport
from registry.records.kinds import DECISION_LABELS
from registry.rules.fields import Scheme
from registry.rules.follow_up import OCCASIONS, STAGES, period_in_words
from registry.web.frame.links import link
from registry.web.reader.agreement_view import Link

OTHERS = "Andre indikatorer"
# More charts than these are folded away but for the regions'; of more than can be
# looked through, those of municipalities are shown to one who has chosen theirs.
MOST_CHARTS, MOST_FOLDED = 6, 30


@dataclass(frozen=True)
class PlaceChart:
    """A chart and what it is of. `id`: unique on the page."""

    id: str
    place: str
    unit: str
    chart: LineChart


@dataclass(frozen=True)
class FigureLine:
    """One figure as a line of the table."""

    place: str
    period: str
    value: str
    unit: str
    source: str
    note: str
    confirmed: bool


@dataclass(frozen=True)
class IndicatorView:
    """An indicator with its charts, those folded away, and the figures of both; and
    how many municipalities' are left out.
    """

    key: str
    label: str
    description: str
    source: str
    aims: Sequence[Aim]
    charts: Sequence[PlaceChart]
    more: Sequence[PlaceChart]
    lines: Sequence[FigureLine]
    left_out: int


@dataclass(frozen=True)
class GoalView:
    """A national goal with its indicators. `with_figures`: how many have any."""

    key: str
    label: str
    indicators: Sequence[IndicatorView]

    @property
    def with_figures(self) -> int:
        return sum(bool(one.lines) for one in self.indicators)


@dataclass(frozen=True)
class AimView:
    """An aim, what it is followed by, and the national goals it serves."""

    aim: Aim
    goals: Sequence[str]
    indicators: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class FocusView:
    """A focus area with the aims in it."""

    label: str
    aims: Sequence[AimView]


@dataclass(frozen=True)
class ServedLine:
    """An aim, a focus area or a national goal, and the agreements that serve it."""

    label: str
    agreements: Sequence[Link]


@dataclass(frozen=True)
class StageLine:
    """How far one municipality has come with one thing."""

    municipality: str
    what: str
    stage: str
    since: str
    record: Record


@dataclass(frozen=True)
class ReportView:
    """A status report as it is read."""

    report: StatusReport
    occasion: str
    received_by: str


def goals_of(snapshot: Snapshot, slug: str, place: str | None) -> list[GoalView]:
    """The national goals with their indicators. `place`: the reader's municipality."""
    return [
        GoalView(
            goal,
            snapshot.label(Scheme.GOALS, goal) if goal else OTHERS,
            [_indicator(snapshot, one, place) for one in followed],
        )
        for goal, followed in follow_up.followed_by(snapshot, slug).items()
    ]


def focus_areas_of(snapshot: Snapshot, slug: str) -> list[FocusView]:
    """Its focus areas with their aims; those without any too."""
    aims = follow_up.aims_of(snapshot, slug)
    areas = follow_up.health_agreement(snapshot, slug).focus_areas

    return [
        FocusView(
            snapshot.label(Scheme.FOCUS_AREAS, area),
            [_aim(snapshot, aim) for aim in aims if aim.focus_area == area],
        )
        for area in areas
    ]


def served_of(snapshot: Snapshot, slug: str) -> list[tuple[str, list[ServedLine]]]:
    """Which agreements serve which aim, focus area and national goal; each with the
    heading of its kind.
    """
    health = follow_up.health_agreement(snapshot, slug)
    aims = [
        ServedLine(aim.title, _links(snapshot, aim.focus_area, aim.goals))
        for aim in follow_up.aims_of(snapshot, slug)
    ]
    areas = [
        ServedLine(snapshot.label(Scheme.FOCUS_AREAS, key), _links(snapshot, key, ()))
        for key in health.focus_areas
    ]
    goals = [
        ServedLine(snapshot.label(Scheme.GOALS, key), _links(snapshot, "", (key,)))
        for key in follow_up.followed_by(snapshot, slug)
        if key
    ]

    headed = [
        ("Sundhedsaftalens mål", aims),
        ("Fokusområder", areas),
        ("Nationale mål", goals),
    ]
    return [(heading, lines) for heading, lines in headed if lines]


def stages_of(snapshot: Snapshot, slug: str, place: str | None) -> list[StageLine]:
    """How far each municipality has come; only the reader's where one is chosen."""
    stages = dict(STAGES)
    return [
        StageLine(
            snapshot.organisation_name(municipality),
            follow_up.name_of(snapshot, reached),
            stages[record.stage],
            danish_date(record.effective_on),
            record,
        )
        for reached in follow_up.reached_in(snapshot, slug)
        for municipality, record in reached.by_municipality.items()
        if place in (None, municipality)
    ]


def reports_of(snapshot: Snapshot, slug: str) -> list[ReportView]:
    """Its status reports, the newest first."""
    occasions = dict(OCCASIONS)
    return [
        ReportView(
            report,
            occasions[report.occasion],
            snapshot.organisation_name(report.received_by),
        )
        for report in follow_up.reports_of(snapshot, slug)
    ]


def decisions_of(snapshot: Snapshot, slug: str) -> list[tuple[str, list[Link]]]:
    """The agreements by what is decided of their place in the appendix."""
    decided: dict[str, list[Link]] = {label: [] for _, label in DECISION_LABELS}
    labels = dict(DECISION_LABELS)
    for agreement, record in follow_up.decisions_under(snapshot, slug):
        since = f"fra {decided_since(snapshot, record)}"
        note = since if record.confirmed else f"{since}, ikke bekræftet"
        href = link("agreements.agreement", slug=agreement.slug)
        label = labels[Decision(record.decision).value]
        decided[label].append(Link(agreement.shown.version.title, href, note))

    return [(label, links) for label, links in decided.items() if links]


def _indicator(
    snapshot: Snapshot, followed: Followed, place: str | None
) -> IndicatorView:
    shown = [
        series
        for series in followed.series
        if place in (None, series.place) or not snapshot.is_municipality(series.place)
    ]
    of_regions = [s for s in shown if not snapshot.is_municipality(s.place)]
    if not place and len(shown) > MOST_FOLDED:
        shown = of_regions

    charts = [
        PlaceChart(
            f"{followed.indicator.key}-{at}",
            snapshot.organisation_name(chart.series.place),
            chart.series.unit,
            chart,
        )
        for at, chart in enumerate(charts_of(shown), 1)
    ]
    first = len(charts)
    if not place and first > MOST_CHARTS:
        first = len(of_regions) or MOST_CHARTS

    return IndicatorView(
        key=followed.indicator.key,
        label=followed.indicator.label,
        description=followed.indicator.description,
        source=followed.indicator.source,
        aims=followed.aims,
        charts=charts[:first],
        more=charts[first:],
        lines=_figure_lines(snapshot, shown),
        left_out=0 if place else len(followed.series) - len(shown),
    )


def _figure_lines(snapshot: Snapshot, listed: Sequence[Series]) -> list[FigureLine]:
    return [
        FigureLine(
            place=snapshot.organisation_name(series.place),
            period=period_in_words(figure.effective_on, figure.period),
            value=in_danish(figure.value),
            unit=series.unit,
            source=figure.source,
            note=figure.reason,
            confirmed=figure.confirmed,
        )
        for series in listed
        for figure in series.figures
    ]


def _aim(snapshot: Snapshot, aim: Aim) -> AimView:
    return AimView(
        aim,
        snapshot.vocabulary.labels(Scheme.GOALS, aim.goals),
        [(key, snapshot.label(Scheme.INDICATORS, key)) for key in aim.indicators],
    )


def _links(snapshot: Snapshot, focus_area: str, goals: Sequence[str]) -> list[Link]:
    return [
        Link(
            one.agreement.shown.version.title,
            link("agreements.agreement", slug=one.agreement.slug),
            _by_what(snapshot, one) if focus_area and goals else "",
        )
        for one in follow_up.serving(snapshot, focus_area, goals)
    ]


def _by_what(snapshot: Snapshot, one: Served) -> str:
    goals = ", ".join(snapshot.label(Scheme.GOALS, goal) for goal in one.by_goals)
    through = [f"gennem nationalt mål: {goals}"] if goals else []
    return ", ".join([*(["fokusområde"] if one.by_focus_area else []), *through])
