"""What a draft cannot hold: kept as text where that can be, otherwise told of."""

from registry.documents.blocks import Paragraph, Span
from registry.intake.read_text import Concern
from tests.intake.docx_files import outline, p, r, read, remarks

# Links


def test_a_link_written_as_a_field_is_kept() -> None:
    def code(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    divided = (' HYPERLINK "https:', '//a.example/" ')
    instruction = "".join(
        f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in divided
    )
    reading = read(
        p(code("begin"), instruction, code("separate"), "her", code("end"), " og der")
    )
    (text,) = reading.blocks
    assert isinstance(text, Paragraph)
    assert text.text == (Span("her", href="https://a.example/"), Span(" og der"))
    assert reading.remarks == ()


def test_a_link_to_a_file_is_left_out_but_not_its_text() -> None:
    link = '<w:hyperlink r:id="rId9"><w:r><w:t>notatet</w:t></w:r></w:hyperlink>'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK '
        '"a.doc"'
    )
    ends = '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    reading = read(
        p("Se ", link),
        p(f"{field}{ends}", "bilag", '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        related=[("rId9", "hyperlink", "file:///G:/sag/notat.docx")],
    )
    assert outline(reading.blocks) == ["Se notatet", "bilag"]
    assert not any(
        s.href for b in reading.blocks if isinstance(b, Paragraph) for s in b.text
    )
    assert remarks(reading, Concern.LEFT_OUT) == [
        "1 link, der ikke fører til en webadresse, er udeladt; teksten står der "
        "stadig: «notatet».",
        "1 link, der ikke fører til en webadresse, er udeladt; teksten står der "
        "stadig: «bilag».",
    ]


# Objects, equations, controls and fields


def test_objects_equations_controls_fields_and_hidden_text_are_told_of() -> None:
    reading = read(
        p(
            "Ark: ",
            '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>',
        ),
        p("Formel: ", "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"),
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Udfyldt')}</w:sdtContent></w:sdt>",
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        f"{p('Skriv her')}</w:sdtContent></w:sdt>",
        p('<w:fldSimple w:instr=" REF x ">' + r("afsnit 3") + "</w:fldSimple>"),
        p("Synlig", r("skjult", "vanish"), r("streget", "strike")),
        '<w:altChunk r:id="x"/>',
    )
    assert outline(reading.blocks) == [
        *("Ark:", "Formel: a+b", "Udfyldt", "afsnit 3", "Synligstreget"),
    ]
    assert remarks(reading, Concern.LEFT_OUT) == [
        "1 udfyldningsfelt er ikke udfyldt, og dets vejledning er udeladt: «Skriv "
        "her».",
        "Et indlejret objekt er udeladt: «Excel.Sheet.12».",
        "1 stykke skjult tekst er udeladt: «skjult».",
        "Et indsat dokument er udeladt. Åbn filen i Word, gem den, og indlæs den igen.",
    ]
    assert remarks(reading, Concern.CHANGED) == [
        "1 udfyldningsfelt (indholdskontrol) står som almindelig tekst: «Udfyldt».",
        "1 felt (fx en krydshenvisning) står som den tekst, det viste i Word: "
        "«afsnit 3».",
    ]
    assert remarks(reading, Concern.DOUBT) == [
        "1 formel er sat som almindelig tekst. Se den efter: «a+b».",
        "1 stykke tekst er gennemstreget i filen, men ikke her. Skal det med: "
        "«streget».",
    ]
