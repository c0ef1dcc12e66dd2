"""What the lines of a text are taken for: each kind with its siblings.

Also covers registry/markup/nodes.py.
"""

import pytest

from registry.documents.blocks import Heading
from registry.documents.richtext import blocks_of
from registry.markup.markdown_html import sections, to_html
from registry.markup.remarks import remarks
from registry.markup.visible_words import is_whole, text_of
from tests.markup.pace import most, spent


@pytest.mark.parametrize(
    "line",
    [
        "15. marts 2027 overtager regionen betalingen.",
        "1. januar træder aftalen i kraft.",
        "24. time efter indlæggelsen ringer afdelingen.",
        "112. opkald går til vagtcentralen.",
        "2027. Det år begynder ordningen.",
        "1.200 kr. pr. døgn",
        "* Gælder kun hverdage",
        "+ 45 38 66 50 00",
        "-5 °C",
        "- 5 °C",
        "> 38 °C i to døgn",
        "<= 3 dage",
        "#3 på listen",
        "[x]: y",
        "[1]: https://eksempel.dk Se bilaget",
        "    indrykket tekst",
        "== Afsnit ==",
        "<navn> og <dato>",
        "<!-- ikke skjult -->",
        "2*3*4 og fil_navn_1",
        "_intern_kode_ og _a_b",
        "`kode`",
        "~~streget~~",
        "[TOC]",
        "![billede](https://a.dk/b.png)",
        "Se [bilag (2)](afsnit 4) og [x][y]",
    ],
)
def test_a_line_of_text_is_shown_to_the_letter(line: str) -> None:
    html = to_html(line)
    shown = text_of(html)
    assert shown == " ".join(line.split()) or "href=" in html
    assert is_whole(line, html)
    assert "<li" not in html and "<h" not in html and "<pre" not in html


@pytest.mark.parametrize(
    "line", ["___", "__________", "_ _ _ _", "Dato: ____ Navn: ____"]
)
def test_a_line_to_fill_in_is_shown(line: str) -> None:
    assert text_of(to_html(f"Dato\n\n{line}\n\nNavn")) == f"Dato {line} Navn"


@pytest.mark.parametrize(
    "text",
    [
        "*) Gælder voksne og børn* med behov",
        "Ydelsen *) og hjælpen* betales",
        "**) Se bilag 2. Taksten** følger",
        "_) Kun ved behov_ for hjælp",
        "*Bemærk*) gælder kun børn",
    ],
)
def test_the_sign_of_a_note_begins_and_ends_no_mark(text: str) -> None:
    assert text_of(to_html(text)) == text


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1. Et\n2. To", [1, 2]),
        ("3. Tre\n5. Fem", [3, 5]),
        ("7. Syv\n8. Otte\n\nMellem\n\n9. Ni\n10. Ti", [7, 8, 9, 10]),
        ("1. Et\n\n   Mere om et\n\n2. To", [1, 2]),
        ("1. Et\n2. To\n\n1. Forfra\n2. Igen", [1, 2, 1, 2]),
    ],
)
def test_a_numbered_list_shows_the_numbers_typed(text: str, numbers: list[int]) -> None:
    html = to_html(text)
    assert [f'<li value="{n}">' in html for n in numbers] == [True] * len(numbers)
    assert html.count("<li") == len(numbers)


@pytest.mark.parametrize(
    "text",
    [
        "Region Hovedstaden\nKongens Vænge 2\n3400 Hillerød",
        "a) ja\nb) nej",
        "1) først\n2) så",
        "Tlf. 1\nTlf. 2",
        "i. den ene\nii. den anden",
    ],
)
def test_a_line_break_is_a_line_break(text: str) -> None:
    assert to_html(text).count("<br>") == text.count("\n")


def test_the_next_outer_item_is_no_part_of_the_inner_list() -> None:
    for indent in (2, 3, 4, 6):
        html = to_html(f"- ydre\n{' ' * indent}- indre\n- næste").replace("\n", "")
        assert html == (
            "<ul><li>ydre<ul><li>indre</li></ul></li><li>næste</li></ul>"
        ), indent


@pytest.mark.parametrize(
    "text",
    [
        "- a\n- b\n\n* c\n* d",
        "1. A\n2. B\n\n1. C\n2. D",
        "- a\n- b\n\n1. C\n2. D",
        "- a\n- b\n\nTekst\n\n- c\n- d",
    ],
)
def test_two_lists_stay_two(text: str) -> None:
    html = to_html(text)
    assert html.count("<ul>") + html.count("<ol>") == 2


@pytest.mark.parametrize(
    "table",
    [
        "| Hvem | Frist | Kr. |\n|:--|--:|\n| A | 5 dage | 300 |",
        "| Hvem | Frist |\n|:-:|-|-|\n| A | 5 dage |",
        "| ---: |",
        "|:-:|",
        "> | a | b |\n> |:--|\n> | 1 | 2 |",
    ],
)
def test_a_table_that_is_none_leaves_the_rest_as_it_is(table: str) -> None:
    text = f"## Ansvar\n\n**Kommunen** varsler.\n\n{table}\n\n- Regionen\n- Lægen"
    html = to_html(text)

    assert is_whole(text, html) and is_whole(table, to_html(table))
    assert "<strong>Kommunen</strong>" in html and html.count("<li>") == 2
    assert [section.title for section in sections(text)] == ["Ansvar"]
    assert isinstance(blocks_of(text, level=2, anchor="a")[0], Heading)
    assert any("tabel" in remark.text for remark in remarks(text))


def test_a_table_in_a_quote_and_in_an_item_leave_the_rest_as_it_is() -> None:
    for table in (
        "> | a | b |\n> |:--|--:|\n> | 1 | 2 |",
        "- a | b\n  :--|--:\n  1 | 2",
    ):
        html = to_html(f"## Ansvar\n\n{table}")
        assert "<h3" in html and "<table" in html


def test_a_bar_alone_is_a_bar() -> None:
    assert text_of(to_html("|\n|")) == "| |"


@pytest.mark.parametrize(
    ("address", "is_link"),
    [
        ("https://a.dk/b_(c)", True),
        ("https://a.dk/b(c", False),
        ('https://a.dk "titel', False),
        ("mailto:a@b.dk", True),
        ("javascript:alert(1)", False),
        ("#afsnit", True),
    ],
)
def test_an_address_swallows_nothing(address: str, is_link: bool) -> None:
    text = f"Se [her]({address}) og så [der](https://b.dk) til sidst"
    html = to_html(text)
    assert (html.count("<a ") == 2) is is_link
    assert is_whole(text, html) and "til sidst" in html


@pytest.mark.parametrize(
    "hostile",
    [
        "[" * 8000,
        "[a](" * 8000,
        "\n".join("  " * depth + "- trin" for depth in range(700)),
        "\n".join("    " * depth + f"{depth + 1}. Trin" for depth in range(300)),
        ">" * 5000 + " dybt",
        "*_" * 8000,
        "<sup>" * 8000,
        "|" * 20000 + "\n" + "|-" * 10000 + "\n" + "|\n" * 5000,
        "`" * 20000,
        "\\" * 20000,
    ],
)
def test_no_text_takes_long_or_fails(hostile: str) -> None:
    assert spent(to_html, hostile) < most()
    assert is_whole(hostile, to_html(hostile))
