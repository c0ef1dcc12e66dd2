"""What a path tells: tasks in their phases and lanes, and who carries the medical
responsibility meanwhile.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from registry.rules.coherence.rows import MUNICIPAL
from registry.rules.phases import ALL_PHASES

# The phases that stand outside the order of a path.
WITHOUT_ORDER = frozenset({"akut", ALL_PHASES})
OTHERS = "andre"
# The lanes from the top, in the order in which most paths meet them: sectors, and one
# for whoever has none of these.
LANES = ("borger", "almen-praksis", "region", MUNICIPAL, OTHERS)

STATED, NOT_STATED, NOT_ASKED = "stated", "not-stated", "not-asked"


class Named(NamedTuple):
    """A phase or a lane: its key, and what it is called."""

    key: str
    label: str


class ToldField(NamedTuple):
    """One thing that a path tells of a task. Picture and table loop over the same
    ones.
    """

    name: str
    label: str
    text: str
    state: str = STATED


@dataclass(frozen=True)
class Task:
    """One row of the catalogue as a path tells it.

    `id`: the row's. `lanes`: of all who do it. `facts`: told beside the task, in their
    order. `carriers`: who carries the medical responsibility; none where it is not
    stated or not asked, which `treatment` says. `takes_over`: the task is to take it
    over.
    """

    id: str
    agreement: str
    task: str
    phase: str
    lanes: tuple[str, ...]
    facts: tuple[ToldField, ...]
    treatment: str
    carriers: tuple[str, ...] = ()
    deadline: str = ""
    takes_over: bool = False


class Cell(NamedTuple):
    """The tasks of one phase in one lane."""

    phase: Named
    lane: Named
    tasks: tuple[Task, ...]


@dataclass(frozen=True)
class Story:
    """A path. `phases`: those with an order, in it, also the empty ones between others;
    `anytime`: those without, that have tasks. `lanes`: those with tasks.
    """

    title: str
    phases: tuple[Named, ...]
    anytime: tuple[Named, ...]
    lanes: tuple[Named, ...]
    tasks: tuple[Task, ...]

    @cached_property
    def cells(self) -> Mapping[tuple[str, str], Cell]:
        """By phase and lane; only those with tasks, in the order they are read."""
        return {
            (phase.key, lane.key): Cell(phase, lane, tasks)
            for phase in self.all_phases
            for lane in self.lanes
            if (tasks := tuple(t for t in self.of(phase.key) if lane.key in t.lanes))
        }

    @property
    def all_phases(self) -> tuple[Named, ...]:
        """Those with an order first, then those without."""
        return (*self.phases, *self.anytime)

    def of(self, phase: str) -> tuple[Task, ...]:
        """The tasks of a phase, by its key, in their order."""
        return self._by_phase.get(phase, ())

    @cached_property
    def _by_phase(self) -> Mapping[str, tuple[Task, ...]]:
        by_phase: dict[str, list[Task]] = {}
        for task in self.tasks:
            by_phase.setdefault(task.phase, []).append(task)
        return {phase: tuple(tasks) for phase, tasks in by_phase.items()}

    def within(self, phases: Iterable[str]) -> "Story":
        """The part of it that plays in the phases."""
        wanted = frozenset(phases)
        return tell(
            self.title,
            [task for task in self.tasks if task.phase in wanted],
            [phase for phase in self.all_phases if phase.key in wanted],
            self.lanes,
        )


def tell(
    title: str,
    tasks: Iterable[Task],
    phases: Sequence[Named],
    lanes: Sequence[Named],
) -> Story:
    """The path of tasks, which stand in the order in which their cell tells them.

    `phases`, `lanes`: all there are, in their order. Phases before the first task and
    after the last are left out; one between them without tasks is a hole to be seen.
    """
    listed = tuple(tasks)
    used = {task.phase for task in listed}
    ordered = [phase for phase in phases if phase.key not in WITHOUT_ORDER]
    at = [i for i, phase in enumerate(ordered) if phase.key in used]
    taken = {lane for task in listed for lane in task.lanes}

    return Story(
        title=title,
        phases=tuple(ordered[at[0] : at[-1] + 1]) if at else (),
        anytime=tuple(
            phase
            for phase in phases
            if phase.key in WITHOUT_ORDER and phase.key in used
        ),
        lanes=tuple(lane for lane in lanes if lane.key in taken),
        tasks=listed,
    )


def lanes_of(sectors: Iterable[str | None]) -> tuple[str, ...]:
    """The lanes of those who do a task, by their sectors. It stands among the others
    only where nobody who does it has a lane: its tile names them all.
    """
    own = frozenset(sectors)
    return tuple(lane for lane in LANES if lane in own) or (OTHERS,)


def anchors_of(story: Story) -> dict[tuple[str, str], str]:
    """The address of each tile within the page, by row and lane: the row's id. A row
    that stands in several lanes has that of its first, and is told apart in the others.
    """
    return {
        (task.id, lane): task.id if at == 0 else f"{task.id}--{lane}"
        for task in story.tasks
        for at, lane in enumerate(lane for lane in task.lanes)
    }
