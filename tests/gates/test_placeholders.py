"""What is a placeholder, and what only sounds like one."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from registry.gates.placeholders import is_placeholder, placeholder_in

ROOT = Path(__file__).resolve().parents[2]
EXES = "X" * 3
TO_BE_DONE = "TO" + "DO"
PLACEHOLDERS = (
    "udfyldes senere",
    "Udfyldes senere.",
    "UDFYLDES SENERE",
    "Skal udfyldes",
    "afventer",
    "Afventer …",
    "**Afventer**",
    "Afventer svar fra …",
    "Afventer afklaring",
    "TBD",
    "tba",
    "T.B.D.",
    "…",
    "...",
    "-",
    "–",
    "---",
    "* * *",
    "?",
    EXES,
    EXES.lower(),
    "xx",
    "Lorem ipsum dolor sit amet",
    "indsættes",
    "[indsæt]",
    "[[mangler]]",
    "[ ]",
    "skal afklares",
    "Økonomien afklares senere.",
    "mangler",
    "__mangler__",
    "N/A",
    "n.a.",
    "ikke udfyldt",
    "Ej udfyldt",
    "Beskrives senere",
    "\u200b",
    "TB\u00adD",
    "Endnu ikke udfyldt",
    "kommer senere",
    "Teksten følger.",
    "se senere",
    "_under udarbejdelse_",
    "> afventer",
    "# Økonomi\n\nUdfyldes senere",
    "## Økonomi",
    "- TBD\n- afventer",
    "Økonomi: udfyldes senere",
    "Betales af: ?",
    "(afventer)",
    "TBD (afventer)",
    "`TBD`",
    "&nbsp;",
    "<!-- skriv her -->",
    "Dette afsnit udfyldes senere.",
    "Udfyldes senere i forløbet",
)
MARKED = (
    "Regionen betaler TBD kr. om året.",
    f"Regionen betaler {EXES} kr. om året.",
    "Regionen betaler _TBD_ kr. om året.",
    "Regionen betaler [beløb] kr. om året.",
    "Kommunen betaler. [Udfyldes]",
    "Ansvaret er delt. Fordelingen udfyldes senere.",
    "Kommunen betaler (udfyldes senere).",
    "Ansvaret er kommunens. Indsæt tekst her",
    "Kommunen betaler ??? kr.",
    f"Kommunen betaler. {TO_BE_DONE}: regionens andel.",
    f"Fordelingen er aftalt ({TO_BE_DONE.lower()}).",
    "Fristen er xx dage efter udskrivning.",
    "Aftalen gælder fra xx.xx.2027.",
    "Beløbet er XX kr. pr. år.",
    "Kommunen betaler; regionens andel udestår.",
    "Der udestår en aftale om betaling.",
    "Betalingen udestår fortsat, og kommunen afventer.",
    "Andelen er aftalt, hvis kommunen siger ja. Resten udestår.",
)
TRUE_SENTENCES = (
    "Mastodonter og metodologi er uden betydning.",
    "Kommunen betaler udestående beløb senest den 1.",
    "Beløb, der udestår ved udskrivningen, betales af kommunen.",
    "Hvis en afklaring udestår, betaler regionen så længe.",
    "Følger af sundhedslovens kapitel XX.",
    "Gælder også ved XX-kromosomer og exxon-udslip.",
    "Borgeren får en to-do-liste med hjem.",
    "Kommunen afventer hospitalets melding, før plejen sættes i gang.",
    "Afventer borgeren en plads, betaler kommunen.",
    "Borgeren udskrives senere samme dag.",
    "Ikke relevant",
    "Ikke relevant.",
    "Ikke oplyst",
    "Ingen",
    "Nej.",
    "Fremgår ikke af aftalen.",
    "Mangler borgeren hjælpemidler, leverer hospitalet dem.",
    "Der mangler ikke noget i aftalen.",
    "Planen udfyldes senest to dage efter indlæggelsen",
    "Skemaet udfyldes af lægen …",
    "Skemaet udfyldes senere samme dag af kontaktlægen.",
    "Region og kommune deler udgiften (50/50).",
    "Behandlingsansvaret er hos egen læge – også efter udskrivning.",
    "Aftales nærmere mellem hospital og kommune",
    "Kommunen følger borgeren hjem.",
    "Følger af sundhedsloven § 140.",
    "Kommer borgeren ikke, ringer hospitalet.",
    "Kateteret indsættes af lægen.",
    "Lægen indsætter kateteret.",
    "Ansvaret afklares mellem parterne inden udskrivning.",
    "Genoptræningsplanen er under udarbejdelse, når borgeren udskrives.",
    "Se aftalen om udvidet behandlingsansvar.",
    "Se senere afsnit om udskrivning",
    "Hvem betaler? Kommunen.",
    "Kommunen",
    "72 timer",
    "5 hverdage",
    "-5 grader",
    "§ 140",
    "1.",
    "**Regionen** betaler.",
    "## Økonomi\n\nRegionen betaler.",
    "- Regionen betaler\n- Kommunen kører",
    "[Se bilag 1](https://eksempel.invalid/bilag)",
    "[Udfyldes af lægen](#skema) er en vejledning.",
    "Borgeren ringer til na-klinikken.",
    "Økonomi: Kommunen betaler.",
    "Hurtigst muligt",
)


@pytest.mark.parametrize("text", PLACEHOLDERS)
def test_a_text_that_only_promises_a_text_is_a_placeholder(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize("text", MARKED)
def test_a_text_that_holds_an_unmistakable_mark_is_a_placeholder(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize("text", TRUE_SENTENCES)
def test_a_true_sentence_is_no_placeholder(text: str) -> None:
    assert not is_placeholder(text)


@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_a_blank_text_is_empty_and_no_placeholder(text: str) -> None:
    assert not is_placeholder(text)


def test_letters_written_in_two_parts_are_read_as_one() -> None:
    assert is_placeholder("Afventer svar pa\u030a")


@given(
    st.sampled_from(PLACEHOLDERS),
    st.sampled_from(["", "**", "_", "> ", "- ", "("]),
    st.booleans(),
)
def test_marks_and_case_around_it_do_not_hide_a_placeholder(
    text: str, mark: str, loud: bool
) -> None:
    written = text.upper() if loud and "&" not in text else text

    assert is_placeholder(f"{mark}{written}{mark.strip()}")


@given(st.sampled_from(TRUE_SENTENCES), st.sampled_from(TRUE_SENTENCES))
def test_true_sentences_stay_true_together(one: str, other: str) -> None:
    assert not is_placeholder(f"{one}\n\n{other}")


@given(st.text())
def test_any_text_is_judged(text: str) -> None:
    assert is_placeholder(text) in (True, False)


def test_no_text_of_the_shipped_catalogue_is_taken_for_a_placeholder() -> None:
    texts = [
        text
        for path in sorted((ROOT / "content" / "agreements").glob("*/*.md"))
        for text in texts_of(
            yaml.safe_load(path.read_text(encoding="utf-8").split("\n---\n")[0])
        )
    ]

    assert len(texts) > 1000
    assert [text for text in texts if is_placeholder(text)] == []


def texts_of(value: Any) -> Iterator[str]:
    """Every text in a file's front matter, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts_of(inner)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Beløbet er XX kr.", "XX"),
        ("Fristen er [indsæt dato] efter udskrivningen.", "[indsæt dato]"),
        ("## Økonomi\n\nPrisen udestår.", "udestår"),
        ("\nUdfyldes senere\n", "Udfyldes senere"),
        ("Kommunen afventer hospitalets melding.", ""),
    ],
)
def test_the_words_that_make_it_a_placeholder_are_told(text: str, words: str) -> None:
    assert placeholder_in(text) == words


@given(st.text(max_size=60))
def test_what_is_told_of_a_placeholder_stands_in_the_text(text: str) -> None:
    words = placeholder_in(text)

    assert words in text
    assert bool(words) <= is_placeholder(text)
