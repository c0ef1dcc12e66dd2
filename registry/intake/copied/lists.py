"""The lists of copied HTML: Word has them as paragraphs, and programs nest them in
several ways.
"""

import re
from collections.abc import Iterator

from registry.intake.copied.nodes import Node, around, named, style_of, tag_of, text_of

LISTS = ("ul", "ol")
DEEPEST = 6
_LEVEL = re.compile(r"\bl\d+ level(\d+)")
_NUMBER = re.compile(r"\(?([1-9]\d{0,5})[.)]?")
_BULLETS = re.compile(r"[^\w(§]*|o")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def settle(body: Node) -> Iterator[str]:
    """Make lists of Word's paragraphs, and set each list within its item. Yields what
    is to be told.
    """
    _of_word(body)
    for node in named(body, *LISTS):
        _set_within_item(node)
    for item in named(body, "li"):
        if tag_of(item.getparent()) not in LISTS:
            item.tag = "div"
    for node in named(body, *LISTS):
        if len(around(node, *LISTS)) >= DEEPEST:
            node.drop_tag()

    lettered = [node for node in named(body, "ol") if _is_lettered(node)]
    for node in named(body, "ol"):
        _number(node)
    if lettered or body.xpath(".//li[@data-shown]"):
        yield "Bogstaver og sammensatte numre foran punkter står som tekst."


def _of_word(body: Node) -> None:
    """Consecutive list paragraphs become one list."""
    open_lists: list[tuple[int, Node]] = []
    last: Node = None

    for paragraph in list(body.iter("p", "h1", "h2", "h3", "h4", "h5", "h6")):
        level = _level(paragraph)
        if not level:
            continue
        mark = _taken_mark(paragraph)
        if last is None or _next(last) is not paragraph:
            open_lists = []

        while open_lists and open_lists[-1][0] > level:
            open_lists.pop()
        kind = "ol" if _NUMBER.fullmatch(mark) else "ul"
        if open_lists and open_lists[-1][0] == level and open_lists[-1][1].tag != kind:
            open_lists.pop()
        if not open_lists or open_lists[-1][0] < level:
            made = paragraph.makeelement(kind, {})
            if open_lists:
                open_lists[-1][1][-1].append(made)
            else:
                paragraph.addprevious(made)
            open_lists.append((level, made))

        last = open_lists[0][1]
        _move_into(open_lists[-1][1], paragraph, mark)


def _level(paragraph: Node) -> int:
    found = _LEVEL.search(style_of(paragraph).get("mso-list", ""))
    return min(int(found[1]), DEEPEST) if found and text_of(paragraph) else 0


def _next(node: Node) -> Node:
    """The element after it, unless words stand between them."""
    return None if (node.tail or "").strip() else node.getnext()


def _taken_mark(paragraph: Node) -> str:
    """The mark that Word writes before an item, out of the paragraph."""
    mark = ""
    for node in list(paragraph.iter()):
        if style_of(node).get("mso-list", "") == "ignore":
            mark = mark or text_of(node)
            if node.getparent() is not None:
                node.drop_tree()
    return mark


def _move_into(made: Node, paragraph: Node, mark: str) -> None:
    item = made.makeelement("li", {})
    if number := _NUMBER.fullmatch(mark):
        item.set("value", number[1])
    elif not _BULLETS.fullmatch(mark):
        item.set("data-shown", mark)
        paragraph.text = f"{mark} {(paragraph.text or '').lstrip()}"

    tail, paragraph.tail = paragraph.tail, None
    made.append(item)
    item.append(paragraph)
    paragraph.tag = "p"
    top = [made, *around(made, *LISTS)][-1]
    if (tail or "").strip():
        top.tail = (top.tail or "") + tail


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
    kind = node.get("type") or ""
    style = style_of(node).get("list-style-type", "")
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
