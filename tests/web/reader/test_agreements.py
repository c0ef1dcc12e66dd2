"""The list of agreements, an agreement's page, and its versions for good.

Also covers registry/web/reader/agreement_view.py and
registry/web/reader/three_fields.py.
"""

import re
import shutil
from datetime import datetime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from registry.rules.kinds import STATUTORY
from tests.conftest import loaded
from tests.web.conftest import app_in
from tests.web.people import sign_in
from tests.web.writing import SLUG, act, begin


def page(client: FlaskClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.text.split())


def test_the_list_tells_apart_what_is_in_force(client: FlaskClient) -> None:
    html = page(client, "/aftaler")
    assert html.index("I kraft (2)") < html.index("Prøveaftale om udskrivning")
    assert html.index("Kommende (1)") < html.index("Den kommende prøveaftale")
    assert html.index("Ikke længere i kraft (1)") < html.index("Den gamle prøveaftale")


def test_my_municipality_leaves_out_other_places_local_agreements(
    client: FlaskClient,
) -> None:
    html = page(client, "/aftaler?kommune=sydby")
    assert "Lokal prøveaftale" not in html
    assert "Viser kun aftaler, der gælder i Sydby Kommune." in html
    assert "Lokal prøveaftale" in page(client, "/aftaler?kommune=nordby")


def test_an_agreement_begins_with_status_and_the_three_fields(
    client: FlaskClient,
) -> None:
    html = page(client, "/aftaler/proeve-udskrivning")
    order = [
        "badge-success",
        "Lægeligt behandlingsansvar",
        "Ansvarsfordeling",
        "Økonomi",
    ]
    order += ["Hvem gør hvad", "Aftalens indhold", "Parter", "Udgaver og sammenhæng"]
    start = html.index("<main")
    places = [html.index(part, start) for part in order]
    assert places == sorted(places)
    assert "<strong>lægelige</strong>" in html


def test_the_status_says_when_and_until_when(client: FlaskClient) -> None:
    html = page(client, "/aftaler/proeve-udskrivning")
    assert "<dt>I kraft fra</dt><dd>1. januar 2024" in html
    assert "til og med 31. december 2027" in html
    assert "offentliggjort her den 1. juni 2026" in html


def test_rows_stand_by_phase_at_their_keys(client: FlaskClient) -> None:
    html = page(client, "/aftaler/proeve-udskrivning")
    assert '<tr id="varsel-boern">' in html
    assert html.index("<h3>Udskrivning</h3>") < html.index("<h3>Efter udskrivning</h3>")


def test_the_body_has_a_contents_list_that_leads_to_its_sections(
    client: FlaskClient,
) -> None:
    html = page(client, "/aftaler/proeve-udskrivning")
    assert '<a href="#afsnit-aeroe-aalborg">Ærø &amp; Ålborg</a>' in html
    assert 'id="afsnit-aeroe-aalborg"' in html


def test_relations_are_shown_from_both_sides(client: FlaskClient) -> None:
    html = page(client, "/aftaler/proeve-udskrivning")
    assert (
        '<h3>Afløser</h3> <ul class="link-list"> <li><a href="/aftaler/proeve-gammel">'
        in html
    )
    assert "<h3>Suppleres af</h3>" in html
    assert "<h3>Afløst af</h3>" in page(client, "/aftaler/proeve-gammel")


def test_records_stand_beside_the_agreement(client: FlaskClient) -> None:
    html = page(client, "/aftaler/proeve-udskrivning")
    assert "Bemærkning fra redaktionen" in html
    assert "Kataloget kender ingen beslutning" in html
    first = page(client, "/aftaler/proeve-udskrivning/udgaver/1")
    assert "Nordby Kommune: vedtaget 1. december 2023 (Møde 7)" in first
    local = page(client, "/aftaler/proeve-lokal")
    assert "Prøve-sundhedsaftale 2024-2027: videreføres fra 1. januar 2024" in local


