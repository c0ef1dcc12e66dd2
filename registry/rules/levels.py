"""What a line of a Markdown text belongs to: a moved level is a difference. Pure."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from registry.markup.nodes import Heading, Items, Node, Paragraph, Quote, TooDeep
from registry.markup.structure import parse
from registry.markup.visible_words import source_words

Levels = dict[int, str]  # the level of each line by its number
Words = tuple[str, ...]


def with_moved_levels(before: str, after: str) -> tuple[str, str]:
    """Both texts, each line that both have at another level told by its level."""
    old, new = levels_of(before), levels_of(after)
    olds, news = _by_words(before, old), _by_words(after, new)
    moved = {words for words in olds.keys() & news.keys() if olds[words] != news[words]}
    return _with_levels(before, old, moved), _with_levels(after, new, moved)


def levels_of(text: str) -> Levels:
    """What each line is, in Danish: a heading or an item of some level, or text."""
    return dict(_levels(parse(text), 0))


def _levels(nodes: Sequence[Node], depth: int) -> Iterator[tuple[int, str]]:
    for node in nodes:
        match node:
            case Heading():
                yield node.line.number, f"overskrift, niveau {node.level}"
            case Items():
                for item in node.items:
                    yield from _levels(item.blocks, depth + 1)
                    yield item.line.number, f"punkt, niveau {depth + 1}"
            case Quote():
                yield from _levels(node.blocks, depth)
            case Paragraph() | TooDeep():
                level = f"under punkt, niveau {depth}" if depth else "tekst"
                yield from ((line.number, level) for line in node.lines)


def _words(line: str) -> Words:
    """The words of a line, less what makes it an item."""
    words = source_words(line)
    is_number = len(words) > 1 and words[0].isdigit() and words[1] == "."
    return tuple(words[2:] if is_number else words)


def _by_words(text: str, levels: Levels) -> dict[Words, list[str]]:
    by_words: dict[Words, list[str]] = defaultdict(list)
    for number, line in enumerate(text.split("\n"), 1):
        if number in levels and (words := _words(line)):
            by_words[words].append(levels[number])
    return by_words


def _with_levels(text: str, levels: Levels, moved: set[Words]) -> str:
    return "\n".join(
        f"[{levels[number]}] {line.strip()}"
        if number in levels and _words(line) in moved
        else line
        for number, line in enumerate(text.split("\n"), 1)
    )
