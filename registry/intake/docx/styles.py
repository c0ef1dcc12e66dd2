"""What a Word file's styles make of a paragraph."""

import re

from registry.intake.docx.package import Package
from registry.intake.docx.xml import VAL, Node, child, is_on, tree, value, w

ON = ("1", "true", "on")
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


class Styles:
    """The styles of one file, by id."""

    def __init__(self, package: Package) -> None:
        self._names: dict[str, str] = {}
        self._chains: dict[str, tuple[Node, ...]] = {}
        self._styles = defined(package, "styles", "style", "styleId")

        # What the file says of the letters of all text, and the style of paragraphs
        # that name none.
        self.defaults = _defaults(package)
        self.ordinary = next(
            (key for key, style in self._styles.items() if _is_ordinary(style)), ""
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

        for style in self.chain(paragraph):
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

        looks = [self._styles.get(value(run, "rPr", "rStyle")), *self.chain(paragraph)]
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

    def get(self, key: str) -> Node:
        """The style of that id; None where there is none."""
        return self._styles.get(key)

    @property
    def keys(self) -> tuple[str, ...]:
        """The ids of all styles."""
        return tuple(self._styles)

    def chain(self, paragraph: Node) -> tuple[Node, ...]:
        """The paragraph's style and those it is based on."""
        return self.based(value(paragraph, "pPr", "pStyle"))

    def based(self, asked: str) -> tuple[Node, ...]:
        """The style of that id and those it is based on; none where there is none."""
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


def _defaults(package: Package) -> Node:
    for name in package.related(package.main, "styles"):
        return child(tree(package, name), "docDefaults", "rPrDefault", "rPr")
    return None


def _is_ordinary(style: Node) -> bool:
    """Whether a style is that of paragraphs that name none."""
    by_default = style.get(w("default")) in ON
    return style.get(w("type")) == "paragraph" and by_default


def defined(package: Package, kind: str, tag: str, key: str) -> dict[str, Node]:
    """What a part defines, by its key."""
    nodes: dict[str, Node] = {}
    for name in package.related(package.main, kind):
        for node in tree(package, name).iter(w(tag)):
            nodes.setdefault(node.get(w(key)) or "", node)

    return nodes
