"""The settled body of a Word file as safe HTML, by way of mammoth."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import quoteattr

import mammoth
import nh3
from lxml import etree

from registry.intake.docx import xml
from registry.intake.docx.field_codes import LINKS
from registry.intake.docx.notes import ROLE
from registry.intake.docx.roles import COUNT, LOWEST
from registry.intake.docx.styles import DEEPEST, Styles
from registry.intake.docx.xml import RUN, VAL, Node, P, R, W, drop, unwrap, w
from registry.markup.markdown_html import TAGS

PROPERTIES = w("rPr")
NOTE_CLASS = "note"
ATTRIBUTES = {"a": {"href"}, "p": {"class"}, "td": {"colspan", "rowspan"}}
ATTRIBUTES["th"] = ATTRIBUTES["td"]
# Elements that mammoth is given. It need not know more, and so nothing else can trouble
# it.
KEPT = frozenset(
    map(
        w,
        (
            *("body", "p", "r", "t", "tab", "br", "noBreakHyphen"),
            *("hyperlink", "fldChar", "instrText", "tbl", "tr", "tc"),
            *("trPr", "tblHeader", "tcPr", "gridSpan", "vMerge"),
        ),
    )
)
# Mammoth counts lists from one: the number goes through it as text between signs that
# no text has.
_MARKED = re.compile("\ue000\\d+\ue001")
_COUNTED = re.compile("<li>((?:<[^>]+>)*)\ue000(\\d+)\ue001")
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def html(body: Node, links: Mapping[str, str], styles: Styles) -> str:
    """Safe HTML of a body whose paragraphs have their roles. `links`: addresses
    by id.
    """
    for node in list(body.iter(RUN)):
        _write_look(node, styles)
    roles = {_write_style(paragraph) for paragraph in body.iter(P)}
    _reduce(body)
    _join_runs(body)

    converted = mammoth.convert_to_html(
        io.BytesIO(_file(body, links)),
        # Mammoth asks every line for every paragraph and every run.
        style_map="\n".join(line for role, line in _style_map() if role in roles),
        include_default_style_map=False,
        include_embedded_style_map=False,
    )

    clean = nh3.clean(
        converted.value,
        tags=TAGS | {"h1"},
        attributes=ATTRIBUTES,
        attribute_filter=_filter,
        link_rel=None,
    )
    return _MARKED.sub("", _COUNTED.sub(r'<li value="\2">\1', clean))


def _filter(_tag: str, name: str, value: str) -> str | None:
    return None if name == "href" and not value.startswith(LINKS) else value


def _style_map() -> Iterator[tuple[str, str]]:
    """How mammoth writes each role."""
    for role, html_path in _paths():
        yield role, f"p.{role} => {html_path}"


def _paths() -> Iterator[tuple[str, str]]:
    for level in range(1, LOWEST + 1):
        yield f"h{level}", f"h{level}:fresh"
    for depth in range(1, DEEPEST + 1):
        around = "ul|ol > li > " * (depth - 1)
        yield f"u{depth}", f"{around}ul > li:fresh"
        yield f"o{depth}", f"{around}ol > li:fresh"
        yield f"o{depth}n", f"{around}ol:fresh > li:fresh"
        yield f"c{depth}", f"{around}ul|ol > li > p:fresh"

    yield "quote", "blockquote > p:fresh"
    yield "note", f"p.{NOTE_CLASS}:fresh"


def _write_look(run: Node, styles: Styles) -> None:
    """Say of the run itself that it is bold or italic, whatever style says so."""
    given = list(run.iterchildren(PROPERTIES))
    if not given:
        return

    bold, italic = styles.is_strong(run), styles.is_italic(run)
    for properties in given:
        drop(properties)

    if bold or italic:
        look = etree.Element(PROPERTIES)
        for name in ("b",) * bold + ("i",) * italic:
            etree.SubElement(look, w(name))
        run.insert(0, look)


def _write_style(paragraph: Node) -> str:
    """Give the paragraph a style named as its role. Returns the role."""
    role = paragraph.attrib.pop(ROLE, "")
    if count := paragraph.attrib.pop(COUNT, ""):
        paragraph.insert(0, xml.run(f"\ue000{count}\ue001"))

    for properties in list(paragraph.iterchildren(w("pPr"))):
        drop(properties)

    if role:
        properties = etree.Element(w("pPr"))
        etree.SubElement(properties, w("pStyle")).set(VAL, role)
        paragraph.insert(0, properties)
    return str(role)


def _reduce(body: Node) -> None:
    """Leave the elements that mammoth is given; of others what they hold."""
    own = (w("pPr"), PROPERTIES)
    for node in list(body.iter()):
        if node.tag == w("br"):
            # Mammoth drops a break of another kind, and the words around it would be
            # one.
            node.attrib.pop(w("type"), None)
        if node.tag == w("ptab"):
            node.tag = w("tab")
        if node.tag in KEPT or node.tag in own or node.getparent().tag in own:
            continue

        if node.tag == w("cr"):
            node.tag = w("br")
        elif node.tag.endswith("Pr") or not len(node):
            drop(node)
        else:
            unwrap(node)


def _join_runs(body: Node) -> None:
    """Word begins a new run wherever it was typed on another day."""
    before, before_look = None, None
    for run in list(body.iter(RUN)):
        look = None if _has_field(run) else _look(run)
        if look is not None and look == before_look and run.getprevious() is before:
            before.extend(node for node in list(run) if node.tag != PROPERTIES)
            drop(run)
        else:
            before, before_look = run, look


def _has_field(run: Node) -> bool:
    """Whether a link may begin or end with the run."""
    return any(node.tag in (w("fldChar"), w("instrText")) for node in run)


def _look(run: Node) -> tuple[str, ...]:
    properties = run.find(PROPERTIES)
    return () if properties is None else tuple(str(node.tag) for node in properties)


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

    document = (
        "<w:document "
        f'xmlns:w="{W}">{etree.tostring(body, encoding="unicode")}</w:document>'
    )

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("word/document.xml", document)
        file.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>',
        )
    return out.getvalue()
