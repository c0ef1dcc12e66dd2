"""The numbers that Word shows before paragraphs: counted as Word counts, and kept."""

import pytest

from registry.intake.docx.numbering import written
from registry.intake.read_text import Concern
from tests.intake.docx_files import (
    item,
    outline,
    p,
    part,
    read,
    remarks,
    shown,
    styles,
    table,
)

Form = tuple[str, str]


def numbering(*levels: Form, more: str = "", after: str = "") -> dict[str, str]:
    """A numbering part with one list (7) of these levels: form and text. `more` stands
    in every level, `after` after the lists.
    """
    told = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    look = f'<w:abstractNum w:abstractNumId="7">{told}</w:abstractNum>'
    used = '<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>'
    return {"word/numbering.xml": part("numbering", look + used + after)}


LAW = (("decimal", "§ %1."), ("decimal", "Stk. %2."), ("decimal", "%3)"))
OUTLINED = (("decimal", "%1."), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3"))


def test_paragraphs_and_their_parts_are_cited_by_what_stands_before_them() -> None:
    assert shown(
        item("Kommunen varsler.", 7),
        item("Inden 24 timer.", 7, level=1),
        item("Ved udskrivning.", 7, level=1),
        item("Regionen betaler.", 7),
        item("Dog ikke kørsel.", 7, level=1),
        item("til hospital", 7, level=2),
        item("til læge", 7, level=2),
        parts=numbering(*LAW),
    ) == [
        "§ 1. Kommunen varsler.",
        "Stk. 1. Inden 24 timer.",
        "Stk. 2. Ved udskrivning.",
        "§ 2. Regionen betaler.",
        "Stk. 1. Dog ikke kørsel.",
        {"1.": [["til hospital"], ["til læge"]]},
    ]


def test_outline_numbers_stand_before_headings_and_paragraphs() -> None:
    def heading(text: str, level: int) -> str:
        more = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>'
        return p(text, style=f"Overskrift{level + 1}", more=more)

    reading = read(
        p("Aftale", style="Titel"),
        heading("Formål", 0),
        heading("Økonomi", 0),
        heading("Betaling", 1),
        item("Kommunen betaler.", 7, level=2),
        item("Regionen kører.", 7, level=2),
        parts=numbering(*OUTLINED),
    )
    assert outline(reading.blocks) == [
        (2, "1. Formål"),
        (2, "2. Økonomi"),
        (3, "2.1 Betaling"),
        *("2.1.1 Kommunen betaler.", "2.1.2 Regionen kører."),
    ]
    (told,) = remarks(reading, Concern.CHANGED)
    assert told.startswith("5 automatiske numre står som tekst")


def test_a_style_has_its_own_level_where_the_list_says_so() -> None:
    link = '<w:pStyle w:val="Stk"/>'
    style = (
        '<w:style w:type="paragraph" w:styleId="Stk"><w:name w:val="Stykke"/>'
        '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
    )
    parts = numbering(*LAW)
    told = parts["word/numbering.xml"].replace(
        '<w:lvlText w:val="Stk. %2."/>', f'<w:lvlText w:val="Stk. %2."/>{link}'
    )
    assert shown(
        item("Et.", 7),
        p("To.", style="Stk"),
        p("Tre.", style="Stk"),
        parts={"word/numbering.xml": told, "word/styles.xml": styles(style)},
    ) == ["§ 1. Et.", "Stk. 1. To.", "Stk. 2. Tre."]


def test_a_list_that_begins_at_seven_does() -> None:
    again = (
        '<w:num w:numId="8"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )
    reading = read(
        item("syv", 8),
        item("otte", 8),
        parts=numbering(("decimal", "%1."), after=again),
    )
    (found,) = reading.blocks
    assert found.numbers == (7, 8)  # type: ignore[union-attr]


def test_a_list_goes_on_after_text_with_the_next_number() -> None:
    one, _, two = read(item("a", 2), p("Tekst."), item("b", 2)).blocks
    assert (one.numbers, two.numbers) == ((), (2,))  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("form", "text", "labels"),
    [
        ("lowerLetter", "%1)", ["a)", "b)"]),
        ("upperLetter", "Bilag %1", ["Bilag A", "Bilag B"]),
        ("lowerRoman", "(%1)", ["(i)", "(ii)"]),
        ("upperRoman", "Kapitel %1", ["Kapitel I", "Kapitel II"]),
        ("decimal", "(%1)", ["(1)", "(2)"]),
        ("decimal", "Art. %1 -", ["Art. 1 -", "Art. 2 -"]),
    ],
)
def test_what_is_no_bare_figure_stands_as_it_stood(
    form: str, text: str, labels: list[str]
) -> None:
    parts = numbering((form, text))
    assert shown(item("et", 7), item("to", 7), parts=parts) == [
        f"{labels[0]} et",
        f"{labels[1]} to",
    ]


def test_letters_in_an_item_stay_in_the_item() -> None:
    parts = numbering(("decimal", "%1."), ("lowerLetter", "%2)"))
    assert shown(
        item("Kommunen", 7),
        item("varsler", 7, level=1),
        item("betaler", 7, level=1),
        item("Regionen", 7),
        item("kører", 7, level=1),
        parts=parts,
    ) == [{"1.": [["Kommunen", "a) varsler", "b) betaler"], ["Regionen", "a) kører"]]}]


def test_a_part_of_a_paragraph_is_not_drawn_into_a_list_between() -> None:
    parts = numbering(*LAW)
    look = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt '
    look += 'w:val="bullet"/></w:lvl></w:abstractNum>'
    used = '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    told = parts["word/numbering.xml"].replace("<w:num ", f"{look}<w:num ", 1)
    told = told.replace("</w:numbering>", f"{used}</w:numbering>")
    assert shown(
        *(item("Et", 7), item("punkt", 1), item("To", 7, level=1)),
        parts={"word/numbering.xml": told},
    ) == ["§ 1. Et", {"-": [["punkt"]]}, "Stk. 1. To"]


def test_a_level_that_was_only_shown_further_in_has_begun() -> None:
    lines = [item("a", 7, 2), item("b", 7, 1), item("c", 7), item("d", 7, 2)]
    parts = numbering(("decimal", "§ %1"), ("decimal", "%1.%2"), OUTLINED[2])
    assert shown(*lines, parts=parts) == ["1.1.1 a", "1.2 b", "§ 2 c", "2.1.1 d"]


def test_roman_chapters_are_figures_in_a_legal_list() -> None:
    levels = (("upperRoman", "%1"), ("decimal", "%1.%2"))
    bodies = (item("Et", 7), item("To", 7, level=1))
    assert shown(*bodies, parts=numbering(*levels)) == ["I Et", "I.1 To"]
    assert shown(*bodies, parts=numbering(*levels, more="<w:isLgl/>")) == [
        {"1.": [["Et", "1.1 To"]]}
    ]


def test_an_empty_item_is_counted() -> None:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'
    assert shown(
        item("Et", 7), p(more=number), item("Tre", 7), parts=numbering(*LAW)
    ) == ["§ 1. Et", "§ 2.", "§ 3. Tre"]


def test_numbers_in_a_table_stand_in_its_cells() -> None:
    parts = numbering(("decimal", "%1."), ("decimal", "%1.%2"))
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'
    empty = p(more=number)
    assert shown(
        table(["Nr.", "Opgave"], [empty, "Varsle"], [item("Køre", 7), "x"]), parts=parts
    ) == [{"table": [["Nr.", "Opgave"], ["1.", "Varsle"], ["2. Køre", "x"]]}]


def test_a_list_that_shows_nothing_is_no_list() -> None:
    assert shown(item("Tekst", 7), parts=numbering(("decimal", ""))) == ["Tekst"]


@pytest.mark.parametrize(
    ("count", "form", "expected"),
    [
        (27, "lowerLetter", "aa"),
        (1994, "upperRoman", "MCMXCIV"),
        (0, "lowerRoman", "0"),
        (5, "decimalZero", "05"),
        (9999, "upperRoman", "9999"),
        (3, "ordinalText", "3"),
    ],
)
def test_numbers_are_written_in_every_form(
    count: int, form: str, expected: str
) -> None:
    assert written(count, form) == expected


@pytest.mark.parametrize(
    ("form", "mark", "line"),
    [
        ("none", "Bemærk:", "Bemærk: Kommunen betaler."),
        ("none", "%1Dog gælder", "Dog gælder Kommunen betaler."),
        ("bullet", "NB!", "NB! Kommunen betaler."),
        ("bullet", "1.", {"-": [["Kommunen betaler."]]}),
        ("bullet", "o", {"-": [["Kommunen betaler."]]}),
        ("bullet", "–", {"-": [["Kommunen betaler."]]}),
        ("none", "", "Kommunen betaler."),
        ("none", "–", "Kommunen betaler."),
    ],
)
def test_words_in_the_mark_of_a_list_are_words(
    form: str, mark: str, line: object
) -> None:
    found = shown(item("Kommunen betaler.", 7), parts=numbering((form, mark)))
    assert found == [line]


def test_words_stand_before_a_heading_and_in_a_cell_too() -> None:
    parts = numbering(("none", "Bemærk:"))
    more = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'
    heading = p("Økonomi", style="Overskrift1", more=more)
    cells = table(["a", "b"], ["c", item("Natten over", 7)])
    found = shown(p("Aftale", style="Titel"), heading, cells, parts=parts)
    assert (2, "Bemærk: Økonomi") in found
    assert "Bemærk: Natten over" in repr(found)


@pytest.mark.parametrize("font", ["Wingdings", "Symbol"])
def test_the_letters_of_a_font_of_signs_are_no_words(font: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    parts = numbering(("bullet", "nn"), more=fonts)
    assert shown(item("Kommunen betaler.", 7), parts=parts) == [
        {"-": [["Kommunen betaler."]]}
    ]


@pytest.mark.parametrize(
    ("form", "text", "label"), [("decimal", "%1)", "1)"), ("decimalZero", "%1.", "01.")]
)
def test_a_number_that_a_list_says_otherwise_is_told(
    form: str, text: str, label: str
) -> None:
    reading = read(item("et", 7), parts=numbering((form, text)))
    (told,) = remarks(reading, Concern.CHANGED)
    assert told == f"1 nummer i en liste står med punktum, og i filen som: «{label}»."
    assert read(item("et", 7), parts=numbering(("decimal", "%1."))).remarks == ()
