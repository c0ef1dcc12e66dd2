"""Small line charts: their scales, their marks, and what they tell in letters."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.catalogue.follow_up import Series
from registry.catalogue.line_chart import (
    HEIGHT,
    LEFT,
    WIDTH,
    charts_of,
    ticks_between,
)
from registry.models import Measurement
from tests.catalogue.shelf import EARLY

floats = st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: round(value, 3))


def series(place: str, *values: float, unit: str = "procent") -> Series:
    figures = [
        Measurement(
            ref=f"{place}-{at}",
            effective_on=date(2018 + at, 12, 31),
            recorded_at=EARLY,
            indicator="i",
            place=place,
            period="year",
            value=value,
            unit=unit,
        )
        for at, value in enumerate(values)
    ]
    return Series("i", place, unit, figures)


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (2, 10, [0, 5, 10]),
        (17.9, 22.6, [16, 18, 20, 22, 24]),
        (0, 0, [0, 0.5, 1]),
        (5, 5, [0, 2, 4, 6]),
        (-4, -1, [-4, -2, 0]),
        (-5, 5, [-5, 0, 5]),
    ],
)
def test_the_scale_is_of_round_values(
    low: float, high: float, ticks: list[float]
) -> None:
    assert ticks_between(low, high) == ticks


@given(floats, floats)
def test_the_scale_holds_what_it_is_for(one: float, other: float) -> None:
    low, high = sorted((one, other))
    ticks = ticks_between(low, high)

    assert ticks == sorted(set(ticks))
    assert 2 <= len(ticks) <= 6
    slack = 1e-9 * max(abs(low), abs(high), 1)
    assert ticks[0] <= low + slack
    assert ticks[-1] >= high - slack


@given(st.lists(floats, min_size=1, max_size=12))
def test_every_mark_lies_within_the_picture(values: list[float]) -> None:
    (chart,) = charts_of([series("nordby", *values)])

    assert len(chart.marks) == len(values)
    assert all(LEFT <= mark.x <= WIDTH for mark in chart.marks)
    assert all(0 <= mark.y <= HEIGHT for mark in chart.marks)
    assert all(0 < mark.text_y < HEIGHT for mark in chart.marks)


def test_the_first_and_the_last_are_told() -> None:
    (chart,) = charts_of([series("nordby", 12.5, 11, 10)])

    assert [(m.text, m.period) for m in chart.marks if m.named] == [
        ("12,5", "2018"),
        ("10", "2020"),
    ]
    assert not chart.from_zero


def test_one_figure_alone_stands_in_the_middle() -> None:
    (chart,) = charts_of([series("nordby", 1234.5)])

    assert [(m.anchor, m.text) for m in chart.marks] == [("middle", "1.234,5")]


def test_places_that_compare_share_their_scale() -> None:
    one, other = charts_of([series("nordby", 10, 12), series("sydby", 14, 9)])

    assert one.shared
    assert one.ticks == other.ticks


def test_a_region_does_not_press_a_municipality_flat() -> None:
    region, municipality = charts_of([series("r", 60_000, 59_000), series("m", 90, 70)])

    assert not region.shared
    assert region.ticks != municipality.ticks


def test_units_are_drawn_each_for_themselves() -> None:
    percent, days = charts_of([series("n", 10, 12), series("n", 90, 80, unit="dage")])

    assert percent.shared
    assert percent.ticks != days.ticks
