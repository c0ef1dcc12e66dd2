"""Turns of everyday Danish read as the words that they stand for."""

import pytest

from registry.language.danish import fold, tokenize
from registry.language.idioms import idioms_read, in_plain_words


def read(text: str) -> list[str]:
    return [token.exact for token in idioms_read(text, tokenize(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("hun er røget på sygehuset", "hun er indlagt"),
        ("far er havnet på hospitalet, hvad nu", "far er indlagt hvad nu"),
        ("ring, når hun kommer ind", "ring når hun indlægges"),
        (
            "papiret skal ligge klar inden han går",
            "papiret skal ligge klar inden udskrivning",
        ),
        ("hvem hænger på regningen", "hvem har ansvaret for regningen"),
        ("hvad skal han selv af med", "hvad skal han selv betale"),
        ("aftalen står ved magt", "aftalen gælder"),
        ("vi er ret sikre på det", "vi det"),
    ],
)
def test_a_turn_is_what_it_means(text: str, words: str) -> None:
    assert read(text) == [fold(word) for word in words.split()]


@pytest.mark.parametrize(
    "text",
    ["brevet kommer ind på kontoret", "han går til læge", "hun er god til at gå"],
)
def test_words_that_go_on_to_something_else_are_no_turn(text: str) -> None:
    assert read(text) == [token.exact for token in tokenize(text)]


def test_a_turn_that_ends_a_clause_ends_it_before_a_comma() -> None:
    assert read("inden han går, hvem ringer")[:2] == ["inden", "udskrivning"]


def test_what_a_turn_means_stands_where_it_stands() -> None:
    text = "er hun røget på sygehuset"

    (indlagt,) = idioms_read(text, tokenize(text))[2:]
    assert text[indlagt.start : indlagt.end] == "røget på sygehuset"


def test_clipped_words_and_other_languages_are_read_before_the_turns() -> None:
    text = "vem bestämmer att han ska in igen"

    assert "genindlaegges" in [t.exact for t in in_plain_words(text, tokenize(text))]
