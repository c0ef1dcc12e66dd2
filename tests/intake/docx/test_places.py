"""Where in a Word file something stood."""

import pytest

from registry.intake.docx.places import of_part
from registry.intake.read_text import Concern, Piece
from tests.intake.docx_files import deleted, inserted, p, r, read, table

SAYS = "<html><head><meta charset='{}'></head><body>"


def test_a_place_is_the_heading_above_and_the_words_beside() -> None:
    reading = read(
        p("Aftale", style="Titel"),
        p("Synlig ", r("skjult et", "vanish")),
        p("Økonomi", style="Overskrift1"),
        p(r("skjult to", "vanish")),
        table(["a", "b"], ["Betaler", "<w:p>" + r("skjult tre", "vanish") + "</w:p>"]),
    )
    (remark,) = [one for one in reading.remarks if one.concern is Concern.LEFT_OUT]
    assert remark.pieces == (
        Piece("skjult et", "ved «Synlig skjult et»"),
        Piece("skjult to", "under «Økonomi», ved «skjult to»"),
        Piece("skjult tre", "under «Økonomi», ved «skjult tre»"),
    )


def test_a_place_is_told_in_the_words_that_are_left() -> None:
    """A number that was taken out does not stand beside the one that came in."""
    moved = '<w:moveFrom w:id="7"><w:r><w:t>Før </w:t></w:r></w:moveFrom>'
    reading = read(p("Pris ", moved, deleted("500"), inserted(r("600")), " kr."))
    assert {piece.place for one in reading.remarks for piece in one.pieces} == {
        "ved «Pris 600 kr.»"
    }


def test_long_words_are_cut() -> None:
    (remark,) = read(p("ord " * 50, r("skjult", "vanish"))).remarks
    assert len(remark.pieces[0].place) < 80


def test_what_is_not_in_the_body_is_named_by_its_part() -> None:
    assert of_part("word/footer3.xml") == "i sidefoden"
    assert of_part("word/unknown.xml") == "i filen"


def test_what_stands_between_paragraphs_is_placed_after_the_last() -> None:
    page = "<html><head><style>p {}</style></head><body><p>Bilag 1</p></body></html>"
    reading = read(
        p("Økonomi", style="Overskrift1"),
        p("Kommunen betaler."),
        '<w:altChunk r:id="c"/>',
        '<w:altChunk r:id="d"/>',
        '<w:altChunk r:id="e"/>',
        related=[
            ("c", "aFChunk", "bilag.htm"),
            ("d", "aFChunk", "bilag.docx"),
            ("e", "aFChunk", "tom.html"),
        ],
        parts={
            "word/bilag.htm": page,
            "word/bilag.docx": "ikke en side",
            "word/tom.html": "",
        },
    )
    (remark,) = reading.remarks
    place = "under «Økonomi», ved «Kommunen betaler.»"
    assert remark.pieces == tuple(
        Piece(words, place) for words in ("Bilag 1", "bilag.docx", "tom.html")
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bilag.htm", "<html><body><p>Født på Ærø – år</p></body></html>".encode()),
        ("bilag.txt", "Født på Ærø – år".encode()),
        ("bilag.txt", "Født på Ærø – år".encode("utf-8-sig")),
        ("bilag.txt", "Født på Ærø – år".encode("utf-16")),
        ("bilag.htm", f"{SAYS.format('utf-8')}Født på Ærø – år".encode()),
        ("bilag.htm", f"{SAYS.format('iso-8859-1')}Født på Ærø – år".encode()),
        ("bilag.htm", f"{SAYS.format('cp1252')}Født på Ærø – år".encode("cp1252")),
    ],
)
def test_an_inserted_page_is_told_in_the_letters_it_was_written_with(
    name: str, content: bytes
) -> None:
    reading = read(
        p("Kommunen betaler."),
        '<w:altChunk r:id="c"/>',
        related=[("c", "aFChunk", name)],
        parts={f"word/{name}": content},
    )
    (remark,) = reading.remarks
    assert [piece.text for piece in remark.pieces] == ["Født på Ærø – år"]


def test_an_inserted_text_in_older_letters_is_told_in_them() -> None:
    reading = read(
        p("Kommunen betaler."),
        '<w:altChunk r:id="c"/>',
        related=[("c", "aFChunk", "bilag.txt")],
        parts={"word/bilag.txt": "Født på Ærø".encode("latin-1")},
    )
    (remark,) = reading.remarks
    assert [piece.text for piece in remark.pieces] == ["Født på Ærø"]
