"""Health agreements that stand otherwise from one date to another, and the next such
turn of each within the notice.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from registry.catalogue.health_standing import HealthStanding, health_standing
from registry.catalogue.on_date import days_of_change, on_date
from registry.catalogue.snapshot import Snapshot
from registry.catalogue.transition import NOTICE

if TYPE_CHECKING:
    from registry.models import HealthAgreement


class HealthTurn(NamedTuple):
    """A health agreement with how it stands before and after."""

    health: HealthAgreement
    before: HealthStanding
    after: HealthStanding


class ComingTurn(NamedTuple):
    """A turn and the first day after it."""

    day: date
    turn: HealthTurn

    @property
    def eve(self) -> date:
        """The last day before it."""
        return self.day - timedelta(days=1)


def health_turns(before: Snapshot, after: Snapshot) -> list[HealthTurn]:
    """Those that the two dates have another word for, the oldest first."""
    in_order = sorted(after.health_agreements.values(), key=lambda h: h.period_start)
    turns = (
        HealthTurn(one, health_standing(before, one), health_standing(after, one))
        for one in in_order
    )
    return [turn for turn in turns if turn.before.word != turn.after.word]


def coming_turn(snapshot: Snapshot, slug: str) -> ComingTurn | None:
    """The next turn of a health agreement, if it comes within the notice."""
    today = snapshot.moment.pr
    for day in days_of_change(snapshot):
        if not today < day <= today + NOTICE:
            continue

        eve, then = on_date(snapshot, day - timedelta(days=1)), on_date(snapshot, day)
        for turn in health_turns(eve, then):
            if turn.health.slug == slug:
                return ComingTurn(day, turn)
    return None
