"""The page on which the appendix is chosen, and its files."""

import re

import pytest
from flask.testing import FlaskClient

from registry.exports.formats import EXPORTS

KEYS = [export.key for export in EXPORTS]
HEALTH = "sundhedsaftale-2024-2027"


def words(client: FlaskClient, address: str) -> str:
    """The page's text, blanks made one."""
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", response.text).split())


def test_the_page_counts_what_the_appendix_holds(client: FlaskClient) -> None:
    assert "1 videreføres, 0 afklares, 0 er ikke besluttet." in words(
        client, "/appendiks"
    )


def test_the_count_follows_the_choices(client: FlaskClient) -> None:
    assert "0 videreføres" in words(client, "/appendiks?aftaletype=samarbejdsaftale")
    assert "0 videreføres, 1 afklares" in words(client, "/appendiks?pr=2029-01-01")


def test_without_a_choice_it_is_that_of_the_period(client: FlaskClient) -> None:
    assert "Prøve-sundhedsaftale 2024-2027 pr. 22. november 2026" in words(
        client, "/appendiks"
    )


@pytest.mark.parametrize("key", KEYS)
def test_every_format_is_a_link_that_works(client: FlaskClient, key: str) -> None:
    page = client.get("/appendiks?pr=2026-06-02&raekker=1").text.replace("&amp;", "&")
    hrefs = re.findall(rf'href="(/appendiks\?[^"]*format={key}(?:&[^"]*)?)"', page)
    assert len(hrefs) == 1
    answer = client.get(hrefs[0])
    assert answer.status_code == 200
    export = next(export for export in EXPORTS if export.key == key)
    assert answer.content_type == export.media_type
    if key != "html":
        name = f"appendiks-{HEALTH}-2026-06-02-fuldt-med-snitflader.{key}"
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert "Set-Cookie" not in answer.headers


def test_the_contract_of_the_address(client: FlaskClient) -> None:
    moment = "pr=2026-11-22&vist=2026-11-01T12:00"
    address = f"/appendiks?sundhedsaftale={HEALTH}&format=json&{moment}"
    appendix = client.get(address).get_json()
    assert appendix["health_agreement"]["slug"] == HEALTH
    assert appendix["as_of"] == "2026-11-22"
    assert appendix["recorded_at"] == "2026-11-01T11:00:00+00:00"
    assert [item["slug"] for item in appendix["items"]] == ["proeve-lokal"]
    assert appendix["items"][0]["url"].endswith("/aftaler/proeve-lokal/udgaver/1")


def test_the_file_and_the_interface_say_the_same(client: FlaskClient) -> None:
    file = client.get("/appendiks?format=json&raekker=1&siden=2025-01-01").get_json()
    answer = client.get("/api/v1/appendix?rows=1&since=2025-01-01").get_json()
    assert file == answer


def test_the_address_in_the_appendix_makes_it_again(client: FlaskClient) -> None:
    made = client.get(
        "/appendiks?format=md&omfang=kort&vist=2026-11-01T12:00&kommune=nordby"
    )
    address = re.search(
        r"\*\*Adresse:\*\* <http://127.0.0.1:8000(/appendiks\?[^>]+)>", made.text
    )
    assert address
    assert client.get(f"{address[1]}&format=md").data == made.data


def test_the_appendix_is_shown_on_the_page(client: FlaskClient) -> None:
    text = words(client, "/appendiks?format=html&raekker=1")
    assert "Følgende 1 eksisterende aftale videreføres under" in text
    assert "Lokal prøveaftale om kørsel" in text
    assert "=KØRSEL() hjem til Nordby" in text


@pytest.mark.parametrize("level", [1, 2, 4])
def test_the_page_has_one_title_whatever_the_level(
    client: FlaskClient, level: int
) -> None:
    page = client.get(f"/appendiks?format=html&niveau={level}").text
    assert page.count("<h1") == 1
    assert f'<h{level} id="appendiks">' in page


def test_what_needs_no_decision_is_named(client: FlaskClient) -> None:
    text = words(client, "/appendiks")
    assert "1 andre i kraft kræver ingen beslutning" in text
    assert "Prøveaftale om udskrivning" in text


def test_a_date_outside_the_period_is_said(client: FlaskClient) -> None:
    assert "uden for sundhedsaftalens periode" in words(
        client, "/appendiks?pr=2029-01-01"
    )
    assert "uden for sundhedsaftalens periode" not in words(client, "/appendiks")


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("format=odt", "format"),
        ("omfang=halv", "omfang"),
        ("raekker=ja-tak", "raekker"),
        ("siden=i-går", "siden"),
        ("siden=2026-11-22", "siden"),
        ("kommune=ukendt", "kommune"),
        ("fokusomraade=ukendt", "fokusomraade"),
        ("aftaletype=ukendt", "aftaletype"),
        ("niveau=9", "niveau"),
        ("pr=ukendt", "pr"),
        ("vist=2999-01-01T00:00", "vist"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(
    client: FlaskClient, query: str, field: str
) -> None:
    answer = client.get(f"/appendiks?{query}")
    assert answer.status_code == 400
    assert f"{field}:" in answer.text


def test_an_unknown_health_agreement_is_not_found(client: FlaskClient) -> None:
    assert client.get("/appendiks?sundhedsaftale=ukendt").status_code == 404


def test_the_health_agreements_lead_to_their_appendices(client: FlaskClient) -> None:
    assert f"/appendiks?sundhedsaftale={HEALTH}" in client.get("/sundhedsaftaler").text


@pytest.mark.parametrize(
    ("query", "field"),
    [("scope=halv", "scope"), ("kind=x", "kind"), ("as_of=x", "as_of")],
)
def test_the_interface_refuses_by_its_own_names(
    client: FlaskClient, query: str, field: str
) -> None:
    answer = client.get(f"/api/v1/appendix?{query}")
    assert answer.status_code == 400
    assert answer.get_json()["error"]["field"] == field
