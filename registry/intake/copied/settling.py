"""What copied HTML says by looks, said by elements; and what cannot be said is told."""

import re
from collections.abc import Iterator, Sequence

from registry.intake.copied.nodes import (
    BLOCKS,
    Node,
    around,
    named,
    renamed,
    style_of,
    tag_of,
    text_of,
    wrap,
)

SILENT = (
    "script",
    "style",
    "meta",
    "link",
    "title",
    "template",
    "noscript",
    "colgroup",
)
PICTURES = ("img", "svg", "picture", "v:shape", "v:imagedata", "canvas", "object")
EMBEDDED = ("iframe", "video", "audio", "embed", "applet")
ASKING = ("input", "select", "textarea", "button")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
STRUCK = ("s", "strike")
ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s]+", re.IGNORECASE)
# Word's own places: the contents list, cross references, notes and comments.
INNER = re.compile(r"#_?(?:toc|ref|ftn|edn|msocom|hlk)", re.IGNORECASE)
TITLE = re.compile(r"\b(?:MsoTitle|title)\b")
HEADING = re.compile(r"\bMsoHeading(\d)\b")
LEVELS = ("1", "2", "3", "4", "5", "6")
MOST_NAMED = 3
LONGEST = 60

FEW = {1: "Et billede er", 2: "To billeder er"}


def settle(body: Node, own: str) -> Iterator[str]:
    """Leave only elements that the blocks are read from. Yields what is to be told."""
    for node in named(body, *SILENT):
        _drop(node)

    yield from _of_hidden(body)
    yield from _of_left_out(body)
    yield from _of_changes(body)
    yield from _of_notes(body)
    yield from _of_looks(body)
    yield from _of_links(body, own)

    _settle_paragraphs(body)


def _of_hidden(body: Node) -> Iterator[str]:
    """What nobody sees where it was copied is no part of what they meant."""
    hidden = [node for node in named(body) if _is_hidden(node) and text_of(node)]
    outermost = [
        node for node in hidden if not any(up in hidden for up in node.iterancestors())
    ]

    if outermost:
        cells = [node for each in outermost for node in (_cells(each) or [each])]
        yield f"Skjult tekst er ikke kommet med: {_quoted(cells)}."
    for node in outermost:
        _drop(node)


def _cells(row: Node) -> list[Node]:
    return [cell for cell in row if tag_of(cell) in ("td", "th")]


def _is_hidden(node: Node) -> bool:
    style = style_of(node)
    return style.get("display") == "none" or style.get("mso-hide") == "all"


def _of_left_out(body: Node) -> Iterator[str]:
    pictures = [node for node in named(body, *PICTURES) if not around(node, *PICTURES)]
    for node in pictures:
        _drop(node)
    if pictures:
        many = FEW.get(len(pictures), f"{len(pictures)} billeder er")
        yield f"{many} ikke kommet med. Skriv i ord, hvad læserne skal vide."

    for names, what in ((EMBEDDED, "Film og lyd"), (ASKING, "Felter og knapper")):
        left_out = named(body, *names)
        for node in left_out:
            _drop(node)
        if left_out:
            yield f"{what} er ikke kommet med."


def _of_changes(body: Node) -> Iterator[str]:
    deleted = [node for node in named(body, "del") if text_of(node)]
    for node in named(body, "del"):
        _drop(node)
    if deleted:
        yield f"Slettede ord er ikke kommet med: {_quoted(deleted)}."

    struck = [
        node
        for node in named(body)
        if text_of(node)
        and (tag_of(node) in STRUCK or "line-through" in _decoration(node))
    ]
    if struck:
        yield (
            f"Overstregede ord er kommet med uden streg: {_quoted(struck)}. Slet dem, "
            "hvis de ikke gælder."
        )


def _decoration(node: Node) -> str:
    style = style_of(node)
    return style.get("text-decoration", "") + style.get("text-decoration-line", "")


def _of_notes(body: Node) -> Iterator[str]:
    comments = [
        node
        for node in named(body)
        if style_of(node).get("mso-element") == "comment-list"
        or "msocomanchor" in (node.get("class") or "").lower()
    ]
    for node in comments:
        _drop(node)
    if comments:
        yield "Kommentarer i margenen er ikke kommet med."

    notes = [
        node
        for node in named(body)
        if style_of(node).get("mso-element") in ("footnote-list", "endnote-list")
    ]
    if notes:
        yield "Noter står som almindelig tekst sidst, med deres numre."


def _of_looks(body: Node) -> Iterator[str]:
    underlined = False
    for node in named(body):
        style, tag = style_of(node), tag_of(node)
        weight = style.get("font-weight", "")
        is_bold = weight in ("bold", "bolder") or weight in ("600", "700", "800", "900")
        is_heading = tag in HEADINGS or around(node, *HEADINGS)
        underlined = underlined or (
            tag == "u" or ("underline" in _decoration(node) and tag != "a")
        )

        if tag in ("b", "strong") and weight in ("normal", "400"):
            # So do some programs wrap everything that they copy.
            renamed(node, "span")
        elif tag not in ("b", "strong") and is_bold and not is_heading:
            wrap(node, "strong")
        if style.get("font-style") in ("italic", "oblique") and tag not in ("i", "em"):
            wrap(node, "em")

    if underlined:
        yield "Understregning kan ikke vises; ordene er kommet med."


def _of_links(body: Node, own: str) -> Iterator[str]:
    lost = []
    for link in named(body, "a"):
        href = (link.get("href") or "").strip()
        if own and href.startswith(f"{own}/"):
            href = href.removeprefix(own)
        is_own = href.startswith("/") and not href.startswith("//")

        if (ADDRESS.fullmatch(href) or is_own) and text_of(link):
            link.set("href", href.replace(" ", "%20"))
            continue
        if href and text_of(link) and not INNER.search(href):
            lost.append(link)
        link.drop_tag()

    if lost:
        yield (
            "Links, som ikke fører til en side på nettet, er blevet til tekst: "
            f"{_quoted(lost)}."
        )


def _settle_paragraphs(body: Node) -> None:
    """Boxes become paragraphs where they hold words of their own; Word's titles become
    headings.
    """
    for node in named(body):
        kind = node.get("class") or ""

        if heading := HEADING.search(kind):
            renamed(node, f"h{min(max(int(heading[1]), 1), 6)}")
        elif tag_of(node) == "p" and TITLE.search(kind):
            renamed(node, "h1")
        elif tag_of(node) in ("p", "div") and node.get("role") == "heading":
            said = node.get("aria-level") or ""
            renamed(node, f"h{said if said in LEVELS else 2}")
        elif tag_of(node) == "div" and not any(
            tag_of(child) in BLOCKS for child in node.iterdescendants()
        ):
            renamed(node, "p")
        elif ":" in tag_of(node):
            node.drop_tag()


def _drop(node: Node) -> None:
    if node.getparent() is not None:
        node.drop_tree()


def _quoted(nodes: Sequence[Node]) -> str:
    texts = list(dict.fromkeys(text_of(node) for node in nodes))
    shown = ", ".join(
        f"«{text if len(text) <= LONGEST else text[:LONGEST].rstrip() + ' …'}»"
        for text in texts[:MOST_NAMED]
    )
    more = len(texts) - MOST_NAMED
    return f"{shown} og {more} til" if more > 0 else shown
