"""Days as the gates of dates count and write them; test_table.py tries the gates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.gates.dates import written_date, years_after


@pytest.mark.parametrize(
    ("day", "years", "later"),
    [
        (date(2026, 7, 1), 5, date(2031, 7, 1)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2024, 2, 29), 1, date(2025, 3, 1)),
        (date(9998, 1, 1), 5, date(9999, 1, 1)),
    ],
)
def test_years_are_counted_to_the_same_day(day: date, years: int, later: date) -> None:
    assert years_after(day, years) == later


@given(st.dates(max_value=date(9990, 1, 1)), st.integers(1, 8))
def test_years_after_is_never_more_than_a_day_off(day: date, years: int) -> None:
    later = years_after(day, years)

    assert later.year == day.year + years
    assert (later.month, later.day) in ((day.month, day.day), (3, 1))


def test_a_day_is_written_in_figures() -> None:
    assert written_date(date(2026, 7, 1)) == "1.7.2026"
