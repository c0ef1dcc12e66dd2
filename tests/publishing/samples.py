"""A version that no gate has anything to say of, and short ways to change it."""

from datetime import date
from typing import Any

from registry.gates.gate import Surroundings
from registry.rules.fields import ROW_FIELDS, Scheme
from registry.rules.version_content import CONTENT_FIELDS, VersionContent, empty_values

TODAY = date(2026, 11, 22)
SLUG = "proeve-udskrivning"
BODY = """
## Udskrivning

Psykiatrisk center varsler kommunen.

## Økonomi

Hver part betaler for sine egne opgaver.
"""
VALUES = {
    "kind": "samarbejdsaftale",
    "title": "Udskrivning af voksne",
    "summary": "Hvem varsler, hvem betaler, og hvem har ansvaret ved udskrivning.",
    "in_force_from": date(2027, 1, 1),
    "date_precision": "day",
    "date_confirmed": True,
    "review_on": date(2029, 1, 1),
    "adoption_rule": "kraever-ingen",
    "made_under": "sundhedsaftale-2024-2027",
    "owner": "sku",
    "target_groups": ("voksne",),
    "evidence": ("Aftalens tekst, side 1",),
    "treatment_responsibility": (
        "Psykiatrisk center har behandlingsansvaret til udskrivning."
    ),
    "division_of_responsibility": (
        "Psykiatrisk center varsler, og kommunen modtager borgeren."
    ),
    "economics": "Region og kommune betaler hver deres egne opgaver.",
    "body": BODY.strip(),
}
ROW = {
    "key": "varsel-voksne",
    "task_key": "varsling",
    "task": "Varsle kommunen om udskrivning",
    "situation": "Borgeren får brug for støtte efter udskrivning",
    "phase": "udskrivning",
    "target_groups": ("voksne",),
    "responsible": ("psykiatrisk-center",),
    "authority": ("region",),
    "payer": ("region",),
    "treatment_responsible": ("overlaege",),
    "contributes": ("kommune",),
    "deadline": "Senest 8 hverdage før udskrivning",
    "deadline_amount": 8.0,
    "deadline_unit": "hverdage",
    "deadline_relation": "før",
    "deadline_event": "udskrivning",
    "legal_basis": "Sundhedsloven § 205",
    "section": "Udskrivning",
    "source": "Aftalens tekst, side 3",
    "confirmed": True,
}
PARTIES = {"formel-part": ("region-hovedstaden", "ballerup")}
ACTOR_SECTORS = {
    "region": "region",
    "hospital": "region",
    "psykiatrisk-center": "region",
    "overlaege": "region",
    "kommune": "kommune",
    "bopaelskommune": "kommune",
    "praktiserende-laege": "almen-praksis",
    "politi": "stat",
    "borger": "borger",
    "alle-parter": "",
    "ikke-oplyst": "",
    "ikke-relevant": "",
}
ORGANISATION_SECTORS = {
    "region-hovedstaden": "region",
    "herlev-hospital": "region",
    "ballerup": "kommune",
    "gentofte": "kommune",
    "almen-praksis": "almen-praksis",
    "sku": "",
}
KNOWN = {
    Scheme.SECTORS: {"region", "kommune", "almen-praksis", "stat", "borger"},
    Scheme.PHASES: {"henvisning", "udskrivning"},
    Scheme.ACTORS: set(ACTOR_SECTORS),
    Scheme.TARGET_GROUPS: {"voksne", "boern-og-unge"},
    Scheme.FOCUS_AREAS: {"psykiatri"},
    Scheme.GOALS: {"maal-1"},
    Scheme.KINDS: {"samarbejdsaftale", "snitfladekatalog"},
    Scheme.TASKS: {"varsling", "orientering", "koersel"},
    Scheme.PARTY_ROLES: {
        "formel-part",
        "tiltraedende-part",
        "forpligtet-efter-sundhedsloven",
    },
    Scheme.PLANNING_AREAS: {"nord"},
    Scheme.ORGANISATIONS: set(ORGANISATION_SECTORS),
    Scheme.HEALTH_AGREEMENTS: {"sundhedsaftale-2024-2027"},
    Scheme.PLACES: {"nord", *ORGANISATION_SECTORS},
    Scheme.AGREEMENTS: {SLUG, "proeve-lokal", "proeve-gammel"},
}
LABELS = {
    "psykiatrisk-center": "Psykiatrisk center",
    "praktiserende-laege": "Praktiserende læge",
    "ikke-oplyst": "Ikke oplyst",
    "almen-praksis": "Almen praksis",
    "ballerup": "Ballerup Kommune",
    "region-hovedstaden": "Region Hovedstaden",
}


def row(**changes: Any) -> dict[str, Any]:
    """A row with nothing to say of it, less the changes."""
    return {**empty_values(ROW_FIELDS), **ROW, **changes}


def content(**changes: Any) -> VersionContent:
    """A version with nothing to say of it, less the changes: fields, parties,
    relations, rows.
    """
    parties = changes.pop("parties", PARTIES)
    relations = changes.pop("relations", {})
    rows = changes.pop("rows", (row(),))
    values = {**empty_values(CONTENT_FIELDS), **VALUES, **changes}
    return VersionContent(values, parties, relations, tuple(rows))


def surroundings(**changes: Any) -> Surroundings:
    """A catalogue of which the version above fits in everything, less the changes."""
    around = {
        "slug": SLUG,
        "on": TODAY,
        "headings": frozenset({"Udskrivning", "Økonomi"}),
        "previous": None,
        "labels": lambda _, key: LABELS.get(key, key.capitalize()),
        "known": {str(scheme): frozenset(keys) for scheme, keys in KNOWN.items()},
        "actor_sectors": ACTOR_SECTORS,
        "organisation_sectors": ORGANISATION_SECTORS,
        "replaces": {},
        "confusable_pairs": ((("varsling", "varsle"), ("orientering",)),),
        "adopted": frozenset(),
    }
    return Surroundings(**{**around, **changes})
