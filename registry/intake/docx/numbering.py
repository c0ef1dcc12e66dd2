"""The number or sign that Word shows before each paragraph: duties are cited by it, so
it is counted as Word counts.
"""

import re
from typing import NamedTuple

from registry.intake.docx.package import Package
from registry.intake.docx.styles import BULLET, DEEPEST, NUMBERED, Styles, defined
from registry.intake.docx.symbols import FONT_NAMES, FONTS
from registry.intake.docx.xml import Node, P, child, is_on, number, value, w

NONE, BULLETS = "none", "bullet"
SILENT = (NONE, BULLETS)  # forms that show no number
MOST_LETTERS = 780  # thirty times the alphabet, as far as Word goes on doubling letters
ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
# A number that a list of our own can say: one figure, and nothing but a sign after it.
PLAIN = re.compile(r"\d+[.)]?")
PLACE = re.compile(r"%([1-9])")


class Level(NamedTuple):
    """How one level of a list is numbered. `text`: with %1 for the first level's
    number; `after`: the level, from 1, that makes it begin again, 0 for none; `style`:
    the paragraphs' style that is of this level.
    """

    form: str = BULLETS
    text: str = ""
    starts: int = 1
    after: int = 0
    legal: bool = False
    style: str = ""


class Numbered(NamedTuple):
    """A paragraph's place in a list. `depth` begins at 1; `list`: the same while it
    counts on; `label`: what Word shows before it, empty where that is not known;
    `number`: its own.
    """

    depth: int
    form: str
    list: str
    label: str = ""
    number: int = 0

    @property
    def ordered(self) -> bool:
        """Whether its items are numbered, in whatever letters."""
        return self.form != BULLETS

    @property
    def is_otherwise(self) -> bool:
        """Whether a list of ours says the same number in another way: 1. for 1)."""
        return self.is_plain and self.label not in (
            *("", f"{self.number}."),
            str(self.number),
        )

    @property
    def is_plain(self) -> bool:
        """Whether a list of ours says the same: its own number and nothing else."""
        return not self.label or (
            bool(PLAIN.fullmatch(self.label))
            and int(self.label.rstrip(".)")) == self.number > 0
        )


