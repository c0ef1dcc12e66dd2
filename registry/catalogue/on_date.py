"""The catalogue on another date than the one it was read for, and the days on which
something in it changes. Pure.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from registry.catalogue.shown_versions import Beside, with_status
from registry.catalogue.snapshot import Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.clock import Moment
from registry.language.holding import first_day_of, last_day_of
from registry.models import Continuation, Ending, Succession
from registry.rules.fields import Scheme

DATED = (Ending, Continuation, Succession)


def on_date(snapshot: Snapshot, day: date) -> Snapshot:
    """What the catalogue shows on the day, by what was recorded when the snapshot was
    taken. Kinds of task and confirmations stay those of the snapshot's own date.
    """
    versions = {slug: list(a.versions) for slug, a in snapshot.agreements.items()}
    return replace(
        snapshot,
        moment=Moment(day, snapshot.moment.vist),
        agreements=with_status(versions, beside_on(snapshot, day)),
    )


def beside_on(snapshot: Snapshot, day: date) -> Beside:
    """What stands beside the versions on the day."""
    return Beside(
        on=day,
        health=snapshot.health_agreements,
        organisations=snapshot.organisations,
        records=snapshot.records,
        sectors={
            key: choice.sector
            for key, choice in snapshot.vocabulary.schemes[Scheme.ACTORS].items()
        },
    )


@kept_with_snapshot
def days_of_change(snapshot: Snapshot) -> tuple[date, ...]:
    """The days on which an agreement, an organisation or a row begins or ends, in
    order; a row that begins in a month or a year does on the first day of it.
    """
    return tuple(sorted({*_of_versions(snapshot), *_of_others(snapshot)}))


def _of_versions(snapshot: Snapshot) -> Iterator[date]:
    for agreement in snapshot.agreements.values():
        for version in agreement.versions:
            yield version.in_force_from
            if version.version.in_force_until:
                yield version.version.in_force_until
            for row in version.rows:
                if first := first_day_of(row.snitflade.situation):
                    yield first
                if last := last_day_of(row.snitflade.situation):
                    yield last + timedelta(days=1)


def _of_others(snapshot: Snapshot) -> Iterator[date]:
    for health in snapshot.health_agreements.values():
        yield from (health.period_start, health.period_end)
    for organisation in snapshot.organisations.values():
        yield from filter(None, (organisation.valid_from, organisation.valid_to))
    for kind in DATED:
        yield from (record.effective_on for record in snapshot.records[kind])
