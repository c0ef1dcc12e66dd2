"""Dates as Danes write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.danish_dates import danish_date, read_date


@pytest.mark.parametrize(
    "text",
    [
        *("2027-03-01", "1.3.2027", "01-03-2027", "1/3/2027", "1. marts 2027", "1 marts 2027"),
        *("1. MARTS 2027", "01. mar. 2027", " 1.  marts\u00a02027 "),
    ],
)
def test_a_date_is_read_as_danes_write_it(text: str) -> None:
    assert read_date(text) == date(2027, 3, 1)


@pytest.mark.parametrize(
    "text",
    ["", "marts 2027", "1.3.27", "31.2.2027", "2027-3-1", "20270301", "1. mart 2027", "1. ma 2027"],
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
