"""The path of a target group. Also covers registry/web/reader/pathway_view.py."""

import re
from html import unescape
from io import BytesIO
from xml.etree import ElementTree

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pypdf import PdfReader

ADULTS = "/forloeb/psykisk-sygdom?maalgruppe=voksne"


def bare(text: str) -> str:
    """A text without what lines and hyphens make of it."""
    return re.sub(r"[\s-]", "", unescape(text))


def first(pattern: str, html: str) -> str:
    """The first that a pattern catches, and where it catches no part, all of it."""
    match = re.search(pattern, html, re.DOTALL)
    assert match is not None, pattern
    return match[match.lastindex or 0]


def picture(html: str) -> ElementTree.Element:
    return ElementTree.fromstring(first(r"<svg.*?</svg>", html))


def shown_frame(svg: ElementTree.Element) -> ElementTree.Element:
    return next(
        g for g in svg.iter("g") if g.get("class") == "pathway-frame pathway-wide"
    )


def table(html: str, name: str) -> str:
    return first(rf'<table class="[^"]*{name}">.*?</table>', html)


def test_a_path_is_a_picture_and_two_tables(client: FlaskClient) -> None:
    html = client.get("/forloeb/voksne").text
    assert "<h1>Forløb: Voksne</h1>" in html
    assert '<svg class="pathway"' in html
    assert "Forløbet som tabel" in html


def test_every_fact_of_the_picture_stands_in_the_table(ours: FlaskClient) -> None:
    html = ours.get(ADULTS).text
    told = bare(re.sub(r"<[^>]*>", "", table(html, "pathway-table")))
    tiles = [g for g in picture(html).iter("g") if g.get("role") == "listitem"]
    texts = [text for tile in tiles for text in tile.iter("text")]
    assert len(texts) > 3 * len(tiles)
    for text in texts:
        if text.get("class") == "pathway-ask":
            continue
        words = "".join(text.itertext()).removesuffix(" ")
        words = words.replace("Frist: ", "").replace("Målgrupper: ", "")
        assert bare(words) in told, words


@pytest.mark.parametrize("group", ["somatik", "psykisk-sygdom", "dobbeltdiagnose"])
def test_a_tile_and_its_line_tell_the_whole_condition(
    ours: FlaskClient, shipped_app: Flask, group: str
) -> None:
    html = ours.get(f"/forloeb/{group}").text
    tiles = {g.get("id"): bare("".join(g.itertext())) for g in picture(html).iter("g")}
    lines = bare(re.sub(r"<[^>]*>", "", table(html, "pathway-table")))
    snapshot = shipped_app.extensions["registry"].catalogue.today()
    rows = [r for r in snapshot.holding_rows if group in r.snitflade.target_groups]
    assert any(row.snitflade.does_not_apply_to for row in rows)

    for row in rows:
        for name in ("situation", "does_not_apply_to"):
            whole = bare(getattr(row.snitflade, name).strip().removesuffix("."))
            assert whole in tiles[row.id], row.id
            assert whole in lines, row.id


def test_every_fact_of_the_ribbon_stands_in_the_table(ours: FlaskClient) -> None:
    html = ours.get("/forloeb/somatik").text
    told = bare(re.sub(r"<[^>]*>", "", table(html, "pathway-ribbon")))
    pieces = [
        text
        for plate in shown_frame(picture(html)).iter("g")
        if re.search(
            "plate-(stated|not-stated|not-asked|change)", plate.get("class", "")
        )
        for text in plate.iter("text")
    ]
    assert pieces
    for piece in pieces:
        for line in piece.iter("tspan"):
            assert bare(line.text or "") in told, line.text


def test_every_line_of_the_table_has_its_card(ours: FlaskClient) -> None:
    html = ours.get(ADULTS).text
    svg = picture(html)
    tiles = {g.get("id"): g for g in svg.iter("g") if g.get("role") == "listitem"}
    lines = re.findall(r"<tr>.*?</tr>", table(html, "pathway-table"), re.DOTALL)[1:]
    assert len(lines) == len(tiles)
    for line in lines:
        anchor = first(r'href="#([^"]*)">Vis i billedet', line)
        told = bare("".join(tiles[anchor].itertext()))
        task = first(r'<th scope="row"><a [^>]*>(.*?)</a>', line)
        assert bare(task) in told
        for name in ("Udføres af", "Frist"):
            cell = first(rf'data-title="{name}"[^>]*>(.*?)</td>', line)
            assert cell == "–" or bare(cell) in told


