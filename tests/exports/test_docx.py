"""The Word file, opened again.

Also covers registry/exports/docx_file.py, registry/exports/docx_lists.py,
registry/exports/docx_styles.py, registry/exports/docx_tables.py and
registry/exports/zip_normal.py.
"""

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

from registry.documents.blocks import Table, fact, facts, text
from registry.documents.richtext import blocks_of
from registry.exports.docx import render
from registry.exports.docx_lists import BULLETS, NUMBERS
from registry.exports.docx_styles import BREADTH
from registry.exports.publication import Publication
from tests.exports.samples_document import SPECIAL, document, every_block

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
    assert re.search(r'TOC \\o "2-4" \\h', xml)


def test_word_fills_in_the_pages_of_the_contents_list() -> None:
    """Each entry asks for the page of its own heading, and is marked as out of date."""
    xml = part(every_block(), "word/document.xml")
    pages = re.findall(r"PAGEREF (\w+) \\h", xml)
    assert pages == re.findall(r'w:hyperlink w:anchor="(\w+)"', xml)
    assert xml.count('w:fldCharType="begin" w:dirty="true"') == len(pages) + 1
    assert xml.count('w:fldCharType="begin"') == xml.count('w:fldCharType="end"')


def test_nothing_leads_to_a_page_number_that_is_not_there_yet() -> None:
    """Until Word has filled the numbers in, dots would run to an empty margin."""
    styles = part(every_block(), "word/styles.xml")
    assert 'w:pos="9638"' in styles
    assert "w:leader" not in styles


@pytest.mark.parametrize(("number", "kept"), [(5, 4), (40, 2)])
def test_the_facts_of_one_thing_stand_together_where_a_page_has_room(
    number: int, kept: int
) -> None:
    told = facts(fact(f"Navn {at}", "Værdi") for at in range(number))
    xml = part(document(told), "word/document.xml")
    assert xml.count("<w:keepNext/>") == kept


def test_every_page_says_what_it_is_a_page_of(whole: Publication) -> None:
    section = opened(whole).sections[0]
    assert section.header.paragraphs[0].text == (
        f"{whole.document.title} · pr. 22. november 2026"
    )
    mark = whole.data["provenance"]["fingerprint"][:16]
    assert f"Fingeraftryk {mark}" in section.footer.paragraphs[0].text


def test_word_divides_the_words_itself(whole: Publication) -> None:
    assert "<w:autoHyphenation" in part(whole, "word/settings.xml")
    assert "\xad" not in part(whole, "word/document.xml")


def test_the_first_cell_of_a_row_heads_it_where_it_says_what_the_row_is() -> None:
    row = ((text("Varsle"), text("Kommune")),)
    for heads_rows in (True, False):
        table = Table("", ("Opgave", "Hvem"), row, heads_rows=heads_rows)
        xml = part(document(table), "word/document.xml")
        assert ('w:firstColumn="1"' in xml) is heads_rows


def test_a_line_across_the_page_is_one_in_word() -> None:
    made = document(*blocks_of("a\n\n---\n\nb", level=2, anchor="t"))
    xml = part(made, "word/document.xml")
    assert xml.count("<w:pBdr><w:bottom ") == 1
    assert xml.index(">a<") < xml.index("<w:pBdr>") < xml.index(">b<")


def test_every_numbered_list_begins_at_one() -> None:
    file = opened(every_block())
    numbered = [p for p in file.paragraphs if p.style.name == "List Number"]
    ids = [p._p.pPr.numPr.numId.val for p in numbered]
    assert [p.text for p in numbered] == ["Første", "Anden", "Begynder forfra"]
    assert ids[0] == ids[1] != ids[2]
    numbering = file.part.numbering_part.element
    starts = {
        num.numId: [
            o.find(qn("w:startOverride")).get(qn("w:val")) for o in num.lvlOverride_lst
        ]
        for num in numbering.num_lst
        if num.numId in ids
    }
    assert starts == {ids[0]: ["1"], ids[2]: ["1"]}


def test_lists_within_lists_have_words_own_styles_five_levels_down() -> None:
    for mark, names in (("-", BULLETS), ("1.", NUMBERS)):
        nested = "\n".join(f"{'    ' * at}{mark} Trin {at + 1}" for at in range(6))
        made = document(*blocks_of(nested, level=2, anchor="tekst"))
        steps = [p for p in opened(made).paragraphs if p.text.startswith("Trin")]
        assert [p.style.name for p in steps] == [*names, names[-1]]
        looks = opened(made).part.numbering_part.element.findall(qn("w:abstractNum"))
        indents = [look.find(f".//{qn('w:ind')}").get(qn("w:left")) for look in looks]
        assert {str(360 * level) for level in range(1, 6)} <= set(indents)
        marks = [look.find(qn("w:nsid")).get(qn("w:val")) for look in looks]
        assert len(set(marks)) == len(marks)


