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
# As a colleague from abroad reads them aloud.
_FOREIGN = (
    *("zero one two three four five six seven eight nine".split(),),
    *("null ett två tre fyra fem sex sju åtta nio".split(),),
    *("noll ein tvo tre fire fem seks sju åtte ni".split(),),
)
IN_FIGURES = {
    **{word: f"{at}" for words in _FOREIGN for at, word in enumerate(words)},
    **{word: str(worth) for word, worth in _WORTH.items()},
}
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
# A day and a month are read aloud as a number in order, or as a number.
_IN_ORDER = {word: day for word, day in DAYS.items() if int(day) <= 12}
_CARDINAL = {w: f"{n}" for w, n in _WORTH.items() if 1 < n <= 31}
# A day, a month and a year that are named, and the month as a number after its «i».
_BETWEEN = rf"[^{LETTER}\d]{{1,3}}"
_PARTS = {
    "day": ("dag(?:en)?", r"\d\d?"),
    "month": ("måned(?:en)?", rf"\d\d?|{MONTHS}"),
    "year": ("år(?:et)?", r"\d{4}|\d\d"),
}


def _named_parts(*parts: str, mark: str = "") -> str:
    """Parts of a date, each after its name, in this order."""
    return _BETWEEN.join(
        rf"(?:fødsels)?{_PARTS[part][0]}{_BETWEEN}(?P<{part}{mark}>{_PARTS[part][1]})"
        for part in parts
    )


_NAMED_DATE = re.compile(
    rf"(?:(?<![{LETTER}])|(?<=cpr))(?:{_named_parts('day', 'month', 'year')}"
    rf"|{_named_parts('year', 'day', 'month', mark='_last')}"
    rf"|{_named_parts('year', 'month', 'day', mark='_first')})(?!\d)"
)
_DAY_IN_MONTH = re.compile(
    r"(?<!\d)([0-3]?\d)\.? i (?:den )?(0?[1-9]|1[0-2])\. (\d{4}|\d\d)(?!\d)"
)
_DAY = re.compile(
    rf"(?:(?<![{LETTER}])|(?<=cpr))({_either((*DAYS, *_CARDINAL))})"
    rf"(?=[. ]{{1,2}}{MONTHS})"
)
# «24. december nittenhundredefemogtres»: the year of a date.
_OF_YEARS = _either(word for word, worth in _WORTH.items() if worth > 9)
_YEAR = re.compile(
    rf"((?:\d|(?:de|te|nde|st|dje|den))[. -]{{0,2}}{MONTHS}[. -]{{1,2}})"
    rf"(nitten ?(?:hundrede?)? ?(?:og ?)?)?({_OF_YEARS})(?![{LETTER}])"
)


# «Femtende i femte syvogfirs», «15. i femte 87».
_SPOKEN_DATE = re.compile(
    rf"(?:(?<![{LETTER}\d])|(?<=cpr))({_either(DAYS)}|[0-3]?\d)\.? (?:i )?(?:den )?"
    rf"({_either(_IN_ORDER)})[. ,]{{1,2}}(?:nitten ?(?:hundrede?)? ?(?:og ?)?)?"
    rf"({_OF_YEARS}|\d{{4}}|\d\d)(?![{LETTER}\d])"
)


def _spoken(date: re.Match[str]) -> str:
    day, month, year = date.groups()
    return f"{DAYS.get(day, day):0>2}.{DAYS[month]:0>2}.{IN_FIGURES.get(year, year)}"


def _named(date: re.Match[str]) -> str:
    found = {n.partition("_")[0]: part for n, part in date.groupdict().items() if part}
    day, month, year = (found[part] for part in _PARTS)
    if not month.isdigit():
        return f"{day}. {month} {year}"
    return f"{day:0>2}.{month:0>2}.{year}"


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
    Respelling(_SPOKEN_DATE, _spoken),
    Respelling(_DAY, lambda day: {**_CARDINAL, **DAYS}[day[1]]),
    Respelling(
        _YEAR,
        lambda year: f"{year[1]}{'19' if year[2] else ''}{IN_FIGURES[year[3]]}",
    ),
    Respelling(_NUMBERS, _words_in_figures),
    Respelling(_NAMED_DATE, _named),
    Respelling(_DAY_IN_MONTH, lambda d: f"{d[1]:0>2}.{d[2]:0>2}.{d[3]}"),
)


def figures_in(words: Iterable[str]) -> int:
    """How many figures stand in the words at least: two for each name of a number."""
    return sum(2 for word in words if word in IN_FIGURES or word in DAYS) + sum(
        4 for word in words if word.startswith("nittenhundred")
    )
