"""What the lines of a text are: headings, lists, tables, quotes; all else is text.

Markup is only what nobody writes by chance. A line break is a line break, a number
keeps its value, and a sign that begins no heading, list or quote stands as typed.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from registry.markup.nodes import (
    Heading,
    Item,
    Items,
    Line,
    Node,
    Paragraph,
    Quote,
    Rule,
    Table,
    TooDeep,
)
from registry.markup.ordinals import says_which

TAB = 4
# How much deeper a line stands that belongs to the item above it.
STEP = 2
# Deeper than any reader follows; what lies below is shown as lines of text.
MOST_DEPTH = 8
MOST_COLUMNS = 40

_HEADING = re.compile(r"(#{1,6})\s+(\S.*)")
# A line of underlines is for filling in.
_RULE = re.compile(r"([-*])(?:\s*\1){2,}")
_BULLET = re.compile(r"([-*])\s+(\S.*)")
_NUMBER = re.compile(r"([1-9]\d{0,5})\.\s+(\S.*)")
# More than 38 is a number; only words are quoted.
_QUOTE = re.compile(r">(?!\s*[\d=<>.,+-]*\d)(?!=)\s?(.*)")
_PIPE = re.compile(r"(?<!\\)(?:\\\\)*\|")
_COLUMNS = re.compile(r"[-|:\s]*\|[-|:\s]*")
_COLUMN = re.compile(r"\s*:?-+:?\s*")
_INDENTED_HEADING = 4


class _Mark(NamedTuple):
    """How an item begins: its sign (a full stop for numbers), its number, its first
    line.
    """

    sign: str
    number: int | None
    text: str


def parse(text: str) -> tuple[Node, ...]:
    """The text as a tree. Takes time in proportion to its length."""
    return tuple(_Parser(lines_of(text), 0).nodes())


def lines_of(text: str) -> list[Line]:
    """The lines with their numbers from 1, and how many signs each is moved in."""
    lines = text.expandtabs(TAB).split("\n")
    return [
        Line(number, len(line) - len(line.lstrip()), line.strip())
        for number, line in enumerate(lines, 1)
    ]


def is_columns(text: str) -> bool:
    """Whether the line parts a table's head from its rows."""
    if not _COLUMNS.fullmatch(text):
        return False
    cells = _cells(text)
    return bool(cells) and all(_COLUMN.fullmatch(cell) for cell in cells)


