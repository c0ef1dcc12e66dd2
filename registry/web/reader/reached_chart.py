"""How far the municipalities have come, as bars: one for each thing, parted by stage
and drawn here in units of the picture.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from registry.catalogue import follow_up
from registry.catalogue.follow_up import Reached
from registry.catalogue.snapshot import Snapshot
from registry.rules.follow_up import STAGES

WIDTH, BAR, ROW = 340, 20, 30
NOT_STATED = "ikke oplyst"
# From the left: the furthest first, so that the length of what is in place is read.
FURTHEST_FIRST = tuple(reversed(STAGES))


@dataclass(frozen=True)
class Stretch:
    """A stage's stretch of a bar. `kind` is the stage's key; of the rest, empty."""

    kind: str
    label: str
    count: int
    x: float
    width: float


@dataclass(frozen=True)
class ReachedBar:
    """One thing with its parts, and how many municipalities there are in all."""

    name: str
    parts: Sequence[Stretch]
    total: int

    width, height, bar = WIDTH, ROW, BAR

    @property
    def in_words(self) -> str:
        """The same in words: 12 i drift, 5 begyndt, 3 planlagt, 9 ikke oplyst."""
        counted = ", ".join(f"{p.count} {p.label}" for p in self.parts)
        return f"{counted} (af {self.total})"


def bars_of(
    snapshot: Snapshot, listed: Sequence[Reached], municipalities: Sequence[str]
) -> list[ReachedBar]:
    """A bar for each thing, of all the health agreement's municipalities."""
    return [_bar(snapshot, reached, municipalities) for reached in listed]


def _bar(
    snapshot: Snapshot, reached: Reached, municipalities: Sequence[str]
) -> ReachedBar:
    # One that is no party any more, or not yet, may be at a stage all the same.
    total = len({*municipalities, *reached.by_municipality})
    counts = [
        *((key, label, len(reached.at(key))) for key, label in FURTHEST_FIRST),
        ("", NOT_STATED, total - len(reached.by_municipality)),
    ]

    parts, x = [], 0.0
    for kind, label, count in counts:
        width = round(count / total * (WIDTH - 2), 1)
        if count:
            parts.append(Stretch(kind, label, count, round(x + 1, 1), width))
        x += width
    return ReachedBar(follow_up.name_of(snapshot, reached), parts, total)
