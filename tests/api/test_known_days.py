"""Days in the API are no more exact than they are known, anywhere in its answers."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from registry.api import known_days
from registry.api.follow_up_shapes import followed_json
from registry.api.shapes import whole_agreement_json
from registry.catalogue.agreement_words import decided_since
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Snapshot
from registry.clock import Moment
from registry.models import Continuation, HealthAgreement

AS_LONG = {"day": 10, "month": 7, "year": 4}
DAYS = ("in_force_from", "effective_on", "status_since", "period_start", "period_end")
OWN = {"status_since": "status_since_precision"}


@pytest.fixture(scope="module")
def snapshot(shipped: Catalogue) -> Snapshot:
    return shipped.at(Moment(date(2026, 11, 25), None))


def objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from objects(one)


def told_days(body: Any) -> Iterator[tuple[str, str, str | None]]:
    """Each day that is told beside how exactly it is known: name, precision, day."""
    for one in objects(body):
        for name in DAYS:
            beside = OWN.get(name, "date_precision")
            if name in one and beside in one:
                yield name, one[beside], one[name]


def test_no_day_in_the_shipped_catalogue_is_told_more_exactly_than_it_is_known(
    snapshot: Snapshot,
) -> None:
    bodies = [
        *(whole_agreement_json(snapshot, a) for a in snapshot.agreements.values()),
        *(followed_json(snapshot, slug) for slug in snapshot.health_agreements),
    ]
    seen = set()

    for name, precision, day in told_days(bodies):
        seen.add((name, precision))
        if name == "period_end" and len(day or "") == 10:
            continue  # a period known by its years may end with another's first day
        assert len(day or "") == AS_LONG.get(precision, 0), (name, precision, day)

    assert {name for name, _ in seen} == set(DAYS)
    assert {"day", "month", "year", "unknown", "period"} <= {p for _, p in seen}
    assert ("effective_on", "year") in seen and ("effective_on", "day") in seen


def test_a_period_known_by_its_years_ends_with_the_first_year_without() -> None:
    health = HealthAgreement(
        slug="sa",
        title="sa",
        period_start=date(2007, 1, 1),
        period_end=date(2011, 1, 1),
        date_precision="year",
    )
    assert known_days.period_of(health) == {
        "period_start": "2007",
        "period_end": "2011",
        "date_precision": "year",
    }

    health.period_end = date(2011, 7, 1)
    assert known_days.period_of(health)["period_end"] == "2011-07-01"


def test_a_decision_from_a_periods_first_day_is_as_exact_as_the_period(
    snapshot: Snapshot,
) -> None:
    told = {}
    for record in snapshot.records[Continuation]:
        assert isinstance(record, Continuation)
        day = known_days.decided_on(snapshot, record)
        told[record.health_agreement] = day, decided_since(snapshot, record)

    by_year = {"effective_on": "2024", "date_precision": "year"}
    assert told["sundhedsaftale-2024-2027"] == (by_year, "2024")
    by_day = {"effective_on": "2019-07-01", "date_precision": "day"}
    assert told["sundhedsaftale-2019-2023"] == (by_day, "1. juli 2019")


def test_a_day_that_is_not_known_is_null() -> None:
    assert known_days.as_known(None, "unknown") is None
    assert known_days.as_known(date(2024, 3, 1), "month") == "2024-03"
