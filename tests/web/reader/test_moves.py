"""The page of tasks that have moved, its chart and its amounts.

Also covers registry/web/reader/moves_chart.py.
"""

from datetime import date

import pytest
from flask.testing import FlaskClient

from registry.catalogue.moves import all_moves
from registry.models import Choice
from registry.web.reader.moves import amounts_of
from registry.web.reader.moves_chart import chart_of
from tests.catalogue.shelf import EARLY, Shelf

DAY = date(2027, 1, 1)


@pytest.fixture
def shelf(engine: object) -> Shelf:
    shelf = Shelf(engine)  # type: ignore[arg-type]
    shelf.add(
        *(
            Choice(
                scheme=scheme,
                key=key,
                position=at,
                label=key.capitalize(),
                sector=key,
                recorded_at=EARLY,
            )
            for scheme in ("actors", "sectors")
            for at, key in enumerate(("region", "kommune"))
        )
    )
    return shelf


def moving(shelf: Shelf, slug: str, task: str, economics: str = "") -> None:
    row = {"key": "r", "task_key": task}
    shelf.publish(slug, {**row, "payer": ["region"]})
    said = {**row, "payer": ["kommune"], "economic_consequences": economics}
    shelf.publish(slug, said, in_force_from=DAY)


def test_a_catalogue_in_which_nothing_moved_says_so(client: FlaskClient) -> None:
    response = client.get("/opgaveflytninger")
    assert response.status_code == 200
    assert "Ingen opgaver er flyttet" in response.text


def test_amounts_are_added_only_within_one_years_prices(shelf: Shelf) -> None:
    moving(shelf, "a", "en", "100 kr. (2025)")
    moving(shelf, "b", "to", "50 kr. (2025) og 70 kr. (2026)")
    moving(shelf, "c", "tre", "1,5 mio. kr.")
    snapshot = shelf.at()

    lines = amounts_of(snapshot, all_moves(snapshot))
    assert [(line.sector, line.price_year, line.kroner) for line in lines] == [
        ("Kommune", "2025", "150 kr."),
        ("Kommune", "2026", "70 kr."),
        ("Kommune", "ikke oplyst", "1.500.000 kr."),
    ]


def test_a_span_is_told_and_added_to_nothing(shelf: Shelf) -> None:
    moving(shelf, "a", "en", "1 000 kr. (2025)")
    moving(shelf, "b", "to", "500-600 kr. (2025)")
    snapshot = shelf.at()

    lines = amounts_of(snapshot, all_moves(snapshot))
    assert [(line.price_year, line.kroner) for line in lines] == [
        ("2025", "1.000 kr."),
        ("2025", "500 kr. til 600 kr."),
    ]


def test_the_chart_says_what_its_table_says(shelf: Shelf) -> None:
    moving(shelf, "a", "en")
    moving(shelf, "b", "to")
    snapshot = shelf.at()
    chart = chart_of(snapshot, all_moves(snapshot))

    assert chart.rows == [("2027", "Region", 0, 2), ("2027", "Kommune", 2, 0)]
    bars = [bar for year in chart.years for s in year.sectors for bar in s.bars]
    assert [bar.kind for bar in bars] == ["left", "taken"]
    assert all(chart.left + bar.width < chart.width for bar in bars)
    assert all(bar.y + 18 <= chart.height for bar in bars)


def test_an_empty_chart_has_no_years(shelf: Shelf) -> None:
    assert chart_of(shelf.at(), ()).years == []
