"""What the writer is told, by line; of a plain text nothing.

Also covers registry/markup/line_looks.py, registry/markup/unshown.py, and
registry/gates/texts.py, whose cases stand among those of the gates.
"""

import pytest

from registry.markup.links import links_of
from registry.markup.markdown_html import to_html
from registry.markup.remarks import (
    MOST_CHARACTERS,
    MOST_LINES,
    MOST_MARKS,
    remarks,
    too_large,
)
from tests.markup.pace import ORDINARY


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Tekst\n\n- 5 °C\n- 10 °C", 3),
        ("## Økonomi\n\n# 5 i køen", 3),
        ("Først\n##Økonomi", 2),
        ("- punkt\nlinje uden indrykning", 2),
        ("Kommunen:\n    plejen", 2),
        ("Se [her](https://a.dk b)", 1),
        ("En <b>fed</b> tekst", 1),
        ("\n".join("  " * at + "- trin" for at in range(12)), 9),
    ],
)
def test_what_may_be_meant_otherwise_is_told_by_its_line(text: str, line: int) -> None:
    (first, *_) = remarks(text)
    assert first.line == line
    assert first.text.startswith(f"Linje {line}: «")


@pytest.mark.parametrize(
    "text",
    [
        "# 0,5 time pr. besøg",
        "# 38 °C i to døgn",
        "# 7–9 i skoletiden",
        "# (fx hjemme)",
        "> en uge",
        "> to hverdage",
        ">½ døgn",
        "> −5 °C",
    ],
)
def test_a_sign_before_an_amount_is_told_where_it_is_read_as_markup(text: str) -> None:
    (told,) = remarks(text)
    assert "er læst som" in told.text and f"«\\{text}»" in told.text
    assert remarks(f"\\{text}") == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (r"Se \\server\drev", 1),
        ("Tekst\n\n## Bilag på \\\\server\\drev", 3),
        ("- Bilag\n- Drevet \\\\server", 2),
        ("| Bilag | Sted |\n|---|---|\n| 1 | \\\\server |", 3),
    ],
)
def test_of_two_strokes_that_are_shown_as_one_the_writer_is_told(
    text: str, line: int
) -> None:
    (told,) = remarks(text)
    assert told.line == line and "skråstreger" in told.text
    assert remarks(text.replace("\\\\", "\\" * 4)) == []


@pytest.mark.parametrize(
    "text",
    [
        r"Ligger på G:\_Fælles\Psyk",
        r"Ligger på C:\.git",
        r"Mappen P:\(arkiv)\1",
        r"Region\-kommune",
        r"- Bilag\!",
        r"## Bilag H:\#1",
        r"Beløbet er \=5",
        r"Se a\~b",
    ],
)
def test_of_a_stroke_that_is_not_shown_the_writer_is_told(text: str) -> None:
    (told,) = remarks(text)
    assert "ikke bliver vist" in told.text
    assert remarks(text.replace("\\", "\\" * 4)) == [] or "\\\\" in text


@pytest.mark.parametrize(
    "text",
    [
        r"Børn\* og voksne, *læs* det",
        r"Skriv \*uden fed\* og \_uden kursiv\_",
        r"Ikke et link: \[a](https://a.dk)",
        r"Ikke en adresse: \<https://a.dk> men \&amp;",
        r"1\. maj er fristen",
        r"\- 5 grader",
        "| a | b |\n|---|---|\n| 1 \\| 2 | 3 |",
        r"C:\mappe\ny og drev\1",
    ],
)
def test_of_a_stroke_that_keeps_a_sign_nothing_is_told(text: str) -> None:
    assert remarks(text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("*Kun børn. Regionen* betaler.", 1),
        ("Ydes af kommunen*.\n*Kun voksne, hvis regionen* har visiteret.", 2),
        ("Børn* og unge\n*under 12 år\nVoksne* og ældre", 2),
        ("Betales *af regionen\nog kommunen* fra 2027.", 1),
        ("Dato: __12.3.2026__ Sted: Hillerød", 1),
        ("Navn: ___Hansen___", 1),
        ("- Filen hedder __init__", 1),
        ("| Navn | Dato |\n|---|---|\n| __Hansen__ | 1. maj |", 3),
    ],
)
def test_of_signs_of_a_note_or_a_form_that_set_words_off_the_writer_is_told(
    text: str, line: int
) -> None:
    (told, *_) = remarks(text)
    assert told.line == line and "fed eller kursiv" in told.text


@pytest.mark.parametrize(
    "text",
    [
        "*Bemærk:* kommunen betaler.",
        "*Bemærk* at kommunen betaler.",
        "**Kommunen og regionen** aftaler det.",
        "**OBS! Haster.** Ring først.",
        "*1. maj* er fristen, og _nu_ gælder den.",
        "Børn* og unge**.\n\n*under 12 år",
        "*Hele sætningen er kursiv.*",
        "Underskrift ____________ dato ____",
    ],
)
def test_of_words_that_are_set_off_on_purpose_nothing_is_told(text: str) -> None:
    assert remarks(text) == []


def test_of_a_picture_the_writer_is_told() -> None:
    (told,) = remarks("Se ![forløbet](https://a.dk/b.png)")
    assert "Billeder kan ikke vises" in told.text


@pytest.mark.parametrize("code", ["&amp;", "&lt;", "&gt;", "&quot;", "&nbsp;"])
def test_of_a_sign_that_is_shown_for_its_code_the_writer_is_told(code: str) -> None:
    for text in (f"A {code} B", f"- A {code} B", f"## Bilag {code} A", f"| {code} |"):
        (told,) = remarks(text)
        assert "som kode" in told.text
        assert remarks(text.replace(code, f"\\{code}")) == []


