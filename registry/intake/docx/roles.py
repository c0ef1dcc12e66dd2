"""What each paragraph of a Word file is: title, heading, item of a list, quote, note or
text.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from registry.intake.docx.notes import ROLE
from registry.intake.docx.numbering import Numbered, Numbering
from registry.intake.docx.outline import OUTLINE, depth_of
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
    Styles,
)
from registry.intake.docx.xml import (
    CELL,
    RUN,
    TABLE,
    Node,
    P,
    child,
    drop,
    inside,
    number,
    run,
    text_of,
    w,
)
from registry.intake.read_text import Concern, Piece

LOWEST = 6  # level of a heading that HTML knows
COUNT = "count"  # the number of an item, as an attribute beside its role
LONGEST_HEADING = 100  # letters of a bold line that acts as a heading
SENTENCE_ENDS = (".", ",", ";", ":")
IN_CELLS = "Punkter i tabeller er sat som linjer"
NAMED = {"title": TITLE, "quote": QUOTE, "note": NOTE}


@dataclass
class Line:
    """A block of the body's own. `role`: what it is; empty for text and tables."""

    node: Node
    text: str
    role: str = ""
    bold: bool = False
    label: str = ""  # an automatic number that is to be text

    @property
    def shown(self) -> str:
        """The text with its number, as Word shows it."""
        return f"{self.label} {self.text}".strip()

    @property
    def level(self) -> int:
        """Of a heading; 0 for what is none."""
        return int(self.role[1:]) if self.role.startswith("h") else 0


