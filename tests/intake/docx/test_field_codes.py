"""Fields: the text that each showed last stays, and nothing of its code."""

import pytest

from registry.intake.docx import field_codes
from registry.intake.read_text import Concern
from tests.intake.docx_files import outline, p, r, read, remarks, shown, table


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(code: str, *inside: str, shows: str) -> str:
    told = f"<w:r><w:instrText>{code}</w:instrText></w:r>{''.join(inside)}"
    return f"{mark('begin')}{told}{mark('separate')}{r(shows)}{mark('end')}"


def test_a_merge_field_is_told_by_its_name() -> None:
    reading = read(p("I ", field(" MERGEFIELD Kommune ", shows="Gribskov")))
    assert outline(reading.blocks) == ["I Gribskov"]
    assert remarks(reading, Concern.CHANGED) == [
        f"{field_codes.MERGED[0]}: «MERGEFIELD Kommune»."
    ]


def test_a_field_that_has_its_text_from_elsewhere_shows_what_it_showed_last() -> None:
    code = 'INCLUDETEXT "G:\\\\takster.docx"'
    reading = read(p("Takst: ", field(code, shows="1.234 kr.")))
    assert outline(reading.blocks) == ["Takst: 1.234 kr."]
    (remark,) = reading.remarks
    assert remark.text.startswith(field_codes.LINKED[0])
    assert remark.pieces == ((code, "ved «Takst: 1.234 kr.»"),)


def test_what_a_field_in_another_fields_code_came_to_is_no_text() -> None:
    inner = field(" MERGEFIELD Part ", shows="region")
    assert shown(p("Til ", field(' IF "', inner, shows="Regionen"), ".")) == [
        "Til Regionen."
    ]


def test_a_field_that_nothing_ends_takes_no_text_with_it() -> None:
    assert shown(p(mark("begin"), "Kommunen betaler."), p("Regionen kører.")) == [
        "Kommunen betaler.",
        "Regionen kører.",
    ]


def test_a_prompt_of_the_older_kind_is_told() -> None:
    code = "<w:r><w:instrText>MACROBUTTON Ingen [Skriv navn]</w:instrText></w:r>"
    reading = read(p("Navn: ", mark("begin"), code, mark("end")))
    assert remarks(reading, Concern.LEFT_OUT) == [
        "1 udfyldningsfelt er ikke udfyldt, og dets vejledning er udeladt: "
        "«[Skriv navn]»."
    ]


def begun(data: str = "") -> str:
    form = f"<w:ffData>{data}</w:ffData>" if data else ""
    return f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r>'


def without_text(code: str, data: str = "") -> str:
    """A field as Word writes one that holds no result."""
    return f"{begun(data)}<w:r><w:instrText>{code}</w:instrText></w:r>{mark('end')}"


LIST = (
    '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Region"/>'
    '<w:listEntry w:val="Kommune"/></w:ddList>'
)


def test_a_list_of_the_older_kind_stays_as_its_choice() -> None:
    chosen = without_text(" FORMDROPDOWN ", LIST)
    rows = (["Hvem", "Hvad"], [p(chosen), "Kører"])
    reading = read(p("Betales af ", chosen, " efter aftale."), table(*rows))
    assert outline(reading.blocks)[0] == "Betales af Kommune efter aftale."
    assert "Kommune" in str(reading.blocks[1])
    assert remarks(reading, Concern.LEFT_OUT) == []
    assert remarks(reading, Concern.CHANGED) == [
        "2 felter (fx krydshenvisninger) står som den tekst, de viste i Word: "
        "«Kommune», «Kommune»."
    ]


def test_a_list_whose_choice_stands_as_text_is_not_written_twice() -> None:
    made = field(" FORMDROPDOWN ", shows="Kommune").replace(mark("begin"), begun(LIST))
    assert shown(p("Betales af ", made, ".")) == ["Betales af Kommune."]


@pytest.mark.parametrize("code", ["AUTONUM", "AUTONUMLGL \\e", "AUTONUMOUT", "LISTNUM"])
def test_a_number_that_only_word_counts_is_told_with_its_place(code: str) -> None:
    reading = read(p(without_text(f" {code} "), " Kommunen kører."))
    assert outline(reading.blocks) == ["Kommunen kører."]
    (remark,) = reading.remarks
    assert remark.concern is Concern.LEFT_OUT
    assert remark.text.startswith(field_codes.COUNTED[0])
    assert remark.pieces == ((code, "ved «Kommunen kører.»"),)


@pytest.mark.parametrize(
    "code", ["EQ \\f(1;2)", "= 2+3", "MERGEFIELD Kommune", "DATE", "REF a"]
)
def test_a_field_that_shows_what_is_not_in_the_file_is_left_out_by_its_code(
    code: str,
) -> None:
    for made in (without_text(code), f'<w:fldSimple w:instr="{code}"/>'):
        reading = read(p("Andel: ", made))
        assert outline(reading.blocks) == ["Andel:"]
        (remark,) = reading.remarks
        assert remark.concern is Concern.LEFT_OUT
        assert remark.text == f"{field_codes.SHOWN_BY_WORD[0]}: «{code}»."
        assert remark.pieces == ((code, "ved «Andel:»"),)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("GOTOBUTTON Bilag2 se bilag 2", "se bilag 2"),
        ('SYMBOL 252 \\f "Wingdings" \\s 12', "✓"),
        ("SYMBOL 0xFC \\f Wingdings", "✓"),
        ("SYMBOL 167", "§"),
        ("SYMBOL 55295", "\ud7ff"),
        ("SYMBOL 0xFFFD", "\ufffd"),
    ],
)
def test_a_field_whose_words_are_in_its_code_stays_as_them(
    code: str, words: str
) -> None:
    for made in (without_text(code), f"<w:fldSimple w:instr='{code}'/>"):
        assert shown(p("Her: ", made, ".")) == [f"Her: {words}."]


def test_a_cross_reference_is_told_by_what_it_showed() -> None:
    reading = read(p("Se ", field(" REF _Ref1 \\h ", shows="afsnit 4"), "."))
    assert remarks(reading, Concern.CHANGED) == [
        f"{field_codes.OTHER_CODES[0]}: «afsnit 4»."
    ]


@pytest.mark.parametrize(
    ("code", "sentences"),
    [
        ('XE "varsling"', [field_codes.INVISIBLE[0]]),
        ("SET takst 7", [field_codes.INVISIBLE[0]]),
        ("EMBED Excel.Sheet.12", []),
        ("INCLUDEPICTURE a.png", [field_codes.PICTURED[0]]),
        ("FORMTEXT", [field_codes.UNFILLED[0]]),
        *(
            (f"SYMBOL {number}{font}", [field_codes.SHOWN_BY_WORD[0]])
            for number in (0, 31, 55296, 57343, "0xDBFF", 65534, 65535, 65536, 99999)
            for font in ("", ' \\f "Wingdings"', ' \\f "Calibri"')
        ),
    ],
)
def test_a_field_that_shows_nothing_is_not_told_as_text(
    code: str, sentences: list[str]
) -> None:
    reading = read(p("Kommunen kører.", without_text(code)))
    assert [one.text.partition(":")[0] for one in reading.remarks] == sentences


def test_a_field_that_another_is_worked_out_from_is_not_told_as_shown() -> None:
    inner = field(" MERGEFIELD Part ", shows="region")
    reading = read(p("Til ", field(' IF "', inner, shows="Regionen"), "."))
    assert [one.text for one in reading.remarks] == [
        f"{field_codes.OTHER_CODES[0]}: «Regionen»."
    ]
