"""A tile: a task with its facts, measured. It is as wide and as high wherever it
stands, so that one tile serves every arrangement of the picture.
"""

from collections.abc import Mapping
from typing import NamedTuple

from registry.documents.lettering import lines_of, width_of
from registry.rules.fields import AT_A_GLANCE, DOES_IT
from registry.rules.pathway.story import NOT_STATED, Story, Task, ToldField, anchors_of

WIDTH, PADDING, EDGE = 156, 7, 4  # the edge is the lane's colour on the left
LEFT = EDGE + PADDING
INNER = WIDTH - LEFT - PADDING
# The link to the question, in short; its name says the rest.
ASK, ASK_ALL = "Spørg", "Spørg om det her"


class Type(NamedTuple):
    """How a text is set: its size, the height of a line, and its weight."""

    size: float
    leading: float
    bold: bool = False


HEADING, STRONG, PLAIN = Type(13, 15, True), Type(12, 14, True), Type(12, 14)
# The facts that stand out; the others are set plainly.
TYPES: Mapping[str, Type] = dict.fromkeys((*AT_A_GLANCE, "contradicted"), STRONG)
# Facts that need no name on a tile: who does it stands in the lane, and the situation
# reads on from the task.
UNNAMED = frozenset({DOES_IT, "situation"})
# What the last line tells beside the link: in a few letters, or by a mark.
AT_THE_FOOT = "confirmed"
APART = 10  # between what stands on the last line
MARK_ROOM = 12  # a mark on it


class Spacing(NamedTuple):
    """Above the first line and below the last, between two paragraphs, and how much
    less than on a screen a line takes.
    """

    edge: float
    gap: float
    closer: float = 0


# Print is sharper than a screen, and its sheets are of one size.
ON_SCREEN, ON_PAPER = Spacing(PADDING, 3), Spacing(5, 2, 0.5)


class Paragraph(NamedTuple):
    """A text in its lines. `name`: task, ask, or that of the fact; `left`, `top`: from
    the corner of the tile. `faint`: it says that something is not stated.
    """

    name: str
    lines: tuple[str, ...]
    type: Type
    left: float
    top: float
    faint: bool = False

    @property
    def bottom(self) -> float:
        """Where it ends, from the top of the tile."""
        return self.top + len(self.lines) * self.type.leading

    def baseline(self, at: int) -> float:
        """Where the letters of a line stand, from the top of the tile."""
        return self.top + at * self.type.leading + self.type.size


class Tile(NamedTuple):
    """A task in one lane. `anchor`: its address within the page. `unsaid`: the fact
    that its mark tells, that nobody says who carries the medical responsibility;
    `foot`: the top of the line on which the mark stands.
    """

    anchor: str
    lane: str
    task: Task
    paragraphs: tuple[Paragraph, ...]
    height: float
    unsaid: ToldField | None
    foot: float


def tiles_of(
    story: Story, *, on_paper: bool = False
) -> dict[tuple[str, str], tuple[Tile, ...]]:
    """The tiles of each cell, by phase and lane, in the order they are read."""
    anchors = anchors_of(story)
    return {
        place: tuple(
            tile_of(
                task,
                cell.lane.key,
                anchors[task.id, cell.lane.key],
                on_paper=on_paper,
            )
            for task in cell.tasks
        )
        for place, cell in story.cells.items()
    }


def tile_of(task: Task, lane: str, anchor: str, *, on_paper: bool = False) -> Tile:
    """`on_paper`: closer, and without the way to its question, which nobody follows
    there.
    """
    spacing = ON_PAPER if on_paper else ON_SCREEN
    unsaid = next((fact for fact in task.facts if is_marked(fact)), None)
    set_below = [f for f in task.facts if f.name != AT_THE_FOOT and not is_marked(f)]

    paragraphs = [_paragraph("task", task.task, _set(HEADING, spacing), spacing.edge)]
    for fact in set_below:
        kind = _set(TYPES.get(fact.name, PLAIN), spacing)
        top = paragraphs[-1].bottom + spacing.gap
        faint = fact.state == NOT_STATED
        paragraphs.append(_paragraph(fact.name, text_on_tile(fact), kind, top, faint))

    feet = _foot(task, paragraphs[-1].bottom + spacing.gap, on_paper)
    foot = feet[-1].top if feet else _foot_without_words(paragraphs[-1])
    bottom = max(paragraphs[-1].bottom, foot + PLAIN.leading if unsaid or feet else 0)
    height = bottom + spacing.edge
    return Tile(anchor, lane, task, (*paragraphs, *feet), height, unsaid, foot)


def is_marked(fact: ToldField) -> bool:
    """Whether a tile tells the fact by a mark: it stands on most, and takes three
    lines.
    """
    return fact.name == "treatment_responsible" and fact.state == NOT_STATED


def text_on_tile(fact: ToldField) -> str:
    """A fact as it stands on a tile: after its name, where it needs one."""
    bare = fact.name in UNNAMED or not fact.label
    return fact.text if bare else f"{fact.label}: {fact.text}"


def _set(kind: Type, spacing: Spacing) -> Type:
    return kind._replace(leading=kind.leading - spacing.closer)


def _paragraph(
    name: str, text: str, kind: Type, top: float, faint: bool = False
) -> Paragraph:
    lines = lines_of(text, INNER, kind.size, bold=kind.bold)
    return Paragraph(name, tuple(lines), kind, LEFT, top, faint)


def _foot(task: Task, top: float, on_paper: bool) -> list[Paragraph]:
    """The last line: the way to the question, and whether the row is confirmed."""
    asked = [] if on_paper else [Paragraph("ask", (ASK,), PLAIN, LEFT, top)]
    left = LEFT + (width_of(ASK, PLAIN.size) + APART if asked else 0)
    return asked + [
        Paragraph(fact.name, (fact.text,), PLAIN, left, top, True)
        for fact in task.facts
        if fact.name == AT_THE_FOOT
    ]


def _foot_without_words(last: Paragraph) -> float:
    """Where a mark stands alone: on the last line, if that leaves it room."""
    if not last.lines:
        return last.bottom
    line = width_of(last.lines[-1], last.type.size, bold=last.type.bold)
    has_room = line + APART + MARK_ROOM <= INNER
    return last.bottom - (last.type.leading if has_room else 0)
