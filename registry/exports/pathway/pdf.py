"""The path as PDF/UA: the same picture as in the page, on one sheet of A3 or two of A4;
a long one on as many as its letters need to be read.

Its words are text, in the order in which they are read, and its links lead to the
catalogue; what is only drawn is marked as such.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from registry.errors import BadInput
from registry.exports.pathway.look import (
    FAINT,
    INK,
    LANES,
    LINK,
    PAPER,
    PLATES,
)
from registry.exports.pathway.svg import MARK, MARK_IN, POINTED, Addresses
from registry.exports.pdf import AUTHOR, FONT, FONTS, OWN_FONT, has_fonts
from registry.exports.typesetting import typeset
from registry.exports.typst_text import string
from registry.rules.pathway.arrangement import Arrangement
from registry.rules.pathway.plates import Plate
from registry.rules.pathway.sheet import SheetPart, sheets
from registry.rules.pathway.story import Story
from registry.rules.pathway.tile import EDGE, PADDING, Tile, Type


class Paper(NamedTuple):
    """A sheet on its side, in millimetres, and how many the path goes on."""

    key: str
    width: float
    height: float
    most: int

    @property
    def room(self) -> tuple[float, float]:
        """What the picture may fill."""
        return self.width - 2 * MARGIN, self.height - 2 * MARGIN - HEAD


MARGIN, HEAD = 6, 15  # around the picture, and above it for its title
PAPERS = (Paper("a3", 420, 297, 1), Paper("a4", 297, 210, 2))


def paper_named(key: str, field: str = "papir") -> Paper:
    """Raises BadInput naming the field."""
    for paper in PAPERS:
        if paper.key == key:
            return paper
    keys = ", ".join(paper.key for paper in PAPERS)
    raise BadInput(f"{field}: vælg {keys}.", field)


def render(story: Story, paper: Paper, under_title: str, to: Addresses) -> bytes:
    """`under_title`: what the picture shows, of which day. Raises NotSet."""
    fonts = FONTS if has_fonts() else None
    return typeset(source(story, paper, under_title, to), fonts)


def source(story: Story, paper: Paper, under_title: str, to: Addresses) -> str:
    """The picture in Typst's language. Texts are strings there, so nothing in them is
    markup.
    """
    room = paper.room
    parts = sheets(story, *room, paper.most)
    pages = [
        "\n".join(_page(part, room, _sheet_in_words(under_title, at, parts), to))
        for at, part in enumerate(parts, 1)
    ]
    return _preamble(story, paper) + "\n#pagebreak()\n".join(pages)


def _preamble(story: Story, paper: Paper) -> str:
    font = FONT if has_fonts() else OWN_FONT
    return f"""
#set document(title: {string(story.title)}, author: {string(AUTHOR)},
  date: none)
#set page(width: {paper.width}mm, height: {paper.height}mm, margin: {MARGIN}mm)
#set text(lang: "da", region: "DK", font: {string(font)}, size: 8pt)
#show heading: set text(size: 13pt, weight: "semibold")
#let at(x, y, body) = place(top + left, dx: x, dy: y, body)
#let drawn(x, y, body) = at(x, y, pdf.artifact(body))
#let said(x, y, size, color, bold, words) = at(x, y, text(size: size, fill: color,
  weight: if bold {{ "semibold" }} else {{ "regular" }}, top-edge: "baseline",
  bottom-edge: "baseline", words))
