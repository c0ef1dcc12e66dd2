"""The parts of a status paper that are made of records: aims, figures, the agreements
behind them, implementation and decisions, each under its heading.
"""

from collections.abc import Iterator, Sequence

from registry.catalogue import follow_up
from registry.catalogue.agreement_words import decided_since
from registry.catalogue.follow_up import Followed, Reached, Series
from registry.catalogue.line_chart import charts_of
from registry.catalogue.snapshot import Snapshot
from registry.documents.blocks import (
    Block,
    Drawing,
    Heading,
    Table,
    Text,
    bullets,
    paragraph,
    text,
)
from registry.exports.chart_svg import svg_of
from registry.language.dates import danish_date
from registry.language.figures import in_danish
from registry.models import Continuation, HealthAgreement, Measurement
from registry.records.kinds import DECISION_LABELS
from registry.rules.fields import Scheme
from registry.rules.follow_up import STAGES, period_in_words

FIGURE_HEAD = ("Indikator", "Sted", "Første tal", "Seneste tal", "Ændring")
FIGURE_WIDTHS = (9, 6, 5, 5, 4)
# Why an agreement stands behind an aim of a focus area that is not its own.
THROUGH_GOAL = "gennem nationalt mål"
SERVED_WIDTHS = (2, 3)
STAGE_HEAD = ("Kommune", "Stadie", "Siden", "Belæg")
STAGE_WIDTHS = (6, 3, 4, 6)
# As on the page: the furthest first.
FURTHEST_FIRST = tuple(reversed(STAGES))
COUNT_HEAD = (
    "Hvad",
    *(label.capitalize() for _, label in FURTHEST_FIRST),
    "Ikke oplyst",
)
COUNT_WIDTHS = (10, 3, 3, 3, 4)
DECIDED_HEAD = ("Aftale", "Beslutning", "Fra", "Begrundelse og belæg")
DECIDED_WIDTHS = (7, 4, 4, 9)
UNCONFIRMED = " (ikke bekræftet)"


def aims(snapshot: Snapshot, health: HealthAgreement) -> Iterator[Block]:
    """The aims by focus area."""
    yield Heading(2, "Mål", "maal")
    aims = follow_up.aims_of(snapshot, health.slug)
    if not aims:
        yield paragraph("Hvordan sundhedsaftalens mål lyder, er ikke oplyst.")
        return

    for area in health.focus_areas:
        own = [aim for aim in aims if aim.focus_area == area]
        if own:
            label = snapshot.label(Scheme.FOCUS_AREAS, area)
            yield Heading(3, label, f"maal-{area}")
            yield bullets(
                aim.title + ("" if aim.confirmed else UNCONFIRMED) for aim in own
            )


def figures(snapshot: Snapshot, slug: str) -> Iterator[Block]:
    """The first and the newest figure of each indicator, by national goal."""
    yield Heading(2, "Indikatorer", "indikatorer")
    for goal, listed in follow_up.followed_by(snapshot, slug).items():
        label = snapshot.label(Scheme.GOALS, goal) if goal else "Andre indikatorer"
        yield Heading(3, label, f"indikatorer-{goal or 'andre'}")
        rows = [
            _figure_row(snapshot, one.indicator.label, series)
            for one in listed
            for series in _of_regions(snapshot, one.series)
        ]
        if rows:
            yield Table("", FIGURE_HEAD, tuple(rows), FIGURE_WIDTHS)

        for one in listed:
            yield from _curves(snapshot, one)

        without = [one.indicator.label for one in listed if not one.series]
        if without:
            yield paragraph(f"Ingen tal i kataloget: {'; '.join(without)}.")

    if not follow_up.followed_by(snapshot, slug):
        yield paragraph("Hvilke indikatorer aftalen følges ved, er ikke oplyst.")


def _curves(snapshot: Snapshot, one: Followed) -> Iterator[Block]:
    """A line for each place that has more than one figure."""
    for chart in charts_of(_of_regions(snapshot, one.series)):
        first, last = chart.series.figures[0], chart.series.figures[-1]
        if first is last:
            continue
        place = snapshot.organisation_name(chart.series.place)
        scale = "" if chart.from_zero else ". Skalaen begynder ikke ved nul"
        name = f"{one.indicator.label}: {place}, {chart.series.unit}"
        span = f"Kurve fra {_figure_in_words(first)} til {_figure_in_words(last)}"
        yield paragraph(f"{name}{scale}.", note=True)
        yield Drawing(svg_of(chart), f"{name}. {span}.")


def _of_regions(snapshot: Snapshot, listed: Sequence[Series]) -> Sequence[Series]:
    """Those of regions; of municipalities only where there are no others."""
    regions = [s for s in listed if not snapshot.is_municipality(s.place)]
    return regions or listed


def _figure_row(snapshot: Snapshot, label: str, series: Series) -> tuple[Text, ...]:
    """An indicator in one place: the first figure, the newest, and the change between
    them. A figure that stands alone is the newest, and has changed from nothing.
    """
    first, last = series.figures[0], series.figures[-1]
    before = change = "–"
    if first is not last:
        difference = round(last.value - first.value, 9)
        sign = "+" if difference > 0 else ""
        before = _figure_in_words(first)
        change = f"{sign}{in_danish(difference)} {_difference_in(series.unit)}"

    place = snapshot.organisation_name(series.place)
    return tuple(map(text, (label, place, before, _figure_in_words(last), change)))


