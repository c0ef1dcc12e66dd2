"""The path as SVG: within a page, in all its arrangements, and as a file of its own.

Within a page each tile stands once; the page's style sheet moves it (see
`placement.py`), so that it has one address, and is read once. What stands around the
tiles stands in each arrangement, and is shown in one.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

from registry.exports.pathway.look import (
    FAINT,
    FONTS,
    INK,
    LANES,
    LINK,
    PAPER,
    PLATES,
    WIDEST,
    Colours,
)
from registry.rules.pathway.arrangement import Arrangement, Band, Measured
from registry.rules.pathway.flow import Spot
from registry.rules.pathway.plates import Plate
from registry.rules.pathway.sheet import SheetPart
from registry.rules.pathway.story import ToldField
from registry.rules.pathway.tile import (
    ASK_ALL,
    PADDING,
    PLAIN,
    Paragraph,
    Tile,
    Type,
)

NAMESPACE = "http://www.w3.org/2000/svg"
# Of a hand-over's mark: half its width, and how far it stands from the plate's edge.
MARK, MARK_IN = 6, 15
# On the lines, so that the space between two of them is not underlined.
UNDERLINED = {"text-decoration": "underline"}
NOTE = 24  # the room of the note below a file's picture
XML = b'<?xml version="1.0" encoding="utf-8"?>\n'
POINTED = 10  # how far a phase's plate points to the next


class Addresses(NamedTuple):
    """Where the picture leads: to a row, to the question about a task, and to what the
    table says of a phase's medical responsibility.
    """

    row: Callable[[str], str]
    ask: Callable[[str], str]
    ribbon: Callable[[str], str]


def inline(
    measured: Measured, made: Mapping[str, Arrangement], to: Addresses, label: str
) -> str:
    """The picture within a page, in all its arrangements; without a style sheet that of
    a desk. `label`: the id of the heading that names it.
    """
    first = made[WIDEST.name]
    root = _root(first, {"class": "pathway", "aria-labelledby": label})

    for name, arrangement in made.items():
        shown = {} if arrangement is first else {"display": "none"}
        named = {"class": f"pathway-frame pathway-{name}", **shown}
        _frame(SubElement(root, "g", named), arrangement, to)
    _tiles(root, measured, first, to)

    for line in root.iter("tspan"):
        # The page's own style sheet underlines its links.
        line.attrib.pop("text-decoration", None)
    return tostring(root, encoding="unicode")


def file(
    measured: Measured, arrangement: Arrangement, note: str, to: Addresses
) -> bytes:
    """The picture as a file, on white. `note`: what it shows, of which day."""
    width, height = arrangement.width, arrangement.height + NOTE
    size = {"width": f"{width:g}", "height": f"{height:g}"}
    root = _root(
        arrangement, {"xmlns": NAMESPACE, "viewBox": f"0 0 {width:g} {height:g}"}
    )
    root.attrib.update(size)
    SubElement(root, "title").text = measured.story.title
    SubElement(root, "rect", {**size, "fill": PAPER})

    _frame(SubElement(root, "g"), arrangement, to)
    _tiles(root, measured, arrangement, to)
    at = {"x": f"{MARK:g}", "y": f"{height - MARK:g}", "font-size": "12"}
    SubElement(root, "text", {**at, "fill": FAINT}).text = note
    return XML + tostring(root, encoding="unicode").encode()


def printed(part: SheetPart) -> str:
    """A sheet as a page prints it, set for paper; nobody sees it on a screen, or hears
    it. Without links, which paper has none of.
    """
    made = part.made
    box = f"0 0 {made.width:g} {made.height:g}"
    hidden = {"display": "none", "aria-hidden": "true"}
    root = _root(made, {"class": "pathway-sheet", "viewBox": box, **hidden})

    _frame(root, made, None)
    for tile in part.sized.tiles:
        if tile.anchor in made.spots:
            spot = made.spots[tile.anchor]
            at = {"transform": f"translate({spot.x:g} {spot.y:g})"}
            _drawn(SubElement(root, "g", at), tile, {})
    return tostring(root, encoding="unicode")


def _root(arrangement: Arrangement, more: Mapping[str, str]) -> Element:
    size = {"width": f"{arrangement.width:g}", "height": f"{arrangement.height:g}"}
    letters = {"font-family": FONTS, "font-size": f"{PLAIN.size:g}", "fill": INK}
    return Element("svg", {**more, **size, **letters, "role": "group", "lang": "da"})


def _frame(into: Element, arrangement: Arrangement, to: Addresses | None) -> None:
    for lane, colours in LANES.items():
        bands = [band for band in arrangement.bands if band.lane == lane]
        if bands:
            _grounds(into, bands, colours, f"pathway-band pathway-{lane}")
    for plate in arrangement.plates:
        _plate(into, plate, to)


def _grounds(
    into: Element, bands: Iterable[Band], colours: Colours, named: str
) -> None:
    """All of a lane in one shape, which takes a sixth of the room in the page."""
    shape = "".join(
        f"M{one.x:g} {one.y:g}h{one.width:g}v{one.height:g}h{-one.width:g}z"
        for one in bands
    )
    look = {"class": named, "fill": colours.fill, "stroke": colours.line}
    SubElement(into, "path", {**look, "d": shape})


def _plate(into: Element, plate: Plate, to: Addresses | None) -> None:
    colours = PLATES[plate.kind]
    named = f"pathway-plate-{plate.kind}"
    if plate.kind == "lane":
        named += f" pathway-{plate.about}"
        colours = colours._replace(words=LANES[plate.about].line)

    group = SubElement(into, "g", {"class": named})
    if plate.kind == "phase":
        _pointed(group, plate, colours)
    elif colours.fill != "none" or colours.line != "none":
        _box(group, plate, colours, "pathway-box")

    if plate.kind == "change":
        _mark(group, plate, colours)
    href = to.ribbon(plate.about) if to and plate.is_link else ""
    _words(group, plate, colours, href)


def _words(into: Element, plate: Plate, colours: Colours, href: str) -> None:
    holder = SubElement(into, "a", {"href": href}) if href else into
    text = SubElement(holder, "text", {"fill": colours.words})
    for line in plate.lines:
        at = {"x": f"{line.x:g}", "y": f"{line.y:g}", **_letters(line.type)}
        _line(text, line.text, {**at, **(UNDERLINED if href else {})})


def _pointed(into: Element, plate: Plate, colours: Colours) -> None:
    """The name of a phase points to the next: time goes that way."""
    right, bottom = plate.x + plate.width - 2, plate.y + plate.height
    middle, left = (plate.y + bottom) / 2, plate.x
    points = (
        f"{left:g},{plate.y:g} {right - POINTED:g},{plate.y:g} {right:g},{middle:g} "
        f"{right - POINTED:g},{bottom:g} {left:g},{bottom:g}"
    )

    SubElement(
        into,
        "polygon",
        {"class": "pathway-box", "points": points, "fill": colours.fill},
    )


def _mark(into: Element, plate: Plate, colours: Colours) -> None:
    x, y = plate.x + MARK_IN, plate.lines[0].y - MARK + 2
    path = f"M{x - MARK:g} {y:g}l{MARK} {-MARK}l{MARK} {MARK}l{-MARK} {MARK}z"
    SubElement(
        into, "path", {"class": "pathway-mark", "d": path, "fill": colours.words}
    )


def _tiles(
    root: Element, measured: Measured, arrangement: Arrangement, to: Addresses
) -> None:
    number = 0
    for place, tiles in measured.cells.items():
        cell = measured.story.cells[place]
        name = f"{cell.phase.label}: {cell.lane.label}"
        group = SubElement(root, "g", {"role": "list", "aria-label": name})
        for tile in tiles.tiles:
            _tile(group, tile, number, arrangement.spots[tile.anchor], to)
            number += 1


def _tile(into: Element, tile: Tile, number: int, spot: Spot, to: Addresses) -> None:
    group = SubElement(
        into,
        "g",
        {
            "id": tile.anchor,
            "role": "listitem",
            "class": f"pathway-tile pathway-k{number}",
            "transform": f"translate({spot.x:g} {spot.y:g})",
        },
    )

    links = {"task": to.row(tile.task.id), "ask": to.ask(tile.task.task)}
    _drawn(group, tile, links)


def _drawn(group: Element, tile: Tile, links: Mapping[str, str]) -> None:
    colours = LANES[tile.lane]
    size = {"width": f"{tile.width:g}", "height": f"{tile.height:g}"}
    paper = {"class": "pathway-paper", "fill": PAPER, "stroke": colours.line, "rx": "3"}
    SubElement(group, "rect", {**paper, **size})
    edge = {"width": "4", "height": size["height"]}
    SubElement(group, "rect", {**edge, "fill": colours.line})

    for paragraph in tile.paragraphs:
        _paragraph(group, paragraph, links.get(paragraph.name), tile)
    if tile.unsaid:
        _unsaid(group, tile, tile.unsaid)


def _paragraph(
    into: Element, paragraph: Paragraph, href: str | None, tile: Tile
) -> None:
    colour = {"fill": LINK} if href else {"fill": FAINT} if paragraph.faint else {}
    named = "pathway-ask" if paragraph.name == "ask" else ""
    named = "pathway-faint" if paragraph.faint else named

    holder = into
    if href:
        all_of_it = {"aria-label": f"{ASK_ALL}: {tile.task.task}"}
        holder = SubElement(
            into, "a", {"href": href, **(all_of_it if paragraph.name == "ask" else {})}
        )

    look = {**colour, **_letters(paragraph.type), **({"class": named} if named else {})}
    text = SubElement(holder, "text", look)
    for at, line in enumerate(paragraph.lines):
        place = {"x": f"{paragraph.left:g}", "y": f"{paragraph.baseline(at):g}"}
        _line(text, line, {**place, **(UNDERLINED if href else {})})


def _unsaid(into: Element, tile: Tile, fact: ToldField) -> None:
    """A hollow mark: what the ribbon's marks are of, and nobody says."""
    right, middle = tile.width - PADDING, tile.foot + MARK + 2
    path = (
        f"M{right - 2 * MARK:g} {middle:g}l{MARK} {-MARK}l{MARK} {MARK}l{-MARK} {MARK}z"
    )
    look = {"fill": "none", "stroke": PLATES["not-stated"].line, "stroke-width": "1.5"}
    named = {"role": "img", "aria-label": f"{fact.label}: {fact.text}"}
    SubElement(into, "path", {"class": "pathway-unsaid", "d": path, **look, **named})


def _line(into: Element, words: str, attributes: Mapping[str, str]) -> None:
    line = SubElement(into, "tspan", dict(attributes))
    line.text = words
    # A line ends a word, for whoever hears or copies the text.
    line.tail = " "


def _letters(kind: Type) -> dict[str, str]:
    """What is not said of the whole picture: other letters than the plain ones."""
    size = {"font-size": f"{kind.size:g}"} if kind.size != PLAIN.size else {}
    return {**size, **({"font-weight": "600"} if kind.bold else {})}


def _box(into: Element, at: object, colours: Colours, named: str) -> None:
    place = {name: f"{getattr(at, name):g}" for name in ("x", "y", "width", "height")}
    line = (
        {"stroke": colours.line} if colours.line not in ("none", colours.fill) else {}
    )
    dashes = {"stroke-dasharray": colours.dashes} if colours.dashes else {}
    look = {"class": named, "fill": colours.fill, **line, **dashes}
    SubElement(into, "rect", {**place, **look})
