"""The generations along the years."""

from datetime import date

from registry.models import HealthAgreement
from registry.web.reader.generations_chart import WIDTH, timeline_of
from tests.catalogue.shelf import EARLY


def health(slug: str, start: date, end: date) -> HealthAgreement:
    return HealthAgreement(
        slug=slug, title=slug, period_start=start, period_end=end, recorded_at=EARLY
    )


GENERATIONS = (
    health("tredje", date(2024, 1, 1), date(2028, 1, 1)),
    health("anden", date(2019, 7, 1), date(2024, 1, 1)),
    health("fjerde", date(2028, 1, 1), date(2032, 1, 1)),
)


def test_they_stand_the_oldest_first_with_their_state_on_the_date() -> None:
    timeline = timeline_of(GENERATIONS, date(2026, 6, 1), "tredje")

    assert timeline is not None
    assert [(g.slug, g.state_label, g.is_this) for g in timeline.generations] == [
        ("anden", "afløst", False),
        ("tredje", "gælder", True),
        ("fjerde", "kommende", False),
    ]
    assert timeline.generations[0].period == "1. juli 2019 til og med 31. december 2023"
    assert timeline.now is not None


def test_one_that_nobody_knows_of_whether_it_holds_says_so() -> None:
    timeline = timeline_of(GENERATIONS, date(2027, 6, 1), "tredje", {"tredje"})

    assert timeline is not None
    assert timeline.is_unsettled
    assert [g.state_label for g in timeline.generations] == [
        "afløst",
        "afklares",
        "kommende",
    ]


def test_every_bar_and_year_lies_within_the_picture() -> None:
    timeline = timeline_of(GENERATIONS, date(2026, 6, 1), "tredje")

    assert timeline is not None
    assert all(g.x >= 0 and g.x + g.width <= WIDTH for g in timeline.generations)
    assert all(0 <= x < WIDTH for x, _ in timeline.years)
    assert timeline.years[0][1] == "2019"


def test_a_date_outside_them_has_no_line() -> None:
    timeline = timeline_of(GENERATIONS, date(1999, 1, 1), "tredje")

    assert timeline is not None
    assert timeline.now is None


def test_without_generations_there_is_no_picture() -> None:
    assert timeline_of((), date(2026, 6, 1), "") is None
