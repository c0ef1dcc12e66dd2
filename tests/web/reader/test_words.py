"""The word list: in Danish order, what is the same, what is not, and a way on.

Also covers registry/web/reader/term_view.py.
"""

import pytest
from flask.testing import FlaskClient


def page(client: FlaskClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.text.split())


def test_the_word_list_stands_in_danish_order(client: FlaskClient) -> None:
    html = page(client, "/ordliste")
    places = [
        html.index(f'id="{key}"') for key in ("orientering", "varsling", "aarsplan")
    ]
    assert places == sorted(places)
    assert '<a href="#bogstav-aa">Å</a>' in html


def test_an_entry_tells_what_is_the_same_and_what_is_not(client: FlaskClient) -> None:
    html = page(client, "/ordliste")
    assert "<strong>Samme som:</strong> varsel" in html
    assert (
        "<strong>Ikke at forveksle med:</strong> "
        '<a href="/ordliste?ord=orientering#orientering">' in html
    )
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


@pytest.mark.parametrize("wanted", ["010190-1234", "a" * 401])
def test_a_cpr_number_or_too_much_is_refused(client: FlaskClient, wanted: str) -> None:
    response = client.get(f"/ordliste?q={wanted}")
    assert response.status_code == 400
    assert wanted not in response.text
