"""An initial letter belongs to the paragraph it begins."""

import pytest

from tests.intake.docx_files import p, shown, styles, table


def initial(text: str, kind: str = "drop") -> str:
    lowered = '<w:r><w:rPr><w:position w:val="-10"/><w:sz w:val="96"/></w:rPr>'
    frame = f'<w:framePr w:dropCap="{kind}" w:lines="3"/>'
    return p(f"{lowered}<w:t>{text}</w:t></w:r>", more=frame)


@pytest.mark.parametrize("kind", ["drop", "margin"])
def test_an_initial_letter_is_no_paragraph_of_its_own(kind: str) -> None:
    assert shown(initial("K", kind), p("ommunen varsler.")) == ["Kommunen varsler."]


def test_so_is_an_initial_word_and_one_in_a_cell_or_by_a_style() -> None:
    assert shown(initial("Kommunen"), p(" varsler.")) == ["Kommunen varsler."]
    cells = table(["a", "b"], ["c", initial("K") + p("ommunen varsler.")])
    assert "Kommunen varsler." in repr(shown(cells))

    style = (
        '<w:style w:type="paragraph" w:styleId="Uncial"><w:name w:val="Uncial"/>'
        '<w:pPr><w:framePr w:dropCap="drop"/></w:pPr></w:style>'
    )
    parts = {"word/styles.xml": styles(style)}
    begun = p("K", style="Uncial")
    assert shown(begun, p("ommunen varsler."), parts=parts) == ["Kommunen varsler."]


def test_an_initial_goes_into_a_paragraph_only() -> None:
    frame = p("Sideboks", more='<w:framePr w:w="100"/>')
    assert shown(frame, p("Tekst.")) == ["Sideboks", "Tekst."]
    assert shown(p("Først."), initial("K"))[-1] == "K"
    assert shown(initial("K"), table(["a", "b"], ["c", "d"]))[0] == "K"
