"""Tables of duties that stand another way: turned where they can be, else asked of."""

import pytest

from registry.catalogue.queries import Catalogue
from registry.documents.blocks import Paragraph, Span
from tests.intake.samples import doubts, fact, heading, recognised, table

ASKED = (
    "Tabellen under «Opgaver» ligner opgaver og er ikke læst som snitflader. Skriv dem "
    "selv."
)


def test_a_matrix_of_crosses_is_read_and_asked_about(shipped: Catalogue) -> None:
    agreement = recognised(
        shipped,
        heading("Opgaver"),
        table(
            ("Opgave", "Hospital", "Kommune", "Almen praksis"),
            ("Bestille kørsel", "x", "", ""),
            ("Følge op", "", "X", "x"),
        ),
    )
    found = [(row.values["task"], row.values["responsible"]) for row in agreement.rows]
    assert found == [
        ("Bestille kørsel", ("hospital",)),
        ("Følge op", ("kommune", "praktiserende-laege")),
    ]
    assert any(
        doubt.startswith("Krydserne ved «Hospital»") for doubt in doubts(agreement)
    )


def test_fields_down_the_side_are_turned(shipped: Catalogue) -> None:
    agreement = recognised(
        shipped,
        heading("Opgaver"),
        table(
            ("Opgave", "Bestille kørsel", "Følge op"),
            ("Udføres af", "Hospital", "Kommune"),
            ("Frist", "Straks", "Inden 2 dage"),
        ),
    )
    found = [(row.values["task"], row.values["deadline"]) for row in agreement.rows]
    assert found == [("Bestille kørsel", "Straks"), ("Følge op", "Inden 2 dage")]
    assert any("ned ad siden er vendt" in doubt for doubt in doubts(agreement))


def test_who_does_what_and_when_is_read(shipped: Catalogue) -> None:
    for what in ("Gør hvad", "Skal gøre", "Hvad skal gøres"):
        agreement = recognised(
            shipped,
            heading("Opgaver"),
            table(("Hvem", what, "Hvornår"), ("Kommune", "Køre borgeren", "Straks")),
        )
        (row,) = agreement.rows
        assert (row.values["task"], row.values["responsible"]) == (
            "Køre borgeren",
            ("kommune",),
        )


@pytest.mark.parametrize(
    "lines",
    [
        (("Opgave", "Hospital", "Kommune"), ("Køre", "A", "R")),
        (("Opgave", "Bemærkning"), ("Køre", "Kommune")),
        (("Udføres af", "Bemærkning"), ("Kommune", "Kører")),
        (("Trin", "Hospital", "Kommune"), ("1", "Ringer", "Kører")),
    ],
)
def test_a_table_like_duties_that_cannot_be_read_is_asked_about(
    shipped: Catalogue, lines: tuple[tuple[str, ...], ...]
) -> None:
    agreement = recognised(shipped, heading("Opgaver"), table(*lines))
    assert agreement.rows == ()
    assert ASKED in doubts(agreement)
    assert lines[1][0] in agreement.values["body"]


@pytest.mark.parametrize(
    "lines",
    [
        (("Dato", "Ændring"), ("1. maj", "Ny kommune")),
        (("Navn", "Telefon"), ("Kommune", "12345678")),
        (("Opgave", "Pris"), ("Kørsel", "100 kr.")),
    ],
)
def test_other_tables_are_not_asked_about(
    shipped: Catalogue, lines: tuple[tuple[str, ...], ...]
) -> None:
    agreement = recognised(shipped, heading("Opgaver"), table(*lines))
    assert ASKED not in doubts(agreement)


def test_a_paragraph_that_begins_with_a_fields_name_is_pointed_at(
    shipped: Catalogue,
) -> None:
    agreement = recognised(
        shipped,
        heading("Formål"),
        fact("Økonomi", "Hver part betaler selv."),
        Paragraph((Span("Ansvarsfordeling.", bold=True), Span(" Kommunen kører."))),
        fact("Vigtigt", "Ring først."),
    )
    said = doubts(agreement)
    for label, begun in (
        ("Økonomi", "Økonomi:"),
        ("Ansvarsfordeling", "Ansvarsfordeling."),
    ):
        assert (
            f"«{label}» er ikke fundet under en overskrift. I teksten begynder et "
            f"afsnit med «{begun}». Udfyld feltet selv." in said
        )
    assert not any("Vigtigt" in one for one in said)
