"""How broad the columns of a table are, so that their longest words have room."""

import math
from collections.abc import Iterator, Sequence

from registry.documents.blocks import Table, Text
from registry.documents.lettering import width_of

# A column gives of its own to others until this much of it is left.
KEPT = 0.6
# What a table is measured by before anybody sets it, in points: its breadth, its type,
# and the room around a cell's words.
BREADTH, SIZE, AROUND = 482.0, 8.5, 8.0
# Breadth is dealt out in pieces of this many points.
PIECE = 6.0
# A line ends where its next word does not fit: it is filled no more than this, and the
# last of several is begun.
FILLED, BEGUN = 0.92, 0.4
# A row is as high as its highest cell. The power says so almost, and lets the others
# count a little: else two cells as high as each other would both gain nothing.
ALMOST = 8.0
# So many rows, evenly over the table, tell what the others are like.
MEASURED = 48


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


def fitting(head: Sequence[str], rows: Sequence[tuple[Text, ...]]) -> tuple[int, ...]:
    """How columns share the breadth, so that the rows are as low as can be.

    Each has what its longest word takes; each piece of the rest goes where it lowers
    the rows most.
    """
    table = Table("", tuple(head), tuple(rows))
    widths = [need + AROUND for need in needed(table, SIZE)]
    lines = [_lengths(rows, at) for at in range(len(head))]
    heights = [_heights(of, width) for of, width in zip(lines, widths, strict=True)]
    more = [
        _heights(of, width + PIECE) for of, width in zip(lines, widths, strict=True)
    ]

    for _ in range(int((BREADTH - sum(widths)) / PIECE)):
        rest = [sum(row) for row in zip(*heights, strict=True)]
        lowered = [_total(rest, *pair) for pair in zip(heights, more, strict=True)]
        at = lowered.index(min(lowered))
        widths[at] += PIECE
        heights[at] = more[at]
        more[at] = _heights(lines[at], widths[at] + PIECE)

    return tuple(round(width) for width in widths)


def _total(
    rest: Sequence[float], heights: Sequence[float], more: Sequence[float]
) -> float:
    """How high all rows are, where a column is as high as with a piece more."""
    pairs = zip(rest, heights, more, strict=True)
    return sum(math.pow(of + then - now, 1 / ALMOST) for of, now, then in pairs)


def _heights(lines: Sequence[Sequence[float]], width: float) -> list[float]:
    """How high each cell of a column is, in lines, to the power that adds up."""
    room = (width - AROUND) * FILLED
    return [
        sum(max(line / room + BEGUN, 1) for line in cell) ** ALMOST for cell in lines
    ]


def _lengths(rows: Sequence[Sequence[Text]], at: int) -> list[list[float]]:
    """How long each line of a column's cells is, of the rows that are measured."""
    step = math.ceil(len(rows) / MEASURED) or 1
    return [list(_length_of(row[at])) for row in rows[::step]]


def _length_of(cell: Text) -> Iterator[float]:
    length = 0.0
    for span in cell:
        first, *others = span.text.split("\n")
        length += width_of(first, SIZE, bold=span.bold)
        for line in others:
            yield length
            length = width_of(line, SIZE, bold=span.bold)
    yield length
