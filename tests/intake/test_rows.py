"""Tables that say who does what become rows; what is unclear is asked about, never
guessed.
"""

import pytest

from registry.catalogue.queries import Catalogue
from registry.documents.blocks import Span, Table, text
from registry.intake.naming import Names
from registry.intake.rows import RowTable, rows_of
from tests.intake.samples import heading, recognised, table

HEAD = ("Opgave", "Ansvarlig", "Frist", "Hvem betaler?")


@pytest.fixture(scope="module")
def names(shipped: Catalogue) -> Names:
    return Names(shipped.today())


def read(
    names: Names, *lines: tuple[str, ...], head: tuple[str, ...] = HEAD
) -> RowTable:
    row_table = rows_of(table(head, *lines), "Udskrivning", names)
    assert row_table is not None
    return row_table


def test_each_line_becomes_a_row(names: Names) -> None:
    row_table = read(
        names,
        (
            "Varsle kommunen",
            "Hospitalet",
            "Senest 8 hverdage før udskrivning",
            "Regionen",
        ),
        ("Modtage borgeren", "Kommunen", "", "Kommunen"),
    )
    first, second = (row.values for row in row_table.rows)
    assert row_table.is_whole
    assert (first["task"], first["responsible"], first["payer"]) == (
        "Varsle kommunen",
        ("hospital",),
        ("region",),
    )
    assert (second["task"], second["deadline"], second["payer"]) == (
        "Modtage borgeren",
        "",
        ("kommune",),
    )


def test_a_deadline_is_also_read_as_data(names: Names) -> None:
    line = (
        "Varsle kommunen",
        "Hospitalet",
        "Senest 8 arbejdsdage før forventet udskrivning.",
        "",
    )
    values = read(names, line).rows[0].values
    assert values["deadline"] == "Senest 8 arbejdsdage før forventet udskrivning."
    assert (values["deadline_amount"], values["deadline_unit"]) == (8.0, "hverdage")
    assert (values["deadline_relation"], values["deadline_event"]) == (
        "før",
        "forventet udskrivning",
    )


@pytest.mark.parametrize(
    "text", ["Hurtigst muligt", "Inden 7 dage", "3 dage eller 8 timer efter"]
)
def test_a_deadline_that_does_not_say_all_stays_a_text(names: Names, text: str) -> None:
    values = read(names, ("Varsle", "Hospitalet", text, "")).rows[0].values
    assert (values["deadline"], values["deadline_amount"]) == (text, None)


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("2-3 uger efter udskrivning", "Frist: Fristen er et spænd"),
        ("To til tre døgn før indlæggelse", "Frist: Fristen er et spænd"),
        ("1.50 timer efter ankomst", "Frist: Fristens tal kan læses på flere måder."),
    ],
)
def test_a_deadline_that_is_no_one_length_is_asked_about(
    names: Names, text: str, beginning: str
) -> None:
    row = read(names, ("Varsle", "Hospitalet", text, "")).rows[0]
    assert row.values["deadline_amount"] is None
    assert any(doubt.startswith(beginning) for doubt in row.doubts)


def test_what_the_table_does_not_say_is_left_empty_and_told(names: Names) -> None:
    row_table = read(names, ("Varsle kommunen", "Hospitalet", "", "Regionen"))
    assert row_table.rows[0].values["authority"] == ()
    assert any(
        "ikke: Myndighedsansvar, Lægeligt behandlingsansvar, Målgrupper." in d
        for d in row_table.doubts
    )


def test_a_head_with_two_meanings_is_told(names: Names) -> None:
    row_table = read(names, ("Varsle kommunen", "Hospitalet", "", "Regionen"))
    assert (
        "Kolonnen «Ansvarlig» er læst som «Udføres af». Passer det?" in row_table.doubts
    )


def test_an_unknown_actor_is_told_and_the_table_kept(names: Names) -> None:
    row_table = read(names, ("Varsle kommunen", "Den fælles enhed", "", "Regionen"))
    assert row_table.rows[0].values["responsible"] == ()
    assert row_table.rows[0].doubts[0] == (
        "Udføres af: «Den fælles enhed» er ikke et navn, kataloget kender. Vælg selv."
    )
    assert not row_table.is_whole


def test_an_unknown_column_is_told_and_the_table_kept(names: Names) -> None:
    line = ("Varsle kommunen", "Hospitalet", "MedCom")
    row_table = read(names, line, head=("Opgave", "Udføres af", "System"))
    assert "Kolonnen «System»: «MedCom» er ikke overført." in row_table.rows[0].doubts
    assert not row_table.is_whole


def test_the_heading_above_gives_the_phase(names: Names) -> None:
    row_table = read(names, ("Varsle kommunen", "Hospitalet", "", "Regionen"))
    assert row_table.rows[0].values["phase"] == "udskrivning"
    assert (
        "Fasen er læst af overskriften «Udskrivning». Passer den?" in row_table.doubts
    )


