"""The rows of one agreement in an appendix."""

from collections.abc import Sequence

import pytest

from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.told import told_in
from registry.documents.blocks import Block, Paragraph, Table, plain
from registry.exports.appendix_rows import (
    COLUMN_FIELDS,
    SHARED,
    WHERE_RELEVANT,
    row_blocks,
    row_table,
    what_silence_means,
)
from registry.rules.fields import (
    DOCUMENT_COLUMNS,
    HOLDS_COLUMN,
    ROW_FIELDS_BY_NAME,
    Field,
)
from registry.unsaid import NOT_APPLICABLE, NOT_STATED, Saying, saying_of

HOLDS = DOCUMENT_COLUMNS.index(HOLDS_COLUMN)


def text_of(blocks: Sequence[Block]) -> tuple[str, Table]:
    """The note over the table, empty where there is none, and the table."""
    *notes, table = blocks
    assert isinstance(table, Table)
    return " ".join(plain(n.text) for n in notes if isinstance(n, Paragraph)), table


def lists(snapshot: Snapshot) -> list[list[Row]]:
    return [list(a.shown.rows) for a in snapshot.agreements.values() if a.shown.rows]


@pytest.mark.parametrize(
    ("labels", "listed"),
    [
        (("Lægeligt ansvar", "Betaler"), "Lægeligt ansvar, betaler: "),
        (("Betaler", "UTH-ansvar"), "Betaler, UTH-ansvar: "),
        (("UTH", "CPR-nummer"), "UTH, CPR-nummer: "),
        (("FMK", "Økonomi efter UTH"), "FMK, økonomi efter UTH: "),
    ],
)
def test_labels_of_one_value_are_listed_and_names_of_capitals_keep_them(
    shipped: Catalogue,
    monkeypatch: pytest.MonkeyPatch,
    labels: tuple[str, ...],
    listed: str,
) -> None:
    field = ROW_FIELDS_BY_NAME["payer"]
    renamed = tuple(field._replace(label=label) for label in labels)
    monkeypatch.setitem(COLUMN_FIELDS, HOLDS_COLUMN, renamed)
    rows = [
        row
        for row in shipped.today().answering_rows
        if saying_of(row.snitflade.payer) is Saying.STATED
    ]

    (cells,) = row_table(shipped.today(), "Aftalen", rows[:1]).rows

    assert plain(cells[HOLDS]).startswith(listed)


def test_every_field_of_every_row_is_in_its_line_or_said_of_all(
    shipped: Catalogue,
) -> None:
    """But for what is not relevant to the task, which a note tells of."""
    snapshot, count = shipped.today(), 0
    for rows in lists(snapshot):
        note, table = text_of(list(row_blocks(snapshot, "Aftalen", rows)))
        for row, cells in zip(rows, table.rows, strict=True):
            for at, column in enumerate(DOCUMENT_COLUMNS):
                for field in COLUMN_FIELDS[column]:
                    value = told_in(snapshot, row, field)
                    if value and not is_irrelevant(row, field):
                        assert stands_in(field, value, plain(cells[at]), note), row.id
                        count += 1
    assert count > 1000


def is_irrelevant(row: Row, field: Field) -> bool:
    value = getattr(row.snitflade, field.name)
    return field.name in WHERE_RELEVANT and value == [NOT_APPLICABLE]


def stands_in(field: Field, value: str, cell: str, note: str) -> bool:
    """Under its label, or among the labels of several fields with one value."""
    label = field.label.lower()
    lines = [
        part for line in cell.split("\n") for part in line.split("\N{NO-BREAK SPACE}· ")
    ]
    own = any(
        line.endswith(f": {value}") and label in line.lower().split(": ")[0].split(", ")
        for line in [*lines, cell]
    )
    return own or f"{label}: {value}".lower() in cell.lower() or value in note


@pytest.mark.parametrize("name", WHERE_RELEVANT)
def test_who_answers_is_named_only_where_it_is_relevant(
    shipped: Catalogue, name: str
) -> None:
    """What the agreement does not say is no such silence: it is said."""
    snapshot = shipped.today()
    label = ROW_FIELDS_BY_NAME[name].label
    (row,) = [
        next(r for r in snapshot.answering_rows if getattr(r.snitflade, name) == value)
        for value in ([NOT_APPLICABLE],)
    ]
    (unstated,) = [
        next(r for r in snapshot.answering_rows if getattr(r.snitflade, name) == value)
        for value in ([NOT_STATED],)
    ]

    silent, said = row_table(snapshot, "Aftalen", [row, unstated]).rows

    assert label.lower() not in plain(silent[HOLDS]).lower()
    assert label.lower() in plain(said[HOLDS]).lower()
    assert f"«{label}»" in what_silence_means()


def test_what_all_rows_say_is_said_once_and_what_one_says_otherwise_is_not(
    shipped: Catalogue,
) -> None:
    snapshot = shipped.today()
    field = ROW_FIELDS_BY_NAME["phase"]
    rows = max(lists(snapshot), key=len)
    phases = {row.snitflade.phase for row in rows}
    alike = [row for row in rows if row.snitflade.phase == rows[0].snitflade.phase]
    assert len(phases) > 1 and len(alike) >= SHARED
    label = f"{field.label}: {told_in(snapshot, rows[0], field)}"

    note, table = text_of(list(row_blocks(snapshot, "Aftalen", alike)))
    assert label in note
    assert all(field.label not in plain(cells[HOLDS]) for cells in table.rows)

    note, table = text_of(list(row_blocks(snapshot, "Aftalen", rows)))
    assert f"{field.label}:" not in note
    assert all(f"{field.label}:" in plain(cells[HOLDS]) for cells in table.rows)


def test_of_a_few_rows_each_says_all_itself(shipped: Catalogue) -> None:
    snapshot = shipped.today()
    rows = max(lists(snapshot), key=len)[: SHARED - 1]
    note, table = text_of(list(row_blocks(snapshot, "Aftalen", rows)))
    assert note == ""
    assert all("Målgrupper: " in plain(cells[HOLDS]) for cells in table.rows)
