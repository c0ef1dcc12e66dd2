"""Looks that a style gives count as much as those of the run itself.

Also covers registry/intake/docx/styles.py where it tells of the default style.
"""

import pytest

from registry.intake.read_text import Concern, ReadText
from tests.intake.docx_files import (
    outline,
    p,
    part,
    r,
    read,
    remarks,
    styles,
    table,
)


def in_style(text: str, key: str) -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="{key}"/></w:rPr><w:t>{text}</w:t></w:r>'


def style(kind: str, key: str, look: str, more: str = "") -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{key}" {more}><w:name w:val="{key}"/>'
        f"<w:rPr>{look}</w:rPr></w:style>"
    )


def based(kind: str, key: str, on: str) -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{key}"/>'
        f'<w:basedOn w:val="{on}"/></w:style>'
    )


NOTED = '<w:vertAlign w:val="superscript"/>'
STYLED = styles(
    style("character", "Note", NOTED)
    + based("character", "Notetegn", "Note")
    + style("character", "Udgaaet", "<w:strike/>")
    + style("character", "Dobbelt", "<w:dstrike/>")
    + style("character", "Skjult", "<w:vanish/>")
    + style("paragraph", "UdgaaetAfsnit", "<w:strike/>")
    + style("paragraph", "SkjultAfsnit", "<w:vanish/>")
    + based("paragraph", "Vejledning", "SkjultAfsnit")
    + style("paragraph", "Haevet", NOTED)
    + style("table", "SkjultTabel", "<w:vanish/>")
)


def styled(*body: str, more: str = STYLED) -> ReadText:
    return read(*body, parts={"word/styles.xml": more})


@pytest.mark.parametrize("key", ["Note", "Notetegn"])
def test_a_figure_raised_by_a_style_is_no_part_of_the_number(key: str) -> None:
    reading = styled(
        p("Kommunen svarer senest 7", in_style("1", key), " dage, jf. § 2"),
        p("Jf. § 2", in_style("3", key), "."),
    )
    assert outline(reading.blocks) == [
        "Kommunen svarer senest 7¹ dage, jf. § 2",
        "Jf. § 2³.",
    ]
    (told,) = remarks(reading, Concern.CHANGED)
    assert told.startswith("2 stykker hævet eller sænket skrift")


@pytest.mark.parametrize(
    "struck",
    [
        p("Kommunen betaler ", in_style("ikke", "Udgaaet"), " kørsel."),
        p("Kommunen betaler ", in_style("ikke", "Dobbelt"), " kørsel."),
        p("Kommunen betaler ikke kørsel.", style="UdgaaetAfsnit"),
        table(["a", "b"], ["c", p("ikke", style="UdgaaetAfsnit")]),
    ],
)
def test_what_a_style_strikes_out_is_asked_about(struck: str) -> None:
    (asked,) = remarks(styled(p("Tekst."), struck), Concern.DOUBT)
    assert asked.startswith("1 stykke tekst er gennemstreget i filen, men ikke her.")


@pytest.mark.parametrize(
    "hidden",
    [
        p("Skrevet. ", in_style("Skal slettes.", "Skjult")),
        p("Skal slettes.", style="SkjultAfsnit"),
        p("Skal slettes.", style="Vejledning"),
        table(["a", "b"], ["c", p("Skal slettes.", style="SkjultAfsnit")]),
        table(["a", "b"], ["Skal slettes.", "c"]).replace(
            "<w:tr>", "<w:tr><w:trPr><w:hidden/></w:trPr>"
        ),
        table(["Skal slettes.", "c"]).replace(
            "<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="SkjultTabel"/></w:tblPr>'
        ),
    ],
)
def test_what_a_style_hides_is_left_out_and_told(hidden: str) -> None:
    reading = styled(p("Tekst."), hidden)
    assert "Skal slettes" not in repr(reading.blocks)
    assert any("Skal slettes." in one for one in remarks(reading, Concern.LEFT_OUT))


def test_two_styles_that_hide_the_same_show_it_again() -> None:
    reading = styled(p(in_style("Ses.", "Skjult"), style="SkjultAfsnit"))
    assert outline(reading.blocks) == ["Ses."]
    assert reading.remarks == ()


def test_what_a_run_says_of_itself_counts_more_than_any_style() -> None:
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Ses.</w:t></w:r>'
    assert outline(styled(p(shown, style="SkjultAfsnit")).blocks) == ["Ses."]
    level = f"<w:r><w:rPr>{NOTED.replace('superscript', 'baseline')}</w:rPr>"
    line = p("Inden 7", f"{level}<w:t>2</w:t></w:r>", style="Haevet")
    assert "72" in repr(styled(line).blocks)


def test_what_all_text_of_the_file_looks_like_counts_too() -> None:
    every = "<w:docDefaults><w:rPrDefault><w:rPr><w:strike/></w:rPr></w:rPrDefault>"
    by_default = part("styles", f"{every}</w:docDefaults>")
    assert remarks(styled(p("Udgået."), more=by_default), Concern.DOUBT)

    ordinary = style("paragraph", "N", "<w:strike/>", 'w:default="1"')
    usual = part("styles", ordinary)
    assert remarks(styled(p("Udgået."), more=usual), Concern.DOUBT)


def test_what_stands_above_the_line_is_raised() -> None:
    above = '<w:r><w:rPr><w:position w:val="8"/></w:rPr><w:t>2</w:t></w:r>'
    below = above.replace('"8"', '"-6"')
    assert outline(read(p("Inden 7", above, " dage")).blocks) == ["Inden 7² dage"]
    assert outline(read(p("CO", below, " måles")).blocks) == ["CO₂ måles"]
    # All of a line may stand higher, and a hair is seen by nobody.
    assert outline(read(p("", above)).blocks) == ["2"]
    hair = above.replace('"8"', '"1"')
    assert outline(read(p("Inden 7", hair)).blocks) == ["Inden 72"]
    # But smaller letters a hair away are, as other programs write raised ones.
    small = hair.replace("</w:rPr>", '<w:sz w:val="14"/></w:rPr>')
    assert outline(read(p("Inden 7", small)).blocks) == ["Inden 7²"]
    alike = small.replace("<w:t>2", "<w:t>8").replace('"1"', '"0"')
    assert outline(read(p(alike, small)).blocks) == ["82"]


def test_a_note_has_its_own_raised_figures() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>'
    note = f'<w:footnote w:id="2">{p("Dog 7", raised, " dage.")}</w:footnote>'
    reading = read(
        p("Tekst.", mark),
        related=[("f", "footnotes", "footnotes.xml")],
        parts={"word/footnotes.xml": part("footnotes", note)},
    )
    assert "Dog 7¹ dage." in repr(reading.blocks)


def test_a_file_in_which_all_is_hidden_comes_in_and_is_asked_about() -> None:
    reading = styled(p("Alt er skjult.", style="SkjultAfsnit"))
    assert outline(reading.blocks) == ["Alt er skjult."]
    assert remarks(reading, Concern.DOUBT) == [
        "Al tekst i filen er skjult. Den er taget med; se den efter."
    ]
    assert outline(read(p(r("Også her.", "vanish"))).blocks) == ["Også her."]
