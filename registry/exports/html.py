"""A document as HTML: for a page of the catalogue, and as a file that needs nothing
else.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
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
from registry.exports.publication import Publication
from registry.exports.whole import require_whole
from registry.markup.visible_words import html_words

LOWEST = 6


def render(publication: Publication) -> bytes:
    """A whole page, without script and style: it may be opened from anywhere."""
    document = publication.document
    page = (
        '<!doctype html>\n<html lang="da">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(document.title)}</title>\n</head>\n<body>\n<main>\n"
        f"{fragment(document)}</main>\n</body>\n</html>\n"
    )
    return page.encode()


def fragment(document: Document) -> str:
    """The document's blocks, its title at `document.level`. Raises NotWhole."""
    written = "".join(_block(document, block) for block in document.blocks)
    require_whole(document, html_words(written))
    return written


def _block(document: Document, block: Block) -> str:
    return WRITERS[type(block)](document, block)


def _heading(document: Document, block: Heading) -> str:
    level = min(block.level + document.level - 1, LOWEST)
    return f'<h{level} id="{escape(block.anchor)}">{escape(block.text)}</h{level}>\n'


def _paragraph(_document: Document, block: Paragraph) -> str:
    opening = '<p class="note">' if block.note else "<p>"
    return f"{opening}{_text(block.text)}</p>\n"


def _items(document: Document, block: Items) -> str:
    tag = "ol" if block.ordered else "ul"
    items = "".join(
        f"<li{_value(block, number)}>{_inside(document, item)}</li>\n"
        for number, item in zip(block.numbered, block.items, strict=True)
    )
    return f"<{tag}>\n{items}</{tag}>\n"


def _value(block: Items, number: int) -> str:
    return f' value="{number}"' if block.ordered else ""


def _quote(document: Document, block: Quote) -> str:
    return f"<blockquote>\n{_inside(document, block.blocks)}</blockquote>\n"


def _divider(_document: Document, _block: Divider) -> str:
    return "<hr>\n"


def _inside(document: Document, blocks: Iterable[Block]) -> str:
    return "".join(_block(document, block) for block in blocks)


def _table(_document: Document, table: Table) -> str:
    """It may be wide, so it scrolls by itself, and can be reached by keyboard to
    do so.
    """
    # Two tables of a page must not be called the same, also where they have no title.
    label = escape(table.title or f"Tabel: {', '.join(table.head)}")
    caption = f"<caption>{label}</caption>\n" if table.title else ""
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in table.head)
    rows = "".join(f"<tr>{''.join(_cells(table, row))}</tr>\n" for row in table.rows)

    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{label}">'
        f'<table class="table">\n{caption}'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table></div>\n"
    )


def _cells(table: Table, row: Iterable[Text]) -> Iterator[str]:
    for at, cell in enumerate(row):
        is_head = at == 0 and table.heads_rows
        tag, scope = ("th", ' scope="row"') if is_head else ("td", "")
        yield f"<{tag}{scope}>{_text(cell)}</{tag}>"


def _labelled_values(_document: Document, block: LabelledValues) -> str:
    pairs = "".join(
        f'<div class="fact"><dt>{escape(label)}</dt><dd>{_text(value)}</dd></div>\n'
        for label, value in block.facts
    )
    return f'<dl class="facts">\n{pairs}</dl>\n'


def _drawing(_document: Document, block: Drawing) -> str:
    """Its words are the table's: whoever listens hears what it shows instead."""
    svg = block.svg.replace(
        "<svg ", f'<svg role="img" aria-label="{escape(block.alt_text)}" ', 1
    )
    return f'<p class="drawing">{svg}</p>\n'


def _contents(document: Document, _block: Contents) -> str:
    items = "".join(
        f'<li class="level-{h.level}"><a '
        f'href="#{escape(h.anchor)}">{escape(h.text)}</a></li>\n'
        for h in document.listed
    )
    return (
        f'<nav aria-label="Indhold">\n<ul class="anchorlist">\n{items}</ul>\n</nav>\n'
    )


def _text(spans: Iterable[Span]) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    shown = escape(span.text).replace("\n", "<br>")
    if span.italic:
        shown = f"<em>{shown}</em>"
    if span.bold:
        shown = f"<strong>{shown}</strong>"
    return f'<a href="{escape(span.href)}">{shown}</a>' if span.href else shown


WRITERS: Mapping[type, Callable[[Document, Any], str]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Items: _items,
    Quote: _quote,
    Divider: _divider,
    Table: _table,
    LabelledValues: _labelled_values,
    Drawing: _drawing,
    Contents: _contents,
}
