"""What the API offers while one types, and that nothing typed is kept.

Also covers registry/api/completion_shapes.py.
"""

import logging
import shutil
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

import pytest
from flask import Flask
from flask.testing import FlaskClient

from registry import create_app
from registry.catalogue.offered import offers
from registry.clock import Moment
from registry.search.answer import Question
from registry.search.completions import SHARES

SUGGEST = "/api/v1/suggest"
TODAY = Moment(date(2026, 11, 26))


def suggested(client: FlaskClient, typed: str, **more: str) -> list[dict[str, Any]]:
    response = client.get(SUGGEST, query_string={"q": typed, **more})
    assert response.status_code == 200, response.text
    items: list[dict[str, Any]] = response.get_json()["items"]
    return items


def test_a_beginning_offers_tasks_first_then_terms(client: FlaskClient) -> None:
    assert suggested(client, "vars") == [
        {
            "kind": "task",
            "label": "Varsle kommunen før udskrivning",
            "meaning": "2 snitflader",
            "url": "/soeg?q=Varsle+kommunen+f%C3%B8r+udskrivning",
        },
        {
            "kind": "term",
            "label": "varsling",
            "meaning": "Besked til kommunen før en udskrivning.",
            "url": "/ordliste?ord=varsling#varsling",
        },
    ]


def test_another_name_is_said_before_the_meaning(client: FlaskClient) -> None:
    [term] = [i for i in suggested(client, "varsel") if i["kind"] == "term"]
    assert term["label"] == "varsling"
    assert term["meaning"].startswith("også: varsel. Besked")


def test_addresses_lead_to_the_date_that_was_asked_about(client: FlaskClient) -> None:
    items = suggested(client, "vars", as_of="2027-01-01")
    assert items
    assert all("pr=2027-01-01" in item["url"] for item in items)


def test_what_is_offered_is_not_kept_by_any_cache(client: FlaskClient) -> None:
    response = client.get(f"{SUGGEST}?q=vars")
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({}, "q"),
        ({"q": "  "}, "q"),
        ({"q": "a" * 401}, "q"),
        ({"q": "patient 010190-1234"}, "q"),
        ({"q": "vars", "as_of": "i går"}, "as_of"),
        ({"q": "vars", "recorded_at": "2999-01-01"}, "recorded_at"),
    ],
)
def test_what_cannot_be_used_is_refused_by_its_name(
    client: FlaskClient, asked: dict[str, str], field: str
) -> None:
    response = client.get(SUGGEST, query_string=asked)
    assert response.status_code == 400
    assert response.get_json()["error"]["field"] == field


def test_a_personal_number_is_not_given_back(client: FlaskClient) -> None:
    response = client.get(SUGGEST, query_string={"q": "patient 010190-1234"})
    assert "010190" not in response.text


@pytest.mark.parametrize("typed", ["kvantefysik", "vars", "patient 010190-1234"])
def test_nothing_typed_is_logged(
    client: FlaskClient, caplog: pytest.LogCaptureFixture, typed: str
) -> None:
    with caplog.at_level(logging.DEBUG):
        client.get(SUGGEST, query_string={"q": typed})

    assert typed not in caplog.text
    assert typed.split(maxsplit=1)[0] not in caplog.text


@pytest.fixture(scope="module")
def shipped_app(indexed_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The app on the shipped catalogue."""
    folder = tmp_path_factory.mktemp("shipped_app") / "own"
    url = f"sqlite:///{shutil.copytree(indexed_once, folder) / 'registry.sqlite'}"
    return create_app(DATABASE_URL=url, INDEX_DIR=str(folder / "index"))


@pytest.mark.slow
@pytest.mark.parametrize("on", [date(2026, 11, 26), date(2027, 1, 1)])
def test_every_address_that_can_be_offered_answers_and_has_its_place(
    shipped_app: Flask, on: date
) -> None:
    client = shipped_app.test_client()
    offered = offers(shipped_app.extensions["registry"].catalogue.at(Moment(on)))
    places: dict[str, set[str]] = defaultdict(set)
    for offer in offered:
        path, place = urldefrag(offer.url)
        places[path].add(unquote(place))

    assert {offer.kind for offer in offered} == set(SHARES)
    for path, named in places.items():
        response = client.get(path)
        assert response.status_code == 200, path
        missing = {p for p in named - {""} if f'id="{p}"' not in response.text}
        assert missing == set(), path


@pytest.mark.slow
def test_every_task_that_is_offered_is_answered(shipped_app: Flask) -> None:
    """Not always by itself first: two tasks may share a name's words."""
    asked = shipped_app.extensions["registry"]
    snapshot = asked.catalogue.at(TODAY)
    tasks = [offer for offer in offers(snapshot) if offer.kind == "task"]

    first = {
        task.label: asked.asker.ask(Question(task.label, TODAY)).groups
        for task in tasks
    }
    assert [
        label
        for label, groups in first.items()
        if label not in [group.label for group in groups[:3]]
    ] == []
