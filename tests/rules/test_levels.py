"""A moved level is a difference; what nobody can see is none."""

import re
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from registry.markup.markdown_html import to_html
from registry.rules.differences import compare
from registry.rules.levels import with_moved_places
from registry.rules.worddiff import Side, pieces
from tests.parts import examples
from tests.publishing.samples import content


@pytest.mark.parametrize(
    ("before", "after", "level"),
    [
        (
            "- Kommunen\n- plejen",
            "- Kommunen\n    - plejen",
            "[punkt, niveau 2] - plejen",
        ),
        ("- a\n    - b", "- a\n- b", "[punkt, niveau 1] - b"),
        ("## Økonomi", "### Økonomi", "[overskrift, niveau 3] ### Økonomi"),
        ("- a\n\nb", "- a\n\n    b", "[under punkt, niveau 1] b"),
        ("Plejen varsler", "## Plejen varsler", "[overskrift, niveau 2]"),
    ],
)
def test_a_moved_level_is_told(before: str, after: str, level: str) -> None:
    assert level in with_moved_places(before, after)[1]
    differences = compare(content(economics=before), content(economics=after))
    (field,) = differences.fields
    assert any(piece.part is Side.ADDED for piece in field.pieces)


def test_the_same_levels_are_not_told() -> None:
    text = "- a\n    - b\n\n1. C\n2. D"
    assert with_moved_places(text, text) == (text, text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1. Kommunen\n2. Regionen\n3. Lægen", "1. Kommunen 2. Regionen\n3. Lægen"),
        ("- Varsle\n- ikke børn\n- Betale", "- Varsle - ikke børn\n- Betale"),
        ("Se afsnit 2. Kommunen betaler.", "Se afsnit\n2. Kommunen betaler."),
        ("Skal: - varsle - betale", "Skal:\n- varsle\n- betale"),
        ("Betaler 5 > 3 dage", "Betaler 5\n> 3 dage"),
        ("Frist # 5 dage", "Frist\n# 5 dage"),
        ("Kommunen\n> Betaler", "Kommunen\n\n> Betaler"),
        (
            "| a | b |\n|-|-|\n| 1 | 2 |\n| 3 | 4 |",
            "| a | b |\n|-|-|\n| 1 | 2 | | 3 | 4 |",
        ),
        ("| a | b |\n|-|-|\n| 1 | 2 |", "| a | b |\n|-|-|\n\n| 1 | 2 |"),
        ("- a\n\n## Betaling", "- a\n\n  ## Betaling"),
    ],
)
def test_a_part_that_became_one_or_two_is_told(before: str, after: str) -> None:
    for one, other in ((before, after), (after, before)):
        (field,) = compare(content(body=one), content(body=other)).fields
        assert any(piece.part is not Side.SAME for piece in field.pieces)


WORDS = (*"abB", "c", "-", "1.", "2.", "|", "##", "---", "|-|-|", "| a | b |", "- x")
GAPS = (" ", " ", "\n", "\n", "\n\n", "\n  ", "\n    ", "\n\n  ", "\n> ")
_BLOCK = re.compile(r"(</?(?:p|br|[uo]l|li|h\d|blockquote|table|div|t[rdh])\b[^>]*>)")


@st.composite
def two_settings(draw: st.DrawFn) -> tuple[str, str]:
    """The same words set in two ways."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=6))
    gaps = st.lists(
        st.sampled_from(GAPS), min_size=len(words) - 1, max_size=len(words) - 1
    )
    one, other = (
        words[0] + "".join(map("".join, zip(draw(gaps), words[1:], strict=True)))
        for _ in range(2)
    )
    return one, other


def set_close(html: str) -> str:
    """The page but for how close a list is set, and whether it is one or two."""
    close = re.sub(r"(<li[^>]*>)\s*<p>(.*?)</p>", r"\1\2", html, flags=re.DOTALL)
    named = re.sub(r' id="[^"]*"', "", close)
    lined = re.sub(r"\s*\n\s*", "\n", _BLOCK.sub(r"\n\1\n", named)).strip()
    return re.sub(r"</([uo]l)>\n<\1>\n", "", lined)


@settings(max_examples=examples(400), deadline=None)
@given(two_settings())
@example(("- - x\n\n## -", "- - x\n    ## -"))
def test_what_the_page_shows_otherwise_is_told(texts: tuple[str, str]) -> None:
    pages = {set_close(to_html(text)) for text in texts}
    told = pieces(*with_moved_places(*texts))
    assert len(pages) == 1 or any(piece.part is not Side.SAME for piece in told)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("24 timer", "24\u00a0timer"),
        ("aftale om ål", "aftale om a\u030al"),
        ("udskrivning", "ud\u00adskriv\u00adning"),
        ("finde", "ﬁnde"),
        ("regionen", "\u200bregionen\ufeff"),
    ],
)
def test_what_nobody_can_see_is_no_difference(before: str, after: str) -> None:
    for name in ("economics", "summary", "body"):
        one = content(**{name: before})
        assert not compare(one, content(**{name: after}))
        rows = tuple({**row, "example": before} for row in one.rows)
        others = tuple({**row, "example": after} for row in one.rows)
        assert not compare(replace(one, rows=rows), replace(one, rows=others))


def test_blank_lines_more_between_paragraphs_are_no_difference() -> None:
    assert not compare(content(body="a\n\nb"), content(body="a\n\n\n\nb"))
