"""Markdown to safe HTML, with a contents list and anchors that stay the same."""

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape

import nh3
from markdown import Markdown
from markdown.extensions.toc import TocExtension

from registry.markup.converter import CatalogueMarkdown
from registry.markup.inline import PROTOCOLS
from registry.markup.visible_words import is_whole, text_of

# Rows own the bare names (#varsling) on an agreement's page, so sections need a prefix.
ANCHOR_PREFIX = "afsnit-"
TAGS = {
    *(
        "p",
        "br",
        "hr",
        "strong",
        "em",
        "b",
        "i",
        "sub",
        "sup",
        "abbr",
        "blockquote",
        "code",
        "pre",
    ),
    *("h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "a"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
HEADINGS = ("h2", "h3", "h4", "h5", "h6")
ATTRIBUTES = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "th": {"align", "scope"},
    "td": {"align"},
    "li": {"value"},
    **{heading: {"id"} for heading in HEADINGS},
}
LONGEST_SLUG, OWN_SIGNS = 80, 6
LETTERS = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "oe", "ä": "ae"}
)
HEADING = re.compile(r'<h([2-6]) id="([^"]*)">(.*?)</h\1>', re.S)


@dataclass(frozen=True)
class Section:
    """A heading of a text, its anchor, its level in Markdown (## is 2), and what stands
    under it.

    The text before the first heading is a section without title, anchor or level.
    """

    title: str
    anchor: str
    level: int
    text: str


def slug(title: str) -> str:
    """A title as a name for addresses: lower case ASCII, æ as ae, ø as oe, å as aa.

    A long one ends with a few signs of its own, so that two long titles that begin
    alike get two names.
    """
    spelled = title.casefold().translate(LETTERS)
    name = re.sub(r"[^a-z0-9]+", "-", spelled).strip("-")
    if len(name) <= LONGEST_SLUG:
        return name
    own = hashlib.sha256(name.encode()).hexdigest()[:OWN_SIGNS]
    return f"{name[: LONGEST_SLUG - OWN_SIGNS - 1].rstrip('-')}-{own}"


def anchor(title: str) -> str:
    """The anchor of the first section with that title."""
    return ANCHOR_PREFIX + (slug(title) or "uden-titel")


@lru_cache(maxsize=1024)
def to_html(markdown: str) -> str:
    """Safe HTML. Headings come one level lower, since the page's own are above them.

    A text of which a word or a number would be lost is given line by line as it is.
    """
    contents_list = TocExtension(
        baselevel=2,
        marker="",
        slugify=lambda title, _separator: anchor(title),
    )
    converter = Markdown(extensions=[CatalogueMarkdown(), contents_list])
    made = _clean(converter.convert(markdown))
    return made if is_whole(markdown, made) else _as_written(markdown)


@lru_cache(maxsize=1024)
def to_plain_html(markdown: str) -> str:
    """Safe HTML without anchors, for a text that stands beside others on a page."""
    return re.sub(r'(<h[2-6]) id="[^"]*"', r"\1", to_html(markdown))


@lru_cache(maxsize=1024)
def sections(markdown: str) -> tuple[Section, ...]:
    """The text's sections in order, with the anchors that `to_html` gives them."""
    parts = HEADING.split(to_html(markdown))
    lead = text_of(parts[0])
    listed = [Section("", "", 0, lead)] if lead else []
    for level, name, title, body in zip(
        *(parts[i::4] for i in range(1, 5)), strict=True
    ):
        listed.append(Section(text_of(title), name, int(level) - 1, text_of(body)))
    return tuple(listed)


def contents(markdown: str) -> list[Section]:
    """The sections that a contents list shows: those with a heading of the two upper
    levels.
    """
    return [
        section
        for section in sections(markdown)
        if section.title and section.level <= 3
    ]


def _clean(dirty: str) -> str:
    clean = nh3.clean(
        dirty,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=set(PROTOCOLS),
        link_rel="noopener noreferrer",
    )
    # A wide table scrolls by itself, and must then be reachable by keyboard.
    scroll = '<div class="scroll" tabindex="0" role="region" aria-label="Tabel"><table>'

    return clean.replace("<table>", scroll).replace("</table>", "</table></div>")


def _as_written(markdown: str) -> str:
    paragraphs = re.split(r"\n\s*\n", escape(markdown.strip(), quote=False))
    return "\n".join(
        f"<p>{'<br>'.join(paragraph.splitlines())}</p>" for paragraph in paragraphs
    )
