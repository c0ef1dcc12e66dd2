"""Lines whose place may say to what they belong, and what is said of them."""

from collections.abc import Iterator, Sequence

from registry.markup.nodes import (
    Item,
    Items,
    Line,
    Node,
    Paragraph,
    Quote,
    TooDeep,
    walk,
)
from registry.markup.structure import STEP

_ENDS = (".", ":", ";", "!", "?", ",")


def of_places(nodes: Sequence[Node]) -> Iterator[tuple[Line, str]]:
    """Each line that may be read elsewhere than it was meant, and what is said
    of it.
    """
    before: Node | None = None
    for node in nodes:
        if isinstance(node, Paragraph):
            yield from _of_indents(node, before)
        before = node

    yield from _of_lists(nodes)
    for node in walk(nodes):
        match node:
            case Items():
                for item in node.items:
                    yield from _of_lists(_below(item))
            case Quote(_, blocks):
                yield from _of_lists(blocks)


def _below(item: Item) -> Sequence[Node]:
    """What an item holds. A list right below its one line is moved in below it."""
    first, *rest = item.blocks
    is_one_line = isinstance(first, Paragraph) and len(first.lines) == 1
    return rest if is_one_line else item.blocks


def _of_lists(nodes: Sequence[Node]) -> Iterator[tuple[Line, str]]:
    before: Node | None = None
    for node in nodes:
        if isinstance(node, Items):
            yield from _of_beginning(node, before)
            yield from _of_steps(node)
        before = node


def _of_beginning(node: Items, before: Node | None) -> Iterator[tuple[Line, str]]:
    """A number may belong to the sentence of the line above it, unless it was moved
    in.
    """
    first = node.items[0]
    if first.number is None or not isinstance(before, Paragraph):
        return
    above = before.lines[-1]
    if first.line.indent >= above.indent + STEP:
        return

    goes_on = above.number == first.line.number - 1 and not above.text.endswith(_ENDS)

    if goes_on and _words(first)[:1].islower():
        yield (
            first.line,
            "er læst som første punkt i en liste. Hører tallet til linjen over, så "
            f"skriv dem på én linje, eller skriv «{first.number}\\.».",
        )


def _of_steps(node: Items) -> Iterator[tuple[Line, str]]:
    """One space more or less is no step; numbers may stand with their ends below each
    other.
    """
    first = node.items[0]
    for item in node.items[1:]:
        if item.line.indent != first.line.indent and _end(item) != _end(first):
            yield (
                item.line,
                "er kun rykket ét mellemrum og er vist på samme trin som punktet over. "
                "Hører det under det, så ryk det to mellemrum ind.",
            )
            return


def _words(item: Item) -> str:
    first = item.blocks[0]
    return first.text if isinstance(first, Paragraph) else ""


def _end(item: Item) -> int:
    """Where the mark of the item ends."""
    return item.line.indent + len(str(item.number or ""))


def _of_indents(node: Paragraph, before: Node | None) -> Iterator[tuple[Line, str]]:
    first = node.lines[0]
    if isinstance(before, Items) and first.number == _last_line(before) + 1:
        yield (
            first,
            "hører ikke til punktet over den. Gør den det, så ryk den to mellemrum "
            "ind.",
        )

    base = min(line.indent for line in node.lines)
    for line in node.lines:
        if line.indent > base or line.indent >= 2:
            yield line, _indented(line)
            return


def _indented(line: Line) -> str:
    if line.text.startswith(("- ", "* ")):
        return (
            "er rykket ind, men er ikke læst som et punkt. Er det ét, så ryk det to "
            "mellemrum ind under linjen over."
        )
    return (
        "er rykket ind, men det kan ikke ses. Skriv den som et punkt («- » foran), "
        "hvis den hører under linjen over."
    )


def _last_line(node: Items) -> int:
    numbers = [item.line.number for item in node.items]
    for inner in walk((node,)):
        match inner:
            case Paragraph() | TooDeep():
                numbers.append(inner.lines[-1].number)
            case Items():
                numbers += [item.line.number for item in inner.items]

    return max(numbers)
