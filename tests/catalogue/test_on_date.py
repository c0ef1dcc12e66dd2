"""The catalogue on another date, and the days on which it changes."""

from datetime import date, timedelta

import pytest

from registry.catalogue.on_date import days_of_change, on_date
from registry.catalogue.transition import next_change, transition
from registry.models import Ending
from tests.catalogue.shelf import TODAY, Shelf, health, municipality, record

DAY = date(2027, 1, 1)


def filled(shelf: Shelf) -> Shelf:
    shelf.add(health("sa", date(2024, 1, 1), date(2028, 1, 1)))
    shelf.add(municipality("gribskov", valid_to=date(2029, 1, 1)))
    shelf.publish("a", {"key": "r"})
    shelf.publish("a", {"key": "r"}, in_force_from=DAY)
    shelf.publish(
        "b", {"key": "r", "situation": "Til og med 31. marts 2027. Akut behov"}
    )
    shelf.add(record(Ending, agreement="b", effective_on=date(2028, 6, 1)))
    return shelf


def test_another_date_is_as_if_it_had_been_read_for_it(shelf: Shelf) -> None:
    filled(shelf)
    for day in (TODAY, DAY, date(2028, 6, 1)):
        moved, read = on_date(shelf.at(), day), shelf.at(day)

        assert moved.moment == read.moment
        assert {a.slug: a.status for a in moved.agreements.values()} == {
            a.slug: a.status for a in read.agreements.values()
        }
        assert [row.id for row in moved.answering_rows] == [
            row.id for row in read.answering_rows
        ]


@pytest.mark.parametrize(
    ("situation", "day"),
    [
        ("Fra 15. januar 2027. Akut behov", date(2027, 1, 15)),
        ("Gælder tidligst fra 1. februar 2027. Akut behov", date(2027, 2, 1)),
        ("Fra februar 2027. Akut behov", date(2027, 2, 1)),
        ("Fra 2027. Akut behov", date(2027, 1, 1)),
        ("Fra og med januar 2027", date(2027, 1, 1)),
    ],
)
def test_a_row_that_alone_begins_is_a_change(
    shelf: Shelf, situation: str, day: date
) -> None:
    shelf.publish("a", {"key": "r"}, {"key": "ny", "situation": situation})
    snapshot = shelf.at()

    assert list(days_of_change(snapshot)) == [date(2020, 1, 1), day]
    assert next_change(snapshot) == day
    come = transition(snapshot, day - timedelta(days=1), day).come
    assert [row.snitflade.key for row in come] == ["ny"]


def test_the_days_of_change_are_told_in_order(shelf: Shelf) -> None:
    days = days_of_change(filled(shelf).at())

    assert list(days) == sorted(days)
    assert {
        *(date(2020, 1, 1), DAY, date(2027, 4, 1), date(2024, 1, 1)),
        *(date(2028, 1, 1), date(2029, 1, 1), date(2028, 6, 1)),
    } == set(days)
