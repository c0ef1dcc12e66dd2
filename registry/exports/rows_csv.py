"""The table of snitflader as CSV: its columns in order, headed as rules/fields.py calls
the fields, and its lines.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from registry.catalogue.snapshot import Row, ShownAgreement, Snapshot
from registry.catalogue.told import told_in
from registry.rules.fields import ROW_FIELDS

# The row's address, the fields that are a column there, and what stands after them.
ADDRESS = "Snitflade"
COLUMNS = tuple(field for field in ROW_FIELDS if field.column)
AFTER: Mapping[str, Callable[[Row, ShownAgreement], str]] = {
    "Afsnit": lambda row, _: row.snitflade.section,
    "Aftale": lambda _, agreement: agreement.shown.version.title,
    "Status": lambda _, agreement: agreement.status.status.value,
}


def rows_csv(snapshot: Snapshot, rows: Iterable[Row]) -> Iterator[Sequence[str]]:
    """The head, and a line for each row, with the values told in Danish."""
    yield (ADDRESS, *(field.label for field in COLUMNS), *AFTER)

    for row in rows:
        agreement = snapshot.agreement(row.agreement)
        cells = [told_in(snapshot, row, field) for field in COLUMNS]
        yield (row.id, *cells, *(cell(row, agreement) for cell in AFTER.values()))
