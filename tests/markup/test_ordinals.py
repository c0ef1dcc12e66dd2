"""A date is no item of a list, wherever the line was broken."""

import pytest

from registry.markup.markdown_html import to_html
from registry.markup.ordinals import says_which


@pytest.mark.parametrize(
    "text",
    [
        "Aftalen gælder fra\n1. januar 2027 til\n31. december 2028",
        "1. januar 2027\n2. februar 2027",
        "gælder fra\n1. jan. 2027 og\n2. jan. 2028",
        "Mødes i\n1. kvartal\n2. kvartal",
        "i\n1. halvår\n2. halvår",
        "gælder fra\n1. 1. 2027 til\n31. 12. 2028",
        "- gælder fra\n  1. marts\n  2. marts",
    ],
)
def test_a_date_stays_in_its_sentence(text: str) -> None:
    assert "<ol>" not in to_html(text)


@pytest.mark.parametrize(
    "line",
    [
        *(
            "1. Januarmødet holdes",
            "1. Marts-mødet",
            "1. sal",
            "1. Majoritet",
            "1. 5 dage",
        ),
        *("1. kvartalsmøde", "1. Feb er kort", "3.1 Formål", "1. Dec"),
    ],
)
def test_what_only_begins_like_a_date_is_none(line: str) -> None:
    assert not says_which(line)
    assert line.startswith("3.") or "<ol>" in to_html(f"{line}\n2. Andet")
