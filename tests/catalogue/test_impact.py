"""What a draft would create and close: the difference between before and after."""

from datetime import date
from typing import Any

import pytest

from registry.catalogue.findings import findings_in
from registry.catalogue.impact import impact_of, with_draft
from registry.catalogue.snapshot import Snapshot
from registry.models import Choice, Settling
from registry.rules.version_content import VersionContent, content_of
from tests.catalogue.shelf import EARLY, TODAY, Shelf, record

LATER = date(2027, 3, 1)


@pytest.fixture
def tasks(shelf: Shelf) -> Shelf:
    shelf.add(
        Choice(
            scheme="tasks",
            key="opgave",
            position=1,
            label="Opgave",
            needs=["payer"],
            recorded_at=EARLY,
        )
    )
    shelf.publish("a", {"key": "r", "payer": ["region"]})
    shelf.publish("b", {"key": "r"})
    return shelf


def content(snapshot: Snapshot, slug: str, **changes: Any) -> VersionContent:
    """What the agreement says today, with its first row changed."""
    shown = snapshot.agreement(slug).shown
    rows = [row.snitflade for row in shown.rows]
    told = content_of(shown.version, rows, shown.parties, shown.relations)
    begins = changes.pop("in_force_from", None)
    values = {**told.values, "in_force_from": begins or told.values["in_force_from"]}
    row = {**told.rows[0], **changes}
    return VersionContent(values, told.parties, told.relations, (row, *told.rows[1:]))


def kinds(snapshot: Snapshot, slug: str, **changes: Any) -> tuple[list[str], list[str]]:
    found = impact_of(snapshot, slug, content(snapshot, slug, **changes))
    return [f.kind for f in found.created], [f.kind for f in found.closed]


def ids(snapshot: Snapshot) -> set[str]:
    """Of the findings that are open."""
    return {found.id for found in findings_in(snapshot) if not found.settled}


def settle(tasks: Shelf) -> None:
    """Let the one finding there is stand."""
    (found,) = findings_in(tasks.at())
    tasks.add(record(Settling, finding=found.mark, reason="Det kan stå."))
    assert ids(tasks.at()) == set()


def test_a_draft_that_changes_nothing_creates_and_closes_nothing(tasks: Shelf) -> None:
    assert kinds(tasks.at(), "a") == kinds(tasks.at(), "b") == ([], [])


def test_a_payer_closes_the_gap_and_another_payer_overlaps(tasks: Shelf) -> None:
    assert kinds(tasks.at(), "b", payer=("region",)) == ([], ["gap"])
    assert kinds(tasks.at(), "b", payer=("kommune",)) == (["overlap"], ["gap"])
    assert kinds(tasks.at(), "a", payer=()) == (["gap"], [])


@pytest.mark.parametrize("payer", [["region"], ["kommune"], []])
@pytest.mark.parametrize("slug", ["a", "b"])
def test_it_is_what_publishing_changes(
    tasks: Shelf, slug: str, payer: list[str]
) -> None:
    before = tasks.at()
    found = impact_of(before, slug, content(before, slug, payer=tuple(payer)))
    tasks.publish(slug, {"key": "r", "payer": payer})

    after = ids(tasks.at())
    assert {f.id for f in found.created} == after - ids(before)
    assert {f.id for f in found.closed} == ids(before) - after


@pytest.mark.parametrize(
    "change",
    [{"deadline": "Straks"}, {"payer": ("region",)}, {"payer": ("kommune",)}, {}],
)
def test_of_what_is_settled_too_it_is_what_publishing_changes(
    tasks: Shelf, change: dict[str, Any]
) -> None:
    settle(tasks)
    before = tasks.at()
    draft = content(before, "b", **change)
    found = impact_of(before, "b", draft)
    tasks.publish("b", {"key": "r", **change})

    after = ids(tasks.at())
    opened = {f.id for f in (*found.created, *found.reopened)}
    assert opened == after - ids(before)
    assert {f.id for f in found.closed} == ids(before) - after


def test_a_word_more_in_a_row_opens_what_was_settled_of_it_again(tasks: Shelf) -> None:
    settle(tasks)
    snapshot = tasks.at()

    found = impact_of(snapshot, "b", content(snapshot, "b", deadline="Straks"))
    assert [f.kind for f in found.reopened] == ["gap"]
    assert (found.created, found.closed) == ((), ())

    same = impact_of(snapshot, "b", content(snapshot, "b"))
    assert same.reopened == ()


def test_a_draft_to_come_is_held_against_its_first_day(tasks: Shelf) -> None:
    snapshot = tasks.at()
    draft = content(snapshot, "b", payer=("kommune",), in_force_from=LATER)

    assert [f.kind for f in impact_of(snapshot, "b", draft).created] == ["overlap"]
    assert ids(with_draft(snapshot, "b", draft, TODAY)) == ids(snapshot)


def test_an_agreement_of_its_own_may_overlap_too(tasks: Shelf) -> None:
    snapshot = tasks.at()
    draft = content(snapshot, "b", payer=("kommune",))

    created = impact_of(snapshot, "ny", draft).created
    assert [f.rows for f in created] == [("a.r", "ny.r")]
    assert "ny" not in snapshot.agreements
