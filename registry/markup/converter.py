"""The dialect as an extension of Python-Markdown: our tree in place of its guesses."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions import Extension

from registry.markup.inline import Inside, inline
from registry.markup.nodes import (
    Heading,
    Items,
    Node,
    Paragraph,
    Quote,
    Rule,
    Table,
    TooDeep,
)
from registry.markup.structure import parse


class CatalogueMarkdown(Extension):
    """Blocks and lines by our own rules; no raw HTML, no code, no references."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (its name there)
        """Have the library read blocks by our rules, and leave all within a line."""
        md.parser = _Parser(md)
        md.preprocessors.deregister("html_block")
        # All within a line is read already; a sign that looks like more is text.
        md.treeprocessors.deregister("inline")


class _Parser(BlockParser):
    def parseDocument(  # noqa: N802 (its name there)
        self, lines: Iterable[str]
    ) -> ET.ElementTree:
        root = ET.Element(self.md.doc_tag)
        _all(root, parse("\n".join(lines)))
        return ET.ElementTree(root)


def _all(parent: ET.Element, nodes: Iterable[Node]) -> None:
    for node in nodes:
        _node(parent, node)


def _node(parent: ET.Element, node: Node) -> None:
    match node:
        case Heading(_, level, text):
            _fill(ET.SubElement(parent, f"h{level}"), inline(text))
        case Paragraph() | TooDeep():
            _fill(ET.SubElement(parent, "p"), inline(node.text))
        case Items():
            _list(parent, node)
        case Quote(_, blocks):
            _all(ET.SubElement(parent, "blockquote"), blocks)
        case Table():
            _table(parent, node)
        case Rule():
            ET.SubElement(parent, "hr")


def _list(parent: ET.Element, node: Items) -> None:
    made = ET.SubElement(parent, "ol" if node.ordered else "ul")
    for item in node.items:
        element = ET.SubElement(made, "li")
        if item.number is not None:
            element.set("value", str(item.number))

        first, *rest = item.blocks
        if isinstance(first, Paragraph | TooDeep) and not node.loose:
            _fill(element, inline(first.text))
        else:
            _node(element, first)
        _all(element, rest)


def _table(parent: ET.Element, table: Table) -> None:
    made = ET.SubElement(parent, "table")
    _row(ET.SubElement(made, "thead"), "th", table.head, table.aligned)
    body = ET.SubElement(made, "tbody")
    for row in table.rows:
        _row(body, "td", row, table.aligned)


def _row(
    parent: ET.Element, tag: str, cells: Iterable[str], aligned: Iterable[str]
) -> None:
    row = ET.SubElement(parent, "tr")
    for cell, side in zip(cells, aligned, strict=True):
        made = ET.SubElement(row, tag)
        if side:
            made.set("align", side)
        _fill(made, inline(cell))


def _fill(element: ET.Element, inside: Inside) -> None:
    """Put the line into the element, text before and after its marks."""
    last: ET.Element | None = None
    for part in inside:
        if isinstance(part, str):
            if last is None:
                element.text = (element.text or "") + _named(part)
            else:
                last.tail = (last.tail or "") + _named(part)
            continue

        attributes = {name: _named(value) for name, value in part.attributes.items()}
        last = ET.SubElement(element, part.tag, attributes)
        _fill(last, part.inside)


def _named(text: str) -> str:
    # The serializer leaves what looks like an entity as it is, so each & is named.
    return re.sub("&", "&amp;", text)
