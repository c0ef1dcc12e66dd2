"""Tables that set out a page: what spans one comes in once, as what it is."""

import pytest

from registry.intake.read_text import Concern
from tests.intake.docx_files import cell, outline, p, read, remarks, shown, table

DUTIES = (("Opgave", "Udføres af"), ("Screene for fald", "Kommune"))


def broad(content: str) -> list[str]:
    return [cell(content, '<w:gridSpan w:val="2"/>')]


def heading(text: str) -> str:
    return p(text, style="Overskrift1")


def test_a_letterhead_with_the_agreement_below_it_is_opened() -> None:
    text = heading("Ansvarsfordeling") + p("Kommunen forebygger.") + table(*DUTIES)
    reading = read(
        table(
            ["Region Hovedstaden", "Journalnr. 12345"],
            broad(p("Samarbejdsaftale om fald", style="Titel")),
            broad(text + p("Slut.")),
        )
    )
    assert reading.title == "Samarbejdsaftale om fald"
    assert outline(reading.blocks) == [
        {"table": [["Region Hovedstaden", "Journalnr. 12345"]]},
        (2, "Ansvarsfordeling"),
        "Kommunen forebygger.",
        {"table": [list(line) for line in DUTIES]},
        "Slut.",
    ]
    (told,) = remarks(reading, Concern.CHANGED)
    assert told.startswith("2 celler, der går over hele tabellen, er sat som tekst")
    assert remarks(reading, Concern.DOUBT) == []


@pytest.mark.parametrize(
    "content",
    [heading("Fald"), p("En.") + p("To."), p("En.") + table(*DUTIES)],
)
def test_what_stands_above_the_head_of_a_table_is_no_line_of_it(content: str) -> None:
    found = shown(table(broad(content), *DUTIES))
    assert found[-1] == {"table": [list(line) for line in DUTIES]}
    assert "Opgave" in repr(found)


@pytest.mark.parametrize("content", [heading("Fase 2"), p("Fase 2")])
def test_a_heading_among_lines_stays_since_they_need_their_head(content: str) -> None:
    found = shown(table(*DUTIES, broad(content), ("Køre", "Region")))
    assert len(found) == 1


def test_lines_of_one_cell_that_are_lines_stay() -> None:
    assert len(shown(table(*DUTIES, broad(p("I alt"))))) == 1
    assert len(shown(table(broad(p("Ansvar")), *DUTIES))) == 1
    only = table(broad(p("En.") + p("To.")), broad(p("Tre.") + p("Fire.")))
    assert "table" in repr(shown(only))


def test_a_line_that_begins_further_in_is_a_line() -> None:
    row = table(broad(p("En.") + p("To."))).replace(
        "<w:tr>", '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>'
    )
    inner = row.removeprefix("<w:tbl><w:tblPr/>").removesuffix("</w:tbl>")
    whole = table(*DUTIES).replace("</w:tbl>", f"{inner}</w:tbl>")
    assert len(shown(whole)) == 1


def test_merged_cells_are_told_with_their_place() -> None:
    reading = read(
        p("Aftale", style="Titel"),
        heading("Opgaver"),
        table(*DUTIES, broad(p("I alt"))),
    )
    (asked,) = [one for one in reading.remarks if one.concern is Concern.DOUBT]
    assert [piece.place for piece in asked.pieces] == ["under «Opgaver», ved «Opgave»"]


def test_sections_beside_each_other_are_text_one_after_the_other() -> None:
    duties = table(["Opgave", "Udføres af"], ["Køre", "Kommune"])
    left = p("Ansvar", style="Overskrift1") + duties
    right = p("Økonomi", style="Overskrift1") + p("Kommunen betaler.")
    reading = read(p("Aftale", style="Titel"), table([left, right]), p("Slut."))
    assert outline(reading.blocks) == [
        (2, "Ansvar"),
        {"table": [["Opgave", "Udføres af"], ["Køre", "Kommune"]]},
        (2, "Økonomi"),
        "Kommunen betaler.",
        "Slut.",
    ]
    (said,) = remarks(reading, Concern.CHANGED)
    assert said.startswith("1 linje i en tabel, hvis celler er afsnit med overskrift,")


def test_a_line_where_only_some_cells_have_a_heading_is_a_line() -> None:
    named = p("Køre", style="Overskrift3") + p("Kommunen kører.")
    reading = read(table(["Opgave", "Udføres af"], [named, "Kommune"]))
    assert outline(reading.blocks) == [
        {"table": [["Opgave", "Udføres af"], ["Køre\nKommunen kører.", "Kommune"]]}
    ]
    only = [p(words, style="Overskrift3") for words in ("Opgave", "Udføres af")]
    assert outline(read(table(only, ["Køre", "Kommune"])).blocks) == [
        {"table": [["Opgave", "Udføres af"], ["Køre", "Kommune"]]}
    ]
