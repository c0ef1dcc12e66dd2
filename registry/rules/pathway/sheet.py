"""A picture on paper: the arrangement that a sheet holds with the largest letters, and
how many sheets it takes to be read.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from math import sqrt
from typing import NamedTuple

from registry.rules.pathway.arrangement import (
    Arrangement,
    Measured,
    column,
    grid,
    measured,
)
from registry.rules.pathway.columns import breadth_of, columns
from registry.rules.pathway.joining import beside
from registry.rules.pathway.story import Story
from registry.rules.pathway.tile import CLOSE, ON_PAPER, PLAIN

Make = Callable[[Measured, int], Arrangement]
BETWEEN = 16  # two stacks
STACKS = (2, 3)  # a sheet on its side has room for
POINTS_PER_MM = 72 / 25.4
# An x of 1.2 mm, the least that the EU lets be printed on food (regulation 1169/2011,
# article 13), and of 0.9, which it allows where there is little room: in IBM Plex Sans
# letters of 6.6 and 4.95 points.
READABLE, LEGIBLE = 6.6, 4.95
WIDTHS = (184, 203, 212, 232)  # of tiles in columns: one of them fills a sheet best


class SheetPart(NamedTuple):
    """What stands on one sheet: of a path, the tiles that the arrangement places."""

    sized: Measured
    made: Arrangement


def sheet(sized: Measured, width: float, height: float) -> Arrangement:
    """The arrangement that fills a sheet of that shape best: a grid, or the phases one
    below the other, in a few stacks side by side.
    """
    if not sized.tiles:
        return column(sized, 1)
    shape = width / height
    ways: list[Make] = [grid, *(partial(stacked, stacks=n) for n in STACKS)]
    return min(
        (_fitted(sized, shape, make) for make in ways),
        key=lambda made: breadth(made, shape),
    )


def sheets(story: Story, width: float, height: float, most: int) -> list[SheetPart]:
    """The path on so many sheets of that size, in millimetres: as a grid, or parted
    between two phases, where its letters are READABLE; else in columns, with its tiles
    set closer. It takes more sheets only where those would not be LEGIBLE either.
    """
    shape = width / height
    plain = measured(story, ON_PAPER)
    if _ground(plain) <= most * _readable_ground(width, height):
        parts = _in_one_or_two(plain, width, height, most)
        if _smallest(parts, width, height) >= READABLE:
            return parts

    ways = [measured(story, CLOSE._replace(width=wide)) for wide in WIDTHS]
    for count in range(most, most + len(ways[0].tiles)):
        parts = max(
            (_in_columns(way, shape, count) for way in ways),
            key=lambda way: _smallest(way, width, height),
        )
        if _smallest(parts, width, height) >= LEGIBLE:
            break
    return parts


def points(made: Arrangement, width: float, height: float) -> float:
    """How large the plain letters are on such a sheet, in points."""
    if not made.width:
        return PLAIN.size
    return PLAIN.size * POINTS_PER_MM * width / breadth(made, width / height)


def breadth(made: Arrangement, shape: float) -> float:
    """The width of the narrowest sheet of that shape that holds it."""
    return max(made.width, made.height * shape)


def stacked(sized: Measured, columns: int, *, stacks: int) -> Arrangement:
    """All phases one below the other, in so many stacks about as high."""
    parts = _stacks(sized, columns, stacks)
    made = Arrangement(0)
    for part in parts:
        beside(made, part, made.width + BETWEEN if made.width else 0)
    return made


def _in_one_or_two(
    sized: Measured, width: float, height: float, most: int
) -> list[SheetPart]:
    set_anew = partial(measured, setting=sized.setting)
    pairs = list(_parted(sized.story)) if most > 1 else []
    ways = [
        [SheetPart(one, sheet(one, width, height)) for one in map(set_anew, pair)]
        for pair in pairs
    ] or [[SheetPart(sized, sheet(sized, width, height))]]
    return max(ways, key=lambda way: _smallest(way, width, height))


def _smallest(parts: Sequence[SheetPart], width: float, height: float) -> float:
    return min(points(part.made, width, height) for part in parts)


def _parted(story: Story) -> Iterator[Sequence[Story]]:
    keys = [phase.key for phase in story.all_phases]
    for at in range(1, len(keys)):
        yield story.within(keys[:at]), story.within(keys[at:])


def _ground(sized: Measured) -> float:
    """What the tiles cover, in whatever arrangement."""
    between = sized.setting.between
    return sum((tile.width + between) * (tile.height + between) for tile in sized.tiles)


def _readable_ground(width: float, height: float) -> float:
    """How much a sheet holds whose letters are READABLE, with the room at its edges."""
    units = PLAIN.size * POINTS_PER_MM / READABLE
    return (width * units + ON_PAPER.between) * (height * units + ON_PAPER.between)


def _in_columns(sized: Measured, shape: float, count: int) -> list[SheetPart]:
    """The columns on so many sheets of a shape, as few and as low as hold the path."""
    column, between = breadth_of(sized), sized.setting.between
    filled = sum(tile.height + between for tile in sized.tiles)
    abreast = max(1, int(sqrt(filled * shape / (count * (column + between)))))

    while True:
        width = abreast * (column + between) - between
        placed = columns(sized, width / shape)
        fits = max(one.height for one in placed) <= width / shape + between
        if fits and len(placed) <= count * abreast:
            break
        abreast += 1

    parts = [placed[at : at + abreast] for at in range(0, len(placed), abreast)]
    return [
        SheetPart(sized, _abreast(part, width, width / shape, between))
        for part in parts
    ]


def _abreast(
    parts: Sequence[Arrangement], width: float, height: float, between: float
) -> Arrangement:
    """On a sheet of that size, so that all sheets have letters of one size."""
    made = Arrangement(0)
    for at, part in enumerate(parts):
        beside(made, part, at * (part.width + between))
    made.width, made.height = width, height
    return made


def _stacks(sized: Measured, columns: int, stacks: int) -> list[Arrangement]:
    """The phases parted so that the highest stack is as low as can be."""
    phases = sized.story.all_phases
    make = partial(column, sized, columns, abreast=True)
    alone = [make(phases=[phase]).height for phase in phases]
    limit = max(alone, default=0)
    while len(parts := _filled(alone, limit)) > stacks:
        limit = min(_next_limits(alone, parts))

    left = iter(phases)
    return [make(phases=[next(left) for _ in part]) for part in parts]


def _filled(heights: Sequence[float], limit: float) -> list[list[float]]:
    """The heights in stacks of at most the limit, each filled before the next."""
    parts: list[list[float]] = []
    for height in heights:
        if parts and sum(parts[-1]) + height <= limit:
            parts[-1].append(height)
        else:
            parts.append([height])
    return parts


def _next_limits(
    heights: Sequence[float], parts: Sequence[Sequence[float]]
) -> Iterator[float]:
    """The limits at which a stack would take in one phase more."""
    at = 0
    for part in parts[:-1]:
        at += len(part)
        yield sum(part) + heights[at]


def _fitted(sized: Measured, shape: float, make: Make) -> Arrangement:
    """In so many columns that the narrowest sheet holds it. The more there are, the
    wider it is, and the lower, by and large.
    """
    least, most = 1, max(len(sized.tiles), 1)
    tried: dict[int, Arrangement] = {}

    while least < most:
        middle = (least + most) // 2
        made = tried[middle] = make(sized, middle)
        if made.width < made.height * shape:
            least = middle + 1
        else:
            most = middle

    if least not in tried:
        tried[least] = make(sized, least)
    return min(tried.values(), key=lambda made: breadth(made, shape))
