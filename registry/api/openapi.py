"""The API's description, OpenAPI 3.1, built from FIELDS and FACETS so that it cannot lag behind."""

from functools import lru_cache
from typing import Any

from registry.api import appendix
from registry.api.parameters import DEFAULT_LIMIT, MAX_LIMIT
from registry.api.schemas import SCHEMAS, reference
from registry.fields import FACETS

Json = dict[str, Any]

AS_OF = [
    ("as_of", "Datoen, der spørges om (ÅÅÅÅ-MM-DD); i dag, når den mangler", "date"),
    ("recorded_at", "Det, kataloget viste på det tidspunkt (ISO 8601, ikke i fremtiden)", None),
]
# path -> (summary, schema of the answer, takes the facets, is a list)
ROUTES: dict[str, tuple[str, str, bool, bool]] = {
    "/agreements": ("Aftalerne og deres status på datoen", "Agreement", False, True),
    "/agreements/{slug}": ("En aftale", "WholeAgreement", False, False),
    "/agreements/{slug}/versions/{number}": ("En udgave", "Version", False, False),
    "/snitflader": ("Snitfladerne i aftaler, der er i kraft", "Row", True, True),
    "/organisations": ("Organisationerne", "Organisation", False, True),
    "/terms": ("Ordlisten", "Term", False, True),
}


@lru_cache(maxsize=1)
def document() -> Json:
    paths = {path: {"get": _operation(path, *row)} for path, row in ROUTES.items()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Snitfladekataloget",
            "version": "1",
            "description": "Hvem gør hvad, hvornår, under hvis lægelige behandlingsansvar, og hvem "
            "betaler. Indholdet er illustrativt og ikke de vedtagne aftaletekster.",
        },
        "servers": [{"url": "/api/v1"}],
        "paths": {
            "/search": {"get": _search()},
            **paths,
            "/appendix": {"get": _appendix()},
            "/openapi.json": {
                "get": {
                    "operationId": "openapi",
                    "summary": "Denne beskrivelse",
                    "responses": {"200": _answer("OpenAPI 3.1", {"type": "object"})},
                }
            },
        },
        "components": {"schemas": {**SCHEMAS, **appendix.SCHEMAS}},
    }


def _search() -> Json:
    question = {
        "name": "q",
        "in": "query",
        "required": True,
        "description": "Spørgsmålet. Ingen personoplysninger: et CPR-nummer afvises.",
        "schema": {"type": "string", "maxLength": 200},
    }
    return {
        "operationId": "search",
        "summary": "Svar på: hvem gør hvad",
        "parameters": [question, *_facets(), *_moment(), _number("limit", 1, DEFAULT_LIMIT)],
        "responses": _responses(reference("Search")),
    }


def _appendix() -> Json:
    return {
        "operationId": "appendix",
        "summary": "Sundhedsaftalens appendiks: de aftaler, der videreføres",
        "parameters": [*appendix.parameters(), *_moment()],
        "responses": _responses(reference("Appendix")),
    }


def _operation(path: str, summary: str, schema: str, takes_facets: bool, is_list: bool) -> Json:
    named = [part[1:-1] for part in path.split("/") if part.startswith("{")]
    parameters = [_in_path(name) for name in named]
    parameters += _facets() if takes_facets else []
    parameters += _moment()
    if is_list:
        parameters += [_number("limit", 1, DEFAULT_LIMIT), _number("offset", 0, 0)]
    return {
        "operationId": path.strip("/").replace("/", "_").replace("{", "").replace("}", ""),
        "summary": summary,
        "parameters": parameters,
        "responses": _responses(_list_of(schema) if is_list else reference(schema)),
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
            "schema": {"type": "string", **({"format": form} if form else {})},
        }
        for name, description, form in AS_OF
    ]


def _number(name: str, least: int, default: int) -> Json:
    schema: Json = {"type": "integer", "minimum": least, "default": default}
    if name == "limit":
        schema["maximum"] = MAX_LIMIT
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
    return {"description": description, "content": {"application/json": {"schema": schema}}}
