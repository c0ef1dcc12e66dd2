"""What each paragraph of a Word file is: title, heading, item of a list, quote, note or
text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from registry.intake.docx.notes import ROLE
from registry.intake.docx.remarks import Remarks
from registry.intake.docx.styles import (
    CONTENTS,
    CONTENTS_TITLES,
    CONTINUED,
    DEEPEST,
    LOOSE,
    NOTE,
    QUOTE,
    TITLE,
    Numbered,
    Styles,
)
from registry.intake.docx.xml import (
    CELL,
    RUN,
    TABLE,
    Node,
    P,
    T,
    drop,
    inside,
    number,
    text_of,
)
from registry.intake.read_text import Concern

LOWEST = 6  # level of a heading that HTML knows
COUNT = "count"  # the number of an item, as an attribute beside its role
# A whole outline number before a heading: 3.2 or 3. or 3), and 3 where the headings
# count on. A small letter after it makes it a date or an amount.
OUTLINE = re.compile(
    r"(\d{1,2}(?:\.\d{1,2}){1,4}[.)]?\s*(?=[^\W\d])|\d{1,2}[.)]\s*(?=[A-ZÆØÅÄÖÜÉ]))"
)
BARE = re.compile(r"(\d{1,2})\s+(?=[A-ZÆØÅÄÖÜÉ])")
LONGEST_HEADING = 100  # letters of a bold line that acts as a heading
SENTENCE_ENDS = (".", ",", ";", ":")
NAMED = {"title": TITLE, "quote": QUOTE, "note": NOTE}
PLAIN_NUMBERS = frozenset({"decimal", "decimalZero", "bullet"})


@dataclass
class Line:
    """A block of the body's own. `role`: what it is; empty for text and tables."""

    node: Node
    text: str
    role: str = ""
    bold: bool = False

    @property
    def level(self) -> int:
        """Of a heading; 0 for what is none."""
        return int(self.role[1:]) if self.role.startswith("h") else 0


