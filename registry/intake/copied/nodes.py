"""The elements of copied HTML: their styles, and how one is put in another's place."""

import re
from typing import Any

from lxml import etree

Node = Any  # an element of lxml, which tells no types
BLOCKS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 ul ol li table blockquote pre dl dt dd section article "
    "header footer main aside nav figure figcaption address".split()
)
LISTS = ("ul", "ol")
_DECLARATION = re.compile(r"([\w-]+)\s*:\s*([^;]*)")


def style_of(node: Node) -> dict[str, str]:
    """The declarations of the element's own style, in lower case."""
    written = (node.get("style") or "").lower()
    return {name: value.strip() for name, value in _DECLARATION.findall(written)}


def tag_of(node: Node) -> str:
    """The name of the element; empty for a comment and whatever else is none."""
    return node.tag if isinstance(node.tag, str) else ""


def text_of(node: Node) -> str:
    """All the words in the element, with one space between them."""
    return " ".join("".join(node.itertext()).split())


def text_beside(box: Node, node: Node) -> str:
    """What stands in a box beside the one element in it."""
    return ((box.text or "") + (node.tail or "")).strip()


def named(body: Node, *names: str) -> list[Node]:
    """All elements of these names within the body, the outermost first."""
    return [node for node in body.iter(*names) if node is not body]


def around(node: Node, *names: str) -> list[Node]:
    """The elements of these names around the element, the nearest first."""
    return [above for above in node.iterancestors() if above.tag in names]


def depth_of(body: Node) -> int:
    """How many elements lie within each other at the deepest place."""
    depth = deepest = 0
    for moment, _ in etree.iterwalk(body, events=("start", "end")):
        depth += 1 if moment == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def renamed(node: Node, tag: str) -> None:
    """Make it an element of another name, in its place, without its attributes."""
    node.tag = tag
    node.attrib.clear()


def wrap(node: Node, tag: str) -> None:
    """Put all that the element holds into a new one within it."""
    inner = node.makeelement(tag, {})
    inner.text, node.text = node.text, None
    inner.extend(list(node))
    node.append(inner)
