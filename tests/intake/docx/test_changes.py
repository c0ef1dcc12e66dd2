"""Tracked changes: what was inserted stays, what was deleted goes; both are said."""

from registry.intake.read_text import Concern
from tests.intake.docx_files import (
    cell,
    deleted,
    inserted,
    outline,
    p,
    r,
    read,
    remarks,
    shown,
    table,
)


def test_insertions_are_taken_and_deletions_left_out_and_both_are_said() -> None:
    reading = read(
        p("Kommunen ", inserted(r("og regionen ")), deleted("alene "), "betaler."),
        p("Slettet", more="<w:rPr><w:del/></w:rPr>"),
        p(" sammen."),
    )
    assert outline(reading.blocks) == [
        "Kommunen og regionen betaler.",
        "Slettet sammen.",
    ]
    assert remarks(reading, Concern.CHANGED) == [
        "Sporede ændringer: 1 indsat stykke er taget med: «og regionen».",
        "Sporede ændringer: 1 slettet stykke er udeladt: «alene».",
    ]


def test_deleted_rows_are_left_out_and_moved_text_stands_where_it_is_moved_to() -> None:
    row = f'<w:tr><w:trPr><w:del w:id="1"/></w:trPr>{cell("væk")}</w:tr>'
    rows = table(["Hvem", "Hvad"], ["Kommune", "Kører"]).replace(
        "</w:tbl>", f"{row}</w:tbl>"
    )
    reading = read(
        p("<w:moveFrom><w:r><w:t>flyttet</w:t></w:r></w:moveFrom>", "Her."),
        rows,
        p("Der: <", "<w:moveTo><w:r><w:t>flyttet</w:t></w:r></w:moveTo>"),
    )
    assert outline(reading.blocks) == [
        "Her.",
        {"table": [["Hvem", "Hvad"], ["Kommune", "Kører"]]},
        "Der: <flyttet",
    ]
    assert remarks(reading, Concern.CHANGED) == [
        "Sporede ændringer: 1 slettet stykke er udeladt: «væk».",
        "Sporede ændringer: 1 flyttet stykke står, hvor det er flyttet til: «flyttet».",
    ]


def test_a_paragraph_that_was_deleted_whole_leaves_nothing() -> None:
    gone = p(deleted("Alt er slettet."), more='<w:rPr><w:del w:id="3"/></w:rPr>')
    assert shown(p("Før."), gone, p("Efter.")) == ["Før.", "Efter."]
    assert shown(p("Før."), gone) == ["Før."]
