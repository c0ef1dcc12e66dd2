"""What each paragraph is: title, heading, item of a list, or text.

Also covers registry/intake/docx/outline.py.
"""

from registry.intake.read_text import Concern
from tests.intake.docx_files import bold, item, outline, p, read, remarks, shown

# Lists


def test_lists_are_nested_and_numbered() -> None:
    reading = read(
        p("Det gælder:"),
        item("punkt", 1),
        item("under punkt", 2, level=1),
        item("andet punkt", 1),
        p("Derefter:"),
        item("første", 2),
        item("anden", 2),
        item("begynder forfra", 3),
    )
    assert outline(reading.blocks) == [
        "Det gælder:",
        {"-": [["punkt", {"1.": [["under punkt"]]}], ["andet punkt"]]},
        "Derefter:",
        {"1.": [["første"], ["anden"]]},
        {"1.": [["begynder forfra"]]},
    ]
    assert reading.remarks == ()


def test_an_item_is_at_most_one_level_further_in() -> None:
    assert shown(item("dybt", 1, level=3), item("øverst", 1)) == [
        {"-": [["dybt"], ["øverst"]]}
    ]


def test_letters_stay_and_a_list_that_goes_on_counts_on() -> None:
    reading = read(item("en", 4), p("Tekst."), item("to", 4), item("c", 2))
    assert outline(reading.blocks) == [
        *("a. en", "Tekst.", "b. to"),
        {"1.": [["c"]]},
    ]
    assert remarks(reading, Concern.CHANGED) == [
        "2 automatiske numre står som tekst, så der kan henvises til dem: «a. en», "
        "«b. to»."
    ]


# Headings


def test_bold_lines_that_act_as_headings_become_headings() -> None:
    reading = read(
        p("Aftale", style="Overskrift1"),
        bold("3. Økonomi"),
        bold("3.2 Betaling for ophold"),
        p("Kommunen betaler."),
        p("Kørsel", style="Fedt"),
        p("Regionen kører."),
    )
    assert reading.title == "Aftale"
    assert outline(reading.blocks) == [
        (2, "3. Økonomi"),
        (3, "3.2 Betaling for ophold"),
        "Kommunen betaler.",
        (4, "Kørsel"),
        "Regionen kører.",
    ]
    assert remarks(reading, Concern.CHANGED) == [
        "3 linjer med fed skrift er gjort til overskrifter: «3. Økonomi», "
        "«3.2 Betaling for ophold», «Kørsel».",
    ]


def test_bold_text_is_no_heading_where_it_does_not_act_as_one() -> None:
    reading = read(
        p("Aftale", style="Overskrift1"),
        bold("Kommunen betaler."),
        bold("Meget vigtigt " * 10),
        p("Tekst."),
        bold("Sidst i teksten"),
    )
    assert not any(isinstance(line, tuple) for line in outline(reading.blocks))
    assert reading.remarks == ()


def test_numbers_before_headings_stay_since_texts_refer_to_them() -> None:
    written = ("1 Formål", "§ 4 Varsling", "2. Økonomi", "3.\tDrift", "Kapitel 5")
    reading = read(*(p(text, style="Overskrift1") for text in written))
    headings = [line[1] for line in outline(reading.blocks)]  # type: ignore[index]
    assert headings == [" ".join(text.split()) for text in written]
    assert reading.remarks == ()


def test_one_number_alone_is_part_of_a_heading() -> None:
    assert shown(
        p("72 timers frist", style="Overskrift1"), p("A", style="Overskrift1")
    ) == [
        (2, "72 timers frist"),
        (2, "A"),
    ]


def test_automatic_numbers_of_headings_stand_as_text() -> None:
    more = '<w:numPr><w:numId w:val="2"/></w:numPr>'
    reading = read(p("Formål", style="Overskrift2", more=more), p("Tekst."))
    assert outline(reading.blocks) == [(2, "1. Formål"), "Tekst."]
    assert remarks(reading, Concern.CHANGED) == [
        "1 automatisk nummer står som tekst, så der kan henvises til det: «1. Formål»."
    ]


def test_the_title_has_no_number() -> None:
    more = '<w:numPr><w:numId w:val="2"/></w:numPr>'
    reading = read(p("Aftale om noget", style="Overskrift1", more=more), p("Tekst."))
    assert reading.title == "Aftale om noget"


def test_a_title_may_take_several_lines_and_another_further_down_is_a_heading() -> None:
    lines = (p("Aftale", style="Titel"), p(), p("om noget", style="Titel"))
    reading = read(*lines, p("Tekst."), p("Bilag", style="Titel"), p("Mere."))
    assert reading.title == "Aftale om noget"
    assert outline(reading.blocks) == ["Tekst.", (2, "Bilag"), "Mere."]


def test_the_contents_list_is_left_out_and_told_of_once() -> None:
    reading = read(
        p("Indhold", style="Overskrift1"),
        p("Formål\t3", style="Indhold1"),
        p("Økonomi\t4", style="Indhold1"),
        p("Formål", style="Overskrift2"),
    )
    assert reading.title == ""
    assert outline(reading.blocks) == [(2, "Formål")]
    assert remarks(reading, Concern.LEFT_OUT) == [
        "Indholdsfortegnelsen er udeladt, da kataloget selv laver en af overskrifterne."
    ]
