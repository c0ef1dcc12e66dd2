"""Measured numbers with all their digits, as they are told and as they are kept. The
copy for bad days does without: its Python has no decimals.
"""

from decimal import Decimal


def in_danish(number: float) -> str:
    """A number as Danes write it, with all its digits: 12.345,6."""
    whole, _, decimals = written_out(number).partition(".")
    sign, figures = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    grouped = f"{int(figures):,}".replace(",", ".")
    return f"{sign}{grouped}{',' if decimals else ''}{decimals}"


def written_out(number: float) -> str:
    """All the digits that the number has, without an exponent."""
    return f"{Decimal(f'{number:.15g}'):f}"
