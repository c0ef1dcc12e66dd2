"""Questions that tell of danger: what to do at once stands before any answer."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from registry.language.danish import tokenize
from registry.search.danger import ACUTE, acute_pieces, tells_of_danger


@pytest.mark.parametrize(
    "question",
    [
        "beboer på botilbud er akut psykotisk hvem ringer jeg til",
        "borger truer med selvmord hvem ringer hjemmeplejen til",
        "17-årig med selvmordstanker",
        "akut psykose hjemme",
        "Beboeren er BEVIDSTLØS",
        "hun vil tage sit liv",
        "en der har taget livet af sig",
        "han trækker ikke vejret",
        "borger er til fare for andre",
        "selvskadende pige på 15",
        "overdosis morfin",
        "delirøs patient i nat",
        "det haster",
    ],
)
def test_a_question_tells_of_danger(question: str) -> None:
    assert tells_of_danger(question)


@pytest.mark.parametrize(
    "question",
    [
        "hvem har akutsygeplejen",
        "akutteam telefon",
        "akutmodtagelse åbningstid",
        "hvem betaler livstestamente",
        "lægens varsling før udskrivning",
        "genoptræning efter blodprop",
        "hvem leverer kompressionsstrømper",
    ],
)
def test_the_name_of_a_service_is_no_danger(question: str) -> None:
    assert not tells_of_danger(question)


def test_a_slip_of_the_pen_tells_of_danger_too() -> None:
    assert not tells_of_danger("akkut psykose")
    assert tells_of_danger("akkut psykose", tokenize("akut psykose"))


def test_the_numbers_can_be_dialled_and_the_rest_is_text() -> None:
    pieces = acute_pieces()

    assert "".join(piece for piece, _ in pieces) == ACUTE
    assert [piece for piece, is_number in pieces if is_number] == ["112", "1813"]


@pytest.mark.parametrize(
    ("question", "abstains"),
    [
        ("beboer på botilbud er akut psykotisk hvem ringer jeg til", False),
        ("akut psykose hjemme hvem tager bilen til månen", True),
    ],
)
def test_what_to_do_at_once_stands_first(
    shipped_app: Flask,
    asked: Callable[..., Any],
    question: str,
    abstains: bool,
) -> None:
    answer = asked(question)
    page = shipped_app.test_client().get("/soeg", query_string={"q": question}).text

    assert answer["abstained"] is abstains
    assert answer["remarks"][0] == {"text": ACUTE, "as_of": None}
    assert page.count("Er det akut, så følg") == 1
    first = min(
        page.find(mark)
        for mark in ('class="alert', "snitflader i kraft")
        if mark in page
    )
    assert page.index("Er det livsfarligt") < first
    assert 'href="tel:112"' in page


def test_other_questions_are_told_it_last(
    shipped_app: Flask, asked: Callable[..., Any], stopped_clock: object
) -> None:
    question = "hvornår kører bussen"
    page = shipped_app.test_client().get("/soeg", query_string={"q": question}).text

    assert asked(question)["remarks"] == []
    assert "Er det livsfarligt" not in page
    assert page.index("Er det akut, så følg") > page.index('class="alert')
