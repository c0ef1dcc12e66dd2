"""Texts told shorter: where a sentence ends."""

import pytest

from registry.search.shortening import lead, sentences


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Varigt behov. Se også loven", "Varigt behov"),
        (
            "Version 2.0 (december 2022): indlagt",
            "Version 2.0 (december 2022): indlagt",
        ),
        ("Psykiatrien i version 2.0. Se rækken", "Psykiatrien i version 2.0"),
        ("Straks; antal dage er ikke fundet", "Straks; antal dage er ikke fundet"),
        ("Senest 14 dage; dog 7 for børn. Se loven", "Senest 14 dage; dog 7 for børn"),
        ("Frist: ingen fast", "Frist: ingen fast"),
        ("Senest den 1. januar", "Senest den 1. januar"),
        ("", ""),
    ],
)
def test_the_first_sentence_is_told_from_dots_within_it(text: str, first: str) -> None:
    assert lead(text) == first


def test_a_text_has_its_sentences() -> None:
    assert sentences("Borgere i forløb; se aftalen. Psykiatrien") == [
        "Borgere i forløb; se aftalen",
        "Psykiatrien",
    ]
