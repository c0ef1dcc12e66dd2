"""What holds for every page: it answers, it is safe, it keeps the reader's date.

Also covers registry/web/frame/layout.py.
"""

import re

import pytest
from flask.testing import FlaskClient

from tests.read_page import Read

PAGES = (
    "/",
    "/soeg",
    "/soeg?q=varsling",
    "/soeg?q=kvantefysik",
    "/soeg?q=hvad+betyder+varsling",
    "/aftaler",
    "/aftaler/proeve-udskrivning",
    "/aftaler/proeve-kommende",
    "/aftaler/proeve-gammel",
    "/aftaler/proeve-udskrivning/udgaver/1",
    "/aftaler/proeve-udskrivning/forskel?fra=1&til=2",
    "/snitflader",
    "/snitflader/proeve-udskrivning.varsel-boern",
    "/forloeb",
    "/forloeb/voksne",
    "/forloeb/boern-og-unge?fase=udskrivning",
    "/borger",
    "/borger/voksne",
    "/borger/voksne?skrift=stor",
    "/borger/boern-og-unge/udskrivning",
    "/overblik",
    "/overblik?slags=hul&maalgruppe=voksne",
    "/overgang",
    "/overgang?fra=2026-12-31&til=2027-01-01",
    "/opgaveflytninger",
    "/ordliste",
    "/organisationer",
    "/organisationer/nordby",
    "/sundhedsaftaler",
    "/sundhedsaftaler/sundhedsaftale-2024-2027",
    "/sundhedsaftaler/sundhedsaftale-2024-2027/statuspapir",
    "/appendiks",
    "/appendiks?format=html&raekker=1",
    "/appendiks?format=html&omfang=kort&niveau=2",
    "/om",
    "/tilgaengelighed",
    "/tillid",
)


def with_parameter(page: str, parameter: str) -> str:
    return f"{page}{'&' if '?' in page else '?'}{parameter}"


@pytest.mark.parametrize("page", PAGES)
def test_every_page_answers_with_its_parts(client: FlaskClient, page: str) -> None:
    response = client.get(page)
    assert response.status_code == 200
    for part in (
        '<html lang="da">',
        'href="#indhold"',
        '<main id="indhold"',
        "<h1",
        "<header",
    ):
        assert part in response.text
    assert response.text.count("<h1") == 1


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    "parameter",
    ["pr=2027-01-01", "pr=1999-01-01", "vist=2026-11-01T12:00", "kommune=sydby"],
)
def test_every_page_can_be_asked_for_another_date(
    client: FlaskClient, page: str, parameter: str
) -> None:
    assert client.get(with_parameter(page, parameter)).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_no_page_sets_a_cookie(client: FlaskClient, page: str) -> None:
    assert "Set-Cookie" not in client.get(page).headers


@pytest.mark.parametrize("page", PAGES)
def test_no_page_holds_a_script_or_style_of_its_own(
    client: FlaskClient, page: str
) -> None:
    html = client.get(page).text
    assert not re.search(r"<script(?![^>]*\ssrc=)", html)
    assert not re.search(r"<style", html)
    assert not [
        name
        for _, name, _ in Read(html).attributes
        if name == "style" or name.startswith("on")
    ]


@pytest.mark.parametrize("page", PAGES)
def test_every_id_stands_once(client: FlaskClient, page: str) -> None:
    names = re.findall(r'\sid="([^"]*)"', client.get(page).text)
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_the_chooser_and_the_main_menu(
    client: FlaskClient, page: str
) -> None:
    html = client.get(page).text
    assert 'name="kommune"' in html
    assert 'name="pr"' in html
    assert '<nav aria-label="Hovedmenu">' in html


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_that_the_content_is_illustrative(
    client: FlaskClient, page: str
) -> None:
    assert "ikke de vedtagne aftaletekster" in client.get(page).text


@pytest.mark.parametrize("page", PAGES)
def test_every_link_keeps_date_moment_and_municipality(
    client: FlaskClient, page: str
) -> None:
    asked = with_parameter(page, "pr=2026-12-24&vist=2026-11-01T12:00&kommune=nordby")
    html = client.get(asked).text.replace("&amp;", "&")
    links = re.findall(r'href="(/(?!static|api|redaktion)[^"]*)"', html)
    # The transition shows two days, and each row as it stands on its own.
    is_transition = page.startswith("/overgang")
    days = ("pr=2026-12-24", *(("pr=2026-12-31", "pr=2027-01-01") * is_transition))
    ways_out = ("Tilbage til i dag", "Vis også", "Vis alle", "Fjern afgrænsning")
    assert links
    for href in links:
        text = re.search(re.escape(f'href="{href}"') + r"[^>]*>([^<]*)", html)
        if text and text[1].startswith(ways_out):
            continue
        assert any(day in href for day in days), href
        assert "vist=2026-11-01T12:00" in href.replace("%3A", ":"), href
        assert "kommune=nordby" in href, href


def test_today_has_no_banner(client: FlaskClient) -> None:
    assert "Tilbage til i dag" not in client.get("/aftaler").text


def test_another_date_has_a_banner_and_a_way_back(client: FlaskClient) -> None:
    html = client.get("/soeg?q=varsling&pr=2027-01-01&kommune=nordby").text
    assert "Dato: <strong>1. januar 2027</strong>" in html
    back = re.search(r'href="([^"]*)">Tilbage til i dag', html)
    assert back
    assert back[1].replace("&amp;", "&") == "/soeg?kommune=nordby&q=varsling"


def test_an_earlier_moment_has_a_banner(client: FlaskClient) -> None:
    html = " ".join(client.get("/aftaler?vist=2026-11-01T12:00").text.split())
    assert ", som vist <strong>1. november 2026 kl. 12.00</strong>" in html


def test_empty_fields_of_the_chooser_mean_today_and_everywhere(
    client: FlaskClient,
) -> None:
    response = client.get("/aftaler?kommune=&pr=&vist=")
    assert response.status_code == 200
    assert "Tilbage til i dag" not in response.text


def test_the_chooser_keeps_the_question_and_the_facets(client: FlaskClient) -> None:
    html = client.get("/soeg?q=varsling&fase=udskrivning&ukendt=hemmelig").text
    assert '<input type="hidden" name="q" value="varsling">' in html
    assert '<input type="hidden" name="fase" value="udskrivning">' in html
    assert "hemmelig" not in html


def test_the_menu_says_where_one_is(client: FlaskClient) -> None:
    assert 'aria-current="page">Aftaler' in client.get("/aftaler").text
    assert 'aria-current="true">Aftaler' in client.get("/aftaler/proeve-lokal").text


def test_html_in_content_is_shown_as_it_was_typed(client: FlaskClient) -> None:
    html = client.get("/aftaler/proeve-udskrivning").text
    assert '&lt;script&gt;alert("ond")&lt;/script&gt;' in html
    page = Read(html)
    sources = [name for tag, name, at in page.attributes if tag == "script" and at]
    assert not page.of("onclick")
    assert sources.count("src") == len(page.scripts)
    assert not [at for at in page.of("href") if at.startswith("javascript:")]
    assert "udskrivning &amp; hjælp" in html


def test_a_question_is_shown_as_text(client: FlaskClient) -> None:
    html = client.get("/soeg?q=<script>alert(1)</script>").text
    assert "<script>alert" not in html
    assert "&lt;script&gt;" in html
