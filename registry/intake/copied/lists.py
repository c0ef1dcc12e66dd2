"""The lists of copied HTML, which programs nest and number in several ways."""

import re
from collections.abc import Iterator

from registry.intake.copied import office_lists
from registry.intake.copied.nodes import LISTS, Node, around, named, style_of, tag_of

LETTERS = "abcdefghijklmnopqrstuvwxyz"
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def settle(body: Node) -> Iterator[str]:
    """Make lists of Word's paragraphs, and set each list within its item. Yields what
    is to be told.
    """
    office_lists.settle(body)
    for node in named(body, *LISTS):
        _take_in_strays(node)
    for node in named(body, *LISTS):
        _set_within_item(node)
    for item in named(body, "li"):
        if tag_of(item.getparent()) not in LISTS:
            item.tag = "div"
    for node in named(body, *LISTS):
        if len(around(node, *LISTS)) >= office_lists.DEEPEST:
            node.drop_tag()

    lettered = [node for node in named(body, "ol") if _is_lettered(node)]
    for node in named(body, "ol"):
        _number(node)
    if lettered or body.xpath(".//li[@data-shown]"):
        yield "Bogstaver og sammensatte numre foran punkter står som tekst."


def _take_in_strays(node: Node) -> None:
    """What stands in a list beside its items belongs to the one before."""
    item = None
    for child in list(node):
        if tag_of(child) == "li":
            item = child
        elif tag_of(child) not in LISTS and tag_of(child) and item is not None:
            item.append(child)


def _set_within_item(node: Node) -> None:
    """A list right within a list belongs to the item before it."""
    above, before = node.getparent(), node.getprevious()
    if above is None or tag_of(above) not in LISTS:
        return
    if before is None or tag_of(before) != "li":
        before = node.makeelement("li", {})
        node.addprevious(before)
    before.append(node)


def _is_lettered(node: Node) -> bool:
    return bool(_lettering(node))


def _lettering(node: Node) -> str:
    """How the list counts by letters: a, i, or not at all."""
    first = next((child for child in node if tag_of(child) == "li"), None)
    kind = node.get("type") or ""
    style = style_of(node).get("list-style-type", "")
    if not style and first is not None:
        style = style_of(first).get("list-style-type", "")
    if kind.lower() == "i" or style.endswith("roman"):
        return "i"
    return "a" if kind.lower() == "a" or style.endswith(("alpha", "latin")) else ""


def _number(node: Node) -> None:
    """Numbers as they were shown; letters as text, for Markdown has no others."""
    lettering = _lettering(node)
    start = node.get("start") or ""
    first = int(start) if re.fullmatch(r"\d{1,6}", start) else 1
    items = [child for child in node if tag_of(child) == "li"]
    if not lettering:
        if items and first > 1 and not items[0].get("value"):
            items[0].set("value", str(first))
        return

    for at, item in enumerate(items, first):
        sign = _roman(at) if lettering == "i" else _letter(at)
        _put_first(item, f"{sign}) ")
    node.tag = "ul"


def _put_first(item: Node, text: str) -> None:
    holder = item
    while (
        not (holder.text or "").strip()
        and len(holder)
        and holder[0].tag
        in (
            "p",
            "span",
            "div",
        )
    ):
        holder = holder[0]

    holder.text = text + (holder.text or "").lstrip()


def _letter(at: int) -> str:
    return LETTERS[at - 1] if 0 < at <= len(LETTERS) else str(at)


def _roman(at: int) -> str:
    out = ""
    for value, sign in ROMAN:
        while at >= value:
            out, at = out + sign, at - value
    return out
