"""Texts told shorter: where a sentence ends, and a heading."""

import pytest

from registry.search.shortening import (
    LONGEST_HEADLINE,
    LONGEST_WHOLE,
    headline_end,
    lead,
    opening_end,
    sentences,
)


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
        (
            "Omkring 70 pct. af pladserne bliver regionens; her er de øvrige. Se loven",
            "Omkring 70 pct. af pladserne bliver regionens; her er de øvrige",
        ),
        ("Det koster 500 kr. Regionen betaler", "Det koster 500 kr"),
        (
            "Efter loven, jf. Sundhedsloven § 1. Mere",
            "Efter loven, jf. Sundhedsloven § 1",
        ),
        ("Efter § 3, stk. 7. Kommunen", "Efter § 3, stk. 7"),
        ("Ca. 8 dage, bl.a. for børn. Mere", "Ca. 8 dage, bl.a. for børn"),
        ("Straks (se rækken. Den er ny). Mere", "Straks (se rækken. Den er ny)"),
    ],
)
def test_the_first_sentence_is_told_from_dots_within_it(text: str, first: str) -> None:
    assert lead(text) == first


def test_a_text_has_its_sentences() -> None:
    assert sentences("Borgere i forløb; se aftalen. Psykiatrien") == [
        "Borgere i forløb; se aftalen",
        "Psykiatrien",
    ]


def test_a_short_task_is_one_heading() -> None:
    task = "Varsle kommunen, når datoen kendes"
    assert headline_end(task) == len(task)


@pytest.mark.parametrize(
    ("headline", "rest"),
    [
        (
            "Afklare lægeansvaret efter udskrivning fra psykiatrien: version 2.0",
            " (72 timer, december 2022) omfattede ikke psykiatrien",
        ),
        (
            "Rapportere utilsigtede hændelser (UTH),",
            " som er eller kunne være blevet alvorlige eller dødelige for en patient",
        ),
        (
            "Læse en epikrise, der ikke er markeret",
            " (det er den læge som modtager epikrisen der har ansvaret for det)",
        ),
        ("Blive ved med at være handlekommune,", " mens borgeren er på boform " * 4),
    ],
)
def test_a_long_task_has_a_heading_that_ends_with_a_clause(
    headline: str, rest: str
) -> None:
    assert headline_end(headline + rest) == len(headline)
    assert len(headline) <= LONGEST_HEADLINE < LONGEST_WHOLE < len(headline + rest)


def test_a_long_task_of_one_clause_is_never_cut() -> None:
    task = "hjælpe borgeren " * 10
    assert headline_end(task) == len(task)


def test_the_sentences_that_there_is_room_for_stand_first() -> None:
    text = "Borgeren er syg. Det er nat. Kommunen er lukket"
    assert text[: opening_end(text, 30)] == "Borgeren er syg. Det er nat."
    assert text[: opening_end(text, 5)] == "Borgeren er syg."
    assert opening_end(text, 90) == len(text)
    assert opening_end("Uden punktum " * 9, 20) == len("Uden punktum " * 9)
