"""What stands beside the text: comments, and the top and foot of each page."""

from registry.intake.read_text import Concern
from tests.intake.docx_files import p, part, read, remarks


def test_comments_and_margins_are_told_of_without_their_authors() -> None:
    reading = read(
        p("Tekst", '<w:r><w:commentReference w:id="1"/></w:r>'),
        related=[
            ("c", "comments", "comments.xml"),
            ("h", "header", "header1.xml"),
            ("f", "footer", "footer1.xml"),
        ],
        parts={
            "word/comments.xml": part(
                "comments",
                f'<w:comment w:author="Jens Hansen">{p("Er det rigtigt?")}</w:comment>',
            ),
            "word/header1.xml": part("hdr", p("Region Øst, udkast")),
            "word/footer1.xml": part("ftr", p("Side 1 af 3")),
        },
    )
    assert remarks(reading, Concern.LEFT_OUT) == [
        "En kommentar er udeladt: «Er det rigtigt?».",
        "Sidehovedet er udeladt: «Region Øst, udkast».",
    ]
    assert "Jens" not in repr(reading)


def test_a_watermark_across_the_pages_is_told_once() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="UDKAST"/></v:shape></w:pict></w:r>'
    reading = read(
        p("Tekst"),
        related=[("h", "header", "header1.xml"), ("i", "header", "header2.xml")],
        parts={f"word/header{n}.xml": part("hdr", p(art)) for n in (1, 2)},
    )
    (remark,) = reading.remarks
    assert remark.text == "Et vandmærke er udeladt: «UDKAST»."
    assert remark.pieces == (("UDKAST", "i sidehovedet"),)
