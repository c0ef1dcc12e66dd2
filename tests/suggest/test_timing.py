"""Where a sentence says by when."""

import pytest

from registry.suggest.timing import times
from registry.suggest.words import words_of
from tests.suggest.told import told


def found(text: str) -> list[str]:
    words = words_of(text)
    return [
        text[words[start].start : words[end - 1].end]
        for start, end in times(words, 0, len(words))
    ]


@pytest.mark.parametrize(
    "time",
    [
        "senest 5 hverdage efter modtagelsen af henvisningen",
        "inden for 24 timer",
        "inden udskrivningen",
        "senest kl. 12 dagen før mødet",
        "senest den 1. marts",
        "samme dag",
        "straks",
        "snarest muligt",
        "uden ugrundet ophold",
        "umiddelbart efter samtalen",
        "mindst hver tredje måned",
        "to gange om ugen",
        "én gang årligt",
        "i løbet af tre dage",
        "senest 2-3 dage før mødet",
        "forud for mødet",
    ],
)
def test_each_way_to_say_when(time: str) -> None:
    assert found(f"kommunen ringer {time}.") == [time]


@pytest.mark.parametrize(
    "text",
    [
        "har varet i mere end to uger",
        "lånes i 3 måneder",
        "medicin til tre døgn efter udskrivelsen",
        "betaler for hvert døgn",
        "under 18 år",
    ],
)
def test_how_long_and_how_much_is_no_time_limit(text: str) -> None:
    assert found(text) == []


def test_a_time_is_counted_from_the_clause_after_it() -> None:
    text = "Kommunen svarer senest 3 dage efter, at varslet er sendt."

    assert told(text, "task", "deadline") == [
        ("svare", "senest 3 dage efter, at varslet er sendt")
    ]


def test_as_soon_as_is_a_time() -> None:
    text = "Hospitalet ringer, så snart svaret er kendt."

    assert told(text, "deadline") == ["så snart svaret er kendt"]


def test_the_time_before_the_verb_is_that_of_every_verb() -> None:
    text = "Senest dagen efter ringer kommunen og sender en plan."

    assert told(text, "deadline") == ["Senest dagen efter"] * 2


def test_the_time_of_what_is_to_be_secured_is_the_rows() -> None:
    text = "Kommunen sikrer, at maden kommer inden for 2 timer."

    assert told(text, "deadline") == ["inden for 2 timer"]
