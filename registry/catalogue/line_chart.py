"""Small line charts: one place's figures of an indicator, drawn here in units of the
picture. Those of one indicator and unit share their scale, so that they compare, unless
a region's would press a municipality's flat.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import floor, log10

from registry.catalogue.follow_up import Series
from registry.language.figures import in_danish
from registry.models import Measurement
from registry.rules.follow_up import period_in_words

# The picture, and what is kept for the scale's numbers, the value above, the periods.
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 300, 150, 52, 16, 24, 28
STEPS = (1, 2, 2.5, 5, 10)
MOST_TICKS = 4
# Where a place's highest figure is less than this part of another's, each has a scale
# of its own.
COMPARABLE = 1 / 3


@dataclass(frozen=True)
class Mark:
    """A figure's place in the picture. `text`: its value; `named`: it is written."""

    x: float
    y: float
    text: str
    period: str
    named: bool
    text_x: float
    text_y: float
    anchor: str


@dataclass(frozen=True)
class Tick:
    """A line of the scale, and the value that it stands at."""

    y: float
    text: str


@dataclass(frozen=True)
class LineChart:
    """One place's picture. `from_zero`: the scale begins at zero; `shared`: it is the
    same in the other places' pictures.
    """

    series: Series
    marks: Sequence[Mark]
    ticks: Sequence[Tick]
    from_zero: bool
    shared: bool

    width, height, left = WIDTH, HEIGHT, LEFT
    right = WIDTH - RIGHT
    base = HEIGHT - BOTTOM

    @property
    def points(self) -> str:
        """The line through the marks, as a polyline has it."""
        return " ".join(f"{mark.x:g},{mark.y:g}" for mark in self.marks)


@dataclass(frozen=True)
class _Scale:
    """What the figures of several series lie within: values and days."""

    values: Sequence[float]
    first: date
    last: date

    def x(self, day: date) -> float:
        if self.first == self.last:
            return (LEFT + WIDTH - RIGHT) / 2
        part = (day - self.first).days / (self.last - self.first).days
        return round(LEFT + 8 + part * (WIDTH - RIGHT - LEFT - 16), 1)

    def y(self, value: float) -> float:
        low, high = self.values[0], self.values[-1]
        part = (value - low) / (high - low)
        return round(HEIGHT - BOTTOM - part * (HEIGHT - BOTTOM - TOP), 1)


def charts_of(listed: Sequence[Series]) -> list[LineChart]:
    """A chart for each series; those of one unit share days, and values where they
    compare.
    """
    by_unit: dict[str, list[Series]] = {}
    for series in listed:
        by_unit.setdefault(series.unit, []).append(series)
    return [
        _chart(series, by_unit[series.unit], _compare(by_unit[series.unit]))
        for series in listed
    ]


def ticks_between(low: float, high: float) -> list[float]:
    """Round values from at or below `low` to at or above `high`; from zero where that
    leaves the figures more than half of the picture's height.
    """
    if low >= 0 and low <= high / 2:
        low = 0
    if high <= 0 and high >= low / 2:
        high = 0
    if low == high:
        low, high = (0, high) if high > 0 else (low, 0) if low < 0 else (0, 1)

    step = _step((high - low) / (MOST_TICKS - 1))
    first = floor(low / step + 1e-9)
    ticks = [first * step]
    while ticks[-1] < high - step * 1e-9:
        ticks.append((first + len(ticks)) * step)
    return [float(f"{tick:.12g}") for tick in ticks]


def _step(rough: float) -> float:
    size: float = 10 ** floor(log10(rough))
    return next(size * step for step in STEPS if size * step >= rough * (1 - 1e-9))


def _next_to(figures: Sequence[Measurement], at: int) -> Measurement:
    """The figure that the line leads to from one of its ends."""
    return figures[at + 1] if at + 1 < len(figures) else figures[at - 1]


def _beside(y: float, other: float) -> float:
    """Where a value is written: on the side that the line does not leave by."""
    below = other < y and y + 18 < HEIGHT - BOTTOM
    return y + 18 if below else max(y - 9, 12)


def _compare(listed: Sequence[Series]) -> bool:
    highest = [max(abs(f.value) for f in series.figures) for series in listed]
    return min(highest) >= max(highest) * COMPARABLE


def _scale(of_values: Sequence[Series], of_days: Sequence[Series]) -> _Scale:
    values = [figure.value for series in of_values for figure in series.figures]
    days = [figure.effective_on for series in of_days for figure in series.figures]
    return _Scale(ticks_between(min(values), max(values)), min(days), max(days))


def _chart(series: Series, alike: Sequence[Series], shared: bool) -> LineChart:
    scale = _scale(alike if shared else [series], alike)
    last = len(series.figures) - 1
    marks = []

    for at, figure in enumerate(series.figures):
        x, y = scale.x(figure.effective_on), scale.y(figure.value)
        marks.append(
            Mark(
                x=x,
                y=y,
                text=in_danish(figure.value),
                period=period_in_words(figure.effective_on, figure.period),
                named=at in (0, last),
                text_x=x,
                text_y=_beside(y, scale.y(_next_to(series.figures, at).value)),
                anchor="middle" if last == 0 else "end" if at == last else "start",
            )
        )

    ticks = [Tick(scale.y(value), in_danish(value)) for value in scale.values]

    return LineChart(series, marks, ticks, scale.values[0] == 0, shared)
