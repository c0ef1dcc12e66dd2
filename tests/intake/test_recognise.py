"""What was read becomes an agreement: nothing is lost, and what is unclear is told."""

from datetime import date

import pytest

from registry.catalogue import Catalogue
from registry.documents.blocks import Block, Items, Paragraph, Span, text
from registry.exports.appendix_text import ILLUSTRATIVE
from registry.intake.reading import Concern
from registry.version_content import CONTENT_FIELDS
from tests.intake.samples import doubts, fact, heading, paragraph, recognised, table

ROW_HEAD = ("Opgave", "Udføres af", "Frist", "Betales af")
TITLES = (
    *("Formål", "Økonomi", "Resumé", "Om aftalen", "Hvem gør hvad", "Aftalens tekst"),
    *("Om dette dokument", "Parter", "Målgruppe", "Ikrafttræden"),
)
ROW = ("Varsle kommunen", "Hospital", "Inden udskrivning", "Region")


def test_the_three_fields_are_found_by_their_usual_headings(shipped: Catalogue) -> None:
    found = recognised(
        shipped,
        heading("Formål"),
        paragraph("At samarbejde."),
        heading("2. Det lægelige behandlingsansvar"),
        paragraph("Hospitalet har det."),
        heading("Opgave- og ansvarsfordeling"),
        paragraph("Kommunen udfører."),
        heading("Undtagelser", 3),
        paragraph("Ingen."),
        heading("Finansiering"),
        paragraph("Regionen betaler."),
        heading("Uddybning"),
        paragraph("Mere."),
    )
    assert found.values["treatment_responsibility"] == "Hospitalet har det."
    assert found.values["division_of_responsibility"] == (
        "Kommunen udfører.\n\n## Undtagelser\n\nIngen."
    )
    assert found.values["economics"] == "Regionen betaler."
    assert found.values["body"] == "## Formål\n\nAt samarbejde.\n\n## Uddybning\n\nMere."


def test_a_line_that_is_only_a_fields_name_is_its_heading(shipped: Catalogue) -> None:
    found = recognised(
        shipped,
        heading("Formål"),
        paragraph("At samarbejde."),
        paragraph("Økonomi:"),
        paragraph("Regionen betaler."),
        paragraph("Økonomi"),
    )
    assert found.values["economics"] == "Regionen betaler.\n\nØkonomi"
    assert "Læst som overskrifter: «Økonomi:»." in [remark.text for remark in found.remarks]


def test_a_line_with_a_fields_name_is_none_where_there_is_a_heading(shipped: Catalogue) -> None:
    found = recognised(
        shipped, heading("Formål"), paragraph("Økonomi"), heading("Økonomi"), paragraph("Region.")
    )
    assert (found.values["economics"], found.values["body"]) == ("Region.", "## Formål\n\nØkonomi")


def test_a_field_that_stands_twice_is_taken_once_and_told(shipped: Catalogue) -> None:
    found = recognised(
        shipped,
        heading("Økonomi"),
        paragraph("Først."),
        heading("Økonomi"),
        paragraph("Siden."),
    )
    assert (found.values["economics"], found.values["body"]) == ("Først.", "## Økonomi\n\nSiden.")
    assert "«Økonomi» står flere gange; her er kun den første brugt." in doubts(found)


def test_fields_that_are_missing_are_told(shipped: Catalogue) -> None:
    found = recognised(shipped, paragraph("Kun lidt tekst."), paragraph("Og lidt til."))
    for label in ("Lægeligt behandlingsansvar", "Ansvarsfordeling", "Økonomi"):
        assert f"«{label}» er ikke fundet under en overskrift. Udfyld feltet selv." in doubts(found)
    assert "Et resumé er ikke fundet. Skriv det selv." in doubts(found)
    assert found.values["body"] == "Kun lidt tekst.\n\nOg lidt til."


def test_the_one_paragraph_under_the_title_is_the_summary(shipped: Catalogue) -> None:
    found = recognised(shipped, paragraph("Kort sagt."), heading("Formål"), paragraph("Langt."))
    assert (found.values["summary"], found.values["body"]) == (
        "Kort sagt.",
        "## Formål\n\nLangt.",
    )


def test_a_summary_has_its_heading(shipped: Catalogue) -> None:
    found = recognised(shipped, heading("Sammenfatning"), paragraph("Et."), paragraph("To."))
    assert found.values["summary"] == "Et.\n\nTo."


def test_a_table_of_tasks_leaves_the_text_and_becomes_rows(shipped: Catalogue) -> None:
    found = recognised(
        shipped, heading("Udskrivning"), paragraph("Indledning."), table(ROW_HEAD, ROW)
    )
    assert [row.values["task"] for row in found.rows] == ["Varsle kommunen"]
    assert found.values["body"] == "## Udskrivning\n\nIndledning."