class Numbering:
    """The numberings of one file."""

    def __init__(self, package: Package, styles: Styles) -> None:
        self._styles = styles
        self._lists = defined(package, "numbering", "num", "numId")
        self._looks = defined(package, "numbering", "abstractNum", "abstractNumId")
        self._levels: dict[str, tuple[Level, ...]] = {}
        self._anew: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int | None]] = {}  # by look; None: not begun
        self._begun: set[tuple[str, int]] = set()

    def counted(self, body: Node) -> dict[Node, Numbered]:
        """Every paragraph that has a number or a sign, in the order of the text."""
        listed = ((paragraph, self._numbered(paragraph)) for paragraph in body.iter(P))
        return {paragraph: numbered for paragraph, numbered in listed if numbered}

    def _numbered(self, paragraph: Node) -> Numbered | None:
        name = self._styles.name(paragraph)
        asked = self._asked(paragraph)
        listed = BULLET.match(name) or NUMBERED.match(name)
        depth = number(listed[1], least=1, most=DEEPEST) if listed else 1

        if asked is None:
            form = BULLETS if BULLET.match(name) else "decimal"
            return Numbered(depth, form, name) if listed else None

        key, at = asked
        level = self._of(key)[at]
        if key == "0":
            return None
        if level.form == NONE and not _says_words(level.text):
            return None

        numbers = self._count(key, at)
        label = self._label(key, at, numbers)
        if level.form == BULLETS:
            label = label if _says_words(label) else ""
        elif not label:
            return None
        return Numbered(
            max(depth, at + 1), level.form, self._series(key), label, numbers[at]
        )

    def _asked(self, paragraph: Node) -> tuple[str, int] | None:
        """The list and the level in it that the paragraph or its style asks for."""
        chain = self._styles.chain(paragraph)
        key = level = ""
        for node in (paragraph, *chain):
            key = key or value(node, "pPr", "numPr", "numId")
            level = level or value(node, "pPr", "numPr", "ilvl")

        if not key:
            return None
        if not level:
            # The list itself may say of which level the style is.
            ids = {style.get(w("styleId")) for style in chain}
            ours = (at for at, one in enumerate(self._of(key)) if one.style in ids)
            return key, next(ours, 0)
        return key, number(level, least=0, most=DEEPEST - 1)

    def _count(self, key: str, at: int) -> list[int]:
        """The numbers of all levels where this paragraph stands."""
        levels = self._of(key)
        counts = self._counts.setdefault(self._look(key), [None] * DEEPEST)
        last = counts[at]
        if (key, at) not in self._begun and at in self._restarts(key):
            last = None
        self._begun.add((key, at))

        counts[at] = levels[at].starts if last is None else last + 1
        for below in range(at + 1, DEEPEST):
            if levels[below].after > at:
                counts[below] = None
        # A level that is only shown by one further in has begun with it.
        for above in range(at):
            if counts[above] is None:
                counts[above] = levels[above].starts
        return [count or 0 for count in counts]

    def _label(self, key: str, at: int, numbers: list[int]) -> str:
        levels = self._of(key)

        def shown(place: re.Match[str]) -> str:
            of = int(place[1]) - 1
            form = "decimal" if levels[at].legal else levels[of].form
            return "" if form in SILENT else written(numbers[of], form)

        return " ".join(PLACE.sub(shown, levels[at].text).split())

    def _of(self, key: str) -> tuple[Level, ...]:
        """The levels of a list, however it comes by them."""
        if key not in self._levels:
            given: dict[int, Level] = {}
            for node in self._level_nodes(key):
                at = number(node.get(w("ilvl")), least=0, most=DEEPEST - 1)
                if next(node.iter(w("numFmt")), None) is not None:
                    given.setdefault(at, _level(node, at))

            starts = self._restarts(key)
            self._levels[key] = tuple(
                level._replace(starts=starts.get(at, level.starts))
                for at in range(DEEPEST)
                for level in (given.get(at, Level(after=at)),)
            )
        return self._levels[key]

    def _level_nodes(self, key: str) -> list[Node]:
        """What is told of a list's levels: by itself, by its look, and by the style
        that the look leads to.
        """
        nodes: list[Node] = []
        seen: set[str] = set()
        while key and key not in seen:
            seen.add(key)
            used = self._lists.get(key)
            look = self._looks.get(value(used, "abstractNumId"))
            for place in (used, look):
                nodes += [] if place is None else place.iter(w("lvl"))
            style = self._styles.get(value(look, "numStyleLink"))
            key = value(style, "pPr", "numPr", "numId")

        return nodes

    def _restarts(self, key: str) -> dict[int, int]:
        """The levels that a list begins anew, and with what."""
        if key not in self._anew:
            used = self._lists.get(key)
            overrides = () if used is None else used.iter(w("lvlOverride"))
            self._anew[key] = {
                number(one.get(w("ilvl")), least=0, most=DEEPEST - 1): int(start)
                for one in overrides
                if _is_count(start := value(one, "startOverride"))
            }
        return self._anew[key]

    def _look(self, key: str) -> str:
        """Lists of one look count on together."""
        return value(self._lists.get(key), "abstractNumId") or f"list {key}"

    def _series(self, key: str) -> str:
        return key if self._restarts(key) else f"look {self._look(key)}"


def _says_words(mark: str) -> bool:
    """Whether a mark that is no number is words: a sign, or the one letter that a font
    of signs shows as one, is not.
    """
    return sum(map(str.isalnum, PLACE.sub("", mark))) > 1


def written(count: int, form: str) -> str:
    """A number as Word writes it in one of its forms; in figures for those that no
    Danish text has.
    """
    match form.removeprefix("lower").removeprefix("upper"):
        case "Roman" if 0 < count < 4000:
            numeral = _roman(count)
        case "Letter" if 0 < count <= MOST_LETTERS:
            numeral = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        case _:
            return f"{count:02}" if form == "decimalZero" else str(count)
    return numeral.upper() if form.startswith("upper") else numeral


def _roman(count: int) -> str:
    numeral = ""
    for worth, letters in ROMAN:
        numeral += letters * (count // worth)
        count %= worth
    return numeral


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 7


def _level(node: Node, at: int) -> Level:
    form = next(node.iter(w("numFmt"))).get(w("val")) or "decimal"
    start, after = value(node, "start"), value(node, "lvlRestart")

    return Level(
        form,
        _mark(node, at, form),
        int(start) if _is_count(start) else 1,
        number(after, least=0, most=at) if after else at,
        is_on(child(node, "isLgl")),
        value(node, "pStyle"),
    )


def _mark(level: Node, at: int, form: str) -> str:
    """What stands before a paragraph of a level; empty for a bullet in a font of signs,
    where letters are signs.
    """
    text, fonts = child(level, "lvlText"), child(level, "rPr", "rFonts")
    named = () if fonts is None else map(fonts.get, map(w, FONT_NAMES))
    if form == BULLETS and FONTS.intersection(named):
        return ""
    return f"%{at + 1}." if text is None else text.get(w("val")) or ""
