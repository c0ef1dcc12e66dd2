"""Records, organisations and words to propose, and how two people do."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from sqlmodel import col, select

from registry.catalogue.queries import Catalogue
from registry.models import AuditEntry
from registry.records.proposals import WrongRecords, confirm, propose
from registry.storage import audit
from registry.storage.db import reading
from tests.publishing.people import GORM, RITA, SLUG

PERIOD = "sundhedsaftale-2024-2027"
ENDING = {
    "agreement": SLUG,
    "effective_on": date(2026, 11, 1),
    "reason": "Aftalen er opsagt.",
    "source": "Brev af 1. oktober 2026",
}
CONTINUED = {
    "agreement": "proeve-lokal",
    "health_agreement": PERIOD,
    "decision": "afklares",
    "effective_on": date(2026, 1, 1),
    "source": "Udvalget, 3. marts 2026",
}
ORGANISATION = {
    "name": "Nordby Kommune",
    "slug": "nordby",
    "kind": "kommune",
    "sector": "kommune",
    "planning_areas": ("nord", "syd"),
    "area_hospital": "nordby-hospital",
    "reason": "Kommunen hører nu også under Syd.",
}
CHOICE = {"scheme": "tasks", "label": "Hente medicin på apoteket", "reason": "Mangler."}
NOTE = {
    "agreement": SLUG,
    "text": "Læs også bilaget.",
    "effective_on": date(2026, 11, 1),
    "reason": "Spurgt ofte.",
}
TERM = {"term": "Medicinhentning", "meaning": "At hente medicin.", "reason": "Mangler."}


def two(catalogue: Catalogue, kind: str, *records: Mapping[str, Any]) -> int:
    """Rita proposes and Gorm confirms."""
    number = propose(catalogue, kind, records, RITA)
    confirm(catalogue, number, GORM)
    return number


def events(catalogue: Catalogue) -> list[tuple[str, str, str]]:
    with reading(catalogue.engine) as session:
        entries = session.exec(select(AuditEntry).order_by(col(AuditEntry.id))).all()
        assert audit.first_broken(session) is None
    return [(e.actor, e.event_key, e.subject) for e in entries if e.event_key != "load"]


def wrong(
    catalogue: Catalogue, kind: str, *records: Mapping[str, Any]
) -> Mapping[str, str]:
    """What is said to be wrong with the last of the records, by field."""
    with pytest.raises(WrongRecords) as caught:
        propose(catalogue, kind, records, RITA)
    return caught.value.wrong[len(records) - 1]
