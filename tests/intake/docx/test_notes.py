"""Footnotes and endnotes: a number at their place, and a list of them last."""

from tests.intake.docx_files import outline, p, part, read, relations


def test_footnotes_and_endnotes_are_numbered_and_listed_last() -> None:
    def reference(kind: str, number: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'

    linked = '<w:hyperlink r:id="rId1"><w:r><w:t>loven</w:t></w:r></w:hyperlink>'
    reading = read(
        p(
            "Første",
            reference("footnote", 2),
            " og anden",
            reference("endnote", 1),
            ".",
        ),
        p("Igen", reference("footnote", 2)),
        related=[
            ("f", "footnotes", "footnotes.xml"),
            ("e", "endnotes", "endnotes.xml"),
        ],
        parts={
            "word/footnotes.xml": part(
                "footnotes",
                f'<w:footnote w:type="separator" w:id="0">{p("-")}</w:footnote>'
                "<w:footnote "
                f'w:id="2">{p("<w:r><w:footnoteRef/></w:r>", " Se ", linked)}'
                f"{p('Mere.')}</w:footnote>",
            ),
            "word/_rels/footnotes.xml.rels": relations(
                ("rId1", "hyperlink", "https://l.example/")
            ),
            "word/endnotes.xml": part(
                "endnotes", f'<w:endnote w:id="1">{p("Slutnote.")}</w:endnote>'
            ),
        },
    )
    assert outline(reading.blocks) == [
        "Første (note 1) og anden (note 2).",
        "Igen (note 1)",
        (2, "Noter"),
        {"1.": [["Se loven", "Mere."], ["Slutnote."]]},
    ]
    assert "https://l.example/" in repr(reading.blocks[-1])
    assert reading.remarks == ()