def _difference_in(unit: str) -> str:
    """Between two percentages lie points: a fall from 20 to 19 is one of 5 per cent."""
    for percent, points in (("procent", "procentpoint"), ("%", "procentpoint")):
        if unit.startswith(percent):
            return points + unit.removeprefix(percent)
    return unit


def _figure_in_words(figure: Measurement) -> str:
    period = period_in_words(figure.effective_on, figure.period)
    return f"{in_danish(figure.value)} {figure.unit} ({period})"


def served(snapshot: Snapshot, health: HealthAgreement) -> Iterator[Block]:
    """Which agreements serve which aim; of a focus area without aims, itself."""
    aims = follow_up.aims_of(snapshot, health.slug)
    wanted = [
        (aim.title, follow_up.serving(snapshot, aim.focus_area, aim.goals))
        for aim in aims
    ]

    bare = [a for a in health.focus_areas if a not in {aim.focus_area for aim in aims}]
    wanted += [
        (
            snapshot.label(Scheme.FOCUS_AREAS, area),
            follow_up.serving(snapshot, area, ()),
        )
        for area in bare
    ]

    yield Heading(2, "Aftaler bag målene", "bidrag")
    if not wanted:
        yield paragraph("Der er hverken mål eller fokusområder at bidrage til.")
        return

    rows = tuple(
        (text(label), text("\n".join(map(_by_what, served)) or "Ingen"))
        for label, served in wanted
    )
    about = " eller ".join(
        name for name, some in (("mål", aims), ("fokusområde", bare)) if some
    )

    yield Table("", (about.capitalize(), "Aftaler"), rows, SERVED_WIDTHS)


def _by_what(one: follow_up.Served) -> str:
    """An agreement, and whether nothing but a national goal that it shares with the aim
    puts it there.
    """
    return one.title if one.by_focus_area else f"{one.title} ({THROUGH_GOAL})"


def implementation(snapshot: Snapshot, slug: str) -> Iterator[Block]:
    """How many municipalities are at each stage."""
    yield Heading(2, "Implementering i kommunerne", "implementering")
    listed = follow_up.reached_in(snapshot, slug)
    if not listed:
        yield paragraph("Kataloget har ikke oplysninger om, hvor langt kommunerne er.")
        return

    own = follow_up.municipalities_of(snapshot, slug)
    rows = tuple(_counted(snapshot, reached, own) for reached in listed)
    yield Table("Antal kommuner", COUNT_HEAD, rows, COUNT_WIDTHS)


def municipalities(snapshot: Snapshot, slug: str) -> Iterator[Block]:
    """How far each municipality is, as an annex: it is looked up, not read."""
    listed = follow_up.reached_in(snapshot, slug)
    if listed:
        yield Heading(2, "Bilag: Hvor langt hver kommune er", "kommuner")

    for at, reached in enumerate(listed, 1):
        yield Heading(3, follow_up.name_of(snapshot, reached), f"kommuner-{at}")
        lines = tuple(_stages(snapshot, reached))
        yield Table("", STAGE_HEAD, lines, STAGE_WIDTHS)

        unsaid = [
            snapshot.organisation_name(key)
            for key in follow_up.municipalities_of(snapshot, slug)
            if key not in reached.by_municipality
        ]
        if unsaid:
            yield paragraph(f"Ikke oplyst: {', '.join(unsaid)}.")


def _counted(
    snapshot: Snapshot, reached: Reached, municipalities: Sequence[str]
) -> tuple[Text, ...]:
    total = len({*municipalities, *reached.by_municipality})
    counts = [len(reached.at(key)) for key, _ in FURTHEST_FIRST]
    cells = (*counts, total - sum(counts))
    name = follow_up.name_of(snapshot, reached)
    return text(name), *(text(str(cell)) for cell in cells)


def _stages(snapshot: Snapshot, reached: Reached) -> Iterator[tuple[Text, ...]]:
    stages = dict(STAGES)
    for municipality, record in reached.by_municipality.items():
        yield (
            text(snapshot.organisation_name(municipality)),
            text(stages[record.stage]),
            text(danish_date(record.effective_on)),
            text(record.source or "ikke bekræftet"),
        )


def _grounds(record: Continuation) -> str:
    """Why, and where it is from: of what nobody has seen, no source can be cited."""
    source = f"Belæg: {record.source}" if record.source and record.confirmed else ""
    return " ".join(filter(None, (record.reason, source))) or "–"


def decisions(snapshot: Snapshot, slug: str) -> Iterator[Block]:
    """What is decided of each agreement's place in the appendix."""
    yield Heading(2, "Videreførelse af aftaler", "videre")
    decided = follow_up.decisions_under(snapshot, slug)

    rows = tuple(
        (
            text(agreement.shown.version.title),
            text(label + ("" if record.confirmed else UNCONFIRMED)),
            text(decided_since(snapshot, record)),
            text(_grounds(record)),
        )
        for key, label in DECISION_LABELS
        for agreement, record in decided
        if record.decision == key
    )

    if not rows:
        yield paragraph("Der er ikke registreret beslutninger.")
        return
    unconfirmed = sum(not record.confirmed for _, record in decided)
    if unconfirmed:
        which = "Beslutningen" if len(rows) == 1 else f"{unconfirmed} af {len(rows)}"
        yield paragraph(f"{which} er ikke bekræftet af en kilde.", note=True)
    yield Table("", DECIDED_HEAD, rows, DECIDED_WIDTHS)
