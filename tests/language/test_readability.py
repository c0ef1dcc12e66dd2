"""LIX: sentences, words, and what the two come to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.language.readability import lix, sentences, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Du kan gå. Vi kommer.", ["Du kan gå.", "Vi kommer."]),
        ("Kommer du? Ja! Godt.", ["Kommer du?", "Ja!", "Godt."]),
        ("Det er den 1. juli 2023. Så er det nu.", None),
        ("Det koster 1.976 kroner. Det er meget.", None),
        ("Hun sagde: «Kom nu.» Så gik de.", None),
        ("Overskrift\nEn sætning.", ["Overskrift", "En sætning."]),
        ("Den 2.-4. marts 2026 mødes de. Det er sikkert.", None),
    ],
)
def test_a_sentence_ends_where_a_reader_stops(
    text: str, found: list[str] | None
) -> None:
    assert len(sentences(text)) == 2 if found is None else sentences(text) == found


def test_a_joined_word_and_a_number_are_one_word() -> None:
    assert words("Et 72-timers ansvar, 1.976 kroner og LÆ 121/125") == [
        *("Et", "72-timers", "ansvar", "1.976", "kroner", "og", "LÆ", "121/125")
    ]


def test_a_text_without_words_has_none() -> None:
    assert lix("") == lix(" … ") == 0.0


def test_six_letters_are_no_long_word_and_seven_are() -> None:
    assert lix("Huset er sekser her.") == 4
    assert lix("Huset er syvsyvs her.") == 4 + 25


def test_it_is_the_words_of_a_sentence_and_the_long_words_in_a_hundred() -> None:
    text = "Kommunen giver dig råd om bolig. Det sker, før du udskrives."
    # 11 words in 2 sentences; «Kommunen» and «udskrives» are long.
    assert lix(text) == pytest.approx(11 / 2 + 100 * 2 / 11)


@given(st.lists(st.sampled_from(["hus", "kommunen", "går"]), min_size=1, max_size=30))
def test_the_same_text_twice_reads_as_easily_as_once(chosen: list[str]) -> None:
    sentence = " ".join(chosen).capitalize() + "."
    assert lix(f"{sentence} {sentence}") == pytest.approx(lix(sentence))
