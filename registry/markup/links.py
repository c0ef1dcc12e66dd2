"""The links of a text: their words and where they lead."""

from collections.abc import Iterator
from typing import NamedTuple

from registry.markup.inline import Inside, Mark, inline
from registry.markup.nodes import (
    Heading,
    Items,
    Node,
    Paragraph,
    Quote,
    Rule,
    Table,
    TooDeep,
    walk,
)
from registry.markup.structure import parse


class Link(NamedTuple):
    """A link as it was written."""

    words: str
    href: str


def links_of(markdown: str) -> list[Link]:
    """The links of the text in order."""
    # Most texts have none, and then need no reading.
    if "](" not in markdown and "<" not in markdown:
        return []
    lines = (line for node in walk(parse(markdown)) for line in _lines(node))
    return [link for line in lines for link in _links(inline(line))]


def _lines(node: Node) -> Iterator[str]:
    """What stands in the node itself, not in those within it."""
    match node:
        case Heading() | Paragraph() | TooDeep():
            yield node.text
        case Table():
            yield from node.head
            for row in node.rows:
                yield from row
        case Items() | Quote() | Rule():
            pass


def _links(inside: Inside) -> Iterator[Link]:
    for part in inside:
        if isinstance(part, str):
            continue
        if part.tag == "a":
            yield Link(_words(part), part.attributes["href"])
        else:
            yield from _links(part.inside)


def _words(mark: Mark) -> str:
    parts = (p if isinstance(p, str) else _words(p) for p in mark.inside)
    return " ".join("".join(parts).split())
