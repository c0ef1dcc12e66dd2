"""The Word file, opened again."""

import io
import re
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from registry.exports.docx import render
from registry.exports.publication import Publication
from tests.exports.samples_document import SPECIAL, every_block

pytestmark = pytest.mark.slow


def opened(publication: Publication) -> Any:
    return docx.Document(io.BytesIO(render(publication)))


def part(publication: Publication, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(render(publication))) as file:
        return file.read(name).decode()


def test_headings_have_words_own_styles() -> None:
    headings = [
        (p.style.name, p.text)
        for p in opened(every_block()).paragraphs
        if p.style.name.startswith("Heading")
    ]
    assert headings == [
        ("Heading 1", "Titel"),
        ("Heading 2", SPECIAL),
        ("Heading 3", "Afsnit"),
        ("Heading 4", "Underafsnit"),
    ]


def test_the_base_level_moves_every_heading() -> None:
    styles = [p.style.name for p in opened(every_block(level=3)).paragraphs]
    assert "Heading 1" not in styles and "Heading 2" not in styles
    assert styles.count("Heading 3") == 1


def test_the_contents_list_is_filled_and_its_links_lead_to_the_headings() -> None:
    xml = part(every_block(), "word/document.xml")
    anchors = re.findall(r'w:hyperlink w:anchor="(\w+)"', xml)
    marks = re.findall(r'w:bookmarkStart w:id="\d+" w:name="(\w+)"', xml)
    assert len(anchors) == 3
    assert set(anchors) < set(marks)
    assert re.search(r'TOC \\o "2-4" \\n \\h', xml)


def test_every_numbered_list_begins_at_one() -> None:
    found = opened(every_block())
    numbered = [p for p in found.paragraphs if p.style.name == "List Number"]
    ids = [p._p.pPr.numPr.numId.val for p in numbered]
    assert [p.text for p in numbered] == ["Første", "Anden", "Begynder forfra"]
    assert ids[0] == ids[1] != ids[2]
    numbering = found.part.numbering_part.element
    starts = {
        num.numId: [o.find(qn("w:startOverride")).get(qn("w:val")) for o in num.lvlOverride_lst]
        for num in numbering.num_lst
        if num.numId in ids
    }
    assert starts == {ids[0]: ["1"], ids[2]: ["1"]}


def test_table_heads_are_repeated_and_rows_not_torn(whole: Publication) -> None:
    xml = part(whole, "word/document.xml")
    tables = re.findall(r"<w:tbl>.*?</w:tbl>", xml, re.DOTALL)
    assert len(tables) == 19
    for table in tables:
        rows = re.findall(r"<w:tr>.*?</w:tr>", table, re.DOTALL)
        assert "<w:tblHeader/>" in rows[0]
        assert not any("<w:tblHeader/>" in row for row in rows[1:])
        assert all("<w:cantSplit/>" in row for row in rows)
        assert "<w:tblCaption" in table


def test_it_is_danish_and_has_properties(whole: Publication) -> None:
    properties = opened(whole).core_properties
    assert properties.title == whole.document.title
    assert properties.subject.startswith("De aftaler, der videreføres pr.")
    assert properties.author == "Snitfladekataloget"
    assert properties.language == "da-DK"
    assert properties.created == whole.document.changed
    styles = part(whole, "word/styles.xml")
    assert 'w:lang w:val="da-DK"' in styles
    assert "en-US" not in styles


def test_the_footer_counts_pages(whole: Publication) -> None:
    footer = part(whole, "word/footer1.xml")
    assert "PAGE" in footer and "NUMPAGES" in footer
    assert "ikke de vedtagne aftaletekster" in footer


def test_links_lead_out() -> None:
    found = opened(every_block())
    targets = [r.target_ref for r in found.part.rels.values() if r.is_external]
    assert targets == ["https://eksempel.example/a?b=1&c=2"]


def test_special_characters_are_text() -> None:
    assert any(p.text == SPECIAL for p in opened(every_block()).paragraphs)


@pytest.mark.parametrize("level", [1, 4])
def test_the_file_is_normal(level: int) -> None:
    """Sorted and stored entries of one date; the first is the one readers look for first."""
    with zipfile.ZipFile(io.BytesIO(render(every_block(level)))) as file:
        entries = file.infolist()
    assert entries[0].filename == "[Content_Types].xml"
    assert [e.filename for e in entries] == sorted(e.filename for e in entries)
    assert {e.compress_type for e in entries} == {zipfile.ZIP_STORED}
    assert {e.date_time for e in entries} == {(1980, 1, 1, 0, 0, 0)}
