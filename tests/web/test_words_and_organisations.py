"""The word list, the organisations and the health agreements."""

import pytest
from flask.testing import FlaskClient


def page(client: FlaskClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.text.split())


def test_the_word_list_stands_in_danish_order(client: FlaskClient) -> None:
    html = page(client, "/ordliste")
    places = [html.index(f'id="{key}"') for key in ("orientering", "varsling", "aarsplan")]
    assert places == sorted(places)
    assert '<a href="#bogstav-aa">Å</a>' in html


def test_an_entry_tells_what_is_the_same_and_what_is_not(client: FlaskClient) -> None:
    html = page(client, "/ordliste")
    assert "<strong>Samme som:</strong> varsel" in html
    assert '<strong>Ikke at forveksle med:</strong> <a href="/ordliste#orientering">' in html
    assert "Orientering er uden frist." in html


def test_an_entry_leads_to_the_rows_of_its_task(client: FlaskClient) -> None:
    html = page(client, "/ordliste")
    assert '<a href="/snitflader/proeve-udskrivning.varsel-boern">' in html
    assert 'href="/soeg?q=varsling"' in html


def test_the_word_list_can_be_searched(client: FlaskClient) -> None:
    html = page(client, "/ordliste?q=VARSEL")
    assert 'id="varsling"' in html
    assert 'id="aarsplan"' not in html
    assert "1 af 3 ord." in html


def test_an_unknown_word_leads_to_the_agreements(client: FlaskClient) -> None:
    assert 'href="/soeg?q=zebra"' in page(client, "/ordliste?q=zebra")


@pytest.mark.parametrize("wanted", ["010190-1234", "a" * 201])
def test_a_cpr_number_or_too_much_is_refused(client: FlaskClient, wanted: str) -> None:
    response = client.get(f"/ordliste?q={wanted}")
    assert response.status_code == 400
    assert wanted not in response.text


def test_organisations_stand_by_kind(client: FlaskClient) -> None:
    html = page(client, "/organisationer")
    assert html.index("Regioner") < html.index("Prøveregionen") < html.index("Hospitaler")
    assert "til og med 31. december 2026" in html


def test_my_municipality_narrows_the_organisations(client: FlaskClient) -> None:
    html = page(client, "/organisationer?kommune=nordby").split("<main", 1)[1]
    assert "Nordby Hospital" in html
    assert "Prøveregionen" in html
    assert "Sydby" not in html


def test_an_organisation_shows_its_agreements_by_role(client: FlaskClient) -> None:
    html = page(client, "/organisationer/nordby")
    assert "<h3>Formel part</h3>" in html
    assert 'href="/aftaler/proeve-lokal">' in html
    assert 'href="/organisationer/nordby-hospital"' in html


def test_an_organisation_without_contact_says_so(client: FlaskClient) -> None:
    assert "<li>Ikke oplyst.</li>" in page(client, "/organisationer/nordby")


def test_an_organisation_shows_who_takes_its_place(client: FlaskClient) -> None:
    old, new = (
        page(client, "/organisationer/proeveregion"),
        page(client, "/organisationer/nyregion"),
    )
    assert 'Afløses 1. januar 2027 af:</strong> <a href="/organisationer/nyregion">' in old
    assert "Træder 1. januar 2027 i stedet for:</strong>" in new


def test_an_unknown_organisation_is_not_found(client: FlaskClient) -> None:
    assert client.get("/organisationer/ukendt").status_code == 404


def test_health_agreements_show_period_focus_and_agreements(client: FlaskClient) -> None:
    html = page(client, "/sundhedsaftaler")
    for text in (
        "1. januar 2024 til og med 31. december 2027.",
        "Psykisk sygdom",
        "Bedre sammenhæng",
        'href="/aftaler/proeve-udskrivning"',
        "gælder 22. november 2026",
    ):
        assert text in html
