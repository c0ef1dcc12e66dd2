"""Remarks: short excerpts, and not too many of a kind."""

from registry.intake.docx.remarks import LONGEST, MOST, MOST_NAMED
from registry.intake.read_text import Concern
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
