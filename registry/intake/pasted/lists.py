"""The lists of a pasted text: items by their marks, nested by how far in they begin."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from registry.documents.blocks import Block, Items, paragraph
from registry.intake.pasted.lines import INDENTED, Line, Sheet
from registry.intake.pasted.shapes import Mark, is_row, mark_of, title_at

DEEPEST = 5
HANGING = range(
    INDENTED, 13
)  # how much further in than its mark an item's text may stand
Join = Callable[[Sequence[str]], str]


@dataclass
class Item:
    """One item: its paragraphs, each in lines, and the items in it."""

    shown: str
    kind: str
    number: int
    indent: int
    paragraphs: list[list[str]]
    items: list["Item"] = field(default_factory=list)

    def is_next(self, kind: str, number: int) -> bool:
        """Whether an item marked so would be the one after this."""
        return kind == self.kind and number == self.number + (self.number > 0)


def list_at(sheet: Sheet, at: int) -> tuple[list[Item], int]:
    """The list that begins with the line, and the line after it; no items where none
    begins.
    """
    under_way = _List(sheet)
    end = at
    while end < len(sheet.lines) and under_way.takes(end):
        end += 1
    return under_way.items, end


def list_blocks(items: Sequence[Item], join: Join) -> Iterator[Block]:
    """Numbers from 1 on become a numbered list; other numbers and letters stay as they
    stood.
    """
    for _, group in groupby(items, key=lambda item: item.kind):
        alike = list(group)
        is_bullets = alike[0].number == 0
        numbers = [item.number for item in alike]
        ordered = alike[0].kind.strip("(.)") == "1" and numbers == list(
            range(1, len(alike) + 1)
        )

        if len(alike) == 1 and not is_bullets:
            yield from _item_blocks(alike[0], join, shown=True)
            continue

        shown = not is_bullets and not ordered
        yield Items(
            tuple(tuple(_item_blocks(i, join, shown=shown)) for i in alike), ordered
        )


def _item_blocks(item: Item, join: Join, *, shown: bool) -> Iterator[Block]:
    first, *rest = (join(lines) for lines in item.paragraphs)
    yield paragraph(f"{item.shown} {first}" if shown else first)
    yield from (paragraph(text) for text in rest)
    yield from list_blocks(item.items, join)


class _List:
    """A list under way; the open items lie on the stack, the outermost first."""

    def __init__(self, sheet: Sheet) -> None:
        self.items: list[Item] = []
        self._sheet = sheet
        self._stack: list[Item] = []

    def takes(self, at: int) -> bool:
        """Take the line in, where it belongs to the list."""
        line = self._sheet.lines[at]
        mark = mark_of(line.text)
        if mark and (mark.is_sure or self._sheet.begins(at) or self._continued(mark)):
            return self._take_item(line, mark)

        if not self._stack:
            return False

        last = self._stack[-1]
        hangs = line.indent - last.indent in HANGING
        if line.apart and hangs:
            last.paragraphs.append([line.text])
        elif hangs or self._goes_on(at):
            last.paragraphs[-1].append(line.text)
        else:
            return False
        return True

    def _goes_on(self, at: int) -> bool:
        is_other = is_row(self._sheet, at) or title_at(self._sheet, at)
        return self._sheet.goes_on(at) and not is_other

    def _continued(self, mark: Mark) -> bool:
        return any(
            item.is_next(*place) for item in self._stack for place in mark.places
        )

    def _take_item(self, line: Line, mark: Mark) -> bool:
        while len(self._stack) > 1 and line.indent <= self._stack[-1].indent - INDENTED:
            self._stack.pop()
        place = self._sibling(line, mark) or self._first(line, mark)
        if place is None:
            return False

        item = Item(mark.shown, *place, line.indent, [[mark.text]])
        (self._stack[-1].items if self._stack else self.items).append(item)
        self._stack.append(item)
        return True

    def _sibling(self, line: Line, mark: Mark) -> tuple[str, int] | None:
        """The item's place after an open one that begins as far in; that one is
        closed.
        """
        for depth in range(len(self._stack), 0, -1):
            item = self._stack[depth - 1]
            if line.indent >= item.indent + INDENTED:
                return None
            for place in mark.places:
                if item.is_next(*place):
                    del self._stack[depth - 1 :]
                    return place

        return None

    def _first(self, line: Line, mark: Mark) -> tuple[str, int] | None:
        """The item's place as the first of a list: of all, or of one in the last
        item.
        """
        place = next((place for place in mark.places if place[1] < 2), None)
        if place is None or not self._stack:
            return place

        is_inside = line.indent >= self._stack[-1].indent + INDENTED
        if line.apart and not is_inside:
            return None
        if len(self._stack) == DEEPEST:
            self._stack.pop()
        return place
