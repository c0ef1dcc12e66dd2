"""The full table of snitflader, its CSV, and the page of each.

Also covers registry/web/reader/row_view.py and registry/exports/rows_csv.py.
"""

import csv
import io
import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from registry.catalogue.snapshot import Row
from registry.catalogue.told import told_in
from registry.documents.csv_text import guarded
from registry.rules.fields import ROW_FIELDS, Field, Kind
from registry.services import services


def page(client: FlaskClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.text.split())


def table(client: FlaskClient, address: str) -> list[list[str]]:
    text = client.get(address).data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def test_the_table_holds_every_row_in_force(client: FlaskClient) -> None:
    html = page(client, "/snitflader")
    assert "4 snitflader." in html
    assert "/snitflader/proeve-udskrivning.stroemper" in html
    assert "/snitflader/proeve-gammel.medicin" not in html


def test_the_table_has_every_column_of_the_table_of_fields(client: FlaskClient) -> None:
    html = page(client, "/snitflader")
    own = re.findall(r'<th scope="col">(.*?)</th>', html)
    columns = [field for field in ROW_FIELDS if field.column]

    assert (own[0], own[-1]) == ("Opgave", "Aftale")
    assert sorted(own[1:-1]) == sorted(
        field.label for field in columns if not field.first_cell
    )
    assert '<td data-title="Lovgrundlag" class="fact-stated">Prøveloven § 13 a' in html


@pytest.mark.parametrize("field", [f for f in ROW_FIELDS if f.first_cell])
def test_the_first_cell_tells_every_field_that_has_no_column(
    client: FlaskClient, field: Field
) -> None:
    """Each stands there in its own way, so that the templates name them: one that is
    given no column is told there too, in the full table and in an agreement's.
    """
    with client.application.app_context():
        snapshot = services().catalogue.today()
    told = {
        row: mark_of(row) if field.kind is Kind.FLAG else told_in(snapshot, row, field)
        for row in snapshot.answering_rows
    }

    assert any(told.values())
    for row, text in told.items():
        full = first_cell(client, "/snitflader", f"/snitflader/{row.id}")
        own = first_cell(client, f"/aftaler/{row.agreement}", f"/snitflader/{row.id}")
        assert text in full
        assert text in own


def mark_of(row: Row) -> str:
    return "" if row.confirmed else "ikke bekræftet"


def first_cell(client: FlaskClient, address: str, leads_to: str) -> str:
    """The words of the cell that leads to a row, in a page's table of rows."""
    cells = re.findall(r'<th scope="row">(.*?)</th>', page(client, address))
    (cell,) = [cell for cell in cells if f'href="{leads_to}"' in cell]
    return " ".join(unescape(re.sub(r"<[^>]*>", "", cell)).split())


def test_facets_narrow_the_table(client: FlaskClient) -> None:
    html = page(client, "/snitflader?fase=efter-udskrivning")
    assert "1 snitflade." in html
    assert '<option value="efter-udskrivning" selected>' in html


def test_counts_are_of_what_the_other_facets_leave(client: FlaskClient) -> None:
    html = page(client, "/snitflader?fase=efter-udskrivning")
    assert '<option value="udskrivning">Udskrivning (3)</option>' in html
    assert '<option value="voksne">Voksne (1)</option>' in html
    assert 'value="boern-og-unge"' not in html


def test_my_municipality_narrows_the_table(client: FlaskClient) -> None:
    assert "4 snitflader." in page(client, "/snitflader?kommune=nordby")
    assert "3 snitflader." in page(client, "/snitflader?kommune=sydby")


def test_nothing_left_leads_back(client: FlaskClient) -> None:
    html = page(client, "/snitflader?maalgruppe=boern-og-unge&sektor=almen-praksis")
    assert "Ingen snitflader passer." in html


