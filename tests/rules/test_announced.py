"""What a row says is announced stands beside what it says holds, in its own words."""

import pytest

from registry.rules.announced import announced_in, without_announced

LATER = "En ordning på 96 timer er meldt ud; fra hvilken dag, er ikke bekræftet"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"Borgeren er udskrevet. {LATER}", LATER),
        (f"{LATER}. Se loven", f"{LATER}."),
        (
            "Efter det udmeldte skal voksne med. Dagen er ikke bekræftet. Se loven",
            "Efter det udmeldte skal voksne med. Dagen er ikke bekræftet.",
        ),
        ("Det er meldt ud for hele landet. Dagen er den 1. maj", None),
        ("Borgeren er udskrevet. Dagen er ikke bekræftet", ""),
        ("Borgeren meldes udskrevet", ""),
        ("", ""),
    ],
)
def test_the_sentence_is_told_with_what_is_not_sure_of_it(
    text: str, told: str | None
) -> None:
    expected = "Det er meldt ud for hele landet." if told is None else told
    assert announced_in([text]) == expected


def test_the_first_text_that_tells_of_it_is_enough() -> None:
    assert announced_in(["Borgeren er udskrevet", LATER, "Meldt ud"]) == LATER


def test_what_holds_is_told_without_it() -> None:
    assert without_announced(["Psykiatrien", LATER]) == ["Psykiatrien"]
