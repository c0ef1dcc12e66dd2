"""Days in the API's answers: no more exactly than they are known, and how exactly
beside them.
"""

from datetime import date
from typing import Any

from registry.catalogue.agreement_words import exactly, known_date, since_of
from registry.catalogue.snapshot import ShownAgreement, ShownVersion, Snapshot
from registry.language.dates import iso_date, iso_end
from registry.models import Continuation, HealthAgreement

Json = dict[str, Any]


def as_known(day: date | None, precision: str) -> str | None:
    """2022-02-01, 2022-02 or 2022, as far as the day is known; else None."""
    return iso_date(day, precision) if day else None


def beginning(version: ShownVersion) -> Json:
    """The first day as far as it is known, how exactly, and the one that counts."""
    return {
        "in_force_from": known_date(version.version) or None,
        "date_precision": version.version.date_precision,
        "counts_from": version.in_force_from.isoformat(),
    }


def status_since(snapshot: Snapshot, agreement: ShownAgreement) -> Json:
    """From when the status is as it is, and how exactly that is known."""
    since, precision = since_of(snapshot, agreement)
    return {
        "status_since": as_known(since, precision),
        "status_since_precision": precision,
    }


def decided_on(snapshot: Snapshot, decision: Continuation) -> Json:
    """The day of a decision on an agreement's place, and how exactly it is known."""
    precision = exactly(snapshot, decision)
    return {
        "effective_on": as_known(decision.effective_on, precision),
        "date_precision": precision,
    }


def period_of(health: HealthAgreement) -> Json:
    """A health agreement's half-open period, and how exactly it is known."""
    precision = health.date_precision
    return {
        "period_start": iso_date(health.period_start, precision),
        "period_end": iso_end(health.period_end, precision),
        "date_precision": precision,
    }
