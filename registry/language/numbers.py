"""Numbers as Danes write them, in figures, words and fractions, read or said to be
unsure. Pure.
"""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

# The names that are not made of others, by what each is worth.
ONES: dict[str, int] = {
    **{"en": 1, "et": 1, "én": 1, "ét": 1, "een": 1, "eet": 1},
    **{"to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8, "ni": 9},
}
TEENS: dict[str, int] = {
    **{"nul": 0, "ti": 10, "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14},
    **{"femten": 15, "seksten": 16, "sytten": 17, "atten": 18, "nitten": 19},
}
TENS: dict[str, int] = {
    **{"tyve": 20, "tredive": 30, "fyrre": 40, "fyrretyve": 40},
    **{"halvtreds": 50, "halvtredsindstyve": 50, "tres": 60, "tresindstyve": 60},
    **{"halvfjerds": 70, "halvfjerdsindstyve": 70, "firs": 80, "firsindstyve": 80},
    **{"halvfems": 90, "halvfemsindstyve": 90},
}
NUMBER_WORDS: dict[str, float] = {
    **ONES,
    **TEENS,
    **TENS,
    **{"halvanden": 1.5, "halvandet": 1.5, "trekvart": 0.75},
}
# What may stand alone or after a whole number: «½», «2½», «3 1/2», «to et halvt».
FRACTIONS: dict[str, float] = {
    **{"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4},
    **{"1/2": 1 / 2, "1/3": 1 / 3, "2/3": 2 / 3, "1/4": 1 / 4, "3/4": 3 / 4},
    **{"halvt": 1 / 2, "halv": 1 / 2, "tre kvart": 3 / 4, "kvart": 1 / 4},
}
# Before «hundrede» these leave open how many.
VAGUE = ("flere", "par", "nogle", "mange", "få", "adskillige")


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_SPACE = "[ \u00a0\u202f\u2009]"
# «otteogfyrre» is written apart too: «otte og fyrre», «otte-og-fyrre».
_AND_TEN = "(?:og|[ -]og[ -])"
# So many hundreds or thousands: «halvandet hundrede», «et halvt tusind».
_HALF, _ONE_AND_A_HALF = r"(?:et\s)?halvt", "halvande[nt]"
# So many hundreds may be told up to two thousand: «tolv hundrede», «tyve hundrede».
_HUNDREDS_OF = _either((*ONES, *TEENS, "tyve"))
_BELOW_100 = (
    f"(?:(?:{_either(ONES)}){_AND_TEN})?(?:{_either(TENS)})"
    f"|{_either(TEENS)}|{_either(ONES)}"
)
_BELOW_1000 = (
    rf"(?:(?:{_HUNDREDS_OF}|{_HALF}|{_ONE_AND_A_HALF})\s?)?hundrede?"
    rf"(?:\s?(?:og\s?)?(?:{_BELOW_100}))?|{_BELOW_100}"
)
IN_WORDS = (
    rf"(?:(?:{_BELOW_1000}|{_HALF}|{_ONE_AND_A_HALF})\s?)?tusinde?"
    rf"(?:\s?(?:og\s?)?(?:{_BELOW_1000}))?"
    rf"|halvande[nt]|trekvart|{_BELOW_1000}"
)
# A comma before three digits of which the last is 0 may be an English 1,000.
IN_FIGURES = (
    rf"[1-9]\d{{0,2}}(?:(?:\.\d{{3}})+|(?:{_SPACE}\d{{3}})+)(?:,\d+)?"
    r"|0,\d+|\d{1,9}(?:,(?!\d\d0(?!\d))\d+)?"
)
# The same with spaces alone, which stand between other numbers too.
GROUPED = rf"(?<![\d.,/])[1-9]\d{{0,2}}(?:{_SPACE}\d{{3}})+(?!\d)(?:,\d+)?"
BETWEEN_DIGITS = re.compile(rf"{_SPACE}|\.")
# Patterns that pass over case take these for an i; case folding does not.
ANY_I = str.maketrans("ıİ", "ii")
ARTICLE = "e[nt]|é[nt]"
_MARKS = "[½⅓⅔¼¾]"
SLASHED = "(?:1/[234]|2/3|3/4)"
_PART = rf"(?:(?:{ARTICLE})\s++)?(?:{_MARKS}|{SLASHED}|halvt?|(?:tre\s)?kvart)"
_WHOLE = f"{IN_FIGURES}|{IN_WORDS}"
# An amount that is sure, whole or with a part: the longest forms first.
AMOUNT = (
    rf"(?:{_WHOLE})(?:\s?{_MARKS}|\s(?:og\s)?{SLASHED}"
    rf"|\s(?:og\s)?(?:{ARTICLE})\shalvt?)|{_PART}|{_WHOLE}"
)
# How an amount begins: most words of a text need no closer look.
BEGINNING = (
    rf"(?=\d|{_MARKS}|"
    + _either({w[:3] for w in (*NUMBER_WORDS, "halv", "kvart", "hundred", "tusind")})
    + ")"
)
# What leaves it open how many, or makes it another number, stands before an amount:
# «et par hundrede», «nogle og tyve», «halv to», «tre gange to».
NOT_ALONE = (
    rf"(?:(?!hundred|tusind)|{''.join(rf'(?<!{word}{chr(92)}s)' for word in VAGUE)})"
    + "".join(rf"(?<!{word}\sog\s)" for word in VAGUE)
    + r"(?<!halv\s)(?<!gange\s)"
)
_DASH = "[-–—−‒―]"
# «1.5-2»: a point or a colon between figures can be read in more than one way.
NO_END_OF_A_POINT = "".join(
    rf"(?<!\d[.:]{figures}{through})"
    for figures in (r"\d", r"\d\d")
    for through in (_DASH, rf"\s{_DASH}\s", r"\stil\s", r"\seller\s")
)
THROUGH = r"\s*+[-–—−‒―]\s*+|\s++(?:til|eller|[àá])\s++"
BETWEEN, AND = r"i?mellem\s++", r"\s++og\s++"

_SURE = re.compile(AMOUNT, re.IGNORECASE)
_SPAN = re.compile(
    rf"(?:{BETWEEN}(?P<from>{AMOUNT}){AND}|(?:fra\s++)?(?P<low>{AMOUNT})(?:{THROUGH}))"
    rf"(?P<high>{AMOUNT})",
    re.IGNORECASE,
)
_HUNDREDS = re.compile(r"(.*?)\s?hundrede?(?:\s?og)?\s?(.*)")
_THOUSANDS = re.compile(r"(.*?)\s?tusinde?(?:\s?og)?\s?(.*)")
_ONE_AND_TEN = re.compile(rf"(?:({_either(ONES)}){_AND_TEN})?({_either(TENS)})")
# What binds a part to what stands before it: «to og et halvt», «en ½», «2 og 1/2».
BEFORE_WORD = rf"(?:^|\s+)(?:og\s+)?(?:{ARTICLE})$"
BEFORE_MARK = rf"^(?:{ARTICLE})$|\s+og$"
_POINT = re.compile(r"[-−]?\d+(?:[.,]\d+)*[.]\d+(?:,\d+)?")
_COMMA = re.compile(r"[-−]?\d{1,3}(?:,\d\d0)+|[-−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_OTHER = re.compile(r"\d[\d\s.,/½⅓⅔¼¾-]*")


class Doubt(StrEnum):
    """Why a text with a number in it is not one number, and the way on."""

    SPAN = "Der står to tal. Skriv ét af dem; fristens egen tekst kan sige begge."
    POINT = (
        "Punktum skiller tusinder (1.000), komma skiller decimaler (1,5). Skriv tallet "
        "sådan."
    )
    COMMA = (
        "Kommaet kan skille både tusinder og decimaler. Skriv 1.000 for tusind, og "
        "decimaler uden nul til sidst, fx 1,5."
    )
    FORM = "Tallet kan læses på flere måder. Skriv fx 8, 2,5, 2½ eller 1.000."


class Number(NamedTuple):
    """What a text says: one number, two ends of a span, or a doubt about which.

    `low` and `high` are equal unless it is a span; None where nothing could be read.
    """

    low: float | None
    high: float | None
    doubt: Doubt | None = None

    @property
    def value(self) -> float | None:
        """The number, where it is sure."""
        return self.low if self.doubt is None else None


def read(text: str) -> Number | None:
    """A text that is a number and nothing else; None where there is no number in it.

    Digits may be any that Unicode counts as decimal. A minus stands before figures.
    """
    written = _plain(text)
    sign = -1.0 if written[:1] in "-−" and written[1:2].isdigit() else 1.0
    unsigned = written.lstrip("-−") if sign < 0 else written

    if _SURE.fullmatch(unsigned):
        number = sign * amount(unsigned)
        return Number(number, number)
    if span := _SPAN.fullmatch(written):
        ends = amount(span["from"] or span["low"]), amount(span["high"])
        return Number(*ends, Doubt.SPAN)

    if _COMMA.fullmatch(written):
        return Number(None, None, Doubt.COMMA)
    if _POINT.fullmatch(written):
        return Number(None, None, Doubt.POINT)
    if _OTHER.match(written) or any(c.isdigit() for c in written):
        return Number(None, None, Doubt.FORM)
    return None


def amount(text: str) -> float:
    """What an AMOUNT is worth. Raises ValueError for a text that is none."""
    written = " ".join(text.translate(ANY_I).casefold().split())
    if written in NUMBER_WORDS:
        return NUMBER_WORDS[written]

    for part, worth in FRACTIONS.items():
        if written.endswith(part):
            binding = BEFORE_WORD if part[-1].isalpha() else BEFORE_MARK
            whole = re.sub(binding, "", written.removesuffix(part).rstrip())
            return worth + (_whole(whole) if whole else 0)
    return _whole(written)


def in_words(number: int) -> str:
    """A whole number from 0 to 999 in words: 21 is enogtyve."""
    hundreds, below = divmod(number, 100)
    head = f"{_name(ONES, hundreds, 'et')} hundrede" if hundreds else ""
    if hundreds and not below:
        return head
    return f"{head} og {_below_100(below)}" if head else _below_100(below)


def with_comma(number: float) -> str:
    """A number as it is told in Danish, with all its digits: nothing that was written
    is rounded away.
    """
    return f"{number:.15g}".replace(".", ",")


def written(number: float) -> str:
    """A number in one form, without an exponent, with at most six decimals."""
    return f"{number:.6f}".rstrip("0").rstrip(".")


def _below_100(number: int) -> str:
    if number < 10 and number:
        return _name(ONES, number, "en")
    if number < 20:
        return _name(TEENS, number)
    tens, ones = divmod(number, 10)
    ten = _name(TENS, tens * 10)
    return f"{_name(ONES, ones, 'en')}og{ten}" if ones else ten


def _name(names: dict[str, int], number: int, one: str = "") -> str:
    if number == 1 and one:
        return one
    return next(name for name, worth in names.items() if worth == number)


def _whole(written: str) -> float:
    if written[:1].isdigit():
        return float(BETWEEN_DIGITS.sub("", written).replace(",", "."))
    if written in NUMBER_WORDS:  # a part of a longer name
        return NUMBER_WORDS[written]
    if re.fullmatch(_HALF, written):
        return 1 / 2

    for pattern, size in ((_THOUSANDS, 1000), (_HUNDREDS, 100)):
        if match := pattern.fullmatch(written):
            many = _whole(match[1]) if match[1] else 1
            return many * size + (_whole(match[2]) if match[2] else 0)
    if match := _ONE_AND_TEN.fullmatch(written):
        return ONES.get(match[1], 0) + TENS[match[2]]

    raise ValueError("no number")


def _plain(text: str) -> str:
    """One space for each white space, and every decimal digit as 0-9."""
    digits = (
        str(unicodedata.decimal(c)) if c.isdecimal() and not c.isascii() else c
        for c in text
    )
    return " ".join("".join(digits).split())
