"""Clipped words read in full."""

import pytest

from registry.language.danish import fold, tokenize
from registry.language.shorthand import in_full


def full(text: str) -> list[str]:
    return [token.exact for token in in_full(tokenize(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("bgr udskr", "borger udskrivning"),
        ("ska vi gi pll", "skal vi give piller"),
        ("pår til plejehj", "pårørende til plejehjem"),
        ("årskontr hos læge", "årskontrol hos læge"),
        ("ansvar efter opr", "ansvar efter operation"),
    ],
)
def test_a_clipped_word_is_the_word_it_stands_for(text: str, words: str) -> None:
    assert full(text) == [fold(word) for word in words.split()]


@pytest.mark.parametrize("before", ["til", "el", "fra", "alle"])
def test_kom_after_a_preposition_is_the_municipality(before: str) -> None:
    assert full(f"{before} kom")[-1] == "kommune"


def test_kom_is_a_verb_elsewhere() -> None:
    assert full("han kom hjem") == ["han", "kom", "hjem"]


def test_a_word_in_full_keeps_its_place() -> None:
    (token,) = in_full(tokenize("  udskr"))

    assert (token.start, token.end) == (2, 7)
