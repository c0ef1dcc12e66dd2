"""What a Word file's styles and numberings make of a paragraph."""

import re
from typing import NamedTuple

from registry.intake.docx.package import Package
from registry.intake.docx.xml import VAL, Node, child, is_on, number, tree, value, w

DEEPEST = 9  # levels of headings and of lists in Word
# Names as Word writes them, whatever its language, and as other programs write them in
# Danish.
HEADING = re.compile(r"(?:heading|overskrift) ?([1-9])$")
TITLE = frozenset({"title", "titel"})
CONTENTS = re.compile(
    r"(?:toc|contents|indholdsfortegnelse|indhold) ?[1-9]$|(?:toc|contents) heading$"
    r"|indholdsfortegnelse$|overskrift til indholdsfortegnelse$"
)
CONTENTS_TITLES = frozenset(
    {"indhold", "indholdsfortegnelse", "contents", "table of contents"}
)
QUOTE = frozenset(
    {
        "quote",
        "intense quote",
        "citat",
        "stærkt citat",
        "block text",
        "bloktekst",
        "quotations",
    }
)
NOTE = frozenset({"bemærkning"})
BULLET = re.compile(r"(?:list bullet|opstilling - punkttegn) ?([2-9])?$")
NUMBERED = re.compile(r"(?:list number|opstilling - talopstilling) ?([2-9])?$")
CONTINUED = re.compile(r"(?:list continue|opstilling - forts\.?) ?([2-9])?$")
LOOSE = frozenset(
    {"list paragraph", "listeafsnit"}
)  # an item only where it has a numbering
NONE, BULLETS = "none", "bullet"


class Numbered(NamedTuple):
    """A paragraph's place in a list. `depth` begins at 1; `list`: the same while it
    counts on; `starts`: the number that it begins with.
    """

    depth: int
    form: str
    list: str
    starts: int = 1

    @property
    def ordered(self) -> bool:
        """Whether its items are numbered, in whatever letters."""
        return self.form != BULLETS


