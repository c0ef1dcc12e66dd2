"""The shapes of the API's answers as JSON Schema, rows and versions built from their
fields.
"""

from typing import Any

from registry.api.shapes import IN_ROW
from registry.catalogue.contacts import IN_DOUBT, INFORMED, NAMED, RESPONSIBLE
from registry.catalogue.findings import FINDING_KINDS
from registry.rules.fields import FACETS, VERSION_FIELDS, Field, Kind
from registry.search.cards.kinds import KIND_LABELS
from registry.search.room import SHARES

Json = dict[str, Any]

TEXT: Json = {"type": "string"}
FLAG: Json = {"type": "boolean"}
WHOLE: Json = {"type": "integer"}
MAYBE_TEXT: Json = {"type": ["string", "null"]}
DATE: Json = {"type": "string", "format": "date"}
# What is asked by: an empty one counts as none, as a form sends it.
EMPTY: Json = {"type": "string", "maxLength": 0}
ASKED_DATE: Json = {"anyOf": [DATE, EMPTY]}
# Ours may lack the offset, or the time, which RFC 3339 demands.
ASKED_MOMENT: Json = {
    "type": "string",
    "pattern": r"^$|^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?"
    r"(Z|[+ -]\d{2}:\d{2})?$",
}
MAYBE_DATE: Json = {"type": ["string", "null"], "format": "date"}
# As far as it is known: a day, a month or a year.
KNOWN: Json = {
    "type": "string",
    "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$",
    "description": "Så langt den kendes: 2022-02-01, 2022-02 eller 2022.",
}
MAYBE_KNOWN: Json = {**KNOWN, "type": ["string", "null"]}
COUNTED: Json = {
    **DATE,
    "description": "Dagen, kataloget regner fra, også hvor den rigtige ikke kendes.",
}
# All periods are half-open.
_HALF_OPEN = {"description": "Perioden er halvåben: datoen er den første dag uden."}
KNOWN_END: Json = {
    **KNOWN,
    "description": "Perioden er halvåben: den første dag uden, eller kun den første "
    "måned eller det første år uden, hvor der ikke vides mere.",
}
MAYBE_END: Json = {**MAYBE_DATE, **_HALF_OPEN}
MOMENT: Json = {"type": "string", "format": "date-time"}
OF_KIND: dict[Kind, Json] = {
    Kind.KEYS: {"type": "array", "items": TEXT},
    Kind.TEXTS: {"type": "array", "items": TEXT},
    Kind.FLAG: FLAG,
    Kind.NUMBER: {"type": ["number", "null"]},
    Kind.DATE: MAYBE_DATE,
}


