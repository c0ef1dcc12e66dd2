"""Lists as Word, its page on the web, LibreOffice, Google and web pages copy them."""

import pytest

from registry.intake.copied import read
from registry.markup.markdown_html import to_html
from tests.intake.copied.clipboards import (
    EXCEL,
    GOOGLE_LISTS,
    LIBREOFFICE_LISTS,
    LIBREOFFICE_OLD,
    LIBREOFFICE_STYLES,
    WEB_LISTS,
    WINGDINGS,
    WORD_ONLINE,
    word_list,
)

LETTERS = "Bogstaver og sammensatte numre foran punkter står som tekst."
THREE_LEVELS = word_list(
    *((1, "·", "Et"), (2, "o", "To"), (3, "•", "Tre")),
    *((2, "o", "To igen"), (1, "·", "Fire")),
)
NESTED = "- Et\n    - To\n        - Tre\n    - To igen\n- Fire"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (THREE_LEVELS, NESTED),
        (WORD_ONLINE, "## Formål\n\n- Et\n    - To\n    - To igen\n- Tre"),
        (LIBREOFFICE_LISTS, "- Et\n    - To\n        1. Tre\n        2. Fire\n- Fem"),
        (LIBREOFFICE_OLD, "- Et\n    - To\n- Tre"),
        (LIBREOFFICE_STYLES, "- Et\n- To\n\n1. A\n2. B"),
        (WEB_LISTS, NESTED.replace("Et", "[Et](https://a.dk/x)")),
        (word_list((2, "o", "Dybt"), (1, "·", "Ude")), "- Dybt\n- Ude"),
        (
            word_list((1, "·", "Et"), (2, "1.", "To"), (2, "2.", "Tre")),
            "- Et\n    1. To\n    2. Tre",
        ),
    ],
    ids=[
        *("word", "word-on-the-web", "libreoffice", "libreoffice-before-7"),
        *("libreoffice-by-styles", "a-web-page", "begins-further-in", "two-kinds"),
    ],
)
def test_a_list_within_a_list_stays_one_and_close_together(
    html: str, text: str
) -> None:
    copied = read(html)

    assert (copied.text, copied.remarks) == (text, ())
    assert "<p>" not in to_html(copied.text)


@pytest.mark.parametrize("mark", ["§", "Ø", "ü", "n"])
def test_a_mark_in_a_font_of_signs_is_no_letter(mark: str) -> None:
    copied = read(word_list((1, mark, "Et"), (1, mark, "To"), font=WINGDINGS))

    assert (copied.text, copied.remarks) == ("- Et\n- To", ())


def test_a_paragraph_sign_that_is_no_dot_stays() -> None:
    assert read(word_list((1, "§ 1", "Formål"))).text == "- § 1 Formål"


@pytest.mark.parametrize(
    ("tag", "mark", "text"),
    [
        ("h1", "1", "## 1 Formål"),
        ("h1", "1.", "## 1. Formål"),
        ("h2", "1.1", "## 1.1 Formål"),
        ("h3", "§ 2", "## § 2 Formål"),
        ("h1", "A.", "## A. Formål"),
    ],
)
def test_a_heading_that_is_numbered_stays_a_heading_with_its_number(
    tag: str, mark: str, text: str
) -> None:
    assert read(word_list((1, mark, "Formål"), tag=tag)).text == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (GOOGLE_LISTS, "## Formål\n\n1. A\n    - a) under\n2. **B**"),
        (word_list((1, "a)", "Et"), (1, "b)", "To")), "- a) Et\n- b) To"),
        (word_list((1, "1.", "Et"), (2, "1.1.", "To")), "1. Et\n    - 1.1. To"),
    ],
)
def test_letters_and_numbers_of_numbers_stay_as_words(html: str, text: str) -> None:
    assert (read(html).text, read(html).remarks) == (text, (LETTERS,))


@pytest.mark.parametrize(
    ("html", "told"),
    [
        (EXCEL, "Skjult tekst er ikke kommet med: «gammelt», «x»."),
        (
            "<p>a <span style='display:none;mso-hide:all'>gammelt</span></p>",
            "Skjult tekst er ikke kommet med: «gammelt».",
        ),
        ("<p>a</p><p style='mso-hide:all'>gammelt</p>", "kommet med: «gammelt»."),
        (
            "<p>a</p><div style='display: none'><p>gammelt</p></div>",
            "kommet med: «gammelt».",
        ),
    ],
)
def test_what_nobody_saw_is_not_pasted_and_is_told(html: str, told: str) -> None:
    copied = read(html)

    assert "gammelt" not in copied.text
    assert told in copied.remarks[0]


def test_a_sheet_is_a_table() -> None:
    assert read(EXCEL).text == (
        "| Opgave | Opgave | Hvem |\n| --- | --- | --- |\n"
        "| Varsle | inden<br>24 timer | 1,5 |\n| Varsle | b | c |"
    )


@pytest.mark.parametrize(
    ("html", "lists"),
    [
        (word_list((1, "·", "Et"), (2, "1.", "To"), (1, "·", "Tre")), 2),
        (word_list((1, "1.", "Et"), (2, "1.", "To"), (1, "2.", "Tre")), 2),
        (word_list((1, "·", "Et"), (2, "3.", "To"), (2, "4.", "Tre")), 2),
        ("<ol><li>a<ul><li>b</ul><li>c</ol>", 2),
    ],
)
def test_a_list_of_one_number_is_still_a_list_within_its_item(
    html: str, lists: int
) -> None:
    shown = to_html(read(html).text)

    assert shown.count("<ul>") + shown.count("<ol>") == lists
