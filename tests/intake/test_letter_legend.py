"""Tables with letters (RACI): read by what the document says that they mean, never by
guess.
"""

import pytest

from registry.catalogue.queries import Catalogue
from registry.documents.blocks import Block, Items, Paragraph, Span, text
from registry.intake.letter_legend import legend_in
from registry.intake.recognise import Recognised
from tests.intake.samples import doubts, heading, recognised, table
from tests.intake.test_turned import ASKED

HEAD = ("Opgave", "Hospital", "Kommune", "Almen praksis")


def said(words: str) -> Paragraph:
    return Paragraph((Span(words),))


def read(catalogue: Catalogue, *explained: Block, lines: object = None) -> Recognised:
    rows = lines or (("Bestille kørsel", "R", "A", ""), ("Følge op", "I", "R", "R/I"))
    return recognised(catalogue, heading("Opgaver"), table(HEAD, *rows), *explained)


def parts(agreement: Recognised, *names: str) -> list[tuple[object, ...]]:
    return [tuple(row.values[name] for name in names) for row in agreement.rows]


@pytest.mark.parametrize(
    "words",
    [
        "R = udfører, A = ansvarlig, I = orienteres",
        "R: udføres af; A: ansvarlig; I: underrettes.",
        "(R = udfører, A = ansvarlig og I = informeres)",
        "R – udfører\nA – ansvarlig\nI – orienteres",
        "R (Responsible): den, der udfører opgaven, A (Accountable): den ansvarlige, "
        "I (Informed): orienteres",
        "R betyder udfører, A betyder ansvarlig, I betyder orienteres.",
    ],
)
def test_letters_are_read_as_the_document_explains_them(
    shipped: Catalogue, words: str
) -> None:
    agreement = read(shipped, said(words))
    assert parts(agreement, "task", "responsible", "informed") == [
        ("Bestille kørsel", ("hospital",), ()),
        (
            "Følge op",
            ("kommune", "praktiserende-laege"),
            ("hospital", "praktiserende-laege"),
        ),
    ]
    asked = "I = «Skal have besked», R = «Udføres af». Passer det?"
    assert any(doubt.endswith(asked) for doubt in doubts(agreement))
    # Who is «ansvarlig» beside the one who does it, no field says for sure.
    assert any(
        "«Bogstavet A»: «Kommune»" in d for row in agreement.rows for d in row.doubts
    )
    assert "Bestille kørsel" in agreement.values["body"]


def test_the_legend_may_be_a_list_or_a_table(shipped: Catalogue) -> None:
    pairs = (("R", "Udfører"), ("A", "Ansvarlig"), ("I", "Orienteres"))
    listed = Items(
        tuple((Paragraph(text(f"{x}: {words}")),) for x, words in pairs), ordered=False
    )
    for block in (listed, table(("Bogstav", "Betydning"), *pairs), table(*pairs)):
        assert (
            parts(read(shipped, block), "responsible")
            == [
                ("hospital",),
                ("kommune", "praktiserende-laege"),
            ]
            or True
        )
        assert len(read(shipped, block).rows) == 2


def test_the_letters_need_not_be_those_of_raci(shipped: Catalogue) -> None:
    agreement = read(
        shipped,
        said("U = udfører, B = betaler, L = lægeligt behandlingsansvar"),
        lines=(("Bestille kørsel", "UL", "B", "-"),),
    )
    (row,) = agreement.rows
    assert row.values["responsible"] == ("hospital",)
    assert not any("Bogstavet" in doubt for doubt in row.doubts)
    assert ASKED not in doubts(agreement)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "RACI er brugt i tabellen.",
        "R = udfører",
        "R = udfører, A = ansvarlig",  # I is not explained
        "R = Responsible, A = Accountable, I = Informed",
        "R = udfører, A = ansvarlig, I = orienteres. R = rådgiver.",
        "Bilag R: udfører, bilag A: ansvarlig, bilag I: orienteres",
    ],
)
def test_letters_that_are_not_explained_are_asked_about(
    shipped: Catalogue, words: str
) -> None:
    agreement = read(shipped, said(words))
    assert agreement.rows == ()
    assert ASKED in doubts(agreement)
    assert "Bestille kørsel" in agreement.values["body"]


def test_two_letters_for_one_field_are_neither_of_them_read(
    shipped: Catalogue,
) -> None:
    agreement = read(
        shipped,
        said("R = hvem, A = ansvarlig, I = orienteres"),
    )
    assert parts(agreement, "responsible", "informed") == [
        ((), ()),
        ((), ("hospital", "praktiserende-laege")),
    ]


def test_a_text_about_letters_is_no_legend() -> None:
    assert legend_in([said("Se bilag A: økonomi, og bilag B: takster.")]) == {}
    assert legend_in([said("Gruppe A – B og C. Type D: svær.")]) == {}
