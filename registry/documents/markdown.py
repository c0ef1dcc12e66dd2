"""Blocks as Markdown, as the catalogue itself reads it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from registry.documents.blocks import (
    Block,
    Contents,
    Document,
    Facts,
    Heading,
    Items,
    Paragraph,
    Quote,
    Span,
    Table,
    Text,
)

LOWEST = 6
INDENT = "    "
# What means something anywhere, and what means something where a line begins.
ANYWHERE = re.compile(r"([\\`*_\[\]>|])")
ENTITY = re.compile(r"&(?=#?\w+;)")
AT_START = re.compile(r"^(\s*)([#+\-=:]|\d+[.)])", re.MULTILINE)


def markdown(document: Document) -> str:
    blocks = (_block(document, block) for block in document.blocks)
    return "\n\n".join(block for block in blocks if block) + "\n"


def written(blocks: Iterable[Block]) -> str:
    """Blocks that are a part of a text, each heading at its own level; empty for none."""
    part = Document(title="", subject="", changed=datetime.min, blocks=tuple(blocks))
    return markdown(part).strip()


def _block(document: Document, block: Block) -> str:
    return WRITERS[type(block)](document, block)


def _heading(document: Document, block: Heading) -> str:
    return f"{'#' * min(block.level + document.level - 1, LOWEST)} {_escaped(block.text)}"


def _paragraph(_document: Document, block: Paragraph) -> str:
    return f"*{_plain(block.text)}*" if block.note else _line_start(_text(block.text))


def _quote(document: Document, block: Quote) -> str:
    inner = "\n\n".join(_block(document, part) for part in block.blocks)
    return "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))


def _facts(_document: Document, block: Facts) -> str:
    return "\n".join(f"- **{_escaped(label)}:** {_text(v)}" for label, v in block.facts)


def _items(document: Document, block: Items) -> str:
    return "\n".join(_item_lines(document, block))


def _item_lines(document: Document, block: Items) -> Iterator[str]:
    for at, item in enumerate(block.items, 1):
        mark = f"{at}." if block.ordered else "-"
        inner = "\n\n".join(_block(document, part) for part in item)
        first, *rest = inner.split("\n")
        yield f"{mark} {first}"
        yield from (f"{INDENT}{line}".rstrip() for line in rest)


def _table(_document: Document, table: Table) -> str:
    """Its cells have no line breaks but those of HTML."""
    head, rule = (_escaped(cell) for cell in table.head), ("---" for _ in table.head)
    lines = [head, rule, *((_text(cell) for cell in row) for row in table.rows)]
    written = [f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines]
    title = f"**{_escaped(table.title)}**\n\n" if table.title else ""
    return title + "\n".join(written)


def _cell(written: str) -> str:
    return re.sub(r"(  )?\n", "<br>", written) or " "


def _contents(document: Document, _block: Contents) -> str:
    """The headings by name: which anchors they get differs between readers of Markdown."""
    return "\n".join(
        f"{INDENT * (heading.level - 2)}- {_escaped(heading.text)}" for heading in document.listed
    )


def _text(spans: Text) -> str:
    return "".join(_span(span) for span in spans)


def _plain(spans: Iterable[Span]) -> str:
    return _escaped("".join(span.text for span in spans))


def _span(span: Span) -> str:
    shown = _escaped(span.text)
    mark = "*" * (span.italic + 2 * span.bold)
    if mark and shown.strip():
        # Marks must touch the word they mark.
        inner = shown.strip()
        shown = shown.replace(inner, f"{mark}{inner}{mark}", 1)
    if not span.href:
        return shown
    return f"<{span.href}>" if span.href == span.text else f"[{shown}]({span.href})"


def _escaped(written: str) -> str:
    # Not every reader knows an escaped <, but all know its name.
    named = ENTITY.sub("&amp;", written).replace("<", "&lt;")
    return ANYWHERE.sub(r"\\\1", named).replace("\n", "  \n")


def _line_start(written: str) -> str:
    """No line is a heading, a list or a rule but by our own wish."""
    return AT_START.sub(lambda m: f"{m[1]}{_guarded(m[2])}", written)


def _guarded(mark: str) -> str:
    return f"\\{mark}" if len(mark) == 1 else f"{mark[:-1]}\\{mark[-1]}"


WRITERS: Mapping[type, Callable[[Document, Any], str]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Items: _items,
    Quote: _quote,
    Table: _table,
    Facts: _facts,
    Contents: _contents,
}
