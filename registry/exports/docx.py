"""A document as Word: Word's own styles, so that it drops into the health agreement."""

import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import unescape
from typing import Any
from xml.sax.saxutils import escape

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

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
from registry.exports.docx_file import prepared
from registry.exports.docx_lists import BULLETS, CONTINUED, DEEPEST, NUMBERS, Numbering
from registry.exports.docx_picture import run_of
from registry.exports.docx_styles import LOWEST, NOTE
from registry.exports.docx_tables import described, held, widths_of
from registry.exports.publication import Publication
from registry.exports.whole import require_whole
from registry.exports.zip_normal import normalised
from registry.markup.visible_words import words_of

# In half points; tables with more columns than this are set in the smaller type.
WIDE, CELL_SIZE, SMALL_CELL_SIZE = 3, 18, 17
KEEP = "<w:keepNext/>"
HEADS = '<w:tblLook w:val="0020" w:firstRow="1"/>'
HEADS_ROWS = '<w:tblLook w:val="00A0" w:firstRow="1" w:firstColumn="1"/>'
FACT = '<w:spacing w:after="40"/><w:ind w:left="284" w:hanging="284"/>'
FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
TIGHT = '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
LINE = (
    '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="AAAAAA"/></w:pBdr>'
)
AFTER_TABLE = '<w:spacing w:after="0" w:line="160" w:lineRule="exact"/>'
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_TEXTS = re.compile(rf'<w:hyperlink r:id="(\w+)">(.*?)</w:hyperlink>|{_TEXT.pattern}')
FACTS_TOGETHER = 3  # facts that stand together at the beginning


def render(publication: Publication) -> bytes:
    """A .docx; the same publication gives the same bytes."""
    writer = _Writer(publication.document)
    writer.write_all()
    out = io.BytesIO()
    writer.file.save(out)
    return normalised(out.getvalue())


