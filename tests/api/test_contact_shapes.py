"""Whom to ring, in the API's answers: for the municipality chosen or named."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from registry import create_app
from registry.catalogue.queries import Catalogue
from tests.numbers import HOSPITAL, VISITATION, give_numbers

TOLD = {
    "organisation": "nordby",
    "name": "Nordby Kommune",
    "function": "Visitationen",
    "phone": "11 11 11 11",
    "hours": "hverdage 8-15",
}


@pytest.fixture
def client(catalogue: Catalogue, tmp_path: Path, stopped_clock: object) -> FlaskClient:
    give_numbers(catalogue, VISITATION, HOSPITAL)
    url = f"sqlite:///{tmp_path / 'registry.sqlite'}"
    app = create_app(DATABASE_URL=url, INDEX_DIR=str(tmp_path / "index"))
    return app.test_client()


def contacts(client: FlaskClient, address: str) -> list[dict[str, object]]:
    rows = client.get(f"/api/v1{address}").get_json()
    row = (rows.get("answers") or rows.get("items"))[0]
    return list(row["contacts"])


def test_an_answer_has_the_numbers_of_the_municipality_chosen(
    client: FlaskClient,
) -> None:
    told = contacts(client, "/search?q=varsling&municipality=nordby")[1]
    assert told == {
        "actor": "Kommune",
        "roles": ["informed"],
        "numbers": [TOLD],
        "only_if": "",
        "ask": "",
    }


def test_an_answer_has_the_numbers_of_the_municipality_named(
    client: FlaskClient,
) -> None:
    assert contacts(client, "/search?q=varsling+i+Nordby")[1]["numbers"] == [TOLD]


def test_a_row_of_the_table_has_them_too(client: FlaskClient) -> None:
    rows = client.get("/api/v1/snitflader?municipality=nordby").get_json()["items"]
    numbers = [one["numbers"] for row in rows for one in row["contacts"]]
    assert [TOLD] in numbers


def test_without_a_number_it_says_where_to_ask(client: FlaskClient) -> None:
    told = contacts(client, "/search?q=varsling&municipality=sydby")[1]
    assert told["numbers"] == []
    assert told["ask"] == "Sydby Kommune: rette forvaltning for børn og unge"


def test_no_answer_still_says_where_to_ask(client: FlaskClient) -> None:
    answer = client.get("/api/v1/search?q=kvantefysik&municipality=sydby").get_json()
    whom = "Sydby Kommune: kommunens visitation eller rette forvaltning"
    assert f"er borgeren hjemme: {whom}" in answer["asks"]


def test_no_answer_still_says_whom_to_ring(client: FlaskClient) -> None:
    answer = client.get("/api/v1/search?q=kvantefysik&municipality=nordby").get_json()
    assert answer["abstained"]
    assert TOLD in answer["numbers"]


def test_an_organisation_has_its_contacts(client: FlaskClient) -> None:
    listed = client.get("/api/v1/organisations").get_json()["items"]
    assert {o["slug"]: o["contacts"] for o in listed}["nordby"] == [TOLD]


def test_an_agreement_has_the_numbers_of_its_parties_that_serve_all(
    client: FlaskClient,
) -> None:
    version = client.get("/api/v1/agreements/proeve-udskrivning/versions/2").get_json()
    assert version["numbers"] == []
    asked = "borgerens kommune: kommunens visitation eller rette forvaltning"
    assert asked in version["asks"]


def test_an_answer_says_its_first_line(client: FlaskClient) -> None:
    answer = client.get("/api/v1/search?q=hvornår+varsling").get_json()
    assert answer["first_lines"] == [
        {
            "group": "varsling",
            "field": "deadline",
            "text": "Senest 8 hverdage før udskrivning – børn og unge; "
            "gælder ikke for: Psykiatrien (svaret er ikke bekræftet) · "
            "Voksne: ikke oplyst",
        }
    ]
