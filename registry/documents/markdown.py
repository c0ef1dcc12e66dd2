"""Blocks as Markdown, as the catalogue itself reads it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from registry.documents.blocks import (
    Block,
    Contents,
    Divider,
    Document,
    Drawing,
    Heading,
    Items,
    LabelledValues,
    Paragraph,
    Quote,
    Span,
    Table,
    Text,
)
from registry.markup.inline import ADDRESS, LONGEST_LABEL, NEVER_FIRST

LOWEST = 6
HASH = r"\\#"
INDENT = "    "
# What means something anywhere, and what means something where a line begins.
ANYWHERE = re.compile(r"([\\`*_\[\]>|])")
ENTITY = re.compile(r"&(?=#?\w+;)")
AT_START = re.compile(r"^(\s*)([#+\-=:]|\d+[.)](?=\s|$))", re.MULTILINE)


LINK = re.compile(ADDRESS)
QUOTABLE = str.maketrans({sign: f"%{ord(sign):02X}" for sign in ' ()<>"'})
# A quote that begins with one of these would be a number that is greater than another.
NO_QUOTE = re.compile(r"[\d=<>.,+-]")


def markdown(document: Document) -> str:
    """The document as Markdown: what only looks like a sign of it is escaped."""
    return _together(document, document.blocks) + "\n"


def _together(document: Document, blocks: Iterable[Block]) -> str:
    """Blocks one after the other. A list that follows another has another mark, lest
    they become one.
    """
    written: list[str] = []
    mark = ""

    for block in blocks:
        text = _block(document, block)
        if not text:
            continue

        is_list = isinstance(block, LabelledValues) or (
            isinstance(block, Items) and not block.ordered
        )
        mark = ("*" if mark == "-" else "-") if is_list else ""
        # A lone star is a star.
        if mark == "*" and len(re.findall(r"^- ", text, re.MULTILINE)) > 1:
            text = re.sub(r"^- ", "* ", text, flags=re.MULTILINE)
        written.append(text)

    return "\n\n".join(written)


def written(blocks: Iterable[Block]) -> str:
    """Blocks that are a part of a text, each heading at its own level; empty for
    none.
    """
    part = Document(title="", subject="", changed=datetime.min, blocks=tuple(blocks))
    return markdown(part).strip()


def _block(document: Document, block: Block) -> str:
    return WRITERS[type(block)](document, block)


def _heading(document: Document, block: Heading) -> str:
    signs = "#" * min(block.level + document.level - 1, LOWEST)
    return f"{signs} {re.sub('#$', HASH, _escaped(block.text))}"


def _paragraph(_document: Document, block: Paragraph) -> str:
    return f"*{_plain(block.text)}*" if block.note else _line_start(_text(block.text))


def _quote(document: Document, block: Quote) -> str:
    inner = _together(document, block.blocks)
    if NO_QUOTE.match(inner):
        inner = f"\n{inner}"
    return "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))


def _list_of_facts(_document: Document, block: LabelledValues) -> str:
    return "\n".join(
        f"- **{_escaped(label)}:** {_further_in(_text(value))}"
        for label, value in block.facts
    )


def _further_in(written: str) -> str:
    first, *rest = _line_start(written).split("\n")
    return "\n".join([first, *(f"{INDENT}{line}" for line in rest)])


def _items(document: Document, block: Items) -> str:
    return "\n".join(_item_lines(document, block))


def _item_lines(document: Document, block: Items) -> Iterator[str]:
    for number, item in zip(block.numbered, block.items, strict=True):
        mark = f"{number}." if block.ordered else "-"
        inner = _within_item(document, item)
        first, *rest = inner.split("\n")
        yield f"{mark} {first}"
        yield from (f"{INDENT}{line}".rstrip() for line in rest)


def _within_item(document: Document, item: tuple[Block, ...]) -> str:
    """What an item holds. A list right below its words stands without a blank line,
    for that would set all items apart. Other readers take no number but 1 there, and
    the catalogue's own takes one number by itself for words.
    """
    if len(item) == 2 and isinstance(item[0], Paragraph) and isinstance(item[1], Items):
        words, below = (_block(document, block) for block in item)
        if words and below and (not item[1].ordered or item[1].numbered[:2] == (1, 2)):
            return f"{words}\n{below}"
    return _together(document, item)


def _divider(_document: Document, _block: Divider) -> str:
    return "---"


def _table(_document: Document, table: Table) -> str:
    """Its cells have no line breaks but those of HTML."""
    head, rule = (_escaped(cell) for cell in table.head), ("---" for _ in table.head)
    lines = [head, rule, *((_text(cell) for cell in row) for row in table.rows)]
    written = [f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines]
    title = f"**{_escaped(table.title)}**\n\n" if table.title else ""
    return title + "\n".join(written)


def _cell(written: str) -> str:
    return re.sub(r"(  )?\n", "<br>", written) or " "


def _drawing(_document: Document, _block: Drawing) -> str:
    """None: the table beside it says the same."""
    return ""


def _contents(document: Document, _block: Contents) -> str:
    """The headings by name: which anchors they get differs between readers of
    Markdown.
    """
    return "\n".join(
        f"{INDENT * (heading.level - 2)}- {_escaped(heading.text)}"
        for heading in document.listed
    )


def _text(spans: Text) -> str:
    texts = ["", *(span.text for span in spans), ""]
    return "".join(
        _span(span, before[-1:], after[:1])
        for span, before, after in zip(spans, texts, texts[2:], strict=False)
    )


def _plain(spans: Iterable[Span]) -> str:
    return _escaped("".join(span.text for span in spans))


def _span(span: Span, before: str, after: str) -> str:
    shown = _escaped(span.text)
    if mark := _mark(span, before, after):
        # Marks must touch the word they mark.
        inner = shown.strip()
        shown = shown.replace(inner, f"{mark}{inner}{mark}", 1)

    if not span.href:
        return shown
    if (
        span.href == span.text
        and LINK.fullmatch(span.href)
        and span.href[0] not in "/#"
    ):
        return f"<{span.href}>"

    label, href = re.sub(r" *\n", " ", shown), span.href
    if not LINK.fullmatch(href):
        href = href.translate(QUOTABLE)
    if len(label) > LONGEST_LABEL or not LINK.fullmatch(href):
        return f"{label} ({_escaped(span.href)})"
    return f"[{label}]({href})"


def _mark(span: Span, before: str, after: str) -> str:
    """The look of a span. Within a word only bold can be told, and between letters."""
    mark = "*" * (span.italic + 2 * span.bold)
    text = span.text
    if not mark or not text.strip() or text.strip().startswith(NEVER_FIRST):
        return ""
    if span.href:
        return mark

    beside = [
        neighbour
        for neighbour, edge in ((before, text[0]), (after, text[-1]))
        if neighbour and not edge.isspace() and neighbour.isalnum()
    ]

    if not beside:
        return mark
    return "**" if span.bold and all(sign.isalpha() for sign in beside) else ""


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
    Divider: _divider,
    Table: _table,
    LabelledValues: _list_of_facts,
    Drawing: _drawing,
    Contents: _contents,
}
