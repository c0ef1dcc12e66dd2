"""Amounts of money in a text, each with the year whose prices it is in.

The copy for bad days asks whether there is one, by a Python that has no decimals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from registry.language.numbers import (
    AMOUNT,
    AND,
    BETWEEN,
    NOT_ALONE,
    THROUGH,
    amount,
    written,
)

if TYPE_CHECKING:
    from decimal import Decimal

_TIMES = {"": 1, "t": 10**3, "tus": 10**3, "mio": 10**6, "mil": 10**6}
_TIMES |= {"mia": 10**9, "milliard": 10**9}
_SIZE = r"(?:t\.|tusinde?|mio\.?|mia\.?|million(?:er)?|milliard(?:er)?)"
_KRONER = r"(?:kr\.?|kroner|dkk)(?![^\W_])"
_BEGIN = rf"(?<![\w.,/½⅓⅔¼¾]){NOT_ALONE}"
# «1 mio. og 500.000 kr.» is one amount; «1 kr. 50 øre» too.
_HEAD = (
    rf"(?:(?P<head_NAME>{AMOUNT})\s*(?P<size_head_NAME>mio\.?|mia\.?|million(?:er)?"
    r"|milliard(?:er)?)(?![^\W_])\s*(?:og\s+)?)?"
)
_ORE = r"(?:\s*(?:og\s+)?(?P<ore>\d\d?)\s*øre(?![^\W_]))?"
_END = rf"(?:,-+)?\s*(?P<size_NAME>{_SIZE}|)\s*"
_OWN = rf"(?:(?:,-+)?\s*(?P<size_low_NAME>{_SIZE}|)\s*{_KRONER})?"
_FROM = (
    rf"(?:(?:{BETWEEN}(?P<least_NAME>{AMOUNT}){_OWN}{AND}"
    rf"|(?P<low_NAME>{AMOUNT}){_OWN.replace('size_low', 'own')}"
    rf"(?P<through_NAME>{THROUGH})))?(?P<most_NAME>{AMOUNT})"
)
_AFTER, _BEFORE = (
    f"{_HEAD}{_FROM}{_END}".replace("NAME", name) for name in ("after", "before")
)
# Kroner stand after the number; or before it, where they are no other amount's.
_AMOUNT = re.compile(
    rf"{_BEGIN}(?:{_AFTER}{_KRONER}{_ORE}|(?:kr\.?|dkk)\s*{_BEFORE})", re.IGNORECASE
)
# Most texts name no kroner; to look for that is a fiftieth of looking for an amount.
_NAMES_KRONER = re.compile("kr|dkk", re.IGNORECASE)
_A_YEAR_AND_A_DASH = re.compile(r"(?:19|20)\d\d\s+[-–—−‒―]\s*")
# The year stands after its amount, before the next.
_YEAR = re.compile(
    r"(?:prisår|prisniveau|pris- og lønniveau|pl)[ :-]*(\d{4})|\((\d{4})(?:-\w+)?\)",
    re.IGNORECASE,
)


class Amount(NamedTuple):
    """`price_year`: None where the text does not say. `most`: the other end of a span
    («500-600 kr.»), of which `kroner` is the lower.
    """

    kroner: Decimal
    price_year: int | None
    most: Decimal | None = None


def amounts(text: str) -> Iterator[Amount]:
    """The amounts as they stand. One without a year takes it from the first year that
    follows, for "1 kr. og 2 kr. (prisår 2025)" is of one year.
    """
    for match in _AMOUNT.finditer(text):
        year = _YEAR.search(text, match.end())
        price_year = int(year[1] or year[2]) if year else None
        for least, most in _kroner(match):
            yield Amount(least, price_year, most if most != least else None)


def has_amount(text: str) -> bool:
    """Whether an amount stands in the text."""
    return bool(_NAMES_KRONER.search(text) and _AMOUNT.search(text))


def _kroner(match: re.Match[str]) -> list[tuple[Decimal, Decimal]]:
    """The two ends of an amount, which are one where it is no span. What stands before
    it in millions is a part of it, unless it is the smaller: then it is another.
    """
    name = "after" if match["most_after"] else "before"
    least, most = _ends(match, name)
    if match[f"head_{name}"]:
        head = _worth(match[f"head_{name}"], match[f"size_head_{name}"])
        if head <= most:
            return [(head, head), (least, most)]
        least, most = head + least, head + most

    ore = _worth(match["ore"] or "0", "") / 100
    return [(least + ore, most + ore)]


def _ends(match: re.Match[str], name: str) -> tuple[Decimal, Decimal]:
    size = match[f"size_{name}"]
    most = _worth(match[f"most_{name}"], size)

    low = match[f"least_{name}"] or match[f"low_{name}"]
    if low is None or _A_YEAR_AND_A_DASH.match(
        f"{low}{match[f'through_{name}'] or ''}"
    ):
        return most, most

    own = match[f"size_low_{name}"] or match[f"own_{name}"]
    least = _worth(low, own or size)
    return (least, most) if least <= most else (most, most)


def _worth(figures: str, size: str) -> Decimal:
    from decimal import Decimal

    times = next(
        worth
        for name, worth in sorted(_TIMES.items(), reverse=True)
        if size.casefold().startswith(name)
    )
    return Decimal(written(amount(figures))) * times
