"""Lines whose columns are set by tabs: a table where they agree, else told of."""

import pytest

from registry.intake.read_text import Concern
from tests.intake.docx_files import item, outline, p, r, read, remarks, shown

TAB, LINE = "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>"
READ = (
    "1 sted er linjer, hvis kolonner er sat med tabulator, læst som en tabel. Se den "
    "efter: «{}»."
)


def line(text: str) -> str:
    """A paragraph of which | is a tab and / the end of a line."""
    marks = {"|": TAB, "/": LINE}
    parts = text.replace("|", "\0|\0").replace("/", "\0/\0").split("\0")
    return p(*(marks.get(part, part) for part in parts if part))


def test_lines_that_agree_are_a_table_and_asked_about() -> None:
    reading = read(
        p("Sådan er opgaverne fordelt:"),
        line("Opgave|Udføres af|Frist"),
        line("Køre borgeren|Kommunen|Inden 2 dage"),
        line("Følge op|Hospitalet|Straks"),
        p("Det er alt."),
    )
    assert outline(reading.blocks) == [
        "Sådan er opgaverne fordelt:",
        {
            "table": [
                ["Opgave", "Udføres af", "Frist"],
                ["Køre borgeren", "Kommunen", "Inden 2 dage"],
                ["Følge op", "Hospitalet", "Straks"],
            ]
        },
        "Det er alt.",
    ]
    assert remarks(reading, Concern.DOUBT) == [READ.format("Opgave Udføres af Frist")]
    (remark,) = reading.remarks
    assert remark.pieces[0].place == "ved «Opgave Udføres af Frist»"


@pytest.mark.parametrize(
    ("lines", "cells"),
    [
        # As many tabs as it takes to come to the column.
        (
            ["Opgave||Hvem", "Bestille kørsel|Kommunen", "Køre|||Regionen"],
            [["Opgave", "Hvem"], ["Bestille kørsel", "Kommunen"], ["Køre", "Regionen"]],
        ),
        # A cell that is empty, within the line and at its end.
        (
            [
                "Opgave|Hvem|Frist",
                "Køre||Straks",
                "Pleje|Hjem|1 dag",
                "Bo|Kom|2",
                "Mad|Vi",
            ],
            [
                ["Opgave", "Hvem", "Frist"],
                ["Køre", "", "Straks"],
                ["Pleje", "Hjem", "1 dag"],
                ["Bo", "Kom", "2"],
                ["Mad", "Vi", ""],
            ],
        ),
        # Lines of one paragraph, and empty ones between.
        (
            ["Opgave|Hvem/Køre|Kommunen", "", "Pleje|Regionen"],
            [["Opgave", "Hvem"], ["Køre", "Kommunen"], ["Pleje", "Regionen"]],
        ),
        # Blanks instead of tabs, and both.
        (
            ["Opgave      Hvem", "Køre borgeren   Kommunen", "Pleje|Regionen"],
            [["Opgave", "Hvem"], ["Køre borgeren", "Kommunen"], ["Pleje", "Regionen"]],
        ),
        # Set in from the margin.
        (
            ["|Opgave|Hvem", "|Køre|Kommunen", "|Pleje|Regionen"],
            [["Opgave", "Hvem"], ["Køre", "Kommunen"], ["Pleje", "Regionen"]],
        ),
    ],
)
def test_tabs_are_read_as_they_are_typed(
    lines: list[str], cells: list[list[str]]
) -> None:
    assert shown(*map(line, lines)) == [{"table": cells}]


def test_looks_and_links_stay_in_their_cells() -> None:
    link = '<w:hyperlink r:id="rId1"><w:r><w:t>loven</w:t></w:r></w:hyperlink>'
    reading = read(
        p(r("Opgave", "b"), TAB, r("Lov", "b")),
        p("Køre", TAB, link),
        p("Pleje", TAB, "ingen"),
        related=[("rId1", "hyperlink", "https://l.example/")],
        parts={},
    )
    assert outline(reading.blocks) == [
        {"table": [["Opgave", "Lov"], ["Køre", "loven"], ["Pleje", "ingen"]]}
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["Opgave|Hvem", "Køre|Kommunen"],
        ["1.|Kommunen kører", "2.|Regionen betaler", "3.|Lægen ser til"],
        ["a)|Kommunen kører", "b)|Regionen betaler", "c)|Lægen ser til"],
        ["§ 1|Kommunen kører", "§ 2|Regionen betaler", "§ 3|Lægen ser til"],
        ["-|Kommunen kører", "-|Regionen betaler", "-|Lægen ser til"],
        ["Formål|2", "Ansvar|3", "Økonomi|7"],
        ["Dato:|1. maj", "Sag:|Kørsel", "Til:|Kommunen"],
        ["Bilag 1|Takster", "Bilag 2|Kort", "Bilag 3|Kontakter"],
        ["Dato|Dato", "________|________", "For regionen|For kommunen"],
        ["Kommunen kører.  Regionen betaler.", "Ja.  Nej.", "Tak.  Hej."],
        ["|Kommunen kører", "|Regionen betaler", "|Lægen ser til"],
    ],
)
def test_lists_labels_and_contents_are_lines_still(lines: list[str]) -> None:
    reading = read(*map(line, lines))
    assert not any(isinstance(block, dict) for block in outline(reading.blocks))
    assert remarks(reading, Concern.DOUBT) == []


def test_headings_and_items_keep_their_tabs_as_blanks() -> None:
    headings = [p(f"Del {n}", TAB, "Navn", style="Overskrift2") for n in "123"]
    items = [
        item(f"Nr {n}", 1).replace("</w:p>", TAB + r("x") + "</w:p>") for n in "ab"
    ]
    assert not any("table" in str(block) for block in shown(*headings, *items))


def test_columns_that_do_not_agree_stay_text_and_are_asked_about() -> None:
    reading = read(
        line("Opgave|Hvem|Frist"),
        line("Køre|Kommunen|Straks|Altid"),
        line("Pleje|Regionen"),
    )
    assert [str(block) for block in outline(reading.blocks)] == [
        "Opgave Hvem Frist",
        "Køre Kommunen Straks Altid",
        "Pleje Regionen",
    ]
    (said,) = remarks(reading, Concern.DOUBT)
    assert said.startswith("1 sted er linjer sat med tabulator, så kolonnerne ikke")


def test_a_paragraph_whose_lines_only_partly_agree_loses_none() -> None:
    text = str(shown(line("A|B"), line("C|D"), line("E|F/G|H|I"), line("J|K|L|M")))
    assert all(letter in text for letter in "ABCDEFGHIJKLM")
