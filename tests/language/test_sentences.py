"""Where a sentence ends."""

import pytest

from registry.language.sentences import sentences


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Borgere i forløb; se aftalen. Psykiatrien",
            ["Borgere i forløb; se aftalen", "Psykiatrien"],
        ),
        ("3.959 kr. i 2019. Derefter", ["3.959 kr. i 2019", "Derefter"]),
        ("Omkring 70 pct. af pladserne. Se", ["Omkring 70 pct. af pladserne", "Se"]),
        ("Den 1. januar. Se § 13 a. Og loven", None),
        ("", []),
    ],
)
def test_a_full_stop_before_a_small_letter_ends_none(
    text: str, told: list[str] | None
) -> None:
    expected = ["Den 1. januar", "Se § 13 a", "Og loven"] if told is None else told
    assert sentences(text) == expected
