"""Lists as Word has them: paragraphs on the desk, on the web a list for each item."""

import re

from registry.intake.copied.nodes import (
    LISTS,
    Node,
    around,
    named,
    style_of,
    tag_of,
    text_beside,
    text_of,
)

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
DEEPEST = 6
_LEVEL = re.compile(r"\bl\d+ level(\d+)")
_NUMBER = re.compile(r"\(?([1-9]\d{0,5})[.)]?")
_SIGNS = re.compile(r"symbol|wingdings|webdings")
_BULLETS = re.compile(r"[^\w(§]*|o")


def settle(body: Node) -> None:
    """Make lists of Word's paragraphs, and one of lists that go on in one another."""
    _number_headings(body)
    _from_office(body)
    _of_levels(body)


def _from_office(body: Node) -> None:
    """Consecutive list paragraphs become one list."""
    open_lists: list[tuple[int, Node]] = []
    last: Node = None

    for paragraph in list(body.iter("p")):
        level = _level(paragraph)
        if not level:
            continue
        mark = _taken_mark(paragraph)
        if last is None or _next(last) is not paragraph:
            open_lists = []

        while len(open_lists) > 1 and open_lists[-1][0] > level:
            open_lists.pop()
        if open_lists and open_lists[0][0] > level:
            # A list may begin further in than it goes on.
            open_lists = [(level, open_lists[0][1])]
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
    level = _LEVEL.search(style_of(paragraph).get("mso-list", ""))
    return min(int(level[1]), DEEPEST) if level and text_of(paragraph) else 0


def _next(node: Node) -> Node:
    """The element after it, unless words stand between them."""
    return None if (node.tail or "").strip() else node.getnext()


def _taken_mark(paragraph: Node) -> str:
    """The mark that Word writes before an item, out of the paragraph."""
    mark = ""
    for node in list(paragraph.iter()):
        if style_of(node).get("mso-list", "") == "ignore":
            mark = mark or ("·" if _is_sign(node) else text_of(node))
            if node.getparent() is not None:
                node.drop_tree()
    return mark


def _is_sign(node: Node) -> bool:
    """Whether it is one letter of a font in which every letter is a dot or a dash."""
    fonts = [style_of(up).get("font-family", "") for up in (node, node.getparent())]
    return len(text_of(node)) == 1 and any(map(_SIGNS.search, fonts))


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


def _number_headings(body: Node) -> None:
    """A heading that Word numbers is a heading; others refer to its number."""
    for heading in named(body, *HEADINGS):
        if _LEVEL.search(style_of(heading).get("mso-list", "")):
            mark = _taken_mark(heading)
            heading.text = f"{mark} {(heading.text or '').lstrip()}".lstrip()


def _of_levels(body: Node) -> None:
    """Word on the web has each item in a list of its own, side by side, and says how
    far in it stands; LibreOffice does not even say that.
    """
    for node in named(body, *LISTS):
        for box in around(node, "div"):
            if len(box) == 1 and box[0] is node and not text_beside(box, node):
                box.addprevious(node)
                box.drop_tree()
                break

    for node in named(body, *LISTS):
        before = node.getprevious()
        if before is None or (before.tail or "").strip():
            continue
        if tag_of(before) in LISTS:
            _join(before, node)


def _join(before: Node, node: Node) -> None:
    """Put a list into the one before it, where it goes on there."""
    level = _said_level(node)
    if not level or not _said_level(before):
        _go_on(before, node)
        return
    within = before
    while _said_level(within) < level and len(within):
        below = [child for child in within[-1] if tag_of(child) in LISTS]
        if not below:
            break
        within = below[-1]

    if _said_level(within) == level and within.tag == node.tag:
        within.extend(list(node))
        node.drop_tree()
    elif _said_level(within) < level and len(within):
        within[-1].append(node)


def _go_on(before: Node, node: Node) -> None:
    """LibreOffice ends a list at each item of another style."""
    is_next = node.tag == "ul" or node.get("start") == str(len(before) + 1)
    if before.tag == node.tag and is_next:
        before.extend(list(node))
        node.drop_tree()


def _said_level(node: Node) -> int:
    """How far in the items of a list say that they stand; 0 where they do not."""
    said = next((child.get("data-aria-level") or "" for child in node), "")
    return int(said) if said in ("1", "2", "3", "4", "5", "6") else 0
