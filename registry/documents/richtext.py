"""The Markdown of an agreement as blocks, read from the same safe HTML that the pages
show.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from html.parser import HTMLParser
from typing import NamedTuple

from registry.documents.blocks import (
    Block,
    Divider,
    Heading,
    Items,
    Paragraph,
    Quote,
    Span,
    Table,
    Text,
    joined,
    printable,
)
from registry.documents.visible_words import as_written, is_whole
from registry.markup.markdown_html import slug, to_plain_html
from registry.markup.small import PLACES, placed
from registry.markup.visible_words import address_words, words_of

BOLD, ITALIC = {"strong", "b", "dt"}, {"em", "i"}
PARAGRAPHS = {"p", "dt", "dd", "pre"}
CONTAINERS = {"ul", "ol", "li", "blockquote", "table", "tr", "td", "th"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
CELLS = {"td", "th"}
NOTE = "note"  # the class of a paragraph that is a remark, set apart from the text
MOST_COVERED = 100  # columns or rows of one cell


def blocks_of(markdown: str, *, level: int, anchor: str) -> list[Block]:
    """The text as blocks: headings from `level` on, and named after `anchor`."""
    blocks = blocks_in(to_plain_html(markdown), level=level, anchor=anchor)
    return blocks if is_whole(markdown, blocks) else as_written(markdown)


def blocks_in(html: str, *, level: int, anchor: str) -> list[Block]:
    """Safe HTML as blocks. Its highest headings (h2) come at `level`."""
    reader = _Reader(level, anchor)
    reader.feed(html)
    reader.close()
    return reader.finish()


class _Cell(NamedTuple):
    """A cell, and how many columns and rows it covers."""

    text: Text
    columns: int
    rows: int


class _Reader(HTMLParser):
    """Collects blocks; what is open lies on the stack, the outermost first."""

    def __init__(self, level: int, anchor: str) -> None:
        super().__init__()
        self._level, self._anchor = level, anchor
        self._stack: list[list[Block]] = [[]]
        self._spans: list[Span] = []
        self._marks: list[str] = []
        self._hrefs: list[str] = []

        self._items: list[list[tuple[Block, ...]]] = []
        self._numbers: list[list[int]] = []
        self._table: list[list[_Cell]] = []
        self._covered = (1, 1)
        self._preformatted = self._is_note = False
        self._place = ""

    def finish(self) -> list[Block]:
        self._end_paragraph()
        return self._stack[0]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BOLD | ITALIC:
            self._marks.append(tag)
        elif tag == "a":
            self._hrefs.append(dict(attrs).get("href") or "")
        elif tag == "br":
            self._spans.append(Span("\n"))

        self._place = tag if tag in PLACES else self._place
        if tag in PARAGRAPHS | CONTAINERS | HEADINGS:
            self._end_paragraph()
            self._is_note = tag == "p" and ("class", NOTE) in attrs

        elif tag == "hr":
            self._end_paragraph()
            self._add(Divider())

        self._preformatted = self._preformatted or tag == "pre"
        self._open(tag)
        if tag == "li" and self._numbers:
            self._numbers[-1].append(_count(attrs, "value", 0))
        if tag in CELLS:
            self._covered = _covered(attrs, "colspan"), _covered(attrs, "rowspan")

    def _open(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self._items.append([])
            self._numbers.append([])
        elif tag in CELLS | {"li", "blockquote"}:
            self._stack.append([])
        elif tag == "table":
            self._table = []
        elif tag == "tr":
            self._table.append([])

    def handle_data(self, data: str) -> None:
        written = data if self._preformatted else re.sub(r"\s+", " ", data)
        if self._spans and self._spans[-1].text == "\n":
            # After a line break, the source's own is only white space.
            written = written.lstrip(" ")

        if self._place:
            # A raised or lowered figure is another than one on the line.
            written = placed(written, self._place)

        self._spans.append(
            Span(
                printable(written),
                bold=any(mark in BOLD for mark in self._marks),
                italic=any(mark in ITALIC for mark in self._marks),
                href=self._hrefs[-1] if self._hrefs else "",
            )
        )

    def handle_endtag(self, tag: str) -> None:
        if tag in HEADINGS:
            self._end_heading(int(tag[1]))
        elif tag in PARAGRAPHS | CONTAINERS:
            self._end_paragraph()

        if tag in BOLD | ITALIC:
            self._marks.remove(tag)
        elif tag == "a":
            self._hrefs.pop()

        self._preformatted = self._preformatted and tag != "pre"
        self._place = "" if tag in PLACES else self._place
        self._close(tag)

    def _close(self, tag: str) -> None:
        if tag == "li":
            self._items[-1].append(tuple(self._stack.pop()))
        elif tag in ("ul", "ol"):
            self._add(_items(tag, self._items.pop(), self._numbers.pop()))
        elif tag == "blockquote":
            self._add(Quote(tuple(self._stack.pop())))
        elif tag in CELLS:
            self._table[-1].append(_Cell(_lines(self._stack.pop()), *self._covered))
        elif tag == "table" and self._table:
            head, *rows = _grid(self._table)
            self._add(
                Table("", tuple(_with_addresses(cell) for cell in head), tuple(rows))
            )

    def _end_heading(self, html_level: int) -> None:
        title = " ".join(_with_addresses(self._taken()).split())
        if title:
            # The pages' headings come one level lower than they are written.
            level = self._level + html_level - 2
            self._add(
                Heading(level, title, f"{self._anchor}-{slug(title) or 'afsnit'}")
            )

    def _end_paragraph(self) -> None:
        if taken := self._taken():
            self._add(Paragraph(taken, self._is_note))

    def _taken(self) -> Text:
        """The spans collected, less the blanks at both ends."""
        spans = [span for span in self._spans if span.text]
        self._spans = []

        while spans and not spans[0].text.strip():
            spans.pop(0)
        while spans and not spans[-1].text.strip():
            spans.pop()

        if spans:
            first, last = spans[0], spans[-1]
            spans[0] = Span(first.text.lstrip(), first.bold, first.italic, first.href)
            last = spans[-1]
            spans[-1] = Span(last.text.rstrip(), last.bold, last.italic, last.href)
        return joined(spans)

    def _add(self, block: Block) -> None:
        # Headings inside lists and quotes would break the outline: there they are bold
        # text.
        if isinstance(block, Heading) and len(self._stack) > 1:
            block = Paragraph((Span(block.text, bold=True),))
        self._stack[-1].append(block)


def _with_addresses(text: Text) -> str:
    """The text where no link can stand: addresses are written after their words."""
    written = said = ""
    for at, span in enumerate(text):
        written += span.text
        said = said + span.text if span.href else ""
        following = text[at + 1].href if at + 1 < len(text) else ""
        if span.href not in ("", following):
            if address_words(span.href, words_of(said)):
                written += f" ({span.href})"
            said = ""

    return written


def _items(
    tag: str, items: Sequence[tuple[Block, ...]], written: Sequence[int]
) -> Items:
    """A list. An item without a number of its own has the next."""
    if tag != "ol":
        return Items(tuple(items))

    numbers: list[int] = []
    for number in written:
        numbers.append(number or (numbers[-1] + 1 if numbers else 1))

    from_one = tuple(range(1, len(items) + 1))
    given = tuple(numbers[: len(items)])
    return Items(tuple(items), True, () if given == from_one else given)


def _count(
    attrs: Iterable[tuple[str, str | None]], name: str, otherwise: int = 1
) -> int:
    written = dict(attrs).get(name) or ""
    return int(written) if re.fullmatch(r"\d{1,9}", written) else otherwise


def _covered(attrs: Iterable[tuple[str, str | None]], name: str) -> int:
    return min(max(_count(attrs, name), 1), MOST_COVERED)


def _lines(blocks: Sequence[Block]) -> Text:
    """What stands in a cell, each block on a line of its own."""
    spans: list[Span] = []
    for line in _each_line(blocks):
        spans += [Span("\n"), *line] if spans else line
    return tuple(spans)


def _each_line(blocks: Sequence[Block]) -> Iterator[Text]:
    for block in blocks:
        match block:
            case Paragraph(text):
                yield text
            case Items():
                yield from _item_lines(block)
            case Quote(inner):
                yield from _each_line(inner)


def _item_lines(block: Items) -> Iterator[Text]:
    """The items' lines, an ordered one's after its number."""
    for number, item in zip(block.numbered, block.items, strict=True):
        first, *rest = list(_each_line(item)) or [()]
        yield (Span(f"{number}. "), *first) if block.ordered else first
        yield from rest


def _grid(rows: Sequence[Sequence[_Cell]]) -> list[tuple[Text, ...]]:
    """The text of each cell in every place that it covers; all rows are equally
    long.
    """
    lines: list[dict[int, Text]] = []
    # What goes on from above, and for how many rows.
    above: dict[int, tuple[Text, int]] = {}

    for row in rows:
        line = {column: text for column, (text, _) in above.items()}
        above = {c: (text, left - 1) for c, (text, left) in above.items() if left > 1}
        at = 0
        for cell in row:
            while at in line:
                at += 1
            for column in range(at, at + cell.columns):
                line[column] = cell.text
                if cell.rows > 1:
                    above[column] = (cell.text, cell.rows - 1)
        lines.append(line)

    breadth = max(max(line, default=-1) for line in lines) + 1
    return [tuple(line.get(column, ()) for column in range(breadth)) for line in lines]
