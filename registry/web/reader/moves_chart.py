"""The chart of tasks that moved: for each year and sector how many it took over and how
many it let go. Drawn here, in units of the picture; colours and letters are CSS's.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from registry.catalogue.moves import Move
from registry.catalogue.snapshot import Snapshot
from registry.rules.fields import Scheme

# The picture's width, and how it is parted: names at the left, bars, numbers.
WIDTH, NAMES, NUMBERS = 340, 118, 26
HEAD, BAR, APART = 30, 18, 8
TAKEN, LEFT = "taken", "left"


@dataclass(frozen=True)
class Bar:
    """`kind`: taken or left."""

    kind: str
    y: int
    width: int
    count: int


@dataclass(frozen=True)
class SectorBars:
    """A sector in a year, with a bar for each kind that there is anything of."""

    label: str
    y: int
    bars: Sequence[Bar]

    def count(self, kind: str) -> int:
        return sum(bar.count for bar in self.bars if bar.kind == kind)


@dataclass(frozen=True)
class Year:
    label: str
    y: int
    sectors: Sequence[SectorBars]


@dataclass(frozen=True)
class Chart:
    """`rows`: the same as the picture says, for those who do not see it."""

    height: int
    years: Sequence[Year]

    @property
    def width(self) -> int:
        return WIDTH

    @property
    def left(self) -> int:
        return NAMES

    @property
    def rows(self) -> list[tuple[str, str, int, int]]:
        return [
            (year.label, sector.label, sector.count(TAKEN), sector.count(LEFT))
            for year in self.years
            for sector in year.sectors
        ]


def chart_of(snapshot: Snapshot, moves: Iterable[Move]) -> Chart:
    """The chart of kinds of task: one that passes in several rows counts once."""
    passed = {
        (move.day.year, move.after.task_key, move.left, move.taken) for move in moves
    }
    counts: dict[int, dict[str, dict[str, set[str]]]] = {}
    for year, task, left, taken in passed:
        for kind, sectors in ((TAKEN, taken), (LEFT, left)):
            for sector in sectors:
                own = counts.setdefault(year, {}).setdefault(sector, {})
                own.setdefault(kind, set()).add(task)

    most = max(
        (len(t) for y in counts.values() for s in y.values() for t in s.values()),
        default=1,
    )
    return _drawn(snapshot, counts, (WIDTH - NAMES - NUMBERS) / most)


def _drawn(
    snapshot: Snapshot, counts: dict[int, dict[str, dict[str, set[str]]]], unit: float
) -> Chart:
    years, y = [], 0
    for year in sorted(counts):
        top, y = y + 18, y + HEAD
        sectors = []
        for key in snapshot.vocabulary.schemes[Scheme.SECTORS]:
            if key in counts[year]:
                label = snapshot.label(Scheme.SECTORS, key)
                bars = _bars(counts[year][key], y, unit)
                sectors.append(SectorBars(label, y + 14, bars))
                y += len(bars) * BAR + APART
        years.append(Year(str(year), top, sectors))
        y += APART

    return Chart(y, years)


def _bars(own: dict[str, set[str]], y: int, unit: float) -> list[Bar]:
    counts = [(kind, len(own.get(kind, ()))) for kind in (TAKEN, LEFT)]
    return [
        Bar(kind, y + at * BAR, round(count * unit), count)
        for at, (kind, count) in enumerate((k, n) for k, n in counts if n)
    ]
