"""Dates as Danish readers write them."""

from datetime import date, datetime, timedelta

from registry.clock import COPENHAGEN

MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)


def danish_date(day: date, precision: str = "day") -> str:
    """1. februar 2022; only februar 2022 or 2022 where no more is known."""
    month = MONTHS[day.month - 1]
    if precision == "year":
        return str(day.year)
    return f"{month} {day.year}" if precision == "month" else f"{day.day}. {month} {day.year}"


def last_day(end: date) -> str:
    """The last day of a period that ends before `end`."""
    return danish_date(end - timedelta(days=1))


def danish_moment(moment: datetime) -> str:
    local = moment.astimezone(COPENHAGEN)
    return f"{danish_date(local.date())} kl. {local:%H.%M}"


def local_day(moment: datetime) -> date:
    return moment.astimezone(COPENHAGEN).date()
