"""Markdown to safe HTML, with a contents list and anchors that stay the same."""

import html
import re
from dataclasses import dataclass
from functools import lru_cache

import nh3
from markdown import Markdown

# Rows own the bare names (#varsling) on an agreement's page, so sections need a prefix.
ANCHOR_PREFIX = "afsnit-"
TAGS = {
    *("p", "br", "hr", "strong", "em", "b", "i", "sub", "sup", "abbr", "blockquote", "code", "pre"),
    *("h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "a"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
HEADINGS = ("h2", "h3", "h4", "h5", "h6")
ATTRIBUTES = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "th": {"align", "scope"},
    "td": {"align"},
    **{heading: {"id"} for heading in HEADINGS},
}
SCHEMES = {"http", "https", "mailto"}
LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "oe", "ä": "ae"})
HEADING = re.compile(r'<h([2-6]) id="([^"]*)">(.*?)</h\1>', re.S)


@dataclass(frozen=True)
class Section:
    """A heading of a text, its anchor, its level in Markdown (## is 2), and what stands under it.

    The text before the first heading is a section without title, anchor or level.
    """

    title: str
    anchor: str
    level: int
    text: str


def slug(title: str) -> str:
    """A title as a name for addresses: lower case ASCII, æ as ae, ø as oe, å as aa."""
    spelled = title.casefold().translate(LETTERS)
    return re.sub(r"[^a-z0-9]+", "-", spelled).strip("-")


def anchor(title: str) -> str:
    """The anchor of the first section with that title."""
    return ANCHOR_PREFIX + (slug(title) or "uden-titel")


@lru_cache(maxsize=1024)
def to_html(markdown: str) -> str:
    """Safe HTML. Headings come one level lower, since the page's own are above them."""
    converter = Markdown(
        extensions=["tables", "sane_lists", "toc"],
        extension_configs={
            "tables": {"use_align_attribute": True},
            "toc": {"baselevel": 2, "slugify": lambda title, _separator: anchor(title)},
        },
    )
    return _clean(converter.convert(markdown))


@lru_cache(maxsize=1024)
def to_plain_html(markdown: str) -> str:
    """Safe HTML without anchors, for a text that stands beside others on a page."""
    return re.sub(r'(<h[2-6]) id="[^"]*"', r"\1", to_html(markdown))


@lru_cache(maxsize=1024)
def sections(markdown: str) -> tuple[Section, ...]:
    """The text's sections in order, with the anchors that `to_html` gives them."""
    parts = HEADING.split(to_html(markdown))
    lead = _text(parts[0])
    found = [Section("", "", 0, lead)] if lead else []
    for level, name, title, body in zip(*(parts[i::4] for i in range(1, 5)), strict=True):
        found.append(Section(_text(title), name, int(level) - 1, _text(body)))
    return tuple(found)


def contents(markdown: str) -> list[Section]:
    """The sections that a contents list shows: those with a heading of the two upper levels."""
    return [section for section in sections(markdown) if section.title and section.level <= 3]


def _clean(dirty: str) -> str:
    clean = nh3.clean(
        dirty,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer",
    )
    # A wide table scrolls by itself, and must then be reachable by keyboard.
    scroll = '<div class="scroll" tabindex="0" role="region" aria-label="Tabel"><table>'
    return clean.replace("<table>", scroll).replace("</table>", "</table></div>")


def _text(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())