def test_every_tile_leads_to_its_row_and_to_its_question(ours: FlaskClient) -> None:
    hrefs = [
        [a.get("href", "") for a in g.iter("a")]
        for g in picture(ours.get(ADULTS).text).iter("g")
        if g.get("role") == "listitem"
    ]
    for row, question in hrefs:
        assert row.startswith("/snitflader/")
        assert question.startswith("/soeg?q=")
    assert ours.get(hrefs[0][0]).status_code == 200
    assert ours.get(hrefs[0][1]).status_code == 200


def test_a_path_can_be_narrowed_to_a_second_target_group(client: FlaskClient) -> None:
    everything = client.get("/forloeb/voksne").text
    assert "Varsle kommunen om den voksne" in everything
    narrowed = client.get("/forloeb/voksne?fase=efter-udskrivning").text
    assert "Levere kompressionsstrømper" in narrowed
    assert "Varsle kommunen om den voksne" not in narrowed


def test_it_is_narrowed_by_municipality(ours: FlaskClient) -> None:
    local = "Komme på bostedet med faste mellemrum"
    assert local in ours.get(f"{ADULTS}&kommune=koebenhavn").text
    assert local not in ours.get(f"{ADULTS}&kommune=ballerup").text


def test_it_shows_the_day_asked_for(client: FlaskClient) -> None:
    assert "Ingen snitflader passer" in client.get("/forloeb/voksne?pr=1999-01-01").text


@pytest.mark.parametrize("wanted", ["css", "svg", "pdf"])
def test_a_path_without_tasks_has_its_files_too(
    client: FlaskClient, wanted: str
) -> None:
    address = f"/forloeb/voksne?pr=1999-01-01&format={wanted}"
    assert client.get(address).status_code == 200


def test_the_style_sheet_comes_from_the_same_address(client: FlaskClient) -> None:
    html = client.get("/forloeb/voksne?kommune=nordby").text
    href = first(r'rel="stylesheet" href="(/forloeb[^"]*)"', html)
    sheet = client.get(unescape(href))
    assert sheet.content_type == "text/css; charset=utf-8"
    assert sheet.text.count(".pathway-k0{") == 4


def test_the_picture_can_be_had_as_svg(client: FlaskClient) -> None:
    response = client.get("/forloeb/voksne?format=svg")
    assert response.content_type == "image/svg+xml; charset=utf-8"
    assert 'filename="forloeb-voksne.svg"' in response.headers["Content-Disposition"]
    assert "ikke de vedtagne aftaletekster" in response.text
    ElementTree.fromstring(response.text.encode())


def test_what_the_mark_means_is_told_wherever_the_picture_is(ours: FlaskClient) -> None:
    told = "En rude på et kort: lægeligt behandlingsansvar er ikke oplyst."
    printed = re.search(r'<p class="pathway-printed">(.*?)</p>', ours.get(ADULTS).text)
    assert printed is not None and told in printed[1]
    assert told in ours.get(f"{ADULTS}&format=svg").text
    pdf = PdfReader(BytesIO(ours.get(f"{ADULTS}&format=pdf").data))
    assert bare(told) in bare(pdf.pages[0].extract_text())


@pytest.mark.parametrize(("paper", "sheets"), [("a3", 1), ("a4", 2)])
def test_the_picture_can_be_had_as_pdf(
    client: FlaskClient, paper: str, sheets: int
) -> None:
    response = client.get(f"/forloeb/voksne?format=pdf&papir={paper}")
    assert response.content_type == "application/pdf"
    assert len(PdfReader(BytesIO(response.data)).pages) == sheets


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/forloeb/findes-ikke", 404),
        ("/forloeb/voksne?format=docx", 400),
        ("/forloeb/voksne?format=pdf&papir=a5", 400),
        ("/forloeb/voksne?maalgruppe=findes-ikke", 400),
    ],
)
def test_what_there_is_not_is_refused(
    client: FlaskClient, address: str, status: int
) -> None:
    assert client.get(address).status_code == status


