"""Lengths of time in a text, each in one form: 3 døgn and 72 timer are =72t. Pure.

A span («2-3 uger») is a form of its own, =336-504t: it is never one of its ends.
"""

import re
from collections.abc import Iterable

from registry.language.numbers import (
    AMOUNT,
    AND,
    ANY_I,
    BEGINNING,
    BETWEEN,
    NO_END_OF_A_POINT,
    NOT_ALONE,
    SLASHED,
    THROUGH,
    amount,
    written,
)
from registry.language.units import (
    IN_PLURAL,
    LETTERS,
    PERIODS,
    SPELLINGS,
    THE_PERIODS,
    Unit,
)

# Shorter names of units stand after figures or a space: «tit» is not ten hours.
SHORT_UNIT = 2
# «dag 3» and «2. dag» only say which: a space, and a point at most, lies between.
APART = 2
YEAR = r"(?:19|20)\d\d"


def unit_pattern(spellings: Iterable[str]) -> str:
    """A pattern of these names of units, right after a number: the longest first."""
    longest_first = sorted(spellings, key=len, reverse=True)
    long = [re.escape(word) for word in longest_first if len(word) > SHORT_UNIT]
    short = [word for word in longest_first if len(word) <= SHORT_UNIT]
    return rf"(?:{'|'.join(long)}|(?<![^\W\d_½⅓⅔¼¾])(?:{'|'.join(short)}))"


_UNIT = unit_pattern(SPELLINGS)
_END = r"(?![^\W_])"
# Give or take so many, and so many times: what follows is not the length.
_TIMES = r"±×x"
# Not in the middle of a number, not after what makes it another («halv to»), not the
# end of a span that begins with a number that cannot be read («1.5-2»), and not what
# may be «2 or 3 days»: of a part one says «2/3 dag».
_BEGIN = (
    rf"(?<![\w.,/½{_TIMES}])(?<!/\s)(?<![{_TIMES}]\s)(?<!\d[*^·])(?<!\d\s[*·]\s)"
    rf"{NOT_ALONE}{NO_END_OF_A_POINT}"
    rf"(?!{SLASHED}\s*+(?:-\s*+)?(?:{'|'.join(IN_PLURAL)}){_END})"
)
# «To hele døgn» is two.
_ALL_OF = r"(?:\s++(?:hele?|helt|fulde?|fuldt|løbende)(?=\s))?"
_OWN_UNIT = rf"(?:{_ALL_OF}\s*+(?:-\s*+)?{_UNIT}{_END}\.?)?"
MEASURED = rf"{_ALL_OF}\s*+(?:-\s*+)?{_UNIT}{_END}"
# How often, or how much of each day: no length after which something is due.
_EACH = rf"{PERIODS}|hverdag|arbejdsdag|md|kvartal|kalenderår|nat"
_IN_EACH = rf"{'|'.join(THE_PERIODS)}|kvartalet|kalenderåret|natten"
RATE = (
    rf"\.?(?:\s++(?:{AMOUNT})\s++gange?)?"
    rf"(?:\s++(?:i|om)\s++(?:{_IN_EACH})"
    rf"|\s++(?:i\s++)?hvert?\s++(?:eneste\s++)?(?:{_EACH})"
    rf"|\s*+/\s*+(?:{_EACH})|\s++(?:pr\.?|per)\s++(?:{_EACH})"
    r"|\s++(?:(?:dag|ugent|måned|år)ligt?|dgl|kvartalsvist?)"
    rf"|\s++alle\s++(?:ugens\s++)?dage){_END}"
)
_WHOLE = (
    rf"{_BEGIN}(?:{BETWEEN}(?:{AMOUNT}){_OWN_UNIT}{AND}"
    rf"|{BEGINNING}(?:(?:{AMOUNT}){_OWN_UNIT}(?:{THROUGH}))?)"
    rf"(?:{AMOUNT}){MEASURED}"
)
# Without groups, as a part of the pattern of all tokens.
LENGTH = rf"{_WHOLE}(?!{RATE})"
_NAMED_UNIT = _OWN_UNIT.replace(_UNIT, f"(?P<NAME>{_UNIT})")
_PARTS = re.compile(
    rf"(?:{BETWEEN}(?P<least>{AMOUNT}){_NAMED_UNIT.replace('NAME', 'own')}{AND}"
    rf"|(?P<low>{AMOUNT}){_NAMED_UNIT.replace('NAME', 'unit_of_low')}"
    rf"(?P<through>{THROUGH}))?(?P<high>{AMOUNT}){_ALL_OF}\s*+(?:-\s*+)?"
    rf"(?P<unit>{_UNIT})",
    re.IGNORECASE,
)
_RATED = re.compile(_WHOLE + RATE, re.IGNORECASE)
_SPAN_NAME = re.compile(
    r"=(?P<low>[\d.]+)(?P<own>[a-z]?)-(?P<high>[\d.]+)(?P<unit>[a-z])"
)
_APART = re.compile(r"\s[-–—−‒―]|eller", re.IGNORECASE)


def length_names(text: str) -> list[str]:
    """The names of a LENGTH: its own, or of two that only stand side by side.

    A year before «år» («2025 års priser») is its figures, and no length.
    """
    parts = _PARTS.fullmatch(text.translate(ANY_I))
    assert parts is not None

    unit = SPELLINGS[parts["unit"].casefold()]
    low = parts["least"] or parts["low"]
    if low is None:
        return [_or_year(parts["high"], unit)]

    named = parts["own"] or parts["unit_of_low"]
    own = SPELLINGS[named.casefold()] if named else unit

    is_apart = _APART.search(parts["through"] or "")
    years = all(re.fullmatch(YEAR, end) for end in (low, parts["high"]))
    if (is_apart and own is not unit) or (years and unit.name == "år"):
        return [_or_year(low, own), _or_year(parts["high"], unit)]
    return [_span(_measured(low, own), _measured(parts["high"], unit))]


def length_name(number: float, unit: Unit) -> str:
    """The one form of a length of time."""
    return f"={written(number * unit.factor)}{LETTERS[unit.base]}"


def is_span(name: str) -> bool:
    """Whether the name is that of two ends, not of one length."""
    return "-" in name


def ends_of(name: str) -> tuple[str, str]:
    """The lengths at the two ends of a span, by its name: =72t and =96t of =72-96t."""
    parts = _SPAN_NAME.fullmatch(name)
    assert parts is not None
    own = parts["own"] or parts["unit"]
    return f"={parts['low']}{own}", f"={parts['high']}{parts['unit']}"


def rates(text: str) -> list[str]:
    """How often, or how much of each day («24 timer i døgnet»): none is a length."""
    return [match[0] for match in _RATED.finditer(text)]


def _or_year(figures: str, unit: Unit) -> str:
    if unit.name == "år" and re.fullmatch(YEAR, figures):
        return figures
    return length_name(amount(figures), unit)


def _measured(figures: str, unit: Unit) -> tuple[str, str]:
    return written(amount(figures) * unit.factor), LETTERS[unit.base]


def _span(low: tuple[str, str], high: tuple[str, str]) -> str:
    if low == high:
        return f"={high[0]}{high[1]}"
    own = low[1] if low[1] != high[1] else ""
    return f"={low[0]}{own}-{high[0]}{high[1]}"
