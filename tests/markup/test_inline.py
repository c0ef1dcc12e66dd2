"""Addresses and groups of codes keep their stars and underlines; words are set off."""

import pytest

from registry.markup.markdown_html import to_html
from registry.markup.remarks import remarks
from registry.markup.visible_words import text_of


@pytest.mark.parametrize(
    "text",
    [
        *("_sekretariat_@regionh.dk", "Skriv til _fornavn_@regionh.dk nu"),
        *("x_y_@a.dk og _post_@b.dk", "_a_@x.dk, _b_@x.dk"),
        *(
            "https://regionh.sharepoint.com/sites/_intern_/Delte",
            "https://a.dk/_x_/y_z",
        ),
        *(
            "https://a.dk/_layouts_/15",
            "https://x.dk/?q=*a*",
            "https://x.dk/?q=_a_&b=_c_",
        ),
        *("a.dk/*x*/y", "www.regionh.dk/_intern_", "Se (https://a.dk/_x_/y)."),
        *("F20.*, F30.* og F31.*", "- F20.*, F30.*", "F20._ og F21._", "F20.*-F29.*"),
        *("F20.*/F21.*", "N05A.*; N06A.*", "DF20.*: se DF21.*"),
    ],
)
def test_the_signs_of_an_address_and_of_a_group_of_codes_stay(text: str) -> None:
    assert text_of(to_html(text)) == text.removeprefix("- ")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**https://a.dk/x_y**", "<strong>https://a.dk/x_y</strong>"),
        ("*post@a.dk*", "<em>post@a.dk</em>"),
        ("Slut.**Ny** tekst", "<strong>Ny</strong>"),
        ("*Senest den 5.* maj", "<em>Senest den 5.</em>"),
        ("(*kursiv*), *også*", "<em>også</em>"),
    ],
)
def test_words_and_whole_addresses_are_set_off(text: str, shown: str) -> None:
    assert shown in to_html(text)


@pytest.mark.parametrize("path", ["S:\\_Fælles_\\x", "S:\\_Fælles_", "H:\\*arkiv*"])
def test_of_a_paths_stroke_before_a_sign_the_writer_is_told(path: str) -> None:
    assert remarks(path)
