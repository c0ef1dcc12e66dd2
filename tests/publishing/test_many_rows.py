"""Many rows of a draft saved at once: all of them, or nothing."""

from collections.abc import Mapping
from typing import Any

import pytest
from sqlmodel import select

from registry.catalogue.queries import Catalogue
from registry.errors import Refused
from registry.models import Contribution, Edit, State
from registry.publishing import beginning, editing
from registry.publishing.acts import perform
from registry.publishing.drafts import Draft, changes_of, read_draft
from registry.publishing.many_rows import Removed, RowsSaved, WrittenRow, save_rows
from registry.rules.version_content import part_digest
from registry.storage.db import reading
from tests.publishing.people import GORM, RENE, RITA, SLUG, Someone

FIRST, SECOND, THIRD = "varsel-boern", "varsel-voksne", "stroemper"


@pytest.fixture
def draft(catalogue: Catalogue) -> Draft:
    return read_draft(catalogue, beginning.begin_version(catalogue, SLUG, RITA))


def changed(draft: Draft, key: str, **values: Any) -> WrittenRow:
    return WrittenRow(key, key, part_digest(draft.content.row(key)), values)


def new(name: str, task: str, after: str | None = None) -> WrittenRow:
    return WrittenRow(name, "", "", {"task": task}, after)


def taken_out(draft: Draft, key: str) -> Removed:
    return Removed(key, key, part_digest(draft.content.row(key)))


def save(
    catalogue: Catalogue,
    draft: Draft,
    *rows: WrittenRow,
    removed: tuple[Removed, ...] = (),
    by: Someone = RITA,
) -> RowsSaved:
    return save_rows(catalogue, draft.id, rows, removed, by)


def rows(catalogue: Catalogue, draft: Draft) -> tuple[Mapping[str, Any], ...]:
    return read_draft(catalogue, draft.id).content.rows


def tasks(catalogue: Catalogue, draft: Draft) -> list[str]:
    return [row["task"] for row in rows(catalogue, draft)]


def edits(catalogue: Catalogue, draft: Draft) -> list[tuple[str, str]]:
    changes = reversed(changes_of(catalogue, draft.id))
    return [(c.contribution.part, c.contribution.edit) for c in changes]


def test_rows_are_changed_added_and_removed_at_once(
    catalogue: Catalogue, draft: Draft
) -> None:
    outcome = save(
        catalogue,
        draft,
        changed(draft, FIRST, payer=("kommune",)),
        new("#1", "Ringe til kommunen"),
        removed=(taken_out(draft, THIRD),),
    )

    assert (outcome.written, outcome.removed, outcome.is_refused) == (2, 1, False)
    stored = rows(catalogue, draft)
    assert [row["key"] for row in stored] == [FIRST, SECOND, "ringe-til-kommunen"]
    assert stored[0]["payer"] == ("kommune",)
    assert edits(catalogue, draft) == [
        (FIRST, Edit.SAVED),
        ("ringe-til-kommunen", Edit.ADDED),
        (THIRD, Edit.REMOVED),
    ]


def test_what_was_not_written_in_a_row_stays(
    catalogue: Catalogue, draft: Draft
) -> None:
    before = dict(draft.content.row(FIRST))
    save(catalogue, draft, changed(draft, FIRST, payer=("kommune",)))

    assert rows(catalogue, draft)[0] == {**before, "payer": ("kommune",)}


def test_unchanged_rows_write_nothing(catalogue: Catalogue, draft: Draft) -> None:
    same = draft.content.row(FIRST)["task"]
    outcome = save(catalogue, draft, changed(draft, FIRST, task=same))

    assert outcome == RowsSaved()
    assert edits(catalogue, draft) == []


def test_new_rows_stand_where_they_were_written(
    catalogue: Catalogue, draft: Draft
) -> None:
    one, two, three = (row["task"] for row in draft.content.rows)
    save(
        catalogue,
        draft,
        new("#1", "Øverst", after=""),
        new("#2", "Efter den første", after=FIRST),
        new("#3", "Og efter den", after="#2"),
        new("#4", "Nederst"),
    )

    assert tasks(catalogue, draft) == [
        *("Øverst", one, "Efter den første", "Og efter den"),
        *(two, three, "Nederst"),
    ]


def test_a_removed_row_comes_back_under_its_key(
    catalogue: Catalogue, draft: Draft
) -> None:
    said = {name: v for name, v in draft.content.row(SECOND).items() if name != "key"}
    save(catalogue, draft, removed=(taken_out(draft, SECOND),))
    save(catalogue, draft, WrittenRow("#1", SECOND, "", said, after=FIRST))

    assert [row["key"] for row in rows(catalogue, draft)] == [FIRST, SECOND, THIRD]
    assert rows(catalogue, draft)[1]["task"] == said["task"]


