"""The PDF, opened again.

Also covers registry/exports/typesetting.py and registry/exports/typst_text.py.
"""

import io
import re
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from registry.clock import COPENHAGEN
from registry.documents.blocks import Heading, Span, Table, fact, facts, paragraph, text
from registry.exports import pdf
from registry.exports.publication import Publication
from tests.exports.readers import pdf_text
from tests.exports.samples_document import SPECIAL, document, every_block

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def opened(whole: Publication) -> PdfReader:
    return PdfReader(io.BytesIO(pdf.render(whole)))


@pytest.fixture(scope="module")
def said(opened: PdfReader) -> list[str]:
    """The words of each page, blanks made one; to find them takes seconds."""
    return [" ".join(page.extract_text().split()) for page in opened.pages]


def kinds_in(node: Any) -> set[str]:
    """The kinds of structure element under a node."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return set().union(*(kinds_in(child) for child in node))
    if not isinstance(node, dict):
        return set()
    own = {str(node["/S"])} if "/S" in node else set()
    return own | kinds_in(node.get("/K", []))


def test_it_says_that_it_is_accessible_and_danish(opened: PdfReader) -> None:
    root: Any = opened.trailer["/Root"]
    assert root["/Lang"] == "da-DK"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    metadata = root["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata


def test_it_is_tagged_with_headings_lists_tables_and_links(opened: PdfReader) -> None:
    root: Any = opened.trailer["/Root"]
    kinds = kinds_in(root["/StructTreeRoot"])
    assert {"/H1", "/H4", "/L", "/LI", "/Table", "/TH", "/TD", "/Link", "/P"} <= kinds


def test_the_bookmarks_are_the_headings(opened: PdfReader, whole: Publication) -> None:
    def titles(items: Any) -> list[str]:
        return [
            title
            for item in items
            for title in (
                [str(item.title)] if isinstance(item, Destination) else titles(item)
            )
        ]

    assert titles(opened.outline) == [
        heading.text for heading in whole.document.headings
    ]


def test_every_page_says_which_it_is(said: list[str]) -> None:
    count = len(said)
    assert count > 10
    for number, page in enumerate(said, 1):
        assert f"Side {number} af {count}" in page


def test_its_one_date_is_that_of_its_content(
    opened: PdfReader, whole: Publication
) -> None:
    assert opened.metadata is not None
    assert opened.metadata.title == whole.document.title
    created = opened.metadata.creation_date
    assert created is not None
    assert created.date() == whole.document.changed.astimezone(COPENHAGEN).date()


def test_it_is_set_in_the_design_systems_font_where_that_was_fetched(
    opened: PdfReader,
) -> None:
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in opened.pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    wanted = "IBMPlexSans" if pdf.has_fonts() else "LibertinusSerif"
    assert all(wanted in font for font in fonts)


def test_without_fetched_fonts_it_is_made_all_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(pdf, "FONTS", tmp_path)
    made = PdfReader(io.BytesIO(pdf.render(every_block())))
    assert "Begynder forfra" in made.pages[0].extract_text()
    assert b"LibertinusSerif" in pdf.render(every_block())


def test_special_characters_are_text() -> None:
    assert " ".join(SPECIAL.split()) in pdf_text(
        PdfReader(io.BytesIO(pdf.render(every_block())))
    )


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("En 😀 her", "En [U+1F600] her"),
        ("中文", "[U+4E2D][U+6587]"),
        ("\u2028linje\tog tab", "linje og tab"),
        ("ก\u0e34", "[U+0E01][U+0E34]"),
        ("\ufeffbegyndelse", "[U+FEFF]begyndelse"),
    ],
)
def test_a_character_that_cannot_be_shown_stands_as_its_number(
    given: str, shown: str
) -> None:
    made = pdf.render(document(paragraph(given), Heading(2, given, "x")))
    assert shown in pdf_text(PdfReader(io.BytesIO(made)))


def test_a_table_that_goes_on_has_its_head_and_no_torn_row_on_every_page() -> None:
    rows = tuple(
        (
            text(Span(f"Opgave {at}", bold=True), f"\nen linje\nslut {at}"),
            text("Kommune"),
        )
        for at in range(60)
    )
    made = pdf.render(document(Table("Snitflader", ("Opgave", "Hvem"), rows)))
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(made)).pages]
    assert len(pages) > 3
    for page in pages:
        assert "Hvem" in page
        assert set(re.findall(r"Opgave (\d+)", page)) == set(
            re.findall(r"slut (\d+)", page)
        )


def test_every_page_says_what_it_is_a_page_of(
    said: list[str], whole: Publication
) -> None:
    mark = whole.data["provenance"]["fingerprint"][:16]
    assert said
    for page in said:
        assert f"{whole.document.title} · pr. 22. november 2026" in page
        assert f"Fingeraftryk {mark} Side" in page


def test_a_caption_stands_with_its_table() -> None:
    """However far down the page it comes."""
    table = Table(
        "Tabellens navn", ("Hvem", "Hvad"), ((text("Kommune"), text("Kører\n" * 9)),)
    )
    for lines in range(34, 50):
        filling = [paragraph("Fyld") for _ in range(lines)]
        made = pdf.render(document(*filling, Heading(2, "Tabel", "tabel"), table))
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(made)).pages]
        (holding,) = [page for page in pages if "Tabellens navn" in page]
        assert "Kommune" in holding
        assert "Tabel" in holding.split("\n")


def test_the_facts_of_one_thing_stand_together() -> None:
    """However far down the page they come; and their heading with them."""
    told = facts(fact(f"Navn {at}", "Værdi") for at in range(6))
    for lines in range(38, 48):
        filling = [paragraph("Fyld") for _ in range(lines)]
        made = pdf.render(document(*filling, Heading(2, "Om den", "om"), told))
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(made)).pages]
        (holding,) = [page for page in pages if "Navn 0" in page]
        assert "Navn 5" in holding and "Om den" in holding.split("\n")


@pytest.mark.parametrize(
    ("headings", "listed_to", "begins_on"), [(26, 0, 1), (46, 1, 1), (60, 1, 2)]
)
def test_a_few_lines_of_contents_have_no_page_of_their_own(
    headings: int, listed_to: int, begins_on: int
) -> None:
    """The text begins on a new page after a long list, but where only its last lines
    came over.
    """
    blocks = [
        block
        for at in range(headings)
        for block in (Heading(3, f"Afsnit {at}", f"a{at}"), paragraph(f"Om {at}."))
    ]
    made = PdfReader(io.BytesIO(pdf.render(document(*blocks))))
    pages = [page.extract_text() for page in made.pages]
    assert [at for at, page in enumerate(pages) if "Om 0." in page] == [begins_on]
    assert f"Afsnit {headings - 1}" in pages[listed_to]


def test_facts_that_fill_pages_are_parted() -> None:
    told = facts(fact(f"Navn {at}", "Værdi " * 60) for at in range(20))
    made = pdf.render(document(told))
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    assert all(f"Navn {at}:" in text for at in range(20))


def test_the_base_level_does_not_reach_a_file_that_stands_alone() -> None:
    assert pdf.render(every_block(level=1)) == pdf.render(every_block(level=3))
