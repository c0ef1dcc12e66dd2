"""Cells of a table of records: written, and read back as they were."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registry.catalogue.queries import Catalogue
from registry.records.cells import columns_of, read_cells, written
from registry.records.checks import completed
from registry.records.kinds import RECORD_KINDS
from registry.rules.follow_up import PERIODS, last_of
from tests.parts import examples
from tests.records.follow_up import AIM, FIGURE, REPORT, STAGE

pytestmark = pytest.mark.usefixtures("stopped_clock")
SAMPLES: dict[str, dict[str, Any]] = {
    "aim": AIM,
    "measurement": FIGURE,
    "status-report": REPORT,
    "implementation": STAGE,
}


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_written_is_read_back(catalogue: Catalogue, name: str) -> None:
    kind, snapshot = RECORD_KINDS[name], catalogue.today()
    values = completed(kind, SAMPLES[name])
    names = [f.name for f in columns_of(kind)]
    cells = dict(zip(names, written(snapshot, kind, values), strict=True))

    read, wrong = read_cells(snapshot, kind, cells)

    assert wrong == {}
    assert completed(kind, read) == values


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    max_examples=examples(60),
)
@given(
    st.floats(-1e8, 1e8, allow_nan=False).map(lambda v: round(v, 4) + 0.0),
    st.dates(date(1950, 1, 1), date(2100, 1, 1)),
    st.sampled_from([key for key, _ in PERIODS]),
)
def test_any_figure_of_any_period_is_read_back(
    catalogue: Catalogue, value: float, day: date, period: str
) -> None:
    kind, snapshot = RECORD_KINDS["measurement"], catalogue.today()
    ends = last_of(day, period)
    own = {**FIGURE, "value": value, "effective_on": ends, "period": period}
    names = [f.name for f in columns_of(kind)]
    cells = dict(zip(names, written(snapshot, kind, own), strict=True))

    read, wrong = read_cells(snapshot, kind, cells)

    assert wrong == {}
    assert (read["value"], read["effective_on"], read["period"]) == (
        value,
        ends,
        period,
    )


@pytest.mark.parametrize(
    ("field", "cell", "told"),
    [
        ("indicator", "Akute genindlæggelser, 30 dage", "Mente du"),
        ("indicator", "noget helt andet", "kendes ikke"),
        ("effective_on", "i fjor", "ikke en periode"),
        ("value", "mange", "ikke et tal"),
        ("value", "11.7", "komma"),
        ("value", "1,000", "Kommaet"),
        ("value", "10-12", "to tal"),
    ],
)
def test_what_cannot_be_read_is_told(
    catalogue: Catalogue, field: str, cell: str, told: str
) -> None:
    kind = RECORD_KINDS["measurement"]

    _, wrong = read_cells(catalogue.today(), kind, {field: cell})

    assert told in wrong[field]


def test_a_date_and_a_choice_that_are_none_are_told(catalogue: Catalogue) -> None:
    cells = {"stage": "næsten", "effective_on": "snart"}
    _, wrong = read_cells(catalogue.today(), RECORD_KINDS["implementation"], cells)

    assert "planlagt, begyndt eller i drift" in wrong["stage"]
    assert "ikke en dato" in wrong["effective_on"]


def test_names_are_known_by_label_key_and_short_form(catalogue: Catalogue) -> None:
    kind, snapshot = RECORD_KINDS["measurement"], catalogue.today()
    for cell in ("Nordby Kommune", "nordby", "NORDBY"):
        assert read_cells(snapshot, kind, {"place": cell})[0]["place"] == "nordby"


def test_what_was_kept_from_being_a_formula_is_as_it_was(catalogue: Catalogue) -> None:
    kind, snapshot = RECORD_KINDS["measurement"], catalogue.today()
    cells = {"value": "'-1,5", "source": "'=A1", "reason": "'citat'"}

    read, _ = read_cells(snapshot, kind, cells)

    assert (read["value"], read["source"], read["reason"]) == (-1.5, "=A1", "'citat'")
