"""A tile: a task with its facts, measured. Of one setting it is as wide and as high
wherever it stands, so that one tile serves every arrangement of the picture.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from registry.documents.lettering import lines_of, width_of
from registry.rules.fields import AT_A_GLANCE, DOES_IT
from registry.rules.pathway.story import NOT_STATED, Story, Task, ToldField, anchors_of

WIDTH, PADDING, EDGE = 156, 7, 4  # the edge is the lane's colour on the left
# The link to the question, in short; its name says the rest.
ASK, ASK_ALL = "Spørg", "Spørg om det her"


class Type(NamedTuple):
    """How a text is set: its size, the height of a line, and its weight."""

    size: float
    leading: float
    bold: bool = False


HEADING, STRONG, PLAIN = Type(13, 15, True), Type(12, 14, True), Type(12, 14)
# Long ones, which a task in several lanes may tell once.
SAID_ONCE = frozenset({"target_groups", "situation", "does_not_apply_to"})
RUNS_ON = " · "  # between two facts of one paragraph
# The facts that stand out; the others are set plainly.
TYPES: Mapping[str, Type] = dict.fromkeys((*AT_A_GLANCE, "contradicted"), STRONG)
# Facts that need no name on a tile: who does it stands in the lane, and the situation
# reads on from the task.
UNNAMED = frozenset({DOES_IT, "situation"})
# What the last line tells beside the link: in a few letters, or by a mark.
AT_THE_FOOT = "confirmed"
APART = 10  # between what stands on the last line
MARK_ROOM = 12  # a mark on it


class Setting(NamedTuple):
    """How tiles are set. `side`, `edge`: free beside the words, and above and below
    them; `below`: between two paragraphs; `closer`: how much less than on a screen a
    line takes; `between`: two tiles. `asks`: it has the way to its question; `runs_on`:
    its facts follow on each other, those that stand out and those that do not.
    """

    width: float
    side: float
    edge: float
    below: float
    closer: float
    between: float
    heading: Type = HEADING
    asks: bool = False
    runs_on: bool = False

    @property
    def left(self) -> float:
        """Where the words begin."""
        return EDGE + self.side

    @property
    def inner(self) -> float:
        """How wide they may be."""
        return self.width - self.left - self.side


ON_SCREEN = Setting(WIDTH, PADDING, PADDING, 3, 0, 8, asks=True)
# Print is sharper than a screen, its sheets are of one size, and nobody follows a way
# to a question there.
ON_PAPER = Setting(WIDTH, PADDING, 5, 2, 0.5, 8)
# For a path that would not go on its sheets otherwise. A wider tile has fewer lines
# that end before the edge.
CLOSE = Setting(200, 4, 3, 0, 1.5, 4, heading=STRONG, runs_on=True)


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
    width: float = WIDTH


def tiles_of(
    story: Story, setting: Setting = ON_SCREEN
) -> dict[tuple[str, str], tuple[Tile, ...]]:
    """The tiles of each cell, by phase and lane, in the order they are read. Where they
    run on, the long facts of a task stand in its first lane, and in the others where
    they are.
    """
    anchors = anchors_of(story)
    labels = {lane.key: lane.label for lane in story.lanes}

    def made(task: Task, lane: str) -> Tile:
        said_before = setting.runs_on and lane != task.lanes[0]
        shown = _referred(task, labels[task.lanes[0]]) if said_before else task
        return tile_of(shown, lane, anchors[task.id, lane], setting)

    return {
        place: tuple(made(task, cell.lane.key) for task in cell.tasks)
        for place, cell in story.cells.items()
    }


def _referred(task: Task, first: str) -> Task:
    """A task told already in the lane `first`, of the same phase."""
    short = tuple(fact for fact in task.facts if fact.name not in SAID_ONCE)
    if len(short) == len(task.facts):
        return task
    rest = ToldField("elsewhere", "", f"resten står hos: {first}")
    return replace(task, facts=(*short, rest))


def tile_of(task: Task, lane: str, anchor: str, setting: Setting = ON_SCREEN) -> Tile:
    """The task as it stands in the lane, its words broken into lines."""
    unsaid = next((fact for fact in task.facts if is_marked(fact)), None)
    unmarked = [fact for fact in task.facts if not is_marked(fact)]

    paragraphs = [_paragraph("task", task.task, setting.heading, setting, setting.edge)]
    for name, text, kind, faint in _set_below(unmarked, setting):
        top = paragraphs[-1].bottom + setting.below
        paragraphs.append(_paragraph(name, text, kind, setting, top, faint))

    feet = [] if setting.runs_on else _foot(task, paragraphs[-1], setting)
    foot = feet[-1].top if feet else _foot_without_words(paragraphs[-1], setting)
    bottom = max(paragraphs[-1].bottom, foot + PLAIN.leading if unsaid or feet else 0)
    height = bottom + setting.edge
    return Tile(
        *(anchor, lane, task, (*paragraphs, *feet), height),
        *(unsaid, foot, setting.width),
    )


def is_marked(fact: ToldField) -> bool:
    """Whether a tile tells the fact by a mark: it stands on most, and takes three
    lines.
    """
    return fact.name == "treatment_responsible" and fact.state == NOT_STATED


def text_on_tile(fact: ToldField) -> str:
    """A fact as it stands on a tile: after its name, where it needs one."""
    bare = fact.name in UNNAMED or not fact.label
    return fact.text if bare else f"{fact.label}: {fact.text}"


_Set = tuple[str, str, Type, bool]


def _set_below(facts: Sequence[ToldField], setting: Setting) -> Iterator[_Set]:
    """The facts below the task: the name of the paragraph, its text, how it is set, and
    whether it says that something is not stated.
    """
    if setting.runs_on:
        for kind in (STRONG, PLAIN):
            these = [fact for fact in facts if TYPES.get(fact.name, PLAIN) == kind]
            if these:
                text = RUNS_ON.join(map(text_on_tile, these))
                yield these[0].name, text, kind, False
        return

    for fact in facts:
        if fact.name != AT_THE_FOOT:
            kind, faint = TYPES.get(fact.name, PLAIN), fact.state == NOT_STATED
            yield fact.name, text_on_tile(fact), kind, faint


def _paragraph(
    name: str,
    text: str,
    kind: Type,
    setting: Setting,
    top: float,
    faint: bool = False,
) -> Paragraph:
    lines = lines_of(text, setting.inner, kind.size, bold=kind.bold)
    kind = kind._replace(leading=kind.leading - setting.closer)
    return Paragraph(name, tuple(lines), kind, setting.left, top, faint)


def _foot(task: Task, last: Paragraph, setting: Setting) -> list[Paragraph]:
    """The last line: the way to the question, and whether the row is confirmed."""
    left, top = setting.left, last.bottom + setting.below
    asked = [Paragraph("ask", (ASK,), PLAIN, left, top)] if setting.asks else []
    left += width_of(ASK, PLAIN.size) + APART if asked else 0
    return asked + [
        Paragraph(fact.name, (fact.text,), PLAIN, left, top, True)
        for fact in task.facts
        if fact.name == AT_THE_FOOT
    ]


def _foot_without_words(last: Paragraph, setting: Setting) -> float:
    """Where a mark stands alone: on the last line, if that leaves it room."""
    if not last.lines:
        return last.bottom
    line = width_of(last.lines[-1], last.type.size, bold=last.type.bold)
    has_room = line + APART + MARK_ROOM <= setting.inner
    return last.bottom - (last.type.leading if has_room else 0)
