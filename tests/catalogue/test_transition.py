"""What changes between two dates."""

from datetime import date, timedelta

import pytest

from registry.catalogue.transition import (
    NOTICE,
    coming_changes,
    next_change,
    transition,
)
from registry.models import Choice, Organisation, Party, Succession
from registry.rules.status import Status
from tests.catalogue.shelf import EARLY, TODAY, Shelf, health, record

DAY = date(2027, 1, 1)
EVE = DAY - timedelta(days=1)


def organisation(slug: str, **fields: object) -> Organisation:
    return Organisation(
        slug=slug,
        name=slug,
        kind="region",
        sector="region",
        recorded_at=EARLY,
        **fields,
    )


def formal(slug: str) -> Party:
    return Party(organisation=slug, role="formel-part")


@pytest.fixture
def merging(shelf: Shelf) -> Shelf:
    """A region that ceases on the day, one that takes its place, and an agreement."""
    shelf.add(
        health("sa", date(2024, 1, 1), date(2030, 1, 1)),
        organisation("gammel", valid_to=DAY),
        organisation("ny", valid_from=DAY),
        record(
            Succession, predecessors=["gammel"], successors=["ny"], effective_on=DAY
        ),
        *(
            Choice(
                scheme=scheme,
                key=key,
                position=1,
                label=key,
                sector=key,
                recorded_at=EARLY,
            )
            for scheme in ("actors", "sectors")
            for key in ("region", "kommune")
        ),
    )
    shelf.publish("a", {"key": "r", "payer": ["kommune"]}, formal("gammel"))
    return shelf


def test_parties_agreements_and_what_is_undecided(merging: Shelf) -> None:
    found = transition(merging.at(), EVE, DAY)

    assert [o.slug for o in found.ceased] == ["gammel"]
    assert [o.slug for o in found.begun] == ["ny"]
    assert [r.successors for r in found.successions] == [["ny"]]
    ((turned,),) = [found.turned]
    assert turned.before.status.status is Status.IN_FORCE
    assert turned.after.status.status is Status.UNSETTLED
    assert [a.slug for a in found.unsettled] == ["a"]
    assert found.orphans == ()


def test_a_party_without_heir_leaves_its_duties(merging: Shelf) -> None:
    merging.add(organisation("uden", valid_to=DAY))
    merging.publish("b", {"key": "r", "payer": ["region"]}, formal("uden"))

    (orphan,) = transition(merging.at(), EVE, DAY).orphans
    assert (orphan.agreement, orphan.party) == ("b", "uden")


def test_tasks_that_move_with_what_stays_and_what_varies(merging: Shelf) -> None:
    until = "Til og med 31. december 2026."
    merging.publish(
        "b",
        {"key": "alt", "situation": f"{until} Alle", "payer": ["kommune"]},
        {"key": "rest", "situation": "De øvrige", "payer": ["kommune"]},
    )
    merging.publish(
        "c",
        {"key": "x", "payer": ["region"], "responsible": ["region"], "situation": "s"},
        {"key": "y", "payer": ["region"], "responsible": ["kommune"], "situation": "t"},
        in_force_from=DAY,
    )
    found = transition(merging.at(), EVE, DAY)

    assert {(m.before.id, m.after.id) for m in found.moves} == {
        ("b.alt", "c.x"),
        ("b.alt", "c.y"),
    }
    assert {row.id for row in found.stays} == {"a.r", "b.rest"}
    assert {row.id for row in found.varies} == {"c.x", "c.y"}
    assert found.gone == found.come == ()


def test_a_row_with_others_of_the_same_sector_is_changed(merging: Shelf) -> None:
    merging.add(
        Choice(
            scheme="actors",
            key="bopael",
            position=2,
            label="b",
            sector="kommune",
            recorded_at=EARLY,
        )
    )
    merging.publish(
        "a", {"key": "r", "payer": ["bopael"]}, formal("gammel"), in_force_from=DAY
    )
    found = transition(merging.at(), EVE, DAY)

    ((old, new),) = found.changed
    assert (old.snitflade.payer, new.snitflade.payer) == (["kommune"], ["bopael"])
    assert found.moves == ()


def test_nothing_changes_between_a_day_and_itself(merging: Shelf) -> None:
    found = transition(merging.at(), EVE, EVE)

    assert (found.turned, found.moves, found.gone, found.come) == ((), (), (), ())
    assert found.unchanged == 1


def test_a_change_is_told_from_ninety_days_before(merging: Shelf) -> None:
    first = DAY - NOTICE
    coming = coming_changes(merging.at(first))["a"]

    assert (coming.day, coming.eve) == (DAY, EVE)
    assert (coming.was, coming.status) == (Status.IN_FORCE, Status.UNSETTLED)
    assert coming_changes(merging.at(first - timedelta(days=1))) == {}
    assert coming_changes(merging.at(DAY)) == {}


def test_an_agreement_that_nothing_touches_is_not_told(merging: Shelf) -> None:
    merging.publish("b", {"key": "r", "task_key": "andet"}, formal("ny"))
    assert set(coming_changes(merging.at(TODAY))) == {"a"}


def test_the_next_change_is_the_first_to_come(merging: Shelf) -> None:
    assert next_change(merging.at(TODAY)) == DAY
    assert next_change(merging.at(date(2031, 1, 1))) is None