class _Parser:
    """Goes through the lines once. Each kind of node takes the lines that are its
    own.
    """

    def __init__(
        self, lines: Sequence[Line], depth: int, *, within_item: bool = False
    ) -> None:
        self._lines, self._depth, self._within_item = lines, depth, within_item

    def nodes(self) -> Iterator[Node]:
        if self._depth > MOST_DEPTH:
            yield TooDeep(tuple(line for line in self._lines if line.text))
            return

        at = 0
        while at < len(self._lines):
            if not self._lines[at].text:
                at += 1
                continue
            node, at = self._node(at)
            yield node

    def _node(self, at: int) -> tuple[Node, int]:
        line = self._lines[at]

        if heading := self._heading(at):
            return Heading(line, len(heading[1]), _without_closing(heading)), at + 1
        if self._is_rule(at):
            return Rule(line), at + 1
        if self._is_table(at):
            return self._table(at)
        if _QUOTE.fullmatch(line.text):
            return self._quote(at)
        if self._is_list(at, lone=not (self._within_item and at == 0)):
            return self._list(at)
        return self._paragraph(at)

    def _heading(self, at: int) -> re.Match[str] | None:
        line = self._lines[at]
        base = self._lines[0].indent if self._within_item else 0
        is_out = line.indent - base < _INDENTED_HEADING
        return _HEADING.fullmatch(line.text) if is_out else None

    def _is_rule(self, at: int) -> bool:
        return bool(
            _RULE.fullmatch(self._lines[at].text)
            and not self._text(at - 1)
            and not self._text(at + 1)
        )

    def _text(self, at: int) -> str:
        return self._lines[at].text if 0 <= at < len(self._lines) else ""

    def _is_table(self, at: int) -> bool:
        head, columns = self._text(at), self._text(at + 1)
        return (
            is_columns(columns)
            and bool(_PIPE.search(head))
            and len(_cells(head)) == len(_cells(columns)) <= MOST_COLUMNS
        )

    def _table(self, at: int) -> tuple[Node, int]:
        end = at + 2
        while self._is_row(end):
            end += 1

        head, columns, *rows = (_cells(self._text(n)) for n in range(at, end))
        breadth = max(len(head), *(len(row) for row in rows), 0)
        aligned = [_alignment(column.strip()) for column in columns]

        return Table(
            self._lines[at],
            _padded(head, breadth),
            _padded(aligned, breadth),
            tuple(_padded(row, breadth) for row in rows),
        ), end

    def _is_row(self, at: int) -> bool:
        text = self._text(at)
        return bool(_PIPE.search(text)) and len(_cells(text)) <= MOST_COLUMNS

    def _quote(self, at: int) -> tuple[Node, int]:
        end = at
        while self._text(end).startswith(">"):
            end += 1
        inner = [_within_quote(line) for line in self._lines[at:end]]
        blocks = tuple(_Parser(inner, self._depth + 1).nodes())
        return Quote(self._lines[at], blocks), end

    def _is_list(self, at: int, *, lone: bool) -> bool:
        """Whether a list begins with the line: two items or more, a lone dash before
        words, or a lone 1 before a sentence. A lone 15 is a date or a part of one.
        """
        mark = _mark(self._text(at))
        if mark is None:
            return False

        after = self._after_item(at)
        following = _mark(self._text(after)) if after < len(self._lines) else None
        if following and self._is_sibling(at, mark, after, following):
            return True

        if mark.number:
            first = mark.text.lstrip("*_«\"'(")[:1]
            return lone and mark.number == 1 and first.isupper()
        return lone and mark.sign == "-" and not mark.text[0].isnumeric()

    def _is_sibling(self, at: int, mark: _Mark, other: int, next_mark: _Mark) -> bool:
        apart = abs(self._lines[other].indent - self._lines[at].indent)
        rises = mark.number is None or (next_mark.number or 0) > mark.number
        return apart < STEP and mark.sign == next_mark.sign and rises

    def _after_item(self, at: int) -> int:
        """The first line after an item's own: what stands deeper than its mark is
        its own.
        """
        least = self._lines[at].indent + STEP
        end = at + 1
        while end < len(self._lines):
            line = self._lines[end]
            if line.text and line.indent < least:
                break
            end += 1

        return end

    def _list(self, at: int) -> tuple[Node, int]:
        items: list[Item] = []
        start, mark = at, _mark(self._text(at))

        while mark is not None:
            end = self._after_item(at)
            items.append(self._item(at, end, mark))
            following = _mark(self._text(end))
            if following and not self._is_sibling(at, mark, end, following):
                following = None
            at, mark = end, following

        last = end
        while not self._text(last - 1):
            last -= 1
        loose = any(not line.text for line in self._lines[start:last])
        return Items(tuple(items), loose), end

    def _item(self, at: int, end: int, mark: _Mark) -> Item:
        line = self._lines[at]
        first = Line(line.number, line.indent + STEP, mark.text)
        own = [first, *self._lines[at + 1 : end]]
        blocks = tuple(_Parser(own, self._depth + 1, within_item=True).nodes())
        return Item(line, mark.number, blocks)

    def _paragraph(self, at: int) -> tuple[Node, int]:
        end = at + 1
        while self._text(end) and not self._begins_other(end):
            end += 1
        return Paragraph(tuple(self._lines[at:end])), end

    def _begins_other(self, at: int) -> bool:
        """Whether something that is no text begins amid the lines of a paragraph."""
        if self._heading(at) or self._is_table(at):
            return True

        mark = _mark(self._text(at))
        if mark is None or (mark.number or 1) > 1:
            return False

        # A lone dash amid lines of text is a dash, unless it stands deeper than they.
        deeper = self._lines[at].indent >= self._lines[at - 1].indent + STEP
        return self._is_list(at, lone=self._within_item or deeper)


def _mark(text: str) -> _Mark | None:
    if _RULE.fullmatch(text):
        return None
    if bullet := _BULLET.fullmatch(text):
        return _Mark(bullet[1], None, bullet[2])

    if says_which(text):
        return None
    if number := _NUMBER.fullmatch(text):
        return _Mark(".", int(number[1]), number[2])
    return None


def _without_closing(heading: re.Match[str]) -> str:
    """The heading's words, less as many signs at its end as at its beginning."""
    return heading[2].removesuffix(f" {heading[1]}").rstrip()


def _within_quote(line: Line) -> Line:
    inner = line.text[1:].removeprefix(" ")
    return Line(line.number, len(inner) - len(inner.lstrip()), inner.strip())


def _cells(text: str) -> list[str]:
    parts, start = [], 0
    for pipe in _PIPE.finditer(text):
        parts.append(text[start : pipe.end() - 1])
        start = pipe.end()
    parts.append(text[start:])

    first = 1 if len(parts) > 1 and not parts[0].strip() else 0
    last = len(parts) - (1 if len(parts) > 1 and not parts[-1].strip() else 0)

    return [part.strip() for part in parts[first:last]]


def _padded(cells: Sequence[str], breadth: int) -> tuple[str, ...]:
    return (*cells, *("" for _ in range(breadth - len(cells))))


def _alignment(column: str) -> str:
    ends = column.startswith(":"), column.endswith(":")
    names = {(True, True): "center", (True, False): "left", (False, True): "right"}
    return names.get(ends, "")
