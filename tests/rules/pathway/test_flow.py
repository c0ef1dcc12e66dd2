"""Cards set abreast."""

from registry.rules.pathway.card import WIDTH, Card, card_of
from registry.rules.pathway.flow import GAP, Cards, flow, shares, side_by_side
from registry.rules.pathway.story import Fact
from tests.rules.pathway.samples import task


def cards(*lengths: int) -> Cards:
    """Cards of one line and so many words more."""
    made: list[Card] = []
    for at, length in enumerate(lengths):
        fact = Fact("deadline", "Frist", "ord " * length)
        one = task(f"{length}-{at}", facts=(fact,))
        made.append(card_of(one, "kommune", one.id))
    return Cards(made)


def test_cards_are_read_from_left_to_right() -> None:
    found = flow(cards(1, 1, 1).cards, 2)
    first, second, third = found.spots.values()
    assert (first.x, second.x, third.x) == (0, WIDTH + GAP, 0)
    assert first.y == second.y < third.y


def test_the_next_card_goes_below_the_shortest_column() -> None:
    found = flow(cards(60, 1, 1).cards, 2)
    assert [spot.x for spot in found.spots.values()] == [0, WIDTH + GAP, WIDTH + GAP]


def test_no_cards_take_no_room() -> None:
    assert flow((), 3).height == 0


def test_the_fuller_phase_gets_the_column_to_spare() -> None:
    assert shares([[cards(1), cards(1, 1, 1)]], 3) == [1, 2]


def test_a_column_goes_where_it_makes_all_lanes_lower_together() -> None:
    lanes = [[cards(1, 1), cards(1)], [cards(1, 1), cards(1)]]
    assert shares(lanes, 3) == [2, 1]


def test_every_column_is_given_even_where_it_helps_nobody() -> None:
    assert sum(shares([[cards(1), cards(1)]], 5)) == 5
    assert sum(side_by_side([cards(1), cards(1)], 5)) == 5


def test_lanes_side_by_side_are_about_as_high() -> None:
    assert side_by_side([cards(1), cards(1, 1, 1, 1)], 5) == [1, 4]


def test_nothing_has_no_shares() -> None:
    assert shares([], 3) == []
    assert side_by_side([], 3) == []
