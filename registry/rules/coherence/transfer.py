"""Transfer: a task that changes sector between two versions, or two dates."""

from collections.abc import Iterator
from typing import NamedTuple

from registry.rules.coherence.pairing import paired
from registry.rules.coherence.rows import Answering, Names, Row, Yardstick

TRANSFER_FIELDS = ("responsible", "authority", "payer")


class Transfer(NamedTuple):
    """What passes from some sectors to others, and in which fields."""

    before: Row
    after: Row
    fields: tuple[str, ...]
    left: Names
    taken: Names

    @property
    def economics(self) -> bool:
        """Whether the receiving row or its version states the economic consequences."""
        return self.after.economics


def moves(
    before: Answering, after: Answering, yardstick: Yardstick
) -> Iterator[Transfer]:
    """The transfers between two dates; for each pair of rows one for each direction.

    Nothing moves from or to what is not stated: where an answer was lost, that is a
    gap.
    """
    for old, new in paired(before.rows, after.rows, yardstick):
        fields: dict[tuple[Names, Names], list[str]] = {}
        for name in TRANSFER_FIELDS if old is not new else ():
            way = _way(old.actors(name), new.actors(name), yardstick)
            if way:
                fields.setdefault(way, []).append(name)

        for (left, taken), names in fields.items():
            yield Transfer(old, new, tuple(names), left, taken)


def _way(old: Names, new: Names, yardstick: Yardstick) -> tuple[Names, Names] | None:
    """The sectors that let go and those that take over. Where one only joins or leaves,
    the other side is all that were there, or are left.
    """
    if old == new:
        return None
    was, now = (
        frozenset(filter(None, map(yardstick.sectors.get, names)))
        for names in (old, new)
    )
    if not was or not now or was == now:
        return None

    return was - now or was, now - was or now
