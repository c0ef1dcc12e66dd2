"""Which numbers are the right ones, by what function they are of. The numbers are
invented.
"""

from dataclasses import replace
from datetime import date

import pytest

from registry.catalogue.contacts import Number, reaches
from registry.catalogue.functions import asked_first
from registry.catalogue.queries import Catalogue
from registry.catalogue.ringing import each_number_once, to_ring
from registry.catalogue.snapshot import Snapshot
from registry.clock import Moment
from registry.models import ContactPoint
from tests.conftest import NOW

POINTS = {
    "Visitation": ("1", "hverdage 8-15"),
    "Akutsygepleje": ("2", "hele døgnet"),
    "Rygestop": ("3", "hverdage 9-14"),
    "Akutsygepleje, dag": ("4", "hverdage 8-15"),
}


@pytest.fixture
def snapshot(shipped: Catalogue) -> Snapshot:
    now = shipped.at(Moment(date(2026, 11, 26)))
    points = [
        ContactPoint(
            organisation="gentofte",
            function=function,
            phone=phone,
            hours=hours,
            recorded_at=NOW,
        )
        for function, (phone, hours) in POINTS.items()
    ]
    return replace(now, contact_points=points)


def functions(snapshot: Snapshot, row_id: str) -> list[str]:
    row = next(row for row in snapshot.answering_rows if row.id == row_id)
    listed = to_ring(reaches(snapshot, row, "gentofte"))
    return [number.function for reach in listed for number in reach.numbers]


@pytest.mark.parametrize(
    ("row", "named"),
    [
        ("genoptraening.almen-genoptraening", ["Visitation"]),
        ("akutsygepleje.hjemmepleje", ["Visitation"]),
        ("akutsygepleje.akutsygepleje", ["Akutsygepleje", "Akutsygepleje, dag"]),
    ],
)
def test_a_row_has_the_numbers_of_its_own_function_each_once(
    snapshot: Snapshot, row: str, named: list[str]
) -> None:
    assert functions(snapshot, row) == named


def test_a_number_for_another_task_alone_is_none(snapshot: Snapshot) -> None:
    quitting = [p for p in snapshot.contact_points if p.function == "Rygestop"]
    shown = replace(snapshot, contact_points=quitting)
    assert functions(shown, "genoptraening.almen-genoptraening") == []


def test_the_function_that_a_question_names_comes_first() -> None:
    numbers = [Number("g", "G", f, *told) for f, told in POINTS.items()]
    named = asked_first(numbers, "akutsygeplejerske kontakt nat")
    assert [number.phone for number in named] == ["2", "4", "1", "3"]
    assert [n.phone for n in asked_first(numbers, "hvad")] == ["1", "2", "3", "4"]


def test_only_who_has_a_number_somewhere_waits_for_a_municipality(
    snapshot: Snapshot,
) -> None:
    row = next(
        row
        for row in snapshot.answering_rows
        if {"psykiatrisk-center", "kommune"}
        <= {*row.snitflade.responsible, *row.snitflade.informed}
    )
    by_place = {r.actor: r.is_by_place for r in reaches(snapshot, row, None)}
    assert by_place["Kommune"]
    assert not by_place["Psykiatrisk center"]


def test_a_number_said_by_one_is_not_said_by_the_next(snapshot: Snapshot) -> None:
    row = next(r for r in snapshot.answering_rows if r.snitflade.responsible)
    (first, *_) = reaches(snapshot, row, "gentofte")
    number = Number("g", "G", "Visitation", "12 34", "")
    one, two = (replace(first, numbers=(number,), actor=a) for a in ("a", "b"))
    assert each_number_once([one, two]) == [one]
