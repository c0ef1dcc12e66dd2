"""Tables of duties that stand another way than a row on each line: with a column for
each actor and crosses or letters in them, or with the fields down the left side.
"""

from collections.abc import Iterable, Sequence

from registry.documents.blocks import Block, Table
from registry.intake import labels
from registry.intake.letter_legend import Legend, Lines, by_letters
from registry.intake.naming import Names
from registry.intake.values import NOTHING, words_of
from registry.rules.fields import ROW_FIELDS_BY_NAME, Scheme

CROSSES = frozenset("x|✓|✔|☑|☒|●|•|ja".split("|"))
NO_CROSS = NOTHING | frozenset("☐|□|○|nej".split("|"))
TASK, RESPONSIBLE = ROW_FIELDS_BY_NAME["task"], ROW_FIELDS_BY_NAME["responsible"]
FEWEST = 2  # actors with a column each, and rows beside each other
ACTORS = labels.BESIDE_TASK - {"deadline"}
BY_CROSSES = (
    "Krydserne ved {} er læst som «Udføres af». Passer det, eller siger de andet?"
)
UPRIGHT = "Tabellen med «{}» ned ad siden er vendt, så hver kolonne er en snitflade."


def turned(lines: Lines, names: Names, legend: Legend) -> tuple[Lines, tuple[str, ...]]:
    """The lines as a head and a row on each line, and what is to be asked of that;
    those that stand so already as they are. `legend`: that of the whole text.
    """
    if lettered := by_letters(lines, names, legend):
        return lettered
    if _has_crosses(lines, names):
        head = lines[0]
        rows = [(line[0], _crossed(head, line)) for line in lines[1:]]
        asked = BY_CROSSES.format(", ".join(f"«{actor}»" for actor in head[1:]))
        return [(head[0], RESPONSIBLE.label), *rows], (asked,)

    if _is_upright(lines):
        return list(zip(*lines, strict=True)), (UPRIGHT.format(lines[0][0]),)
    return lines, ()


def resembles_duties(table: Block, names: Names) -> bool:
    """Whether a block is a table of who does what, though not in a form that can be
    read: it names tasks or actors in its head or down its side, and an actor elsewhere.
    """
    if not isinstance(table, Table):
        return False
    lines = [table.head, *([words_of(cell) for cell in row] for row in table.rows)]
    sides = (lines[0], [line[0] for line in lines if line])
    if not any(_means(side, {TASK.name, *ACTORS}) for side in sides):
        return _has_actors(lines[0][1:], names) and len(lines) > 1
    cells = {cell for line in lines for cell in line}
    return any(names.exact(Scheme.ACTORS, cell) for cell in cells)


def _has_crosses(lines: Lines, names: Names) -> bool:
    head, *rows = lines
    if len(head) <= FEWEST or not rows or not _means(head[:1], {TASK.name}):
        return False

    marks = {mark.strip().casefold() for line in rows for mark in line[1:]}
    return (
        _has_actors(head[1:], names)
        and bool(marks & CROSSES)
        and marks <= CROSSES | NO_CROSS
    )


def _has_actors(heads: Sequence[str], names: Names) -> bool:
    return len(heads) >= FEWEST and all(
        names.exact(Scheme.ACTORS, head) for head in heads
    )


def _crossed(head: Sequence[str], line: Sequence[str]) -> str:
    pairs = zip(head[1:], line[1:], strict=True)
    return ", ".join(
        actor for actor, mark in pairs if mark.strip().casefold() in CROSSES
    )


def _is_upright(lines: Lines) -> bool:
    """Whether each line is a field, and each column after the first a row."""
    if len(lines) < 2 or any(len(line) <= FEWEST for line in lines):
        return False

    side = [line[0] for line in lines]
    return (
        _means(side, {TASK.name})
        and _means(side, labels.BESIDE_TASK)
        and not _means(lines[0][1:], {TASK.name, *labels.BESIDE_TASK})
        and all(label.is_sure for text in side if (label := labels.column(text)))
    )


def _means(texts: Iterable[str], fields: Iterable[str]) -> bool:
    """Whether one of the heads means one of the fields."""
    wanted = set(fields)
    return any(label.name in wanted for label in map(labels.column, texts) if label)
