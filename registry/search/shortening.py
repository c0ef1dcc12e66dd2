"""Texts told shorter, without losing what they say: where a sentence ends, and what is
never left out of an answer. Pure.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from registry.language.abbreviations import goes_on
from registry.search.room import LONGEST_HEADLINE, LONGEST_WHOLE, SHORTEST_HEADLINE

CUT = "\N{NO-BREAK SPACE}…"  # it stays on the line of the last word

_STOP = re.compile(r"(?<!\d)\.(?=\s|$)|(?<=\d)\.(?=\s+[A-ZÆØÅ]|$)")
_IN_SMALL = re.compile(r"[ \t]+[a-zæøå]")
_CLAUSE_END = re.compile(r"(?<=[,;:])\s|\s(?=[–(])")
# An answer is not the same without the words that these begin or stand in.
_LIMITING = re.compile(
    r"\b(aldrig|bortset|dog|ej|heller|hverken|hvis|ikke|ingen|intet|kun|medmindre|men|"
    r"uden|undtage[nt]|uoplyst)\b",
    re.IGNORECASE,
)


def lead(text: str) -> str:
    """The first sentence of a text, without its end. A semicolon or a colon ends none:
    what follows may take back what was said.
    """
    return next(iter(sentences(text)), "")


def sentences(text: str) -> list[str]:
    """The sentences of a text, each without its end."""
    ends = [0, *_ends(text), len(text)]
    split = (text[start:end].strip().removesuffix(".") for start, end in pairwise(ends))
    return [sentence for sentence in split if sentence]


def short_answer(text: str) -> str:
    """The first sentence; the whole text where what would be left out limits it, as
    «antal dage er ikke fundet» limits a deadline.
    """
    whole = text.strip()
    kept = lead(whole)
    return whole if is_limited(whole[len(kept) :]) else kept


def is_limited(text: str) -> bool:
    """Whether a text holds a word that takes back a part of what is said."""
    return bool(_LIMITING.search(text))


def headline_end(text: str) -> int:
    """Where a long text's headline ends, at the end of a clause: what follows stands
    beside it in smaller letters. Its whole length where it is short.
    """
    if len(text) <= LONGEST_WHOLE:
        return len(text)
    ends = [m.start() for m in _CLAUSE_END.finditer(text)]
    fitting = [end for end in ends if SHORTEST_HEADLINE <= end <= LONGEST_HEADLINE]
    return fitting[-1] if fitting else len(text)


def opening_end(text: str, room: int) -> int:
    """Where the sentences end that there is room for, at least the first."""
    ends = list(_ends(text))
    fitting = [end for end in ends if end <= room] or ends[:1]
    return len(text) if len(text) <= room or not fitting else fitting[-1]


def _ends(text: str) -> Iterator[int]:
    """Where each sentence ends, after its full stop: not at an abbreviation's, nor
    within brackets, nor where it goes on in small letters on the same line.
    """
    for stop in _STOP.finditer(text):
        before, after = text[: stop.end()], text[stop.end() :]
        is_inside = before.count("(") > before.count(")")
        if not (is_inside or _IN_SMALL.match(after) or goes_on(before, after)):
            yield stop.end()
