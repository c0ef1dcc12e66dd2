"""The API's description names every route, and real answers have the shapes it
promises.

Also covers registry/api/schemas.py, registry/api/appendix.py and
registry/api/follow_up_shapes.py.
"""

import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from registry.api.follow_up_shapes import FOLLOW_UP
from registry.rules.fields import FACETS

TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}
ANSWERS = {
    "/search": (
        "search?q=varsling",
        "search?q=kvantefysik",
        "search?q=varsling&phase=udskrivning",
    ),
    "/suggest": ("suggest?q=vars", "suggest?q=v", "suggest?q=va&as_of=2027-01-01"),
    "/agreements": ("agreements", "agreements?as_of=2027-01-01"),
    "/agreements/{slug}": ("agreements/proeve-udskrivning", "agreements/proeve-lokal"),
    "/agreements/{slug}/versions/{number}": (
        "agreements/proeve-udskrivning/versions/1",
    ),
    "/snitflader": ("snitflader",),
    "/told": ("told", "told?target_group=voksne&municipality=nordby"),
    "/coherence": ("coherence", "coherence?kind=gap&municipality=sydby"),
    "/health-agreements": ("health-agreements", "health-agreements?as_of=1999-01-01"),
    "/health-agreements/{slug}": (
        "health-agreements/sundhedsaftale-2024-2027",
        "health-agreements/sundhedsaftale-2024-2027?as_of=2025-06-01",
    ),
    **{
        kind.path: (kind.path[1:].format(slug="sundhedsaftale-2024-2027"),)
        for kind in FOLLOW_UP
    },
    "/organisations": ("organisations",),
    "/terms": ("terms",),
    "/appendix": (
        "appendix",
        "appendix?rows=1&since=2025-01-01&as_of=2026-06-01",
        "appendix?scope=short&as_of=2027-01-01",
    ),
    "/openapi.json": ("openapi.json",),
}


@pytest.fixture
def description(client: FlaskClient) -> Any:
    return client.get("/api/v1/openapi.json").get_json()


def faults(value: Any, schema: Any, components: Any, at: str = "") -> list[str]:
    """Where a value differs from its schema; as much of JSON Schema as the description
    uses.
    """
    if "$ref" in schema:
        schema = components[schema["$ref"].rsplit("/", 1)[1]]
    kinds = schema.get("type", list(TYPES))
    kinds = kinds if isinstance(kinds, list) else [kinds]
    allowed = [TYPES[kind] for kind in kinds]
    if not any(isinstance(value, kind) for kind in allowed):
        return [f"{at}: {value!r} is no {kinds}"]
    if isinstance(value, bool) and "boolean" not in kinds:
        return [f"{at}: {value!r} is no {kinds}"]
    if "enum" in schema and value not in schema["enum"]:
        return [f"{at}: {value!r} is none of {schema['enum']}"]
    if isinstance(value, list):
        items = schema.get("items", {})
        return [
            f
            for i, v in enumerate(value)
            for f in faults(v, items, components, f"{at}[{i}]")
        ]
    if isinstance(value, dict):
        return object_faults(value, schema, components, at)
    return []


def object_faults(
    value: dict[str, Any], schema: Any, components: Any, at: str
) -> list[str]:
    known, others = (
        schema.get("properties", {}),
        schema.get("additionalProperties", True),
    )
    problems = [
        f"{at}: {name} is missing"
        for name in schema.get("required", [])
        if name not in value
    ]
    for name, part in value.items():
        if name in known:
            problems += faults(part, known[name], components, f"{at}.{name}")
        elif others is False:
            problems.append(f"{at}: {name} is not described")
        elif isinstance(others, dict):
            problems += faults(part, others, components, f"{at}.{name}")
    return problems


def test_it_is_openapi_3_1(description: Any) -> None:
    assert description["openapi"] == "3.1.0"
    assert description["servers"] == [{"url": "/api/v1"}]


def test_every_route_is_described_and_nothing_else(
    app: Flask, description: Any
) -> None:
    routes = {
        re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule.removeprefix("/api/v1"))
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/api/v1/")
    }
    assert set(description["paths"]) == routes == set(ANSWERS)


@pytest.mark.parametrize("path", ANSWERS)
def test_real_answers_have_the_described_shape(
    client: FlaskClient, description: Any, path: str
) -> None:
    content = description["paths"][path]["get"]["responses"]["200"]["content"]
    schema = content["application/json"]["schema"]
    for address in ANSWERS[path]:
        value = client.get(f"/api/v1/{address}").get_json()
        assert faults(value, schema, description["components"]["schemas"]) == []


def test_refusals_have_the_described_shape(
    client: FlaskClient, description: Any
) -> None:
    schemas = description["components"]["schemas"]
    for address in ("search", "suggest", "agreements/ukendt", "agreements?limit=x"):
        value = client.get(f"/api/v1/{address}").get_json()
        assert faults(value, schemas["Error"], schemas) == []


def test_the_check_itself_finds_faults() -> None:
    schema = {
        "type": "object",
        "properties": {"a": {"type": "integer"}},
        "required": ["a"],
        "additionalProperties": False,
    }
    assert faults({"a": 1}, schema, {}) == []
    assert len(faults({"a": "1"}, schema, {})) == 1
    assert len(faults({"b": 1}, schema, {})) == 2
    assert len(faults({"a": True}, schema, {})) == 1


def test_every_parameter_of_the_search_is_described(description: Any) -> None:
    parameters = description["paths"]["/search"]["get"]["parameters"]
    assert {parameter["name"] for parameter in parameters} == {
        *("q", "as_of", "recorded_at", "limit"),
        *(facet.name for facet in FACETS),
    }


@pytest.mark.parametrize("path", ["/search", "/suggest"])
@pytest.mark.parametrize("longest", [30, 400])
def test_the_longest_question_that_is_described_is_the_longest_that_is_taken(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, path: str, longest: int
) -> None:
    monkeypatch.setitem(client.application.config, "MAX_QUESTION_LENGTH", longest)
    asker = client.application.extensions["registry"].asker
    monkeypatch.setattr(asker, "longest", longest)
    paths = client.get("/api/v1/openapi.json").get_json()["paths"]
    (question,) = (p for p in paths[path]["get"]["parameters"] if p["name"] == "q")

    most = question["schema"]["maxLength"]

    assert most == longest
    for letters, status in ((most, 200), (most + 1, 400)):
        answer = client.get(f"/api/v1{path}", query_string={"q": "v" * letters})
        assert answer.status_code == status


@pytest.mark.parametrize("name", ["limit", "offset"])
def test_the_numbers_that_are_described_are_those_that_are_taken(
    client: FlaskClient, description: Any, name: str
) -> None:
    parameters = description["paths"]["/agreements"]["get"]["parameters"]
    (number,) = (p for p in parameters if p["name"] == name)
    schema, _empty = number["schema"]["anyOf"]
    least, most = schema["minimum"], schema["maximum"]

    for asked, status in ((least, 200), (least - 1, 400), (most, 200), (most + 1, 400)):
        answer = client.get("/api/v1/agreements", query_string={name: asked})
        assert answer.status_code == status
