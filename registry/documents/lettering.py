"""How wide a text will be, and where its lines break, before anybody shows it.

A picture is laid out by the server, which has no browser to ask. The widths are those
of IBM Plex Sans, the design system's own typeface; Arial, Helvetica and Roboto, which
stand in for it, are hardly wider.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

import pyphen

LANGUAGE = "da_DK"
# Thousandths of the type's size, and the letters that are that wide: in its plain
# weight, and in its semi-bold one.
_PLAIN: Mapping[int, str] = {
    236: " \N{NO-BREAK SPACE}",
    245: "'ij",
    272: ",.l’",
    288: "!:;",
    320: "|[]f·",
    339: "(){}",
    351: "t",
    367: "r",
    399: '/\\-I"',
    465: "*z°",
    476: "“”?",
    490: "sv",
    502: "ycLx",
    514: "J«»",
    531: "kgaåä",
    549: "eé",
    560: "Foö",
    570: "_hnuøüT",
    582: "ZbdpqSEÉ",
    590: "§–Y",
    600: "$+0123456789<=>^`~",
    610: "PVX",
    640: "CKRAÅÄ",
    671: "BDUÜ",
    695: "&G",
    710: "HNOQØÖ#",
    790: "w—…",
    820: "M→",
    873: "æ½m",
    910: "@WÆ%",
}
_SEMIBOLD: Mapping[int, str] = {
    236: " \N{NO-BREAK SPACE}",
    270: "'ij’l",
    305: ",.!",
    320: ":;[]",
    350: "()f·{}",
    376: "t|",
    402: "r-I",
    437: "/\\",
    472: '°"',
    500: "?sz",
    524: "c“”Lvy",
    545: "xJg«»",
    560: "*eé_aåäk",
    574: "oöø§F",
    590: "Thnuü–",
    600: "Z$+0123456789<=>E^`bdpq~É",
    615: "S",
    640: "YVPC",
    672: "X#BRAÅÄ",
    690: "KDUÜ",
    719: "GOQØÖ&HN",
    785: "—",
    820: "Mw",
    888: "½æ…→m",
    955: "@WÆ%",
}
# A no-break space keeps its words together.
_SPACE = re.compile(r"[ \t\r\n]+")
# What a letter that stands in neither table takes at most.
UNKNOWN = 1000
# The same texts are set again for every reader.
KEPT = 4096


def _by_letter(widths: Mapping[int, str]) -> dict[str, int]:
    return {letter: width for width, letters in widths.items() for letter in letters}


_WIDTHS = {False: _by_letter(_PLAIN), True: _by_letter(_SEMIBOLD)}


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of text is, in the unit of its type's size."""
    widths = _WIDTHS[bold]
    return sum(widths.get(letter, UNKNOWN) for letter in text) * size / 1000


@lru_cache(maxsize=KEPT)
def lines_of(
    text: str, width: float, size: float, *, bold: bool = False
) -> tuple[str, ...]:
    """The text in lines none of which is wider; only a word that would not fit a line
    of its own is divided, as Danish divides it.
    """
    lines: list[str] = []
    line, reached = "", 0.0
    space = width_of(" ", size, bold=bold)

    for piece in _pieces(text, width, size, bold):
        wide = width_of(piece, size, bold=bold)
        if line and reached + space + wide > width:
            lines.append(line)
            line, reached = piece, wide
        else:
            reached += (space if line else 0) + wide
            line = f"{line} {piece}" if line else piece

    return (*lines, line) if line else ()


def parts_of(
    word: str, width: float, size: float, *, bold: bool = False
) -> tuple[str, ...]:
    """A word in the parts that each fit a line with a hyphen after it, which is not in
    them.
    """
    parts: list[str] = []
    rest, room = word, width - width_of("-", size, bold=bold)
    while width_of(rest, size, bold=bold) > width and len(rest) > 1:
        _, after = _divided(rest, room, size, bold)
        parts.append(rest[: len(rest) - len(after)])
        rest = after
    return (*parts, rest)


def _pieces(text: str, width: float, size: float, bold: bool) -> Iterator[str]:
    for word in _SPACE.split(text.strip()):
        rest = word
        while width_of(rest, size, bold=bold) > width:
            head, rest = _divided(rest, width, size, bold)
            yield head
        if rest:
            yield rest


def _divided(word: str, width: float, size: float, bold: bool) -> tuple[str, str]:
    """The longest beginning that fits a line with its hyphen, and what is left. What
    cannot be divided, as an address, is cut where the line ends.
    """
    for head, rest in _hyphenation().iterate(word):
        if width_of(f"{head}-", size, bold=bold) <= width:
            return (head if head.endswith("-") else f"{head}-"), rest

    at = max(
        (
            n
            for n in range(1, len(word))
            if width_of(word[:n], size, bold=bold) <= width
        ),
        default=1,
    )
    return word[:at], word[at:]


@cache
def _hyphenation() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang=LANGUAGE)
