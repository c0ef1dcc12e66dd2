"""What moves say of money: the amounts that are stated, by the year of the move, who
lets go, who takes over, and the year of the prices.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from registry.catalogue.moves import Move
from registry.catalogue.snapshot import Snapshot
from registry.language.amounts import Amount
from registry.rules.fields import Scheme

WHOLE = 100  # the length of the longest bar


@dataclass(frozen=True)
class AmountLine:
    """What was stated of what passes from some sectors to others in a year, in the
    prices of one year. `most`: the amount, or the end of its span, in kroner; `bar`:
    how long it is beside the largest in the same prices, of WHOLE; none where the year
    of the prices is not known.
    """

    moved: int
    giver: str
    sector: str
    price_year: str
    kroner: str
    count: int
    most: Decimal
    bar: int = 0


def amounts_of(snapshot: Snapshot, moves: Iterable[Move]) -> list[AmountLine]:
    """The stated amounts. Those of different years' prices are never added, nor those
    of moves in different years or between others; those that name no year, and spans,
    not even to each other.
    """
    sums: dict[tuple[int, str, str, int], list[Decimal]] = {}
    lines: list[AmountLine] = []
    counted: set[tuple[str, tuple[str, ...], tuple[str, ...]]] = set()

    for move in moves:
        # One text beside several rows is one amount.
        if (move.economics, move.left, move.taken) in counted:
            continue
        counted.add((move.economics, move.left, move.taken))
        way = move.day.year, _named(snapshot, move.left), _named(snapshot, move.taken)
        for amount in move.amounts:
            if amount.price_year is None or amount.most is not None:
                year = str(amount.price_year or "ikke oplyst")
                most = Decimal(amount.most or amount.kroner)
                lines.append(AmountLine(*way, year, _in_kroner(amount), 1, most))
            else:
                sums.setdefault((*way, amount.price_year), []).append(amount.kroner)

    summed = [
        AmountLine(*at[:3], str(at[3]), in_danish(total), len(sums[at]), total)
        for at in sorted(sums)
        for total in [sum(sums[at], Decimal())]
    ]
    return _with_bars([*summed, *lines])


def _with_bars(lines: Sequence[AmountLine]) -> list[AmountLine]:
    largest: dict[str, Decimal] = {}
    for line in lines:
        before = largest.get(line.price_year, line.most)
        largest[line.price_year] = max(before, line.most)

    return [
        replace(line, bar=round(WHOLE * line.most / largest[line.price_year]))
        if line.price_year.isdigit() and largest[line.price_year]
        else line
        for line in lines
    ]


def _named(snapshot: Snapshot, sectors: Iterable[str]) -> str:
    return " og ".join(snapshot.label(Scheme.SECTORS, key) for key in sectors)


def _in_kroner(amount: Amount) -> str:
    ends = [amount.kroner, *([amount.most] if amount.most is not None else [])]
    return " til ".join(map(in_danish, ends))


def in_danish(kroner: Decimal | int) -> str:
    """An amount in kroner as it is written."""
    whole, _, rest = f"{kroner:,.2f}".partition(".")
    decimals = "" if rest == "00" else f",{rest}"
    return f"{whole.replace(',', '.')}{decimals} kr."
