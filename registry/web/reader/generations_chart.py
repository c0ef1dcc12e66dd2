"""The generations of health agreements along the years: drawn here in units of the
picture; colours and letters are CSS's.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from registry.language.dates import whole_period
from registry.models import HealthAgreement

WIDTH, MARGIN, HEAD, ROW, BAR = 340, 8, 26, 50, 16
YEAR_WIDTH = 32  # the room that a year's figures take
OVER, HOLDS, TO_COME, UNSETTLED = "over", "holds", "to-come", "unsettled"
STATE_LABELS = {
    OVER: "afløst",
    HOLDS: "gælder",
    TO_COME: "kommende",
    UNSETTLED: "afklares",
}


@dataclass(frozen=True)
class Generation:
    """One health agreement's bar. `state`: on the date, a key of
    STATE_LABELS.
    """

    slug: str
    title: str
    period: str
    note: str
    state: str
    is_this: bool
    x: float
    y: int
    width: float

    @property
    def state_label(self) -> str:
        return STATE_LABELS[self.state]


@dataclass(frozen=True)
class Timeline:
    """`years`: the year lines by their x. `now`: where the date lies; None outside."""

    generations: Sequence[Generation]
    years: Sequence[tuple[float, str]]
    now: float | None
    height: int
    is_unsettled: bool

    width, bar, head = WIDTH, BAR, HEAD


def timeline_of(
    health: Iterable[HealthAgreement],
    on: date,
    slug: str,
    unsettled: Collection[str] = (),
) -> Timeline | None:
    """The generations, the oldest first; None where there are none. `unsettled` are
    those of which nobody knows whether they hold on the date.
    """
    oldest_first = sorted(health, key=lambda h: (h.period_start, h.slug))
    if not oldest_first:
        return None
    first = min(h.period_start for h in oldest_first).year
    last = max(h.period_end for h in oldest_first)
    until = last.year if last == date(last.year, 1, 1) else last.year + 1
    scale = _Scale(date(first, 1, 1), date(max(until, first + 1), 1, 1))

    generations = [
        _generation(
            h,
            scale,
            slug,
            HEAD + at * ROW,
            state=UNSETTLED if h.slug in unsettled else _state(h, on),
        )
        for at, h in enumerate(oldest_first)
    ]

    every = max(1, round((until - first) / 5))
    years = [
        (x, str(year))
        for year in range(first, until, every)
        if (x := scale.x(date(year, 1, 1))) <= WIDTH - YEAR_WIDTH
    ]
    inside = scale.first <= on < scale.end
    now = scale.x(on) if inside else None

    return Timeline(
        generations, years, now, HEAD + len(generations) * ROW, bool(unsettled)
    )


@dataclass(frozen=True)
class _Scale:
    first: date
    end: date

    def x(self, day: date) -> float:
        part = (day - self.first).days / (self.end - self.first).days
        return round(MARGIN + part * (WIDTH - 2 * MARGIN), 1)


def _state(h: HealthAgreement, on: date) -> str:
    if on < h.period_start:
        return TO_COME
    return OVER if on >= h.period_end else HOLDS


def _generation(
    h: HealthAgreement, scale: _Scale, slug: str, y: int, *, state: str
) -> Generation:
    x = scale.x(h.period_start)

    return Generation(
        slug=h.slug,
        title=h.title,
        period=whole_period(h.period_start, h.period_end, h.date_precision),
        note=h.period_note,
        state=state,
        is_this=h.slug == slug,
        x=x,
        y=y,
        width=round(scale.x(h.period_end) - x, 1),
    )