def test_all_paths_are_listed_with_their_narrower_ones(ours: FlaskClient) -> None:
    html = ours.get("/forloeb").text
    assert 'href="/forloeb/psykisk-sygdom"' in html
    assert 'href="/forloeb/psykisk-sygdom?maalgruppe=voksne">og Voksne (49)' in html


def test_the_front_page_leads_to_the_paths(client: FlaskClient) -> None:
    html = client.get("/").text
    assert '<a href="/forloeb/voksne">Voksne</a>' in html


def test_a_rows_page_leads_to_its_place_on_each_path(client: FlaskClient) -> None:
    html = client.get("/snitflader/proeve-udskrivning.stroemper").text
    assert 'href="/forloeb/voksne#proeve-udskrivning.stroemper"' in html


def test_a_row_that_does_not_answer_has_no_place(client: FlaskClient) -> None:
    html = client.get("/snitflader/proeve-udskrivning.stroemper?pr=1999-01-01").text
    assert "#proeve-udskrivning.stroemper&" not in html
    assert "I forløbet" not in html


def test_an_answer_leads_to_its_place_on_the_narrowest_path(ours: FlaskClient) -> None:
    html = ours.get("/soeg?q=støttekontaktperson").text
    href = unescape(
        first(r'href="([^"]*stoettekontaktperson)">Se opgaven i forløbet', html)
    )
    address, _, anchor = href.partition("#")
    assert address == "/forloeb/voksne?maalgruppe=psykisk-sygdom"
    assert f'id="{anchor}"' in ours.get(address).text


NEW_YEARS_EVE, NEW_YEAR = "2026-12-31", "2027-01-01"


@pytest.mark.parametrize(
    ("row", "group", "day"),
    [
        ("akutsygepleje.akutsygepleje", "somatik", NEW_YEARS_EVE),
        ("akutsygepleje.midlertidig-plads-uden-flytning", "somatik", NEW_YEAR),
    ],
)
def test_only_what_holds_on_the_day_has_a_card(
    ours: FlaskClient, row: str, group: str, day: str
) -> None:
    other = {NEW_YEARS_EVE: NEW_YEAR, NEW_YEAR: NEW_YEARS_EVE}[day]
    assert f'id="{row}"' in ours.get(f"/forloeb/{group}?pr={day}").text
    assert f'id="{row}"' not in ours.get(f"/forloeb/{group}?pr={other}").text
    # Nor does its own page lead to a card that is not there.
    assert f"#{row}" in ours.get(f"/snitflader/{row}?pr={day}").text
    assert f"#{row}" not in ours.get(f"/snitflader/{row}?pr={other}").text


def test_every_row_that_holds_finds_its_place(
    ours: FlaskClient, shipped_app: Flask
) -> None:
    rows = shipped_app.extensions["registry"].catalogue.today().holding_rows
    for group in {row.snitflade.target_groups[0] for row in rows}:
        ids = set(re.findall(r'\sid="([^"]*)"', ours.get(f"/forloeb/{group}").text))
        wanted = {r.id for r in rows if group in r.snitflade.target_groups}
        assert wanted <= ids


def test_an_agreement_leads_to_the_path_of_its_own_tasks(ours: FlaskClient) -> None:
    html = ours.get("/aftaler/hjemloese").text
    href = "/forloeb/hjemloese?aftale=hjemloese"
    assert f'href="{href}"' in html
    shown = table(ours.get(href).text, "pathway-table")
    rows = set(re.findall(r'<th scope="row"><a href="/snitflader/([^".]*)', shown))
    assert rows == {"hjemloese"}


def test_an_earlier_version_leads_to_no_path(ours: FlaskClient) -> None:
    assert "som forløb" not in ours.get("/aftaler/psykiatri-voksne/udgaver/1").text


def test_a_file_says_of_which_moment_it_is(client: FlaskClient) -> None:
    file = client.get("/forloeb/voksne?format=svg&vist=2026-11-01T12:00&kommune=nordby")
    assert "Som det gælder i Nordby" in file.text
    assert ", vist 1. november 2026" in file.text
