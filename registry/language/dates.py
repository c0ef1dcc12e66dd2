"""Dates as Danes write them: told, and read."""

import re
from datetime import date, timedelta

from registry.language.months import MONTHS

_A_DAY = timedelta(days=1)
_IN_FIGURES = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})\Z")
_IN_WORDS = re.compile(r"(\d{1,2})\.?\s*([a-z]+)\.?\s+(\d{4})\Z")
_PERIOD = re.compile(r"(?:([a-z]+)\.?\s+)?([12]\d{3})\Z")


def danish_date(day: date, precision: str = "day") -> str:
    """1. februar 2022; only februar 2022 or 2022 where no more is known."""
    month = MONTHS[day.month - 1]
    if precision == "year":
        return str(day.year)

    return (
        f"{month} {day.year}"
        if precision == "month"
        else f"{day.day}. {month} {day.year}"
    )


def iso_date(day: date, precision: str = "day") -> str:
    """2022-02-01; only 2022-02 or 2022 where no more is known."""
    return day.isoformat()[: {"year": 4, "month": 7}.get(precision, 10)]


def iso_end(end: date, precision: str = "day") -> str:
    """The end of a half-open period, the first day without: only the first month or
    year without where the period is known so and ends with one.
    """
    return iso_date(end, precision if _is_whole(end, precision) else "day")


def last_before(end: date) -> date:
    """The last day of a half-open period; nothing lies before the first day there
    is.
    """
    return end - _A_DAY if end > date.min else end


def end_after(last: date) -> date:
    """The end of a half-open period whose last day is `last`. Raises ValueError where
    no day follows it.
    """
    if last == date.max:
        raise ValueError("no day follows the last there is")
    return last + _A_DAY


def last_day(end: date, precision: str = "day") -> str:
    """The last day of a half-open period, as people are told it: 31. december 2026;
    only december 2026 or 2026 where the period is known so and ends with it.
    """
    is_whole = _is_whole(end, precision)
    return danish_date(last_before(end), precision if is_whole else "day")


def whole_period(start: date, end: date, precision: str = "day") -> str:
    """A half-open period as people are told it, no more exactly than it is known:
    «1. januar 2024 til og med 31. december 2027», «2007 til og med 2010».
    """
    return f"{danish_date(start, precision)} til og med {last_day(end, precision)}"


def read_date(text: str) -> date | None:
    """2027-03-01, 1.3.2027, 01-03-2027, 1/3/2027, 1. marts 2027 or 1. mar. 2027; else
    None.
    """
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
    """The first day of a month or a year that is written alone, and which it is; else
    None.
    """
    period = _PERIOD.match(" ".join(text.split()).lower())
    if period is None or (period[1] and not _month(period[1])):
        return None

    month, year = period[1], int(period[2])
    return date(year, _month(month or "jan"), 1), "month" if month else "year"


def _is_whole(end: date, precision: str) -> bool:
    """Whether a half-open period that is known so ends with a whole month or year."""
    ends_with = {"year": (end.month, end.day) == (1, 1), "month": end.day == 1}
    return ends_with.get(precision, False)


def _month(name: str) -> int:
    """The number of a month by its name or its first three letters; 0 where it is
    none.
    """
    numbers = (at for at, month in enumerate(MONTHS, 1) if name in (month, month[:3]))
    return next(numbers, 0)
