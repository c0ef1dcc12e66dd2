"""How a health agreement is followed, as people enter it."""

from datetime import date
from typing import Any

PERIOD = "sundhedsaftale-2024-2027"
AIM = {
    "health_agreement": PERIOD,
    "focus_area": "psykisk-sygdom",
    "title": "Kortere ventetid",
    "goals": ("maal-1",),
    "indicators": ("ventetid",),
    "effective_on": date(2025, 1, 1),
    "source": "Prøveaftalen, side 5",
}
FIGURE = {
    "indicator": "genindlaeggelser",
    "place": "nordby",
    "effective_on": date(2024, 12, 31),
    "period": "year",
    "value": 12.5,
    "unit": "procent",
    "source": "Prøvetal, hentet 1. marts 2025",
}
REPORT = {
    "health_agreement": PERIOD,
    "occasion": "loebende",
    "effective_on": date(2026, 6, 1),
    "received_by": "proeveudvalg",
    "text": "Nu er **Sydby** med.",
    "source": "Referat af 1. juni 2026",
}
STAGE = {
    "health_agreement": PERIOD,
    "focus_area": "psykisk-sygdom",
    "municipality": "sydby",
    "stage": "planlagt",
    "effective_on": date(2026, 5, 1),
    "source": "Sydbys brev",
}


def year(number: int) -> dict[str, Any]:
    """A whole year as a figure's period."""
    return {"effective_on": date(number, 12, 31), "period": "year"}
