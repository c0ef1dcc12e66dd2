"""How the picture looks: its colours, and the arrangements that a page chooses from."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from registry.rules.pathway.arrangement import (
    Arrangement,
    Measured,
    column,
    grid,
)
from registry.rules.pathway.joining import below
from registry.rules.pathway.sheet import breadth, sheets

FONTS = "IBM Plex Sans, Arial, Helvetica, sans-serif"
INK, FAINT, LINK, PAPER = "#1a1a1a", "#5a5a5a", "#004d99", "#ffffff"
RESPONSIBILITY = "#8a1f2b"


class Colours(NamedTuple):
    """What a box is filled with, its line, and the words in it. `dashes`: how its line
    is broken.
    """

    fill: str
    line: str
    words: str = INK
    dashes: str = ""


# Of each lane: the ground under its tiles, and the edge of a tile.
LANES: Mapping[str, Colours] = {
    "borger": Colours("#fbf1e1", "#8a5200"),
    "almen-praksis": Colours("#e8f4ea", "#1f6b3a"),
    "region": Colours("#e6eff7", "#0a3a5c"),
    "kommune": Colours("#f5eaf3", "#7b2d6b"),
    "andre": Colours("#f1f1f1", "#5a5a5a"),
}
PLATES: Mapping[str, Colours] = {
    "phase": Colours("#0a3a5c", "#0a3a5c", PAPER),
    "section": Colours("#0a3a5c", "#0a3a5c", PAPER),
    "lane": Colours("none", "none"),
    "ribbon": Colours("none", "none", RESPONSIBILITY),
    "stated": Colours(RESPONSIBILITY, RESPONSIBILITY, PAPER),
    "not-stated": Colours(PAPER, RESPONSIBILITY, RESPONSIBILITY, "5 4"),
    "not-asked": Colours("none", "#b3b3b3", FAINT, "1 4"),
    "change": Colours("none", "none", RESPONSIBILITY),
}


class Layout(NamedTuple):
    """An arrangement and the windows that it is for: from so many pixels on."""

    name: str
    least: int
    make: Callable[[Measured, int], Arrangement]
    columns: int


# A page's margins are 16 pixels, from 768 on 32; a tile abreast takes 164.
LAYOUTS = (
    Layout("slim", 0, column, 1),
    Layout("narrow", 360, column, 2),
    Layout("medium", 736, partial(column, abreast=True), 4),
    Layout("wide", 1216, grid, 7),
)
WIDEST = LAYOUTS[-1]
# What a printed page has room for, on a sheet of A3 on its side, in millimetres; on the
# first, the heading stands above the picture.
A3, HEAD = (404, 281), 25
SHEET = "sheet"


def laid_out(measured: Measured) -> dict[str, Arrangement]:
    """The picture in every arrangement of the page, and that of paper, by name."""
    made = {layout.name: layout.make(measured, layout.columns) for layout in LAYOUTS}
    return {**made, SHEET: on_paper(measured)}


def on_paper(measured: Measured) -> Arrangement:
    """The sheets below each other, each where its page begins; as wide as a sheet."""
    room = (A3[0], A3[1] - HEAD)
    parts = sheets(measured, *room, 1)
    width = max(breadth(part.made, room[0] / room[1]) for part in parts)
    units = width / room[0]

    made = Arrangement(0)
    for number, part in enumerate(parts):
        below(made, part.made, (number * A3[1] + HEAD) * units)
    made.width = width
    return made
