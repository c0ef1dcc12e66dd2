"""Dates as Danes write them: told, and read."""

import re
from datetime import date, datetime, timedelta

from registry.clock import COPENHAGEN

MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)
_IN_FIGURES = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})\Z")
_IN_WORDS = re.compile(r"(\d{1,2})\.?\s*([a-z]+)\.?\s+(\d{4})\Z")
_PERIOD = re.compile(r"(?:([a-z]+)\.?\s+)?([12]\d{3})\Z")


def danish_date(day: date, precision: str = "day") -> str:
    """1. februar 2022; only februar 2022 or 2022 where no more is known."""
    month = MONTHS[day.month - 1]
    if precision == "year":
        return str(day.year)
    return f"{month} {day.year}" if precision == "month" else f"{day.day}. {month} {day.year}"


def last_day(end: date) -> str:
    """The last day of a period that ends before `end`."""
    return danish_date(end - timedelta(days=1))


def local_day(moment: datetime) -> date:
    return moment.astimezone(COPENHAGEN).date()


def danish_moment(moment: datetime) -> str:
    local = moment.astimezone(COPENHAGEN)
    return f"{danish_date(local.date())} kl. {local:%H.%M}"


def read_date(text: str) -> date | None:
    """2027-03-01, 1.3.2027, 01-03-2027, 1/3/2027, 1. marts 2027 or 1. mar. 2027; else None."""
    written = " ".join(text.split()).lower()
    try:
        if figures := _IN_FIGURES.match(written):
            return date(int(figures[3]), int(figures[2]), int(figures[1]))
        if words := _IN_WORDS.match(written):
            return date(int(words[3]), _month(words[2]), int(words[1]))
        return date.fromisoformat(written) if len(written) == 10 else None
    except ValueError:
        return None


def read_period(text: str) -> tuple[date, str] | None:
    """The first day of a month or a year that is written alone, and which it is; else None."""
    found = _PERIOD.match(" ".join(text.split()).lower())
    if found is None or (found[1] and not _month(found[1])):
        return None
    return date(int(found[2]), _month(found[1] or "jan"), 1), "month" if found[1] else "year"


def _month(name: str) -> int:
    """The number of a month by its name or its first three letters; 0 where it is none."""
    found = (at for at, month in enumerate(MONTHS, 1) if name in (month, month[:3]))
    return next(found, 0)
