"""Signs that a copied page shows by a font of signs."""

import pytest

from registry.intake.copied.reader import read


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('<p>A <span style="font-family:Wingdings">\xe0</span> B</p>', "A → B"),
        ("<p><span style='font-family:Wingdings'>\xa8</span> Nej</p>", "□ Nej"),
        ("<p><span style='font-family:Wingdings'>\uf0a8</span> Nej</p>", "□ Nej"),
        ("<p><span style='font-family:Wingdings'>\uf0a3</span> Nej</p>", "○ Nej"),
        ("<p><span style='font-family:Symbol'>\uf0a3</span> 3 dage</p>", "≤ 3 dage"),
        ("<p><span style='font-family:Symbol'>\xb3</span> 3 dage</p>", "≥ 3 dage"),
        ('<p><font face="Wingdings">\xfc</font> Ja</p>', "✓ Ja"),
        (
            '<p>A <span style="font-family:Wingdings"><span lang="da">\xe0</span>'
            "</span> B</p>",
            "A → B",
        ),
        (
            "<p><span style='font-family:&quot;Wingdings&quot;'>\xfe</span> x</p>",
            "☑ x",
        ),
    ],
)
def test_a_sign_is_the_sign_that_was_shown(html: str, text: str) -> None:
    copied = read(html)

    assert copied.text.strip() == text
    assert any("skrifttype af tegn" in remark for remark in copied.remarks)


@pytest.mark.parametrize(
    "html",
    [
        '<p><span style="font-family:Wingdings"><span style="font-family:Arial">\xe0'
        "</span></span> B</p>",
        '<p><span style="font-family:Arial">\xe0</span> B</p>',
        '<p><span style="font-family:Wingdings"> </span>\xe0 B</p>',
    ],
)
def test_a_letter_in_a_font_of_letters_stays(html: str) -> None:
    copied = read(html)
    assert copied.text.strip() == "\xe0 B" and not copied.remarks


def test_words_in_a_font_of_signs_stay_words_and_are_told() -> None:
    copied = read('<p style="font-family:Wingdings">Kommunen skal varsle</p>')

    assert copied.text.strip() == "Kommunen skal varsle"
    assert any("Se dem efter" in remark for remark in copied.remarks)
