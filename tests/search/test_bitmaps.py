"""Sets of documents as bitmaps are the sets they stand for."""

from hypothesis import given
from hypothesis import strategies as st

from registry.search.bitmaps import bitmap, numbers_of
from registry.search.engine import tiers

NUMBERS = st.frozensets(st.integers(0, 300), max_size=30)


@given(numbers=NUMBERS)
def test_a_bitmap_gives_its_numbers_back_lowest_first(numbers: frozenset[int]) -> None:
    assert list(numbers_of(bitmap(numbers))) == sorted(numbers)


@given(one=NUMBERS, other=NUMBERS)
def test_what_two_share_and_what_either_holds_are_as_for_sets(
    one: frozenset[int], other: frozenset[int]
) -> None:
    assert bitmap(one) & bitmap(other) == bitmap(one & other)
    assert bitmap(one) | bitmap(other) == bitmap(one | other)


def test_tiers_are_all_concepts_then_all_but_one_then_any() -> None:
    holders = [bitmap({1, 2, 3}), bitmap({2, 3, 4}), bitmap({3, 9})]
    found = [list(numbers_of(tier)) for tier in tiers(holders, 10)]
    assert found == [[3], [2, 3], [1, 2, 3, 4, 9]]


def test_a_tier_takes_no_more_combinations_than_it_may() -> None:
    holders = [bitmap({1, 2}), bitmap({2, 3}), bitmap({1, 3})]
    found = [list(numbers_of(tier)) for tier in tiers(holders, 1)]
    assert found == [[], [2], [1, 2]]