def test_a_narrowed_csv_says_in_each_line_to_what(client: FlaskClient) -> None:
    def lines_of(query: str) -> list[list[str]]:
        text = client.get(f"/snitflader?format=csv{query}").data.decode("utf-8-sig")
        return list(csv.reader(io.StringIO(text), delimiter=";"))

    head, *lines = lines_of("&kommune=nordby&fase=udskrivning")
    assert head[-1] == "Afgrænset til"
    assert lines
    assert {one[-1] for one in lines} == {"Fase: Udskrivning; Kommune: Nordby Kommune"}
    assert "Afgrænset til" not in lines_of("")[0]


def test_the_csv_opens_in_a_danish_excel(client: FlaskClient) -> None:
    response = client.get("/snitflader?format=csv")
    assert response.content_type == "text/csv; charset=utf-8"
    assert response.data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in response.data
    assert (
        'filename="snitflader-2026-11-22.csv"'
        in response.headers["Content-Disposition"]
    )
    header, *rows = table(client, "/snitflader?format=csv")
    assert header[:3] == ["Snitflade", "Opgave", "Situation"]
    assert len(rows) == 4
    assert {len(row) for row in rows} == {len(header)}


def test_the_csv_follows_facets_and_date(client: FlaskClient) -> None:
    rows = table(
        client, "/snitflader?format=csv&maalgruppe=boern-og-unge&pr=2023-06-01"
    )[1:]
    assert [row[0] for row in rows] == ["proeve-udskrivning.varsel-boern"]
    assert "Senest 5 hverdage før udskrivning" in rows[0]


def test_no_cell_of_the_csv_is_a_formula(client: FlaskClient) -> None:
    cells = [cell for row in table(client, "/snitflader?format=csv") for cell in row]
    assert "'=KØRSEL() hjem til Nordby" in cells
    assert "'+1 dag efter besked" in cells
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_the_guard_takes_every_start_of_a_formula(start: str) -> None:
    assert guarded(f"{start}1").startswith("'")


def test_the_guard_leaves_other_text_alone(client: FlaskClient) -> None:
    assert guarded("72 timer - efter udskrivning") == "72 timer - efter udskrivning"


def test_an_unknown_format_is_refused(client: FlaskClient) -> None:
    response = client.get("/snitflader?format=xls")
    assert response.status_code == 400
    assert "<strong>format</strong>" in response.text


def test_a_row_s_page_shows_everything_of_it(client: FlaskClient) -> None:
    html = page(client, "/snitflader/proeve-udskrivning.varsel-boern")
    for text in (
        "<h1>Varsle kommunen om barnet</h1>",
        "Senest 8 hverdage før udskrivning",
        "Prøveloven § 13 a",
        "Et barn skal hjem til en ny støtte.",
        "<dt>Skal have besked</dt> <dd>Kommune</dd>",
        "<dt>Myndighedsansvar</dt> <dd>Ikke oplyst</dd>",
        "<dt>Lægeligt behandlingsansvar</dt> <dd>Ikke relevant</dd>",
        'Gælder ikke for: <span class="as-written">Psykiatrien',
        "Opdigtet",
    ):
        assert text in html
    assert '<a href="/aftaler/proeve-udskrivning#varsel-boern">' in html
    assert '<a href="/ordliste?ord=varsling#varsling">varsling</a>' in html


def test_a_row_s_page_leads_to_its_versions_and_its_kin(client: FlaskClient) -> None:
    html = page(client, "/snitflader/proeve-udskrivning.varsel-boern")
    assert 'href="/aftaler/proeve-udskrivning/udgaver/2#varsel-boern"' in html
    assert 'href="/aftaler/proeve-udskrivning/udgaver/1#varsel-boern"' in html
    assert "Andre snitflader om samme opgave" in html
    assert "Varsle kommunen om den voksne" in html


def test_a_row_s_page_follows_the_date(client: FlaskClient) -> None:
    address = "/snitflader/proeve-udskrivning.varsel-boern?pr=2023-06-01"
    assert "Senest 5 hverdage" in page(client, address)


@pytest.mark.parametrize(
    "name", ["ukendt.noget", "proeve-udskrivning.ukendt", "uden-punktum"]
)
def test_an_unknown_row_is_not_found(client: FlaskClient, name: str) -> None:
    response = client.get(f"/snitflader/{name}")
    assert response.status_code == 404
    assert 'id="q"' in response.text
