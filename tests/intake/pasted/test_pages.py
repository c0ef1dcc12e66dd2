"""What the page and not the text put there: numbers, running heads, contents."""

import re

import pytest

from registry.intake.pasted.reader import read
from registry.intake.read_text import Concern
from tests.intake.pasted.samples import markdown, remarks


@pytest.mark.parametrize(
    "form", ["Side {} af 3", "side {}", "{} / 3", "- {} -", "– {} –", "{}"]
)
def test_page_numbers_are_left_out_and_said(form: str) -> None:
    text = "\n".join(
        f"Kommunen betaler for plejen på det {page}. trin.\n\n"
        f"Regionen betaler for medicinen på trinnet.\n\nBegge orienterer egen læge.\n\n"
        f"{form.format(page)}\n"
        for page in (1, 2, 3)
    )

    reading = read(text)

    assert len(reading.blocks) == 9
    (said,) = remarks(reading, Concern.LEFT_OUT)
    assert said == f"Sidetal er udeladt: «{form.format(1)}», «{form.format(3)}»."


def test_numbers_in_a_column_are_no_page_numbers() -> None:
    text = (
        "Antal pladser i de tre kommuner fordeler sig sådan:\n3\n4\n5\nI alt tolv "
        "pladser."
    )

    assert re.findall(r"\d", markdown(text)) == ["3", "4", "5"]
    assert read(text).remarks == ()


def test_a_line_repeated_within_the_text_is_kept() -> None:
    text = "Kommunen skal:\n• ringe\n• ringe\n\nRegionen skal:\n• ringe\n"

    assert markdown(text).count("ringe") == 3


def test_a_line_that_stands_often_in_the_text_is_no_running_head() -> None:
    pages = [
        f"Ansvar nr. {n}\nKommunen betaler.\nRegionen betaler.\nAlle ved det.\n"
        for n in range(9)
    ]
    text = "\f".join(f"{page}{page}" for page in pages)

    assert read(text).title == "Ansvar nr. 0"
    assert markdown(text).count("Ansvar nr.") == 17


def test_heads_with_the_page_number_in_them_are_left_out() -> None:
    text = "\f".join(
        f"Aftale om hjælpemidler      Side {page} af 2\nDette er sætning nummer "
        f"{page}.\n"
        for page in (1, 2)
    )

    assert markdown(text) == "Dette er sætning nummer 1.\n\nDette er sætning nummer 2."
    assert remarks(read(text), Concern.LEFT_OUT) == [
        "Sidetal er udeladt: «Aftale om hjælpemidler Side 1 af 2», «Aftale om "
        "hjælpemidler Side 2 af 2»."
    ]


def test_a_running_head_that_is_the_title_is_still_the_title() -> None:
    text = "\f".join(
        f"Samarbejdsaftale om hjælpemidler\nDette er sætning nummer {page}.\n"
        for page in (1, 2, 3)
    )

    assert read(text).title == "Samarbejdsaftale om hjælpemidler"
    assert "Samarbejdsaftale" not in markdown(text)


def test_a_text_of_nothing_but_a_page_number_is_kept() -> None:
    assert markdown("Side 3") == "Side 3"
