"""The organisations: by kind, with their agreements, and who takes whose place."""

from flask.testing import FlaskClient


def page(client: FlaskClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.text.split())


def test_organisations_stand_by_kind(client: FlaskClient) -> None:
    html = page(client, "/organisationer")
    assert (
        html.index("Regioner") < html.index("Prøveregionen") < html.index("Hospitaler")
    )
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
    assert (
        'Afløses 1. januar 2027 af:</strong> <a href="/organisationer/nyregion">' in old
    )
    assert "Træder 1. januar 2027 i stedet for:</strong>" in new


def test_an_unknown_organisation_is_not_found(client: FlaskClient) -> None:
    assert client.get("/organisationer/ukendt").status_code == 404
