"""The appendix in the API's description: what it takes, and the shape of its answer."""

from typing import Any

from registry.api.schemas import (
    ASKED_DATE,
    DATE,
    FLAG,
    KNOWN,
    KNOWN_END,
    MAYBE_KNOWN,
    MAYBE_TEXT,
    MOMENT,
    TEXT,
    WHOLE,
    an_object,
    array,
    reference,
    schema_of,
)
from registry.exports.appendix_agreements import APPENDIX_ROW_FIELDS
from registry.exports.request import (
    LEVEL,
    LONGEST_OWN_WORDS,
    PARAMETERS,
    SCOPES,
    YES_NO,
)
from registry.rules.fields import THREE_FIELDS

Json = dict[str, Any]

# What may be sent besides the moment; the heading level means nothing in JSON.
HINTS: dict[str, tuple[str, Json]] = {
    "health_agreement": (
        "Sundhedsaftalen (nøgle); uden: den, hvis periode datoen ligger i",
        TEXT,
    ),
    "scope": (
        "Hvor meget",
        {"type": "string", "enum": [*SCOPES, ""], "default": "full"},
    ),
    "rows": (
        "Med snitfladerne",
        {"type": "string", "enum": [*YES_NO, ""], "default": "0"},
    ),
    "since": ("Med ændringerne siden datoen", ASKED_DATE),
    "municipality": ("Kommune (nøgle)", TEXT),
    "focus_area": ("Fokusområde (nøgle)", TEXT),
    "kind": ("Aftaletype (nøgle)", TEXT),
    "sender": (f"Hvem der sender det (højst {LONGEST_OWN_WORDS} tegn)", TEXT),
    "meeting": (f"Hvilket møde det er til (højst {LONGEST_OWN_WORDS} tegn)", TEXT),
}
NAMED: Json = {"slug": TEXT, "title": TEXT, "version": WHOLE, "status": TEXT}
ADOPTION: Json = {
    "organisation": TEXT,
    "decision": TEXT,
    "effective_on": DATE,
    "reference": TEXT,
}
CONTINUATION: Json = {
    "decision": TEXT,
    "effective_on": KNOWN,
    "date_precision": TEXT,
    "source": TEXT,
    "confirmed": FLAG,
}
FULL: Json = {
    "parties": array(an_object({"role": TEXT, "organisations": array(TEXT)})),
    "adoption": TEXT,
    "adoptions": array(an_object(ADOPTION)),
    "legal_basis": array(TEXT),
    **{field.name: TEXT for field in THREE_FIELDS},
    "signed_reasons": {"type": "object", "additionalProperties": TEXT},
}
ROW: Json = {
    "id": TEXT,
    **{field.name: schema_of(field) for field in APPENDIX_ROW_FIELDS},
    "confirmed": FLAG,
}
LISTED: Json = {
    "slug": TEXT,
    "title": TEXT,
    "kind": TEXT,
    "focus_areas": array(TEXT),
    "version": WHOLE,
    "status": TEXT,
    "why_unsettled": TEXT,
    "in_force_from": MAYBE_KNOWN,
    "date_precision": TEXT,
    "date_confirmed": FLAG,
    "illustrative": FLAG,
    "continuation": {**an_object(CONTINUATION), "type": ["object", "null"]},
    "fingerprint": TEXT,
    "url": TEXT,
    **FULL,
    "snitflader": array(an_object(ROW)),
}
CHANGES: Json = {
    "since": DATE,
    "added": array(an_object(NAMED)),
    "removed": array(an_object(NAMED)),
    "renewed": array(an_object({**NAMED, "version_before": WHOLE})),
    "lines": array(TEXT),
}
SCHEMAS: Json = {
    "AppendixEntry": an_object(LISTED, *FULL, "snitflader"),
    "Appendix": an_object(
        {
            "health_agreement": an_object(
                {
                    **{"slug": TEXT, "title": TEXT, "period_start": KNOWN},
                    **{"date_precision": TEXT, "period_end": KNOWN_END},
                }
            ),
            "as_of": DATE,
            "recorded_at": MAYBE_TEXT,
            "scope": TEXT,
            "sender": TEXT,
            "meeting": TEXT,
            "narrowed_to": {"type": "object", "additionalProperties": TEXT},
            "statement": TEXT,
            "total": WHOLE,
            "items": array(reference("AppendixEntry")),
            "unsettled": array(reference("AppendixEntry")),
            "undecided": array(an_object(NAMED)),
            "not_asked": array(an_object(NAMED)),
            "changes": {**an_object(CHANGES), "type": ["object", "null"]},
            "provenance": an_object(
                {
                    "last_recorded_at": MOMENT,
                    "fingerprint": TEXT,
                    "illustrative": FLAG,
                    "url": TEXT,
                }
            ),
        }
    ),
}


def parameters() -> list[Json]:
    """Those of PARAMETERS that mean something here."""
    return [
        {
            "name": p.name,
            "in": "query",
            "description": HINTS[p.name][0],
            "schema": HINTS[p.name][1],
        }
        for p in PARAMETERS
        if p is not LEVEL
    ]
