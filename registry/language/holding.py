"""From when to when a condition holds by its own first words: "Til og med 31. december
2026. …", "Fra 1. januar 2027. …", "Fra 2018. …".
"""

import re
from datetime import date

from registry.language.dates import read_date, read_period

_DAY = r"(?:den )?(\d{1,2}\.? [a-zæøå]+ \d{4})"
# Where no more is known, a month or a year; four figures of which more is said are no
# year («fra 2500 gram»), and a word before a year is no month unless it reads as one.
_TIME = r"(?:den )?((?:(?:\d{1,2}\.? )?[a-zæøå]+\.? )?\d{4})(?=[.,:;]|$)"
_UNTIL = re.compile(rf"(?:gælder )?til og med {_DAY}", re.IGNORECASE)
_SINCE = re.compile(
    rf"(?:gælder )?(?:tidligst )?fra (?:og med )?{_TIME}", re.IGNORECASE
)
_AFTER = re.compile(rf"\bderefter\b|\b{_DAY}", re.IGNORECASE)

# «For den avancerede del kun til og med …»; what is meant may stand in brackets.
_OF_A_PART = re.compile(
    rf"\bfor ((?:[^.:;]|(?<=\d)\.)+?),? kun til og med {_DAY}", re.IGNORECASE
)
_BRACKETS = re.compile(r"\(([^)]+)\)")
_PARTS_APART = re.compile(r",| og | eller |\bden\b|\bdel\b")


def holds_on(condition: str, day: date) -> bool:
    """Whether what a condition begins with leaves the day within it. One that names no
    day always does. One that began in a month or a year, and says no more, holds from
    the first day of it.
    """
    until, since = _named(_UNTIL, condition), _named(_SINCE, condition)
    return not (until and until < day) and not (since and day < since)


def first_day_of(condition: str) -> date | None:
    """The first day that a condition begins with; None where it names none."""
    return _named(_SINCE, condition)


def last_day_of(condition: str) -> date | None:
    """The last day that a condition begins with; None where it names none."""
    return _named(_UNTIL, condition)


def _named(words: re.Pattern[str], condition: str) -> date | None:
    date_part = words.match(" ".join(condition.split()))
    if date_part is None:
        return None

    written = date_part[1]
    period = read_period(written)
    return period[0] if period else read_date(written)


def tells_what_comes(condition: str) -> bool:
    """Whether what stands after the day that it ends with tells what comes then."""
    text = " ".join(condition.split())
    until = _UNTIL.match(text)
    return bool(until and _AFTER.search(text, until.end()))


def parts_over(condition: str, day: date) -> list[str]:
    """What a condition says that it held for until before the day only, though it still
    holds for the rest.
    """
    # Few conditions name a part, and every row of an answer is asked.
    if "kun" not in condition.casefold():
        return []

    text = " ".join(condition.split())
    over = [m[1] for m in _OF_A_PART.finditer(text) if _is_before(m[2], day)]
    meant = [bracket[1] if (bracket := _BRACKETS.search(one)) else one for one in over]

    return [
        part.strip()
        for one in meant
        for part in _PARTS_APART.split(one)
        if part.strip()
    ]


def _is_before(written: str, day: date) -> bool:
    read = read_date(written)
    return read is not None and read < day
