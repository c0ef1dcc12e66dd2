"""Tables as blocks can hold them, and what is told of those that were otherwise."""

from registry.documents.blocks import Table
from registry.intake.read_text import Concern
from tests.intake.docx_files import cell, item, outline, p, read, remarks, shown, table


def test_tables_have_a_head_and_rows_and_several_lines_in_a_cell() -> None:
    lines = p("en") + p("to") + item("tre", 1)
    reading = read(table(["Hvem", "Hvad"], ["Kommune", lines]))
    assert outline(reading.blocks) == [
        {"table": [["Hvem", "Hvad"], ["Kommune", "en\nto\ntre"]]}
    ]
    assert remarks(reading, Concern.CHANGED) == [
        "Punkter i tabeller er sat som linjer."
    ]


def test_merged_cells_repeat_their_text_and_are_told_of() -> None:
    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    reading = read(
        table(
            ["Opgave", "Hvem", "Frist"],
            [cell("Kørsel", begins), "Region", "Straks"],
            [cell("", goes_on), cell("Kommune", '<w:gridSpan w:val="2"/>')],
        )
    )
    (block,) = reading.blocks
    assert isinstance(block, Table)
    assert outline([block]) == [
        {
            "table": [
                ["Opgave", "Hvem", "Frist"],
                ["Kørsel", "Region", "Straks"],
                ["Kørsel", "Kommune", "Kommune"],
            ]
        }
    ]
    assert remarks(reading, Concern.DOUBT) == [
        "Tabel 1 («Opgave») har sammenlagte celler. Indholdet er gentaget i hver "
        "celle; se "
        "tabellen efter."
    ]


def test_cells_that_older_files_merge_sideways_repeat_their_text() -> None:
    begins, goes_on = '<w:hMerge w:val="restart"/>', '<w:hMerge w:val="continue"/>'
    reading = read(
        table(
            ["Opgave", "Kommune", "Region", "Frist"],
            [cell("Kørsel", begins), cell("", goes_on), "Region", "Straks"],
            ["Pleje", cell("Begge", begins), cell("", "<w:hMerge/>"), "1 dag"],
            [
                cell("Alle", begins + '<w:gridSpan w:val="2"/>'),
                cell("uden frist", goes_on),
                cell("Straks", begins),
            ],
        )
    )
    assert outline(reading.blocks) == [
        {
            "table": [
                ["Opgave", "Kommune", "Region", "Frist"],
                ["Kørsel", "Kørsel", "Region", "Straks"],
                ["Pleje", "Begge", "Begge", "1 dag"],
                ["Alle\nuden frist", "Alle\nuden frist", "Alle\nuden frist", "Straks"],
            ]
        }
    ]
    assert any(
        remark.startswith("Tabel 1 («Opgave») har sammenlagte celler")
        for remark in remarks(reading, Concern.DOUBT)
    )


def test_a_cell_that_goes_on_from_none_stays_a_cell_of_its_own() -> None:
    lost = cell("sen", '<w:hMerge w:val="continue"/>')
    assert shown(table(["a", "b"], [lost, "c"])) == [
        {"table": [["a", "b"], ["sen", "c"]]}
    ]


def test_every_row_has_as_many_cells_as_the_head() -> None:
    later = "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" + cell("sen") + "</w:tr>"
    rows = table(["a", "b"], ["c"]).replace("</w:tbl>", f"{later}</w:tbl>")
    assert shown(rows) == [{"table": [["a", "b"], ["c", ""], ["", "sen"]]}]


def test_a_table_in_a_table_becomes_lines_and_a_frame_becomes_text() -> None:
    inner = table(["x", "y"], ["1", "2"]) + p("efter")
    reading = read(table(["Hvem", inner]), table([p("I ramme") + p("med mere")]))
    assert outline(reading.blocks) == [
        {"table": [["Hvem", "x | y\n1 | 2\nefter"]]},
        "I ramme",
        "med mere",
    ]
    assert remarks(reading, Concern.DOUBT) == [
        "1 tabel inde i en tabel er sat som linjer. Se den efter: «x y 1 2»."
    ]
    assert remarks(reading, Concern.CHANGED) == [
        "1 ramme om tekst (en tabel med én celle) er fjernet; teksten står der stadig: "
        "«I ramme med mere»."
    ]
