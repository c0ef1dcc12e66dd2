"""What a health agreement is followed by: the lengths of a figure's period, the kinds
of status report, and how far a municipality has come. Pure.
"""

import re
from calendar import monthrange
from datetime import date

from registry.language.dates import danish_date, read_date, read_period

DAY, MONTH, QUARTER, YEAR = "day", "month", "quarter", "year"
PERIODS = (
    (DAY, "én dag"),
    (MONTH, "en måned"),
    (QUARTER, "et kvartal"),
    (YEAR, "et år"),
)
ONGOING, MIDWAY, FINAL = "loebende", "midtvejs", "slut"
OCCASIONS = (
    (ONGOING, "Løbende opfølgning"),
    (MIDWAY, "Midtvejsstatus"),
    (FINAL, "Slutstatus"),
)
PLANNED, BEGUN, IN_PLACE = "planlagt", "begyndt", "i-drift"
# From the least to the furthest.
STAGES = ((PLANNED, "planlagt"), (BEGUN, "begyndt"), (IN_PLACE, "i drift"))
_QUARTER = re.compile(
    r"([1-4])\.?\s*(?:kvartal|kvt\.?|k)\s*([12]\d{3})\Z", re.IGNORECASE
)


def last_of(day: date, period: str) -> date:
    """The last day of the period of that length that the day lies in."""
    month = {YEAR: 12, QUARTER: (day.month + 2) // 3 * 3}.get(period, day.month)
    if period == DAY:
        return day
    return date(day.year, month, monthrange(day.year, month)[1])


def period_in_words(last: date, period: str) -> str:
    """The period that ends that day: 2023, 1. kvartal 2023, juni 2023."""
    if period == QUARTER:
        return f"{(last.month + 2) // 3}. kvartal {last.year}"
    return danish_date(last, period)


def read_covered(text: str) -> tuple[date, str] | None:
    """The last day of a period as it is written, and its length; None where it is none.

    A day alone covers that day.
    """
    written = " ".join(text.split())
    if quarter := _QUARTER.match(written):
        first = date(int(quarter[2]), int(quarter[1]) * 3, 1)
        return last_of(first, QUARTER), QUARTER
    if period := read_period(written):
        return last_of(*period), period[1]

    day = read_date(written)
    return (day, DAY) if day else None
