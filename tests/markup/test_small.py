"""What stands raised or lowered keeps its value, and notes stand by themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.documents.blocks import Paragraph, plain
from registry.documents.markdown import written
from registry.documents.richtext import blocks_of
from registry.markup.markdown_html import sections
from registry.markup.small import placed

SIGNS = "0123456789+-−–=()n,.½/:*†abex[] "


def read(text: str) -> str:
    """What the blocks of a paragraph with a bold word after the text say."""
    (block,) = blocks_of(f"{text} **fed**", level=2, anchor="a")
    assert isinstance(block, Paragraph)
    # Were it given as it was written, the stars would stand in it.
    assert block.text[-1].bold
    return plain(block.text).removesuffix(" fed")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ansvar<sup>1)</sup>", "Ansvar¹⁾"),
        ("Ansvar<sup>(2)</sup>", "Ansvar⁽²⁾"),
        ("10<sup>-3</sup>", "10⁻³"),
        ("10<sup>−3</sup>", "10⁻³"),
        ("Na<sup>+</sup>", "Na⁺"),
        ("x<sub>(1)</sub>", "x₍₁₎"),
        ("pH<sub>-</sub>", "pH₋"),
        ("10<sup>n-1</sup>", "10ⁿ⁻¹"),
    ],
)
def test_all_that_is_raised_is_raised_and_the_text_keeps_its_look(
    text: str, shown: str
) -> None:
    assert read(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("10<sup>2,5</sup>", "10 (2,5)"),
        ("10<sup>½</sup>", "10 (½)"),
        ("10<sup>-0,5</sup>", "10 (-0,5)"),
        ("Ansvar<sup>2-3</sup>", "Ansvar (2-3)"),
        ("Ansvar<sup>1, 2</sup>", "Ansvar (1, 2)"),
        ("Ansvar<sup>a)</sup>", "Ansvar a)"),
        ("Ansvar<sup>*)</sup>", "Ansvar *)"),
        ("1<sup>er</sup>", "1er"),
        ("Ansvar<sup>[1]</sup>", "Ansvar[1]"),
    ],
)
def test_what_cannot_be_raised_is_no_part_of_the_number_before_it(
    text: str, shown: str
) -> None:
    assert read(text) == shown


@given(st.text("0123456789", min_size=1), st.text(SIGNS, min_size=1))
def test_a_raised_number_is_never_read_on_from_the_one_before(
    before: str, raised: str
) -> None:
    after = f"{before}{placed(raised, 'sup')}".removeprefix(before)
    assert after[0] not in "0123456789.,½/:+-−–"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("72<sup>1</sup> timer", "72¹ timer"),
        ("72<sup>1)</sup> timer", "72¹⁾ timer"),
        ("Ansvar<sup>2</sup> for", "Ansvar ² for"),
        ("**Ansvar**<sup>12)</sup> for", "Ansvar ¹²⁾ for"),
        ("kommunen<sup>*</sup> for", "kommunen * for"),
        ("25 m<sup>2</sup>", "25 m²"),
        ("2 kvadratmeter<sup>2</sup>", "2 kvadratmeter²"),
        ("CO<sub>2</sub>-måler", "CO2-måler"),
    ],
)
def test_what_is_searched_has_no_note_stuck_to_a_word_or_a_number(
    text: str, shown: str
) -> None:
    (section,) = sections(text)
    assert section.text == shown


def test_the_markdown_of_raised_signs_is_read_as_the_same() -> None:
    for text in ("Ansvar<sup>1)</sup>", "10<sup>-3</sup>", "10<sup>2,5</sup>"):
        blocks = blocks_of(text, level=2, anchor="a")
        assert blocks_of(written(blocks), level=2, anchor="a") == blocks
