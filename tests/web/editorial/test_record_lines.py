"""Many records at a time through the pages: a table, a text, a file, each refusal."""

import csv
import io
import re
from io import BytesIO

import pytest
from flask import Flask

from registry.records.cells import columns_of
from registry.records.kinds import RECORD_KINDS
from tests.web.people import Browser, sign_in
from tests.web.writing import markup

ADDRESS = "/redaktion/poster/measurement/linjer"
LINE = "ventetid;nordby;2024;12;dage;Prøvetal"
IN_LINES = [kind.name for kind in RECORD_KINDS.values() if kind.in_lines]
PERIOD = "/sundhedsaftaler/sundhedsaftale-2024-2027"
REPORTS = "/health-agreements/sundhedsaftale-2024-2027/status-reports"
CELLS = {
    "tabel": "1",
    "indicator-1": "Ventetid til genoptræning",
    "place-1": "Nordby Kommune",
    "effective_on-1": "2024",
    "value-1": "12,5",
    "unit-1": "dage",
    "source-1": "Prøvetal",
}


def confirmed(people: Flask, location: str) -> None:
    number = location.rsplit("/", 1)[1]
    answer = sign_in(people, "gorm").post(f"/redaktion/forslag/{number}/bekraeft")
    assert answer.status_code == 303


@pytest.mark.parametrize("name", IN_LINES)
def test_the_page_has_a_column_for_each_field(people: Flask, name: str) -> None:
    html = sign_in(people, "rita").get(f"/redaktion/poster/{name}/linjer").text

    for field in columns_of(RECORD_KINDS[name]):
        assert f'id="{field.name}-1"' in html
    assert sorted(set(re.findall(r'\sid="([^"]*)"', html))) == sorted(
        re.findall(r'\sid="([^"]*)"', html)
    )


def test_a_filled_table_is_proposed_confirmed_and_shown(people: Flask) -> None:
    answer = sign_in(people, "rita").post(ADDRESS, CELLS)
    assert answer.status_code == 303
    assert "12,5 dage" not in " ".join(Browser(people).get(PERIOD).text.split())

    confirmed(people, answer.location)
    assert "12,5 dage" in " ".join(Browser(people).get(PERIOD).text.split())


def test_a_pasted_text_is_proposed(people: Flask) -> None:
    answer = sign_in(people, "rita").post(ADDRESS, {"linjer": LINE})

    assert answer.status_code == 303
    page = sign_in(people, "gorm").get(answer.location).text
    assert "Ventetid til genoptræning" in page
    assert "Nordby Kommune" in page


def test_a_proposal_names_what_each_line_is_about(people: Flask) -> None:
    lines = f"{LINE}\n{LINE.replace('nordby', 'sydby')}"
    answer = sign_in(people, "rita").post(ADDRESS, {"linjer": lines})

    page = markup(sign_in(people, "gorm").get(answer.location))
    for place in ("Nordby", "Sydby"):
        assert f"Ventetid til genoptræning, {place} Kommune, dage" in page


def test_a_file_is_proposed(people: Flask) -> None:
    file = (BytesIO(LINE.encode("cp1252")), "tal.csv")
    answer = sign_in(people, "rita").post(ADDRESS, {"fil": file})

    assert answer.status_code == 303


def test_a_wrong_cell_is_told_where_it_stands_and_what_was_written_stays(
    people: Flask,
) -> None:
    answer = sign_in(people, "rita").post(ADDRESS, {**CELLS, "value-1": "<mange>"})

    assert answer.status_code == 400
    html = markup(answer)
    assert 'href="#value-1"' in html
    assert 'id="value-1-fejl"' in html
    assert 'value="&lt;mange&gt;"' in html
    assert 'value="Nordby Kommune"' in html


def test_a_wrong_line_is_told_and_the_text_stays(people: Flask) -> None:
    text = f"{LINE}\nventetid;nørreby;2024;1;dage;Prøvetal"
    answer = sign_in(people, "rita").post(ADDRESS, {"linjer": text})

    assert answer.status_code == 400
    html = markup(answer)
    assert "Linje 2: Sted: «nørreby» kendes ikke" in html
    assert "ventetid;nørreby" in html
    waiting = sign_in(people, "gorm").get("/redaktion/forslag").text
    assert "Måling af en indikator" not in waiting


@pytest.mark.parametrize("fields", [{"linjer": ""}, {"tabel": "1"}])
def test_nothing_written_is_refused(people: Flask, fields: dict[str, str]) -> None:
    answer = sign_in(people, "rita").post(ADDRESS, fields)

    assert answer.status_code == 400
    assert "Der står ingen linjer" in answer.text


