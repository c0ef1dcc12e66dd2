"""The last look: what is nowhere in what was read is told of."""

from registry.intake.read_text import Concern
from tests.intake.docx_files import outline, p, read, remarks


def test_a_link_that_a_heading_cannot_hold_is_told() -> None:
    link = '<w:hyperlink r:id="rId9"><w:r><w:t>Lov</w:t></w:r></w:hyperlink>'
    reading = read(
        p("Titel", style="Titel"),
        p(link, style="Overskrift1"),
        p("Tekst."),
        related=[("rId9", "hyperlink", "https://a.example/lov")],
    )
    assert remarks(reading, Concern.LEFT_OUT) == [
        "Et link i en overskrift er udeladt; teksten står der stadig: "
        "«https://a.example/lov»."
    ]


def test_text_in_a_place_that_nobody_knows_is_not_lost_silently() -> None:
    """A paragraph straight in a table is in no cell."""
    reading = read(p("Før"), f"<w:tbl>{p('udenfor')}</w:tbl>")
    assert outline(reading.blocks) == ["Før"]
    assert remarks(reading, Concern.LEFT_OUT) == [
        "Tekst, der ikke kunne læses, er udeladt: «udenfor»."
    ]
