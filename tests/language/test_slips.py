"""A slip of the finger between two words."""

import pytest

from registry.language.slips import one_slip


@pytest.mark.parametrize(
    "word", ["sundhed", "sundhedd", "sunhed", "sundhad", "sundehd"]
)
def test_one_letter_more_less_wrong_or_changed_places_is_one(word: str) -> None:
    assert one_slip(word, "sundhed")


@pytest.mark.parametrize("word", ["sunhad", "sundhedet", "dsunhed"])
def test_two_are_not_one(word: str) -> None:
    assert not one_slip(word, "sundhed")
