"""Word files of the kinds that offices have: what they have from elsewhere, how they
are numbered, what is filled in; each with a paragraph of its own that must come in.
"""

from collections.abc import Mapping

from tests.intake.docx.test_archive import MACRO_TYPE
from tests.intake.docx.test_controls import ASKING, OWN, PART, control
from tests.intake.docx.test_controls import files_parts as data_parts
from tests.intake.docx.test_field_codes import field, mark
from tests.intake.docx.test_numbering import LAW, OUTLINED, numbering
from tests.intake.docx.test_outside import LOGO, TEMPLATE, picture
from tests.intake.docx.test_symbols import run as in_font
from tests.intake.docx_files import (
    bold,
    docx_of,
    inserted,
    item,
    p,
    packed,
    part,
    parts_of,
    r,
    relations,
    styles,
    table,
)

SAID = "Kommunen varsler hospitalet senest 24 timer før udskrivning."


def settings(written: str, kind: str, target: str) -> dict[str, str]:
    """The parts of settings that refer to something outside."""
    return {
        "word/settings.xml": part("settings", written),
        "word/_rels/settings.xml.rels": relations(("x", kind, target)),
    }


def declared(types: str) -> bytes:
    """A file whose list of types names what is not there."""
    parts = parts_of(p(SAID))
    name = "[Content_Types].xml"
    listed = parts[name].replace(b"</Types>", f"{types}</Types>".encode())
    return packed(parts | {name: listed})


def with_macros() -> bytes:
    more = {"[Content_Types].xml": MACRO_TYPE.encode(), "word/vbaProject.bin": b"x"}
    return packed(parts_of(p(SAID)) | more)


def noted() -> bytes:
    mark_of_note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    note = part("footnotes", f'<w:footnote w:id="2">{p("Se loven.")}</w:footnote>')
    return docx_of(
        p(SAID, mark_of_note),
        related=[("f", "footnotes", "footnotes.xml")],
        parts={"word/footnotes.xml": note},
    )


def row_table(task: str, key: str) -> str:
    return table(
        ("Felt", "Indhold"),
        *(("Navn", key), ("Opgave", task), ("Udføres af", "Hospital")),
    )


LINKED = '<w:r><w:object><o:OLEObject Type="Link" r:id="x"/></w:object></w:r>'
BY_STYLE = styles(
    '<w:style w:type="paragraph" w:styleId="Par"><w:name w:val="Paragraf"/><w:pPr>'
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
)
FROM_SEVEN = (
    '<w:num w:numId="8"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="7"/></w:lvlOverride></w:num>'
)
XLSB = (
    '<Default Extension="xlsb" ContentType="application/vnd.ms-excel.sheet.binary.'
    'macroEnabled.12"/>'
)
VBA = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
LOOKS = "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{key}"/>'
    f"<w:rPr><w:{look}/></w:rPr></w:style>"
    for key, look in (("Ud", "strike"), ("Skjult", "vanish"))
)
FRACTION = (
    "<m:oMath><m:f><m:num><m:r><m:t>30</m:t></m:r></m:num>"
    "<m:den><m:r><m:t>7</m:t></m:r></m:den></m:f></m:oMath>"
)
PROMPTED = "<w:r><w:instrText>MACROBUTTON Ingen [Skriv navn]</w:instrText></w:r>"

