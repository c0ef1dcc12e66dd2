"""The overview of phases and sectors, what is found in it, and each finding's page.

Also covers registry/web/reader/overview_matrix.py and
registry/web/reader/search_within.py.
"""

import csv
import io
import re

from flask.testing import FlaskClient


def page(client: FlaskClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.text.split())


def cells(html: str, phase: str) -> dict[str, str]:
    """The cells of a phase, by sector."""
    _, _, after = html.partition(f'<th scope="row">{phase}</th>')
    row, _, _ = after.partition("</tr>")
    return dict(re.findall(r'<td data-title="([^"]+)"[^>]*>(.*?)</td>', row))


def test_a_cell_says_who_acts_and_in_how_many_rows(client: FlaskClient) -> None:
    html = page(client, "/overblik?maalgruppe=voksne")
    cell = cells(html, "Udskrivning")["Region"]

    assert "Hospital" in cell
    assert "1 snitflade<" in cell
    address = re.search(r'href="(/snitflader\?[^"]+)"', cell)
    assert address
    rows = page(client, address[1].replace("&amp;", "&"))
    assert "1 snitflade." in rows


def test_who_acts_and_how_many_rows_are_of_the_same_rows(ours: FlaskClient) -> None:
    """The citizen pays for a transport that the region runs: nobody acts there."""
    actors = re.compile(r'class="cell-actors">(.*?)</p>')
    count = re.compile(r"<summary>(\d+) snitflade")
    html = page(ours, "/overblik")
    filled = re.findall(r'<td data-title="([^"]+)"[^>]*>(.*?)</td>', html)
    assert len(filled) > 40

    for sector, cell in filled:
        assert bool(actors.search(cell)) == bool(count.search(cell)), (sector, cell)
    payer = cells(html, "Akut")["Borger og pårørende"]
    told = re.sub(r"<[^>]*>", "", payer)
    assert "Udfører intet, men i 1 snitflade er det sektoren, der afgør" in told


def test_a_cell_lists_only_what_holds_on_the_day(ours: FlaskClient) -> None:
    task = "/snitflader/akutsygepleje.akutsygepleje"
    eve = cells(page(ours, "/overblik?pr=2026-12-31&maalgruppe=somatik"), "Akut")
    day = cells(page(ours, "/overblik?pr=2027-01-01&maalgruppe=somatik"), "Akut")
    assert f"{task}?" in eve["Kommune"]
    assert f"{task}?" not in day["Kommune"]


def test_every_cell_with_rows_has_its_address_a_question_and_its_rows(
    ours: FlaskClient,
) -> None:
    html = page(ours, "/overblik")
    named = re.findall(r'<td data-title="[^"]+" id="([^"]+)"[^>]*>(.*?)</td>', html)
    filled = [(name, cell) for name, cell in named if "cell-rows" in cell]
    beside = [cell for _, cell in filled if "Udfører intet" in cell]
    assert len(filled) > 20 and beside

    for name, cell in filled:
        assert f'href="#{name}"' in cell, name
        assert "Spørg om det her" in cell, name
        assert re.search(r'<li><a href="/snitflader/[^"]+"', cell), name
        assert re.search(r'href="/soeg\?[^"]*q=[^"]+"', cell), name


def test_a_cell_has_its_address_its_rows_and_a_question(client: FlaskClient) -> None:
    html = page(client, "/overblik?maalgruppe=voksne")
    cell = cells(html, "Udskrivning")["Region"]

    assert 'id="udskrivning.region"' in html
    assert 'href="#udskrivning.region"' in cell
    assert 'href="/snitflader/proeve-udskrivning.' in cell
    asked = "/soeg?maalgruppe=voksne&amp;fase=udskrivning&amp;sektor=region"
    assert f'href="{asked}"' in cell and f'href="{asked}&amp;q=' in cell
    assert "Spørg om: Udskrivning, Region, Voksne" in page(
        client, asked.replace("&amp;", "&")
    )


def test_one_mark_opens_the_explanation_with_its_rows(client: FlaskClient) -> None:
    html = page(client, "/overblik?slags=hul&maalgruppe=voksne&kommune=sydby")
    cell = cells(html, "Udskrivning")["Kommune"]
    address = re.search(r'class="found-badge found-hul" href="([^"]+)"', cell)

    assert address
    finding = page(client, address[1])
    assert "«Kørsel hjem» er aftalt i andre kommuner" in finding
    assert "Her er opgaven aftalt:" in finding
    assert "/snitflader/proeve-lokal.koersel" in finding


def test_findings_can_be_narrowed_by_kind(client: FlaskClient) -> None:
    assert "1 fund." in page(client, "/overblik?slags=hul")
    assert "Intet fundet her." in page(client, "/overblik?slags=overlap")
    assert client.get("/overblik?slags=findes-ikke").status_code == 400


