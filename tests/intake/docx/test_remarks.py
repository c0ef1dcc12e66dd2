"""Remarks: short excerpts, and not too many of a kind."""

import pytest

from registry.intake.docx import remarks as remarks_module
from registry.intake.docx.remarks import (
    LONGEST,
    LONGEST_PIECE,
    MOST,
    MOST_NAMED,
    Remarks,
)
from registry.intake.read_text import Concern, Piece
from tests.intake.docx_files import p, r, read, remarks


def test_remarks_are_short_and_not_too_many() -> None:
    pictures = "".join(
        "<w:r><w:drawing><wp:docPr "
        f'descr="{"Et kort " * 20}{at}"/><pic:pic/></w:drawing></w:r>'
        for at in range(MOST + 7)
    )
    texts = remarks(read(p("Før", pictures)), Concern.LEFT_OUT)
    assert len(texts) == MOST + 1
    assert texts[-1] == "… og 7 til af samme slags."
    assert len(texts[0]) == len("Et billede er udeladt: «».") + LONGEST


def test_one_remark_on_many_things_names_the_first_of_them() -> None:
    words = [f"ord{at}" for at in range(MOST_NAMED + 2)]
    (remark,) = read(p("Før ", *(r(f"{word} ", "strike") for word in words))).remarks
    assert remark.text.startswith(f"{len(words)} stykker tekst er gennemstreget")
    assert remark.text.endswith(f"«{words[MOST_NAMED - 1]}» og 2 til.")


def test_the_whole_list_is_behind_the_remark() -> None:
    words = [f"ord{at}" for at in range(42)]
    (remark,) = read(p("Før ", *(r(f"{word} ", "strike") for word in words))).remarks
    assert [piece.text for piece in remark.pieces] == words
    assert remark.has_more


def test_what_a_remark_says_already_has_no_more() -> None:
    gathered = Remarks()
    gathered.add(Concern.LEFT_OUT, "Et billede er udeladt", "Kort")
    assert [remark.has_more for remark in gathered.all()] == [False]


def test_of_many_remarks_of_a_kind_the_last_holds_the_rest() -> None:
    gathered = Remarks()
    for at in range(MOST + 7):
        gathered.add(
            Concern.LEFT_OUT, "Et billede er udeladt", Piece(f"kort {at}", "x")
        )
    *_, last = gathered.all()
    assert [piece.text for piece in last.pieces] == [
        f"kort {at}" for at in range(MOST, MOST + 7)
    ]


def test_a_list_without_end_is_cut_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(remarks_module, "MOST_PIECES", 3)
    gathered = Remarks()
    texts = ["a" * 2 * LONGEST_PIECE, "b", "c", "d", "e"]
    gathered.count(Concern.LEFT_OUT, "Et", "{} stykker", texts)
    (remark,) = gathered.all()
    assert len(remark.pieces[0].text) == LONGEST_PIECE
    assert remark.pieces[-1].text == "… og 2 til, som kun står i originalen"

    monkeypatch.setattr(remarks_module, "MOST_LETTERS", 0)
    (remark,) = gathered.all()
    assert [piece.text for piece in remark.pieces] == [
        "… og 5 til, som kun står i originalen"
    ]
