"""Where a document's links lead: out of the file they stand in, whoever opens it."""

from collections.abc import Iterable
from dataclasses import replace

from registry.documents.blocks import (
    Block,
    Contents,
    Divider,
    Drawing,
    Heading,
    Items,
    LabelledValues,
    Paragraph,
    Quote,
    Table,
    Text,
)


def leading_out(blocks: Iterable[Block], public_url: str) -> tuple[Block, ...]:
    """The blocks with links to the catalogue's own pages made whole: a file has no
    place of its own that they could be read from.
    """
    return tuple(_block(block, public_url.rstrip("/")) for block in blocks)


def _block(block: Block, url: str) -> Block:
    match block:
        case Paragraph():
            return replace(block, text=_text(block.text, url))
        case Items():
            items = tuple(leading_out(item, url) for item in block.items)
            return replace(block, items=items)
        case Quote():
            return Quote(leading_out(block.blocks, url))
        case Table():
            rows = tuple(tuple(_text(c, url) for c in row) for row in block.rows)
            return replace(block, rows=rows)
        case LabelledValues():
            return LabelledValues(
                tuple((name, _text(said, url)) for name, said in block.facts)
            )
        case Heading() | Divider() | Drawing() | Contents():
            return block


def _text(text: Text, url: str) -> Text:
    return tuple(
        replace(span, href=f"{url}{span.href}")
        if span.href.startswith("/") and not span.href.startswith("//")
        else span
        for span in text
    )
