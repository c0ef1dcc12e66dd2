"""Tables of duties with a letter for each actor's part (RACI and its like): read only
where the document itself says what the letters mean.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from registry.documents.blocks import Block, Heading, Items, Paragraph, Quote, Table
from registry.intake import labels
from registry.intake.naming import Names
from registry.intake.values import NOTHING, words_of
from registry.rules.fields import ROW_FIELDS_BY_NAME, Scheme

Lines = Sequence[Sequence[str]]
Legend = Mapping[str, str]  # what each letter means, in the document's words
NO_LEGEND: Legend = MappingProxyType({})
TASK = "task"
LONGEST = 80  # letters of what one letter means
FEWEST = 2  # letters that a legend explains, and actors with a column each
ASKED = "Bogstaverne er læst, som dokumentet forklarer dem: {}. Passer det?"
NOT_TAKEN = "Bogstavet {}"
ACTOR_FIELDS = frozenset(
    name for name, field in ROW_FIELDS_BY_NAME.items() if field.scheme is Scheme.ACTORS
)

_SAYS = r"(?:\([^()]{0,60}\)\s*)?(?:=|:|[–-]|betyder|står for)\s*"
_MEANING = re.compile(
    rf"(?:^|[,;.:(/|·]|\bog\b)\s*\b(?P<letter>[A-ZÆØÅ])\s*{_SAYS}"
    rf"(?P<words>[^\W\d][^=;.|·]{{0,{LONGEST}}}?)"
    rf"(?=\s*(?:,|/|\bog\b)?\s*\b[A-ZÆØÅ]\s*{_SAYS}|\s*[;.|·)]|\s*$)"
)
# What stands around the word that says it: «den, der udfører opgaven».
_AROUND = re.compile(
    r"^(?:den|de|dem|parten|hvem|aktøren)?,?\s*(?:der|som)?\s*(?:er|bliver|skal)?\s+"
    r"|\s+(?:arbejdet|opgaven)$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s/,;+&()*.]+")


class _Part(NamedTuple):
    """What an actor with some letter does: the field, and whether that is sure."""

    field: str
    is_sure: bool


def legend_in(blocks: Iterable[Block]) -> Legend:
    """What the letters mean that a text explains; none where it explains only one, or
    one of them in two ways.
    """
    said: dict[str, str] = {}
    lines = (line for text in _texts(blocks) for line in text.splitlines())
    for line in lines:
        for found in _MEANING.finditer(" ".join(line.split())):
            words = found["words"].rstrip(" ,")
            if said.setdefault(found["letter"], words).casefold() != words.casefold():
                return NO_LEGEND
    return said if len(said) >= FEWEST else NO_LEGEND


def by_letters(
    lines: Lines, names: Names, legend: Legend
) -> tuple[Lines, tuple[str, ...]] | None:
    """The lines with a column for each part that the letters mean, and what is to be
    asked of that; None where they hold no such letters.
    """
    head, *rows = lines
    if not _is_matrix(head, rows, names, legend):
        return None

    used = sorted({letter for line in rows for letter in _letters_of(line, legend)})
    parts = _parts({letter: legend[letter] for letter in used})
    if not parts:
        return None

    others = [letter for letter in used if letter not in parts]
    titles = {x: ROW_FIELDS_BY_NAME[part.field].label for x, part in parts.items()}
    explained = ", ".join(f"{letter} = «{title}»" for letter, title in titles.items())

    order = [*titles, *others]
    heads = (head[0], *titles.values(), *map(NOT_TAKEN.format, others))
    turned = [_turned(head, line, order, legend) for line in rows]
    return [heads, *turned], (ASKED.format(explained),)


def _is_matrix(head: Sequence[str], rows: Lines, names: Names, legend: Legend) -> bool:
    """Whether an actor is the head of every column after the task's, and below stand
    letters that are all explained.
    """
    task = labels.column(head[0])
    if not legend or len(head) <= FEWEST or not rows or not task or task.name != TASK:
        return False
    if not all(names.exact(Scheme.ACTORS, actor) for actor in head[1:]):
        return False
    cells = [cell for line in rows if not _is_across(line) for cell in line[1:]]
    letters = [_letters(cell, legend) for cell in cells]
    return None not in letters and any(letters)


def _is_across(line: Sequence[str]) -> bool:
    return len(set(line)) == 1


def _letters(cell: str, legend: Legend) -> str | None:
    """The letters of a cell; None where it holds something else."""
    if cell.strip().casefold() in NOTHING:
        return ""
    letters = _BETWEEN.sub("", cell)
    return letters if set(letters) <= set(legend) else None


def _letters_of(line: Sequence[str], legend: Legend) -> str:
    if _is_across(line):
        return ""
    return "".join(_letters(cell, legend) or "" for cell in line[1:])


def _parts(meanings: Legend) -> dict[str, _Part]:
    """The parts by letter. Of two letters that mean the same, the sure one; none where
    both are, or neither.
    """
    known = {x: part for x, words in meanings.items() if (part := _part(words))}
    of_field = Counter(part.field for part in known.values())
    sure = Counter(part.field for part in known.values() if part.is_sure)
    return {
        x: part
        for x, part in known.items()
        if of_field[part.field] == 1 or (part.is_sure and sure[part.field] == 1)
    }


def _part(words: str) -> _Part | None:
    label = labels.column(_AROUND.sub("", words)) or labels.column(words)
    if label is None or label.name not in ACTOR_FIELDS:
        return None
    return _Part(label.name, label.is_sure)


def _turned(
    head: Sequence[str], line: Sequence[str], order: Sequence[str], legend: Legend
) -> tuple[str, ...]:
    """A line that goes over the whole table still does."""
    if _is_across(line):
        return (line[0],) * (len(order) + 1)

    pairs = [
        (actor, _letters(cell, legend) or "")
        for actor, cell in zip(head[1:], line[1:], strict=True)
    ]

    return (
        line[0],
        *(", ".join(who for who, has in pairs if letter in has) for letter in order),
    )


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Where letters may be explained: text, and the lines and cells of tables."""
    for block in blocks:
        match block:
            case Heading(_, text):
                yield text
            case Paragraph(spans):
                yield words_of(spans)
            case Items(items):
                for item in items:
                    yield from _texts(item)
            case Quote(inner):
                yield from _texts(inner)
            case Table(_, head, rows):
                for line in (head, *([words_of(cell) for cell in row] for row in rows)):
                    yield from [": ".join(line)] if len(line) == FEWEST else set(line)
