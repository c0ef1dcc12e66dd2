"""What a writer is told of a text before it is saved: what is read otherwise than it
may be meant, line by line.
"""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from registry.markup.amounts import may_be_less, may_be_more
from registry.markup.line_looks import ALONE, WITHIN, Look
from registry.markup.nodes import (
    Heading,
    Item,
    Items,
    Line,
    Node,
    Paragraph,
    Quote,
    Table,
    TooDeep,
    walk,
)
from registry.markup.places import of_places
from registry.markup.structure import MOST_DEPTH, is_columns, parse
from registry.markup.unshown import doubtful_emphases

MOST_CHARACTERS = 300_000
MOST_LINES = 10_000
# Each takes as long to read as many plain signs: some 10 to 25 µs. An ordinary text
# of the most characters has some 12,000.
MOST_MARKS = 20_000
_MARKS = "*_|\\`[<&"
# A remark quotes so much of its line.
_QUOTED = 40
# 1.2, 3., § 13 a; and the signs that may stand before a heading's first word.
_OWN_NUMBER = re.compile(r"(?:§+\s*)?\d+(?:\.\d+)*\.?(?:\s[a-zæøå])?\s+")
_OPENING = "*_«»\"”“'([–-: "
_ENDS = (".", ":", ";", "!", "?")


class LineRemark(NamedTuple):
    """A Danish sentence about a line. `lost`: what was written cannot be shown in its
    place.
    """

    line: int
    text: str
    lost: bool = False


def remarks(markdown: str) -> list[LineRemark]:
    """What the writer should look at, line by line; nothing of a text that is plain."""
    if too_large(markdown):
        return []
    nodes = parse(markdown)
    placed = (_remark(line, said) for line, said in of_places(nodes))
    unsorted = [*_of_nodes(nodes), *placed]
    return sorted(unsorted, key=lambda remark: remark.line)


def too_large(markdown: str) -> str:
    """Why the text is refused before it is read, in Danish; empty for one that is
    not.
    """
    lines = markdown.count("\n") + 1

    if len(markdown) > MOST_CHARACTERS:
        return (
            f"Teksten er på {_grouped(len(markdown))} tegn. Der er plads til "
            f"{_grouped(MOST_CHARACTERS)}. Del den i bilag."
        )
    if lines > MOST_LINES:
        return (
            f"Teksten er på {_grouped(lines)} linjer. Der er plads til "
            f"{_grouped(MOST_LINES)}. Del den i bilag."
        )

    marks = _marks(markdown)
    if marks > MOST_MARKS:
        return (
            f"Teksten har {_grouped(marks)} tegn, der former den (* _ | og lignende), "
            f"og celler i tabeller. Der er plads til {_grouped(MOST_MARKS)}. Del den i "
            "bilag."
        )

    return ""


def _marks(markdown: str) -> int:
    """The signs that may be markup, and the cells with which short rows of a table are
    filled up.
    """
    signs = sum(map(markdown.count, _MARKS))
    if "|" not in markdown:
        return signs

    breadth = filled = 0
    for line in markdown.split("\n"):
        cells = line.count("|")
        if not cells:
            breadth = 0
        elif is_columns(line.strip()):
            breadth = cells
        filled += max(breadth - cells, 0)
    return signs + filled


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _of_nodes(nodes: tuple[Node, ...]) -> Iterator[LineRemark]:
    for node in walk(nodes):
        match node:
            case TooDeep():
                yield _remark(
                    node.lines[0],
                    f"står mere end {MOST_DEPTH} niveauer inde og bliver vist som "
                    "almindelig tekst. Brug færre niveauer.",
                    lost=True,
                )
            case Heading():
                yield from _of_heading(node)
                yield from _of_line(node.line, WITHIN)
                yield from _of_emphases([node.line])
            case Quote():
                yield from _of_quote(node)
            case Table():
                yield from _of_table(node)
            case Items():
                for item in node.items:
                    yield from _of_item(item)
            case Paragraph():
                for line in node.lines:
                    yield from _of_line(line, (*ALONE, *WITHIN))
                yield from _of_emphases(node.lines)


def _of_heading(node: Heading) -> Iterator[LineRemark]:
    may_count = node.level == 1 and may_be_more(node.text)
    if may_count or not _begins_plainly(node.text):
        yield _remark(
            node.line,
            f"er læst som en overskrift. Skal det være tekst, så skriv "
            f"«\\{node.line.text[:_QUOTED]}».",
        )


def _of_quote(node: Quote) -> Iterator[LineRemark]:
    """More than two days is a duty; what another said is none."""
    for line in _beginnings(node):
        said = line.text[1:]
        touches = line is node.line and said[:1].isalnum()
        if touches or may_be_more(said) or not _begins_plainly(said):
            yield _remark(
                line,
                "er læst som et citat med de linjer under, der også begynder med >. "
                f"Skal tegnet stå, så skriv «\\{line.text[:_QUOTED]}».",
            )


def _beginnings(node: Quote) -> Iterator[Line]:
    """The first line of a quote, and those below it that begin a statement with a
    number of its own.
    """
    yield node.line
    for block in node.blocks:
        lines = block.lines if isinstance(block, Paragraph) else ()
        for at, line in enumerate(lines):
            begins = at == 0 or lines[at - 1].text.endswith(_ENDS)
            if begins and line.number > node.line.number and may_be_more(line.text):
                yield Line(line.number, line.indent, f"> {line.text}")


def _begins_plainly(text: str) -> bool:
    """Headings and quotes begin with a capital, also after a number of their own."""
    rest = text.lstrip(_OPENING)
    if number := _OWN_NUMBER.match(rest):
        rest = rest[number.end() :].lstrip(_OPENING)
    return rest[:1].isupper()


def _of_table(node: Table) -> Iterator[LineRemark]:
    for at, row in enumerate((node.head, node.aligned, *node.rows)):
        line = Line(node.line.number + at, 0, " | ".join(row))
        yield from _of_line(line, WITHIN)
        yield from _of_emphases([line])


def _of_item(item: Item) -> Iterator[LineRemark]:
    first = item.blocks[0]
    text = first.text if isinstance(first, Paragraph) else ""

    if item.number is None and may_be_less(text):
        yield _remark(
            item.line,
            "er læst som et punkt i en liste, så stregen bliver til en prik. Er det et "
            f"minus, så skriv det helt op til tallet: «-{text[:_QUOTED]}».",
        )


def _of_line(line: Line, looks: Iterable[Look]) -> Iterator[LineRemark]:
    for look in looks:
        if look.matches(line.text):
            yield _remark(line, look.text)


def _of_emphases(lines: Sequence[Line]) -> Iterator[LineRemark]:
    text = "\n".join(line.text for line in lines)
    starts = list(accumulate((len(line.text) + 1 for line in lines), initial=0))
    signs_by_line: dict[int, str] = {}
    for emphasis in doubtful_emphases(text):
        for place in (emphasis.start, emphasis.end):
            signs_by_line.setdefault(bisect(starts, place) - 1, emphasis.signs)

    for at, signs in sorted(signs_by_line.items()):
        yield _remark(
            lines[at],
            f"har ord mellem {signs} og {signs}, som bliver vist som fed eller kursiv "
            "uden tegnene. Skal tegnene stå, så skriv en skråstreg foran hvert: "
            f"«\\{signs[0]}».",
        )


def _remark(line: Line, said: str, *, lost: bool = False) -> LineRemark:
    shown = line.text if len(line.text) <= _QUOTED else f"{line.text[:_QUOTED]}…"
    return LineRemark(line.number, f"Linje {line.number}: «{shown}» {said}", lost)
