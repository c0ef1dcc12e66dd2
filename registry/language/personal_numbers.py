"""CPR numbers in a text, in any dress. Pure.

What may be a number of a person is found by its shape: a day and a month that a date
can have, a year, and four digits after it. Modulus 11 is not asked for: since 2007
numbers are given that do not meet it. The rules are patterns over a plain form of the
text.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from registry.language.personal_dates import LETTER
from registry.language.personal_shapes import (
    ALOUD,
    DASHES,
    ELSE_BEFORE,
    LIKE_OURS,
    LOOKED_BACK,
    SHAPES,
    UNSEEN,
)
from registry.language.personal_shown import around_links, as_shown
from registry.language.personal_spelled import RESPELLINGS, figures_in, with_figures


class Span(NamedTuple):
    """Where a number stands in a text."""

    start: int
    end: int


def find(text: str) -> list[Span]:
    """Where CPR numbers stand in a text, in order; none overlaps another. It is read
    as written and as shown: where a link's address, or the number of a point, parts the
    two ends of a number in the text, they stand together on the page. What stands
    between < and > may part a number, as a mark of a page does, and may be one.
    """
    spans, shown = _found(text), as_shown(text)
    if (plain := text.translate(_BRACKETS)) != text:
        spans = _merged(sorted([*spans, *_found(plain)]))
    if shown == text or len(more := _merged(sorted([*spans, *_found(shown)]))) == 0:
        return spans

    whole = (Span(*around_links(text, *span)) for span in more)
    return _merged(sorted(whole))


def _found(text: str) -> list[Span]:
    marked = _DIGEST.sub(_as_letters, text.translate(_CHARACTERS))
    if not _has_figures_enough(marked):
        return []

    plain = _plain(marked)
    starts = [match.start() for match in _START.finditer(plain.text)]
    spans = sorted(
        plain.span(match, _label(match[0]))
        for shape in _compiled()
        for match in shape.matches(plain.text, starts)
        if not shape.is_else(plain.text, match)
    )
    return _merged(spans)


def _as_letters(match: re.Match[str]) -> str:
    """As many letters: no figure among a digest's was written by anyone."""
    return "x" * len(match[0])


def _has_figures_enough(marked: str) -> bool:
    """Whether there may be as many figures as in a number, with those in words and the
    letters like them. It tells nearly all texts in a few microseconds.
    """
    figures = len(_FIGURE.findall(marked))
    if figures >= _SHORTEST:
        return True

    shown = marked.replace(_GONE, "")
    if figures >= _FIGURES_AMONG_LETTERS and _LIKE_FIGURE.search(shown):
        return True

    words = _WORD.findall(shown.replace("cpr", " "))
    return figures + figures_in(words) >= _SHORTEST


def _label(written: str) -> int:
    """How many characters stand before the first digit."""
    return next(at for at, c in enumerate(written) if c.isdigit())


def has_number(text: str) -> bool:
    """Whether a CPR number stands in the text."""
    return bool(find(text))


class _Compiled(NamedTuple):
    pattern: re.Pattern[str]
    itself: tuple[re.Pattern[str], ...]
    after: tuple[re.Pattern[str], ...]
    is_led: bool

    def matches(self, plain: str, starts: list[int]) -> Iterator[re.Match[str]]:
        """As `finditer`, but looked for only where figures start, unless words lead."""
        if self.is_led:
            yield from self.pattern.finditer(plain)
            return

        end = 0
        for start in starts:
            match = self.pattern.match(plain, start) if start >= end else None
            if match:
                end = match.end()
                yield match

    def is_else(self, plain: str, match: re.Match[str]) -> bool:
        """Whether it is something else than a number of a person."""
        written = match[0]

        return (
            any(pattern.fullmatch(written) for pattern in self.itself)
            or any(pattern.match(plain[match.end() :]) for pattern in self.after)
            or is_row(written)
            or any(
                before.search(
                    plain[max(0, match.start() - LOOKED_BACK) : match.start()]
                )
                and itself.fullmatch(written)
                for before, itself in _ELSE_BEFORE
            )
        )


_ELSE_BEFORE = tuple(
    (re.compile(before), re.compile(itself)) for before, itself in ELSE_BEFORE
)


def is_row(written: str) -> bool:
    """Whether it is numbers at one distance from each other, as hours in a list are."""
    numbers = [int(part) for part in re.findall(r"\d+", written)]
    steps = {after - before for before, after in pairwise(numbers)}
    return len(numbers) > 4 and len(steps) == 1 and 0 not in steps


