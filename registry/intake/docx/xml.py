"""The XML of a Word file: its names, its parts as trees, and the text in them."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from registry.intake.docx.package import Package
from registry.intake.docx.refusals import Refusal, refused

Node = Any  # an element of lxml, which tells no types

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
V = "urn:schemas-microsoft-com:vml"
O = "urn:schemas-microsoft-com:office:office"  # noqa: E741 (Word's own prefix)
# What Word calls the same in files of its strict form.
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M.encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", WP.encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A.encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/picture", PIC.encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/chart", CHART.encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/diagram", DGM.encode()),
)
OFF = ("false", "0", "off", "none")


def w(name: str) -> str:
    """A name in Word's namespace, as the tree has it."""
    return f"{{{W}}}{name}"


P, RUN, T, TABLE, ROW, CELL = w("p"), w("r"), w("t"), w("tbl"), w("tr"), w("tc")
BLANKS = frozenset(map(w, ("tab", "br", "cr", "ptab")))
VAL = w("val")


def tree(package: Package, name: str) -> Node:
    """The root of a part; None where there is no such part. Raises BadInput for a
    broken one.
    """
    written = package.read(name)
    return None if written is None else parsed(written)


def parsed(written: bytes) -> Node:
    """The root of some XML that has passed the archive's checks."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )

    try:
        root = etree.fromstring(written, parser)
        # Of the standard's strict form: the same elements in other namespaces.
        if b"purl.oclc.org" in etree.tostring(root)[:4000]:
            root = etree.fromstring(_transitional(etree.tostring(root)), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refused(Refusal.BROKEN) from error
    return root


def _transitional(written: bytes) -> bytes:
    for strict, usual in STRICT:
        written = written.replace(strict, usual)
    return written


def child(node: Node, *path: str) -> Node:
    """The first element at the end of a path of names in Word's namespace; else
    None.
    """
    for name in path:
        if node is None:
            return None
        node = node.find(w(name))
    return node


def value(node: Node, *path: str) -> str:
    """The value of the element at the end of a path; empty for none."""
    element = child(node, *path)
    return "" if element is None else element.get(VAL) or ""


def number(text: str | None, *, least: int, most: int) -> int:
    """A number within bounds, whatever stands there."""
    if text is None or not re.fullmatch(r"-?\d{1,9}", text.strip()):
        return least
    return min(max(int(text), least), most)


def is_on(node: Node) -> bool:
    """Whether an element that turns something on does."""
    return node is not None and node.get(VAL) not in OFF


def inside(node: Node, name: str) -> bool:
    """Whether the node stands within an element of that name."""
    return next(node.iterancestors(name), None) is not None


def text_of(node: Node) -> str:
    """The text under a node, deleted or not, with blanks between paragraphs."""
    return " ".join("".join(_texts(node)).split())


def _texts(node: Node) -> Iterator[str]:
    for part in node.iter(T, w("delText"), P, f"{{{M}}}t", *BLANKS):
        if part.tag == P or part.tag in BLANKS:
            yield " "
        else:
            yield part.text or ""


def drop(node: Node) -> None:
    """Take a node out. Between Word's elements there is no text to keep."""
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def unwrap(node: Node, *given: Node) -> None:
    """Put a node's children, or what is given, in its place."""
    for inner in given or list(node):
        node.addprevious(inner)
    drop(node)


def run(text: str) -> Node:
    """A run of plain text."""
    made = etree.Element(RUN)
    made.append(written_text(text))
    return made


def written_text(text: str) -> Node:
    """An element of text whose blanks at the ends count."""
    made = etree.Element(T)
    made.text = text
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made