def test_the_heading_that_a_row_names_stays(shipped: Catalogue) -> None:
    found = recognised(shipped, heading("Udskrivning"), table(ROW_HEAD, ROW))
    assert found.rows[0].values["section"] == "Udskrivning"
    assert found.values["body"] == "## Udskrivning"


def test_a_table_that_did_not_wholly_become_rows_stays(shipped: Catalogue) -> None:
    odd = ("Varsle kommunen", "Den fælles enhed", "Inden udskrivning", "Region")
    found = recognised(shipped, heading("Udskrivning"), table(ROW_HEAD, odd))
    assert "| Varsle kommunen | Den fælles enhed |" in found.values["body"]
    assert any("står også i aftalens tekst" in doubt for doubt in doubts(found))


def test_a_table_of_tasks_under_a_field_becomes_rows_too(shipped: Catalogue) -> None:
    found = recognised(shipped, heading("Ansvarsfordeling"), table(ROW_HEAD, ROW))
    (row,) = found.rows
    assert row.values["section"] == ""
    assert any("stod i et af de tre felter" in doubt for doubt in doubts(found))
    assert found.values["division_of_responsibility"] == ""
    assert any("rummede kun en tabel" in doubt for doubt in doubts(found))


def test_facts_about_the_agreement_are_read(shipped: Catalogue) -> None:
    found = recognised(
        shipped,
        heading("Om aftalen"),
        fact("Aftaletype", "Samarbejdsaftale"),
        fact("Ikrafttræden", "1. marts 2026"),
        fact("Målgrupper", "Voksne, hjemløse"),
        fact("Formel part", "Region Hovedstaden, Hillerød Kommune"),
        fact("Se også", shipped.today().agreement("retspsykiatri").shown.version.title),
        fact("Status", "gældende"),
        fact("Journalnummer", "12345"),
    )
    values = found.values
    assert (values["kind"], values["in_force_from"]) == ("samarbejdsaftale", date(2026, 3, 1))
    assert values["target_groups"] == ("voksne", "hjemloese")
    assert found.parties == {"formel-part": ("region-hovedstaden", "hilleroed")}
    assert found.relations == {"see-also": ("retspsykiatri",)}
    assert values["body"] == "## Om aftalen\n\n**Journalnummer:** 12345"
    assert any("selv udleder det: Status." in r.text for r in found.remarks)


def test_a_table_of_facts_is_read_like_lines(shipped: Catalogue) -> None:
    facts = table(("Parter", "Region Hovedstaden og Gribskov Kommune"), ("Gælder fra", "2026"))
    found = recognised(shipped, facts)
    assert found.parties == {"formel-part": ("region-hovedstaden", "gribskov")}
    assert found.values["in_force_from"] == date(2026, 1, 1)
    assert "«Parter» er læst som formelle parter. Passer det?" in doubts(found)


def test_an_organisation_in_two_roles_has_the_first(shipped: Catalogue) -> None:
    found = recognised(
        shipped, fact("Formel part", "Gribskov"), fact("Tiltrædende part", "Gribskov, Hillerød")
    )
    assert found.parties == {"formel-part": ("gribskov",), "tiltraedende-part": ("hilleroed",)}
    assert any("Gribskov Kommune står i flere roller" in doubt for doubt in doubts(found))


def test_an_unknown_party_is_told(shipped: Catalogue) -> None:
    found = recognised(shipped, fact("Formel part", "Gribskov og Atlantis Kommune"))
    assert any("Formel part: kataloget kender ikke «Atlantis" in doubt for doubt in doubts(found))


def test_a_relation_to_an_unknown_agreement_stays_in_the_text(shipped: Catalogue) -> None:
    found = recognised(shipped, heading("Om aftalen"), fact("Afløser", "Aftalen fra 1998"))
    assert "Aftalen fra 1998" in found.values["body"]
    assert any("ingen aftale, der hedder «Aftalen fra 1998»" in doubt for doubt in doubts(found))


def test_our_own_remark_makes_it_illustrative(shipped: Catalogue) -> None:
    assert recognised(shipped, paragraph(ILLUSTRATIVE, note=True)).values["illustrative"] is True
    assert recognised(shipped, paragraph("Andet.")).values["illustrative"] is False


def test_levels_of_headings_are_closed_up(shipped: Catalogue) -> None:
    found = recognised(shipped, heading("A", 4), paragraph("a"), heading("B", 6), paragraph("b"))
    assert found.values["body"] == "## A\n\na\n\n### B\n\nb"


