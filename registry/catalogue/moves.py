"""Tasks that move from one sector to another: between two days, and over the whole time
of the catalogue.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from registry.catalogue.coherence import answering, yardstick
from registry.catalogue.on_date import days_of_change, on_date
from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.language.amounts import Amount, amounts
from registry.rules.coherence.rows import CITIZEN_SECTORS, Answering
from registry.rules.coherence.transfer import moves
from registry.rules.fields import Scheme

PAYER = "payer"


@dataclass(frozen=True)
class Move:
    """A task that moved by a day. `left`, `taken`: the sectors that let go and take
    over; `fields`: in what; `economics`: what the receiving row says of the economic
    consequences, empty where it says nothing.
    """

    day: date
    before: Row
    after: Row
    fields: tuple[str, ...]
    left: tuple[str, ...]
    taken: tuple[str, ...]

    @property
    def eve(self) -> date:
        """The last day before it."""
        return self.day - timedelta(days=1)

    @property
    def economics(self) -> str:
        """What the row that takes over says of the economic consequences."""
        return self.after.snitflade.economic_consequences

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """The amounts in that."""
        return tuple(amounts(self.economics))


class Economics(NamedTuple):
    """What the rows that take over say of the economic consequences: their texts, and
    how many of them say nothing.
    """

    texts: tuple[str, ...]
    silent: int


def economics_of(moves: Iterable[Move]) -> Economics:
    """Each text once, and each silent row."""
    rows = {move.after.id: move.economics for move in moves}
    texts = dict.fromkeys(text for text in rows.values() if text)
    return Economics(tuple(texts), sum(not text for text in rows.values()))


def moves_between(before: Snapshot, after: Snapshot) -> list[Move]:
    """What moved from one date to the other; for each pair of rows one for each
    direction.
    """
    return list(_moves(before, after, answering(before), answering(after)))


@kept_with_snapshot
def all_moves(snapshot: Snapshot) -> tuple[Move, ...]:
    """Every move, of the past and to come, the oldest first."""
    listed: list[Move] = []
    for day in days_of_change(snapshot):
        earlier = on_date(snapshot, day - timedelta(days=1))
        listed += moves_between(earlier, on_date(snapshot, day))
    return tuple(listed)


def dividing_fields(moves: Iterable[Move]) -> frozenset[str]:
    """The fields in which a task moves by one of the rows that take over, and stays
    where it was by another: what they answer depends on which of them holds.
    """
    by_before: dict[str, dict[str, frozenset[str]]] = {}
    for move in moves:
        afters = by_before.setdefault(move.before.id, {})
        own = afters.get(move.after.id, frozenset())
        afters[move.after.id] = own | frozenset(move.fields)

    return frozenset().union(
        *(
            frozenset.union(*afters.values()) - frozenset.intersection(*afters.values())
            for afters in by_before.values()
        )
    )


def _moves(
    before: Snapshot, after: Snapshot, olds: Answering, news: Answering
) -> Iterator[Move]:
    of = [{row.id: row for row in s.answering_rows} for s in (before, after)]
    sectors = list(after.vocabulary.schemes[Scheme.SECTORS])

    def ordered(keys: frozenset[str]) -> tuple[str, ...]:
        return tuple(sorted(keys, key=lambda key: _place(sectors, key)))

    for move in moves(olds, news, yardstick(after)):
        # What citizens may do themselves is no sector's to pay for.
        if move.taken <= CITIZEN_SECTORS and PAYER not in move.fields:
            continue
        yield Move(
            after.moment.pr,
            of[0][move.before.id],
            of[1][move.after.id],
            move.fields,
            ordered(move.left),
            ordered(move.taken),
        )


def _place(sectors: Sequence[str], key: str) -> int:
    return sectors.index(key) if key in sectors else len(sectors)
