"""Lasting keys: what one may look like, and where a term of the word list may lead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.markup.markdown_html import slug
from registry.rules.fields import VOCABULARIES
from registry.rules.keys import NOT_A_SLUG, SLUG, TERM_LINKS, is_key


@pytest.mark.parametrize("key", ["a", "7", "akut", "sundhedsaftale-2024-2027", "a-1-b"])
def test_small_letters_numbers_and_single_hyphens_are_a_key(key: str) -> None:
    assert SLUG.match(key)


@pytest.mark.parametrize(
    "key",
    [
        *("", "-", "-a", "a-", "a--b"),
        *("A", "Akut", "å", "boern-og-ünge"),
        *("a b", "a_b", "a.b", "a/b", "a\n", "akut\n"),
    ],
)
def test_anything_else_is_no_key(key: str) -> None:
    assert not SLUG.match(key)


@given(st.text())
def test_what_is_made_of_a_title_is_a_key_or_nothing(title: str) -> None:
    made = slug(title)

    assert not made or SLUG.match(made)


def test_the_refusal_names_what_a_key_may_hold() -> None:
    assert all(word in NOT_A_SLUG for word in ("a-z", "tal", "bindestreg"))


def test_a_term_leads_to_vocabularies_only_and_to_none_by_two_names() -> None:
    assert set(TERM_LINKS.values()) <= set(VOCABULARIES)
    assert len(set(TERM_LINKS.values())) == len(TERM_LINKS)


def test_what_is_about_a_row_or_a_text_of_one_has_an_address_as_its_key() -> None:
    assert is_key("kol.aarskontrol", "questions")
    assert not is_key("kol", "questions")
    assert is_key("varsling.opgave-1", "plain-words")
    assert not is_key("varsling", "plain-words")
    assert is_key("kol", "tasks")
    assert not is_key("kol.aarskontrol", "tasks")
