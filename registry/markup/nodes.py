"""What a text is made of: headings, paragraphs, lists, quotes and tables, by line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Line(NamedTuple):
    """A line, where it stands in the text (from 1), and how far in."""

    number: int
    indent: int
    text: str


@dataclass(frozen=True)
class Heading:
    """`level`: from 1; `text`: its words, less the signs that make it a heading."""

    line: Line
    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """Lines that belong together."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Its lines as they stand."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True)
class Item:
    """`number`: as it was typed; None in a list of bullets."""

    line: Line
    number: int | None
    blocks: tuple["Node", ...]


@dataclass(frozen=True)
class Items:
    """`loose`: there are blank lines between its items, or within them."""

    items: tuple[Item, ...]
    loose: bool

    @property
    def ordered(self) -> bool:
        """Whether they are numbered."""
        return self.items[0].number is not None


@dataclass(frozen=True)
class Quote:
    """`line`: where it begins; `blocks`: what stands in it."""

    line: Line
    blocks: tuple["Node", ...]


@dataclass(frozen=True)
class Table:
    """`aligned`: left, right, center or nothing, by column. All rows are equally
    long.
    """

    line: Line
    head: tuple[str, ...]
    aligned: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Rule:
    """A line across the page."""

    line: Line


@dataclass(frozen=True)
class TooDeep:
    """Lines below the deepest level, shown as text."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Its lines as they stand."""
        return "\n".join(line.text for line in self.lines)


Node = Heading | Paragraph | Items | Quote | Table | Rule | TooDeep


def walk(nodes: Sequence[Node]) -> Iterator[Node]:
    """All nodes, each before those within it."""
    for node in nodes:
        yield node
        match node:
            case Items():
                for item in node.items:
                    yield from walk(item.blocks)
            case Quote(_, blocks):
                yield from walk(blocks)
