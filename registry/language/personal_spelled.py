"""Figures that are written in letters or in words: patterns over the plain form of a
text (personal_numbers.py), and what each stands for.
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from registry.language.numbers import ONES, TEENS, TENS
from registry.language.personal_dates import LETTER, MONTHS


class Respelling(NamedTuple):
    """What is written in words, and the figures that are read for it."""

    written: re.Pattern[str]
    read: Callable[[re.Match[str]], str]


# Letters like figures, as a scanner reads them.
_LIKE = "oilszbqø"
_FIGURES = str.maketrans(_LIKE, "01152800")
_OF_A_NUMBER = str.maketrans("oil", "011")
# Three figures or more, and no other letter in the word.
_A_NUMBER = re.compile(
    rf"(?:(?<![{LETTER}\d])|(?<=cpr))(?=(?:[oil]*\d){{3}})[oil\d]+(?![{LETTER}\d])"
)
# Six, and four after them: «120390-12Il», «01019O-1234». Elsewhere a letter after
# figures is a unit.
_FIRST_SIX = re.compile(
    rf"(?:(?<![{LETTER}\d])|(?<=cpr))(?=[{_LIKE}\d]{{6}}[^{LETTER}\d]{{1,3}}"
    rf"(?:[{LETTER}]*\d){{2}}[{LETTER}\d]*)(?=(?:[{_LIKE}]*\d){{4}})[{_LIKE}\d]{{6}}"
    rf"(?=[^{LETTER}\d]{{1,3}}[{LETTER}\d]{{4}}(?![{LETTER}\d]))"
)
_LAST_FOUR = re.compile(
    rf"(?<=\d{{6}}[^{LETTER}\d])(?=(?:[{_LIKE}]*\d){{2}})[{_LIKE}\d]{{4}}"
    rf"(?![{LETTER}\d])"
)
_WORTH = {
    **ONES,
    **TEENS,
    **TENS,
    **{
        f"{one}og{ten}": worth + more
        for one, more in ONES.items()
        for ten, worth in TENS.items()
    },
}
IN_FIGURES = {word: str(worth) for word, worth in _WORTH.items()}
_FIRST_DAYS = (
    *("første", "anden", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende"),
    *("niende", "tiende", "ellevte", "tolvte", "trettende", "fjortende", "femtende"),
    *("sekstende", "syttende", "attende", "nittende", "tyvende"),
)
DAYS = {word: f"{day}" for day, word in enumerate(_FIRST_DAYS, 1)}
DAYS |= {f"{one}ogtyvende": f"{20 + more}" for one, more in ONES.items()}
DAYS |= {"tredivte": "30", "enogtredivte": "31", "énogtredivte": "31"}


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_NUMBER = f"(?:{_either(IN_FIGURES)})(?![{LETTER}])"
_NUMBER_IN_WORDS = re.compile(_NUMBER)
# Two numbers in words at least, one after the other: «en» alone is no number.
_NUMBERS = re.compile(
    rf"(?:(?<![{LETTER}])|(?<=cpr)){_NUMBER}"
    rf"(?:[^{LETTER}\d]{{1,3}}(?:(?:og så|og|så|derefter)[^{LETTER}\d]{{1,3}})?"
    rf"{_NUMBER})+"
)
_OF_TWO, _PAIRS = 2, 5
# A day, a month and a year that are named, and the month as a number after its «i».
_BETWEEN = rf"[^{LETTER}\d]{{1,3}}"
_NAMED_DATE = re.compile(
    rf"(?:(?<![{LETTER}])|(?<=cpr))(?:fødsels)?dag(?:en)?{_BETWEEN}(\d\d?)"
    rf"{_BETWEEN}(?:fødsels)?måned(?:en)?{_BETWEEN}(\d\d?)"
    rf"{_BETWEEN}(?:fødsels)?år(?:et)?{_BETWEEN}(\d{{4}}|\d\d)(?!\d)"
)
_DAY_IN_MONTH = re.compile(
    r"(?<!\d)([0-3]?\d)\.? i (?:den )?(0?[1-9]|1[0-2])\. (\d{4}|\d\d)(?!\d)"
)
_DAY = re.compile(
    rf"(?:(?<![{LETTER}])|(?<=cpr))({_either(DAYS)})(?=[. ]{{1,2}}{MONTHS})"
)
# «24. december nittenhundredefemogtres»: the year of a date.
_OF_YEARS = _either(word for word, worth in _WORTH.items() if worth > 9)
_YEAR = re.compile(
    rf"((?:\d|(?:de|te|nde|st|dje|den))[. -]{{0,2}}{MONTHS}[. -]{{1,2}})"
    rf"(nitten ?(?:hundrede?)? ?(?:og ?)?)?({_OF_YEARS})(?![{LETTER}])"
)


def with_figures(plain: str) -> str:
    """The text with figures for the letters that are like them, sign for sign."""
    numbers = _A_NUMBER.sub(_as_figures, plain)
    for pattern in (_FIRST_SIX, _LAST_FOUR):
        numbers = pattern.sub(lambda signs: signs[0].translate(_FIGURES), numbers)
    return numbers


def _as_figures(match: re.Match[str]) -> str:
    """Letters among figures that look like them: the l and O of a scanned number."""
    written = match[0]
    figures = written.rstrip("oil").translate(_OF_A_NUMBER)
    return figures + written[len(figures) :]


def _words_in_figures(match: re.Match[str]) -> str:
    """Two alone are four digits, «fyrre enogtyve»; of five each may lack a zero."""
    numbers = [IN_FIGURES[word] for word in _NUMBER_IN_WORDS.findall(match[0])]
    has_two = [len(number) == _OF_TWO for number in numbers]
    if len(numbers) == _OF_TWO and all(has_two):
        return "".join(numbers)
    if len(numbers) == _PAIRS and all(has_two[2:]):
        numbers = [number.zfill(_OF_TWO) for number in numbers]
    return " ".join(numbers)


RESPELLINGS = (
    Respelling(_DAY, lambda day: DAYS[day[1]]),
    Respelling(
        _YEAR,
        lambda year: f"{year[1]}{'19' if year[2] else ''}{IN_FIGURES[year[3]]}",
    ),
    Respelling(_NUMBERS, _words_in_figures),
    *(
        Respelling(date, lambda d: f"{d[1]:0>2}.{d[2]:0>2}.{d[3]}")
        for date in (_NAMED_DATE, _DAY_IN_MONTH)
    ),
)


def figures_in(words: Iterable[str]) -> int:
    """How many figures stand in the words at least: two for each name of a number."""
    return sum(2 for word in words if word in IN_FIGURES or word in DAYS) + sum(
        4 for word in words if word.startswith("nittenhundred")
    )
