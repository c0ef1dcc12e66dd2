"""A small vocabulary, and what a text's suggestions say of one field or several."""

from typing import Any

from registry.suggest.suggesting import suggest
from registry.suggest.suggestion import Suggestion

ACTORS = {
    "kommune": ("Kommune", "kommunen", "sagsbehandler", "visitator"),
    "bopaelskommune": ("Bopælskommune", "kommunen hvor borgeren bor"),
    "region": ("Region", "regionen"),
    "hospital": ("Hospital", "sygehus", "afdeling"),
    "somatisk-afdeling": ("Udskrivende somatisk afdeling", "udskrivende afdeling"),
    "psykiatrisk-center": ("Psykiatrisk center",),
    "overlaege": ("Behandlingsansvarlig overlæge", "overlæge"),
    "praktiserende-laege": ("Praktiserende læge", "egen læge", "almen praksis"),
    "hjemmesygepleje": ("Kommunal hjemmesygepleje", "hjemmesygeplejerske"),
    "apotek": ("Apotek",),
    "borger": ("Borger", "patient"),
    "paaroerende": ("Pårørende",),
    "alle-parter": ("Alle parter", "begge parter", "hver part"),
    "indkaldende-part": ("Den part der indkalder",),
    "retten": ("Retten",),
}
PHASES = {
    "indlaeggelse": ("Indlæggelse", "ved indlæggelse"),
    "udskrivning": ("Udskrivning", "udskrives"),
    "efter-udskrivning": ("Efter udskrivning",),
}


def suggestions(text: str) -> list[Suggestion]:
    return suggest(text, ACTORS, PHASES)


def only(text: str) -> Suggestion:
    """The one suggestion of a text."""
    found = suggestions(text)
    assert len(found) == 1, [one.task for one in found]
    return found[0]


def fields_of(text: str, *names: str) -> list[Any]:
    """The named fields of each suggestion; one field alone, without its tuple."""
    rows = [tuple(getattr(one, name) for name in names) for one in suggestions(text)]
    return [row[0] if len(names) == 1 else row for row in rows]


def actions(text: str) -> list[tuple[str, str]]:
    """Who does what: the responsible keys together, and the task."""
    return [(" ".join(one.responsible), one.task) for one in suggestions(text)]
