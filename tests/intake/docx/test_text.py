"""A Word file as a reading: its text by its headings, and which line is its title."""

import pytest

from registry.documents.blocks import Paragraph, Span
from tests.intake.docx_files import (
    bold,
    outline,
    p,
    part,
    r,
    read,
    relations,
    shown,
    table,
)

# The plain text


def test_a_docx_file_is_read_as_title_headings_and_text() -> None:
    reading = read(
        p("Aftale om udskrivning", style="Titel"),
        p("Formål", style="Overskrift1"),
        p("Aftalen gælder ", r("alle", "b"), " borgere", r(" over 18", "i"), "."),
        p("Betaling", style="Overskrift2"),
        p("Kommunen betaler."),
    )
    assert reading.title == "Aftale om udskrivning"
    assert outline(reading.blocks) == [
        (2, "Formål"),
        "Aftalen gælder alle borgere over 18.",
        (3, "Betaling"),
        "Kommunen betaler.",
    ]
    text = reading.blocks[1]
    assert isinstance(text, Paragraph)
    assert text.text == (
        Span("Aftalen gælder "),
        Span("alle", bold=True),
        Span(" borgere"),
        Span(" over 18", italic=True),
        Span("."),
    )
    assert reading.remarks == ()


def test_no_level_of_headings_is_skipped() -> None:
    assert shown(
        p("Et", style="Overskrift1"),
        p("To", style="Overskrift3"),
        p("Tre", style="Overskrift1"),
    ) == [(2, "Et"), (3, "To"), (2, "Tre")]


# The title


def test_the_only_heading_of_the_first_level_is_the_title_where_it_comes_first() -> (
    None
):
    reading = read(
        p("Aftale", style="Overskrift1"),
        p("Formål", style="Overskrift2"),
        p("Tekst."),
        p("Økonomi", style="Overskrift2"),
    )
    assert reading.title == "Aftale"
    assert outline(reading.blocks) == [(2, "Formål"), "Tekst.", (2, "Økonomi")]


def test_a_bold_line_is_the_title_only_where_it_is_the_only_one_and_stands_first() -> (
    None
):
    first = read(bold("Aftale om udskrivning"), p("Tekst."))
    assert (first.title, outline(first.blocks)) == ("Aftale om udskrivning", ["Tekst."])
    later = read(
        p("Tekst.", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        bold("Økonomi"),
        p("Kommunen betaler."),
        related=[("f", "footnotes", "footnotes.xml")],
        parts={
            "word/footnotes.xml": part(
                "footnotes", f'<w:footnote w:id="2">{p("N")}</w:footnote>'
            )
        },
    )
    assert later.title == ""
    assert outline(later.blocks)[:3] == [
        "Tekst. (note 1)",
        (2, "Økonomi"),
        "Kommunen betaler.",
    ]


def test_the_property_is_the_title_only_where_it_stands_in_the_text() -> None:
    core = (
        '<c:coreProperties xmlns:c="urn:c" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Aftale om udskrivning</dc:title></c:coreProperties>"
    )
    parts = {
        "docProps/core.xml": core,
        "_rels/.rels": relations(
            ("a", "officeDocument", "word/document.xml"),
            ("b", "core-properties", "docProps/core.xml"),
        ),
    }
    reading = read(p("Aftale om udskrivning"), p("Tekst."), parts=parts)
    assert (reading.title, outline(reading.blocks)) == (
        "Aftale om udskrivning",
        ["Tekst."],
    )
    assert read(p("Noget andet"), parts=parts).title == ""


@pytest.mark.parametrize(
    "heading",
    ["Økonomi", "Lægeligt behandlingsansvar", "Formål", "3. Ansvarsfordeling"],
)
def test_the_heading_of_a_section_is_no_title(heading: str) -> None:
    reading = read(
        p("Samarbejdsaftale om lindring"),
        p("Mellem region og kommuner."),
        p(heading, style="Overskrift1"),
        p("Kommunen betaler."),
    )
    assert reading.title == ""
    assert (2, heading) in outline(reading.blocks)
    assert reading.only_heading == heading.removeprefix("3. ")


def test_a_heading_that_says_what_the_agreement_is_about_is_the_title() -> None:
    for heading in ("Samarbejdsaftale om økonomi", "Lindring", "Program for ansvar"):
        reading = read(p(heading, style="Overskrift1"), p("Kommunen betaler."))
        assert (reading.title, reading.only_heading) == (heading, "")


def test_a_title_of_the_properties_that_stands_in_a_cell_is_one() -> None:
    core = (
        '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/'
        'metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Aftale om lindring</dc:title></c:coreProperties>"
    )
    uri = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = f"{uri}/metadata/core-properties"
    package = relations(("rId1", "officeDocument", "word/document.xml")).replace(
        "</Relationships>",
        f'<Relationship Id="c" Type="{kind}" Target="core.xml"/></Relationships>',
    )
    reading = read(
        table(["Titel", "Aftale om lindring"], ["Gælder fra", "2025"]),
        p("Økonomi", style="Overskrift1"),
        p("Kommunen betaler."),
        parts={"core.xml": core, "_rels/.rels": package},
    )
    assert reading.title == "Aftale om lindring"
    assert (2, "Økonomi") in outline(reading.blocks)
