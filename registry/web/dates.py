"""Dates as Danish readers write them."""

from datetime import date, datetime, timedelta

from registry import clock
from registry.clock import COPENHAGEN
from registry.danish_dates import danish_date

__all__ = ["danish_clock", "danish_date", "danish_moment", "last_day", "local_day"]


def last_day(end: date) -> str:
    """The last day of a period that ends before `end`."""
    return danish_date(end - timedelta(days=1))


def danish_moment(moment: datetime) -> str:
    local = moment.astimezone(COPENHAGEN)
    return f"{danish_date(local.date())} kl. {local:%H.%M}"


def local_day(moment: datetime) -> date:
    return moment.astimezone(COPENHAGEN).date()


def danish_clock() -> str:
    """The time of day now, as 21.03."""
    return f"{clock.now().astimezone(COPENHAGEN):%H.%M}"
