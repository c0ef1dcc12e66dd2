"""The day that a question asks about, seen from 26 November 2026."""

from datetime import date

import pytest

from registry.language.asked_days import asked_day, past_day, without_days
from registry.language.danish import tokenize

SEEN_FROM = date(2026, 11, 26)


@pytest.mark.parametrize(
    "text",
    [
        "hvem har opgaven efter nytår",
        "fra nytår 27",
        "nytår '27",
        "hvordan er det næste år",
        "næste års hold",
        "bliver det os til januar",
        "fra jan.",
        "pr. 1/1",
        "pr 1.1.",
        "fra den 1. januar",
        "efter årsskiftet",
        "ved årsskifte",
        "i 2027",
        "akutsygepleje 2027",
        "pr. 1/1 2027",
        "efter 1/1-2027",
        "1. januar 2027",
        "hen over nytår",
        "det nye år",
    ],
)
def test_the_turn_of_the_year_is_read_in_any_dress(text: str) -> None:
    assert asked_day(text, SEEN_FROM) == date(2027, 1, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("pr. 31/12", date(2026, 12, 31)),
        ("fra 1. december", date(2026, 12, 1)),
        ("til juni", date(2027, 6, 1)),
        ("fra den 1. april 2028", date(2028, 4, 1)),
        ("først 1/3-2027, så efter nytår", date(2027, 3, 1)),
        ("kommunikationsaftalen fra 2016", date(2016, 1, 1)),
    ],
)
def test_a_day_without_a_year_is_the_next_one(text: str, day: date) -> None:
    assert asked_day(text, SEEN_FROM) == day


@pytest.mark.parametrize(
    "text",
    [
        "inden nytår",
        "før årsskiftet",
        "sundhedsaftalen 2024-2027",
        "vagt 24/7",
        "fra 24/7",
        "til 1-2 timer",
        "fra 1/3 af prisen",
        "efter 3. gang",
        "efter 30/2",
        "til mig",
        "inden sommeren",
        "indlagt i marts",
    ],
)
def test_what_names_no_day_asks_about_none(text: str) -> None:
    assert asked_day(text, SEEN_FROM) is None


def test_words_that_only_tell_when_are_no_subject() -> None:
    asked = "hvem har pladsen efter nytår 2027, og hvem har den næste år"
    assert [token.exact for token in without_days(tokenize(asked))] == (
        "hvem har pladsen og hvem har den".split()
    )


def test_a_question_of_nothing_else_keeps_its_words() -> None:
    assert len(without_days(tokenize("efter nytår"))) == 2


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("da det startede i feb 22 på herlev", date(2022, 2, 28)),
        ("hvem betalte i marts 2021", date(2021, 3, 31)),
        ("hvad gjaldt i maj 2019 og i juni 2020", date(2020, 6, 30)),
        ("hvem havde ansvaret i feb. 2024", date(2024, 2, 29)),
        ("hvem havde den siden maj '19?", date(2019, 5, 31)),
        ("han blev indlagt i juni 21, hvem betalte", date(2021, 6, 30)),
        ("blev det fra 1. marts 24", date(2024, 3, 31)),
        ("blev 3 gange indlagt marts 2021", date(2021, 3, 31)),
    ],
)
def test_the_month_that_one_asks_back_about_is_its_last_day(
    text: str, day: date
) -> None:
    assert past_day(text, SEEN_FROM) == day


@pytest.mark.parametrize(
    "text",
    ["version 2.0 fra december 2022", "hvem havde den i 2012", "var det til marts 27"],
)
def test_an_edition_a_year_and_a_month_to_come_are_not_asked_back_about(
    text: str,
) -> None:
    assert past_day(text, SEEN_FROM) is None


@pytest.mark.parametrize(
    "text",
    [
        "jan 22 år blev indlagt, hvem betaler transport",
        "maj 12 år var på BUC",
        "maj 12-årig var på BUC",
        "jan, 22, blev indlagt",
        "jan 22 blev indlagt",
        "blev indlagt i marts 10 dage",
        "var han hjemme siden maj 12 timer om dagen",
        "fik han den 1. maj 20 mg",
        "fik han i april 12 tabletter",
        "fik han i maj 2000 kr.",
        "blev han syg i maj 20 km fra hospitalet",
    ],
)
def test_a_name_an_age_a_length_and_a_dose_are_no_month_to_ask_back_about(
    text: str,
) -> None:
    assert past_day(text, SEEN_FROM) is None
