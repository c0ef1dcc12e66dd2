"""A body of text as it stands in the copy for bad days, whose page holds them all."""

import re
from html import unescape

_LINK = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.S)
_HEADING = re.compile(r"(</?h)([2-6])")
_ANCHOR = re.compile(r'(<h[2-6] id=")')
_LINK_WITHIN = re.compile(r'(<a href="#)')


def alone(html: str) -> str:
    """The text without links out of the copy: what they lead to is not there on a bad
    day.
    """
    return _LINK.sub(_written_out, html)


def _written_out(link: re.Match[str]) -> str:
    """A link within the text stays; another becomes its text and address."""
    href, text = link[1], link[2]
    if href.startswith("#"):
        return link[0]
    address = unescape(href).removeprefix("mailto:")
    return text if address in unescape(text) else f"{text} ({href})"


def lowered(html: str) -> str:
    """Headings one level lower, since they stand below the agreement's own."""
    return _HEADING.sub(
        lambda heading: f"{heading[1]}{min(int(heading[2]) + 1, 6)}", html
    )


def within(slug: str, html: str) -> str:
    """A body with anchors of its own: others have sections of the same names."""
    return _LINK_WITHIN.sub(rf"\1{slug}.", _ANCHOR.sub(rf"\1{slug}.", html))
