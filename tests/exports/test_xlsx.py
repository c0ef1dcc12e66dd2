"""The appendix as a workbook: texts in cells, a head that stays, and what it is."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest

from registry.exports import xlsx
from registry.exports.publication import Publication
from tests.exports.readers import sheets

pytestmark = pytest.mark.slow


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return packed.read(name).decode()


def test_it_holds_the_table_line_by_line(whole: Publication) -> None:
    table, _ = sheets(xlsx.render(whole))
    assert table == [list(line) for line in whole.table]


def test_it_says_what_it_is(whole: Publication) -> None:
    _, about = sheets(xlsx.render(whole))
    facts = {line[0]: line[1] for line in about}
    assert facts["Titel"] == whole.document.title
    assert facts["Fingeraftryk (SHA-256)"] == whole.data["provenance"]["fingerprint"]
    assert any("eksisterende aftaler" in line[1] for line in about)


@pytest.mark.parametrize(
    "text", ["=1+1", "+45 12", "@SUM(A1)", "https://a.example/", "007"]
)
def test_a_cell_is_a_text_and_never_anything_else(
    whole: Publication, text: str
) -> None:
    made = xlsx.render(replace(whole, table=[["Hoved"], [text]]))
    table, _ = sheets(made)
    assert table == [["Hoved"], [text]]
    sheet = part(made, "xl/worksheets/sheet1.xml")
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet


def test_what_excel_cannot_hold_is_cut_and_says_so(whole: Publication) -> None:
    made = xlsx.render(
        replace(whole, table=[["Hoved"], ["x" * 40_000], ["a\x00b\ufffe"]])
    )
    _, (long,), (odd,) = sheets(made)[0]
    assert len(long) == 32_767
    assert long.endswith("(forkortet; hele teksten står i kataloget)")
    assert odd == "ab"


def test_the_head_stays_in_sight_and_can_be_filtered_by(whole: Publication) -> None:
    sheet = part(xlsx.render(whole), "xl/worksheets/sheet1.xml")
    assert 'ySplit="1"' in sheet
    assert "<autoFilter " in sheet


def test_dates_and_numbers_are_dates_and_numbers(whole: Publication) -> None:
    """So that they can be sorted and counted with."""
    head = ["Aftale", "Udgave", "I kraft fra"]
    rows = [["En", "2", "2024-09-01"], ["To", "", ""], ["Tre", "1", "2009"]]
    table = [head, *rows, ["Fire", "1", "2010-11"]]
    sheet = part(xlsx.render(replace(whole, table=table)), "xl/worksheets/sheet1.xml")
    assert re.search(r'<c r="B2" s="\d+"><v>2</v></c>', sheet)
    assert re.search(r'<c r="C2" s="\d+"><v>45536</v></c>', sheet)
    assert not re.search(r'<c r="[BC]3"[^>]*><v>\d+\.', sheet)
    assert re.search(r'<c r="C[45]" s="\d+" t="', sheet)


def test_the_name_of_the_agreement_stays_in_sight(whole: Publication) -> None:
    sheet = part(xlsx.render(whole), "xl/worksheets/sheet1.xml")
    assert f'xSplit="{whole.table[0].index("Aftale") + 1}"' in sheet


def test_what_stays_in_sight_leaves_room_for_the_rest(whole: Publication) -> None:
    """A small screen shows some 130 letters."""
    sheet = part(xlsx.render(whole), "xl/worksheets/sheet1.xml")
    widths = re.findall(r'<col min="(\d+)" max="(\d+)" width="([\d.]+)"', sheet)
    kept = whole.table[0].index("Aftale") + 1
    breadth = sum(
        (min(int(last), kept) - int(first) + 1) * float(width)
        for first, last, width in widths
        if int(first) <= kept
    )
    assert kept * 9 < breadth < 70


def test_the_sender_and_the_meeting_stand_in_it(
    make: Callable[..., Publication],
) -> None:
    made = xlsx.render(make(sender="Sekretariatet i Nordby", meeting="Møde 7, pkt. 3"))
    _, about = sheets(made)
    values = [line[1] for line in about if len(line) > 1]
    assert "Sekretariatet i Nordby" in values and "Møde 7, pkt. 3" in values


def test_its_dates_are_those_of_the_document(whole: Publication) -> None:
    core = part(xlsx.render(whole), "docProps/core.xml")
    assert f"{whole.document.changed:%Y-%m-%dT%H:%M}" in core
    assert whole.document.title in core
