"""A picture on paper: the arrangement that a sheet holds with the largest letters."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from registry.rules.pathway.arrangement import (
    Arrangement,
    Measured,
    column,
    grid,
    measured,
)
from registry.rules.pathway.flow import Spot
from registry.rules.pathway.plates import Plate
from registry.rules.pathway.story import Story

Make = Callable[[Measured, int], Arrangement]
BETWEEN = 16  # two stacks
STACKS = (2, 3)  # a sheet on its side has room for


def sheet(told_of: Measured, width: float, height: float) -> Arrangement:
    """The arrangement that fills a sheet of that shape best: a grid, or the phases one
    below the other, in a few stacks side by side.
    """
    if not told_of.cards:
        return column(told_of, 1)
    shape = width / height
    ways: list[Make] = [grid, *(partial(stacked, stacks=n) for n in STACKS)]
    return min(
        (_fitted(told_of, shape, make) for make in ways),
        key=lambda made: breadth(made, shape),
    )


def sheets(story: Story, width: float, height: float) -> list[Measured]:
    """The path in two parts for two sheets, parted between two phases where the letters
    will be largest; in one where it has a single phase.
    """
    parts = [[measured(part) for part in parts] for parts in _parted(story)]
    shape = width / height
    return min(
        parts,
        key=lambda pair: max(breadth(sheet(m, width, height), shape) for m in pair),
    )


def breadth(made: Arrangement, shape: float) -> float:
    """The width of the narrowest sheet of that shape that holds it."""
    return max(made.width, made.height * shape)


def stacked(told_of: Measured, columns: int, *, stacks: int) -> Arrangement:
    """All phases one below the other, in so many stacks about as high."""
    parts = _stacks(told_of, columns, stacks)
    made = Arrangement(0)
    for part in parts:
        _beside(made, part)
    return made


def _parted(story: Story) -> Iterator[Sequence[Story]]:
    keys = [phase.key for phase in story.all_phases]
    for at in range(1, len(keys)):
        yield story.within(keys[:at]), story.within(keys[at:])
    if len(keys) < 2:
        yield (story,)


def _stacks(told_of: Measured, columns: int, stacks: int) -> list[Arrangement]:
    """The phases parted so that the highest stack is as low as can be."""
    phases = told_of.story.all_phases
    make = partial(column, told_of, columns, abreast=True)
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


def _beside(made: Arrangement, part: Arrangement) -> None:
    """Add a stack on the right."""
    x = made.width + BETWEEN if made.width else 0
    made.spots |= {key: Spot(at.x + x, at.y) for key, at in part.spots.items()}
    made.plates += [_moved(plate, x) for plate in part.plates]
    made.bands += [band._replace(x=band.x + x) for band in part.bands]
    made.width = x + part.width
    made.height = max(made.height, part.height)


def _moved(plate: Plate, x: float) -> Plate:
    lines = tuple(line._replace(x=line.x + x) for line in plate.lines)
    return plate._replace(x=plate.x + x, lines=lines)


def _fitted(told_of: Measured, shape: float, make: Make) -> Arrangement:
    """In so many columns that the narrowest sheet holds it. The more there are, the
    wider it is, and the lower, by and large.
    """
    least, most = 1, max(len(told_of.cards), 1)
    tried: dict[int, Arrangement] = {}
    while least < most:
        middle = (least + most) // 2
        made = tried[middle] = make(told_of, middle)
        if made.width < made.height * shape:
            least = middle + 1
        else:
            most = middle
    if least not in tried:
        tried[least] = make(told_of, least)
    return min(tried.values(), key=lambda made: breadth(made, shape))
