"""Boxes with words: the names of phases and lanes, and the pieces of the ribbon."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from registry.documents.lettering import lines_of
from registry.rules.pathway.ribbon import Ribbon, change_in_words, strand_in_words
from registry.rules.pathway.tile import Type

INSET = 8  # before a plate's words, and after them
POINT = 18  # the room of the mark before a hand-over's words
RIBBON_TITLE = "Lægeligt behandlingsansvar"
_TITLE, _STRONG, _PLAIN = Type(14, 18, True), Type(12, 15, True), Type(12, 15)
# What the first words of a plate are set in, and the others.
TYPES: Mapping[str, tuple[Type, Type]] = {
    "phase": (_TITLE, _PLAIN),
    "section": (_TITLE, _PLAIN),
    "lane": (_STRONG, _PLAIN),
    "ribbon": (_STRONG, _PLAIN),
    "stated": (_STRONG, _PLAIN),
    "not-stated": (_STRONG, _PLAIN),
    "not-asked": (_PLAIN, _PLAIN),
    "change": (_STRONG, _PLAIN),
}

ABOUT_RESPONSIBILITY = frozenset({"stated", "not-stated", "change"})


class PlateLine(NamedTuple):
    """A line of a plate, and where its letters begin, within the picture."""

    text: str
    x: float
    y: float
    type: Type


class Plate(NamedTuple):
    """A box with words. `kind`: a row of TYPES; `about`: the phase or lane."""

    kind: str
    about: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[PlateLine, ...]

    @property
    def is_link(self) -> bool:
        """Whether it leads to what the table says of it."""
        return self.kind in ABOUT_RESPONSIBILITY

    @property
    def bottom(self) -> float:
        """Where it ends, from the top of the picture."""
        return self.y + self.height

    def moved(self, x: float, y: float) -> "Plate":
        """As far to the right and down."""
        lines = tuple(one._replace(x=one.x + x, y=one.y + y) for one in self.lines)
        return self._replace(x=self.x + x, y=self.y + y, lines=lines)


class PlatePlace(NamedTuple):
    """Where a plate goes: its upper left corner, and its width."""

    x: float
    y: float
    width: float


def plate(
    kind: str, about: str, words: Sequence[str], at: PlatePlace, closer: float = 0
) -> Plate:
    """A plate as high as its words need. The first of them are its name. `closer`: how
    much less than on a screen a line takes, and what is free above and below them.
    """
    left = at.x + INSET + (POINT if kind == "change" else 0)
    room = at.x + at.width - INSET - left
    inset = INSET / 2 - closer
    lines, top = [], at.y + inset

    for place, text in enumerate(words):
        type_ = TYPES[kind][min(place, 1)]
        for line in lines_of(text, room, type_.size, bold=type_.bold):
            lines.append(PlateLine(line, left, top + type_.size, type_))
            top += type_.leading - closer

    return Plate(kind, about, *at, top - at.y + inset, tuple(lines))


def level(plates: Sequence[Plate]) -> list[Plate]:
    """Plates side by side, all as high as the highest."""
    height = max(one.height for one in plates)
    return [one._replace(height=height) for one in plates]


def ribbon_plates(
    ribbon: Ribbon, phase: str, at: PlatePlace, closer: float = 0
) -> Iterator[Plate]:
    """A phase's pieces of the ribbon below each other, each hand-over as a point before
    the piece that takes over.
    """
    y = at.y
    for place, strand in enumerate(ribbon.strands[phase]):
        pieces = [(strand.state, [word for word in strand_in_words(strand) if word])]
        if change := ribbon.into(phase, place):
            pieces.insert(0, ("change", [change_in_words(change)]))
        for kind, words in pieces:
            made = plate(kind, phase, words, at._replace(y=y), closer)
            yield made
            y = made.bottom
