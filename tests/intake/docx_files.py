"""Word files for the tests, written as the XML that Word would write."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from registry.documents.blocks import (
    Block,
    Heading,
    Items,
    Paragraph,
    Quote,
    Table,
    plain,
)
from registry.intake.docx.text import read_text_of
from registry.intake.read_text import Concern, ReadText

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OUTSIDE = ' TargetMode="External"'
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": OFFICE,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
# Styles by id: name, the one it is based on, and what else it says.
STYLES = {
    "Normal": ("Normal", "", ""),
    "Titel": ("Title", "Normal", ""),
    "Overskrift1": ("heading 1", "Normal", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
    "Overskrift2": ("heading 2", "Normal", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
    "Overskrift3": ("heading 3", "Normal", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
    "Egen": ("Kapiteloverskrift", "Overskrift2", ""),
    "Citat": ("Quote", "Normal", "<w:rPr><w:i/></w:rPr>"),
    "Bemaerkning": ("Bemærkning", "Normal", ""),
    "Listeafsnit": ("List Paragraph", "Normal", ""),
    "Opstilling": (
        "List Bullet",
        "Normal",
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>',
    ),
    "Fortsat": ("List Continue", "Normal", ""),
    "Indhold1": ("toc 1", "Normal", ""),
    "Fedt": ("Fed linje", "Normal", "<w:rPr><w:b/></w:rPr>"),
}
# 1 and 2: bullets and numbers; 3: numbers that begin again; 4: letters.
NUMBERING = "".join(
    f'<w:abstractNum w:abstractNumId="{key}">'
    + "".join(
        f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="{form}"/></w:lvl>'
        for level in range(4)
    )
    + "</w:abstractNum>"
    for key, form in ((1, "bullet"), (2, "decimal"), (4, "lowerLetter"))
) + "".join(
    f'<w:num w:numId="{key}"><w:abstractNumId w:val="{look}"/>{more}</w:num>'
    for key, look, more in (
        *((1, 1, ""), (2, 2, ""), (4, 4, "")),
        (
            3,
            2,
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>',
        ),
    )
)


def p(*content: str, style: str = "", more: str = "") -> str:
    """A paragraph. What does not begin with < is text."""
    own = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = "".join(part if part.startswith("<") else r(part) for part in content)
    return f"<w:p><w:pPr>{own}{more}</w:pPr>{runs}</w:p>"


def r(text: str, look: str = "") -> str:
    """A run. `look`: elements of its properties, by their names."""
    looks = "".join(f"<w:{name}/>" for name in look.split())
    return (
        f"<w:r><w:rPr>{looks}</w:rPr><w:t "
        f'xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


def bold(text: str) -> str:
    return p(r(text, "b"))


def item(text: str, numbering: int, level: int = 0) -> str:
    more = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbering}"/></w:numPr>'
    return p(text, style="Listeafsnit", more=more)


def table(*rows: Sequence[str]) -> str:
    """Cells that do not begin with < are text."""
    lines = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/>{lines}</w:tbl>"


def cell(content: str, look: str = "") -> str:
    if content.startswith("<w:tc>"):
        return content
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{inner}</w:tc>"


def inserted(content: str) -> str:
    return f'<w:ins w:id="1" w:author="Jens Hansen">{content}</w:ins>'


def deleted(text: str) -> str:
    return (
        '<w:del w:id="2" w:author="Jens '
        f'Hansen"><w:r><w:delText>{text}</w:delText></w:r></w:del>'
    )


def document(body: str, attributes: str = "") -> str:
    return (
        f"<w:document {DECLARED} "
        f"{attributes}><w:body>{body}<w:sectPr/></w:body></w:document>"
    )


def part(kind: str, content: str) -> str:
    """A part beside the document: styles, numbering, footnotes, comments, hdr, ftr."""
    return f"<w:{kind} {DECLARED}>{content}</w:{kind}>"


def relations(*related: tuple[str, str, str]) -> str:
    """Relations by id, kind and target; one with :// in its target leads out of the
    file.
    """
    written = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target={quoteattr(target)}'
        f"{OUTSIDE if ':' in target else ''}/>"
        for key, kind, target in related
    )
    uri = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{uri}">{written}</Relationships>'


def styles(more: str = "") -> str:
    written = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based}"/>{look}</w:style>'
        for key, (name, based, look) in STYLES.items()
    )
    return part("styles", written + more)


def parts_of(
    body: str,
    related: Sequence[tuple[str, str, str]] = (),
    parts: Mapping[str, str | bytes] | None = None,
) -> dict[str, bytes]:
    """The parts of a file with that body. `related`: what it refers to beside styles
    and lists.
    """
    uri = "http://schemas.openxmlformats.org/package/2006/content-types"
    written = {
        "[Content_Types].xml": f'<Types xmlns="{uri}">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/word/document.xml" '
        f'ContentType="{MEDIA_TYPE}.document.main+xml"/></Types>',
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": document(body),
        "word/_rels/document.xml.rels": relations(
            ("rId1", "styles", "styles.xml"),
            ("rId2", "numbering", "numbering.xml"),
            *related,
        ),
        "word/styles.xml": styles(),
        "word/numbering.xml": part("numbering", NUMBERING),
    }
    return {
        name: content if isinstance(content, bytes) else content.encode()
        for name, content in {**written, **(parts or {})}.items()
    }


def packed(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def docx_of(
    *body: str,
    related: Sequence[tuple[str, str, str]] = (),
    parts: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A Word file of these paragraphs and tables."""
    return packed(parts_of("".join(body), related, parts))


def read(*body: str, **more: Any) -> ReadText:
    """What is read of such a file."""
    return read_text_of(docx_of(*body, **more))


def shown(*body: str, **more: Any) -> list[object]:
    """The outline of what is read of such a file."""
    return outline(read(*body, **more).blocks)


def remarks(reading: ReadText, concern: Concern) -> list[str]:
    return [remark.text for remark in reading.remarks if remark.concern is concern]


def outline(blocks: Sequence[Block]) -> list[object]:
    """Blocks as plain values, to compare at a glance."""
    return [_outlined(block) for block in blocks]


def _outlined(block: Block) -> object:
    match block:
        case Heading(level, text):
            return level, text
        case Paragraph(spans):
            return plain(spans)
        case Items(items, ordered):
            return {"1." if ordered else "-": [outline(inner) for inner in items]}
        case Quote(blocks):
            return {"quote": outline(blocks)}
        case Table(_, head, rows):
            return {"table": [list(head), *([plain(c) for c in row] for row in rows)]}
    raise TypeError(block)
