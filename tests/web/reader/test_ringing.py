"""Whom to ring stands wherever a reader needs it, for the municipality meant."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from registry import create_app
from registry.catalogue.queries import Catalogue
from tests.numbers import HOSPITAL, REGION, VISITATION, give_numbers

PHONE = '<a class="phone" href="tel:11111111">11 11 11 11</a> Visitationen, Nordby'

VISITATION_OF = "<strong>Kommunens visitation eller rette forvaltning</strong>"


@pytest.fixture
def client(catalogue: Catalogue, tmp_path: Path, stopped_clock: object) -> FlaskClient:
    give_numbers(catalogue, VISITATION, HOSPITAL, REGION)
    url = f"sqlite:///{tmp_path / 'registry.sqlite'}"
    app = create_app(DATABASE_URL=url, INDEX_DIR=str(tmp_path / "index"))
    return app.test_client()


def page(client: FlaskClient, address: str) -> str:
    return " ".join(client.get(address).text.split())


@pytest.mark.parametrize(
    "address",
    [
        "/soeg?q=varsling&kommune=nordby",
        "/soeg?q=varsling+i+Nordby",
        "/soeg?q=kvantefysik&kommune=nordby",
        "/soeg?q=kvantefysik+i+Nordby",
        "/snitflader/proeve-udskrivning.varsel-boern?kommune=nordby",
        "/aftaler/proeve-udskrivning?kommune=nordby",
        "/organisationer/nordby",
    ],
)
def test_a_number_that_is_known_can_be_rung(client: FlaskClient, address: str) -> None:
    html = page(client, address)
    assert PHONE in html
    assert "(hverdage 8-15)" in html


def test_who_must_be_told_is_told_from_who_does_it(client: FlaskClient) -> None:
    html = page(client, "/soeg?q=varsling&kommune=nordby")
    reach = html.split("<dt>Ring til</dt>")[1].split("</dd>", maxsplit=1)[0]
    assert reach.index("11 11 11 11") < reach.index("skal have besked")


@pytest.mark.parametrize(
    "address",
    [
        "/soeg?q=varsling&kommune=sydby",
        "/soeg?q=kvantefysik&kommune=sydby",
        "/snitflader/proeve-udskrivning.varsel-boern?kommune=sydby",
    ],
)
def test_the_number_of_another_municipality_is_never_given(
    client: FlaskClient, address: str
) -> None:
    assert "11 11 11 11" not in page(client, address)


def test_who_does_it_is_not_left_out_where_only_others_have_a_number(
    client: FlaskClient,
) -> None:
    html = page(client, "/soeg?q=varsling+barn&kommune=nordby")
    reach = html.split("<dt>Ring til</dt>")[1].split("</dd>", maxsplit=1)[0]
    assert "<strong>Børneafdelingen</strong>" in reach
    assert reach.index("Intet nummer i kataloget") < reach.index("11 11 11 11")


def test_a_number_stands_once_in_an_answer(client: FlaskClient) -> None:
    html = page(client, "/soeg?q=kompressionsstrømper&kommune=nordby")
    assert html.count('href="tel:11111111"') == 1


CHOOSE = '<a href="#valg-kommune">vælg kommune</a> for at se numre'


@pytest.mark.parametrize(
    "address",
    ["/soeg?q=kompressionsstrømper", "/snitflader/proeve-udskrivning.varsel-boern"],
)
def test_without_a_municipality_it_leads_to_the_choice_of_one(
    client: FlaskClient, address: str
) -> None:
    html = page(client, address)
    assert CHOOSE in html
    assert "borgerens kommune: <a" in html or "hospitalet: <a" in html
    assert 'id="valg-kommune"' in html
    assert "spørg afdelingen" not in html


def test_where_the_catalogue_has_no_number_it_says_so(
    client: FlaskClient,
) -> None:
    html = page(client, "/soeg?q=kompressionsstrømper&kommune=sydby")
    assert html.count("<em>Intet nummer i kataloget</em>") == 1
    assert f"{VISITATION_OF}, Sydby Kommune" in html
    assert "se telefonlisten" in html
    assert "hovednummer" not in html
    assert CHOOSE not in html


def test_a_number_says_whose_it_is_also_where_that_is_who_does_it(
    client: FlaskClient,
) -> None:
    html = page(client, "/soeg?q=kompressionsstrømper&kommune=nordby")
    reach = html.split("<dt>Ring til</dt>")[1].split("</dd>", maxsplit=1)[0]
    assert "Visitationen, Nordby" in reach


def test_an_agreement_has_the_numbers_of_the_parties_that_serve_all(
    client: FlaskClient,
) -> None:
    html = page(client, "/aftaler/proeve-udskrivning")
    assert "33 33 33 33" in html
    assert "11 11 11 11" not in html


def test_an_agreement_without_numbers_says_whom_to_ask(client: FlaskClient) -> None:
    html = page(client, "/aftaler/proeve-gammel")
    assert "Hvem kan man ringe til" in html
    assert "<em>Intet nummer i kataloget</em>: se telefonlisten." in html
    assert f"{VISITATION_OF}, borgerens kommune" in html


def test_who_is_to_be_told_stands_beside_who_does_it_without_numbers(
    client: FlaskClient,
) -> None:
    html = page(client, "/soeg?q=varsling+barn&kommune=sydby")
    reach = html.split("<dt>Ring til</dt>")[1].split("</dd>", maxsplit=1)[0]
    assert ", Sydby Kommune <span" in reach
