"""What a line of a Markdown text belongs to: a moved level is a difference, and so is
a line that became a part of another. Pure.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from registry.markup.nodes import (
    Heading,
    Items,
    Node,
    Paragraph,
    Quote,
    Rule,
    Table,
    TooDeep,
)
from registry.markup.structure import parse
from registry.markup.visible_words import source_words
from registry.rules.breaks import LINE, PARAGRAPH, with_moved_breaks

Words = tuple[str, ...]


class LineLevel(NamedTuple):
    """What a line is, in Danish, and the sign of the break before it: a paragraph
    begins with one of its own however near it stands to what is above.
    """

    level: str
    sign: str = LINE


LineLevels = dict[int, LineLevel]  # by the line's number


def with_moved_places(before: str, after: str) -> tuple[str, str]:
    """Both texts, each line that both have at another level told by its level, and
    each break that the other does not have between the same words.
    """
    places = places_of(before), places_of(after)
    texts = with_moved_levels(before, after, *places)
    old, new = ({n: p.sign for n, p in of_one.items()} for of_one in places)
    return with_moved_breaks(*texts, (old, new))


def with_moved_levels(
    before: str, after: str, old: LineLevels, new: LineLevels
) -> tuple[str, str]:
    """Both texts, each line that both have at another level told by its level."""
    olds, news = _by_words(before, old), _by_words(after, new)
    moved = {words for words in olds.keys() & news.keys() if olds[words] != news[words]}
    return _with_levels(before, old, moved), _with_levels(after, new, moved)


def places_of(text: str) -> LineLevels:
    """What each line is: a heading or an item of some level, a row, or text."""
    return dict(_places(parse(text), 0, ""))


def _places(
    nodes: Sequence[Node], depth: int, within: str
) -> Iterator[tuple[int, LineLevel]]:
    below = f", under punkt, niveau {depth}" if depth else ""
    for node in nodes:
        match node:
            case Heading(line, level):
                said = f"overskrift, niveau {level}{below}{within}"
                yield line.number, LineLevel(said)
            case Items():
                for item in node.items:
                    yield from _places(item.blocks, depth + 1, within)
                    said = f"punkt, niveau {depth + 1}{within}"
                    yield item.line.number, LineLevel(said)
            case Quote(_, blocks):
                yield from _places(blocks, depth, f"{within}, i citat")
            case Table(line, _, _, rows):
                for number in range(line.number, line.number + len(rows) + 2):
                    yield number, LineLevel(f"tabel{below}{within}")
            case Rule(line):
                yield line.number, LineLevel(f"streg{below}{within}")
            case Paragraph() | TooDeep():
                said = (below[2:] or "tekst") + within
                for line in node.lines:
                    sign = PARAGRAPH if line is node.lines[0] else LINE
                    yield line.number, LineLevel(said, sign)


def _words(line: str) -> Words:
    """The words of a line, less what makes it an item; of one without words, its
    signs.
    """
    words = source_words(line)
    is_number = len(words) > 1 and words[0].isdigit() and words[1] == "."
    return tuple((words[2:] if is_number else words) or line.split())


def _by_words(text: str, places: LineLevels) -> dict[Words, list[str]]:
    by_words: dict[Words, list[str]] = defaultdict(list)
    for number, line in enumerate(text.split("\n"), 1):
        if number in places and (words := _words(line)):
            by_words[words].append(places[number].level)
    return by_words


def _with_levels(text: str, places: LineLevels, moved: set[Words]) -> str:
    return "\n".join(
        f"[{places[number].level}] {line.strip()}"
        if number in places and _words(line) in moved
        else line
        for number, line in enumerate(text.split("\n"), 1)
    )