class Roles:
    """Gives every paragraph of the body its role, as an attribute."""

    def __init__(self, styles: Styles, remarks: Remarks) -> None:
        self._styles, self._remarks = styles, remarks
        self._in_list: list[str] = []  # the lists that are open, the outermost first
        self._used: set[str] = set()
        self._letters = self._automatic = self._resumed = 0
        self._counts: list[int] = []  # the last number of each open list
        self.title = ""
        # Whether a heading of the first level is one by its style.
        self.has_highest = False
        self._after_title = False

    def settle(self, body: Node) -> None:
        """Write each paragraph's role on it, and take out what stands nowhere: the
        title, which `title` then holds, the contents list, and empty lines.
        """
        self._leave_out_contents(body)
        lines = [Line(node, text_of(node)) for node in body if node.tag in (P, TABLE)]
        lines = [line for line in lines if self._give(line)]
        styled = [line for line in lines if line.node.get(ROLE) is None]
        self.has_highest = any(line.level == 1 for line in styled)

        self._name_bold(lines)
        self._strip_numbers(lines)
        for line in lines:
            if line.role:
                line.node.set(ROLE, line.role)

        self._tell(body)

    def _leave_out_contents(self, body: Node) -> None:
        listed = [p for p in body.iter(P) if CONTENTS.match(self._styles.name(p))]
        above = listed[0].getprevious() if listed else None
        if above is not None and text_of(above).casefold() in CONTENTS_TITLES:
            drop(above)

        for paragraph in listed:
            if not inside(paragraph, CELL):
                drop(paragraph)

        if listed:
            self._remarks.add(
                Concern.LEFT_OUT,
                "Indholdsfortegnelsen er udeladt, da kataloget selv laver en af "
                "overskrifterne",
            )

    def _give(self, line: Line) -> bool:
        """Give the line its role. False where it is to stand nowhere: the title, an
        empty line.
        """
        line.role = line.node.get(ROLE) or self._role(line)
        line.bold = line.node.tag == P and self._is_bold(line.node)

        is_title = line.role == "title" and (not self.title or self._after_title)
        if is_title:
            self.title = f"{self.title} {line.text}".strip()
        elif line.role == "title":
            line.role = "h1"
        self._after_title = is_title or (self._after_title and not line.text)

        if line.text and not line.role.startswith(("o", "u", "c")):
            self._in_list = []
        is_kept = bool(line.text) and line.role != "title"
        if not is_kept:
            drop(line.node)
        return is_kept

    def _role(self, line: Line) -> str:
        if line.node.tag == TABLE or not line.text:
            return ""

        name = self._styles.name(line.node)
        numbered = self._styles.numbered(line.node)
        level = 0 if name in TITLE else self._styles.level(line.node)

        if level:
            self._automatic += numbered is not None and numbered.ordered
            return f"h{min(level, LOWEST)}"
        if numbered is not None and name not in TITLE:
            role = self._item(numbered)
            if numbered.ordered:
                line.node.set(COUNT, str(self._counts[-1]))
            return role
        return self._named(name)

    def _named(self, name: str) -> str:
        """The role that a style's name gives where nothing else does."""
        if continued := CONTINUED.match(name):
            return self._continued(number(continued[1], least=1, most=DEEPEST))
        if name in LOOSE:
            return self._continued(len(self._in_list))
        return next((role for role, names in NAMED.items() if name in names), "")

    def _item(self, item: Numbered) -> str:
        """An item no more than one level further in than the one before it."""
        self._letters += item.form not in PLAIN_NUMBERS
        depth = min(item.depth, len(self._in_list) + 1)
        before = self._in_list[depth - 1 : depth]
        self._in_list = [*self._in_list[: depth - 1], item.list]

        is_new = item.ordered and bool(before) and before != [item.list]
        goes_on = before == [item.list]
        first = 1 if item.list in self._used else item.starts
        last = self._counts[depth - 1] if goes_on else first - 1
        self._counts = [*self._counts[: depth - 1], last + 1]
        if item.ordered and depth == 1:
            self._resumed += not before and item.list in self._used
            self._used.add(item.list)

        return f"{'o' if item.ordered else 'u'}{depth}{'n' if is_new else ''}"

    def _continued(self, depth: int) -> str:
        depth = min(depth, len(self._in_list))
        self._in_list = self._in_list[:depth]
        return f"c{depth}" if depth else ""

    def _is_bold(self, paragraph: Node) -> bool:
        each_bold = (
            self._styles.is_bold(run, paragraph)
            for run in paragraph.iter(RUN)
            if text_of(run)
        )
        # A paragraph without text is not bold; looking ends with the first run that is
        # not.
        return next(each_bold, False) and all(each_bold)

    def _name_bold(self, lines: Sequence[Line]) -> None:
        """Bold lines that act as headings become headings."""
        named = []
        # The last real heading; how far in the last bold one's number goes.
        above = below = 0

        for at, line in enumerate(lines):
            if line.level:
                above, below = line.level, 0
            elif self._acts_as_heading(lines, at):
                depth = _depth(line.text)
                below = depth or below
                line.role = f"h{min(above + (depth or below + 1), LOWEST)}"
                named.append(line.text)

        self._remarks.count(
            Concern.CHANGED,
            "1 linje med fed skrift er gjort til overskrift",
            "{} linjer med fed skrift er gjort til overskrifter",
            named,
        )

    def _acts_as_heading(self, lines: Sequence[Line], at: int) -> bool:
        line = lines[at]
        if line.role or not line.bold or len(line.text) > LONGEST_HEADING:
            return False
        if line.text.endswith(SENTENCE_ENDS) and not OUTLINE.fullmatch(f"{line.text}x"):
            return False

        after = lines[at + 1] if at + 1 < len(lines) else None
        if after is None or after.level:
            return bool(_depth(line.text)) and after is not None
        return not after.bold or after.node.tag == TABLE or bool(_depth(line.text))

    def _strip_numbers(self, lines: Sequence[Line]) -> None:
        """Numbers written by hand before headings: the catalogue's headings have
        none.
        """
        headings = [line for line in lines if line.level]
        bare = [
            int(numeral[1]) for line in headings if (numeral := BARE.match(line.text))
        ]
        counts_on = len(bare) > 1 and bare == list(range(bare[0], bare[0] + len(bare)))

        stripped = []
        for line in headings:
            numeral = OUTLINE.match(line.text) or (
                BARE.match(line.text) if counts_on else None
            )
            if numeral and line.node.get(ROLE) is None:
                stripped.append(line.text)
                _strip(line.node, len("".join(numeral[0].split())))

        self._remarks.count(
            Concern.CHANGED,
            "Nummeret foran 1 overskrift er fjernet",
            "Numrene foran {} overskrifter er fjernet",
            stripped,
        )

    def _tell(self, body: Node) -> None:
        if any(
            inside(p, CELL) and self._styles.numbered(p)
            for p in body.iter(P)
            if text_of(p)
        ):
            self._remarks.add(Concern.CHANGED, "Punkter i tabeller er sat som linjer")

        if self._resumed:
            self._remarks.add(
                Concern.DOUBT,
                "En nummereret liste fortsætter efter et afbrud, men begynder her "
                "forfra med 1. Ret henvisninger til den",
            )
        if self._automatic:
            self._remarks.add(
                Concern.LEFT_OUT,
                "Overskrifternes automatiske numre er udeladt. Ret henvisninger til "
                "dem i teksten",
            )
        if self._letters:
            self._remarks.add(
                Concern.CHANGED,
                "Lister med bogstaver eller romertal har fået almindelige tal. Ret "
                "henvisninger til dem",
            )


def _depth(text: str) -> int:
    """How many numbers stand before a heading."""
    outline = OUTLINE.match(text)
    return len(re.findall(r"\d+", outline[0])) if outline else 0


def _strip(paragraph: Node, length: int) -> None:
    """Take so many letters, blanks not counted, from the beginning of a paragraph."""
    for node in paragraph.iter(T):
        text = node.text or ""
        at = 0
        while at < len(text) and length > 0:
            length -= not text[at].isspace()
            at += 1
        node.text = text[at:]
        if length <= 0:
            return
