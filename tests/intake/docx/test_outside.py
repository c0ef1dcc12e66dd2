"""What a file would have had from elsewhere: never fetched, and told with its place."""

import socket
from typing import Any

import pytest

from registry.intake.docx import outside
from registry.intake.docx.refusals import Refusal
from registry.intake.docx.text import read_text_of
from registry.intake.read_text import Concern, Piece, ReadText, Remark
from tests.intake.docx.test_archive import MACRO_TYPE, refusal
from tests.intake.docx_files import (
    docx_of,
    outline,
    p,
    packed,
    part,
    parts_of,
    r,
    read,
    relations,
)

TEMPLATE = "file:///G:/Skabeloner/Normal.dotm"
LOGO = "cid:image001.png@01D9"


@pytest.fixture(autouse=True)
def no_net(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: Any, **_named: Any) -> None:
        raise AssertionError("something was fetched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def told(reading: ReadText) -> list[Remark]:
    return [one for one in reading.remarks if one.concern is Concern.LEFT_OUT]


def picture(attribute: str, alternative: str = "") -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{alternative}"/>'
        '<a:graphic><a:graphicData uri="urn:picture"><pic:pic><pic:blipFill>'
        f"<a:blip {attribute}/></pic:blipFill></pic:pic></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></w:r>"
    )


def test_an_attached_template_is_dropped_and_told() -> None:
    settings = part("settings", '<w:attachedTemplate r:id="t"/>')
    parts = {
        "word/settings.xml": settings,
        "word/_rels/settings.xml.rels": relations(("t", "attachedTemplate", TEMPLATE)),
    }
    reading = read(p("Kommunen betaler."), parts=parts)
    assert outline(reading.blocks) == ["Kommunen betaler."]
    (remark,) = told(reading)
    assert remark.text == f"{outside.TEMPLATE[0]}: «{TEMPLATE}»."
    assert remark.pieces == ((TEMPLATE, "i filens indstillinger"),)


def test_a_linked_picture_is_told_once_with_its_words_and_place() -> None:
    reading = read(
        p("Økonomi", style="Overskrift1"),
        p("Kommunen betaler.", picture('r:link="x"', "Kort")),
        related=[("x", "image", "https://intra.example/kort.png")],
    )
    (remark,) = told(reading)
    assert remark.pieces == (
        (
            "Kort (https://intra.example/kort.png)",
            "under «Økonomi», ved «Kommunen betaler.»",
        ),
    )


def test_the_logo_of_a_mail_is_dropped_wherever_it_stands() -> None:
    shape = '<v:shape><v:imagedata r:id="x" o:href="y"/></v:shape>'
    old = f"<w:r><w:pict>{shape}</w:pict></w:r>"
    reading = read(
        p("Til kommunen ", old),
        p("Fra regionen ", old),
        related=[("x", "image", LOGO)],
    )
    (remark,) = told(reading)
    assert remark.text.startswith("2 billeder, der ligger uden for filen")
    assert [piece.place for piece in remark.pieces] == [
        "ved «Til kommunen»",
        "ved «Fra regionen»",
    ]


def test_of_two_drawings_of_the_same_only_one_is_told() -> None:
    newer = picture("r:link='x'")
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{newer}"
        "</mc:Choice><mc:Fallback><w:pict><v:shape><v:imagedata r:id='x'/></v:shape>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    reading = read(p("Tekst ", both), related=[("x", "image", LOGO)])
    assert [len(remark.pieces) for remark in told(reading)] == [1]


def test_a_linked_spreadsheet_keeps_the_result_it_showed_last() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    asked = 'LINK Excel.Sheet.12 "G:\\a.xlsx" "R1C1"'
    code = f"<w:r><w:instrText> {asked} </w:instrText></w:r>"
    linked = '<w:r><w:object><o:OLEObject Type="Link" r:id="x"/></w:object></w:r>'
    reading = read(
        p("Takst: ", mark("begin"), code, mark("separate"), "1.234 kr.", mark("end")),
        p("Ark: ", linked),
        related=[("x", "oleObject", "file:///G:/a.xlsx")],
    )
    assert outline(reading.blocks) == ["Takst: 1.234 kr.", "Ark:"]
    (remark,) = told(reading)
    assert remark.text.startswith(outside.OBJECT[0])
    assert remark.pieces == (("file:///G:/a.xlsx", "ved «Ark:»"),)


def test_merge_fields_keep_the_result_they_showed_last() -> None:
    settings = part("settings", '<w:mailMerge><w:dataSource r:id="d"/></w:mailMerge>')
    field = f'<w:fldSimple w:instr=" MERGEFIELD Kommune ">{r("Gribskov")}</w:fldSimple>'
    reading = read(
        p("Mellem regionen og ", field),
        parts={
            "word/settings.xml": settings,
            "word/_rels/settings.xml.rels": relations(
                ("d", "mailMergeSource", "file:///G:/liste.xlsx")
            ),
        },
    )
    assert outline(reading.blocks) == ["Mellem regionen og Gribskov"]
    (remark,) = told(reading)
    assert remark.text == f"{outside.MERGED[0]}: «file:///G:/liste.xlsx»."


def test_the_macros_of_a_file_are_dropped_and_told() -> None:
    parts = parts_of(p("Kommunen betaler."))
    written = {"[Content_Types].xml": MACRO_TYPE.encode(), "word/vbaProject.bin": b"x"}
    reading = read_text_of(packed(parts | written))
    assert outline(reading.blocks) == ["Kommunen betaler."]
    (remark,) = told(reading)
    assert remark.text == f"{outside.MACROS}."
    assert remark.pieces == (Piece("", "i filens makroer, ikke i teksten"),)


@pytest.mark.parametrize("name", ["header1.xml", "numbering.xml", "footnotes.xml"])
def test_what_is_outside_the_body_is_told_by_its_part(name: str) -> None:
    rels = relations(("x", "image", LOGO))
    reading = read(p("Tekst"), parts={f"word/_rels/{name}.rels": rels})
    (remark,) = told(reading)
    assert remark.pieces[0].place.startswith("i ")


def test_what_nobody_knows_is_not_followed_either() -> None:
    reading = read(p("Tekst"), related=[("x", "video", "https://a.example/film")])
    assert told(reading)[0].text == f"{outside.OTHER[0]}: «https://a.example/film»."


def test_a_subdocument_is_refused_since_its_text_is_elsewhere() -> None:
    content = docx_of(p("x"), related=[("x", "subDocument", "file:///G:/del.docx")])
    assert refusal(content) == Refusal.SUBDOCUMENT.format("file:///G:/del.docx")