@pytest.mark.parametrize(
    "block",
    [
        paragraph("Et ganske særligt afsnit"),
        fact("Journalnummer", "Et ganske særligt afsnit"),
        Items(((Paragraph(text("Et ganske særligt afsnit")),),), ordered=True),
        table(("Et ganske særligt afsnit", "b"), ("c", "d")),
        Paragraph((Span("Et ganske særligt afsnit", href="https://a.example/"),)),
    ],
)
def test_no_block_is_lost_wherever_it_stands(shipped: Catalogue, block: Block) -> None:
    for title in TITLES:
        found = recognised(shipped, heading(title), block, heading("Slut"), paragraph("Slut."))
        said = "\n".join(str(found.values[field.name]) for field in CONTENT_FIELDS)
        assert "Et ganske særligt afsnit" in said


def test_without_a_title_it_is_the_first_line(shipped: Catalogue) -> None:
    for first in (heading("Aftale om prøver"), paragraph("Aftale om prøver")):
        found = recognised(shipped, first, heading("Formål"), paragraph("Prøver."), title="")
        assert (found.values["title"], found.values["body"]) == (
            "Aftale om prøver",
            "## Formål\n\nPrøver.",
        )
        assert "Titlen er læst af tekstens første linje. Passer den?" in doubts(found)


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
def test_what_is_no_title_is_not_taken_for_one(shipped: Catalogue, first: Block) -> None:
    found = recognised(shipped, first, paragraph("Tekst."), title="")
    assert found.values["title"] == ""
    assert "Titlen er ikke fundet. Skriv den selv." in doubts(found)


def test_a_section_that_tells_a_fact_suggests_it_and_stays(shipped: Catalogue) -> None:
    found = recognised(
        shipped,
        heading("1. Målgruppe"),
        paragraph("Voksne og hjemløse."),
        heading("Parter"),
        Items(((paragraph("Region Hovedstaden"),), (paragraph("Gribskov Kommune"),))),
        heading("Ikrafttræden"),
        paragraph("Aftalen træder i kraft 1. april 2021."),
    )
    assert found.values["target_groups"] == ("voksne", "hjemloese")
    assert found.values["in_force_from"] == date(2021, 4, 1)
    assert found.parties == {"formel-part": ("region-hovedstaden", "gribskov")}
    assert "Aftalen træder i kraft 1. april 2021." in found.values["body"]
    asked = "Teksten under «Ikrafttræden» er brugt til «I kraft fra». Passer det?"
    assert asked in doubts(found)


def test_a_section_with_two_dates_suggests_none(shipped: Catalogue) -> None:
    text_of_it = paragraph("Fra 1. april 2021 til 31. december 2023.")
    found = recognised(shipped, heading("Ikrafttræden"), text_of_it)
    assert found.values["in_force_from"] is None


def test_what_the_reader_said_is_passed_on(shipped: Catalogue) -> None:
    found = recognised(shipped, title="")
    assert "Titlen er ikke fundet. Skriv den selv." in doubts(found)
    assert all(remark.concern is Concern.DOUBT for remark in found.remarks)


def test_the_title_on_a_front_page_says_what_the_agreement_is_about(shipped: Catalogue) -> None:
    front = ("Region Hovedstaden", "Gribskov Kommune", "Samarbejdsaftale om prøver", "Version 2")
    lines = [paragraph(line) for line in front]
    found = recognised(shipped, *lines, heading("Formål"), paragraph("Prøver."), title="")
    assert found.values["title"] == "Samarbejdsaftale om prøver"
    assert found.values["body"].startswith("Region Hovedstaden\n\nGribskov Kommune\n\nVersion 2")
    assert "Titlen er læst af forsiden. Passer den?" in doubts(found)


def test_a_line_that_is_no_sentence_is_no_summary(shipped: Catalogue) -> None:
    found = recognised(shipped, paragraph("Version 2.1"), heading("Formål"), paragraph("Prøver."))
    assert (found.values["summary"], found.values["body"][:11]) == ("", "Version 2.1")


def test_that_the_lede_became_the_summary_is_told(shipped: Catalogue) -> None:
    found = recognised(shipped, paragraph("Kort sagt."), heading("Formål"), paragraph("Langt."))
    assert "Teksten lige under titlen er brugt som resumé." in [r.text for r in found.remarks]


def test_the_same_is_asked_once_only(shipped: Catalogue) -> None:
    odd = table(ROW_HEAD, ("Varsle", "Den fælles enhed", "", "Region"))
    found = recognised(shipped, heading("Økonomi"), odd, odd)
    assert len([d for d in doubts(found) if "stod i et af de tre felter" in d]) == 1


def test_parties_that_are_named_as_none_are_not_taken(shipped: Catalogue) -> None:
    found = recognised(shipped, fact("Parter", "Alle kommuner undtagen Bornholm"))
    assert found.parties == {}
    assert "undtagen Bornholm" in found.values["body"]
    assert "Parter: «Alle kommuner undtagen Bornholm» siger mere end navne. Vælg selv." in doubts(
        found
    )
