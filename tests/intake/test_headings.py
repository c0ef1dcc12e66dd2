"""The headings that a text does not have as such: its title, and the three fields'."""

import pytest

from registry.catalogue.queries import Catalogue
from registry.documents.blocks import Block
from registry.intake.read_text import ReadText
from registry.intake.recognise import recognise
from tests.intake.samples import doubts, fact, heading, paragraph, recognised, table


def test_a_line_that_is_only_a_fields_name_is_its_heading(shipped: Catalogue) -> None:
    agreement = recognised(
        shipped,
        heading("Formål"),
        paragraph("At samarbejde."),
        paragraph("Økonomi:"),
        paragraph("Regionen betaler."),
        paragraph("Økonomi"),
    )
    assert agreement.values["economics"] == "Regionen betaler.\n\nØkonomi"
    assert "Læst som overskrifter: «Økonomi:»." in [
        remark.text for remark in agreement.remarks
    ]


def test_a_line_with_a_fields_name_is_none_where_there_is_a_heading(
    shipped: Catalogue,
) -> None:
    agreement = recognised(
        shipped,
        heading("Formål"),
        paragraph("Økonomi"),
        heading("Økonomi"),
        paragraph("Region."),
    )
    assert (agreement.values["economics"], agreement.values["body"]) == (
        "Region.",
        "## Formål\n\nØkonomi",
    )


def test_without_a_title_it_is_the_first_line(shipped: Catalogue) -> None:
    for first in (heading("Aftale om prøver"), paragraph("Aftale om prøver")):
        agreement = recognised(
            shipped, first, heading("Formål"), paragraph("Prøver."), title=""
        )
        assert (agreement.values["title"], agreement.values["body"]) == (
            "Aftale om prøver",
            "## Formål\n\nPrøver.",
        )
        assert "Titlen er læst af tekstens første linje. Passer den?" in doubts(
            agreement
        )


@pytest.mark.parametrize(
    "first",
    [
        heading("1. Formål"),
        heading("Økonomi"),
        paragraph("En hel sætning om, hvad parterne vil."),
        fact("Parter", "Region Hovedstaden"),
        table(("a", "b")),
    ],
)
def test_what_is_no_title_is_not_taken_for_one(
    shipped: Catalogue, first: Block
) -> None:
    agreement = recognised(shipped, first, paragraph("Tekst."), title="")
    assert agreement.values["title"] == ""
    assert "Titlen er ikke fundet. Skriv den selv." in doubts(agreement)


def test_the_title_on_a_front_page_says_what_the_agreement_is_about(
    shipped: Catalogue,
) -> None:
    front = (
        "Region Hovedstaden",
        "Gribskov Kommune",
        "Samarbejdsaftale om prøver",
        "Version 2",
    )
    lines = [paragraph(line) for line in front]
    agreement = recognised(
        shipped, *lines, heading("Formål"), paragraph("Prøver."), title=""
    )
    assert agreement.values["title"] == "Samarbejdsaftale om prøver"
    assert agreement.values["body"].startswith(
        "Region Hovedstaden\n\nGribskov Kommune\n\nVersion 2"
    )
    assert "Titlen er læst af forsiden. Passer den?" in doubts(agreement)


def test_the_only_heading_is_a_sections_and_a_title_until_there_is_another(
    shipped: Catalogue,
) -> None:
    blocks = (heading("Økonomi"), paragraph("Regionen betaler."))
    agreement = recognise(shipped.today(), ReadText("", blocks, (), "Økonomi"))
    assert agreement.values["title"] == "Økonomi"
    assert agreement.values["economics"] == "Regionen betaler."
    asked = "Titlen er læst af overskriften «Økonomi», den eneste. Skriv den rigtige."
    assert asked in doubts(agreement)

    first = (paragraph("Samarbejdsaftale om lindring"), *blocks)
    agreement = recognise(shipped.today(), ReadText("", first, (), "Økonomi"))
    assert agreement.values["title"] == "Samarbejdsaftale om lindring"
    assert agreement.values["economics"] == "Regionen betaler."
