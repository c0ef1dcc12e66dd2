"""LIX: how hard a text is to read, by the length of its sentences and of its words.

The lower, the easier: up to 24 as books for children, up to 34 easy, up to 44 as
newspapers, from 55 as laws (C. H. Björnsson, Läsbarhet, 1968).
"""

import re
from itertools import pairwise

from registry.language.abbreviations import goes_on

LONG_WORD = 7  # letters; a word of so many, or more, is a long one
_WORD = re.compile(r"\w+(?:[.,:/'’-]\w+)*")
# A full stop within a number, a date or an abbreviation has no new sentence after it.
_END = re.compile(r"[.!?](?=[\s»”\")]*(?:$|\s+[«“\"(]?[A-ZÆØÅ0-9]))")
_DOT = "\0"  # stands for the full stop of a day meanwhile
_DAY = re.compile(r"\d\.(?=\s+(?:\d|[a-zæøå]))")


def sentences(text: str) -> list[str]:
    """The sentences of a text; each line, such as a heading, ends at least one."""
    parts = [part for line in text.splitlines() for part in _parts(line)]
    return [sentence for sentence in parts if _WORD.search(sentence)]


def _parts(line: str) -> list[str]:
    marked = _DAY.sub(lambda day: day[0].replace(".", _DOT), line)
    stops = [
        end.end()
        for end in _END.finditer(marked)
        if not goes_on(marked[: end.end()], marked[end.end() :])
    ]
    ends = [0, *stops, len(marked)]
    return [marked[a:b].replace(_DOT, ".").strip() for a, b in pairwise(ends)]


def words(text: str) -> list[str]:
    """The words and numbers of a text; one that is joined by a hyphen is one word."""
    return _WORD.findall(text)


def lix(text: str) -> float:
    """The mean number of words in a sentence, and how many in a hundred words are long;
    0 for a text without words.
    """
    listed = words(text)
    if not listed:
        return 0.0
    long = sum(len(word) >= LONG_WORD for word in listed)
    return len(listed) / len(sentences(text)) + 100 * long / len(listed)