@lru_cache(maxsize=1)
def _compiled() -> tuple[_Compiled, ...]:
    return tuple(
        _Compiled(
            re.compile(shape.pattern),
            tuple(map(re.compile, shape.itself)),
            tuple(map(re.compile, shape.after)),
            shape.is_led,
        )
        for shape in SHAPES
    )


class _Plain(NamedTuple):
    """A text in its plain form, and where each of its characters begins and ends."""

    text: str
    starts: list[int]
    ends: list[int]

    def span(self, match: re.Match[str], before: int = 0) -> Span:
        """Where a match stands in the text as written, but for what stands before."""
        return Span(self.starts[match.start() + before], self.ends[match.end() - 1])


def _plain(marked: str) -> _Plain:
    """The text in small letters a-z, æ, ø, å (x for others), 0-9, one kind of space and
    of dash, without what nobody sees.

    `marked` is the text character for character, with _GONE for what nobody sees.
    """
    starts = [at for at, c in enumerate(marked) if c != _GONE]
    figures = with_figures(marked.replace(_GONE, ""))
    plain = _Plain(figures, starts, [at + 1 for at in starts])

    unspelled = _respelled(plain, _SPELLED, lambda _: "-")
    for written, read in RESPELLINGS:
        unspelled = _respelled(unspelled, written, read)
    return unspelled


class _Characters(dict[int, str]):
    """The plain form of each character that was met."""

    def __missing__(self, code: int) -> str:
        self[code] = _plain_character(chr(code))
        return self[code]


def _plain_character(character: str) -> str:
    worth = unicodedata.digit(character, None)
    if worth is not None:
        return str(worth)

    kind = unicodedata.category(character)
    if character.isspace() or kind[0] == "Z":
        return " "
    if kind[0] == "M" or kind in ("Cf", "Cc") or character in UNSEEN:
        return _GONE

    if kind == "Pd" or character in DASHES:
        return "-"
    if kind[0] == "L":
        lower = LIKE_OURS.get(character.lower(), character.lower())
        return lower if re.fullmatch(f"[{LETTER}]", lower) else "x"
    return character


def _respelled(
    plain: _Plain, written: re.Pattern[str], spell: Callable[[re.Match[str]], str]
) -> _Plain:
    """With other signs for what is written in words, each at the place of them all."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    end = 0
    for match in written.finditer(plain.text):
        between, signs, whole = (
            slice(end, match.start()),
            spell(match),
            plain.span(match),
        )
        parts += [plain.text[between], signs]
        starts += [*plain.starts[between], *[whole.start] * len(signs)]
        ends += [*plain.ends[between], *[whole.end] * len(signs)]
        end = match.end()

    parts.append(plain.text[end:])
    return _Plain("".join(parts), starts + plain.starts[end:], ends + plain.ends[end:])


_GONE = "\0"
_BRACKETS = dict.fromkeys(map(ord, "<>\u2039\u203a"), " ")
_CHARACTERS = _Characters()
_SPELLED = re.compile(ALOUD)
_FIGURE = re.compile("[0-9]")
# A run of figures, and what stands after a space in an address of the web.
_START = re.compile("(?<![0-9])[0-9]|(?<=%20)[0-9]|(?<=%a0)[0-9]")
_WORD = re.compile(f"[{LETTER}]+")
# The digest of a file, as MD5 and SHA-1, 256 and 512 are written, and a UUID: one in a
# hundred has ten figures that a number of a person could have.
_DIGEST = re.compile(
    "(?<![0-9a-zæøå])(?=[0-9-]*[a-f])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    "|(?:[0-9a-f]{128}|[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32}))(?![0-9a-zæøå])"
)
_LIKE_FIGURE = re.compile("[0-9][oil]|[oil][0-9]")
# «3. april 52-1177» has seven figures; where letters are among them stand three.
_SHORTEST = 7
_FIGURES_AMONG_LETTERS = 3


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in spans:
        if merged and span.start < merged[-1].end:
            last = merged[-1]
            merged[-1] = Span(last.start, max(last.end, span.end))
        else:
            merged.append(span)

    return merged


def lines_of(text: str, spans: list[Span]) -> Iterator[int]:
    """The line, from 1, that each of the spans begins in."""
    for span in spans:
        yield text.count("\n", 0, span.start) + 1