class Roles:
    """Gives every paragraph of the body its role, as an attribute."""

    def __init__(self, styles: Styles, numbering: Numbering, remarks: Remarks) -> None:
        self._styles, self._numbering, self._remarks = styles, numbering, remarks
        self._numbered: dict[Node, Numbered] = {}

        # The lists that are open, the outermost first: how deep Word has it, and which.
        self._in_list: list[tuple[int, str]] = []
        self._counts: list[int] = []  # the last number of each open list
        self._otherwise: list[Piece] = []  # numbers with another sign in the file

        self.title = ""
        # Whether a heading of the first level is one by its style.
        self.has_highest = False
        self._after_title = False

    def settle(self, body: Node) -> None:
        """Write each role, and take out what stands nowhere: the title, which `title`
        then holds, the contents list, and empty lines.
        """
        self._leave_out_contents(body)
        self._numbered = self._numbering.counted(body)
        self._write_in_cells(body)
        lines = [Line(node, text_of(node)) for node in body if node.tag in (P, TABLE)]
        lines = [line for line in lines if self._give(line)]
        styled = [line for line in lines if line.node.get(ROLE) is None]
        self.has_highest = any(line.level == 1 for line in styled)

        self._name_bold(lines)
        for line in lines:
            if line.role:
                line.node.set(ROLE, line.role)
            if line.label:
                _write_label(line)

        self._tell(lines)

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
                self._remarks.piece(listed[0], ""),
            )

    def _give(self, line: Line) -> bool:
        """Give the line its role. False for a title or an empty line: none stands."""
        line.role = line.node.get(ROLE) or self._role(line)
        line.bold = line.node.tag == P and self._is_bold(line.node)

        is_title = line.role == "title" and (not self.title or self._after_title)
        if is_title:
            self.title = f"{self.title} {line.text}".strip()
        elif line.role == "title":
            line.role = "h1"
        self._after_title = is_title or (self._after_title and not line.text)

        if line.shown and not line.role.startswith(("o", "u", "c")):
            self._in_list = []
        is_kept = bool(line.shown) and line.role != "title"
        if not is_kept:
            drop(line.node)
        return is_kept

    def _role(self, line: Line) -> str:
        numbered = self._numbered.get(line.node)
        if line.node.tag == TABLE or not (line.text or numbered):
            return ""

        name = self._styles.name(line.node)
        level = 0 if name in TITLE else self._styles.level(line.node)

        if level:
            line.label = numbered.label if numbered else ""
            return f"h{min(level, LOWEST)}"
        if numbered is None or name in TITLE:
            return self._named(name)
        if not numbered.is_plain:
            line.label = numbered.label
            return self._labelled(numbered)

        if not line.text:
            return ""  # counted, as Word does, and nothing to show
        if numbered.is_otherwise:
            self._otherwise.append(self._remarks.piece(line.node, numbered.label))
        role = self._item(numbered)
        if numbered.ordered:
            line.node.set(COUNT, str(self._counts[-1]))
        return role

    def _named(self, name: str) -> str:
        """The role that a style's name gives where nothing else does."""
        if continued := CONTINUED.match(name):
            return self._continued(number(continued[1], least=1, most=DEEPEST))
        if name in LOOSE:
            return self._continued(len(self._in_list))
        return next((role for role, names in NAMED.items() if name in names), "")

    def _item(self, item: Numbered) -> str:
        """An item no more than one level further in than the one before it."""
        above = self._above(item.depth)
        before = [list_ for _, list_ in self._in_list[above : above + 1]]
        self._in_list = [*self._in_list[:above], (item.depth, item.list)]

        is_new = item.ordered and bool(before) and before != [item.list]
        last = self._counts[above] if before == [item.list] else 0
        count = item.number if item.label else last + 1
        self._counts = [*self._counts[:above], count]
        return f"{'o' if item.ordered else 'u'}{above + 1}{'n' if is_new else ''}"

    def _labelled(self, numbered: Numbered) -> str:
        """In the item that it belongs to, where that is one of the same list."""
        above = self._above(numbered.depth)
        around = [list_ for _, list_ in self._in_list[:above]][-1:]
        return self._continued(above if around == [numbered.list] else 0)

    def _above(self, depth: int) -> int:
        """How many of the open lists one of that depth stands in."""
        return sum(open_depth < depth for open_depth, _ in self._in_list)

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
        # One without text is not bold; looking ends with the first run that is not.
        return next(each_bold, False) and all(each_bold)

    def _name_bold(self, lines: Sequence[Line]) -> None:
        """Bold lines that act as headings become headings."""
        named = []
        # The last real heading; how far in the last bold one's number goes.
        above = below = 0

        for at, line in enumerate(lines):
            if line.level:
                above, below = line.level, 0
            elif self._serves_as_heading(lines, at):
                depth = depth_of(line.shown)
                below = depth or below
                line.role = f"h{min(above + (depth or below + 1), LOWEST)}"
                named.append(self._remarks.piece(line.node, line.shown))

        self._remarks.count(
            Concern.CHANGED,
            "1 linje med fed skrift er gjort til overskrift",
            "{} linjer med fed skrift er gjort til overskrifter",
            named,
        )

    def _serves_as_heading(self, lines: Sequence[Line], at: int) -> bool:
        line = lines[at]
        if line.role or not line.bold or len(line.text) > LONGEST_HEADING:
            return False
        if line.shown.endswith(SENTENCE_ENDS) and not OUTLINE.fullmatch(
            f"{line.text}x"
        ):
            return False

        after = lines[at + 1] if at + 1 < len(lines) else None
        if after is None or after.level:
            return bool(depth_of(line.shown)) and after is not None
        return not after.bold or after.node.tag == TABLE or bool(depth_of(line.shown))

    def _write_in_cells(self, body: Node) -> None:
        """What stands in a table is lines; their numbers stand in them."""
        listed: dict[Node, Piece] = {}  # the first of each table

        for paragraph, numbered in self._numbered.items():
            if not inside(paragraph, CELL):
                continue
            if text_of(paragraph):
                table = next(paragraph.iterancestors(TABLE))
                listed.setdefault(table, self._remarks.piece(paragraph, ""))
            if numbered.label:
                _write_label(Line(paragraph, text_of(paragraph), label=numbered.label))

        if listed:
            self._remarks.add(Concern.CHANGED, IN_CELLS, *listed.values())

    def _tell(self, lines: Sequence[Line]) -> None:
        one = "1 nummer i en liste står med punktum, og i filen som"
        many = "{} numre i lister står med punktum, og i filen som"
        self._remarks.count(Concern.CHANGED, one, many, self._otherwise)

        labelled = [
            self._remarks.piece(line.node, line.shown) for line in lines if line.label
        ]
        self._remarks.count(
            Concern.CHANGED,
            "1 automatisk nummer står som tekst, så der kan henvises til det",
            "{} automatiske numre står som tekst, så der kan henvises til dem",
            labelled,
        )


def _write_label(line: Line) -> None:
    """The number that Word would show, before the text; bold where all of it is."""
    made = run(f"{line.label} " if line.text else line.label)
    if line.bold:
        look = etree.Element(w("rPr"))
        etree.SubElement(look, w("b"))
        made.insert(0, look)
    at = 0 if child(line.node, "pPr") is None else 1
    line.node.insert(at, made)
