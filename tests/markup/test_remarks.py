"""What the writer is told, by line; of a plain text nothing.

Also covers registry/gates/texts.py, whose cases stand among those of the gates.
"""

import pytest

from registry.markup.remarks import MOST_CHARACTERS, MOST_LINES, remarks, too_large


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
