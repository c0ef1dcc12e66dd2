"""The settled body of a Word file as safe HTML, by way of mammoth."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import quoteattr

import mammoth
import nh3
from lxml import etree

from registry.intake.word_notes import ROLE
from registry.intake.word_objects import LINKS
from registry.intake.word_styles import DEEPEST, Styles
from registry.intake.word_xml import RUN, VAL, Node, P, R, W, drop, unwrap, w
from registry.render import TAGS

NOTE_CLASS = "note"
ATTRIBUTES = {"a": {"href"}, "p": {"class"}, "td": {"colspan", "rowspan"}}
ATTRIBUTES["th"] = ATTRIBUTES["td"]
# Elements that mammoth is given. It need not know more, and so nothing else can trouble it.
KEPT = frozenset(
    map(
        w,
        (
            *("body", "p", "r", "t", "tab", "br", "noBreakHyphen", "softHyphen"),
            *("hyperlink", "fldChar", "instrText", "tbl", "tr", "tc"),
            *("trPr", "tblHeader", "tcPr", "gridSpan", "vMerge"),
        ),
    )
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def html(body: Node, links: Mapping[str, str], styles: Styles) -> str:
    """Safe HTML of a body whose paragraphs have their roles. `links`: addresses by id."""
    for run in list(body.iter(RUN)):
        _write_look(run, styles)
    for paragraph in body.iter(P):
        _write_style(paragraph)
    _reduce(body)
    converted = mammoth.convert_to_html(
        io.BytesIO(_file(body, links)),
        style_map="\n".join(_style_map()),
        include_default_style_map=False,
        include_embedded_style_map=False,
    )
    return str(
        nh3.clean(
            converted.value,
            tags=TAGS | {"h1"},
            attributes=ATTRIBUTES,
            attribute_filter=_filter,
            link_rel=None,
        )
    )


def _filter(_tag: str, name: str, value: str) -> str | None:
    return None if name == "href" and not value.startswith(LINKS) else value


def _style_map() -> Iterator[str]:
    """How mammoth writes each role."""
    for level in range(1, 7):
        yield f"p.h{level} => h{level}:fresh"
    for depth in range(1, DEEPEST + 1):
        around = "ul|ol > li > " * (depth - 1)
        yield f"p.u{depth} => {around}ul > li:fresh"
        yield f"p.o{depth} => {around}ol > li:fresh"
        yield f"p.o{depth}n => {around}ol:fresh > li:fresh"
        yield f"p.c{depth} => {around}ul|ol > li > p:fresh"
    yield "p.quote => blockquote > p:fresh"
    yield f"p.note => p.{NOTE_CLASS}:fresh"


def _write_look(run: Node, styles: Styles) -> None:
    """Say of the run itself that it is bold or italic, whatever style says so."""
    bold, italic = styles.is_strong(run), styles.is_italic(run)
    for properties in list(run.iterchildren(w("rPr"))):
        drop(properties)
    if bold or italic:
        look = etree.Element(w("rPr"))
        for name in ("b",) * bold + ("i",) * italic:
            etree.SubElement(look, w(name))
        run.insert(0, look)


def _write_style(paragraph: Node) -> None:
    role = paragraph.attrib.pop(ROLE, "")
    for properties in list(paragraph.iterchildren(w("pPr"))):
        drop(properties)
    if role:
        properties = etree.Element(w("pPr"))
        etree.SubElement(properties, w("pStyle")).set(VAL, role)
        paragraph.insert(0, properties)


def _reduce(body: Node) -> None:
    """Leave the elements that mammoth is given; of others what they hold."""
    own = (w("pPr"), w("rPr"))
    for node in list(body.iter()):
        if node.tag in KEPT or node.tag in own or node.getparent().tag in own:
            continue
        if node.tag == w("cr"):
            node.tag = w("br")
        elif node.tag.endswith("Pr") or not len(node):
            drop(node)
        else:
            unwrap(node)


def _file(body: Node, links: Mapping[str, str]) -> bytes:
    """A Word file of nothing but the body and its links."""
    used = {link.get(f"{{{R}}}id") for link in body.iter(w("hyperlink"))}
    for link in list(body.iter(w("hyperlink"))):
        if link.get(f"{{{R}}}id") not in links:
            unwrap(link)
    relations = "".join(
        f"<Relationship Id={quoteattr(key)} Target={quoteattr(address)} "
        f'Type="{OFFICE}/hyperlink" TargetMode="External"/>'
        for key, address in links.items()
        if key in used
    )
    document = etree.Element(w("document"), nsmap={"w": W, "r": R})
    document.append(body)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("word/document.xml", etree.tostring(document, encoding="utf-8"))
        file.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>',
        )
    return out.getvalue()
