"""The API's description, OpenAPI 3.1, built from ROW_FIELDS and FACETS so that it
cannot lag behind.
"""

from functools import lru_cache
from typing import Any

from registry.api import appendix, follow_up_shapes, telling_shapes
from registry.api.parameters import DEFAULT_LIMIT, MAX_LIMIT, MAX_OFFSET
from registry.api.schemas import (
    ASKED_DATE,
    ASKED_MOMENT,
    EMPTY,
    SCHEMAS,
    reference,
)
from registry.catalogue.findings import FINDING_KINDS
from registry.rules.fields import FACETS

Json = dict[str, Any]

AS_OF = [
    (
        "as_of",
        "Datoen, der spørges om (ÅÅÅÅ-MM-DD); i dag, når den mangler",
        ASKED_DATE,
    ),
    (
        "recorded_at",
        "Det, kataloget viste på det tidspunkt (ISO 8601, ikke i fremtiden)",
        ASKED_MOMENT,
    ),
]
# path -> (summary, schema of the answer, takes the facets, is a list)
ROUTES: dict[str, tuple[str, str, bool, bool]] = {
    "/agreements": ("Aftalerne og deres status på datoen", "Agreement", False, True),
    "/agreements/{slug}": ("En aftale", "WholeAgreement", False, False),
    "/agreements/{slug}/versions/{number}": ("En udgave", "Version", False, False),
    "/snitflader": ("Snitfladerne i aftaler, der er i kraft", "Row", True, True),
    "/told": ("Snitfladerne fortalt til patient og pårørende", "Telling", True, True),
    "/health-agreements": (
        "Sundhedsaftalerne, den nyeste først",
        "HealthAgreement",
        False,
        True,
    ),
    "/health-agreements/{slug}": (
        "En sundhedsaftale, og hvordan den følges",
        "FollowedHealthAgreement",
        False,
        False,
    ),
    **{
        kind.path: (kind.summary, kind.schema, False, True)
        for kind in follow_up_shapes.FOLLOW_UP
    },
    "/organisations": ("Organisationerne", "Organisation", False, True),
    "/terms": ("Ordlisten", "Term", False, True),
}


@lru_cache
def document(longest: int) -> Json:
    """The whole description, where a question may have `longest` letters. It is the
    same for every request, so it is made once.
    """
    paths = {path: {"get": _operation(path, *row)} for path, row in ROUTES.items()}

    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Snitfladekataloget",
            "version": "1",
            "description": (
                "Hvem gør hvad, hvornår, under hvis lægelige behandlingsansvar, og "
                "hvem betaler. Indholdet er illustrativt og ikke de vedtagne "
                "aftaletekster."
            ),
        },
        "servers": [{"url": "/api/v1"}],
        "paths": {
            "/search": {"get": _search(longest)},
            "/suggest": {"get": _suggest(longest)},
            **paths,
            "/coherence": {"get": _coherence()},
            "/appendix": {"get": _appendix()},
            "/openapi.json": {
                "get": {
                    "operationId": "openapi",
                    "summary": "Denne beskrivelse",
                    "responses": {"200": _answer("OpenAPI 3.1", {"type": "object"})},
                }
            },
        },
        "components": {
            "schemas": {
                **SCHEMAS,
                **appendix.SCHEMAS,
                **follow_up_shapes.SCHEMAS,
                **telling_shapes.SCHEMAS,
            }
        },
    }


def _search(longest: int) -> Json:
    return {
        "operationId": "search",
        "summary": "Svar på: hvem gør hvad",
        "parameters": [
            _question("Spørgsmålet.", longest),
            *_facets(),
            *_moment(),
            _number("limit", 1, DEFAULT_LIMIT),
        ],
        "responses": _responses(reference("Search")),
    }


def _suggest(longest: int) -> Json:
    typed = "Det, der er skrevet indtil nu; fra to bogstaver."

    return {
        "operationId": "suggest",
        "summary": "Opgaver, begreber, aftaler og organisationer, mens man skriver",
        "parameters": [_question(typed, longest), *_moment()],
        "responses": _responses(reference("Suggestions")),
    }


def _coherence() -> Json:
    path, summary = "/coherence", "Overlap, huller og pligter uden part eller ejer"
    operation = _operation(path, summary, "Found", takes_facets=True, is_list=True)
    kind = {
        "name": "kind",
        "in": "query",
        "description": "Slags fund",
        "schema": {"type": "string", "enum": list(FINDING_KINDS)},
    }

    return {**operation, "parameters": [kind, *operation["parameters"]]}


def _appendix() -> Json:
    return {
        "operationId": "appendix",
        "summary": "Sundhedsaftalens appendiks: de aftaler, der videreføres",
        "parameters": [*appendix.parameters(), *_moment()],
        "responses": _responses(reference("Appendix")),
    }


def _operation(
    path: str, summary: str, schema: str, takes_facets: bool, is_list: bool
) -> Json:
    named = [part[1:-1] for part in path.split("/") if part.startswith("{")]
    parameters = [_in_path(name) for name in named]
    parameters += _facets() if takes_facets else []
    parameters += _moment()
    if is_list:
        parameters += [_number("limit", 1, DEFAULT_LIMIT), _number("offset", 0, 0)]

    return {
        "operationId": path.strip("/")
        .replace("/", "_")
        .replace("{", "")
        .replace("}", ""),
        "summary": summary,
        "parameters": parameters,
        "responses": _responses(_list_of(schema) if is_list else reference(schema)),
    }


def _question(what: str, longest: int) -> Json:
    return {
        "name": "q",
        "in": "query",
        "required": True,
        "description": f"{what} Ingen personoplysninger: et CPR-nummer afvises.",
        "schema": {"type": "string", "pattern": r"\S", "maxLength": longest},
    }


def _in_path(name: str) -> Json:
    kind = "integer" if name == "number" else "string"
    return {"name": name, "in": "path", "required": True, "schema": {"type": kind}}


def _facets() -> list[Json]:
    return [
        {
            "name": facet.name,
            "in": "query",
            "description": f"{facet.label} (nøgle)",
            "schema": {"type": "string"},
        }
        for facet in FACETS
    ]


def _moment() -> list[Json]:
    return [
        {
            "name": name,
            "in": "query",
            "description": description,
            "schema": schema,
        }
        for name, description, schema in AS_OF
    ]


def _number(name: str, least: int, default: int) -> Json:
    most = MAX_LIMIT if name == "limit" else MAX_OFFSET
    number: Json = {"type": "integer", "minimum": least, "maximum": most}
    schema = {"anyOf": [number, EMPTY], "default": default}
    return {"name": name, "in": "query", "schema": schema}


def _list_of(schema: str) -> Json:
    whole = {"type": "integer", "minimum": 0}

    return {
        "type": "object",
        "required": ["total", "limit", "offset", "items"],
        "properties": {
            **dict.fromkeys(("total", "limit", "offset"), whole),
            "items": {"type": "array", "items": reference(schema)},
        },
    }


def _responses(schema: Json) -> Json:
    return {
        "200": _answer("Svaret", schema),
        "400": _answer("Et felt kan ikke bruges", reference("Error")),
        "404": _answer("Findes ikke", reference("Error")),
    }


def _answer(description: str, schema: Json) -> Json:
    return {
        "description": description,
        "content": {"application/json": {"schema": schema}},
    }
