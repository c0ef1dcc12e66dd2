"""The neutral blocks of a document. Whoever builds one knows no format; no format knows
the law.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count, groupby

# Characters that XML, and so Word, cannot hold.
_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udfff]"
)
CONTENTS_DEPTH = 4

# A quarter of a page or so: more kept together leaves the page before it all but white.
SHORT_LETTERS, SHORT_FACTS = 700, 12


@dataclass(frozen=True)
class Span:
    """A stretch of text of one look; `href` makes it a link."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""


Text = tuple[Span, ...]


@dataclass(frozen=True)
class Heading:
    """`level` 1 is the document's title. `anchor` is unique in the document."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True)
class Paragraph:
    """`note`: a remark or reservation, set apart from the text."""

    text: Text
    note: bool = False


@dataclass(frozen=True)
class Items:
    """A list; each item is blocks of its own.

    `numbers`: those of an ordered list as they were written; empty: from 1 on.
    """

    items: tuple[tuple["Block", ...], ...]
    ordered: bool = False
    numbers: tuple[int, ...] = ()

    @property
    def numbered(self) -> tuple[int, ...]:
        """The number of each item of an ordered list."""
        return self.numbers or tuple(range(1, len(self.items) + 1))


@dataclass(frozen=True)
class Quote:
    """Blocks that are another's words."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class Divider:
    """A line across the page."""


@dataclass(frozen=True)
class Table:
    """Rows under a head that is repeated on every page. `title` says what it is.

    `widths`: how the columns share the breadth; empty: evenly. `heads_rows`: the first
    cell of each row says what the row is.
    """

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]
    widths: tuple[int, ...] = ()
    heads_rows: bool = False

    @property
    def shares(self) -> tuple[int, ...]:
        """What each column has of the breadth; alike where nothing was said."""
        return self.widths or (1,) * len(self.head)


@dataclass(frozen=True)
class LabelledValues:
    """Labels with their values."""

    facts: tuple[tuple[str, Text], ...]

    @property
    def is_short(self) -> bool:
        """Whether a page has room for it as one: it is then not torn in two."""
        letters = sum(len(plain(value)) for _, value in self.facts)
        return letters <= SHORT_LETTERS and len(self.facts) <= SHORT_FACTS


@dataclass(frozen=True)
class Drawing:
    """A picture, as SVG, of what a table beside it says in figures; `alt_text` is what
    a reader who does not see it is told. A format that has no pictures leaves it out.
    """

    svg: str
    alt_text: str


@dataclass(frozen=True)
class Contents:
    """Where the contents list stands; the formats fill it from the headings."""


Block = (
    Heading
    | Paragraph
    | Items
    | Quote
    | Divider
    | Table
    | LabelledValues
    | Drawing
    | Contents
)


@dataclass(frozen=True)
class Document:
    """A whole document. `changed` is the one date it bears, whenever it is made.

    `level` is that of its title where it drops into another document; `header` and
    `footer` stand on every page.
    """

    title: str
    subject: str
    changed: datetime
    blocks: tuple[Block, ...]
    footer: str = ""
    level: int = 1
    header: str = ""

    @property
    def headings(self) -> list[Heading]:
        """All its headings, in their order."""
        return [block for block in self.blocks if isinstance(block, Heading)]

    @property
    def listed(self) -> list[Heading]:
        """The headings of the contents list: all but the title and the lowest."""
        return [h for h in self.headings if 1 < h.level <= CONTENTS_DEPTH]


def text(*parts: str | Span) -> Text:
    """Parts as text, less those that are empty."""
    spans = [part if isinstance(part, Span) else Span(part) for part in parts]
    return tuple(
        replace(span, text=printable(span.text)) for span in spans if span.text
    )


def paragraph(*parts: str | Span, note: bool = False) -> Paragraph:
    """A paragraph of the parts that hold something."""
    return Paragraph(text(*parts), note)


def fact(label: str, *parts: str | Span) -> tuple[str, Text]:
    """A label with its value, for `facts`."""
    return label, text(*parts)


def facts(pairs: Iterable[tuple[str, Text]]) -> LabelledValues:
    """The pairs that have a value."""
    return LabelledValues(tuple((label, value) for label, value in pairs if value))


def bullets(lines: Iterable[str]) -> Items:
    """A list of one line each, without numbers."""
    return Items(tuple((paragraph(line),) for line in lines))


def joined(spans: Iterable[Span]) -> Text:
    """The same text with stretches of one look that touch as one: H₂O is one word. A
    line break stays a stretch of its own.
    """
    return tuple(_joined(spans))


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    for is_break, stretch in groupby(spans, key=lambda span: span.text == "\n"):
        for look, alike in groupby(stretch, key=lambda span: replace(span, text="")):
            if is_break:
                yield from alike
            else:
                yield replace(look, text="".join(span.text for span in alike))


def plain(value: Sequence[Span]) -> str:
    """The text without looks and links."""
    return "".join(span.text for span in value)


def printable(value: str) -> str:
    """The text without the characters that no document can hold."""
    return _UNPRINTABLE.sub("", value)


def in_order(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with no level of headings skipped, and each anchor once."""
    return tuple(_in_order(blocks))


def _in_order(blocks: Iterable[Block]) -> Iterator[Block]:
    # The levels of the headings over the present one: as asked, as given.
    above: list[tuple[int, int]] = []
    taken = set[str]()

    for block in blocks:
        if not isinstance(block, Heading):
            yield block
            continue

        above = [pair for pair in above if pair[0] < block.level]
        level = above[-1][1] + 1 if above else 1
        above.append((block.level, level))

        anchor = _free(block.anchor, taken)
        taken.add(anchor)
        yield Heading(level, printable(block.text), anchor)


def _free(anchor: str, taken: set[str]) -> str:
    names = (anchor if at == 1 else f"{anchor}-{at}" for at in count(1))
    return next(name for name in names if name not in taken)
