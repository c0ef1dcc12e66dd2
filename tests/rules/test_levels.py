"""A moved level is a difference; what nobody can see is none."""

from dataclasses import replace

import pytest

from registry.rules.differences import compare
from registry.rules.levels import with_moved_levels
from registry.rules.worddiff import Part
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
    assert level in with_moved_levels(before, after)[1]
    differences = compare(content(economics=before), content(economics=after))
    (field,) = differences.fields
    assert any(piece.part is Part.ADDED for piece in field.pieces)


def test_the_same_levels_are_not_told() -> None:
    text = "- a\n    - b\n\n1. C\n2. D"
    assert with_moved_levels(text, text) == (text, text)


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
