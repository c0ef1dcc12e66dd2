"""Lengths that no one number can be read from are asked about."""

import pytest

from registry.language.deadlines import asked_about, within
from registry.language.unsure_lengths import open_lengths, unsure_lengths


@pytest.mark.parametrize(
    "text",
    [
        *("1.50 timer", "1,000 dage", "3.5 uger", "24/7 døgn", "24/48 timer"),
        *("±2 dage", "2 x 14 dage", "2×14 dage", "14+ dage", "14 (fjorten) dage"),
        *("fjorten (14) dage", "5 og 8 hverdage", "1, 3 og 6 måneder"),
        *("1 uge og 2 dage", "2 år og 6 måneder", "to timer og et kvarter"),
        *("2 timer 30 minutter", "1 t. 30 min.", "30 dage + 5 dage", "2 døgn 4 timer"),
        *("halv to timer", "halv fem dage", "3 gange 2 dage", "to gange 14 dage"),
        *("1.5-2 timer", "1.5 til 2 timer", "2/3 dage", "1/2 timer", "3 * 2 dage"),
        *(
            "nogle og tyve dage",
            "et par og tredive timer",
            "en snes dage",
            "to dusin dage",
        ),
        *("1:30 timer", "01:30 time", "30 min", "45 min", "1t30", "2 timer og 30 min"),
        *("3 bankdage", "1 bankdag", "tre virkedage", "2 ugedage", "4 kvartaler"),
        *("et halvår", "2 kalenderuger", "3 weekender", "72¹ timer", "72¹⁾ timer"),
        *("to, tre dage", "2 3 dage", "to tre dage", "tyve og tredive dage"),
        *("2 eller flere dage", "2^3 timer"),
        *("2 tusinde timer", "3 hundrede dage", "1½ hundrede timer", "1⁄2 time"),
        *("5+2 dage", "4&5 dage", "4;5 dage", "4~5 dage", "4→5 dage", "4•5 dage"),
        *("4…5 dage", "4...5 dage", "4»5 dage", "4 + 5 dage", "1 50 timer", "1 5 dage"),
        *("1'000 timer", "2 timer ½", "fire- til seksugers", "to- eller tredages"),
        *("72 timer (4 døgn)", "2 uger, 3 dage", "3 uger minus 1 dag"),
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
        *(
            "to en halv time",
            "2 1/2 time",
            "3 ½ time",
            "tre hundrede dage",
            "1 000 timer",
        ),
        *("§ 83, stk. 2, 3 dage", "kl. 8, 3 dage", "en 14 dages frist", "3 vilkår"),
        *(
            "72 timer (3 døgn)",
            "tolv hundrede timer",
            "85 % (5 dage)",
            "14 dage, 2 uger",
        ),
        *("to hundrede og fem og tyve dage", "3 min. efter", "trin 2 minder om 1"),
    ],
)
def test_what_can_be_read_is_sure(text: str) -> None:
    assert not unsure_lengths(text)


@pytest.mark.parametrize(
    "text",
    [
        *("dag 1-2", "døgn 1-2", "på dag 1 og 2", "fra dag 3", "3.-5. dag", "2. dag"),
        *("fra 2. til 5. dag", "1.-2. døgn", "3. hverdag", "tredje hverdag"),
        *("et par uger", "et par hundrede dage", "på 4. dagen"),
    ],
)
def test_which_day_it_is_says_no_length_and_is_asked_about(text: str) -> None:
    assert open_lengths(text)
    assert asked_about(text)
    assert within(text) is None


@pytest.mark.parametrize(
    "text",
    ["hver dag 3 timer", "dag og nat", "d. 1. maj", "uge 12", "en dag", "3 dage"],
)
def test_a_length_and_a_date_are_not_asked_about(text: str) -> None:
    assert not open_lengths(text)


@pytest.mark.parametrize(
    "text",
    [
        "24 timer i døgnet",
        "dagligt 2 timer",
        "3 dage i ugen",
        "14 dage ad gangen",
    ],
)
def test_how_often_is_no_deadline(text: str) -> None:
    assert within(text) is None
