"""Footnotes and endnotes: a number at their place, and a list of them last."""

import pytest

from registry.intake.read_text import Concern, Piece
from tests.intake.docx_files import (
    deleted,
    inserted,
    outline,
    p,
    part,
    r,
    read,
    relations,
    remarks,
)


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


@pytest.mark.parametrize(("kind", "named"), [("foot", "fod"), ("end", "slut")])
@pytest.mark.parametrize(
    ("within", "said"),
    [
        (r("skjult", "vanish"), "skjult"),
        (r("ikke", "strike"), "ikke"),
        (deleted("væk"), "væk"),
        (inserted(r("nyt")), "nyt"),
    ],
)
def test_what_is_told_of_a_note_is_told_with_its_place(
    kind: str, named: str, within: str, said: str
) -> None:
    note = f'<w:{kind}note w:id="2">{p("Se ", within)}</w:{kind}note>'
    reading = read(
        p("Økonomi", style="Overskrift1"),
        p("Kommunen betaler", f'<w:r><w:{kind}noteReference w:id="2"/></w:r>'),
        p("Regionen også", f'<w:r><w:{kind}noteReference w:id="2"/></w:r>'),
        related=[("f", f"{kind}notes", "notes.xml")],
        parts={"word/notes.xml": part(f"{kind}notes", note)},
    )
    (remark,) = reading.remarks
    place = f"i en {named}note, under «Økonomi», ved «Kommunen betaler»"
    assert remark.pieces == (Piece(said, place),)


def test_a_note_whose_reference_was_deleted_is_told_of() -> None:
    gone = '<w:del w:id="1"><w:r><w:footnoteReference w:id="2"/></w:r></w:del>'
    note = f'<w:footnote w:id="2">{p("Kun i 2024.")}</w:footnote>'
    reading = read(
        p("Kommunen betaler", gone),
        related=[("f", "footnotes", "notes.xml")],
        parts={"word/notes.xml": part("footnotes", note)},
    )
    assert outline(reading.blocks) == ["Kommunen betaler"]
    assert remarks(reading, Concern.LEFT_OUT) == [
        "1 note, som teksten ikke henviser til, er udeladt: «Kun i 2024.»."
    ]