def test_nobody_chooses_the_key_of_a_new_row(
    catalogue: Catalogue, draft: Draft
) -> None:
    save(catalogue, draft, WrittenRow("#1", "selvvalgt", "", {"task": "Måle"}))
    save(catalogue, draft, WrittenRow("#2", FIRST, "", {"task": "Veje"}))

    assert [row["key"] for row in rows(catalogue, draft)][-2:] == ["maale", "veje"]


def test_where_another_has_saved_a_row_nothing_is_written(
    catalogue: Catalogue, draft: Draft
) -> None:
    editing.save(
        catalogue,
        draft.id,
        FIRST,
        {"task": "Renes opgave"},
        part_digest(draft.content.row(FIRST)),
        RENE,
    )
    outcome = save(
        catalogue,
        draft,
        changed(draft, FIRST, task="Ritas opgave"),
        changed(draft, SECOND, task="Ritas anden"),
        new("#1", "Ritas nye"),
        removed=(taken_out(draft, THIRD),),
    )

    (met,) = outcome.met
    assert (met.name, met.stored["task"]) == (FIRST, "Renes opgave")
    assert met.base == part_digest(rows(catalogue, draft)[0])
    assert tasks(catalogue, draft) == [
        "Renes opgave",
        *(row["task"] for row in draft.content.rows[1:]),
    ]
    aside = changes_of(catalogue, draft.id)[0]
    assert aside.contribution.edit == Edit.SET_ASIDE
    assert aside.values["task"] == "Ritas opgave"


def test_who_has_seen_the_other_text_saves_over_it(
    catalogue: Catalogue, draft: Draft
) -> None:
    save(catalogue, draft, changed(draft, FIRST, task="Renes"), by=RENE)
    mine = changed(draft, FIRST, task="Ritas")
    (met,) = save(catalogue, draft, mine).met
    save(catalogue, draft, WrittenRow(FIRST, FIRST, met.base, {"task": "Ritas"}))

    assert tasks(catalogue, draft)[0] == "Ritas"


def test_the_same_text_from_two_people_is_no_conflict(
    catalogue: Catalogue, draft: Draft
) -> None:
    row = changed(draft, FIRST, task="Det samme")
    save(catalogue, draft, row, by=RENE)

    assert save(catalogue, draft, row) == RowsSaved()


def test_a_row_that_another_removed_is_told_and_nothing_written(
    catalogue: Catalogue, draft: Draft
) -> None:
    editing.remove_row(catalogue, draft.id, FIRST, RENE)
    before = tasks(catalogue, draft)
    outcome = save(
        catalogue, draft, changed(draft, FIRST, task="Mit"), new("#1", "Nyt")
    )

    assert outcome.gone == (FIRST,)
    assert tasks(catalogue, draft) == before


def test_a_row_changed_by_another_is_not_removed_unseen(
    catalogue: Catalogue, draft: Draft
) -> None:
    save(catalogue, draft, changed(draft, THIRD, task="Renes"), by=RENE)
    outcome = save(catalogue, draft, removed=(taken_out(draft, THIRD),))

    assert [met.name for met in outcome.met] == [THIRD]
    assert tasks(catalogue, draft)[-1] == "Renes"


def test_a_row_that_two_remove_is_removed(catalogue: Catalogue, draft: Draft) -> None:
    editing.remove_row(catalogue, draft.id, THIRD, RENE)

    outcome = save(catalogue, draft, removed=(taken_out(draft, THIRD),))
    assert not outcome.is_refused


def test_a_fault_on_the_way_leaves_nothing_half_written(
    catalogue: Catalogue, draft: Draft
) -> None:
    broken = WrittenRow("#2", "", "", {"task": "To", "deadline_amount": "mange"})
    with pytest.raises(ValueError, match="could not convert"):
        save(catalogue, draft, changed(draft, FIRST, task="En"), broken)

    assert tasks(catalogue, draft) == [row["task"] for row in draft.content.rows]
    with reading(catalogue.engine) as session:
        assert list(session.exec(select(Contribution))) == []


def test_a_change_makes_a_version_in_approval_a_draft_again(
    catalogue: Catalogue, draft: Draft
) -> None:
    save(catalogue, draft, changed(draft, FIRST, payer=("kommune",)))
    seen = read_draft(catalogue, draft.id).fingerprint
    perform(catalogue, draft.id, "submit", RITA, seen=seen)
    now = read_draft(catalogue, draft.id)
    save(catalogue, now, changed(now, SECOND, payer=("kommune",)))

    assert read_draft(catalogue, draft.id).state is State.DRAFT


def test_who_does_not_write_may_not_save(catalogue: Catalogue, draft: Draft) -> None:
    with pytest.raises(Refused, match="rollen redaktør"):
        save(catalogue, draft, new("#1", "Nyt"), by=GORM)
