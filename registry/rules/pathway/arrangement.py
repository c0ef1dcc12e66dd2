"""Where everything stands: the same tiles side by side for a desk, one below the other
for a phone.

A grid has the phases as columns and the lanes as rows; phases without an order follow
below it, each over the whole width. In a column every phase does.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from registry.rules.pathway.flow import (
    BETWEEN,
    Spot,
    Tiles,
    flow,
    shares,
    side_by_side,
    width_of,
)
from registry.rules.pathway.plates import (
    RIBBON_TITLE,
    Plate,
    PlatePlace,
    level,
    plate,
    ribbon_plates,
)
from registry.rules.pathway.ribbon import Ribbon, ribbon_of
from registry.rules.pathway.story import Named, Story
from registry.rules.pathway.tile import ON_SCREEN, Setting, Tile, tiles_of
from registry.rules.phases import ALL_PHASES

EDGE = 4  # beside the tiles of a phase, and below those of a lane
SEAM = 2  # between lanes side by side
LANE_NAME = 36  # what a lane takes besides its tiles, about
NONE = Tiles(())
# What is said beside the name of a phase that has no place in the order.
WITHOUT_PLACE = {ALL_PHASES: "Gælder gennem hele forløbet, i hver fase"}


class Band(NamedTuple):
    """The ground of a lane, under its tiles."""

    lane: str
    x: float
    y: float
    width: float
    height: float


@dataclass
class Arrangement:
    """A picture of the story: its size, where each tile stands by its anchor, and what
    stands around them.
    """

    width: float
    height: float = 0
    spots: dict[str, Spot] = field(default_factory=dict)
    plates: list[Plate] = field(default_factory=list)
    bands: list[Band] = field(default_factory=list)


class Measured(NamedTuple):
    """A story with its tiles and its ribbon, ready to be arranged in any way."""

    story: Story
    cells: Mapping[tuple[str, str], Tiles]
    ribbon: Ribbon
    setting: Setting = ON_SCREEN

    @property
    def tiles(self) -> list[Tile]:
        """In the order in which they are read."""
        return [tile for cell in self.cells.values() for tile in cell.tiles]

    def in_cell(self, phase: Named, lane: Named) -> Tiles:
        """The tiles of a phase in a lane; none where nothing is to be done."""
        return self.cells.get((phase.key, lane.key), NONE)


def measured(story: Story, setting: Setting = ON_SCREEN) -> Measured:
    """The story with its tiles set in that way."""
    tiles = tiles_of(story, setting)
    cells = {place: Tiles(listed) for place, listed in tiles.items()}
    return Measured(story, cells, ribbon_of(story), setting)


def grid(sized: Measured, columns: int) -> Arrangement:
    """Phases as columns, so many tiles wide together, but at least one for each phase;
    lanes as rows.
    """
    story = sized.story
    if len(story.phases) < 2:
        return column(sized, columns, abreast=True)

    columns = max(columns, len(story.phases))
    cells = [[sized.in_cell(p, lane) for p in story.phases] for lane in story.lanes]
    spans = _spans(shares(cells, columns))
    made = Arrangement(spans[-1].x + spans[-1].width)

    _head(made, sized, spans)
    reaches = [r for r in map(_reach, story.lanes, cells) if r]
    for row in _level_with(reaches):
        _lanes(made, [_Part(r.lane, r.cells, spans[r.first : r.last + 1]) for r in row])
    for phase in story.anytime:
        _section(made, sized, phase, columns, abreast=True)

    made.height = max(0, made.height - BETWEEN)
    return made


def column(
    sized: Measured,
    columns: int,
    *,
    abreast: bool = False,
    phases: Sequence[Named] | None = None,
) -> Arrangement:
    """The phases, all where none are named, one below the other, with so many tiles
    abreast; of a phase the lanes too, unless they may stand `abreast`.
    """
    made = Arrangement(width_of(columns) + 2 * EDGE)
    for phase in sized.story.all_phases if phases is None else phases:
        _section(made, sized, phase, columns, abreast)
    made.height = max(0, made.height - BETWEEN)
    return made


class _Span(NamedTuple):
    """From where to where a phase, or a lane, reaches; and how many tiles stand abreast
    in it.
    """

    x: float
    width: float
    columns: int


class _Reach(NamedTuple):
    """A lane from the first phase in which it has a task to the last."""

    lane: Named
    first: int
    last: int
    cells: Sequence[Tiles]


class _Part(NamedTuple):
    """A lane, or a piece of it, level with others: its cells, and the room of each."""

    lane: Named
    cells: Sequence[Tiles]
    spans: Sequence[_Span]


_Filled = Sequence[tuple[Named, Tiles]]


def _spans(columns: Iterable[int]) -> list[_Span]:
    spans, x = [], 0.0
    for count in columns:
        width = width_of(count) + 2 * EDGE
        spans.append(_Span(x, width, count))
        x += width
    return spans


def _head(made: Arrangement, sized: Measured, spans: Sequence[_Span]) -> None:
    """The names of the phases, and under them the ribbon."""
    phases = list(zip(sized.story.phases, spans, strict=True))
    made.plates += level(
        [
            plate("phase", phase.key, [phase.label], PlatePlace(span.x, 0, span.width))
            for phase, span in phases
        ]
    )

    y = made.plates[-1].bottom + BETWEEN
    title = plate("ribbon", "", [RIBBON_TITLE], PlatePlace(0, y, made.width))
    made.plates.append(title)
    pieces = [
        piece
        for phase, span in phases
        for piece in ribbon_plates(
            sized.ribbon, phase.key, PlatePlace(span.x, title.bottom, span.width)
        )
    ]
    made.plates += pieces
    made.height = max(piece.bottom for piece in pieces) + 2 * BETWEEN


def _reach(lane: Named, cells: Sequence[Tiles]) -> _Reach | None:
    at = [i for i, cell in enumerate(cells) if cell.tiles]
    return _Reach(lane, at[0], at[-1], cells[at[0] : at[-1] + 1]) if at else None


def _level_with(reaches: Iterable[_Reach]) -> list[list[_Reach]]:
    """The lanes in rows: one that begins after another has ended is level with it."""
    rows: list[list[_Reach]] = []
    for one in reaches:
        for row in rows:
            if all(one.last < other.first or other.last < one.first for other in row):
                row.append(one)
                break
        else:
            rows.append([one])

    return rows


def _lanes(made: Arrangement, parts: Sequence[_Part]) -> None:
    """Lanes level with each other: their names, their tiles, and their grounds."""
    top = made.height
    places = [_place(part.spans, top, made.width) for part in parts]
    names = level(
        [
            plate("lane", part.lane.key, [part.lane.label], place)
            for part, place in zip(parts, places, strict=True)
        ]
    )
    made.plates += names
    flows = [
        flow(cell.tiles, span.columns, span.x + EDGE, names[0].bottom)
        for part in parts
        for cell, span in zip(part.cells, part.spans, strict=True)
    ]

    bottom = names[0].bottom + max(cell.height for cell in flows) + EDGE
    for placed in flows:
        made.spots.update(placed.spots)
    for part, place in zip(parts, places, strict=True):
        ground = Band(part.lane.key, place.x, top, place.width, bottom - top)
        made.bands.append(ground)
    made.height = bottom + BETWEEN


def _place(spans: Sequence[_Span], top: float, width: float) -> PlatePlace:
    """The room of a lane; a little is left free before the next."""
    right = spans[-1].x + spans[-1].width
    return PlatePlace(
        spans[0].x, top, right - spans[0].x - (SEAM if right < width else 0)
    )


def _section(
    made: Arrangement,
    sized: Measured,
    phase: Named,
    columns: int,
    abreast: bool,
) -> None:
    """A phase over the whole width: its name, its ribbon, and its lanes, side by side
    where they may and can.
    """
    words = [phase.label]
    if phase.key in WITHOUT_PLACE:
        words.append(WITHOUT_PLACE[phase.key])
    name = plate("section", phase.key, words, PlatePlace(0, made.height, made.width))
    title = plate("ribbon", "", [RIBBON_TITLE], PlatePlace(0, name.bottom, made.width))
    place = PlatePlace(0, title.bottom, made.width)
    made.plates += [
        name,
        title,
        *ribbon_plates(sized.ribbon, phase.key, place),
    ]
    made.height = made.plates[-1].bottom + BETWEEN

    cells = [(lane, sized.in_cell(phase, lane)) for lane in sized.story.lanes]
    filled = [(lane, cell) for lane, cell in cells if cell.tiles]
    for row in _rows(filled, columns, columns if abreast else 1):
        spans = _spans(side_by_side([cell for _, cell in row], columns))
        _lanes(made, [_Part(row[i][0], [row[i][1]], [s]) for i, s in enumerate(spans)])
    made.height += BETWEEN


def _rows(filled: _Filled, columns: int, most: int) -> list[_Filled]:
    """The lanes in rows of at most so many, as low together as can be."""
    # The best rows of all lanes from one on, and their height; from the last on.
    best: list[tuple[float, list[_Filled]]] = [(0, [])]
    for at in reversed(range(len(filled))):
        rows = [filled[at : at + n] for n in range(1, min(most, len(filled) - at) + 1)]
        ways = [
            (_height(row, columns) + best[-len(row)][0], [row, *best[-len(row)][1]])
            for row in rows
        ]
        best.append(min(ways, key=lambda way: way[0]))

    return best[-1][1]


def _height(row: _Filled, columns: int) -> float:
    cells = [cell for _, cell in row]
    widths = side_by_side(cells, columns)
    return LANE_NAME + max(c.height(n) for c, n in zip(cells, widths, strict=True))
