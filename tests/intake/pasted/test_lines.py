"""The lines of a pasted text: words made whole, and which lines belong together."""

import pytest

from registry.documents.blocks import Paragraph, plain
from registry.intake.pasted.lines import excerpts, pieces_of
from registry.intake.pasted.reader import read
from tests.intake.pasted.samples import markdown


@pytest.mark.parametrize(
    ("divided", "whole"),
    [
        ("Regionen har behandlings-\nansvaret.", "Regionen har behandlingsansvaret."),
        (
            "Regionen har behandlings\u00ad\nansvaret.",
            "Regionen har behandlingsansvaret.",
        ),
        ("Regionens behand\u00adlings\u00adansvar.", "Regionens behandlingsansvar."),
        (
            "Aftalen gælder børne-\nog ungdomspsykiatri.",
            "Aftalen gælder børne- og ungdomspsykiatri.",
        ),
        ("Der er ind-\neller udskrivning.", "Der er ind- eller udskrivning."),
        ("Det er en 72-\ntimers regel.", "Det er en 72-timers regel."),
        ("Aftalen med PLO-\nH gælder.", "Aftalen med PLO-H gælder."),
        ("Det gælder KOL-\npatienter.", "Det gælder KOL-patienter."),
        ("Der sendes en e-\nmail.", "Der sendes en e-mail."),
        ("Regionen -\nog kommunen.", "Regionen - og kommunen."),
        ("Det ﬁndes i en ﬂerårsaftale.", "Det findes i en flerårsaftale."),
        ("Inden\u00a072\u202ftimer.", "Inden 72 timer."),
        ("Borgerens pa\u030argrende.", "Borgerens pårgrende."),
        ("Et tegn\x01 for\u200b lidt.", "Et tegn for lidt."),
    ],
)
def test_words_are_made_whole(divided: str, whole: str) -> None:
    (block,) = read(divided).blocks

    assert isinstance(block, Paragraph)
    assert plain(block.text) == whole


def test_full_lines_are_one_paragraph_and_a_short_last_line_ends_it() -> None:
    text = (
        "Kommunen visiterer borgeren til et midlertidigt ophold, når borgeren ikke "
        "kan\n"
        "være i eget hjem. Regionen orienteres samme dag, og egen læge får besked om\n"
        "opholdet.\n"
        "Regionen betaler for medicin under opholdet, indtil borgeren er "
        "færdigbehandlet.\n"
    )

    assert len(read(text).blocks) == 2


def test_blank_lines_part_paragraphs_but_not_the_two_halves_of_a_sentence() -> None:
    text = (
        "Kommunen visiterer borgeren til et midlertidigt ophold, når borgeren ikke "
        "kan\n\n"
        "være i eget hjem.\n\n"
        "Regionen orienteres samme dag.\n"
    )

    assert markdown(text) == (
        "Kommunen visiterer borgeren til et midlertidigt ophold, når borgeren ikke kan "
        "være i eget hjem.\n\nRegionen orienteres samme dag."
    )


def test_a_blank_line_after_every_line_parts_no_paragraphs() -> None:
    lines = [
        "Kommunen visiterer borgeren til et midlertidigt ophold, når borgeren ikke kan",
        "være i eget hjem, og når egen læge, hospitalet eller hjemmesygeplejen i",
        "Region Østdanmark beder om det.",
        "",
        "Regionen orienteres samme dag, og det gør egen læge også, når borgeren er "
        "flyttet",
        "ind.",
    ]

    assert len(read("\n\n".join(lines)).blocks) == 2


def test_an_indented_line_begins_a_paragraph() -> None:
    text = (
        "Kommunen visiterer borgeren til et midlertidigt ophold, og regionen får "
        "besked.\n"
        "   Regionen betaler for medicin under opholdet, indtil borgeren er "
        "færdigbehandlet.\n"
    )

    assert len(read(text).blocks) == 2


def test_a_mail_whose_paragraphs_are_one_line_each_keeps_them() -> None:
    text = (
        "Kommunen betaler for plejen. " * 8
        + "\n"
        + "Regionen betaler for medicinen. " * 8
    )

    assert len(read(text).blocks) == 2


def test_all_that_a_remark_names_the_first_of_is_behind_it() -> None:
    texts = [f"linje {at} ...... 3" for at in range(60)]
    assert excerpts([*texts, texts[0]]).endswith("og 10 til")
    pieces = pieces_of([*texts, texts[0]])
    assert [piece.text for piece in pieces[:1]] == ["linje 0 … 3"]
    assert len(pieces) == 60
