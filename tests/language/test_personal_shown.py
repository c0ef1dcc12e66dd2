"""CPR numbers that stand together on the page and apart in the text, and their removal.

Also covers registry/rules/privacy.py where a link stands within a number.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.language.personal_numbers import find, has_number
from registry.language.personal_shown import as_shown
from registry.markup.markdown_html import to_html
from registry.markup.visible_words import text_of
from registry.rules.privacy import holds_number, without_numbers

# No number of a person: days, years and four digits that were made up.
APART_IN_THE_TEXT = (
    "[150587](https://x.dk)-4321",
    "[150587](https://x.dk) 4321",
    "[150587-](https://x.dk)4321",
    "15[05](https://x.dk)87-4321",
    "[1505](/a)[87-4321](/b)",
    "[født 150587](https://x.dk/side), 4321",
    "[15.05.87](https://regionh.dk/abc) 4321",
    "[15.05.87](https://regionh.dk/a_(b)/c) 4321",
    "[[150587]](https://x.dk) 4321",
    "150587 ![x](https://a.dk/x.png) 4321",
    "150587[^1]-4321",
    "1. 150587\n2. 4321",
    "Først:\n3. 150587\n4. 4321",
    "> 1) 150587\n> 2) 4321",
    "| født | 150587 |\n|---|---|\n| cpr | 4321 |",
    "a | 150587\n:--|--:\nb | 4321",
    "&#49;50587-4321",
    "&#x31;50587-&#52;321",
    "15%2005%2087%204321",
    "%31%35%30%35%38%37%2D4321",
)


@pytest.mark.parametrize("text", APART_IN_THE_TEXT)
def test_a_number_that_the_page_shows_whole_is_found(text: str) -> None:
    for around in ("{}", "Før.\n\n{}\n\nEfter."):
        assert has_number(around.format(text)), around


@pytest.mark.parametrize("text", APART_IN_THE_TEXT)
def test_such_a_number_can_be_taken_out_and_leaves_no_half_of_a_link(text: str) -> None:
    mended = without_numbers(f"Se {text} her")
    assert not holds_number(mended)
    assert not has_number(text_of(to_html(mended)))
    assert "](" not in mended


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-26\n\n[0017](0017-coherence.md)",
        "[Aftalen af 15. maj 2024](https://x.dk/4321)",
        "1. Budget 120385 kr.\n2. 4321 borgere",
        "| dag | borgere |\n|---|---|\n| 15.05.2027 | 4321 |",
        "| 1. maj 2024 | 985,08 kr. |\n|---|---|\n| 2. maj 2024 | 75,66 kr. |",
        "100%2 af &#38; 4321",
    ],
)
def test_dates_links_and_tables_of_figures_are_none(text: str) -> None:
    assert not find(text)


@given(st.text(alphabet="[]()!^&#%;|-: \n0123456789ax.", max_size=60))
def test_what_is_shown_has_as_many_signs(text: str) -> None:
    assert len(as_shown(text)) == len(text)