NAMED: Mapping[str, bytes] = {
    "template": docx_of(
        p(SAID),
        parts=settings(
            '<w:attachedTemplate r:id="x"/>',
            "attachedTemplate",
            "https://skabeloner.example/brev.dotx",
        ),
    ),
    "normal": docx_of(
        p(SAID),
        parts=settings('<w:attachedTemplate r:id="x"/>', "attachedTemplate", TEMPLATE),
    ),
    "linked-picture": docx_of(
        p(SAID, picture('r:link="x"', "Kort")),
        related=[("x", "image", "https://intra.example/kort.png")],
    ),
    "mail-logo": docx_of(
        p(SAID, picture('r:link="x"')), related=[("x", "image", LOGO)]
    ),
    "linked-sheet": docx_of(
        p(SAID, LINKED),
        p("Takst: ", field('LINK Excel.Sheet.12 "G:\\a.xlsx"', shows="1.234 kr.")),
        related=[("x", "oleObject", "file:///G:/a.xlsx")],
    ),
    "merged": docx_of(
        p(SAID, field(" MERGEFIELD Kommune ", shows="Gribskov")),
        parts=settings(
            '<w:mailMerge><w:dataSource r:id="x"/></w:mailMerge>',
            "mailMergeSource",
            "file:///G:/liste.xlsx",
        ),
    ),
    "declared-macros": declared(VBA),
    "declared-xlsb": declared(XLSB),
    "law-by-style": docx_of(
        p(SAID, style="Par"),
        item("Dog ikke i weekenden.", 7, level=1),
        p("Regionen betaler.", style="Par"),
        parts={**numbering(*LAW), "word/styles.xml": BY_STYLE},
    ),
    "outlined": docx_of(
        item(SAID, 7),
        item("Det gælder alle.", 7, level=1),
        parts=numbering(*OUTLINED),
    ),
    "from-seven": docx_of(
        item(SAID, 8), parts=numbering(("decimal", "%1."), after=FROM_SEVEN)
    ),
    "signs": docx_of(
        p(SAID, in_font("\uf0a3", "Symbol"), " 3 ", in_font("\uf0fc", "Wingdings"))
    ),
    "bound": packed(data_parts(p(SAID, " ", control("Klik her", ASKING, **PART)))),
    "filled": packed(data_parts(p(SAID, " ", control("Gribskov", OWN)))),
    "prompts": docx_of(
        p(SAID),
        f"<w:sdt><w:sdtPr>{ASKING}</w:sdtPr><w:sdtContent>{p('Skriv her')}"
        "</w:sdtContent></w:sdt>",
    ),
    "many-losses": docx_of(
        p(SAID), *(p(f"Punkt {n} ", r(f"skjult {n}", "vanish")) for n in range(42))
    ),
    "notes": noted(),
    "copied-table": docx_of(
        p(SAID), row_table("Varsle", "varsle"), row_table("Køre", "varsle")
    ),
    "by-parts": docx_of(
        p("Fordeling af ansvar og opgaver", style="Overskrift1"), p(SAID)
    ),
}
UNNAMED: Mapping[str, bytes] = {
    "macros": with_macros(),
    "field-in-code": docx_of(
        p(
            SAID,
            field(' IF "', field(" MERGEFIELD Part ", shows="x"), shows=" Regionen."),
        )
    ),
    "numbers-in-cells": docx_of(
        p(SAID),
        table(["Nr.", "Opgave"], [item("Varsle", 7), "Hospital"]),
        parts=numbering(*LAW),
    ),
    "older-prompt": docx_of(p(SAID, mark("begin"), PROMPTED, mark("end"))),
    "picture-in-header": docx_of(
        p(SAID),
        related=[("h", "header", "header1.xml")],
        parts={
            "word/header1.xml": part("hdr", p("Region Prøve", picture('r:link="x"'))),
            "word/_rels/header1.xml.rels": relations(("x", "image", LOGO)),
        },
    ),
    "lettered": docx_of(
        bold("Opgaver"),
        p(SAID, inserted(r(" Også om natten."))),
        item("varsler", 7),
        item("kører", 7),
        parts=numbering(("lowerLetter", "%1)")),
    ),
    "initial": docx_of(
        p("U", more='<w:framePr w:dropCap="drop"/>'),
        p("densfor gælder intet."),
        p(SAID),
    ),
    "marked": docx_of(item(SAID, 7), parts=numbering(("none", "Bemærk:"))),
    "styled": docx_of(
        p(SAID),
        p("Kommunen kører dem.", style="Ud"),
        p("Slettes senere.", style="Skjult"),
        parts={"word/styles.xml": styles(LOOKS)},
    ),
    "formula": docx_of(p(SAID, " Takst ", FRACTION)),
    "film": docx_of(p(SAID), related=[("x", "video", "https://a.example/film")]),
}
KINDS = {**NAMED, **UNNAMED}
