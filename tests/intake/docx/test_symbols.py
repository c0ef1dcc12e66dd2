"""Signs of Word's fonts of signs: by themselves, and by the font of their run."""

from xml.sax.saxutils import escape

import pytest

from registry.intake.read_text import Concern
from tests.intake.docx_files import p, read, remarks, shown, styles


def run(text: str, font: str, attribute: str = "ascii", style: str = "") -> str:
    fonts = f'<w:rFonts w:{attribute}="{font}"/>' if font else ""
    look = f'<w:rStyle w:val="{style}"/>' if style else ""
    return f"<w:r><w:rPr>{look}{fonts}</w:rPr><w:t>{escape(text)}</w:t></w:r>"


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [
        ("\uf0a3", "Symbol", "≤"),
        ("\uf0fc", "Wingdings", "✓"),
        ("\uf0e0", "Wingdings", "→"),
        ("J", "Wingdings", "☺"),
        ("\uf061", "Symbol", "α"),
        ("b", "Symbol", "β"),
        ("£", "Symbol", "≤"),
    ],
)
@pytest.mark.parametrize("attribute", ["ascii", "hAnsi"])
def test_a_sign_by_the_font_of_its_run_is_the_sign_that_word_shows(
    text: str, font: str, expected: str, attribute: str
) -> None:
    reading = read(p("Før ", run(text, font, attribute), " efter"))
    (block,) = reading.blocks
    assert "".join(span.text for span in block.text) == (  # type: ignore[union-attr]
        f"Før {expected} efter"
    )
    assert remarks(reading, Concern.CHANGED)[0].endswith(f"«{expected}».")


def test_the_font_may_be_that_of_the_letters_style() -> None:
    more = (
        '<w:style w:type="character" w:styleId="Tegn"><w:name w:val="Tegn"/>'
        '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:style>'
    )
    assert shown(
        p("72 t ", run("\uf0b3", "", style="Tegn")),
        parts={"word/styles.xml": styles(more)},
    ) == ["72 t ≥"]


def test_words_in_a_font_of_signs_stay_words_and_are_asked_about() -> None:
    reading = read(p(run("Kommunen betaler.", "Symbol")))
    spans = reading.blocks[0].text  # type: ignore[union-attr]
    assert [span.text for span in spans] == ["Kommunen betaler."]
    (doubt,) = remarks(reading, Concern.DOUBT)
    assert "«Kommunen betaler.»" in doubt


def test_a_sign_that_nobody_knows_is_told_with_its_place() -> None:
    reading = read(p("Se ", run("\uf0ff\uf07f", "Wingdings")))
    told = [one for one in reading.remarks if one.concern is Concern.LEFT_OUT]
    assert [piece.place for piece in told[0].pieces][:1] == ["ved «Se \uf0ff\uf07f»"]
    assert not any("\uf0ff" in str(block) for block in reading.blocks)
