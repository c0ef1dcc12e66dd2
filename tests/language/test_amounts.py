"""Amounts of money, with the year whose prices they are in."""

from decimal import Decimal

import pytest

from registry.language.amounts import Amount, amounts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1.976 kr. pr. sengedag (2016)", [("1976", 2016)]),
        ("Regionen overfører 1,2 mio. kr. om året (prisår 2025).", [("1200000", 2025)]),
        (
            "3.959 kr. (2019-priser) og 4.165 kr. (2022)",
            [("3959", 2019), ("4165", 2022)],
        ),
        ("10 kr. og 20 kr., prisniveau 2024", [("10", 2024), ("20", 2024)]),
        ("2,5 mia. kroner", [("2500000000", None)]),
        ("Beløb er ikke oplyst. Fra 1. januar 2027, § 238", []),
        ("", []),
    ],
)
def test_amounts_are_read_with_their_price_year(
    text: str, found: list[tuple[str, int | None]]
) -> None:
    assert list(amounts(text)) == [Amount(Decimal(n), year) for n, year in found]
