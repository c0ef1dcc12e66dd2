"""The day that a question asks about: «efter nytår», «pr. 1/1», «i 2027», «til marts»,
and the month it asks back about: «hvem var med i feb 22». Pure.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import accumulate

from registry.language.danish import Token, fold
from registry.language.dates import read_date
from registry.language.months import MONTHS

_MONTHS = {
    fold(name)[: length or None]: at
    for at, name in enumerate(MONTHS, 1)
    for length in (0, 3)
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
# «'27», «27» and «2027».
_YEAR = r"(?:\s*(?:i\s)?'?(?P<year>(?:20)?[2-9]\d))?(?!/?\d)"
# A day without a year, and a month, are asked about only after these.
_FROM = r"\b(?:fra(?: og med)?|efter|pr\.?|til)\s+(?:den\s+|d\.?\s*)?"
_WHOLE = re.compile(
    r"\d{1,2}(?:[./-]\s?\d{1,2}[./-]\s?"
    rf"|\.?\s?(?:{_MONTH})\.?\s?)20\d\d"
)
# What is to be done before the turn of the year is asked of the time before it.
_TURN = re.compile(
    r"(?<!inden )(?<!foer )\b(?:nytaar|nyttaar|nyaar|aars?skiftet?)" + _YEAR + r"\b"
)
_NEXT_YEAR = re.compile(r"\b(?:(?:til )?naeste aars?|det nye aar|kommende aar)\b")
_ONLY_WHEN = tuple(
    re.compile(rf"\b(?:(?:(?:hen )?over|efter|fra|til|ved|pr|i) )?{one.pattern}")
    for one in (_TURN, _NEXT_YEAR)
)
_IN_FIGURES = re.compile(
    rf"{_FROM}(?P<day>\d{{1,2}})[./](?P<month>\d{{1,2}}){_YEAR}"
    r"(?<!24/7)(?![./]?\d|\s*(?:af|timer))"
)
_IN_WORDS = re.compile(
    rf"{_FROM}(?:(?P<day>\d{{1,2}})\.?\s*)?(?P<month>{_MONTH})\b\.?{_YEAR}"
)
# A period is the name of what it is of: «sundhedsaftalen 2024-2027».
_A_YEAR = re.compile(r"(?<!\d)(?<![-–/])20\d\d(?!\s?[-–/]\s?\d)(?!\d)")
_PERIOD = re.compile(r"20\d\d\s?[-–/]\s?(?:20)?\d\d(?!\d)")

# Told of what was: only with these a month that is past is asked about.
_WAS = re.compile(
    r"\b(?:var|blev|gjaldt|startede|begyndte|dengang|havde|skulle|betalte|kunne|fik"
    r"|stod|omfattede|daekkede|maatte)\b"
)
_FOLLOWS_A_YEAR = (
    r"\s*(?:$|[,.;:?!)]|(?:paa|i|fra|til|hos|ved|med|om|og|eller|da|hvor|hvem|hvad|hvis"
    r"|har|skulle|var|blev|havde|gjaldt|betalte)\b)"
)
# Two bare figures after a month may be an age, a length or a dose, and the month a
# name («jan 22 år»): they are a year's only «i marts 22», and where no noun follows.
_OF_A_YEAR = re.compile(
    rf"\b(?P<month>{_MONTH})\.?\s*(?:20|')(?P<year>[0-4]\d)"
    r"(?!\d|\s*(?:kr|kroner|mg|ml)\b)"
    rf"|(?:\b(?:i|fra|siden|til)|\d\.?)\s(?P<bare>{_MONTH})\.?\s*"
    rf"(?P<figures>[0-4]\d)(?![\d-]){_FOLLOWS_A_YEAR}"
)


def asked_day(text: str, today: date) -> date | None:
    """The first day of the time that a question asks about, the latest of those it
    names; None where it names none. A day without a year is the next one.
    """
    asked = fold(" ".join(text.split()))
    asked = _PERIOD.sub(" ", asked)
    days: list[date | None] = [read_date(_spaced(m[0])) for m in _WHOLE.finditer(asked)]
    rest = _WHOLE.sub(" ", asked)

    for pattern, read in _READ:
        days += [read(match, today) for match in pattern.finditer(rest)]
        rest = pattern.sub(" ", rest)
    return max((day for day in days if day), default=None)


def past_day(text: str, today: date) -> date | None:
    """The last day of the month that a question asks back about («da det startede i feb
    22»), by a word of what was; None where it names none, or one that is not over.
    """
    asked = fold(" ".join(text.split()))
    if not _WAS.search(asked):
        return None

    months = (
        date(
            2000 + int(match["year"] or match["figures"]),
            _MONTHS[match["month"] or match["bare"]],
            1,
        )
        for match in _OF_A_YEAR.finditer(asked)
    )
    ends = (_month_end(month) for month in months)
    return max((end for end in ends if end < today), default=None)


def _month_end(month: date) -> date:
    following = (month.replace(day=28) + timedelta(days=4)).replace(day=1)
    return following - timedelta(days=1)


def without_days(tokens: Sequence[Token]) -> list[Token]:
    """The words of a question less those that only tell when it asks about («efter
    nytår»); all of them where it has no others.
    """
    written = " ".join(token.exact for token in tokens)
    spans = [match.span() for one in _ONLY_WHEN for match in one.finditer(written)]
    if not spans:
        return list(tokens)

    ends = accumulate(len(token.exact) + 1 for token in tokens)
    kept = [
        token
        for token, end in zip(tokens, ends, strict=True)
        if not any(first <= end - len(token.exact) - 1 < last for first, last in spans)
    ]
    return kept or list(tokens)


def _spaced(written: str) -> str:
    """«1/ 1-2027» and «1.januar2027» as `read_date` has them."""
    apart = re.sub(r"(?<=[a-z])\.?(?=\d)", " ", written)
    return re.sub(r"([./-])\s+(?=\d)", r"\1", apart)


def _turn(match: re.Match[str], today: date) -> date:
    return date(_year(match["year"]) or today.year + 1, 1, 1)


def _next_year(_: re.Match[str], today: date) -> date:
    return date(today.year + 1, 1, 1)


def _year_alone(match: re.Match[str], _: date) -> date:
    return date(int(match[0]), 1, 1)


def _in_year(match: re.Match[str], today: date) -> date | None:
    """A day and month of the year that is named, else the next time they come."""
    named = match["month"]
    month = int(named) if named.isdigit() else _MONTHS[named]
    day, year = int(match["day"] or 1), _year(match["year"])

    try:
        if year:
            return date(year, month, day)
        this = date(today.year, month, day)
        return this if this > today else this.replace(year=today.year + 1)
    except ValueError:
        return None


def _year(text: str | None) -> int:
    return int(text) if text and len(text) == 4 else 2000 + int(text) if text else 0


_READ: tuple[
    tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...
] = (
    (_TURN, _turn),
    (_IN_FIGURES, _in_year),
    (_IN_WORDS, _in_year),
    (_NEXT_YEAR, _next_year),
    (_A_YEAR, _year_alone),
)
