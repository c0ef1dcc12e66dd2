"""A document as PDF/UA by Typst: tagged, with language, bookmarks and repeated table
heads.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from registry.clock import COPENHAGEN
from registry.documents.blocks import (
    Block,
    Contents,
    Document,
    Drawing,
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
from registry.documents.lettering import width_of
from registry.exports.publication import Publication
from registry.exports.typesetting import typeset
from registry.exports.whole import require_whole
from registry.markup.reading import words_of
from registry.settings import ROOT

# Det Fælles Designsystem's own, fetched at set-up; without them Typst's own font is
# used.
FONTS = ROOT / "registry/static/vendor/dkfds/fonts/IBMPlexSans/complete/ttf"
FACES = ("Regular", "Italic", "SemiBold", "SemiBoldItalic")
FONT, OWN_FONT = "IBM Plex Sans", "Libertinus Serif"
AUTHOR = "Snitfladekataloget"
# Tables with more columns than this are set in smaller type.
WIDE, SIZE, SMALL_SIZE = 3, 9, 8.5
LONG_ROW = 1500
DRAWN = 9  # centimetres that a drawing takes of the breadth
# A contents list of more entries than this has pages of its own.
LONG_CONTENTS = 25
# A cell of a row that is not torn, which is short, longer than a line or so, and one
# that may be torn. What is in a box Typst need not copy each time it moves the cell:
# for 3,000 rows it makes half the memory. A short cell costs less without. One with a
# word that is wider than its column has its words divided; no other has, since whoever
# copies the text copies the marks of it too.
CELLS = """
#let short(body) = table.cell(breakable: false, body)
#let boxed(body) = table.cell(breakable: false, box(width: 100%, body))
#let torn(body) = table.cell(breakable: true, body)
#let divided(body) = table.cell(breakable: false, text(hyphenate: true, body))
"""
LONG_CELL = 20
# A word of no more letters has room in any column.
SURELY_FITS = 4
AROUND_WORDS = ".,:;()«»"
# In points: of the text, and of the room around the words of a cell.
BREADTH, AROUND = 481.9, 10.0
_STRING = r'"((?:[^"\\]|\\.)*)"'
_STRINGS = re.compile(
    rf"enum\.item\((\d+), |(?:link\({_STRING}, (?:strong\(|emph\()*)?{_STRING}"
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


def render(publication: Publication) -> bytes:
    """A PDF/UA; set in the catalogue's own typeface where that was fetched."""
    return typeset(source(publication.document), FONTS if has_fonts() else None)


def has_fonts() -> bool:
    """Whether all the faces that a document is set in were fetched."""
    return all((FONTS / f"IBMPlexSans-{face}.ttf").exists() for face in FACES)


def source(document: Document) -> str:
    """The document in Typst's language. Texts are strings there, so nothing in them is
    markup.
    """
    body = "\n".join(_block(document, block) for block in document.blocks)
    require_whole(document, _words(body))
    return _preamble(document) + body


def _words(body: str) -> Iterator[str]:
    """The words of Typst's strings, a link's address after its text."""
    for number, link, text in _STRINGS.findall(body):
        yield from words_of(f"{number}." if number else "")
        yield from words_of(_read(text))
        yield from words_of(_read(link))


def _read(string: str) -> str:
    return _ESCAPE.sub(lambda match: "\n" if match[1] == "n" else match[1], string)


def _preamble(document: Document) -> str:
    changed = document.changed.astimezone(COPENHAGEN)
    font = FONT if has_fonts() else OWN_FONT
    footer = f"{string(document.footer)}; h(1fr); " if document.footer else "h(1fr); "

    return f"""
#set document(title: {string(document.title)}, author: {string(AUTHOR)},
  description: {string(document.subject)},
  date: datetime(year: {changed.year}, month: {changed.month}, day: {changed.day}))
#set text(lang: "da", region: "DK", font: {string(font)}, size: 10pt)
#set page(paper: "a4", margin: (x: 2cm, top: 2cm, bottom: 2.2cm), header: {{
  set text(size: 8pt, fill: luma(80))
  {string(document.header)}
}}, footer: context {{
  set text(size: 8pt, fill: luma(80))
  {footer}[Side #counter(page).display() af #counter(page).final().first()]
}})
#set par(leading: 0.65em, spacing: 0.9em)
#set table(stroke: 0.5pt + luma(170), inset: 5pt, align: left)
#show table.cell.where(y: 0): set text(weight: "semibold")
#set table(fill: (_, y) => if y == 0 {{ luma(238) }})
#show table: set par(leading: 0.5em)
#set terms(separator: [: ])
#show outline.entry.where(level: 2): set text(weight: "semibold")
#show outline.entry.where(level: 2): set block(above: 0.9em)
#show heading: set text(weight: "semibold")
#show heading: set block(above: 1.3em, below: 0.7em, sticky: true)
#show heading.where(level: 1): set text(size: 22pt)
#show heading.where(level: 2): set text(size: 17pt)
#show heading.where(level: 3): set text(size: 14pt)
#show heading.where(level: 4): set text(size: 12pt)
#show heading.where(level: 5): set text(size: 10pt)
#show heading.where(level: 2): set block(above: 2em)
#show heading.where(level: 4): set block(above: 2em)
#show link: set text(fill: rgb("#004d99"))
#show figure: set block(breakable: true, width: 100%)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.caption: it => block(sticky: true, width: 100%, align(left, text(
  size: 9pt, fill: luma(60), it.body)))
{CELLS}"""


