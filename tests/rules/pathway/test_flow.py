"""Tiles set abreast."""

from registry.rules.pathway.flow import BETWEEN, Tiles, flow, shares, side_by_side
from registry.rules.pathway.story import ToldField
from registry.rules.pathway.tile import WIDTH, Tile, tile_of
from tests.rules.pathway.samples import task


def tiles(*lengths: int) -> Tiles:
    """Tiles of one line and so many words more."""
    made: list[Tile] = []
    for at, length in enumerate(lengths):
        fact = ToldField("deadline", "Frist", "ord " * length)
        one = task(f"{length}-{at}", facts=(fact,))
        made.append(tile_of(one, "kommune", one.id))
    return Tiles(made)


def test_tiles_are_read_from_left_to_right() -> None:
    found = flow(tiles(1, 1, 1).tiles, 2)
    first, second, third = found.spots.values()
    assert (first.x, second.x, third.x) == (0, WIDTH + BETWEEN, 0)
    assert first.y == second.y < third.y


def test_the_next_tile_goes_below_the_shortest_column() -> None:
    found = flow(tiles(60, 1, 1).tiles, 2)
    assert [spot.x for spot in found.spots.values()] == [
        0,
        WIDTH + BETWEEN,
        WIDTH + BETWEEN,
    ]


def test_no_tiles_take_no_room() -> None:
    assert flow((), 3).height == 0


def test_the_fuller_phase_gets_the_column_to_spare() -> None:
    assert shares([[tiles(1), tiles(1, 1, 1)]], 3) == [1, 2]


def test_a_column_goes_where_it_makes_all_lanes_lower_together() -> None:
    lanes = [[tiles(1, 1), tiles(1)], [tiles(1, 1), tiles(1)]]
    assert shares(lanes, 3) == [2, 1]


def test_every_column_is_given_even_where_it_helps_nobody() -> None:
    assert sum(shares([[tiles(1), tiles(1)]], 5)) == 5
    assert sum(side_by_side([tiles(1), tiles(1)], 5)) == 5


def test_lanes_side_by_side_are_about_as_high() -> None:
    assert side_by_side([tiles(1), tiles(1, 1, 1, 1)], 5) == [1, 4]


def test_nothing_has_no_shares() -> None:
    assert shares([], 3) == []
    assert side_by_side([], 3) == []
