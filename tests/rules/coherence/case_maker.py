"""Short ways to write a case of `registry coherence` and what is to be found in it."""

from itertools import count
from typing import Any, NamedTuple

Written = dict[str, Any]
DAY = "2025-06-01"
numbers = count(1)

REGION: Written = {"name": "Region Hovedstaden", "role": "formal", "sector": "region"}
KOMMUNER: Written = {"name": "Kommunerne", "role": "formal", "sector": "kommune"}
PLO: Written = {"name": "PLO", "role": "bound_by_law", "sector": "almen praksis"}

VOCABULARY: Written = {
    "planning_areas": {
        "Byen": ["Frederiksberg", "København"],
        "Nord": ["Gribskov", "Hillerød"],
        "Syd": ["Brøndby", "København"],
    },
    "other_municipalities": ["Sorø"],
    "target_groups": {
        "alle": {"kind": "alle", "broader": None},
        "voksne": {"kind": "alder", "broader": None},
        "boern-og-unge": {"kind": "alder", "broader": None},
        "hjemloese": {"kind": "saerlig-gruppe", "broader": "voksne"},
        "dobbeltdiagnose": {"kind": "saerlig-gruppe", "broader": "voksne"},
        "somatik": {"kind": "fagomraade", "broader": None},
    },
    "phases": ["henvisning", "indlaeggelse", "udskrivning", "efter-udskrivning"],
    "phases_without_order": ["akut", "alle-faser"],
    "tasks": {
        "moede": {"label": "Holde møde", "needs": []},
        "koersel": {"label": "Køre borgeren", "needs": ["payer"]},
        "varsel": {"label": "Varsle", "needs": ["deadline"]},
        "plads": {
            "label": "Stille plads",
            "needs": ["payer", "treatment_responsibility"],
        },
        "undersoegelse": {
            "label": "Undersøge barnet",
            "needs": [],
            "concerns": ["boern-og-unge"],
        },
        "overdragelse-af-behandlingsansvar": {
            "label": "Overdrage behandlingsansvar",
            "needs": ["treatment_responsibility", "deadline"],
        },
    },
    "actors": {
        "center": "region",
        "hospital": "region",
        "region": "region",
        "kommune": "kommune",
        "sygepleje": "kommune",
        "egen læge": "almen praksis",
        "borger": "borger og pårørende",
        "apotek": "privat",
    },
}


class Case(NamedTuple):
    """A case as it is written, and the findings that it is to give."""

    name: str
    written: Written
    expected: tuple[Written, ...]


def agreement(slug: str = "a", version: int = 1, **fields: Any) -> Written:
    return {
        "slug": slug,
        "version": version,
        "kind": "samarbejdsaftale",
        "in_force_from": "2020-01-01",
        "in_force_to": None,
        "planning_areas": [],
        "municipalities": [],
        "supplements": None,
        "replaces": None,
        "economics": None,
        "parties": [REGION, KOMMUNER, PLO],
        **fields,
    }


def row(name: str, of: str = "a", version: int = 1, **fields: Any) -> Written:
    """A row of the agreement `of`; the task of meetings needs nothing."""
    return {
        "id": name,
        "agreement": of,
        "version": version,
        "key": fields.get("task_key") or "moede",
        "task_key": "moede",
        "task": "Holde møde",
        "situation": None,
        "phase": "udskrivning",
        "target_group": "voksne",
        "responsible": ["center"],
        "authority": None,
        "payer": None,
        "treatment_responsibility": None,
        "deadline": None,
        "geography": None,
        **fields,
    }


def case(
    name: str,
    agreements: list[Written],
    rows: list[Written],
    *expected: Written,
    groups: tuple[str, ...] = (),
    municipalities: tuple[str, ...] = (),
    **more: Any,
) -> Case:
    """`groups`, `municipalities`: over which a task may be lacking."""
    written = {
        "id": f"sag-{next(numbers)}",
        "date": DAY,
        "agreements": agreements,
        "rows": rows,
        "actors": VOCABULARY["actors"],
        "universe": {
            "target_groups": list(groups),
            "municipalities": list(municipalities),
        },
        **more,
    }
    return Case(name, written, expected)


def two(one: Written, other: Written) -> list[Written]:
    """A row of the agreement a and one of b, which differ as they are told to."""
    return [row("r1", "a", **one), row("r2", "b", **other)]


def overlap(*fields: str, rows: tuple[str, str] = ("r1", "r2")) -> Written:
    return {"type": "overlap", "rows": list(rows), "fields": list(fields)}


def lacks(name: str, field: str) -> Written:
    return {"type": "gap", "rows": [name], "missing": {"field": field}}


def no_receiver(name: str) -> Written:
    return {"type": "gap", "rows": [name], "missing": {"receiver": True}}


def gap(**missing: str) -> Written:
    return {"type": "gap", "missing": missing}


def transfer(
    before: str, after: str, *fields: str, way: str, economics: str = "missing"
) -> Written:
    """`way`: the sectors, as "region > kommune"."""
    here, there = way.split(" > ")
    return {
        "type": "transfer",
        "rows": [before, after],
        "fields": list(fields),
        "from": here,
        "to": there,
        "economics": economics,
    }


def non_party(name: str, actor: str) -> Written:
    return {"type": "non_party", "rows": [name], "actor": actor}


def orphan(party: str, *rows: str, of: str = "a") -> Written:
    return {"type": "orphan", "rows": list(rows), "agreement": of, "party": party}
