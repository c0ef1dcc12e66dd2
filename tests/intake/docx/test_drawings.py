"""Drawings: the text of boxes and figures is kept or told, pictures are told of."""

from registry.intake.read_text import Concern
from tests.intake.docx_files import NAMESPACES, outline, p, read, remarks


def test_pictures_are_told_of_with_their_alternative_text() -> None:
    picture = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="Kort over '
        'regionen"/>'
        "<a:graphic><a:graphicData "
        'uri="urn:picture"><pic:pic/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
    old = '<w:r><w:pict><v:shape><v:imagedata r:id="x"/></v:shape></w:pict></w:r>'
    reading = read(p("Før", picture, old))
    assert outline(reading.blocks) == ["Før"]
    assert remarks(reading, Concern.LEFT_OUT) == [
        "Et billede er udeladt: «Kort over regionen».",
        "Et billede er udeladt.",
    ]


def test_the_text_of_boxes_is_kept_after_their_paragraph_and_once() -> None:
    def box(text: str) -> str:
        return f"<w:txbxContent>{p(text)}</w:txbxContent>"

    drawn = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
        "<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>"
        f"{box('I boksen')}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        f"{box('I boksen')}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    reading = read(p("Før", drawn), p("Efter"))
    assert outline(reading.blocks) == ["Før", "I boksen", "Efter"]
    assert remarks(reading, Concern.CHANGED) == [
        "Teksten i 1 tekstboks står efter det afsnit, som boksen er knyttet til: «I "
        "boksen»."
    ]


def test_the_text_of_a_figure_is_told() -> None:
    figure = (
        '<w:r><w:drawing><a:graphic><a:graphicData uri="urn:x/diagram"><dgm:relIds '
        'r:dm="d"/>'
        "</a:graphicData></a:graphic></w:drawing></w:r>"
    )
    data = (
        '<dgm:dataModel xmlns:dgm="urn:d" '
        'xmlns:a="{}"><a:t>Visitation</a:t></dgm:dataModel>'
    )
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    reading = read(
        p("Før", figure),
        related=[("d", "diagramData", "diagrams/data1.xml")],
        parts={"word/diagrams/data1.xml": data.format(drawing)},
    )
    assert remarks(reading, Concern.LEFT_OUT) == [
        "En SmartArt-figur er udeladt: «Visitation»."
    ]


def test_the_words_of_a_chart_are_told_once_each() -> None:
    chart = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    figure = (
        '<w:r><w:drawing><a:graphic><a:graphicData uri="urn:x/chart">'
        f'<c:chart xmlns:c="{chart}" r:id="d"/></a:graphicData></a:graphic>'
        "</w:drawing></w:r>"
    )
    data = (
        f'<c:chartSpace xmlns:c="{chart}" xmlns:a="{NAMESPACES["a"]}"><a:t>Genindlagte'
        "</a:t><c:v>Region</c:v><c:v>Region</c:v><c:v>17</c:v></c:chartSpace>"
    )
    reading = read(
        p("Før", figure),
        related=[("d", "chart", "charts/chart1.xml")],
        parts={"word/charts/chart1.xml": data},
    )
    (remark,) = reading.remarks
    assert remark.text == "Et diagram er udeladt: «Genindlagte Region 17»."
    assert remark.pieces == (("Genindlagte Region 17", "ved «Før»"),)


def test_letters_drawn_as_a_figure_are_told() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="UDKAST"/></v:shape></w:pict></w:r>'
    reading = read(p("Før", art))
    assert outline(reading.blocks) == ["Før"]
    (remark,) = reading.remarks
    assert remark.text == "En figur med tekst (WordArt) er udeladt: «UDKAST»."
    assert remark.pieces == (("UDKAST", "ved «Før»"),)
