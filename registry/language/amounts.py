"""Amounts of money in a text, each with the year whose prices it is in.

The copy for bad days asks whether there is one, by a Python that has no decimals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal

_TIMES = {"": 1, "mio.": 10**6, "mia.": 10**9}
_AMOUNT = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:\.\d{3})+|\d+)(,\d+)?\s*(mio\.|mia\.|)\s*(?:kr\.|kroner)",
    re.IGNORECASE,
)
# The year stands after its amount, before the next.
_YEAR = re.compile(
    r"(?:prisår|prisniveau|pris- og lønniveau|pl)[ :-]*(\d{4})|\((\d{4})(?:-\w+)?\)",
    re.IGNORECASE,
)


class Amount(NamedTuple):
    """`price_year`: None where the text does not say."""

    kroner: Decimal
    price_year: int | None


def amounts(text: str) -> Iterator[Amount]:
    """The amounts as they stand. One without a year takes it from the first year that
    follows, for "1 kr. og 2 kr. (prisår 2025)" is of one year.
    """
    from decimal import Decimal

    found = list(_AMOUNT.finditer(text))
    for match in found:
        whole, rest, times = match[1].replace(".", ""), match[2] or "", match[3].lower()
        kroner = Decimal(whole + rest.replace(",", ".")) * _TIMES[times]
        year = _YEAR.search(text, match.end())
        yield Amount(kroner, int(year[1] or year[2]) if year else None)


def has_amount(text: str) -> bool:
    """Whether an amount stands in the text."""
    return bool(_AMOUNT.search(text))
