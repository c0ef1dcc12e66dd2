"""The path in columns, as in a newspaper: one tile wide, each filled before the next,
so that a sheet of paper holds as many tiles as can be.

A phase goes on at the top of the next column, and there says its name again.
"""

from collections.abc import Sequence

from registry.rules.pathway.arrangement import (
    EDGE,
    WITHOUT_PLACE,
    Arrangement,
    Band,
    Measured,
)
from registry.rules.pathway.flow import Spot
from registry.rules.pathway.plates import (
    RIBBON_TITLE,
    Plate,
    PlatePlace,
    plate,
    ribbon_plates,
)
from registry.rules.pathway.story import Named
from registry.rules.pathway.tile import Tile

GOES_ON = "fortsat"


def breadth_of(sized: Measured) -> float:
    """How wide a column is."""
    return sized.setting.width + 2 * EDGE


def columns(sized: Measured, height: float) -> list[Arrangement]:
    """The columns of that height that hold the path; one is higher only where a single
    tile with its names is.
    """
    setter = _Setter(sized, height)
    for phase in sized.story.all_phases:
        setter.phase(phase)
    return setter.made


class _Setter:
    """Fills column after column."""

    def __init__(self, sized: Measured, height: float) -> None:
        self.sized, self.room = sized, height
        self.width, self.between = breadth_of(sized), sized.setting.between
        self.closer = sized.setting.closer
        self.made = [Arrangement(self.width)]

    @property
    def column(self) -> Arrangement:
        return self.made[-1]

    def phase(self, phase: Named) -> None:
        """Its name and its ribbon, never without the first of its tiles."""
        filled = [
            (lane, self.sized.in_cell(phase, lane).tiles)
            for lane in self.sized.story.lanes
        ]
        filled = [(lane, tiles) for lane, tiles in filled if tiles]
        head = self._head(phase)
        needed = head[-1].bottom - head[0].y + self.between
        if filled:
            lane, tiles = filled[0]
            name = self._plate("lane", lane.key, [lane.label], 0)
            needed += name.height + tiles[0].height + EDGE
        if self.column.height and self.column.height + needed > self.room:
            self.made.append(Arrangement(self.width))
            head = self._head(phase)

        self.column.plates += head
        self.column.height = head[-1].bottom + self.between
        for lane, tiles in filled:
            self._lane(phase, lane, tiles)

    def _head(self, phase: Named) -> list[Plate]:
        words = [phase.label, *filter(None, [WITHOUT_PLACE.get(phase.key)])]
        name = self._plate("section", phase.key, words, self.column.height)
        title = self._plate("ribbon", "", [RIBBON_TITLE], name.bottom)
        place = PlatePlace(0, title.bottom, self.width)

        return [
            name,
            title,
            *ribbon_plates(self.sized.ribbon, phase.key, place, self.closer),
        ]

    def _lane(self, phase: Named, lane: Named, tiles: Sequence[Tile]) -> None:
        """Its tiles; where a column ends, the lane and the phase are named anew."""
        left, named = list(tiles), ("lane", lane.key, [lane.label])

        while left:
            name = self._plate(*named, self.column.height)
            if self.column.height and name.bottom + left[0].height + EDGE > self.room:
                self._go_on(phase)
                name = self._plate(*named, self.column.height)

            top, y = self.column.height, name.bottom
            self.column.plates.append(name)
            while left and (y == name.bottom or y + left[0].height + EDGE <= self.room):
                tile = left.pop(0)
                self.column.spots[tile.anchor] = Spot(EDGE, y)
                y += tile.height + self.between

            bottom = y - self.between + EDGE
            ground = Band(lane.key, 0, top, self.width, bottom - top)
            self.column.bands.append(ground)
            self.column.height = bottom + self.between

    def _go_on(self, phase: Named) -> None:
        self.made.append(Arrangement(self.width))
        name = self._plate("section", phase.key, [phase.label, GOES_ON], 0)
        self.column.plates.append(name)
        self.column.height = name.bottom + self.between

    def _plate(self, kind: str, about: str, words: Sequence[str], y: float) -> Plate:
        return plate(kind, about, words, PlatePlace(0, y, self.width), self.closer)
