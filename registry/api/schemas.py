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


def _array(items: Json) -> Json:
    return {"type": "array", "items": items}


def _object(properties: Json, *optional: str) -> Json:
    """An object that has these properties and no others; all are there but the optional."""
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


MARKED = _array(_object({"text": TEXT, "marked": FLAG}))
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
    "agreement": _object(REFERENCE),
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
    "same_as": _array(TEXT),
    "not_same_as": _array(TEXT),
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
    "parties": _array(_object({"organisation": TEXT, "role": TEXT})),
    "relations": _array(_object({"kind": TEXT, "agreement": TEXT})),
    "adoptions": _array(
        _object({"organisation": TEXT, "decision": TEXT, "effective_on": DATE, "reference": TEXT})
    ),
    "snitflader": _array(reference("Row")),
    "url": TEXT,
}

SCHEMAS: Json = {
    "Error": _object({"error": _object({"code": TEXT, "message": TEXT, "field": MAYBE_TEXT})}),
    "Row": _object(ROW),
    "Answer": _object({**ROW, "highlights": HIGHLIGHTS}),
    "Search": _object(
        {
            "query": TEXT,
            "as_of": DATE,
            "recorded_at": MAYBE_TEXT,
            "took_ms": {"type": "number"},
            "abstained": FLAG,
            "not_found": _array(TEXT),
            "total": WHOLE,
            "answers": _array(reference("Answer")),
            "nearest": _array(reference("Answer")),
            "agreements": _array(
                _object(
                    {
                        **REFERENCE,
                        "section": TEXT,
                        "snippet": TEXT,
                        "highlights": HIGHLIGHTS,
                        "url": TEXT,
                    }
                )
            ),
            "terms": _array(_object(FOUND_TERM)),
            "facets": _object(
                {
                    f.name: _array(_object({"value": TEXT, "label": TEXT, "count": WHOLE}))
                    for f in FACETS
                },
                *(f.name for f in FACETS),
            ),
            "did_you_mean": MAYBE_TEXT,
        }
    ),
    "Agreement": _object(AGREEMENT),
    "WholeAgreement": _object(
        {
            **AGREEMENT,
            "versions": _array(
                _object(
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
            "continuations": _array(
                _object(
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
    "Version": _object(VERSION),
    "Organisation": _object(
        {
            **dict.fromkeys(("slug", "name", "kind"), TEXT),
            **dict.fromkeys(("sector", "parent", "area_hospital"), MAYBE_TEXT),
            "planning_areas": _array(TEXT),
            "psychiatric_centres": _array(TEXT),
            **dict.fromkeys(("health_cluster", "health_council", "note", "source"), TEXT),
            "valid_from": MAYBE_DATE,
            "valid_to": MAYBE_DATE,
            "confirmed": FLAG,
            "url": TEXT,
        }
    ),
    "Term": _object(
        {"key": TEXT, **FOUND_TERM, "narrower": _array(TEXT), "source": TEXT, "confirmed": FLAG}
    ),
}
