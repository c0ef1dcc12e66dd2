"""How broad the columns of a table are, so that their longest words have room."""

from collections.abc import Sequence

from registry.documents.blocks import Table
from registry.documents.lettering import width_of

# A column gives of its own to others until this much of it is left.
KEPT = 0.6


def needed(table: Table, size: float) -> list[float]:
    """What the widest word of each column takes, in the unit of the type's size."""
    return [_widest(table, at, size) for at in range(len(table.head))]


def shared(widths: Sequence[float], needs: Sequence[float]) -> list[float]:
    """The widths, with as much as there is to give given to those who need it: the sum
    is the same.
    """
    lacking = [max(need - width, 0) for width, need in zip(widths, needs, strict=True)]
    spare = [
        max(width - max(need, KEPT * width), 0)
        for width, need in zip(widths, needs, strict=True)
    ]
    given = min(sum(lacking), sum(spare))
    if not given:
        return list(widths)

    got = _dealt(given, lacking)
    return [
        width + gets - given * extra / sum(spare)
        for width, gets, extra in zip(widths, got, spare, strict=True)
    ]


def _dealt(given: float, lacking: Sequence[float]) -> list[float]:
    """What each gets: who lacks little gets all of it, the others as much as each
    other.
    """
    got = [0.0] * len(lacking)
    waiting = sorted((lack, at) for at, lack in enumerate(lacking) if lack)
    for turn, (lack, at) in enumerate(waiting):
        got[at] = min(lack, given / (len(waiting) - turn))
        given -= got[at]
    return got


def _widest(table: Table, at: int, size: float) -> float:
    heads = {(word, True) for word in table.head[at].split()}
    cells = {
        (word, span.bold)
        for row in table.rows
        for span in row[at]
        for word in span.text.split()
        if "://" not in word
    }

    return max(
        (width_of(word, size, bold=bold) for word, bold in heads | cells), default=0
    )
