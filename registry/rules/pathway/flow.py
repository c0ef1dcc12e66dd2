"""Tiles set abreast: each goes below the shortest column, the left one first, so that
they are read from left to right and leave little empty.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from registry.rules.pathway.tile import WIDTH, Tile

BETWEEN = 8  # between tiles, in both directions


class Spot(NamedTuple):
    """Where the upper left corner of something is."""

    x: float
    y: float


class Flow(NamedTuple):
    """Where each tile stands, by its anchor, and the height that they take."""

    spots: dict[str, Spot]
    height: float


def width_of(columns: int) -> float:
    """The width of so many tiles abreast."""
    return columns * (WIDTH + BETWEEN) - BETWEEN


def flow(tiles: Iterable[Tile], columns: int, x: float = 0, y: float = 0) -> Flow:
    """The tiles in so many columns, the first at (x, y)."""
    bottoms = [y] * columns
    spots = {}
    for tile in tiles:
        at = bottoms.index(min(bottoms))
        spots[tile.anchor] = Spot(x + at * (WIDTH + BETWEEN), bottoms[at])
        bottoms[at] += tile.height + BETWEEN
    return Flow(spots, max(bottoms) - y - (BETWEEN if spots else 0))


class Tiles:
    """The tiles of one cell, and how high they are in so many columns: told often."""

    def __init__(self, tiles: Sequence[Tile]) -> None:
        self.tiles = tiles
        self._heights: dict[int, float] = {}

    def height(self, columns: int) -> float:
        """How high they are in so many columns, with what is between them."""
        if columns not in self._heights:
            self._heights[columns] = flow(self.tiles, columns).height
        return self._heights[columns]


def shares(cells: Sequence[Sequence[Tiles]], columns: int) -> list[int]:
    """How many of the columns each phase gets, one at least: each further one goes to
    the phase in which it makes the picture lowest.

    `cells`: for each lane the tiles of each phase.
    """
    phases = range(len(cells[0])) if cells else range(0)
    widths = [1] * len(phases)
    heights = [[cell.height(1) for cell in lane] for lane in cells]
    while phases and sum(widths) < columns:
        at = _wanting(cells, heights, widths)
        widths[at] += 1
        for lane, known in zip(cells, heights, strict=True):
            known[at] = lane[at].height(widths[at])

    return widths


def side_by_side(cells: Sequence[Tiles], columns: int) -> list[int]:
    """How many of the columns each of some cells gets that stand in one row, one at
    least: each further one goes to the highest.
    """
    widths = [1] * len(cells)
    heights = [cell.height(1) for cell in cells]
    left = columns - len(cells)
    while left > 0 and cells:
        at = heights.index(max(heights))
        # One that stands in one line gets no lower.
        more = 1 if widths[at] < len(cells[at].tiles) else left
        widths[at] += more
        left -= more
        heights[at] = cells[at].height(widths[at])

    return widths


def _wanting(
    cells: Sequence[Sequence[Tiles]],
    heights: Sequence[Sequence[float]],
    widths: Sequence[int],
) -> int:
    """The phase to which one more column does most good. Where it does none by itself,
    the one with the highest cell: others may follow.
    """
    phases = range(len(widths))
    totals = [
        sum(
            max(*known[:at], lane[at].height(widths[at] + 1), *known[at + 1 :], 0)
            for lane, known in zip(cells, heights, strict=True)
        )
        for at in phases
    ]
    if min(totals) < sum(map(max, heights)):
        return totals.index(min(totals))

    return max(phases, key=lambda at: max(lane[at] for lane in heights))
