"""What a reader reads of a text, word by word, and whether it is what was written."""

import re
from collections.abc import Callable
from html import unescape

from registry.markup.inline import (
    ADDRESS,
    ENTITY,
    ESCAPABLE,
    LABEL,
    LONGEST_LABEL,
    NO_BLANK,
)
from registry.markup.nodes import Table, walk
from registry.markup.small import is_note, placed
from registry.markup.structure import lines_of, parse

# Letters and figures, and each sign that is never markup: a sign lost is told as well.
_SIGNS_OF_MARKUP = r"*_#|\\>\-\[\]()<\""
_WORD = re.compile(rf"[^\W_]+|[^\w\s\x00-\x1f\x7f-\x9f{_SIGNS_OF_MARKUP}]")
_READ = re.compile(
    rf"\\([{ESCAPABLE}])|{ENTITY.pattern}|<br\s?/?>"
    r"|<(?P<small>sup|sub)>(?P<low>[^<>\n]{1,100})</(?P=small)>"
)
_LINK = re.compile(rf"\[{NO_BLANK}({LABEL}{{1,{LONGEST_LABEL}}})\]\(({ADDRESS})\)")
_PART = re.compile(r'(<(?:[^<>"]|"[^"]*")*>)|([^<]+)')
_MAY_BE_COLUMNS = re.compile(r"-[ \t:]*\||\|[ \t:]*-")
# Elements that stand within a word.
_WITHIN = frozenset({"strong", "em", "b", "i", "a", "sup", "sub", "abbr"})


def words_of(text: str) -> list[str]:
    """The words, numbers and signs of a plain text in order."""
    return _WORD.findall(text)


def source_words(
    markdown: str, small: Callable[[str, str], str] = lambda text, _place: text
) -> list[str]:
    """The words and numbers that were written, whatever Markdown makes of them.

    `small`: how what is raised or lowered is written (small.py).
    """

    def read(match: re.Match[str]) -> str:
        if match["small"]:
            return f" {small(match['low'], match['small'])} "
        return _read(match)

    columns = _columns_in(markdown)
    lines = (line.text for line in lines_of(markdown) if line.number not in columns)
    return words_of(_READ.sub(read, _LINK.sub(_address_once, "\n".join(lines))))


def _columns_in(markdown: str) -> frozenset[int]:
    """The lines, by number, that part a table's head from its rows here. Others that
    look like them are text, and are shown.
    """
    if not _MAY_BE_COLUMNS.search(markdown):
        return frozenset()
    tables = (node for node in walk(parse(markdown)) if isinstance(node, Table))
    return frozenset(table.line.number + 1 for table in tables)


def _address_once(match: re.Match[str]) -> str:
    """A link whose words are its address is read once."""
    label, href = match.groups()
    said = words_of(_READ.sub(_read, label))
    return match[0] if address_words(href, said) else f"{label} "


def _read(match: re.Match[str]) -> str:
    if match[1]:
        return match[1]
    return f" {match['low'] or ''} " if match[0][0] == "<" else unescape(match[0])


def html_words(html: str) -> list[str]:
    """The words and numbers that a reader of safe HTML meets, those of numbered lists
    and of addresses with them.
    """
    words: list[str] = []
    addresses: list[tuple[str, int]] = []

    for tag, text in _parts(html):
        if text:
            words += words_of(unescape(text))
        elif tag.startswith("<li") and (value := _attribute(tag, "value")):
            words += words_of(f"{value}.")
        elif tag.startswith("<a "):
            addresses.append((_attribute(tag, "href"), len(words)))
        elif tag == "</a>" and addresses:
            href, start = addresses.pop()
            words += address_words(href, words[start:])

    return words


def text_of(html: str) -> str:
    """Safe HTML as one line of text, as it would be read aloud. What is raised stays
    so, and the number of a note stands by itself.
    """
    read, is_raised = "", False

    for tag, text in _parts(html):
        if tag in ("<sup>", "</sup>"):
            is_raised = tag == "<sup>"
            read += " " if is_raised and is_note(read) else ""
        elif text:
            read += placed(unescape(text), "sup") if is_raised else unescape(text)
        else:
            value = _attribute(tag, "value") if tag.startswith("<li") else ""
            read += f" {value}. " if value else _space(tag)
    return " ".join(read.split())


def is_whole(markdown: str, html: str) -> bool:
    """Whether every word and number that was written stands in the HTML, in order."""
    return source_words(markdown) == html_words(html)


def _parts(html: str) -> list[tuple[str, str]]:
    """Each element's beginning and end, and each text between them."""
    return _PART.findall(html)


def _attribute(tag: str, name: str) -> str:
    match = re.search(rf'\s{name}="([^"]*)"', tag)
    return unescape(match[1]) if match else ""


def _space(tag: str) -> str:
    """What an element leaves between the words on either side of it."""
    name = tag.strip("</>").split(maxsplit=1)[0]
    return "" if name in _WITHIN else " "


def address_words(href: str, said: list[str]) -> list[str]:
    """Where a link leads, unless its words say so already."""
    addresses = words_of(href), words_of(href.removeprefix("mailto:"))
    return [] if said in addresses else addresses[0]