def _block(document: Document, block: Block) -> str:
    return WRITERS[type(block)](document, block)


def _heading(document: Document, block: Heading) -> str:
    """Its own levels, whatever the base: a PDF stands alone and must begin at 1."""
    listed = "true" if block in document.listed else "false"
    return (
        f"#heading(level: {block.level}, outlined: {listed}, bookmarked: true, "
        f"{string(block.text)}) <{block.anchor}>"
    )


def _paragraph(_document: Document, block: Paragraph) -> str:
    if block.note:
        return f'#par(text(style: "italic", fill: luma(60), {_joined(block.text)}))'
    return f"#par({_joined(block.text)})"


def _items(document: Document, block: Items) -> str:
    if not block.ordered:
        return f"#list({', '.join(_inside(document, item) for item in block.items)})"
    items = ", ".join(
        f"enum.item({number}, {_inside(document, item)})"
        for number, item in zip(block.numbered, block.items, strict=True)
    )
    return f"#enum({items})"


def _quote(document: Document, block: Quote) -> str:
    return f"#quote(block: true, {_inside(document, block.blocks)})"


def _table(_document: Document, block: Table) -> str:
    columns = ", ".join(f"{share}fr" for share in block.shares)
    size = SMALL_SIZE if len(block.head) > WIDE else SIZE
    widths = [BREADTH * share / sum(block.shares) - AROUND for share in block.shares]
    head = ", ".join(
        f"text(hyphenate: true, {string(cell)})"
        if _overflows(cell, width, size, bold=True)
        else string(cell)
        for cell, width in zip(block.head, widths, strict=True)
    )
    rows = ",\n".join(_row(row, widths, size) for row in block.rows)
    table = f"table(columns: ({columns},), table.header({head}),\n{rows})"
    caption = f", caption: {string(block.title)}" if block.title else ""

    figure = f"figure(kind: table, supplement: none{caption}, {table})"
    return f"#text(size: {size}pt, {figure})"


def _row(row: Sequence[Text], widths: Sequence[float], size: float) -> str:
    """A row is not torn in two, unless it could be longer than a page."""
    is_torn = sum(len(plain(cell)) for cell in row) > LONG_ROW
    return ", ".join(
        f"{'torn' if is_torn else _kind(cell, width, size)}({_joined(cell)})"
        for cell, width in zip(row, widths, strict=True)
    )


def _kind(cell: Text, width: float, size: float) -> str:
    if any(_overflows(span.text, width, size, bold=span.bold) for span in cell):
        return "divided"
    return "boxed" if len(plain(cell)) > LONG_CELL else "short"


def _overflows(text: str, width: float, size: float, *, bold: bool) -> bool:
    """Whether a word of the text is wider than its column. An address is none: it
    is broken at its signs, and a hyphen in it would be read as its own.
    """
    return any(
        len(word) > SURELY_FITS and width_of(word, size, bold=bold) > width
        for word in text.split()
        if word.strip(AROUND_WORDS).isalpha()
    )


def _facts(_document: Document, block: Facts) -> str:
    pairs = ", ".join(
        f"terms.item({string(label)}, {_joined(value)})" for label, value in block.facts
    )
    return f"#terms(hanging-indent: 1.2em, {pairs})"


def _drawing(_document: Document, block: Drawing) -> str:
    return (
        f'#image(bytes({string(block.svg)}), format: "svg", width: {DRAWN}cm, '
        f"alt: {string(block.told)})"
    )


def _contents(document: Document, _block: Contents) -> str:
    after = (
        "#pagebreak(weak: true)"
        if len(document.listed) > LONG_CONTENTS
        else "#v(0.6em)"
    )

    return (
        "#v(0.6em)\n#outline(title: none, indent: depth => (depth - 1) * "
        f"1.2em)\n{after}"
    )


def _inside(document: Document, blocks: Iterable[Block]) -> str:
    return f"[{' '.join(_block(document, block) for block in blocks)}]"


def _joined(spans: Text) -> str:
    """The spans as one value, in Typst's code; a line break within a string is one
    there too.
    """
    return " + ".join(_span(span) for span in spans) or "[]"


def _span(span: Span) -> str:
    shown = string(span.text)
    if span.italic:
        shown = f"emph({shown})"
    if span.bold:
        shown = f"strong({shown})"
    if span.href:
        shown = f"link({string(span.href)}, {shown})"
    return shown


def string(text: str) -> str:
    """A string of Typst's; these are all that needs an escape there."""
    escaped = (
        text.replace("\\", "\\\\")
        .replace('"', '\\"')
        .replace("\n", "\\n")
        .replace("\t", " ")
    )
    return f'"{escaped}"'


WRITERS: Mapping[type, Callable[[Document, Any], str]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Items: _items,
    Quote: _quote,
    Table: _table,
    Facts: _facts,
    Drawing: _drawing,
    Contents: _contents,
}
