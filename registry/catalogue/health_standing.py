"""How a health agreement stands on the date: by its period and by its parties.

That its period holds the day does not say that it holds, once a party is no more: then
no source says what becomes of it, neither that it goes on nor that it lapses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from registry.catalogue.agreement_words import successors_in_words
from registry.catalogue.snapshot import Snapshot
from registry.language.dates import last_day
from registry.rules.health_words import HOLDS, OVER, TO_COME, UNSETTLED
from registry.rules.status import Cause, last_ceased

if TYPE_CHECKING:
    from registry.models import HealthAgreement


class HealthStanding(NamedTuple):
    """The word for it on the date, and why in whole sentences; mostly there is none."""

    word: str
    why: str = ""


def health_standing(snapshot: Snapshot, one: HealthAgreement) -> HealthStanding:
    """How it stands on the snapshot's date; of parties that are no more, the last."""
    on = snapshot.moment.pr
    if on < one.period_start:
        return HealthStanding(TO_COME)
    if on >= one.period_end:
        return HealthStanding(OVER)

    known = snapshot.organisations
    ceased = {slug: o.valid_to for slug, o in known.items() if o.valid_to}
    last = last_ceased(one.parties, ceased, on)
    if last is None:
        return HealthStanding(HOLDS)

    end, party = last
    until = f"{snapshot.organisation_name(party)} bestod til og med {last_day(end)}."
    after = successors_in_words(snapshot, party, Cause.PARTY_CEASED)
    return HealthStanding(UNSETTLED, f"{until} {after}".strip())
