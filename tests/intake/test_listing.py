"""The catalogue's own document of an agreement: three tables of its rows become one.

Also covers registry/rules/row_listing.py and registry/exports/agreement_rows.py.
"""

from dataclasses import replace

import pytest

from registry.catalogue.queries import Catalogue
from registry.documents.blocks import Span, Table, Text, plain, text
from registry.exports import agreement_rows
from registry.intake.listing import Listing
from registry.intake.naming import Names
from registry.intake.rows import RowTable
from registry.publishing.surroundings import published_content
from registry.rules.fields import ROW_FIELDS
from tests.intake.samples import table

SLUG = "psykiatri-voksne"


@pytest.fixture(scope="module")
def names(shipped: Catalogue) -> Names:
    return Names(shipped.today())


@pytest.fixture(scope="module")
def tables(shipped: Catalogue) -> tuple[Table, Table, Table]:
    """Overview, rows in full, evidence."""
    snapshot = shipped.today()
    rows = snapshot.agreement(SLUG).shown.rows
    write = (
        agreement_rows.overview,
        agreement_rows.in_full,
        agreement_rows.evidence,
    )
    overview, in_full, evidence = (make(snapshot, rows) for make in write)
    return overview, in_full, evidence


def read(names: Names, tables: tuple[Table, ...], at: int) -> RowTable:
    row_table = Listing(tables, names).read(tables[at])
    assert row_table is not None
    return row_table


def with_line(table: Table, at: int, *line: Text) -> Table:
    lines = list(table.rows)
    lines[at] = line
    return replace(table, rows=tuple(lines))


def test_every_field_of_every_row_is_paired_again(
    shipped: Catalogue, names: Names, tables: tuple[Table, Table, Table]
) -> None:
    expected = published_content(shipped.today().agreement(SLUG).shown).rows
    rows = read(names, tables, 1).rows
    assert [row.doubts for row in rows] == [()] * len(expected)
    assert [[row.values[f.name] for f in ROW_FIELDS] for row in rows] == [
        [row[f.name] for f in ROW_FIELDS] for row in expected
    ]


def test_overview_and_evidence_give_no_rows_of_their_own(
    names: Names, tables: tuple[Table, Table, Table]
) -> None:
    for at in (0, 2):
        row_table = read(names, tables, at)
        assert (row_table.rows, row_table.doubts, row_table.is_whole) == ((), (), True)


def test_rows_of_one_task_are_told_apart_by_their_situation(
    shipped: Catalogue, tables: tuple[Table, Table, Table]
) -> None:
    """No two lines of the overview say the same."""
    rows = shipped.today().agreement(SLUG).shown.rows
    tasks = [row.snitflade.task for row in rows]
    told = [plain(line[1]).removesuffix(" (ikke bekræftet)") for line in tables[0].rows]
    assert any(tasks.count(task) > 1 for task in tasks)
    for row, said in zip(rows, told, strict=True):
        task, situation = row.snitflade.task, row.snitflade.situation
        is_shared = tasks.count(task) > 1 and situation
        assert said == (f"{task} ({situation})" if is_shared else task)


def test_another_situation_in_the_overview_is_a_doubt(
    names: Names, tables: tuple[Table, Table, Table]
) -> None:
    at = next(i for i, line in enumerate(tables[0].rows) if "(" in plain(line[1]))
    number, task, *rest = tables[0].rows[at]
    other = text(f"{plain(task).split(' (')[0]} (en anden situation)")
    changed = with_line(tables[0], at, number, other, *rest)
    (doubt,) = read(names, (changed, *tables[1:]), 0).doubts
    assert "en anden situation" in doubt


def test_a_cell_that_has_lost_its_bold_is_read_the_same(
    names: Names, tables: tuple[Table, Table, Table]
) -> None:
    lines = tuple(
        tuple((Span("".join(span.text for span in cell)),) for cell in line)
        for line in tables[1].rows
    )
    unmarked = replace(tables[1], rows=lines)
    assert (
        read(names, (tables[0], unmarked, tables[2]), 1).rows
        == read(names, tables, 1).rows
    )


def test_what_the_overview_says_otherwise_is_a_doubt(
    names: Names, tables: tuple[Table, Table, Table]
) -> None:
    number, task, _, *rest = tables[0].rows[2]
    changed = with_line(tables[0], 2, number, task, text("Kommune"), *rest)
    doubts = read(names, (changed, *tables[1:]), 0).doubts
    assert doubts == (
        "Overblikket siger «Kommune» ved «Udføres af» i nr. 3; det, der står i fuld "
        "tekst, er brugt.",
    )


@pytest.mark.parametrize("at", [0, 2])
def test_a_line_whose_row_is_gone_is_a_doubt(
    names: Names, tables: tuple[Table, Table, Table], at: int
) -> None:
    shortened = replace(tables[1], rows=tables[1].rows[:-1])
    (doubt,) = read(names, (tables[0], shortened, tables[2]), at).doubts
    assert f"(nr. {len(tables[1].rows)})" in doubt
    place = "belægget" if at else "overblikket"
    assert f"står i {place}, men er ikke blandt snitfladerne i fuld tekst" in doubt


def test_a_row_without_evidence_has_no_key(
    names: Names, tables: tuple[Table, Table, Table]
) -> None:
    rows = read(names, tables[:2], 1).rows
    assert {row.values["key"] for row in rows} == {""}
    assert rows[0].values["task"]


@pytest.mark.parametrize(
    ("cell", "doubt"),
    [
        ((Span("Noget andet. "),), "«Noget andet.» er ikke overført."),
        (
            (Span("Fase:", bold=True), Span(" Udskrivning")),
            "«Fase» står to gange; «Udskrivning» er ikke overført.",
        ),
    ],
)
def test_a_word_under_no_label_is_a_doubt(
    names: Names, tables: tuple[Table, Table, Table], cell: Text, doubt: str
) -> None:
    number, task, said = tables[1].rows[0]
    lines = {False: (*cell, *said), True: (*said, Span("\n"), *cell)}
    changed = with_line(tables[1], 0, number, task, lines["to gange" in doubt])
    assert doubt in read(names, (tables[0], changed, tables[2]), 1).rows[0].doubts


def test_a_numbered_table_of_others_is_none_of_these(names: Names) -> None:
    other = table(("Nr.", "Opgave", "Udføres af"), ("1", "Varsle", "Hospital"))
    assert Listing([other], names).read(other) is None
