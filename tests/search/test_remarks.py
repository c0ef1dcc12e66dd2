"""Questions about a day to come, of the shipped catalogue: what holds, and until when,
is said with the way to the day.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask import Flask

from registry.search.bounds import Bounds
from registry.search.remarks import FAULT, remarks_on

SAID = "Du spørger om tiden fra 1. januar 2027. Svaret her gælder 26. november 2026."

ASKED = "akutsygepleje+efter+nytår"


@pytest.mark.parametrize(
    "question",
    [
        "hvem har akutsygeplejen efter nytår",
        "akutsygepleje fra nytår region eller kommune",
        "hvem har aflastningspladserne til januar",
        "bliver de midlertidige pladser regionens næste år",
        "midlertidig plads pr. 1/1",
        "hvem betaler en midlertidig plads efter årsskiftet",
        "hvem har akutsygepleje i 2027",
        "aflastningsplads efter 1/1 2027",
        "akutfunktionen fra 1. januar 2027 hvem har den",
        "hvem har akutsygeplejen ved nytår 2027",
        "er akutsygeplejen kommunens efter nytår",
        "midlertidige pladser efter nyttår",
    ],
)
def test_an_answer_of_another_day_says_so(
    asked: Callable[..., Any], question: str
) -> None:
    answer = asked(question)

    assert answer["answers"]
    assert answer["remarks"] == [{"text": SAID, "as_of": "2027-01-01"}]
    assert asked(question, as_of="2027-01-01")["remarks"] == []


@pytest.mark.parametrize(
    "question",
    [
        "hvem har akutsygeplejen",
        "akutsygepleje inden nytår",
        "sundhedsaftalen 2024-2027",
        "hvad betyder kommunikationsaftalen fra 2016",
    ],
)
def test_a_question_of_today_is_told_nothing(
    asked: Callable[..., Any], question: str
) -> None:
    assert asked(question)["remarks"] == []


def test_the_page_leads_to_the_day(shipped_app: Flask, stopped_clock: object) -> None:
    page = shipped_app.test_client().get(f"/soeg?q={ASKED}&pr=2026-11-26").text

    assert SAID in page
    assert "pr=2027-01-01" in page.partition(SAID)[2].partition("</p>")[0]


def test_who_asks_on_the_very_day_is_told_nothing() -> None:
    day = date(2027, 1, 1)
    assert remarks_on(Bounds(since=day), day) == []
    assert remarks_on(Bounds(since=day), date(2027, 2, 1)) == []
    assert remarks_on(Bounds(since=day), date(2026, 12, 31))[0].pr == day


def test_who_finds_a_fault_is_told_whom_to_tell_and_given_no_row(
    asked: Callable[..., Any],
) -> None:
    answer = asked("der står noget forkert om udskrivning, hvem kontakter jeg")

    assert answer["abstained"]
    assert [remark["text"] for remark in answer["remarks"]] == [FAULT]


def test_a_fault_in_care_is_none_in_the_catalogue(asked: Callable[..., Any]) -> None:
    answer = asked("der er sket en fejl på afdelingen, hvem skal have besked")
    assert FAULT not in [remark["text"] for remark in answer["remarks"]]


def test_a_word_that_no_row_has_is_named_above_what_answers_the_rest(
    asked: Callable[..., Any],
) -> None:
    lacking = asked("hvem kører til genoptræning, borgeren er førtidspensionist")
    whole = asked("hvem kører borgeren til genoptræning")

    said = "Ingen række dækker «førtidspensionist». Svaret er om resten af spørgsmålet."
    assert said in [remark["text"] for remark in lacking["remarks"]]
    assert whole["remarks"] == []


def test_who_asks_back_about_a_month_is_told_the_way_to_it(
    asked: Callable[..., Any],
) -> None:
    question = "hvem var med i 72-timers-ordningen i feb 22"

    assert asked(question)["remarks"] == [
        {
            "text": "Du spørger om februar 2022. Svaret her gælder 26. november 2026.",
            "as_of": "2022-02-28",
        }
    ]
    assert asked(question, as_of="2022-02-28")["remarks"] == []


def test_a_month_that_only_names_an_edition_is_not_asked_back_about(
    asked: Callable[..., Any],
) -> None:
    assert asked("hvad siger version 2.0 fra december 2022")["remarks"] == []