def test_what_follows_in_an_item_stands_under_it() -> None:
    made = document(*blocks_of("- Først\n\n    Siden", level=2, anchor="tekst"))
    styles = [(p.style.name, p.text) for p in opened(made).paragraphs[-2:]]
    assert styles == [("List Bullet", "Først"), ("List Continue", "Siden")]


def test_a_column_has_room_for_the_words_of_its_head() -> None:
    narrow = Table("", ("Udgave", "Titel"), ((text("1"), text("Aftalen")),), (1, 30))
    (xml,) = re.findall(
        r"<w:tblGrid>.*</w:tblGrid>", part(document(narrow), "word/document.xml")
    )
    widths = [int(width) for width in re.findall(r'w:w="(\d+)"', xml)]
    assert widths[0] > 800 > BREADTH / 31
    assert BREADTH - 2 < sum(widths) <= BREADTH


def test_a_head_that_no_page_has_room_for_is_shared_evenly() -> None:
    head = tuple(f"Ansvarsområde nummer {at}" for at in range(12))
    many = Table("", head, (tuple(text("x") for _ in head),))
    (xml,) = re.findall(
        r"<w:tblGrid>.*</w:tblGrid>", part(document(many), "word/document.xml")
    )
    assert len(set(re.findall(r'w:w="(\d+)"', xml))) == 1


def test_a_table_keeps_its_first_and_last_rows_together() -> None:
    rows = (
        *((text(f"Nr {at}"),) for at in range(8)),
        (text("lang " * 50),),
        (text("Sidst"),),
    )
    xml = part(document(Table("", ("Hvad",), rows)), "word/document.xml")
    held = ["<w:keepNext/>" in row for row in re.findall(r"<w:tr>.*?</w:tr>", xml)]
    assert held == [True, True, True, *[False] * 5, True, False, False]


def test_table_heads_are_repeated_and_rows_not_torn(whole: Publication) -> None:
    xml = part(whole, "word/document.xml")
    tables = re.findall(r"<w:tbl>.*?</w:tbl>", xml, re.DOTALL)
    assert len(tables) == sum(isinstance(b, Table) for b in whole.document.blocks) > 10
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


def test_what_is_too_long_for_a_property_is_cut_there_alone(
    whole: Publication,
) -> None:
    title = "Aftale om " + "meget " * 60
    longer = replace(whole.document, title=title, subject=title, footer=title)
    made = opened(replace(whole, document=longer))

    assert len(made.core_properties.title) == 255
    assert made.core_properties.title.endswith("…")


def test_word_need_not_show_it_as_made_for_an_older_word() -> None:
    settings = part(every_block(), "word/settings.xml")
    mode = re.search(
        r'<w:compatSetting w:name="compatibilityMode"[^>]* w:val="(\d+)"', settings
    )
    assert mode and mode[1] == "15"
    assert '<w:themeFontLang w:val="da-DK"/>' in settings
    assert '<w:decimalSymbol w:val=","/>' in settings


def test_nothing_of_the_template_is_left_but_what_is_used() -> None:
    with zipfile.ZipFile(io.BytesIO(render(every_block()))) as file:
        names = file.namelist()
    assert not [
        name for name in names if re.search("thumbnail|customXml|Effects|app", name)
    ]
    tables = [
        s.name for s in opened(every_block()).styles if s.type == WD_STYLE_TYPE.TABLE
    ]
    assert tables == ["Normal Table", "Table Grid"]


def test_the_footer_counts_pages(whole: Publication) -> None:
    footer = part(whole, "word/footer1.xml")
    assert "PAGE" in footer and "NUMPAGES" in footer
    assert "ikke de vedtagne aftaletekster" in footer


def test_links_lead_out() -> None:
    file = opened(every_block())
    targets = [r.target_ref for r in file.part.rels.values() if r.is_external]
    assert targets == ["https://eksempel.example/a?b=1&c=2"]


def test_special_characters_are_text() -> None:
    assert any(p.text == SPECIAL for p in opened(every_block()).paragraphs)


@pytest.mark.parametrize("level", [1, 4])
def test_the_file_is_normal(level: int) -> None:
    """Sorted and stored entries of one date; the first is the one readers look for
    first.
    """
    with zipfile.ZipFile(io.BytesIO(render(every_block(level)))) as file:
        entries = file.infolist()
    assert entries[0].filename == "[Content_Types].xml"
    assert [e.filename for e in entries] == sorted(e.filename for e in entries)
    assert {e.compress_type for e in entries} == {zipfile.ZIP_STORED}
    assert {e.date_time for e in entries} == {(1980, 1, 1, 0, 0, 0)}
