"""What a reader reads of blocks, and whether it is what was written."""

import re
from collections.abc import Iterable, Iterator, Sequence

from registry.documents.blocks import (
    Block,
    Heading,
    Items,
    LabelledValues,
    Paragraph,
    Quote,
    Table,
    Text,
    paragraph,
)
from registry.markup.small import placed
from registry.markup.visible_words import address_words, source_words, words_of


def words_in(blocks: Iterable[Block], *, numbers: bool = True) -> Iterator[str]:
    """The words and figures in the order of reading, addresses after their links.

    `numbers`: with those of ordered lists. A contents list has no words of its own.
    """
    for block in blocks:
        match block:
            case Heading():
                yield from words_of(block.text)
            case Paragraph():
                yield from _text(block.text)
            case Items():
                yield from _items(block, numbers=numbers)
            case Quote():
                yield from words_in(block.blocks, numbers=numbers)
            case Table():
                yield from _table(block)
            case LabelledValues():
                for label, value in block.facts:
                    yield from words_of(label)
                    yield from _text(value)


def is_whole(markdown: str, blocks: Sequence[Block]) -> bool:
    """Whether every word and figure of the source stands in the blocks, in order."""
    written = source_words(markdown, placed)
    return "".join(written) == "".join(words_in(blocks))


def as_written(markdown: str) -> list[Block]:
    """The source itself, line by line."""
    return [
        paragraph("\n".join(line.strip() for line in lines.splitlines()))
        for lines in re.split(r"\n\s*\n", markdown.strip())
        if lines
    ]


def _text(text: Text) -> Iterator[str]:
    """A link of several looks is several spans: its address comes after the last."""
    said: list[str] = []
    for at, span in enumerate(text):
        words = words_of(span.text)
        yield from words
        if not span.href:
            continue

        said += words
        following = text[at + 1].href if at + 1 < len(text) else ""
        if following != span.href:
            yield from address_words(span.href, said)
            said = []


def _items(block: Items, *, numbers: bool) -> Iterator[str]:
    for number, item in zip(block.numbered, block.items, strict=True):
        if block.ordered and numbers:
            yield from words_of(f"{number}.")
        yield from words_in(item, numbers=numbers)


def _table(table: Table) -> Iterator[str]:
    yield from words_of(table.title)
    for head in table.head:
        yield from words_of(head)
    for row in table.rows:
        for cell in row:
            yield from _text(cell)
