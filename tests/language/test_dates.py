"""Dates as Danes write them.

Also covers registry/language/months.py and registry/language/moments.py.
"""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.language.dates import (
    danish_date,
    end_after,
    iso_end,
    last_before,
    last_day,
    read_date,
    read_period,
)
from registry.language.moments import danish_moment, local_day


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2027-03-01",
            "1.3.2027",
            "01-03-2027",
            "1/3/2027",
            "1. marts 2027",
            "1 marts 2027",
        ),
        *("1. MARTS 2027", "01. mar. 2027", " 1.  marts\u00a02027 "),
    ],
)
def test_a_date_is_read_as_danes_write_it(text: str) -> None:
    assert read_date(text) == date(2027, 3, 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "marts 2027",
        "1.3.27",
        "31.2.2027",
        "2027-3-1",
        "20270301",
        "1. mart 2027",
        "1. ma 2027",
    ],
)
def test_what_is_no_date_is_not_guessed(text: str) -> None:
    assert read_date(text) is None


@given(st.dates(min_value=date(1000, 1, 1)))
def test_what_is_told_is_read_again(day: date) -> None:
    assert read_date(danish_date(day)) == day


def test_no_more_is_told_than_is_known() -> None:
    day = date(2022, 2, 1)
    assert danish_date(day, "month") == "februar 2022"
    assert danish_date(day, "year") == "2022"


def test_a_period_is_told_by_its_last_day() -> None:
    assert last_day(date(2024, 1, 1)) == "31. december 2023"


def test_the_last_day_is_told_no_more_exactly_than_the_period_is_known() -> None:
    assert last_day(date(2011, 1, 1), "year") == "2010"
    assert last_day(date(2012, 7, 1), "month") == "juni 2012"
    # The period after it is known better: it began that day.
    assert last_day(date(2019, 7, 1), "year") == "30. juni 2019"
    assert last_day(date(2012, 7, 15), "month") == "14. juli 2012"
    assert last_day(date(2024, 3, 1)) == "29. februar 2024"


def test_the_end_of_a_period_is_given_no_more_exactly_than_it_is_known() -> None:
    assert iso_end(date(2011, 1, 1), "year") == "2011"
    assert iso_end(date(2012, 7, 1), "month") == "2012-07"
    assert iso_end(date(2011, 1, 1)) == "2011-01-01"
    assert iso_end(date(2019, 7, 1), "year") == "2019-07-01"
    assert iso_end(date(2012, 7, 15), "month") == "2012-07-15"


@pytest.mark.parametrize(
    ("moment", "day", "in_danish"),
    [
        (
            datetime(2026, 11, 22, 23, 30, tzinfo=UTC),
            date(2026, 11, 23),
            "23. november 2026 kl. 00.30",
        ),
        (
            datetime(2026, 7, 1, 21, 5, tzinfo=UTC),
            date(2026, 7, 1),
            "1. juli 2026 kl. 23.05",
        ),
    ],
)
def test_a_moment_is_told_as_it_is_in_copenhagen(
    moment: datetime, day: date, in_danish: str
) -> None:
    assert local_day(moment) == day
    assert danish_moment(moment) == in_danish


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("marts 2027", (date(2027, 3, 1), "month")),
        (" Mar.  2027 ", (date(2027, 3, 1), "month")),
        ("2027", (date(2027, 1, 1), "year")),
    ],
)
def test_a_month_or_a_year_alone_is_read_by_its_first_day(
    text: str, period: tuple[date, str]
) -> None:
    assert read_period(text) == period


@pytest.mark.parametrize("text", ["", "3027", "mart 2027", "1. marts 2027", "27"])
def test_what_is_no_period_is_not_guessed(text: str) -> None:
    assert read_period(text) is None


@given(st.dates(max_value=date.max - timedelta(days=1)))
def test_the_last_day_and_the_end_lead_to_each_other(last: date) -> None:
    end = end_after(last)

    assert last_before(end) == last
    assert end - last == timedelta(days=1)
    assert last_day(end) == danish_date(last)


def test_no_day_follows_the_last_there_is_and_none_comes_before_the_first() -> None:
    with pytest.raises(ValueError, match="no day"):
        end_after(date.max)
    assert last_before(date.min) == date.min
