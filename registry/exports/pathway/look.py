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
from registry.rules.pathway.sheet import SheetPart, sheets
from registry.rules.pathway.story import Story

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
# What a page prints on: a sheet of A3 on its side, less 8 mm on every side and what
# stands above the picture, in millimetres.
SHEET = (404, 262)


def laid_out(measured: Measured) -> dict[str, Arrangement]:
    """The picture in every arrangement of the page, by name."""
    return {layout.name: layout.make(measured, layout.columns) for layout in LAYOUTS}


def on_paper(story: Story) -> list[SheetPart]:
    """The picture as a page prints it: on one sheet, if it can be read on it."""
    return sheets(story, *SHEET, 1)
