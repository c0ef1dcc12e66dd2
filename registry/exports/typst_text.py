"""Texts as Typst's strings, and the words that are read out of them again.

A word that is wider than its column is divided here and not by Typst, whose mark for it
would be copied with the text: the hyphen is drawn.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from registry.documents.blocks import Span, Text
from registry.documents.lettering import parts_of, width_of
from registry.markup.visible_words import words_of

# The end of a line within a word: a hyphen that is no letter.
HYPHEN = """
#let hyphen = box(width: 0.34em, height: 0.32em,
  line(start: (0.04em, 0em), end: (0.3em, 0em), stroke: 0.075em)) + linebreak()
"""
# Within a table: what is bold there heads a row or a line, and a tag of its own for
# each is a tenth of a large document's memory.
BOLD = """
#let bold(body) = text(weight: 700, body)
"""
_DIVIDED = " + hyphen + "
_MARK = "\0"
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"\S+")
# It is broken at its signs, and a hyphen in it would be read as its own.
_ADDRESS = re.compile(r"://|^www\.|@")
# A word of no more letters has room in any column.
SURELY_FITS = 4
_STRING = r'"((?:[^"\\]|\\.)*)"'
_STRINGS = re.compile(
    rf"enum\.item\((\d+), |(?:link\({_STRING}, (?:strong\(|bold\(|emph\()*)?{_STRING}"
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


class Room(NamedTuple):
    """The breadth that a text has, in points, and the size it is set in."""

    width: float
    size: float


def string(text: str) -> str:
    """A string of Typst's; these are all that needs an escape there."""
    escaped = (
        text.replace("\\", "\\\\")
        .replace('"', '\\"')
        .replace("\n", "\\n")
        .replace("\t", " ")
    )
    return f'"{escaped}"'


def fitted(text: str, room: Room, *, bold: bool) -> str:
    """A string, or several with a hyphen between where a word is wider than the
    room.
    """
    marked = _WORD.sub(lambda word: _divided(word[0], room, bold), text)
    parts = [string(part) for part in marked.split(_MARK)]
    return parts[0] if len(parts) == 1 else f"({_DIVIDED.join(parts)})"


def joined(spans: Text, room: Room | None = None) -> str:
    """The spans as one value, in Typst's code; a line break within a string is one
    there too.
    """
    return " + ".join(_span(span, room) for span in spans) or "[]"


def words_in(source: str) -> Iterator[str]:
    """The words of Typst's strings, a link's address after its text."""
    whole = source.replace(f'"{_DIVIDED}"', "")
    for number, link, text in _STRINGS.findall(whole):
        yield from words_of(f"{number}." if number else "")
        yield from words_of(_read(text))
        yield from words_of(_read(link))


def _span(span: Span, room: Room | None) -> str:
    shown = fitted(span.text, room, bold=span.bold) if room else string(span.text)
    if span.italic:
        shown = f"emph({shown})"
    if span.bold:
        shown = f"{'bold' if room else 'strong'}({shown})"
    if span.href:
        shown = f"link({string(span.href)}, {shown})"
    return shown


def _divided(word: str, room: Room, bold: bool) -> str:
    if len(word) <= SURELY_FITS or _ADDRESS.search(word):
        return word

    def parts(letters: re.Match[str]) -> str:
        if width_of(letters[0], room.size, bold=bold) <= room.width:
            return letters[0]
        return _MARK.join(parts_of(letters[0], room.width, room.size, bold=bold))

    return _LETTERS.sub(parts, word)


def _read(text: str) -> str:
    return _ESCAPE.sub(lambda match: "\n" if match[1] == "n" else match[1], text)
