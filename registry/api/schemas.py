"""The shapes of the API's answers as JSON Schema, rows and versions built from their fields."""

from typing import Any

from registry.api.shapes import NOT_IN_ROW
from registry.fields import FACETS, ROW_FIELDS, VERSION_FIELDS, Kind

Json = dict[str, Any]

TEXT: Json = {"type": "string"}
FLAG: Json = {"type": "boolean"}
WHOLE: Json = {"type": "integer"}
MAYBE_TEXT: Json = {"type": ["string", "null"]}
DATE: Json = {"type": "string", "format": "date"}
MAYBE_DATE: Json = {"type": ["string", "null"], "format": "date"}
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


def array(items: Json) -> Json:
    return {"type": "array", "items": items}


def an_object(properties: Json, *optional: str) -> Json:
    """An object that has these properties and no others; all are there but the optional."""
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


MARKED = array(an_object({"text": TEXT, "marked": FLAG}))
HIGHLIGHTS: Json = {"type": "object", "additionalProperties": MARKED}
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
    **{f.name: OF_KIND.get(f.kind, TEXT) for f in ROW_FIELDS if f.name not in NOT_IN_ROW},
    "confirmed": FLAG,
    "agreement": an_object(REFERENCE),
    "url": TEXT,
}
AGREEMENT: Json = {
    **REFERENCE,
    "summary": TEXT,
    "kind": TEXT,
    "status_cause": TEXT,
    "status_since": MAYBE_DATE,
    "status_by": MAYBE_TEXT,
    "answers": FLAG,
    "in_force_from": DATE,
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
    **{f.name: OF_KIND.get(f.kind, TEXT) for f in VERSION_FIELDS},
    "made_under": MAYBE_TEXT,
    "owner": MAYBE_TEXT,
    "counts_from": DATE,
    "recorded_at": MOMENT,
    "body": TEXT,
    "parties": array(an_object({"organisation": TEXT, "role": TEXT})),
    "relations": array(an_object({"kind": TEXT, "agreement": TEXT})),
    "adoptions": array(
        an_object({"organisation": TEXT, "decision": TEXT, "effective_on": DATE, "reference": TEXT})
    ),
    "snitflader": array(reference("Row")),
    "url": TEXT,
}

SCHEMAS: Json = {
    "Error": an_object({"error": an_object({"code": TEXT, "message": TEXT, "field": MAYBE_TEXT})}),
    "Row": an_object(ROW),
    "Answer": an_object({**ROW, "highlights": HIGHLIGHTS}),
    "Search": an_object(
        {
            "query": TEXT,
            "as_of": DATE,
            "recorded_at": MAYBE_TEXT,
            "took_ms": {"type": "number"},
            "abstained": FLAG,
            "not_found": array(TEXT),
            "total": WHOLE,
            "answers": array(reference("Answer")),
            "nearest": array(reference("Answer")),
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
                    f.name: array(an_object({"value": TEXT, "label": TEXT, "count": WHOLE}))
                    for f in FACETS
                },
                *(f.name for f in FACETS),
            ),
            "did_you_mean": MAYBE_TEXT,
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
                        "in_force_from": DATE,
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
                        "effective_on": DATE,
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
            **dict.fromkeys(("health_cluster", "health_council", "note", "source"), TEXT),
            "valid_from": MAYBE_DATE,
            "valid_to": MAYBE_DATE,
            "confirmed": FLAG,
            "url": TEXT,
        }
    ),
    "Term": an_object(
        {"key": TEXT, **FOUND_TERM, "narrower": array(TEXT), "source": TEXT, "confirmed": FLAG}
    ),
}
