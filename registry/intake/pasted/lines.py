"""The lines of a pasted text: their characters set right, and how lines belong
together.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from registry.documents.blocks import printable
from registry.intake.read_text import Piece
from registry.language.months import MONTHS
from registry.language.normal import normal

SOFT_HYPHEN = "\u00ad"
TAB = 4
ENDS = tuple(".!?:")
CLOSING = "»”\"')]"
# A line is full when the next word had no room; in a proportional font lines differ in
# length.
FILLED = 0.85
NARROWEST, WIDEST = 45, 160
USUAL = 0.9  # the length that this share of the lines keeps within
INDENTED = 2
DOTS = re.compile(r"(?:\. ?){4,}")
# A number before a heading or an item, which Word and PDFs part from it by a tab.
LEADING = re.compile(r"\(?(?:\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2})+[.)]?|[a-zæøå][.)])")
CELLS = re.compile(r" {3,}")
# After these words' hyphen a part of the word is left out: "børne- og
# ungdomspsykiatri".
AND = frozenset({"og", "eller", "samt", "og/eller"})
MONTH_NAMES = "|".join(MONTHS)
DATE = re.compile(rf"\d{{1,2}}\. ?(?:{MONTH_NAMES})\b")
WORD = re.compile(r"[\w/]+")


@dataclass(frozen=True)
class Line:
    """One line. `indent`: how far in it begins; `apart`: a blank line stands above it;
    `turn`: it begins a page.
    """

    text: str
    indent: int = 0
    apart: bool = False
    turn: bool = False


@dataclass(frozen=True)
class Sheet:
    """Lines with their usual width."""

    lines: Sequence[Line]
    width: int

    def begins(self, at: int) -> bool:
        """Whether something new may begin with the line: it does not stand amid a
        sentence.
        """
        line, before = self.lines[at], self.lines[at - 1].text
        if at == 0 or line.apart or ends_sentence(before):
            return True

        return not self._is_full(at - 1) and not before.endswith(
            (",", "-", SOFT_HYPHEN)
        )

    def goes_on(self, at: int) -> bool:
        """Whether the line goes on with the paragraph of the one before it."""
        line, before = self.lines[at], self.lines[at - 1]
        if line.apart:
            # A page's end, or double spacing, in the midst of a sentence.
            halfway = len(before.text) * 2 >= self.width and not ends_sentence(
                before.text
            )
            return halfway and starts_low(line.text)

        if starts_low(line.text) or before.text.endswith((",", "-", SOFT_HYPHEN)):
            return True
        if ends_sentence(before.text) and line.indent >= before.indent + INDENTED:
            return False
        return self._is_full(at - 1)

    def room(self, at: int) -> int:
        """How long the line would have been with the next one's first word."""
        return (
            len(self.lines[at].text)
            + 1
            + len(self.lines[at + 1].text.split(maxsplit=1)[0])
        )

    def _is_full(self, at: int) -> bool:
        fits = self.room(at) <= FILLED * self.width
        return not fits and len(self.lines[at].text) <= WIDEST


def lines_of(text: str) -> list[Line]:
    """The lines that hold something, with readable characters."""
    spaced: list[tuple[Line, int]] = []
    blanks = 0
    for number, page in enumerate(text.split("\f")):
        turn = number > 0
        for raw in page.splitlines():
            shown = _readable(raw)
            if not shown.strip():
                blanks += 1
                continue
            spaced.append(
                (Line(_numbered(shown.strip()), _indent(shown), turn=turn), blanks)
            )
            blanks, turn = 0, False

    enough = 2 if _is_double_spaced(spaced) else 1
    return [
        replace(line, apart=blanks >= enough or line.turn) for line, blanks in spaced
    ]


def _numbered(text: str) -> str:
    """The line with one blank between its number and its words: they are no columns."""
    cells = cells_of(text)
    return " ".join(cells) if len(cells) == 2 and LEADING.fullmatch(cells[0]) else text