def test_empty_lines_are_no_rows(names: Names) -> None:
    assert (
        read(names, ("", "–", "", ""), ("Varsle", "Hospitalet", "", ""))
        .rows[0]
        .values["task"]
    )


def test_a_line_across_the_table_is_told(names: Names) -> None:
    row_table = read(
        names, ("Ved udskrivning",) * 4, ("Varsle", "Hospitalet", "", "Regionen")
    )
    assert len(row_table.rows) == 1
    assert any(
        "«Ved udskrivning» går over hele tabellen" in d for d in row_table.doubts
    )
    assert not row_table.is_whole


def test_a_table_with_a_field_on_each_line_is_one_row(names: Names) -> None:
    lines = (
        ("Opgave", "Varsle kommunen"),
        ("Udføres af", "Hospital"),
        ("Bekræftet", "ja"),
    )
    row_table = read(names, *lines, head=("Felt", "Indhold"))
    (row,) = row_table.rows
    assert (row.values["task"], row.values["responsible"]) == (
        "Varsle kommunen",
        ("hospital",),
    )
    assert row.values["confirmed"] is True
    assert row_table.is_whole


@pytest.mark.parametrize(
    "head",
    [
        ("Besked", "Standard"),
        ("Opgave", "Bemærkning"),
        ("Niveau", "Udføres af", "Betales af"),
    ],
)
def test_other_tables_are_no_rows(names: Names, head: tuple[str, ...]) -> None:
    assert rows_of(table(head, head), "Udskrivning", names) is None


def test_of_two_heads_the_second_says_what_the_columns_are(names: Names) -> None:
    heads = (("Opgave", "Ansvar", "Ansvar"), ("Opgave", "Udfører", "Betaler"))
    row_table = read(
        names, heads[1], ("Varsle", "Hospitalet", "Regionen"), head=heads[0]
    )
    (row,) = row_table.rows
    assert (row.values["responsible"], row.values["payer"]) == (
        ("hospital",),
        ("region",),
    )


def test_a_head_that_is_repeated_is_no_row(names: Names) -> None:
    lines = (
        ("Varsle", "Hospitalet", "", "Region"),
        HEAD,
        ("Hente", "Kommunen", "", "Region"),
    )
    row_table = read(names, *lines)
    assert [row.values["task"] for row in row_table.rows] == ["Varsle", "Hente"]
    assert row_table.is_whole


def test_a_field_that_stands_twice_is_told_and_the_table_kept(names: Names) -> None:
    lines = (("Opgave", "Sende brev"), ("Frist", "Straks"), ("Ansvarlig", "Kommunen"))
    row_table = read(names, *lines, head=("Opgave", "Varsle"))
    (row,) = row_table.rows
    assert row.values["task"] == "Varsle"
    assert "«Opgave»: «Sende brev» er ikke overført." in row.doubts
    assert "«Ansvarlig» er læst som «Udføres af». Passer det?" in row.doubts
    assert not row_table.is_whole


@pytest.mark.parametrize(
    "written",
    [
        "3-5 dage før udskrivning",
        "Tidligst 2 dage før udskrivning",
        "2 dage før kl. 12",
    ],
)
def test_a_deadline_of_more_than_one_length_is_no_data(
    names: Names, written: str
) -> None:
    (row,) = read(names, ("Varsle", "Hospitalet", written, "Regionen")).rows
    assert row.values["deadline"] == written
    assert row.values["deadline_amount"] is None


def test_the_address_of_a_link_in_a_table_stays(names: Names) -> None:
    link = Table(
        "", HEAD, (((Span("Varsle", href="https://a.example/v"),), *[text("")] * 3),)
    )
    row_table = rows_of(link, "Udskrivning", names)
    assert row_table is not None
    assert row_table.rows[0].values["task"] == "Varsle (https://a.example/v)"


def test_cells_are_read_without_the_signs_of_notes_and_it_is_asked(
    shipped: Catalogue,
) -> None:
    agreement = recognised(
        shipped,
        heading("Hvem gør hvad"),
        table(
            ("Opgave (note 1)", "Udføres af"),
            ("Køre patienten (note 3)", "Kommune* (note 4)"),
            ("Måle 10 m²", "Kommune¹"),
        ),
    )
    first, second = agreement.rows
    assert (first.values["task"], first.values["responsible"]) == (
        "Køre patienten",
        ("kommune",),
    )
    assert (second.values["task"], second.values["responsible"]) == (
        "Måle 10 m²",
        ("kommune",),
    )
    asked = "Opgave: «Køre patienten (note 3)». Henvisningen til noten er ikke med."
    assert asked in first.doubts
    # The whole table stays in the text, with its notes.
    assert "Køre patienten (note 3)" in agreement.values["body"]
