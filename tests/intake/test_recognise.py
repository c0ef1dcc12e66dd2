"""What was read becomes an agreement: nothing is lost, and what is unclear is told.

Also covers registry/intake/headings.py.
"""

import pytest

from registry.catalogue.queries import Catalogue
from registry.documents.blocks import Block, Items, Paragraph, Span, text
from registry.intake.read_text import Concern
from registry.rules.version_content import CONTENT_FIELDS
from tests.intake.samples import (
    TITLES,
    doubts,
    fact,
    heading,
    paragraph,
    recognised,
    table,
)

ROW_HEAD = ("Opgave", "Udføres af", "Frist", "Betales af")
ROW = ("Varsle kommunen", "Hospital", "Inden udskrivning", "Region")


def test_the_three_fields_are_found_by_their_usual_headings(shipped: Catalogue) -> None:
    agreement = recognised(
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
    assert agreement.values["treatment_responsibility"] == "Hospitalet har det."
    assert agreement.values["division_of_responsibility"] == (
        "Kommunen udfører.\n\n## Undtagelser\n\nIngen."
    )
    assert agreement.values["economics"] == "Regionen betaler."
    assert (
        agreement.values["body"]
        == "## Formål\n\nAt samarbejde.\n\n## Uddybning\n\nMere."
    )


def test_the_number_of_a_heading_that_became_a_field_is_told(
    shipped: Catalogue,
) -> None:
    agreement = recognised(
        shipped,
        heading("§ 4. Økonomi"),
        paragraph("Regionen betaler."),
        heading("Stk. 5 Mere"),
        paragraph("Tekst."),
    )
    assert agreement.values["economics"] == "Regionen betaler."
    assert agreement.values["body"] == "## Stk. 5 Mere\n\nTekst."
    assert (
        "Blevet felter uden nummer: «§ 4. Økonomi». Ret henvisninger til numrene."
        in [remark.text for remark in agreement.remarks]
    )


def test_a_field_that_stands_twice_is_taken_once_and_told(shipped: Catalogue) -> None:
    agreement = recognised(
        shipped,
        heading("Økonomi"),
        paragraph("Først."),
        heading("Økonomi"),
        paragraph("Siden."),
    )
    assert (agreement.values["economics"], agreement.values["body"]) == (
        "Først.",
        "## Økonomi\n\nSiden.",
    )
    assert "«Økonomi» står flere gange; her er kun den første brugt." in doubts(
        agreement
    )


def test_fields_that_are_missing_are_told(shipped: Catalogue) -> None:
    agreement = recognised(
        shipped, paragraph("Kun lidt tekst."), paragraph("Og lidt til.")
    )
    for label in ("Lægeligt behandlingsansvar", "Ansvarsfordeling", "Økonomi"):
        assert (
            f"«{label}» er ikke fundet under en overskrift. Udfyld feltet selv."
            in doubts(agreement)
        )
    assert "Et resumé er ikke fundet. Skriv det selv." in doubts(agreement)
    assert agreement.values["body"] == "Kun lidt tekst.\n\nOg lidt til."


def test_the_one_paragraph_under_the_title_is_the_summary(shipped: Catalogue) -> None:
    agreement = recognised(
        shipped, paragraph("Kort sagt."), heading("Formål"), paragraph("Langt.")
    )
    assert (agreement.values["summary"], agreement.values["body"]) == (
        "Kort sagt.",
        "## Formål\n\nLangt.",
    )


def test_a_summary_has_its_heading(shipped: Catalogue) -> None:
    agreement = recognised(
        shipped, heading("Sammenfatning"), paragraph("Et."), paragraph("To.")
    )
    assert agreement.values["summary"] == "Et.\n\nTo."


def test_a_table_of_tasks_leaves_the_text_and_becomes_rows(shipped: Catalogue) -> None:
    agreement = recognised(
        shipped, heading("Udskrivning"), paragraph("Indledning."), table(ROW_HEAD, ROW)
    )
    assert [row.values["task"] for row in agreement.rows] == ["Varsle kommunen"]
    assert agreement.values["body"] == "## Udskrivning\n\nIndledning."


def test_the_heading_that_a_row_names_stays(shipped: Catalogue) -> None:
    agreement = recognised(shipped, heading("Udskrivning"), table(ROW_HEAD, ROW))
    assert agreement.rows[0].values["section"] == "Udskrivning"
    assert agreement.values["body"] == "## Udskrivning"


def test_a_table_that_did_not_wholly_become_rows_stays(shipped: Catalogue) -> None:
    odd = ("Varsle kommunen", "Den fælles enhed", "Inden udskrivning", "Region")
    agreement = recognised(shipped, heading("Udskrivning"), table(ROW_HEAD, odd))
    assert "| Varsle kommunen | Den fælles enhed |" in agreement.values["body"]
    assert any("står også i aftalens tekst" in doubt for doubt in doubts(agreement))


def test_a_table_of_tasks_under_a_field_becomes_rows_too(shipped: Catalogue) -> None:
    agreement = recognised(shipped, heading("Ansvarsfordeling"), table(ROW_HEAD, ROW))
    (row,) = agreement.rows
    assert row.values["section"] == ""
    assert any("stod i et af de tre felter" in doubt for doubt in doubts(agreement))
    assert agreement.values["division_of_responsibility"] == ""
    assert any("rummede kun en tabel" in doubt for doubt in doubts(agreement))


def test_levels_of_headings_are_closed_up(shipped: Catalogue) -> None:
    agreement = recognised(
        shipped, heading("A", 4), paragraph("a"), heading("B", 6), paragraph("b")
    )
    assert agreement.values["body"] == "## A\n\na\n\n### B\n\nb"


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
        agreement = recognised(
            shipped, heading(title), block, heading("Slut"), paragraph("Slut.")
        )
        said = "\n".join(str(agreement.values[field.name]) for field in CONTENT_FIELDS)
        assert "Et ganske særligt afsnit" in said


def test_what_the_reader_said_is_passed_on(shipped: Catalogue) -> None:
    agreement = recognised(shipped, title="")
    assert "Titlen er ikke fundet. Skriv den selv." in doubts(agreement)
    assert all(remark.concern is Concern.DOUBT for remark in agreement.remarks)


def test_a_line_that_is_no_sentence_is_no_summary(shipped: Catalogue) -> None:
    agreement = recognised(
        shipped, paragraph("Version 2.1"), heading("Formål"), paragraph("Prøver.")
    )
    assert (agreement.values["summary"], agreement.values["body"][:11]) == (
        "",
        "Version 2.1",
    )


def test_that_the_lede_became_the_summary_is_told(shipped: Catalogue) -> None:
    agreement = recognised(
        shipped, paragraph("Kort sagt."), heading("Formål"), paragraph("Langt.")
    )
    assert "Teksten lige under titlen er brugt som resumé." in [
        r.text for r in agreement.remarks
    ]


def test_a_table_before_the_first_heading_is_not_said_to_stand_in_a_field(
    shipped: Catalogue,
) -> None:
    odd = table(ROW_HEAD, ("Varsle", "Den fælles enhed", "", "Region"))
    said = [d for d in doubts(recognised(shipped, odd)) if d.startswith("Tabellen")]
    assert len(said) == 3 and not [d for d in said if "under «»" in d]
    assert all(d.startswith("Tabellen før første overskrift ") for d in said)
    assert [d for d in said if "står ikke i noget afsnit" in d]
    assert not [d for d in said if "tre felter" in d]


def test_the_same_is_asked_once_only(shipped: Catalogue) -> None:
    odd = table(ROW_HEAD, ("Varsle", "Den fælles enhed", "", "Region"))
    agreement = recognised(shipped, heading("Økonomi"), odd, odd)
    assert len([d for d in doubts(agreement) if "stod i et af de tre felter" in d]) == 1


def test_a_fields_heading_with_a_note_or_brackets_is_read(shipped: Catalogue) -> None:
    agreement = recognised(
        shipped,
        heading("Økonomi (note 2)"),
        paragraph("Regionen betaler."),
        heading("Ansvarsfordeling (se bilag 1)"),
        paragraph("Kommunen kører."),
    )
    assert agreement.values["economics"] == "Regionen betaler."
    assert agreement.values["division_of_responsibility"] == "Kommunen kører."
    assert "«Økonomi (note 2)»: Henvisningen til noten er ikke med." in doubts(
        agreement
    )
    assert (
        "«Ansvarsfordeling (se bilag 1)» er læst som «Ansvarsfordeling». Passer det?"
        in doubts(agreement)
    )