class Styles:
    """The styles of one file, by id, and its numberings."""

    def __init__(self, package: Package) -> None:
        self._names: dict[str, str] = {}
        self._chains: dict[str, tuple[Node, ...]] = {}
        self._styles = self._defined(package, "styles", "style", "styleId")
        self._lists = self._defined(package, "numbering", "num", "numId")
        self._looks = self._defined(
            package, "numbering", "abstractNum", "abstractNumId"
        )

    def name(self, paragraph: Node) -> str:
        """The name of the paragraph's own style, in small letters."""
        key = value(paragraph, "pPr", "pStyle")
        if key not in self._names:
            named = value(self._styles.get(key), "name").strip()
            self._names[key] = (named or key).casefold()
        return self._names[key]

    def level(self, paragraph: Node) -> int:
        """Its level as a heading, from 1; 0 for none."""
        own = child(paragraph, "pPr", "outlineLvl")
        if own is not None:
            return self._outline(own)

        for style in self._chain(paragraph):
            outline = child(style, "pPr", "outlineLvl")
            if outline is not None:
                return self._outline(outline)
            if heading := HEADING.match(value(style, "name").strip().casefold()):
                return int(heading[1])

        heading = HEADING.match(self.name(paragraph))
        return int(heading[1]) if heading else 0

    def is_bold(self, run: Node, paragraph: Node) -> bool:
        """By the run itself, else by the style of its letters, else by that of its
        paragraph.
        """
        own = child(run, "rPr", "b")
        if own is not None:
            return is_on(own)

        looks = [self._styles.get(value(run, "rPr", "rStyle")), *self._chain(paragraph)]
        marks = (child(style, "rPr", "b") for style in looks)
        return is_on(next((bold for bold in marks if bold is not None), None))

    def is_italic(self, run: Node) -> bool:
        """By the run itself, else by the style of its letters."""
        own = child(run, "rPr", "i")
        look = child(self._styles.get(value(run, "rPr", "rStyle")), "rPr", "i")
        return is_on(look if own is None else own)

    def is_strong(self, run: Node) -> bool:
        """Bold by itself or by the style of its letters, not by that of its
        paragraph.
        """
        own = child(run, "rPr", "b")
        look = child(self._styles.get(value(run, "rPr", "rStyle")), "rPr", "b")
        return is_on(look if own is None else own)

    def numbered(self, paragraph: Node) -> Numbered | None:
        """Its place in a list; None for a paragraph that is no item."""
        name = self.name(paragraph)
        asked = self._numbering(paragraph)
        listed = BULLET.match(name) or NUMBERED.match(name)
        depth = number(listed[1], least=1, most=DEEPEST) if listed else 1

        if asked is None:
            form = BULLETS if BULLET.match(name) else "decimal"
            return Numbered(depth, form, name) if listed else None

        key, at = asked
        form = self._form(key, at)
        if key == "0" or form == NONE:
            return None
        starts = self._starts(key, at)
        return Numbered(max(depth, at + 1), form, self._series(key), starts)

    def _numbering(self, paragraph: Node) -> tuple[str, int] | None:
        """The list and the level in it that the paragraph or its style asks for."""
        key = level = ""
        for node in (paragraph, *self._chain(paragraph)):
            key = key or value(node, "pPr", "numPr", "numId")
            level = level or value(node, "pPr", "numPr", "ilvl")

        if not key:
            return None
        return key, number(level or "0", least=0, most=DEEPEST - 1)

    def _form(self, key: str, at: int) -> str:
        """How a level of a list is numbered: bullet, decimal, lowerLetter, none and so
        on.
        """
        seen: set[str] = set()
        while key and key not in seen:
            seen.add(key)
            used = self._lists.get(key)
            look = self._looks.get(value(used, "abstractNumId"))
            for place in (used, look):
                for level in () if place is None else place.iter(w("lvl")):
                    if (
                        level.get(w("ilvl")) == str(at)
                        and child(level, "numFmt") is not None
                    ):
                        return value(level, "numFmt")

            style = self._styles.get(value(look, "numStyleLink"))
            key = value(style, "pPr", "numPr", "numId")
        return BULLETS

    def _starts(self, key: str, at: int) -> int:
        used = self._lists.get(key)
        look = self._looks.get(value(used, "abstractNumId"))
        for place, tag in ((used, "lvlOverride"), (look, "lvl")):
            for level in () if place is None else place.iter(w(tag)):
                start = value(level, "startOverride") or value(level, "start")
                if level.get(w("ilvl")) == str(at) and start.isdecimal():
                    return int(start[:6])
        return 1

    def _series(self, key: str) -> str:
        """Lists of one look count on, unless one is told to begin again."""
        used = self._lists.get(key)
        restarts = used is None or next(used.iter(w("startOverride")), None) is not None
        return key if restarts else f"look {value(used, 'abstractNumId')}"

    def _chain(self, paragraph: Node) -> tuple[Node, ...]:
        """The paragraph's style and those it is based on."""
        asked = value(paragraph, "pPr", "pStyle")
        if asked not in self._chains:
            chain: dict[str, Node] = {}
            key = asked
            while key in self._styles and key not in chain:
                chain[key] = self._styles[key]
                key = value(chain[key], "basedOn")
            self._chains[asked] = tuple(chain.values())

        return self._chains[asked]

    @staticmethod
    def _outline(node: Node) -> int:
        """Nine levels; any other number means ordinary text."""
        written = node.get(VAL) or ""
        return int(written) + 1 if re.fullmatch(r"[0-8]", written) else 0

    @staticmethod
    def _defined(package: Package, kind: str, tag: str, key: str) -> dict[str, Node]:
        """What a part defines, by its key."""
        defined: dict[str, Node] = {}
        for name in package.related(package.main, kind):
            for node in tree(package, name).iter(w(tag)):
                defined.setdefault(node.get(w(key)) or "", node)

        return defined
