"""Fields: the text that each showed last stays, and nothing of its code."""

from registry.intake.docx import field_codes
from registry.intake.read_text import Concern
from tests.intake.docx_files import outline, p, r, read, remarks, shown


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