"""


def _sheet_in_words(words: str, number: int, parts: Sequence[SheetPart]) -> str:
    return f"{words} Ark {number} af {len(parts)}." if len(parts) > 1 else words


def _page(
    part: SheetPart, room: tuple[float, float], under_title: str, to: Addresses
) -> Iterator[str]:
    sized, made = part
    pen = _Pen(1 / max(made.width / room[0], made.height / room[1]))

    yield f"#heading(level: 1, {string(sized.story.title)})"
    yield f"#par({string(under_title)})"

    for band in made.bands:
        colours = LANES[band.lane]
        yield pen.box(band.x, band.y, band.width, band.height, colours.fill, None)
    for plate in made.plates:
        yield from _plate(pen, plate, to)
    for tile in sized.tiles:
        if tile.anchor in made.spots:
            yield from _tile(pen, tile, made, to)


class _Pen(NamedTuple):
    """Draws in the picture's own units, below the title."""

    scale: float

    def length(self, units: float) -> str:
        return f"{units * self.scale:.3f}mm"

    def spot(self, x: float, y: float) -> str:
        return f"{self.length(x)}, {y * self.scale + HEAD:.3f}mm"

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str,
        line: str | None,
        dashed: bool = False,
    ) -> str:
        sides = f"width: {self.length(width)}, height: {self.length(height)}"
        pattern = ', dash: "dashed"' if dashed else ""
        stroke = (
            f"(paint: {_colour(line)}, thickness: {self.length(1)}{pattern})"
            if line
            else "none"
        )

        shape = f"rect({sides}, fill: {_colour(fill)}, stroke: {stroke})"
        return f"#drawn({self.spot(x, y)}, {shape})"

    def polygon(
        self, x: float, y: float, points: Sequence[tuple[float, float]], paint: str
    ) -> str:
        listed = ", ".join(f"({self.length(a)}, {self.length(b)})" for a, b in points)
        return f"#drawn({self.spot(x, y)}, polygon({paint}, {listed}))"

    def words(
        self, x: float, y: float, text: str, type_: Type, colour: str, href: str = ""
    ) -> str:
        said = f"link({string(href)}, {string(text)})" if href else string(text)
        bold = "true" if type_.bold else "false"
        size = self.length(type_.size)
        return f"#said({self.spot(x, y)}, {size}, {_colour(colour)}, {bold}, {said})"


def _colour(code: str) -> str:
    return "none" if code == "none" else f"rgb({string(code)})"


def _diamond() -> list[tuple[float, float]]:
    return [(0, MARK), (MARK, 0), (2 * MARK, MARK), (MARK, 2 * MARK)]


def _plate(pen: _Pen, plate: Plate, to: Addresses) -> Iterator[str]:
    colours = PLATES[plate.kind]
    words = LANES[plate.about].line if plate.kind == "lane" else colours.words
    if plate.kind == "phase":
        right, low = plate.width - 2, plate.height
        corner = right - POINTED
        points = [(0, 0), (corner, 0), (right, low / 2), (corner, low), (0, low)]
        yield pen.polygon(plate.x, plate.y, points, f"fill: {_colour(colours.fill)}")
    elif (colours.fill, colours.line) != ("none", "none"):
        line = None if colours.line == "none" else colours.line
        yield pen.box(
            *(plate.x, plate.y, plate.width, plate.height),
            *(colours.fill, line, bool(colours.dashes)),
        )

    if plate.kind == "change":
        x, y = plate.x + MARK_IN - MARK, plate.lines[0].y - 2 * MARK + 2
        yield pen.polygon(x, y, _diamond(), f"fill: {_colour(words)}")

    href = to.ribbon(plate.about) if plate.is_link else ""
    for one in plate.lines:
        yield pen.words(one.x, one.y, one.text, one.type, words, href)


def _tile(pen: _Pen, tile: Tile, made: Arrangement, to: Addresses) -> Iterator[str]:
    x, y = made.spots[tile.anchor]
    line = LANES[tile.lane].line
    yield pen.box(x, y, tile.width, tile.height, PAPER, line)
    yield pen.box(x, y, EDGE, tile.height, line, None)

    links = {"task": to.row(tile.task.id)}
    for paragraph in tile.paragraphs:
        href = links.get(paragraph.name, "")
        colour = LINK if href else FAINT if paragraph.faint else INK
        for at, text in enumerate(paragraph.lines):
            yield pen.words(
                x + paragraph.left,
                y + paragraph.baseline(at),
                *(text, paragraph.type, colour, href),
            )
    if tile.unsaid:
        left = x + tile.width - PADDING - 2 * MARK
        paint = f"stroke: {pen.length(1.5)} + {_colour(PLATES['not-stated'].line)}"
        yield pen.polygon(left, y + tile.foot + 2, _diamond(), paint)