def test_a_municipality_sees_what_concerns_it(client: FlaskClient) -> None:
    assert "1 fund." in page(client, "/overblik?kommune=sydby")
    assert "0 fund." in page(client, "/overblik?kommune=nordby")


def test_the_list_can_be_saved(client: FlaskClient) -> None:
    text = client.get("/overblik?format=csv").data.decode("utf-8-sig")
    heads, line = csv.reader(io.StringIO(text), delimiter=";")

    assert heads[:3] == ["Slags", "Fund", "Opgavetype"]
    assert line[0] == "hul"
    assert line[2] == "Kørsel hjem"
    assert line[-2].startswith("/overblik/hul-")
    assert client.get("/overblik?format=docx").status_code == 400


def test_the_list_of_one_municipality_says_so(client: FlaskClient) -> None:
    text = client.get("/overblik?format=csv&kommune=sydby").data.decode("utf-8-sig")
    heads, line = csv.reader(io.StringIO(text), delimiter=";")
    assert (heads[-1], line[-1]) == ("Afgrænset til", "Kommune: Sydby Kommune")


def test_a_finding_that_is_no_more_is_not_found(client: FlaskClient) -> None:
    response = client.get("/overblik/hul-000000000000")
    assert response.status_code == 404
    assert "Det kan være rettet." in response.text


def test_a_finding_can_be_taken_to_the_secretariat(client: FlaskClient) -> None:
    address = re.search(r'href="(/overblik/hul-[^"]+)"', page(client, "/overblik"))
    assert address
    html = page(client, address[1])

    assert "/redaktion/poster/settling/ny?fund=hul-" in html
    assert "/aftaler/proeve-lokal" in html


def test_marks_differ_in_shape_and_in_words(client: FlaskClient) -> None:
    legend = page(client, "/overblik").split('class="legend"')[1].split("</ul>")[0]
    marks = re.findall(r'aria-hidden="true">(.)</span> <strong>([^<]+):', legend)

    assert [word for _, word in marks] == [
        *("Overlap", "Hul", "Pligt uden part", "Pligt uden ejer")
    ]
    assert len({mark for mark, _ in marks}) == len(marks)


def test_a_cell_without_rows_has_its_address_and_a_question_too(
    ours: FlaskClient,
) -> None:
    """The page it leads to says that nothing is known, and what is known beside it."""
    html = page(ours, "/overblik?maalgruppe=gravide&pr=2026-12-01")
    cell = cells(html, "Forebyggelse")["Privat"]
    assert "ingen snitflader" in cell
    assert 'href="#forebyggelse.privat"' in cell

    asked = re.search(r'href="(/soeg\?[^"]+)">Spørg om det her', cell)
    assert asked
    told = page(ours, asked[1].replace("&amp;", "&"))
    assert "Kataloget siger intet om det" in told
    assert (
        "Ingen aftale, der er i kraft 1. december 2026, har en snitflade her." in told
    )
    assert "Det er ikke et nej" in told
    assert "snitflader, når der ikke er afgrænset til «Privat»" in told
    assert "Opgaver, der kan spørges om her" not in told


def test_a_cell_with_a_gap_alone_leads_to_the_gap(ours: FlaskClient) -> None:
    html = page(ours, "/overblik?maalgruppe=boern-og-unge&pr=2026-12-01")
    named = re.findall(r'<td data-title="[^"]+" id="([^"]+)"[^>]*>(.*?)</td>', html)
    alone = [
        (name, cell)
        for name, cell in named
        if "found-badge" in cell and "cell-rows" not in cell
    ]
    assert alone

    for name, cell in alone:
        asked = re.search(r'href="(/soeg\?[^"]+)">Spørg om det her', cell)
        assert asked, name
        told = page(ours, asked[1].replace("&amp;", "&"))
        known = told.split("Det ved kataloget:")[1]
        assert 'href="/overblik/' in known, name


def test_each_cell_leads_to_what_it_holds(ours: FlaskClient) -> None:
    """Also on the day after a move, when more rows answer than hold."""
    for day in ("2026-12-31", "2027-01-01"):
        html = page(ours, f"/overblik?maalgruppe=somatik&pr={day}")
        named = re.findall(r'<td data-title="[^"]+" id="([^"]+)"[^>]*>(.*?)</td>', html)
        assert len(named) > 40
        for name, cell in named:
            asked = re.search(r'href="(/soeg\?[^"]+)">Spørg om det her', cell)
            assert asked, name
            told = page(ours, asked[1].replace("&amp;", "&"))
            has_tasks = "Opgaver, der kan spørges om her" in told
            assert has_tasks == ("cell-rows" in cell), (day, name)