class _Writer:
    """Writes a document's blocks into one Word file.

    The body is written as XML at one go: element by element it takes python-docx a
    minute where there are thousands of rows.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.file = prepared(document)
        self._styles = {style.name: style.style_id for style in self.file.styles}
        self._marks = {h.anchor: at for at, h in enumerate(document.headings, 1)}
        self._links: dict[str, str] = {}
        self._numbering = Numbering(self.file)
        self._depth = 0

        self._writers: Mapping[type, Callable[[Any], Iterator[str]]] = {
            Heading: self._heading,
            Paragraph: self._paragraph,
            Items: self._items,
            Quote: self._quote,
            Divider: self._divider,
            Table: self._table,
            LabelledValues: self._labelled_values,
            Drawing: self._drawing,
            Contents: self._contents,
        }

    def write_all(self) -> None:
        written = "".join(self._all(self.document.blocks))
        # Word counts the lists; each number is given where it is not the next.
        require_whole(self.document, self._words(written), numbers=False)
        body = self.file.element.body
        for element in list(
            parse_xml(f"<w:body {nsdecls('w', 'r')}>{written}</w:body>")
        ):
            body.sectPr.addprevious(element)

    def _words(self, written: str) -> Iterator[str]:
        """The words of the paragraphs, the address of each link after its text."""
        addresses = {key: href for href, key in self._links.items()}
        for key, linked, text in _TEXTS.findall(written):
            for piece in _TEXT.findall(linked) if key else [text]:
                yield from words_of(unescape(piece))
            yield from words_of(addresses[key] if key else "")

    def _all(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            yield from self._writers[type(block)](block)

    def _heading(self, block: Heading) -> Iterator[str]:
        level = self._level(block)
        mark = self._marks[block.anchor]
        yield self._p(
            f"Heading {level}",
            f'<w:bookmarkStart w:id="{mark}" w:name="{_bookmark(mark)}"/>'
            f'{_run(Span(block.text))}<w:bookmarkEnd w:id="{mark}"/>',
        )

    def _paragraph(self, block: Paragraph) -> Iterator[str]:
        yield self._p(NOTE if block.note else "Normal", self._runs(block.text))

    def _quote(self, block: Quote) -> Iterator[str]:
        for part in block.blocks:
            if isinstance(part, Paragraph):
                yield self._p("Quote", self._runs(part.text))
            else:
                yield from self._all([part])

    def _divider(self, _block: Divider) -> Iterator[str]:
        yield self._p("Normal", "", LINE)

    def _items(self, block: Items) -> Iterator[str]:
        at = min(self._depth, DEEPEST - 1)
        style = NUMBERS[at] if block.ordered else BULLETS[at]
        more, due = "", 0

        self._depth += 1
        for number, item in zip(block.numbered, block.items, strict=True):
            if block.ordered and number != due:
                more = _numbered(self._numbering.restarted(style, number))
            due = number + 1
            for place, part in enumerate(item):
                if not isinstance(part, Paragraph):
                    yield from self._all([part])
                elif place == 0:
                    yield self._p(style, self._runs(part.text), more)
                else:
                    yield self._p(CONTINUED[at], self._runs(part.text))

        self._depth -= 1

    def _table(self, block: Table) -> Iterator[str]:
        """The head is repeated on every page, and no row is torn in two."""
        if block.title:
            yield self._p("Caption", _run(Span(block.title)))

        size = SMALL_CELL_SIZE if len(block.head) > WIDE else CELL_SIZE
        widths, kept = widths_of(block), held(block.rows)
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._styles["Table Grid"]}"/>'
            '<w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>'
            f"{HEADS_ROWS if block.heads_rows else HEADS}"
            f"{described(block)}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        )

        head = [(Span(cell, bold=True),) for cell in block.head]
        yield "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        yield from self._cells(head, widths, size, KEEP + TIGHT)

        for row, is_held in zip(block.rows, kept, strict=True):
            yield "</w:tr><w:tr><w:trPr><w:cantSplit/></w:trPr>"
            yield from self._cells(row, widths, size, KEEP * is_held + TIGHT)

        yield f"</w:tr></w:tbl>{self._p('Normal', '', AFTER_TABLE)}"

    def _cells(
        self, cells: Iterable[Text], widths: Sequence[int], size: int, look: str
    ) -> Iterator[str]:
        for cell, width in zip(cells, widths, strict=True):
            yield f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            yield f"{self._p('Normal', self._runs(cell, size), look)}</w:tc>"

    def _labelled_values(self, block: LabelledValues) -> Iterator[str]:
        kept = len(block.facts) if block.is_short else FACTS_TOGETHER
        for at, (label, value) in enumerate(block.facts, 1):
            runs = self._runs((Span(f"{label}: ", bold=True), *value))
            yield self._p("Normal", runs, KEEP * (at < kept) + FACT)

    def _drawing(self, block: Drawing) -> Iterator[str]:
        yield self._p("Normal", run_of(self.file, block))

    def _contents(self, _block: Contents) -> Iterator[str]:
        """Filled in already, but for the numbers of the pages: only Word knows them,
        and fills them in as it opens the file.
        """
        listed = self.document.listed
        levels = sorted({self._level(heading) for heading in listed})

        for at, heading in enumerate(listed):
            mark = _bookmark(self._marks[heading.anchor])
            page = _field_start(f" PAGEREF {mark} \\h ") + FIELD_END
            link = (
                f'<w:hyperlink w:anchor="{mark}">{_run(Span(heading.text))}'
                f"<w:r><w:tab/></w:r>{page}</w:hyperlink>"
            )
            if at == 0:
                span = f"{levels[0]}-{levels[-1]}"
                link = _field_start(f' TOC \\o "{span}" \\h ') + link
            if at == len(listed) - 1:
                link += FIELD_END

            yield self._p(f"toc {self._level(heading) - levels[0] + 1}", link)

    def _level(self, heading: Heading) -> int:
        return min(heading.level + self.document.level - 1, LOWEST)

    def _p(self, style: str, runs: str, more: str = "") -> str:
        properties = f'<w:pStyle w:val="{self._styles[style]}"/>{more}'
        return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"

    def _runs(self, spans: Iterable[Span], size: int | None = None) -> str:
        return "".join(
            "<w:hyperlink "
            f'r:id="{self._link(span.href)}">{_run(span, size)}</w:hyperlink>'
            if span.href
            else _run(span, size)
            for span in spans
        )

    def _link(self, href: str) -> str:
        if href not in self._links:
            kind = RELATIONSHIP_TYPE.HYPERLINK
            self._links[href] = self.file.part.relate_to(href, kind, is_external=True)
        return self._links[href]


def _run(span: Span, size: int | None = None) -> str:
    look = f"{'<w:b/>' * span.bold}{'<w:i/>' * span.italic}"
    look += '<w:color w:val="004D99"/>' if span.href else ""
    look += f'<w:sz w:val="{size}"/>' if size else ""
    look += '<w:u w:val="single"/>' if span.href else ""

    lines = (
        f'<w:t xml:space="preserve">{escape(line)}</w:t>'
        for line in span.text.split("\n")
    )
    return f"<w:r><w:rPr>{look}</w:rPr>{'<w:br/>'.join(lines)}</w:r>"


def _numbered(numbering: int) -> str:
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbering}"/></w:numPr>'


def _field_start(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
        "<w:r><w:instrText "
        f'xml:space="preserve">{escape(instruction)}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _bookmark(number: int) -> str:
    """One that Word hides among the bookmarks of its own."""
    return f"_Afsnit{number}"
