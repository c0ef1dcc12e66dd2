"""What is read of the catalogue at a moment: what is published and recorded by then,
which records stand, and the snapshots kept.

Also covers registry/catalogue/loading.py.
"""

import shutil
from datetime import date
from pathlib import Path

import pytest

from registry.catalogue.loading import standing
from registry.catalogue.queries import KEPT_SNAPSHOTS
from registry.models import Agreement, Ending, Party, Relation
from registry.rules.status import Status
from registry.storage.db import connect
from registry.storage.triggers import CATALOGUE_RECORDS
from tests.catalogue.shelf import BETWEEN, EARLY, LATE, Shelf, record
from tests.storage.immutable_rows import finding_draft, publish, records
from tests.storage.unwatched import transaction

# Versions


def test_an_empty_catalogue_shows_nothing(shelf: Shelf) -> None:
    assert shelf.at().agreements == {}
    assert shelf.at().answering_rows == ()


def test_a_published_version_is_shown_with_what_hangs_on_it(shelf: Shelf) -> None:
    shelf.publish(
        "a",
        {"key": "r1"},
        {"key": "r2"},
        Party(organisation="region", role="formel-part"),
        Relation(kind="supplements", agreement="b"),
        title="Aftale A",
    )

    shown = shelf.at().agreement("a").shown

    assert (shown.number, shown.version.title) == (1, "Aftale A")
    assert [row.id for row in shown.rows] == ["a.r1", "a.r2"]
    assert shown.parties_in_role("formel-part") == ["region"]
    assert [(r.kind, r.agreement) for r in shown.relations] == [("supplements", "b")]


def test_a_draft_is_invisible_to_readers(shelf: Shelf) -> None:
    shelf.publish("a", {"key": "r"}, title="Offentliggjort")
    shelf.draft("a", {"key": "ny"}, title="Kladde")
    shelf.draft("b", {"key": "r"})

    snapshot = shelf.at()

    assert list(snapshot.agreements) == ["a"]
    assert [version.version.title for version in snapshot.agreement("a").versions] == [
        "Offentliggjort"
    ]
    assert [row.id for row in snapshot.answering_rows] == ["a.r"]


def test_a_version_recorded_later_is_hidden_by_vist(shelf: Shelf) -> None:
    shelf.publish("a", {"key": "r"}, recorded_at=EARLY)
    shelf.publish("a", {"key": "r"}, {"key": "ny"}, recorded_at=LATE)
    shelf.publish("b", recorded_at=LATE)

    then = shelf.at(vist=BETWEEN)

    assert list(then.agreements) == ["a"]
    assert then.agreement("a").shown.number == 1
    assert shelf.at().agreement("a").shown.number == 2


def test_what_is_recorded_at_vist_itself_is_shown(shelf: Shelf) -> None:
    shelf.publish("a", recorded_at=EARLY)

    assert list(shelf.at(vist=EARLY).agreements) == ["a"]
    assert list(shelf.at(vist=EARLY.replace(day=9)).agreements) == []


def test_a_version_published_after_it_came_into_force_is_hidden_by_vist(
    shelf: Shelf,
) -> None:
    shelf.publish("a", in_force_from=date(2025, 1, 1), recorded_at=LATE)

    assert shelf.at(date(2025, 6, 1)).agreement("a").status.status is Status.IN_FORCE
    assert shelf.at(date(2025, 6, 1), BETWEEN).agreements == {}


# Records that stand


def test_every_record_stands_when_nothing_is_corrected() -> None:
    listed = [record(Ending, agreement="a"), record(Ending, agreement="a")]

    assert standing(listed) == listed


def test_a_corrected_record_gives_way_to_the_one_that_corrects_it() -> None:
    first = record(Ending, agreement="a")
    second = record(Ending, agreement="a", corrects=first.ref)
    third = record(Ending, agreement="a", corrects=second.ref)

    assert standing([first, second]) == [second]
    assert standing([first, second, third]) == [third]


def test_a_void_correction_leaves_neither_standing() -> None:
    first = record(Ending, agreement="a")
    void = record(Ending, agreement="a", corrects=first.ref, void=True)
    other = record(Ending, agreement="a")

    assert standing([first, void, other]) == [other]


# The fingerprint and the snapshots kept


@pytest.mark.parametrize("table", CATALOGUE_RECORDS)
def test_every_record_changes_the_fingerprint(shelf: Shelf, table: str) -> None:
    others = finding_draft(shelf.draft("b"))
    rows = {row.__tablename__: row for row in [*records(), others]}
    before = shelf.catalogue.fingerprint()

    shelf.add(rows[table])

    assert shelf.catalogue.fingerprint() != before


def test_a_publication_changes_the_fingerprint_and_a_draft_does_not(
    shelf: Shelf,
) -> None:
    shelf.add(Agreement(slug="a"))
    before = shelf.catalogue.fingerprint()
    draft = shelf.draft("a", {"key": "r"})
    assert shelf.catalogue.fingerprint() == before

    with transaction(shelf.engine) as session:
        publish(session, draft)

    assert shelf.catalogue.fingerprint() != before


def test_an_agreement_of_which_nothing_is_published_changes_no_fingerprint(
    shelf: Shelf,
) -> None:
    before = shelf.catalogue.fingerprint()

    shelf.add(Agreement(slug="a"))

    assert shelf.catalogue.fingerprint() == before


def test_publishing_an_older_draft_changes_the_fingerprint(shelf: Shelf) -> None:
    older = shelf.draft("a")
    shelf.publish("b")
    before = shelf.catalogue.fingerprint()

    with transaction(shelf.engine) as session:
        publish(session, older)

    assert shelf.catalogue.fingerprint() != before


def test_the_snapshot_is_kept_while_nothing_is_written(shelf: Shelf) -> None:
    assert shelf.at() is shelf.at()
    assert shelf.at() is not shelf.at(vist=EARLY)
    assert shelf.at().fingerprint == shelf.catalogue.fingerprint()


def test_the_snapshot_is_replaced_when_something_is_written(shelf: Shelf) -> None:
    shelf.publish("a", {"key": "r"})
    before = shelf.at()

    shelf.add(record(Ending, agreement="a"))

    assert shelf.at() is not before
    assert shelf.at().answering_rows == ()
    assert before.agreement("a").answers


def test_no_more_snapshots_are_kept_than_there_is_room_for(shelf: Shelf) -> None:
    first = shelf.at(date(2000, 1, 1))
    for day in range(KEPT_SNAPSHOTS):
        shelf.at(date.fromordinal(date(2001, 1, 1).toordinal() + day))

    assert shelf.at(date(2000, 1, 1)) is not first


def test_the_snapshot_used_last_is_kept(shelf: Shelf) -> None:
    first = shelf.at(date(2000, 1, 1))
    for day in range(KEPT_SNAPSHOTS):
        shelf.at(date.fromordinal(date(2001, 1, 1).toordinal() + day))
        assert shelf.at(date(2000, 1, 1)) is first


def test_a_database_put_in_anothers_place_is_shown_at_once(
    shelf: Shelf, tmp_path: Path, migrated: Path
) -> None:
    path = tmp_path / "registry.sqlite"
    other = Path(shutil.copy(migrated, path.with_name("other.sqlite")))
    shelf.publish("a", title="Den ene")
    Shelf(connect(f"sqlite:///{other}")).publish("a", title="Den anden")
    assert shelf.at().agreement("a").shown.version.title == "Den ene"

    other.replace(path)

    assert shelf.at().agreement("a").shown.version.title == "Den anden"
