"""Lengths of time that no one number can be read from, and that a person is asked
about. Pure.
"""

import re

from registry.language.lengths import LENGTH, MEASURED, YEAR, length_names
from registry.language.numbers import (
    AMOUNT,
    IN_FIGURES,
    ONES,
    SLASHED,
    TEENS,
    TENS,
    THROUGH,
    VAGUE,
    amount,
)
from registry.language.units import SPELLINGS

_SURE = re.compile(IN_FIGURES + r"|[12]/[34]|1/2|3/4")
_UNSURE = re.compile(
    rf"(?<![\w.,/])(\d+(?:[.,/:]\d+)+)(?<!{YEAR})(?:(?:{THROUGH})(?:{AMOUNT}))?"
    rf"{MEASURED}",
    re.IGNORECASE,
)
_UNITS = "|".join(re.escape(word) for word in sorted(SPELLINGS, key=len, reverse=True))
_BEFORE = r"(?<![\w.,/§])"
_MANY = "|".join(word for word in (*ONES, *TEENS, *TENS) if word[0] not in "eé")
_TENS = "|".join((*TEENS, *TENS))
ORDINAL = "tredje|fjerde|femte|sjette|syvende|ottende|niende|tiende"
ONE_DAY = r"(?:(?:hver|arbejds|kalender|bank)?dag|døgn|uge|måned)(?:en|et)?(?![^\W_])"
# Days and hours of a kind of their own: nobody says how many of ours they are.
_OTHER_UNIT = (
    r"\w*(?:dages?|døgns?|timers?|ugers?|måneder)|(?:halv|kalender|skole|regnskabs)års?"
    r"|kvartal(?:er)?|sekund(?:er)?|weekend(?:er|s)?|semest(?:er|re)"
)
# No single length: give or take, so many times, written twice, so many or more; two of
# which one has no unit of its own («5 og 8 hverdage»), and two that may be one
# («2 timer 30 minutter»).
_LOOSE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"±\s?(?:{AMOUNT}){MEASURED}",
        rf"(?:\d\s?[x×*^·]|\bgange)\s?(?:{AMOUNT}){MEASURED}",
        rf"(?:{AMOUNT})\s?\((?:{AMOUNT})\){MEASURED}",
        # Less or more than nothing; one of two, so many of each, a part of it.
        rf"(?:^|(?<=[^\d\s]\s))[-−–+](?=[\d½⅓⅔¼¾])(?:{AMOUNT}){MEASURED}",
        rf"{_BEFORE}(?:{AMOUNT})(?:\s*+(?:%|pct\.?|procent))?"
        rf"\s++(?:hhv\.?|henholdsvis|pr\.?|per|(?:ud\s++)?af)"
        rf"\s++(?:{AMOUNT}){MEASURED}",
        rf"\d\s?\+{MEASURED}",
        rf"(?:{AMOUNT})\s++eller\s++(?:flere|mere){MEASURED}",
        rf"(?<![\w.,/§])(?<!mellem\s)(?!{YEAR})\d{{1,3}}\s++(?:og|samt)\s++(?!\d/\d)"
        rf"(?=\d){LENGTH}",
        rf"{LENGTH}\.?(?:\s++(?:og\s++)?|\s*+\+\s*+){LENGTH}",
        # Two numbers before one unit: «to, tre dage», «tyve og tredive dage».
        rf"{_BEFORE}(?<!stk\.\s)(?<!§\s)(?<!kl\.\s)"
        rf"(?:[1-9]\d{{0,2}}|{_MANY}),?\s++"
        rf"(?!\d{{3}}(?!\d)|hundred|tusind|kvart|halv|e[nt]\s|\d/\d|[½⅓⅔¼¾]){LENGTH}",
        rf"{_BEFORE}(?:{_TENS})\s++og\s++(?!e[nt]\s++halv){LENGTH}",
        # How many is left open, or is half an hour before.
        rf"\b(?:{'|'.join(VAGUE)})\s++og\s++(?:{AMOUNT}){MEASURED}",
        rf"\b(?:snese?|dusin|skok){MEASURED}",
        # A number that goes on in words or by other signs: «2 tusinde», «5+2», «1'000»;
        # one that goes on after its unit; and one that shares its end with another.
        rf"[\d½⅓⅔¼¾]\s?(?:hundrede?|tusinde?|mio\.?|million(?:er)?){MEASURED}",
        rf"\d(?:\s?[+&~→•…⁄∕·*]\s?|[^\w\s.,/:()%°½⅓⅔¼¾–—−‒―-]+)(?:{AMOUNT}){MEASURED}",
        rf"\d\.{{2,3}}(?:{AMOUNT}){MEASURED}",
        rf"{LENGTH}\s?[½⅓⅔¼¾]",
        rf"\w-\s++(?:til|eller|og)\s++(?:{AMOUNT}){MEASURED}",
        rf"\bhalv\s++(?:{AMOUNT}){MEASURED}",
        # A part, or one of two.
        rf"{_BEFORE}{SLASHED}{MEASURED}(?<!dag)(?<!time)(?<!uge)(?<!måned)(?<!år)"
        r"(?<!døgn)",
        # A sign that is raised, a name that is cut short, hours and minutes in one.
        rf"\d[⁰¹²³⁴⁵⁶⁷⁸⁹]+⁾?{MEASURED}",
        r"\d\s?min(?![\w.])",
        r"\d\s?t\s?[0-5]\d(?!\d)",
        rf"(?<![\w.,/])(?:{AMOUNT})\s++(?!(?:{_UNITS})(?!\w))(?:{_OTHER_UNIT})(?!\w)",
        r"(?<![\w.,/])\d+\s++(?:bank|uge|syge|senge|virke|hellig|søgne)dag(?!\w)",
    )
)
# A number told in figures and in words: «12 (tolv) dage».
_AGAIN = re.compile(rf"(?P<one>{AMOUNT})\s?\((?P<other>{AMOUNT})\){MEASURED}", re.I)
_BRACKETS = re.compile(r"\s?\([^()]*\)\s*+")
# A length told twice, or one of which another is a part: «72 timer (4 døgn)».
_TWICE = re.compile(
    rf"(?P<one>{LENGTH})\.?(?:\s*+[(,=]\s*+|\s++(?:minus|plus|eller)\s++)"
    rf"(?P<other>{LENGTH})",
    re.IGNORECASE,
)
# Which day, and not how many; and how many is nobody's to say: what has no number for
# data to be held against.
_OPEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:\b(?:{ORDINAL})|\d\.)\s*+{ONE_DAY}",
        r"\b(?:dag|døgn)\s++\d{1,3}(?![\d.:,]*\d)"
        r"(?!\s?\w*(?:dage?|timer?|uger?|min)\b)",
        rf"\bet\s++par(?:\s++(?:hundrede?|tusinde?))?{MEASURED}",
    )
)


def unsure_lengths(text: str) -> list[str]:
    """What stands before a unit of time and cannot be read as one number («1.50»), and
    what names no single length.
    """
    figures = [found for found in _UNSURE.findall(text) if not _SURE.fullmatch(found)]
    loose = (match[0] for look in _LOOSE for match in look.finditer(text))
    twice = (match[0] for match in _TWICE.finditer(text) if _are_two(match))
    return [*figures, *loose, *twice]


def without_repeats(text: str) -> str:
    """The text less each number in brackets that says the one before it again."""
    return _AGAIN.sub(
        lambda m: m[0] if _are_two_numbers(m) else _BRACKETS.sub(" ", m[0], count=1),
        text,
    )


def _are_two_numbers(match: re.Match[str]) -> bool:
    return amount(match["one"]) != amount(match["other"])


def _are_two(match: re.Match[str]) -> bool:
    """Whether a length that is told a second time is another then."""
    return length_names(match["one"]) != length_names(match["other"])


def open_lengths(text: str) -> list[str]:
    """What tells of a time and not how long: «dag 1-2», «3. dag», «et par uger»."""
    return [match[0] for look in _OPEN for match in look.finditer(text)]