def reference(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def schema_of(field: Field) -> Json:
    """The shape of a field's value; a key that need not be given may be null."""
    if field.kind is Kind.KEY and not field.required:
        return MAYBE_TEXT
    return OF_KIND.get(field.kind, TEXT)


def array(items: Json) -> Json:
    return {"type": "array", "items": items}


def an_object(properties: Json, *optional: str) -> Json:
    """An object that has these properties and no others; all are there but the
    optional.
    """
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


MARKED = array(an_object({"text": TEXT, "marked": FLAG}))
HIGHLIGHTS: Json = {"type": "object", "additionalProperties": MARKED}
NUMBER: Json = an_object(
    dict.fromkeys(("organisation", "name", "function", "phone", "hours"), TEXT)
)
REACH: Json = an_object(
    {
        "actor": TEXT,
        "roles": array(
            {
                "type": "string",
                "enum": [RESPONSIBLE, INFORMED, IN_DOUBT, NAMED],
            }
        ),
        "numbers": array(reference("Number")),
        "only_if": TEXT,
        "ask": TEXT,
    }
)
REFERENCE: Json = {
    "slug": TEXT,
    "title": TEXT,
    "version": WHOLE,
    "status": {
        "type": "string",
        "enum": ["kommende", "gældende", "videreført", "afklares", "afløst", "ophørt"],
    },
}
ROW: Json = {
    "id": TEXT,
    "group": TEXT,
    **{field.name: schema_of(field) for field in IN_ROW},
    "confirmed": FLAG,
    "contradicted_in": TEXT,
    "contacts": array(reference("Reach")),
    "agreement": an_object(REFERENCE),
    "url": TEXT,
}
AGREEMENT: Json = {
    **REFERENCE,
    "summary": TEXT,
    "kind": TEXT,
    "status_cause": TEXT,
    "status_since": MAYBE_KNOWN,
    "status_since_precision": TEXT,
    "status_by": MAYBE_TEXT,
    "answers": FLAG,
    "in_force_from": MAYBE_KNOWN,
    "date_precision": TEXT,
    "counts_from": COUNTED,
    "date_confirmed": FLAG,
    "made_under": MAYBE_TEXT,
    "illustrative": FLAG,
    "url": TEXT,
}
FOUND_TERM: Json = {
    "term": TEXT,
    "meaning": TEXT,
    "same_as": array(TEXT),
    "not_same_as": array(TEXT),
    "note": TEXT,
    "url": TEXT,
}
VERSION: Json = {
    "slug": TEXT,
    "version": WHOLE,
    **{field.name: schema_of(field) for field in VERSION_FIELDS},
    "in_force_from": MAYBE_KNOWN,
    "counts_from": COUNTED,
    "recorded_at": MOMENT,
    "body": TEXT,
    "original": {
        "anyOf": [
            an_object(dict.fromkeys(("name", "sha256", "told", "url"), TEXT)),
            {"type": "null"},
        ]
    },
    "parties": array(an_object({"organisation": TEXT, "role": TEXT})),
    "relations": array(an_object({"kind": TEXT, "agreement": TEXT})),
    "adoptions": array(
        an_object(
            {
                "organisation": TEXT,
                "decision": TEXT,
                "effective_on": DATE,
                "reference": TEXT,
            }
        )
    ),
    "numbers": array(reference("Number")),
    "asks": array(TEXT),
    "snitflader": array(reference("Row")),
    "url": TEXT,
}

SCHEMAS: Json = {
    "Error": an_object(
        {"error": an_object({"code": TEXT, "message": TEXT, "field": MAYBE_TEXT})}
    ),
    "Number": NUMBER,
    "Reach": REACH,
    "Row": an_object(ROW),
    "Answer": an_object({**ROW, "highlights": HIGHLIGHTS}),
    "Card": an_object(
        {
            "kind": {"type": "string", "enum": list(KIND_LABELS)},
            "title": TEXT,
            "facts": array(an_object({"label": TEXT, "value": TEXT})),
            "source": TEXT,
            "url": TEXT,
        }
    ),
    "Search": an_object(
        {
            "query": TEXT,
            "as_of": DATE,
            "recorded_at": MAYBE_TEXT,
            "took_ms": {"type": "number"},
            "abstained": FLAG,
            "abstention": TEXT,
            "not_found": array(TEXT),
            "total": WHOLE,
            "cards": array(reference("Card")),
            "first_lines": array(
                an_object({"group": TEXT, "field": TEXT, "text": TEXT})
            ),
            "answers": array(reference("Answer")),
            "nearest": array(reference("Answer")),
            "numbers": array(reference("Number")),
            "asks": array(TEXT),
            "agreements": array(
                an_object(
                    {
                        **REFERENCE,
                        "section": TEXT,
                        "snippet": TEXT,
                        "highlights": HIGHLIGHTS,
                        "url": TEXT,
                    }
                )
            ),
            "terms": array(an_object(FOUND_TERM)),
            "facets": an_object(
                {
                    f.name: array(
                        an_object({"value": TEXT, "label": TEXT, "count": WHOLE})
                    )
                    for f in FACETS
                },
                *(f.name for f in FACETS),
            ),
            "did_you_mean": MAYBE_TEXT,
            "remarks": array(an_object({"text": TEXT, "as_of": MAYBE_DATE})),
        }
    ),
    "Found": an_object(
        {
            "id": TEXT,
            "kind": {"type": "string", "enum": list(FINDING_KINDS)},
            "text": TEXT,
            "task_key": TEXT,
            "rows": array(TEXT),
            "fields": array(TEXT),
            "missing": array(an_object({"name": TEXT, "value": TEXT})),
            "agreements": array(TEXT),
            "settled": TEXT,
            "url": TEXT,
        }
    ),
    "Suggestions": an_object(
        {
            "items": array(
                an_object(
                    {
                        "kind": {"type": "string", "enum": list(SHARES)},
                        **dict.fromkeys(("label", "meaning", "url"), TEXT),
                    }
                )
            )
        }
    ),
    "Agreement": an_object(AGREEMENT),
    "WholeAgreement": an_object(
        {
            **AGREEMENT,
            "versions": array(
                an_object(
                    {
                        "number": WHOLE,
                        "title": TEXT,
                        "in_force_from": MAYBE_KNOWN,
                        "date_precision": TEXT,
                        "counts_from": COUNTED,
                        "recorded_at": MOMENT,
                        "change_note": TEXT,
                        "url": TEXT,
                    }
                )
            ),
            "continuations": array(
                an_object(
                    {
                        "health_agreement": TEXT,
                        "decision": TEXT,
                        "effective_on": KNOWN,
                        "date_precision": TEXT,
                        "source": TEXT,
                        "confirmed": FLAG,
                    }
                )
            ),
            "shown": reference("Version"),
        }
    ),
    "Version": an_object(VERSION),
    "Organisation": an_object(
        {
            **dict.fromkeys(("slug", "name", "kind"), TEXT),
            **dict.fromkeys(("sector", "parent", "area_hospital"), MAYBE_TEXT),
            "planning_areas": array(TEXT),
            "psychiatric_centres": array(TEXT),
            **dict.fromkeys(
                ("health_cluster", "health_council", "note", "source"), TEXT
            ),
            "valid_from": MAYBE_DATE,
            "valid_to": MAYBE_END,
            "confirmed": FLAG,
            "contacts": array(reference("Number")),
            "url": TEXT,
        }
    ),
    "Term": an_object(
        {
            "key": TEXT,
            **FOUND_TERM,
            "foreign": array(TEXT),
            "narrower": array(TEXT),
            "source": TEXT,
            "confirmed": FLAG,
        }
    ),
}
