"""The signs of a Word file in their one form; raised figures as such."""

from lxml import etree

from registry.intake.docx.signs import settle
from registry.intake.docx.xml import Node, W, text_of


def paragraph(*runs: tuple[str, str]) -> Node:
    """A paragraph of runs, each with its place on the line and its text."""
    written = "".join(
        f'<w:r><w:rPr><w:vertAlign w:val="{place}"/></w:rPr><w:t>{text}</w:t></w:r>'
        for place, text in runs
    )
    xml = f'<w:body xmlns:w="{W}"><w:p>{written}</w:p></w:body>'
    return etree.fromstring(xml)


def settled(*runs: tuple[str, str]) -> str:
    body = paragraph(*runs)
    settle(body)
    return str(text_of(body))


def test_a_power_stays_by_its_unit_and_a_note_stands_by_itself() -> None:
    assert settled(("baseline", "25 m"), ("superscript", "2")) == "25 m²"
    assert settled(("baseline", "CO"), ("subscript", "2")) == "CO₂"
    noted = settled(("baseline", "har ansvar"), ("superscript", "1"))
    assert noted == "har ansvar ¹"


def test_signs_come_in_their_one_form_also_over_two_runs() -> None:
    assert settled(("baseline", "ud\u00adskriv"), ("baseline", "ning")) == "udskrivning"
    assert settled(("baseline", "24\u00a0timer \uf0b3 1")) == "24 timer ≥ 1"
