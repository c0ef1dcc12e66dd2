"""The page of tasks that have moved, its chart and its amounts.

Also covers registry/web/reader/moved_amounts.py and registry/web/reader/moves_chart.py.
"""

from datetime import date

import pytest
from flask.testing import FlaskClient

from registry.catalogue.moves import all_moves, economics_of
from registry.models import Choice
from registry.web.reader.moved_amounts import amounts_of
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


def moving(
    shelf: Shelf,
    slug: str,
    task: str,
    economics: str = "",
    *,
    day: date = DAY,
    way: tuple[str, str] = ("region", "kommune"),
) -> None:
    row = {"key": "r", "task_key": task}
    shelf.publish(slug, {**row, "payer": [way[0]]})
    said = {**row, "payer": [way[1]], "economic_consequences": economics}
    shelf.publish(slug, said, in_force_from=day)


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


def test_amounts_of_moves_in_other_years_or_from_others_stand_apart(
    shelf: Shelf,
) -> None:
    moving(shelf, "a", "en", "100 kr. (2025)")
    moving(shelf, "b", "to", "50 kr. (2025)", day=date(2028, 1, 1))
    moving(shelf, "c", "tre", "25 kr. (2025)", way=("kommune", "region"))
    snapshot = shelf.at()

    lines = amounts_of(snapshot, all_moves(snapshot))
    assert [(x.moved, x.giver, x.sector, x.kroner, x.bar) for x in lines] == [
        (2027, "Kommune", "Region", "25 kr.", 25),
        (2027, "Region", "Kommune", "100 kr.", 100),
        (2028, "Region", "Kommune", "50 kr.", 50),
    ]


def test_an_amount_without_the_year_of_its_prices_has_no_bar(shelf: Shelf) -> None:
    moving(shelf, "a", "en", "100 kr. (2025)")
    moving(shelf, "b", "to", "1,5 mio. kr.")
    snapshot = shelf.at()

    lines = amounts_of(snapshot, all_moves(snapshot))
    assert [(line.price_year, line.bar) for line in lines] == [
        ("2025", 100),
        ("ikke oplyst", 0),
    ]


def test_rows_that_say_nothing_of_the_economics_are_counted(shelf: Shelf) -> None:
    moving(shelf, "a", "en", "100 kr. (2025)")
    moving(shelf, "b", "en")
    moving(shelf, "c", "en", "100 kr. (2025)")
    moves = all_moves(shelf.at())

    assert economics_of(moves) == (("100 kr. (2025)",), 1)
    assert economics_of([move for move in moves if not move.economics]).texts == ()


@pytest.mark.parametrize("page", ["/overgang", "/opgaveflytninger"])
def test_a_page_of_the_whole_region_says_so_to_a_municipality(
    ours: FlaskClient, page: str
) -> None:
    assert "Siden gælder hele regionen" not in ours.get(page).text
    there = " ".join(ours.get(f"{page}?kommune=koebenhavn").text.split())
    assert "Siden gælder hele regionen, ikke kun Københavns Kommune." in there


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
