"""The periods of figures: told, read, and where they end."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.rules.follow_up import PERIODS, last_of, period_in_words, read_covered

days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
periods = st.sampled_from([key for key, _ in PERIODS])


@pytest.mark.parametrize(
    ("text", "last", "period"),
    [
        ("2023", date(2023, 12, 31), "year"),
        ("februar 2024", date(2024, 2, 29), "month"),
        ("feb. 2023", date(2023, 2, 28), "month"),
        ("1. kvartal 2023", date(2023, 3, 31), "quarter"),
        ("4 kvt. 2023", date(2023, 12, 31), "quarter"),
        ("31.12.2023", date(2023, 12, 31), "day"),
        ("2023-06-30", date(2023, 6, 30), "day"),
    ],
)
def test_a_period_is_read_as_it_is_written(text: str, last: date, period: str) -> None:
    assert read_covered(text) == (last, period)


@pytest.mark.parametrize(
    "text", ["", "5. kvartal 2023", "uge 7 2023", "2023-24", "31.2.2023", "i fjor"]
)
def test_what_is_no_period_is_not_read(text: str) -> None:
    assert read_covered(text) is None


@given(days, periods)
def test_what_is_told_is_read_back(day: date, period: str) -> None:
    last = last_of(day, period)

    assert read_covered(period_in_words(last, period)) == (last, period)


@given(days, periods)
def test_a_period_ends_on_or_after_each_of_its_days(day: date, period: str) -> None:
    last = last_of(day, period)

    assert last >= day
    assert last_of(last, period) == last
