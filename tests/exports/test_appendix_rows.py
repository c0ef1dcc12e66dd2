"""The rows of one agreement in an appendix."""

import pytest

from registry.catalogue.queries import Catalogue
from registry.documents.blocks import plain
from registry.exports.appendix_rows import COLUMN_FIELDS, row_table
from registry.rules.fields import DOCUMENT_COLUMNS, LIABLE_COLUMN


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
    field = COLUMN_FIELDS[LIABLE_COLUMN][0]
    renamed = tuple(field._replace(label=label) for label in labels)
    monkeypatch.setitem(COLUMN_FIELDS, LIABLE_COLUMN, renamed)
    rows = [
        r for r in shipped.today().answering_rows if getattr(r.snitflade, field.name)
    ]

    (cells,) = row_table(shipped.today(), "Aftalen", rows[:1]).rows

    assert plain(cells[DOCUMENT_COLUMNS.index(LIABLE_COLUMN)]).startswith(listed)
