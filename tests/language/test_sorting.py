"""Danish alphabetical order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.language.sorting import danish_key
from tests.parts import examples


def in_order(*words: str) -> bool:
    keys = [danish_key(word) for word in words]
    return keys == sorted(set(keys))


def test_the_danish_letters_come_last() -> None:
    assert in_order("Allerød", "Zealand", "Ærø", "Øresund", "Ålborg")


def test_case_does_not_count() -> None:
    assert in_order("akut", "Betaling", "cpr")
    assert danish_key("ÆRØ") == danish_key("ærø")


def test_accents_do_not_count() -> None:
    assert danish_key("Allé") == danish_key("alle")
    assert in_order("alle", "Alléen", "allergi")


def test_the_danish_letters_are_no_accents() -> None:
    assert danish_key("å") != danish_key("a")
    assert danish_key("ø") != danish_key("o")


def test_letters_written_in_two_signs_are_the_same_letters() -> None:
    assert danish_key("A\u030albora") == danish_key("Ålbora")
    assert danish_key("cafe\u0301") == danish_key("café")


def test_an_accent_on_a_danish_letter_does_not_count() -> None:
    assert danish_key("ǿ") == danish_key("ø")
    assert danish_key("ǽ") == danish_key("æ")


def test_numbers_stand_by_their_size() -> None:
    assert in_order("§ 2", "§ 10", "§ 100")
    assert in_order("Udgave 9", "Udgave 10 b", "Udgave 11 a")
    assert in_order("1", str(10**12), str(10**13 + 1), str(10**14))


def test_leading_zeros_do_not_count() -> None:
    assert danish_key("udgave 07") == danish_key("udgave 7")


def test_a_shorter_word_stands_before_a_longer_one() -> None:
    assert in_order("", "akut", "akutteam")


@pytest.mark.parametrize("sign", ["²", "①", "٣", "½", "5²", "m²"])
def test_signs_that_look_like_numbers_can_be_sorted(sign: str) -> None:
    assert sorted(["a", sign, "1"], key=danish_key)


@given(st.lists(st.text(max_size=8), max_size=6))
@settings(max_examples=examples(200), deadline=None)
def test_any_texts_can_be_sorted(texts: list[str]) -> None:
    ordered = sorted(texts, key=danish_key)

    assert sorted(ordered) == sorted(texts)


@given(st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzæøå"), max_size=6))
@settings(max_examples=examples(100), deadline=None)
def test_words_stand_in_the_order_of_the_danish_alphabet(word: str) -> None:
    alphabet = "abcdefghijklmnopqrstuvwxyzæøå"
    other = "mål"
    before = [alphabet.index(c) for c in word] < [alphabet.index(c) for c in other]

    assert (danish_key(word) < danish_key(other)) == before
