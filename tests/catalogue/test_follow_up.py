"""How a health agreement is followed, at a date and at a moment."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from registry.catalogue import follow_up
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Snapshot
from registry.clock import Moment
from registry.errors import NotFound
from registry.models import Measurement
from tests.records.follow_up import AIM, FIGURE, PERIOD, REPORT, STAGE, year
from tests.records.samples import two

pytestmark = pytest.mark.usefixtures("stopped_clock")
BEFORE = datetime(2026, 11, 1, 12, tzinfo=UTC)


def values(catalogue: Catalogue, on: date, vist: datetime | None = None) -> list[float]:
    figures = follow_up.figures_of(catalogue.at(Moment(on, vist)), PERIOD)
    return [figure.value for figure in figures]


def test_figures_count_from_the_end_of_their_period(catalogue: Catalogue) -> None:
    assert values(catalogue, date(2024, 12, 30)) == []
    assert values(catalogue, date(2024, 12, 31)) == [11.7]
    assert values(catalogue, date(2026, 11, 22)) == [11.7, 10]


def test_figures_are_those_known_at_the_moment(catalogue: Catalogue) -> None:
    two(catalogue, "measurement", {**FIGURE, "place": "proeveregion", "value": 11})

    assert values(catalogue, date(2026, 11, 22)) == [11, 10]
    assert values(catalogue, date(2026, 11, 22), BEFORE) == [11.7, 10]


def test_regions_stand_before_municipalities_and_units_apart(
    catalogue: Catalogue,
) -> None:
    two(
        catalogue,
        "measurement",
        FIGURE,
        {**FIGURE, "unit": "indlæggelser", "value": 90},
    )
    listed = follow_up.series_of(catalogue.today())["genindlaeggelser"]

    assert [(s.place, s.unit) for s in listed] == [
        ("proeveregion", "procent"),
        ("nordby", "indlæggelser"),
        ("nordby", "procent"),
    ]


def test_an_indicator_without_a_figure_is_followed_all_the_same(
    catalogue: Catalogue,
) -> None:
    followed = follow_up.followed_by(catalogue.today(), PERIOD)["maal-1"]

    assert [(one.indicator.key, len(one.series)) for one in followed] == [
        ("genindlaeggelser", 1),
        ("ventetid", 0),
    ]
    assert [aim.aim for aim in followed[0].aims] == ["faerre-indlaeggelser"]


def test_an_indicator_of_no_goal_is_followed_where_an_aim_names_it(
    catalogue: Catalogue,
) -> None:
    word = {"scheme": "indicators", "label": "Tilfredshed", "reason": "Ny."}
    two(catalogue, "word", word)
    assert follow_up.NO_GOAL not in follow_up.followed_by(catalogue.today(), PERIOD)

    two(catalogue, "aim", {**AIM, "indicators": ("tilfredshed",)})
    others = follow_up.followed_by(catalogue.today(), PERIOD)[follow_up.NO_GOAL]
    assert [one.indicator.label for one in others] == ["Tilfredshed"]


def test_an_aim_is_as_it_was_last_set_on_the_date(catalogue: Catalogue) -> None:
    sharper = {
        **AIM,
        "aim": "faerre-indlaeggelser",
        "title": "Halvt så mange indlægges",
        "effective_on": date(2026, 6, 1),
    }
    two(catalogue, "aim", sharper)

    def title(on: date) -> list[str]:
        return [a.title for a in follow_up.aims_of(catalogue.at(Moment(on)), PERIOD)]

    assert title(date(2026, 5, 31)) == ["Færre indlægges uden grund"]
    assert title(date(2026, 6, 1)) == ["Halvt så mange indlægges"]


def test_a_municipality_is_at_the_stage_of_the_date(catalogue: Catalogue) -> None:
    two(catalogue, "implementation", STAGE)
    two(
        catalogue,
        "implementation",
        {**STAGE, "stage": "i-drift", "effective_on": date(2026, 9, 1)},
    )

    def stages(on: date) -> dict[str, str]:
        reached = follow_up.reached_in(catalogue.at(Moment(on)), PERIOD)
        return {m: r.stage for one in reached for m, r in one.by_municipality.items()}

    assert stages(date(2025, 1, 1)) == {}
    assert stages(date(2026, 5, 1)) == {"nordby": "begyndt", "sydby": "planlagt"}
    assert stages(date(2026, 9, 1)) == {"nordby": "begyndt", "sydby": "i-drift"}


def test_status_reports_come_the_newest_first(catalogue: Catalogue) -> None:
    two(catalogue, "status-report", REPORT)
    reports = follow_up.reports_of(catalogue.today(), PERIOD)

    assert [r.occasion for r in reports] == ["loebende", "midtvejs"]
    earlier = catalogue.at(Moment(date(2026, 5, 1)))
    assert [r.occasion for r in follow_up.reports_of(earlier, PERIOD)] == ["midtvejs"]


def test_agreements_serve_by_focus_area_or_goal_and_say_by_which(
    catalogue: Catalogue,
) -> None:
    served = follow_up.serving(catalogue.today(), "psykisk-sygdom", ("maal-1",))
    wanted = {
        a.slug
        for a in catalogue.today().agreements.values()
        if a.answers
        and (
            "psykisk-sygdom" in a.shown.version.focus_areas
            or "maal-1" in a.shown.version.goals
        )
    }

    assert {one.agreement.slug for one in served} == wanted
    assert all(one.by_focus_area or one.by_goals for one in served)


def test_decisions_are_those_of_the_health_agreement(catalogue: Catalogue) -> None:
    decided = follow_up.decisions_under(catalogue.today(), PERIOD)

    assert [(a.slug, r.decision) for a, r in decided] == [
        ("proeve-lokal", "viderefoeres")
    ]
    earlier = catalogue.at(Moment(date(2023, 1, 1)))
    assert follow_up.decisions_under(earlier, PERIOD) == []


def test_one_that_is_not_there_is_not_found(catalogue: Catalogue) -> None:
    with pytest.raises(NotFound):
        follow_up.health_agreement(catalogue.today(), "ukendt")


def test_a_figure_that_never_held_is_gone(catalogue: Catalogue) -> None:
    gone = {**FIGURE, **year(2024), "corrects": "maaling", "void": True}
    two(catalogue, "measurement", gone)

    refs = [r.ref for r in catalogue.today().records[Measurement]]
    assert refs == ["maaling-2"]


@pytest.mark.parametrize(
    "read",
    [
        follow_up.aims_of,
        follow_up.figures_of,
        follow_up.followed_by,
        follow_up.reached_in,
        follow_up.reports_of,
    ],
)
def test_of_a_health_agreement_that_is_none_nothing_is_told(
    catalogue: Catalogue, read: Callable[[Snapshot, str], object]
) -> None:
    with pytest.raises(NotFound):
        read(catalogue.at(Moment(date(2026, 11, 22))), "findes-ikke")