def test_a_rule_of_law_has_no_parties_and_nobody_continues_it(
    catalogue_dir: Path, tmp_path: Path, stopped_clock: datetime
) -> None:
    source = shutil.copytree(catalogue_dir, tmp_path / "content")
    agreed = (source / "agreements" / "proeve-gammel" / "1.md").read_text("utf-8")
    law = agreed.replace("samarbejdsaftale", STATUTORY)
    (source / "agreements" / "proeve-lov").mkdir()
    (source / "agreements" / "proeve-lov" / "1.md").write_text(
        law.replace("parties:\n  formel-part: [nordby]\n", ""), "utf-8"
    )
    loaded(tmp_path, source)

    html = page(app_in(tmp_path).test_client(), "/aftaler/proeve-lov")

    assert "Reglerne følger af loven og gælder for alle" in html
    for of_agreed in (">Parter<", ">Vedtagelser<", ">Videreførelse<"):
        assert of_agreed not in html


def test_each_status_says_why(client: FlaskClient) -> None:
    expected = {
        "/aftaler/proeve-lokal": "Videreført i Prøve-sundhedsaftale 2024-2027, men "
        "det er ikke bekræftet af en kilde.",
        "/aftaler/proeve-lokal?pr=2023-06-01": ">gældende</span>",
        "/aftaler/proeve-lokal?pr=2028-02-01": "Videreførelsen er ikke besluttet.",
        "/aftaler/proeve-gammel": "Afløst af Prøveaftale om udskrivning &amp; hjælp.",
        "/aftaler/proeve-kommende": "Ingen udgave er trådt i kraft endnu.",
        "/aftaler/proeve-udskrivning?pr=2027-01-01": "Nyregionen træder i stedet;",
    }
    for address, text in expected.items():
        assert text in page(client, address), address


def test_the_page_follows_the_date(client: FlaskClient) -> None:
    assert "Senest 5 hverdage" in page(
        client, "/aftaler/proeve-udskrivning?pr=2023-06-01"
    )
    assert "Senest 8 hverdage" in page(client, "/aftaler/proeve-udskrivning")


def test_the_page_follows_what_was_recorded(client: FlaskClient) -> None:
    html = page(client, "/aftaler/proeve-udskrivning?vist=2026-03-01T12:00")
    assert "Senest 5 hverdage" in html
    assert "Senest 8 hverdage" not in html


def test_a_version_s_address_stays_with_the_version(client: FlaskClient) -> None:
    html = page(client, "/aftaler/proeve-udskrivning/udgaver/1")
    assert "Senest 5 hverdage" in html
    assert "Du ser udgave 1." in html
    assert "Det er ikke den, kataloget svarer ud fra" in html


def test_my_municipality_narrows_the_rows(client: FlaskClient) -> None:
    html = page(client, "/aftaler/proeve-lokal?kommune=sydby")
    assert "Viser kun snitflader, der gælder i Sydby Kommune." in html
    assert 'id="koersel"' not in html


def test_an_unknown_agreement_is_not_found(client: FlaskClient) -> None:
    for address in ("/aftaler/ukendt", "/aftaler/proeve-lokal/udgaver/9"):
        response = client.get(address)
        assert response.status_code == 404
        assert 'id="q"' in response.text


def test_a_version_not_yet_recorded_is_not_found(client: FlaskClient) -> None:
    address = "/aftaler/proeve-udskrivning/udgaver/2?vist=2026-03-01T12:00"
    assert client.get(address).status_code == 404


def test_what_the_mark_of_unconfirmed_rows_means_is_said_once_over_them(
    client: FlaskClient,
) -> None:
    for address in ("/aftaler/proeve-udskrivning", "/snitflader"):
        page = client.get(address).text
        said = " ".join(re.sub(r"<[^>]*>", "", page).split())
        (told,) = re.findall(r"(\d+) af \d+ snitflader her er ikke bekræftet", said)
        marks = page.count('<span class="sr-only">ikke\n  bekræftet</span>')
        assert marks == int(told) > 0


def test_what_was_published_just_now_is_there_for_who_goes_to_it(
    people: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    rita, gorm = sign_in(people, "rita"), sign_in(people, "gorm")
    catalogue = people.extensions["registry"].catalogue
    old = catalogue.today()
    draft = begin(rita)
    for browser, name in (
        (rita, "indsend"),
        (gorm, "godkend"),
        (gorm, "offentliggoer"),
    ):
        act(browser, draft, name)
    monkeypatch.setattr(catalogue, "lately", lambda _moment: old)

    assert rita.get(f"/aftaler/{SLUG}/udgaver/3").status_code == 200
    assert rita.get(f"/aftaler/{SLUG}/udgaver/4").status_code == 404
    assert rita.get("/aftaler/findes-ikke").status_code == 404
