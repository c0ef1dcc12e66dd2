"""A document as PDF/UA by Typst: tagged, with language, bookmarks and repeated table heads."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from registry.clock import COPENHAGEN
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
    plain,
)
from registry.exports.publication import Publication
from registry.exports.typesetting import typeset

# Det Fælles Designsystem's own, fetched at set-up; without them Typst's own font is used.
FONTS = Path(__file__).parent.parent / "static/vendor/dkfds/fonts/IBMPlexSans/complete/ttf"
FACES = ("Regular", "Italic", "SemiBold", "SemiBoldItalic")
FONT, OWN_FONT = "IBM Plex Sans", "Libertinus Serif"
AUTHOR = "Snitfladekataloget"
# Tables with more columns than this are set in smaller type.
WIDE = 3
LONG_ROW = 1500


def render(publication: Publication) -> bytes:
    return typeset(source(publication.document), FONTS if has_fonts() else None)


def has_fonts() -> bool:
    """Whether all the faces that a document is set in were fetched."""
    return all((FONTS / f"IBMPlexSans-{face}.ttf").exists() for face in FACES)


def source(document: Document) -> str:
    """The document in Typst's language. Texts are strings there, so nothing in them is markup."""
    return _preamble(document) + "\n".join(_block(document, b) for b in document.blocks)


def _preamble(document: Document) -> str:
    changed = document.changed.astimezone(COPENHAGEN)
    font = FONT if has_fonts() else OWN_FONT
    footer = f"{_string(document.footer)}; h(1fr); " if document.footer else "h(1fr); "
    return f"""
#set document(title: {_string(document.title)}, author: {_string(AUTHOR)},
  description: {_string(document.subject)},
  date: datetime(year: {changed.year}, month: {changed.month}, day: {changed.day}))
#set text(lang: "da", region: "DK", font: {_string(font)}, size: 10pt)
#set page(paper: "a4", margin: (x: 2cm, top: 2cm, bottom: 2.2cm), footer: context {{
  set text(size: 8pt, fill: luma(80))
  {footer}[Side #counter(page).display() af #counter(page).final().first()]
}})
#set par(leading: 0.65em, spacing: 0.9em)
#set table(stroke: 0.5pt + luma(170), inset: 5pt)
#show table.cell.where(y: 0): set text(weight: "semibold")
#set table(fill: (_, y) => if y == 0 {{ luma(238) }})
#show table: set par(leading: 0.5em)
#set terms(separator: [: ])
#show outline.entry.where(level: 2): set text(weight: "semibold")
#show outline.entry.where(level: 2): set block(above: 0.9em)
#show heading: set text(weight: "semibold")
#show heading: set block(above: 1.3em, below: 0.7em, sticky: true)
#show heading.where(level: 1): set text(size: 20pt)
#show heading.where(level: 2): set text(size: 15pt)
#show heading.where(level: 3): set text(size: 12.5pt)
#show heading.where(level: 4): set text(size: 11.5pt)
#show heading.where(level: 5): set text(size: 10pt)
#show link: set text(fill: rgb("#004d99"))
#show figure: set block(breakable: true, width: 100%)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.caption: it => align(left, text(size: 9pt, fill: luma(60), it.body))
"""


def _block(document: Document, block: Block) -> str:
    return WRITERS[type(block)](document, block)


def _heading(document: Document, block: Heading) -> str:
    """Its own levels, whatever the base: a PDF stands alone and must begin at 1."""
    listed = "true" if block in document.listed else "false"
    return (
        f"#heading(level: {block.level}, outlined: {listed}, bookmarked: true, "
        f"{_string(block.text)}) <{block.anchor}>"
    )


def _paragraph(_document: Document, block: Paragraph) -> str:
    if block.note:
        return f'#par(text(style: "italic", fill: luma(60), {_joined(block.text)}))'
    return f"#par({_joined(block.text)})"


def _items(document: Document, block: Items) -> str:
    call = "enum" if block.ordered else "list"
    items = ", ".join(_inside(document, item) for item in block.items)
    return f"#{call}({items})"


def _quote(document: Document, block: Quote) -> str:
    return f"#quote(block: true, {_inside(document, block.blocks)})"


def _table(_document: Document, block: Table) -> str:
    columns = ", ".join(f"{share}fr" for share in block.shares)
    head = ", ".join(_cell((Span(cell),)) for cell in block.head)
    rows = ",\n".join(_row(row) for row in block.rows)
    table = f"table(columns: ({columns},), table.header({head}),\n{rows})"
    size = "8.5pt" if len(block.head) > WIDE else "9pt"
    caption = f", caption: {_string(block.title)}" if block.title else ""
    return f"#text(size: {size}, figure(kind: table, supplement: none{caption}, {table}))"


def _row(row: Sequence[Text]) -> str:
    """A row is not torn in two, unless it could be longer than a page."""
    torn = "true" if sum(len(plain(cell)) for cell in row) > LONG_ROW else "false"
    return ", ".join(f"table.cell(breakable: {torn}, {_cell(cell)})" for cell in row)


def _cell(value: Text) -> str:
    return f"align(left, {_joined(value)})"


def _facts(_document: Document, block: Facts) -> str:
    pairs = ", ".join(
        f"terms.item({_string(label)}, {_joined(value)})" for label, value in block.facts
    )
    return f"#terms(hanging-indent: 1.2em, {pairs})"


def _contents(_document: Document, _block: Contents) -> str:
    return "#outline(title: none, indent: 1.2em)\n#v(0.6em)"


def _inside(document: Document, blocks: Iterable[Block]) -> str:
    return f"[{' '.join(_block(document, block) for block in blocks)}]"


def _joined(spans: Text) -> str:
    """The spans as one piece of content, in Typst's code."""
    return f"[{''.join(f'#{_span(span)}' for span in spans)}]"


def _span(span: Span) -> str:
    shown = " + linebreak() + ".join(_string(line) for line in span.text.split("\n"))
    shown = f"({shown})" if "\n" in span.text else shown
    if span.italic:
        shown = f"emph({shown})"
    if span.bold:
        shown = f"strong({shown})"
    if span.href:
        shown = f"link({_string(span.href)}, {shown})"
    return f"({shown})" if shown.startswith('"') else shown


def _string(text: str) -> str:
    """A string of Typst's; these are all that needs an escape there."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", " ")
    return f'"{escaped}"'


WRITERS: Mapping[type, Callable[[Document, Any], str]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Items: _items,
    Quote: _quote,
    Table: _table,
    Facts: _facts,
    Contents: _contents,
}
