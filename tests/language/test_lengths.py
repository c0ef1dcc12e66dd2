"""Lengths of time in a text: read right, or never as another number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.language.danish import tokenize
from registry.language.deadlines import lengths_named
from registry.language.lengths import unsure_lengths
from registry.language.numbers import in_words


def named(text: str) -> set[str]:
    return set(lengths_named(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("1.000 timer", "=1000t"),
        ("1 000 timer", "=1000t"),
        ("2½ timer", "=2.5t"),
        ("1½ time", "=1.5t"),
        ("3 1/2 døgn", "=84t"),
        ("tredive dage", "=720t"),
        ("enogtyve dage", "=504t"),
        ("hundrede dage", "=2400t"),
        ("to et halvt år", "=30m"),
        ("trekvart år", "=9m"),
        ("et kvart år", "=3m"),
        ("tre kvart time", "=0.75t"),
        ("en halv time", "=0.5t"),
        ("48 t.", "=48t"),
        ("3 mdr.", "=3m"),
        ("1/2 år", "=6m"),
        ("halvandet-års", "=18m"),
        ("en uges", "=168t"),
        ("en times", "=1t"),
        ("ti kalenderdage", "=240t"),
        ("14 løbende dage", "=336t"),
        ("tre hele døgn", "=72t"),
        ("et helt år", "=12m"),
        ("15 minutter", "=0.25t"),
        ("halvfems minutter", "=1.5t"),
        ("tre kvarter", "=0.75t"),
        ("45 min.", "=0.75t"),
        ("8 hverd.", "=8h"),
        ("5 hv.dage", "=5h"),
        ("8 arb.dage", "=8h"),
    ],
)
def test_a_length_is_read_in_every_writing(text: str, name: str) -> None:
    assert named(text) == {name}
    assert named(f"senest {text} før") == {name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2-3 uger", "=336-504t"),
        ("2–3 uger", "=336-504t"),
        ("to til tre uger", "=336-504t"),
        ("mellem 2 og 3 uger", "=336-504t"),
        ("imellem 2 uger og 3 uger", "=336-504t"),
        ("2 uger - 3 uger", "=336-504t"),
        ("2 eller 3 uger", "=336-504t"),
        ("3-5 dage", "=72-120t"),
        ("½-2 timer", "=0.5-2t"),
        ("2 dage til 3 uger", "=48-504t"),
        ("5 hverdage til 2 uger", "=5h-336t"),
        ("en to-tre dage", "=48-72t"),
        ("0-17 år", "=0-204m"),
        ("2\u22123 uger", "=336-504t"),
        ("2 \u2012 3 uger", "=336-504t"),
        ("20 à 30 dage", "=480-720t"),
        ("to-tre hele dage", "=48-72t"),
    ],
)
def test_a_span_is_a_form_of_its_own(text: str, name: str) -> None:
    assert named(text) == {name}


def test_lengths_that_only_stand_side_by_side_are_each_of_them() -> None:
    assert named("72 timer – 8 hverdage") == {"=72t", "=8h"}
    assert named("3 dage eller 8 timer efter") == {"=72t", "=8t"}
    assert named("8 hverdage, dog 5 hverdage for børn") == {"=8h", "=5h"}


@pytest.mark.parametrize(
    "text",
    [
        *("1.50 timer", "1.5 timer", "1,000 timer", "11/2 time", "1 / 2 time"),
        *("24/7 døgn", "dag 1-2", "1.-2. dag", "et par uger", "flere hundrede dage"),
        *("et par tusind timer", "hvor tit", "et halvt", "tot", "i 2025 års priser"),
        *("2024-2027 års priser", "2. dag", "uge 12", "den 1/2 2025", "nogle dage"),
        *("123456789012 dage", "14.000 kr.", "fjerde uge", "hundredvis af dage"),
        *("±2 dage", "± 2 dage", "2 x 14 dage", "2x14 dage", "2 × 14 dage"),
        *("14 (fjorten) dage", "14+ dage"),
    ],
)
def test_what_is_no_length_is_not_read_as_one(text: str) -> None:
    assert named(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        *("1.50 timer", "1,000 dage", "3.5 uger", "24/7 døgn", "24/48 timer"),
        *("±2 dage", "2 x 14 dage", "2×14 dage", "14+ dage", "14 (fjorten) dage"),
        *("fjorten (14) dage", "5 og 8 hverdage", "1, 3 og 6 måneder"),
        *("1 uge og 2 dage", "2 år og 6 måneder", "to timer og et kvarter"),
        *("2 timer 30 minutter", "1 t. 30 min.", "30 dage + 5 dage", "2 døgn 4 timer"),
    ],
)
def test_figures_that_cannot_be_read_are_known_to_be_unsure(text: str) -> None:
    assert unsure_lengths(f"inden {text} efter")


@pytest.mark.parametrize(
    "text",
    [
        *("1.000 timer", "1,5 time", "1/2 år", "den 1.1.2027", "8 hverdage", ""),
        *("to og et halvt år", "2 og 1/2 år", "mellem 2 og 3 uger", "enogtyve dage"),
        *("hundrede og tyve dage", "8 hverdage, dog 5 hverdage for børn"),
        *("7 dage efter konsultationen og senest 14 dage", "1. maj 2025 og 3 uger"),
    ],
)
def test_what_can_be_read_is_sure(text: str) -> None:
    assert not unsure_lengths(text)


def test_a_number_is_one_however_its_thousands_stand() -> None:
    for text in ("14.000 kr.", "14 000 kr.", "14000 kr.", "14\u00a0000 kr."):
        assert [token.exact for token in tokenize(text)] == ["14000", "kr"]
    assert [t.exact for t in tokenize("12 34 56 78")] == ["12", "34", "56", "78"]


@given(st.integers(1, 999))
def test_words_and_figures_name_the_same_length(number: int) -> None:
    assert named(f"{number} timer") == named(f"{in_words(number)} timer")
    assert named(f"{number} timer") == {f"={number}t"}


@given(st.integers(1, 999), st.integers(1, 999), st.sampled_from(["-", " til ", " – "]))
def test_a_span_is_never_one_of_its_ends(low: int, high: int, through: str) -> None:
    names = named(f"{low}{through}{high} hverdage")

    assert names == ({f"={low}h"} if low == high else {f"={low}-{high}h"})
