"""A document as PDF/UA by Typst: tagged, with language, bookmarks and repeated table
heads.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from registry.clock import COPENHAGEN
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
    Table,
)
from registry.exports.pdf_tables import (
    BREADTH_WITHIN,
    CELLS,
    table,
    tables_in,
    with_row_heads,
)
from registry.exports.publication import Publication
from registry.exports.typesetting import typeset
from registry.exports.typst_text import BOLD, HYPHEN, joined, string, words_in
from registry.exports.whole import require_whole
from registry.settings import ROOT

# Det Fælles Designsystem's own, fetched at set-up; without them Typst's own font is
# used.
FONTS = ROOT / "registry/static/vendor/dkfds/fonts/IBMPlexSans/complete/ttf"
FACES = ("Regular", "Italic", "SemiBold", "SemiBoldItalic")
FONT, OWN_FONT = "IBM Plex Sans", "Libertinus Serif"
AUTHOR = "Snitfladekataloget"
DRAWN = 9  # centimetres that a drawing takes of the breadth
# After a contents list of more lines than this the text begins on a page of its own,
# but where so little of the list came over to the last page that it would be empty.
LONG_CONTENTS = 25
AFTER_LONG = """#context {
  if here().position().y > page.height / 3 { pagebreak(weak: true) } else { v(0.6em) }
}"""


def render(publication: Publication) -> bytes:
    """A PDF/UA; set in the catalogue's own typeface where that was fetched."""
    document = publication.document
    made = typeset(source(document), FONTS if has_fonts() else None)
    return with_row_heads(made, tables_in(document.blocks))


def has_fonts() -> bool:
    """Whether all the faces that a document is set in were fetched."""
    return all((FONTS / f"IBMPlexSans-{face}.ttf").exists() for face in FACES)


def source(document: Document) -> str:
    """The document in Typst's language. Texts are strings there, so nothing in them is
    markup.
    """
    body = "\n".join(_block(document, block) for block in document.blocks)
    require_whole(document, words_in(body))
    return _preamble(document) + body


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
#set table(stroke: 0.5pt + luma(170), inset: 4pt, align: left)
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
{CELLS}{HYPHEN}{BOLD}"""


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
        return f'#par(text(style: "italic", fill: luma(60), {joined(block.text)}))'
    return f"#par({joined(block.text)})"


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


def _divider(_document: Document, _block: Divider) -> str:
    return "#line(length: 100%, stroke: 0.5pt + luma(170))"


def _table(_document: Document, block: Table) -> str:
    return table(block)


def _labelled_values(_document: Document, block: LabelledValues) -> str:
    pairs = ", ".join(
        f"terms.item({string(label)}, {joined(value)})" for label, value in block.facts
    )
    listed = f"terms(hanging-indent: 1.2em, {pairs})"
    return f"#block(breakable: false, {listed})" if block.is_short else f"#{listed}"


def _drawing(_document: Document, block: Drawing) -> str:
    return (
        f'#image(bytes({string(block.svg)}), format: "svg", width: {DRAWN}cm, '
        f"alt: {string(block.alt_text)})"
    )


def _contents(document: Document, _block: Contents) -> str:
    after = AFTER_LONG if len(document.listed) > LONG_CONTENTS else "#v(0.6em)"

    return (
        "#v(0.6em)\n#outline(title: none, indent: depth => (depth - 1) * "
        f"1.2em)\n{after}"
    )


def _inside(document: Document, blocks: Iterable[Block]) -> str:
    inside = (
        table(block, BREADTH_WITHIN)
        if isinstance(block, Table)
        else _block(document, block)
        for block in blocks
    )
    return f"[{' '.join(inside)}]"


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