def test_an_approver_alone_may_not_enter_them(people: Flask) -> None:
    assert sign_in(people, "gorm").get(ADDRESS).status_code == 403
    assert sign_in(people, "gorm").post(ADDRESS, CELLS).status_code == 403


@pytest.mark.parametrize("name", ["ending", "word", "ukendt"])
def test_a_kind_that_is_entered_one_by_one_has_no_table(
    people: Flask, name: str
) -> None:
    address = f"/redaktion/poster/{name}/linjer"
    assert sign_in(people, "rita").get(address).status_code == 404


def test_the_empty_file_has_the_columns(people: Flask) -> None:
    text = sign_in(people, "rita").get(f"{ADDRESS}.csv").text

    assert text == "\ufeffIndikator;Sted;Periode;Værdi;Enhed;Belæg;Bemærkning\r\n"


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("maal", "aim"),
        ("maalinger", "measurement"),
        ("status", "status-report"),
        ("implementering", "implementation"),
    ],
)
def test_what_comes_out_can_be_sent_in_again(
    people: Flask, file: str, name: str
) -> None:
    """Sent in unchanged it says nothing new; changed, what is changed is proposed, and
    the lines that are not are counted.
    """
    text = Browser(people).get(f"{PERIOD}/{file}.csv").text
    changed = {
        "maal": text.replace("uden grund", "uden god grund"),
        "maalinger": text.replace("11,7", "11,6").replace(";10;", ";9,9;"),
        "status": text.replace("2026-03-03", "2026-03-04"),
        "implementering": text.replace(";begyndt;", ";i drift;"),
    }[file]

    address = f"/redaktion/poster/{name}/linjer"
    answer = sign_in(people, "rita").post(address, {"linjer": changed})

    assert answer.status_code == 303, markup(answer)
    again = sign_in(people, "rita").post(address, {"linjer": text})
    assert again.status_code == 400
    assert "Der er intet nyt" in again.text


def test_of_a_file_sent_back_only_what_is_changed_is_proposed(people: Flask) -> None:
    text = Browser(people).get(f"{PERIOD}/maalinger.csv").text
    rita = sign_in(people, "rita")
    answer = rita.post(ADDRESS, {"linjer": text.replace(";10;", ";9,9;")})

    page = " ".join(rita.get(answer.location).text.split())
    assert "1 linje står der allerede" in page, page[2000:6000]
    assert "9,9" in page
    assert "11,7" not in page
    confirmed(people, answer.location)
    assert "9,9" in Browser(people).get(f"{PERIOD}/maalinger.csv").text


def test_a_status_of_the_same_day_and_committee_corrects_the_old(
    people: Flask,
) -> None:
    address = "/redaktion/poster/status-report/linjer"
    text = Browser(people).get(f"{PERIOD}/status.csv").text
    assert "Sydby mangler." in text
    changed = text.replace("Sydby mangler.", "Sydby er med.")
    before = len(Browser(people).get("/api/v1" + REPORTS).get_json()["items"])

    answer = sign_in(people, "rita").post(address, {"linjer": changed})
    assert answer.status_code == 303, markup(answer)
    confirmed(people, answer.location)

    after = Browser(people).get("/api/v1" + REPORTS).get_json()["items"]
    assert len(after) == before
    assert [report["text"] for report in after if "Sydby" in report["text"]] == [
        "Vi er **halvvejs**.\n\nSydby er med."
    ]


@pytest.mark.parametrize("name", ["aim", "status-report", "implementation"])
def test_nothing_a_health_agreement_is_followed_by_stands_without_evidence(
    people: Flask, name: str
) -> None:
    file = {"aim": "maal", "status-report": "status"}.get(name, "implementering")
    head, line = Browser(people).get(f"{PERIOD}/{file}.csv").text.split("\r\n", 1)
    at = head.split(";").index("Belæg")
    rows = list(csv.reader(io.StringIO(line), delimiter=";"))
    cells = [("" if n == at else cell) for n, cell in enumerate(rows[0])]
    written = io.StringIO()
    csv.writer(written, delimiter=";").writerow(cells)

    address = f"/redaktion/poster/{name}/linjer"
    answer = sign_in(people, "rita").post(address, {"linjer": written.getvalue()})

    assert answer.status_code == 400
    assert "Belæg: skal udfyldes" in answer.text


def test_the_files_follow_the_date(people: Flask) -> None:
    text = Browser(people).get(f"{PERIOD}/maalinger.csv?pr=2025-06-01").text

    assert "11,7" in text
    assert "2025" not in text.split("\r\n", 1)[1].replace("marts 2025", "")


def test_a_file_that_is_none_is_not_found(people: Flask) -> None:
    assert Browser(people).get(f"{PERIOD}/andet.csv").status_code == 404
    missing = "/sundhedsaftaler/ukendt/maal.csv"
    assert Browser(people).get(missing).status_code == 404
