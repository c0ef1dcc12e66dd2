"""Where everything stands. Also covers registry/rules/pathway/plates.py."""

from itertools import combinations
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.rules.pathway.arrangement import (
    Arrangement,
    Measured,
    column,
    grid,
    measured,
)
from registry.rules.pathway.story import Story
from tests.rules.pathway.samples import path, paths, silent, task

EPSILON = 0.01


class Box(NamedTuple):
    name: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        return (
            self.left < other.right - EPSILON
            and other.left < self.right - EPSILON
            and self.top < other.bottom - EPSILON
            and other.top < self.bottom - EPSILON
        )

    def holds(self, other: "Box") -> bool:
        return (
            self.left <= other.left + EPSILON
            and self.right >= other.right - EPSILON
            and self.top <= other.top + EPSILON
            and self.bottom >= other.bottom - EPSILON
        )


def tile_boxes(sized: Measured, made: Arrangement) -> list[Box]:
    return [
        Box(tile.lane, spot.x, spot.y, spot.x + tile.width, spot.y + tile.height)
        for tile in sized.tiles
        for spot in [made.spots[tile.anchor]]
    ]


def plate_boxes(made: Arrangement) -> list[Box]:
    return [Box(p.kind, p.x, p.y, p.x + p.width, p.y + p.height) for p in made.plates]


def check(sized: Measured, made: Arrangement) -> None:
    """No two things lie on each other, and all lie in the picture."""
    tiles, plates = tile_boxes(sized, made), plate_boxes(made)
    whole = Box("picture", 0, 0, made.width, made.height)
    wrong = [
        pair for pair in combinations([*tiles, *plates], 2) if pair[0].overlaps(pair[1])
    ]
    assert wrong == []
    assert all(whole.holds(box) for box in [*tiles, *plates])

    grounds = [Box(b.lane, b.x, b.y, b.x + b.width, b.y + b.height) for b in made.bands]
    for tile in tiles:
        assert [g.name for g in grounds if g.overlaps(tile)] == [tile.name]
        assert any(g.holds(tile) for g in grounds)


@given(paths(), st.integers(1, 12))
def test_in_a_grid_nothing_overlaps_and_every_tile_lies_in_its_lane(
    story: Story, columns: int
) -> None:
    sized = measured(story)
    check(sized, grid(sized, columns))


@given(paths(), st.integers(1, 6), st.booleans())
def test_in_a_column_nothing_overlaps_and_every_tile_lies_in_its_lane(
    story: Story, columns: int, abreast: bool
) -> None:
    sized = measured(story)
    check(sized, column(sized, columns, abreast=abreast))


def test_time_goes_to_the_right_in_a_grid() -> None:
    sized = measured(path(task("a", "henvisning"), task("b", "udskrivning")))
    made = grid(sized, 3)
    assert made.spots["aftale.a"].x < made.spots["aftale.b"].x


def test_time_goes_down_in_a_column() -> None:
    sized = measured(path(task("b", "udskrivning"), task("a", "henvisning")))
    made = column(sized, 2)
    assert made.spots["aftale.a"].y < made.spots["aftale.b"].y


def test_a_lane_that_begins_where_another_has_ended_stands_level_with_it() -> None:
    story = path(
        task("a", "henvisning", lanes=("almen-praksis",)),
        task("b", "udskrivning", lanes=("borger",)),
        task("c", "henvisning", lanes=("region",)),
        task("d", "udskrivning", lanes=("region",)),
    )
    made = grid(measured(story), 3)
    tops = {band.lane: band.y for band in made.bands}
    assert tops["almen-praksis"] == tops["borger"] < tops["region"]


@pytest.mark.parametrize("columns", [1, 4])
def test_the_ribbon_stands_in_every_phase(columns: int) -> None:
    story = path(
        task("a", "henvisning", carriers=("Praktiserende læge",)),
        task("b", "indlaeggelse", carriers=("Hospital",)),
        silent("c", "udskrivning"),
        task("d", "alle-faser"),
    )
    made = grid(measured(story), columns)
    pieces = [(p.kind, p.about) for p in made.plates if p.about and p.kind != "lane"]
    assert [p for p in pieces if p[0] not in ("phase", "section")] == [
        ("stated", "henvisning"),
        ("change", "indlaeggelse"),
        ("stated", "indlaeggelse"),
        ("not-stated", "udskrivning"),
        ("not-asked", "alle-faser"),
    ]


def test_what_belongs_to_no_phase_is_said_to_hold_all_the_way() -> None:
    made = grid(measured(path(task("a", "alle-faser"))), 3)
    words = [line.text for plate in made.plates for line in plate.lines]
    assert "Gælder gennem hele forløbet, i hver fase" in words


def test_the_same_path_is_arranged_the_same() -> None:
    story = path(*(task(str(n), "udskrivning") for n in range(9)))
    assert grid(measured(story), 4) == grid(measured(story), 4)
