"""A moved line break is a difference that can be seen; other space is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.rules.breaks import with_moved_breaks
from registry.rules.differences import compare
from registry.rules.worddiff import Side
from tests.publishing.samples import content


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("a) varsle\nb) betale", "a) varsle b) betale", Side.REMOVED),
        ("Kongens Vænge 2 3400 Hillerød", "Kongens Vænge 2\n3400 Hillerød", Side.ADDED),
        ("Det gælder. Og dette.", "Det gælder.\n\nOg dette.", Side.ADDED),
        ("Det gælder.\n\nOg dette.", "Det gælder.\nOg dette.", Side.ADDED),
    ],
)
def test_a_moved_break_is_told(before: str, after: str, told: Side) -> None:
    for name in ("economics", "body"):
        (field,) = compare(content(**{name: before}), content(**{name: after})).fields
        marked = [piece for piece in field.pieces if piece.part is told]
        assert any("[ny" in piece.text for piece in marked)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a b", "a  b"),
        ("a\tb", "a b"),
        ("a  \nb", "a\nb"),
        ("- a\n- b", "- a\n\n- b"),
        ("1. Et\n2. To\n\n\nTekst", "1. Et\n2. To\n\nTekst"),
    ],
)
def test_space_that_nobody_sees_is_no_difference(before: str, after: str) -> None:
    for name in ("economics", "body"):
        assert not compare(content(**{name: before}), content(**{name: after}))


def test_other_changes_move_no_break() -> None:
    before = "Kommunen varsler.\nRegionen betaler.\n\nDet gælder alle."
    after = (
        "Kommunen varsler straks.\nRegionen betaler alt.\n\nDet gælder dog ikke alle."
    )
    assert with_moved_breaks(before, after) == (before, after)


@given(st.text("ab \n"))
def test_the_same_text_has_no_moved_breaks(text: str) -> None:
    assert with_moved_breaks(text, text) == (text, text)
