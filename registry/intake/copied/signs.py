"""Signs that a copied page shows by a font of signs, as the same signs of any font."""

from collections.abc import Iterator

from registry.intake.copied.nodes import Node, style_of, tag_of
from registry.intake.docx.symbols import FONTS, LONGEST, shown

_FONTS: dict[str, str] = {font.casefold(): font for font in FONTS}
MOST_NAMED = 3


def settle(body: Node) -> Iterator[str]:
    """Write each sign as one that every font has. Yields what is to be told."""
    changed: list[str] = []
    odd: list[str] = []
    for holder, name, font in list(_in_fonts_of_signs(body, "")):
        text = getattr(holder, name)
        if len(text.strip()) > LONGEST and not any(map(_is_private, text)):
            odd.append(text.strip())
            continue

        signs = "".join(shown(font, letter) or letter for letter in text)
        setattr(holder, name, signs)
        if signs != text:
            changed.append(signs.strip())

    if changed:
        yield (
            "Tegn i en skrifttype af tegn står som de tegn, der blev vist: "
            f"{_quoted(changed)}."
        )
    if odd:
        yield (
            "Ord i en skrifttype af tegn er kommet med som bogstaver: "
            f"{_quoted(odd)}. Se dem efter."
        )


def _in_fonts_of_signs(node: Node, font: str) -> Iterator[tuple[Node, str, str]]:
    """Each text that is shown in such a font: the element that holds it, whether as
    its `text` or its `tail`, and the font. The marks of Word's lists are left to those.
    """
    style = style_of(node)
    if style.get("mso-list") == "ignore":
        return
    named = style.get("font-family") or (node.get("face") or "").lower()
    own = _font(named) if named else font

    if own and tag_of(node) and (node.text or "").strip():
        yield node, "text", own
    for child in node:
        yield from _in_fonts_of_signs(child, own)
        if own and (child.tail or "").strip():
            yield child, "tail", own


def _font(named: str) -> str:
    first = named.split(",", maxsplit=1)[0].strip().strip("'\"")
    return _FONTS.get(first, "")


def _is_private(letter: str) -> bool:
    return "\ue000" <= letter <= "\uf8ff"


def _quoted(texts: list[str]) -> str:
    once = list(dict.fromkeys(texts))
    more = len(once) - MOST_NAMED
    named = ", ".join(f"«{text}»" for text in once[:MOST_NAMED])
    return f"{named} og {more} til" if more > 0 else named
