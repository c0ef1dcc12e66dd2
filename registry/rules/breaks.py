"""Line breaks of a text: one that is moved is a difference. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

LINE, PARAGRAPH = "[ny linje] ", "[nyt afsnit] "
_WORD = re.compile(r"\S+")
# What a line begins with by its number, where more than its blank lines decides.
Signs = Mapping[int, str]


class _Space(NamedTuple):
    """What stands between two words: where it ends, its kind of break, and the words
    around it.
    """

    end: int
    sign: str
    around: tuple[str, ...]


def with_moved_breaks(
    before: str, after: str, signs: tuple[Signs, Signs] = ({}, {})
) -> tuple[str, str]:
    """Both texts, each break told that the other does not have between the same
    words. `signs`: of either text, the sign of each line that markup parts by itself.
    """
    old, new = list(_spaces(before, signs[0])), list(_spaces(after, signs[1]))
    olds, news = _by_words(old), _by_words(new)
    moved = {words for words in olds.keys() & news.keys() if olds[words] != news[words]}
    return _with_breaks(before, old, moved), _with_breaks(after, new, moved)


def _spaces(text: str, signs: Signs) -> Iterator[_Space]:
    words = list(_WORD.finditer(text))
    said = ["", *(word[0] for word in words), ""]
    line = 1 + text[: words[0].start()].count("\n") if words else 1

    for at in range(len(words) - 1):
        space = text[words[at].end() : words[at + 1].start()]
        breaks = space.count("\n")
        line += breaks
        sign = signs.get(line, _sign(breaks)) if breaks else ""
        yield _Space(words[at + 1].start(), sign, tuple(said[at : at + 4]))


def _sign(breaks: int) -> str:
    return PARAGRAPH if breaks > 1 else LINE


def _by_words(spaces: list[_Space]) -> dict[tuple[str, ...], list[str]]:
    by_words: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for space in spaces:
        by_words[space.around].append(space.sign)
    return by_words


def _with_breaks(text: str, spaces: list[_Space], moved: set[tuple[str, ...]]) -> str:
    parts, start = [], 0
    for space in spaces:
        if space.around in moved and space.sign:
            parts += [text[start : space.end], space.sign]
            start = space.end
    return "".join([*parts, text[start:]])