@pytest.mark.parametrize(
    "text",
    [
        "15. marts 2027 overtager regionen betalingen.",
        "## Formål\n\nTekst.\n\n- et\n- to\n    - under to\n\n1. Først\n2. Så",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "Se [loven](https://a.dk/b_(c)) og *læs* **godt**.",
        "- 24 timers varsel\n- 3 dage",
        "## 1.2 Formål\n\n## 3. Økonomi\n\n## § 13 a Varsling\n\n## 4 – Bilag",
        "> Regionen betaler\n> den første uge.",
        "> »Kommunen varsler.«",
        "A&B, R&D; og &copy;",
    ],
)
def test_of_a_plain_text_nothing_is_told(text: str) -> None:
    assert remarks(text) == []


def test_what_is_lost_in_its_place_is_an_error() -> None:
    deep = "\n".join("  " * at + "- trin" for at in range(12))
    assert any(remark.lost for remark in remarks(deep))


def test_a_text_too_large_is_refused_before_it_is_read() -> None:
    assert "300.000" in too_large("a" * (MOST_CHARACTERS + 1))
    assert "linjer" in too_large("\n" * (MOST_LINES + 1))
    assert too_large("Tekst") == ""


@pytest.mark.parametrize(
    "text",
    [
        "*_" * MOST_MARKS,
        "* " * (MOST_MARKS + 1),
        "\\" * (MOST_MARKS + 1),
        "[x](/a) " * (MOST_MARKS + 1),
        "- **x** [y](/z) *a*\n" * 9999,
        "|a" * 39 + "|\n" + "|-" * 39 + "|\n" + ("|b" * 39 + "|\n") * 1000,
        # Short rows are filled up to the breadth of the head.
        "|a" * 39 + "|\n" + "|-" * 39 + "|\n" + "|b|\n" * 1000,
    ],
)
def test_a_text_of_too_many_marks_and_cells_is_refused_before_it_is_read(
    text: str,
) -> None:
    assert "20.000" in too_large(text)


@pytest.mark.parametrize(
    "text",
    [
        ORDINARY * (MOST_LINES // ORDINARY.count("\n") - 1),
        "*" * MOST_MARKS,
        "|a|b|\n|-|-|\n" + "|c|d|\n" * 3000 + "\n" + "Et | andet\n" * 3000,
    ],
)
def test_a_text_of_as_many_marks_as_people_write_is_read(text: str) -> None:
    assert too_large(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "[Kommunen [Gentofte]](https://a.dk)",
        "[[1]](https://a.dk)",
        r"[a\]b](https://a.dk)",
        "[Ansvar<sup>1)</sup>](mailto:a@b.dk)",
        "[Bilag [a] og [b]](https://a.dk/x_(y))",
    ],
)
def test_a_link_that_is_read_is_not_told(text: str) -> None:
    assert links_of(text)
    assert remarks(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "[a [b [c]]](https://a.dk)",
        '[x [y]](https://a.dk "t")',
        "![logo [x]](https://a.dk)",
        "[Kommunen [Gentofte]](https://a.dk) og [x](https://a b)",
    ],
)
def test_a_link_with_brackets_that_is_read_otherwise_is_told(text: str) -> None:
    (told,) = remarks(text)
    assert "link" in told.text


@pytest.mark.parametrize(
    "text", ["Se punkt [4](#5)", "- Gælder [ikke](#2)", "[a](#1b)"]
)
def test_a_reference_that_is_read_as_a_link_is_told(text: str) -> None:
    (told,) = remarks(text)
    assert "tallet i parentes" in told.text
    assert remarks(text.replace("[", "\\[")) == []


@pytest.mark.parametrize("label", [" ", "   ", "<br>", " <br> "])
def test_a_link_over_a_blank_is_shown_and_told(label: str) -> None:
    text = f"## Ansvar\n\n[{label}](https://a.dk)\n\n- Et\n- To"
    (told,) = remarks(text)

    assert told.line == 3 and "link" in told.text
    assert not links_of(text)
    assert "https://a.dk" in to_html(text) and to_html(text).count("<li>") == 2


@pytest.mark.parametrize("text", ["dosis 2 *3 og 4* 5", "8 *2* 3", "1 **2** 3"])
def test_stars_amid_figures_are_told(text: str) -> None:
    (told,) = remarks(text)
    assert "fed eller kursiv" in told.text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kommunen ~~leverer kosten~~ ringer.", "En streg over ord kan ikke vises"),
        ("- ~~Kommunen leverer kosten.~~", "En streg over ord kan ikke vises"),
        ("<del>Kommunen leverer kosten.</del>", "koder mellem < og >"),
        ("<s>Kommunen</s> Hospitalet ringer.", "koder mellem < og >"),
        ("Kommunen ringer. <!-- Ikke aftalt -->", "en note mellem <!-- og -->"),
    ],
)
def test_words_that_are_struck_out_or_hidden_are_told(text: str, said: str) -> None:
    """Readers see them as any other words, and may take them for what holds."""
    (told,) = remarks(text)
    assert said in told.text


@pytest.mark.parametrize("text", ["5 ~ 6 ~~ 7", "~~", "ca. ~5 og ~~", "a < b -- c"])
def test_other_signs_like_a_stroke_are_not_told(text: str) -> None:
    assert remarks(text) == []
