"""What a draft said when it was returned, from all that was written in it."""

from dataclasses import replace
from datetime import date

import pytest

from registry.catalogue.queries import Catalogue
from registry.publishing import beginning, editing
from registry.publishing.drafts import read_draft
from registry.publishing.removed_rows import removed_rows, restore_row
from registry.publishing.since_return import SinceReturn, since_return
from registry.rules.differences import compare
from registry.rules.version_content import VersionContent
from tests.publishing.people import GORM, RITA, SLUG
from tests.publishing.test_acts import do, write


@pytest.fixture
def draft(catalogue: Catalogue) -> int:
    """A draft that Rita changed: its title, a row that came, went and came again, one
    that went.
    """
    draft = beginning.begin_version(catalogue, SLUG, RITA)
    write(catalogue, draft, title="Ritas titel", review_on=date(2028, 1, 1))
    editing.remove_row(catalogue, draft, "stroemper", RITA)
    editing.remove_row(catalogue, draft, "varsel-boern", RITA)
    (gone, _) = removed_rows(catalogue, draft)
    restore_row(catalogue, draft, gone.change, RITA)
    return draft


def returned(catalogue: Catalogue, draft: int) -> VersionContent:
    """Send it, have it returned; what it said."""
    do(catalogue, read_draft(catalogue, draft), "submit", RITA)
    do(catalogue, read_draft(catalogue, draft), "return", GORM, note="Ret det.")
    return read_draft(catalogue, draft).content


def found(catalogue: Catalogue, draft: int) -> SinceReturn:
    since = since_return(catalogue, draft)
    assert since is not None
    return since


def test_a_draft_that_was_never_returned_has_nothing_since(
    catalogue: Catalogue, draft: int
) -> None:
    assert since_return(catalogue, draft) is None


def test_what_was_written_before_the_return_is_not_since(
    catalogue: Catalogue, draft: int
) -> None:
    was = returned(catalogue, draft)

    since = found(catalogue, draft)
    assert (since.content, since.moved) == (was, False)
    assert (since.returned.note, since.returned.decided_by) == ("Ret det.", "gorm")


def test_whatever_is_done_after_it_the_text_is_known_as_it_was(
    catalogue: Catalogue, draft: int
) -> None:
    was = returned(catalogue, draft)
    write(catalogue, draft, title="Efter", change_note="Rettet", relations={})
    write(catalogue, draft, part="varsel-voksne", task="En anden opgave")
    editing.remove_row(catalogue, draft, "varsel-boern", RITA)
    for gone in removed_rows(catalogue, draft):
        if gone.key == "stroemper":
            restore_row(catalogue, draft, gone.change, RITA)
    new = editing.add_row(catalogue, draft, {"task": "Ny"}, RITA)
    write(catalogue, draft, part=new, situation="Om natten")
    editing.move_row(catalogue, draft, new, -1, RITA)

    since = found(catalogue, draft)

    assert since.moved
    then = replace(since.content, rows=tuple(sorted(since.content.rows, key=by_key)))
    assert then == replace(was, rows=tuple(sorted(was.rows, key=by_key)))
    differs = compare(since.content, read_draft(catalogue, draft).content)
    assert {row.key: row.kind.value for row in differs.rows} == {
        "varsel-voksne": "changed",
        "varsel-boern": "removed",
        "stroemper": "added",
        new: "added",
    }


def by_key(row: object) -> str:
    assert isinstance(row, dict)
    return str(row["key"])


def test_it_is_the_last_return_that_counts(catalogue: Catalogue, draft: int) -> None:
    returned(catalogue, draft)
    write(catalogue, draft, title="Anden titel")
    was = returned(catalogue, draft)
    write(catalogue, draft, title="Tredje titel")

    assert found(catalogue, draft).content == was


def test_a_copy_that_nobody_had_touched_is_known_by_the_version_before(
    catalogue: Catalogue,
) -> None:
    draft = beginning.begin_version(catalogue, SLUG, RITA)
    was = returned(catalogue, draft)
    write(catalogue, draft, title="Efter")
    write(catalogue, draft, part="varsel-boern", task="Efter")
    editing.move_row(catalogue, draft, "stroemper", -1, RITA)
    editing.remove_row(catalogue, draft, "varsel-voksne", RITA)

    then = found(catalogue, draft).content
    assert (then.values, then.parties) == (was.values, was.parties)
    assert sorted(then.rows, key=by_key) == sorted(was.rows, key=by_key)
