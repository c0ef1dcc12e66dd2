"""Tasks that move between sectors, over the time of the catalogue."""

from datetime import date

import pytest

from registry.catalogue.moves import all_moves, moves_between
from registry.catalogue.on_date import on_date
from registry.models import Choice
from tests.catalogue.shelf import EARLY, TODAY, Shelf

DAY, LATER = date(2027, 1, 1), date(2028, 1, 1)


@pytest.fixture
def sectors(shelf: Shelf) -> Shelf:
    listed = ("region", "kommune", "borger")
    shelf.add(
        *(
            Choice(
                scheme=scheme,
                key=key,
                position=at,
                label=key,
                sector=key,
                recorded_at=EARLY,
            )
            for scheme in ("actors", "sectors")
            for at, key in enumerate(listed)
        )
    )
    return shelf


def test_every_move_is_told_with_its_day(sectors: Shelf) -> None:
    sectors.publish("a", {"key": "r", "payer": ["region"]})
    said = {"economic_consequences": "100 kr. (2026)"}
    sectors.publish("a", {"key": "r", "payer": ["kommune"], **said}, in_force_from=DAY)
    sectors.publish("a", {"key": "r", "payer": ["region"]}, in_force_from=LATER)

    first, second = all_moves(sectors.at())
    assert (first.day, first.left, first.taken) == (DAY, ("region",), ("kommune",))
    assert first.fields == ("payer",)
    assert [amount.price_year for amount in first.amounts] == [2026]
    assert (second.day, second.economics) == (LATER, "")


def test_a_row_that_says_its_last_day_is_over_after_it(sectors: Shelf) -> None:
    ends = {"situation": "Til og med 31. december 2026. Akut behov"}
    sectors.publish("a", {"key": "r", "payer": ["kommune"], **ends})
    sectors.publish("b", {"key": "s", "payer": ["region"]}, in_force_from=DAY)
    snapshot = sectors.at()

    (move,) = moves_between(on_date(snapshot, TODAY), on_date(snapshot, DAY))
    assert (move.before.id, move.after.id) == ("a.r", "b.s")


def test_what_citizens_may_do_is_no_move_but_what_they_pay_is(sectors: Shelf) -> None:
    sectors.publish("a", {"key": "r", "responsible": ["kommune"]})
    sectors.publish("a", {"key": "r", "responsible": ["borger"]}, in_force_from=DAY)
    sectors.publish("b", {"key": "s", "payer": ["kommune"], "task_key": "andet"})
    sectors.publish(
        "b",
        {"key": "s", "payer": ["borger"], "task_key": "andet"},
        in_force_from=DAY,
    )

    (move,) = all_moves(sectors.at())
    assert (move.after.id, move.taken) == ("b.s", ("borger",))
