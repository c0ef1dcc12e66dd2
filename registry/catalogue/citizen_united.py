"""What a citizen reads as one rule: a row, or several that hold on the same condition
and are done by the same. Pure.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from registry.catalogue.citizen_telling import Telling, alike
from registry.rules.citizens import said_to


@dataclass(frozen=True)
class United:
    """Rows told as one. `lead`: who does what, or on what condition who does the
    `items`, each of which is told with what is said of it alone. `rest`: what is said
    of all.
    """

    tellings: tuple[Telling, ...]
    lead: str
    items: tuple[tuple[Telling, str], ...]
    rest: str

    @property
    def text(self) -> str:
        """All that is told, as it is read."""
        items = [text for _, text in self.items]
        return " ".join(filter(None, [self.lead, *items, self.rest]))


def united(tellings: Sequence[Telling]) -> list[United]:
    """The tellings of a phase in their order, those side by side that are alike as
    one.
    """
    beside = groupby(zip(alike(tellings), tellings, strict=True), key=itemgetter(0))
    return [_one(tuple(telling for _, telling in some)) for _, some in beside]


def by_part(listed: Iterable[United]) -> list[tuple[str, list[United]]]:
    """Those that stand under one heading together; under none what holds for all."""
    parts = groupby(listed, key=lambda one: one.tellings[0].part)
    return [(part.heading if part else "", list(some)) for part, some in parts]


def _one(tellings: tuple[Telling, ...]) -> United:
    first = tellings[0]
    deeds = dict.fromkeys(telling.sentences[0] for telling in tellings)
    if len(deeds) == 1:
        rest = dict.fromkeys(s for telling in tellings for s in telling.sentences[1:])
        return United(tellings, first.sentences[0], (), " ".join(rest))

    shared = [s for s in first.sentences[1:] if all(s in t.sentences for t in tellings)]
    lead = said_to(first.row.snitflade.target_groups, first.deed.lead)
    return United(
        tellings,
        lead,
        tuple((telling, _item(telling, shared)) for telling in tellings),
        " ".join(shared),
    )


def _item(telling: Telling, shared: Sequence[str]) -> str:
    """What one of several does, its verb first, and what is said of it alone."""
    does = said_to(telling.row.snitflade.target_groups, f"{telling.deed.does}.")
    own = [s for s in telling.sentences[1:] if s not in shared]
    return " ".join([does[:1].lower() + does[1:], *own])
