"""A health agreement and how it is followed, in the API: shapes and their schemas.

FOLLOW_UP has a row for each kind of record: its field in the answer and its own list.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from registry.api.known_days import decided_on, period_of
from registry.api.schemas import (
    DATE,
    FLAG,
    KNOWN,
    KNOWN_END,
    MAYBE_TEXT,
    TEXT,
    WHOLE,
    an_object,
    array,
    reference,
)
from registry.api.shapes import plain
from registry.catalogue import addresses, follow_up
from registry.catalogue.snapshot import Snapshot
from registry.models import HealthAgreement, Record
from registry.rules.follow_up import OCCASIONS, PERIODS, STAGES

Json = dict[str, Any]

# What every record says besides its own.
COMMON: Json = {
    "ref": TEXT,
    "effective_on": DATE,
    "source": TEXT,
    "note": TEXT,
    "confirmed": FLAG,
}


def _one_of(options: Sequence[tuple[str, str]]) -> Json:
    return {"type": "string", "enum": [key for key, _ in options]}


class FollowUp(NamedTuple):
    """A kind of record: `name` in the whole answer, `path` of its list, `records` of a
    health agreement, and the properties of its own.
    """

    name: str
    path: str
    schema: str
    summary: str
    records: Callable[[Snapshot, str], Sequence[Record]]
    own: Json


FOLLOW_UP = (
    FollowUp(
        "aims",
        "/health-agreements/{slug}/aims",
        "Aim",
        "Sundhedsaftalens mål",
        follow_up.aims_of,
        {
            **dict.fromkeys(("health_agreement", "aim", "title", "focus_area"), TEXT),
            "goals": array(TEXT),
            "indicators": array(TEXT),
        },
    ),
    FollowUp(
        "measurements",
        "/health-agreements/{slug}/measurements",
        "Measurement",
        "Målingerne af de indikatorer, den følges ved",
        follow_up.figures_of,
        {
            "indicator": TEXT,
            "place": TEXT,
            "period": _one_of(PERIODS),
            "value": {"type": "number"},
            "unit": TEXT,
        },
    ),
    FollowUp(
        "status_reports",
        "/health-agreements/{slug}/status-reports",
        "StatusReport",
        "Status, som udvalgene har fået den",
        follow_up.reports_of,
        {
            "health_agreement": TEXT,
            "occasion": _one_of(OCCASIONS),
            "received_by": TEXT,
            "text": TEXT,
        },
    ),
    FollowUp(
        "implementations",
        "/health-agreements/{slug}/implementations",
        "Implementation",
        "Hvor langt kommunerne er",
        follow_up.implementations_of,
        {
            **dict.fromkeys(
                ("health_agreement", "agreement", "focus_area", "municipality"), TEXT
            ),
            "stage": _one_of(STAGES),
        },
    ),
)
HEALTH_AGREEMENT: Json = {
    "slug": TEXT,
    "title": TEXT,
    "period_start": KNOWN,
    "period_end": KNOWN_END,
    "date_precision": TEXT,
    "parties": array(TEXT),
    "focus_areas": array(TEXT),
    "goals": array(TEXT),
    "confirmed": FLAG,
    "illustrative": FLAG,
    "url": TEXT,
}
INDICATOR: Json = {
    "key": TEXT,
    "label": TEXT,
    "goal": MAYBE_TEXT,
    "source": TEXT,
    "measurements": WHOLE,
}
DECISION: Json = {
    "agreement": TEXT,
    "decision": TEXT,
    "effective_on": KNOWN,
    "date_precision": TEXT,
    "source": TEXT,
    "confirmed": FLAG,
}
SCHEMAS: Json = {
    **{kind.schema: an_object({**COMMON, **kind.own}) for kind in FOLLOW_UP},
    "HealthAgreement": an_object(HEALTH_AGREEMENT),
    "FollowedHealthAgreement": an_object(
        {
            **HEALTH_AGREEMENT,
            "indicators": array(an_object(INDICATOR)),
            **{kind.name: array(reference(kind.schema)) for kind in FOLLOW_UP},
            "continuations": array(an_object(DECISION)),
        }
    ),
}


def health_agreement_json(snapshot: Snapshot, health: HealthAgreement) -> Json:
    """A health agreement in a list."""
    stored = {
        name: plain(getattr(health, name)) for name in HEALTH_AGREEMENT if name != "url"
    }
    url = addresses.health_agreement(snapshot, health.slug)
    return {**stored, **period_of(health), "url": url}


def followed_json(snapshot: Snapshot, slug: str) -> Json:
    """A health agreement with all that it is followed by. Raises NotFound."""
    health = follow_up.health_agreement(snapshot, slug)
    kinds = {
        kind.name: [
            record_json(kind, record) for record in kind.records(snapshot, slug)
        ]
        for kind in FOLLOW_UP
    }

    return {
        **health_agreement_json(snapshot, health),
        "indicators": [
            {
                "key": one.indicator.key,
                "label": one.indicator.label,
                "goal": one.indicator.goal,
                "source": one.indicator.source,
                "measurements": sum(len(series.figures) for series in one.series),
            }
            for listed in follow_up.followed_by(snapshot, slug).values()
            for one in listed
        ],
        **kinds,
        "continuations": [
            {
                "agreement": agreement.slug,
                "decision": record.decision,
                **decided_on(snapshot, record),
                "source": record.source,
                "confirmed": record.confirmed,
            }
            for agreement, record in follow_up.decisions_under(snapshot, slug)
        ],
    }


def record_json(kind: FollowUp, record: Record) -> Json:
    """One record: what all say, and its own."""
    return {
        "ref": record.ref,
        "effective_on": plain(record.effective_on),
        "source": record.source,
        "note": record.reason,
        "confirmed": record.confirmed,
        **{name: plain(getattr(record, name)) for name in kind.own},
    }
