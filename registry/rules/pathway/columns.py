"""The path in columns, as in a newspaper: one card wide, each filled before the next,
so that a sheet of paper holds as many cards as can be.

A phase goes on at the top of the next column, and there says its name again.
"""

from collections.abc import Sequence

from registry.rules.pathway.arrangement import (
    EDGE,
    WITHOUT_PLACE,
    Arrangement,
    Band,
    Measured,
)
from registry.rules.pathway.card import Card
from registry.rules.pathway.flow import GAP, Spot, width_of
from registry.rules.pathway.plates import (
    RIBBON_TITLE,
    Place,
    Plate,
    plate,
    ribbon_plates,
)
from registry.rules.pathway.story import Named

WIDTH = width_of(1) + 2 * EDGE
GOES_ON = "fortsat"


def columns(measured_story: Measured, height: float) -> list[Arrangement]:
    """The columns of that height that hold the path; one is higher only where a single
    card with its names is.
    """
    setter = _Setter(measured_story, height)
    for phase in measured_story.story.all_phases:
        setter.phase(phase)
    return setter.made


class _Setter:
    """Fills column after column."""

    def __init__(self, measured_story: Measured, height: float) -> None:
        self.measured_story, self.room = measured_story, height
        self.made = [Arrangement(WIDTH)]

    @property
    def column(self) -> Arrangement:
        return self.made[-1]

    def phase(self, phase: Named) -> None:
        """Its name and its ribbon, never without the first of its cards."""
        filled = [
            (lane, self.measured_story.in_cell(phase, lane).cards)
            for lane in self.measured_story.story.lanes
        ]
        filled = [(lane, cards) for lane, cards in filled if cards]
        head = self._head(phase)
        needed = head[-1].bottom - head[0].y + GAP
        if filled:
            lane, cards = filled[0]
            needed += _lane_plate(lane, 0).height + cards[0].height + EDGE
        if self.column.height and self.column.height + needed > self.room:
            self.made.append(Arrangement(WIDTH))
            head = self._head(phase)

        self.column.plates += head
        self.column.height = head[-1].bottom + GAP
        for lane, cards in filled:
            self._lane(phase, lane, cards)

    def _head(self, phase: Named) -> list[Plate]:
        words = [phase.label, *filter(None, [WITHOUT_PLACE.get(phase.key)])]
        name = self._plate("section", phase.key, words, self.column.height)
        title = self._plate("ribbon", "", [RIBBON_TITLE], name.bottom)
        place = Place(0, title.bottom, WIDTH)

        return [
            name,
            title,
            *ribbon_plates(self.measured_story.ribbon, phase.key, place),
        ]

    def _lane(self, phase: Named, lane: Named, cards: Sequence[Card]) -> None:
        """Its cards; where a column ends, the lane and the phase are named anew."""
        left = list(cards)
        while left:
            name = _lane_plate(lane, self.column.height)
            if self.column.height and name.bottom + left[0].height + EDGE > self.room:
                self._go_on(phase)
                name = _lane_plate(lane, self.column.height)
            top, y = self.column.height, name.bottom
            self.column.plates.append(name)
            while left and (y == name.bottom or y + left[0].height + EDGE <= self.room):
                card = left.pop(0)
                self.column.spots[card.anchor] = Spot(EDGE, y)
                y += card.height + GAP
            bottom = y - GAP + EDGE
            self.column.bands.append(Band(lane.key, 0, top, WIDTH, bottom - top))
            self.column.height = bottom + GAP

    def _go_on(self, phase: Named) -> None:
        self.made.append(Arrangement(WIDTH))
        name = self._plate("section", phase.key, [phase.label, GOES_ON], 0)
        self.column.plates.append(name)
        self.column.height = name.bottom + GAP

    @staticmethod
    def _plate(kind: str, about: str, words: Sequence[str], y: float) -> Plate:
        return plate(kind, about, words, Place(0, y, WIDTH))


def _lane_plate(lane: Named, y: float) -> Plate:
    return plate("lane", lane.key, [lane.label], Place(0, y, WIDTH))