def _is_double_spaced(lines: Sequence[tuple[Line, int]]) -> bool:
    """Whether single blank lines stand amid the sentences, and so tell nothing."""
    single = [
        starts_low(line.text) and not ends_sentence(before.text)
        for (before, _), (line, blanks) in pairwise(lines)
        if blanks == 1
    ]
    return len(single) * 2 > len(lines) and sum(single) * 4 > len(single)


def sheet_of(lines: Sequence[Line]) -> Sheet:
    """The lines with their usual width, never less or more than a page can have."""
    lengths = sorted(len(line.text) for line in lines)
    usual = lengths[int(len(lengths) * USUAL)] if lengths else 0
    return Sheet(lines, min(max(usual, NARROWEST), WIDEST))


def cells_of(text: str) -> list[str]:
    """The line's columns: tabs or wide spaces stand between them. Empty for a line
    without.
    """
    cells = [
        cell.strip()
        for cell in (text.split("\t") if "\t" in text else CELLS.split(text))
    ]
    return cells if sum(map(bool, cells)) > 1 else []


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does; quotes and brackets after it do not
    count.
    """
    return text.rstrip(CLOSING).endswith(ENDS)


def starts_low(text: str) -> bool:
    """Whether it begins as the middle of a sentence does: with a small letter, or a
    date.
    """
    return DATE.match(text) is not None or text.lstrip("(«\"'").lstrip()[:1].islower()


class Joined(NamedTuple):
    """Lines as one text, and the words that were put together over two of them."""

    text: str
    words: tuple[str, ...]


def joined(lines: Sequence[str]) -> Joined:
    """The lines of one paragraph. A word divided at a line's end becomes whole."""
    parts, words = [], []
    for before, after in pairwise(lines):
        kept, glue = _seam(before, after)
        parts += [kept, glue]
        if not glue and not kept.endswith("-"):
            words.append(f"{kept.split()[-1]}{after.split(maxsplit=1)[0]}")

    text = "".join([*parts, *lines[-1:]]).replace(SOFT_HYPHEN, "")
    return Joined(" ".join(text.split()), tuple(words))


def _seam(before: str, after: str) -> tuple[str, str]:
    """What is kept of the first of two lines, and what stands between them."""
    if before.endswith(SOFT_HYPHEN):
        return before.rstrip(SOFT_HYPHEN), ""
    stem = before[:-1]
    if not before.endswith("-") or not stem[-1:].isalnum():
        return before, " "

    next_word = WORD.match(after)
    if next_word and next_word[0].casefold() in AND:
        return before, " "

    last = stem.split()[-1].rsplit("-", 1)[-1].lstrip("(«\"'")
    is_written = last.isupper() or len(last) == 1 or any(c.isdigit() for c in last)
    return (before, "") if is_written or not after[:1].islower() else (stem, "")


def _readable(raw: str) -> str:
    shown = printable(normal(raw)).rstrip()
    # One that ends a line after a letter tells that the word goes on.
    is_divided = raw.rstrip().endswith(SOFT_HYPHEN) and shown[-1:].isalpha()
    return shown + SOFT_HYPHEN * is_divided


def _indent(shown: str) -> int:
    blank = shown[: len(shown) - len(shown.lstrip())]
    return len(blank) + (TAB - 1) * blank.count("\t")


def excerpts(texts: Sequence[str], most: int = 50) -> str:
    """The texts in quotes, each once, and how many more there are."""
    listed = [piece.text for piece in pieces_of(texts)]
    more = f" og {len(listed) - most} til" if len(listed) > most else ""
    return ", ".join(f"«{text}»" for text in listed[:most]) + more


def pieces_of(texts: Sequence[str]) -> tuple[Piece, ...]:
    """All of the texts, each once, for the list behind a remark."""
    shown = (" ".join(DOTS.sub(" … ", text).split()) for text in texts)
    return tuple(map(Piece, dict.fromkeys(shown)))
