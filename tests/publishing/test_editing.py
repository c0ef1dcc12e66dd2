"""Writing drafts: what is saved, what is refused, and that no text is ever lost.

Also covers registry/publishing/writing.py.
"""

import json
from datetime import date
from typing import Any

import pytest
from sqlmodel import select

from registry.catalogue.queries import Catalogue
from registry.errors import BadInput, NotFound, Refused
from registry.models import AuditEntry, Contribution, Edit, State
from registry.publishing import beginning, editing
from registry.publishing.acts import perform
from registry.publishing.drafts import Draft, changes_of, read_draft
from registry.rules.version_content import MAIN, part_digest, part_of
from registry.storage.db import reading
from tests.publishing.people import ADA, BODIL, GORM, RENE, RITA, SLUG, Someone


@pytest.fixture
def draft(catalogue: Catalogue) -> Draft:
    return read_draft(catalogue, beginning.begin_version(catalogue, SLUG, RITA))


def save(
    catalogue: Catalogue, draft: Draft, by: Someone, part: str = MAIN, **values: Any
) -> editing.Saved:
    """Save a part as someone does who looked at it just now."""
    now = read_draft(catalogue, draft.id)
    base = part_digest(part_of(now.content, part))
    return editing.save(catalogue, draft.id, part, values, base, by)


def keys(catalogue: Catalogue, draft: Draft) -> list[str]:
    return [row["key"] for row in read_draft(catalogue, draft.id).content.rows]


def contributions(catalogue: Catalogue) -> list[Contribution]:
    with reading(catalogue.engine) as session:
        return list(session.exec(select(Contribution)))


# A typed day


@pytest.mark.parametrize("copied", ["period", "unknown", "month", "year"])
def test_a_typed_day_is_known_to_the_day(
    catalogue: Catalogue, draft: Draft, copied: str
) -> None:
    """However exactly the day that was copied was known."""
    save(catalogue, draft, RITA, in_force_from=None)
    save(catalogue, draft, RITA, date_precision=copied)

    save(catalogue, draft, RITA, in_force_from=date(2027, 1, 1))

    version = read_draft(catalogue, draft.id).version
    assert (version.in_force_from, version.date_precision) == (date(2027, 1, 1), "day")


def test_whoever_says_how_exactly_it_is_known_is_believed(
    catalogue: Catalogue, draft: Draft
) -> None:
    save(catalogue, draft, RITA, in_force_from=date(2027, 1, 1), date_precision="month")
    assert read_draft(catalogue, draft.id).version.date_precision == "month"

    save(catalogue, draft, RITA, title="Ny titel")
    assert read_draft(catalogue, draft.id).version.date_precision == "month"

    save(catalogue, draft, RITA, in_force_from=date(2027, 2, 1))
    assert read_draft(catalogue, draft.id).version.date_precision == "day"
    save(catalogue, draft, RITA, date_precision="year")
    assert read_draft(catalogue, draft.id).version.date_precision == "year"


def test_a_draft_without_a_day_keeps_what_is_said_of_it(
    catalogue: Catalogue, draft: Draft
) -> None:
    save(catalogue, draft, RITA, date_precision="period")

    save(catalogue, draft, RITA, in_force_from=None)

    assert read_draft(catalogue, draft.id).version.date_precision == "period"


# Saving


def test_what_is_saved_is_what_is_read(catalogue: Catalogue, draft: Draft) -> None:
    saved = save(
        catalogue,
        draft,
        RITA,
        title="Ny titel",
        target_groups=("voksne",),
        parties={"formel-part": ("proeveregion", "nordby")},
        relations={},
    )

    content = read_draft(catalogue, draft.id).content
    assert saved.changed
    assert content.values["title"] == "Ny titel"
    assert content.values["target_groups"] == ("voksne",)
    assert content.parties == {"formel-part": ("proeveregion", "nordby")}
    assert content.relations == {}


def test_readers_keep_the_version_in_force_while_a_draft_exists(
    catalogue: Catalogue, draft: Draft
) -> None:
    save(catalogue, draft, RITA, title="En helt anden titel")

    agreement = catalogue.today().agreement(SLUG)
    assert agreement.shown.number == 2
    assert agreement.shown.version.title != "En helt anden titel"


def test_an_unchanged_save_writes_nothing(catalogue: Catalogue, draft: Draft) -> None:
    saved = save(catalogue, draft, RITA, title=draft.content.values["title"])

    assert not saved.changed
    assert contributions(catalogue) == []
    assert read_draft(catalogue, draft.id).writers == frozenset()


def test_a_row_is_saved_for_itself(catalogue: Catalogue, draft: Draft) -> None:
    save(
        catalogue, draft, RITA, "varsel-boern", payer=("kommune",), deadline_amount=5.0
    )

    row = read_draft(catalogue, draft.id).content.row("varsel-boern")
    assert row["payer"] == ("kommune",)
    assert row["deadline_amount"] == 5.0


def test_two_people_in_different_parts_do_not_meet(
    catalogue: Catalogue, draft: Draft
) -> None:
    base = part_digest(part_of(draft.content, "varsel-boern"))
    save(catalogue, draft, RITA, title="Ritas titel")

    saved = editing.save(
        catalogue, draft.id, "varsel-boern", {"task": "Renes opgave"}, base, RENE
    )

    assert saved.changed
    content = read_draft(catalogue, draft.id).content
    assert (content.values["title"], content.row("varsel-boern")["task"]) == (
        "Ritas titel",
        "Renes opgave",
    )


def test_the_second_in_the_same_part_overwrites_nothing_and_loses_nothing(
    catalogue: Catalogue, draft: Draft
) -> None:
    base = part_digest(part_of(draft.content, MAIN))
    save(catalogue, draft, RITA, title="Ritas titel")

    saved = editing.save(
        catalogue, draft.id, MAIN, {"title": "Renes titel"}, base, RENE
    )

    assert saved.conflict
    assert not saved.changed
    assert saved.stored["title"] == "Ritas titel"
    assert read_draft(catalogue, draft.id).title == "Ritas titel"
    aside = changes_of(catalogue, draft.id)[0]
    assert (aside.contribution.edit, aside.contribution.author) == (
        Edit.SET_ASIDE,
        "rene",
    )
    assert aside.values["title"] == "Renes titel"


def test_a_text_set_aside_makes_nobody_a_writer(
    catalogue: Catalogue, draft: Draft
) -> None:
    base = part_digest(part_of(draft.content, MAIN))
    save(catalogue, draft, RITA, title="Ritas titel")
    editing.save(catalogue, draft.id, MAIN, {"title": "Bodils titel"}, base, BODIL)

    assert read_draft(catalogue, draft.id).writers == {"rita"}


@pytest.mark.parametrize("person", [GORM, ADA], ids=lambda p: p.username)
def test_only_an_editor_saves(
    catalogue: Catalogue, draft: Draft, person: Someone
) -> None:
    with pytest.raises(Refused, match="redaktør"):
        save(catalogue, draft, person, title="Ny titel")


def test_a_withdrawn_draft_takes_no_more_text(
    catalogue: Catalogue, draft: Draft
) -> None:
    perform(catalogue, draft.id, "withdraw", RITA, seen=draft.fingerprint)

    with pytest.raises(Refused, match="lagt væk"):
        save(catalogue, draft, RITA, title="Ny titel")


def test_every_change_is_kept_and_stands_in_the_audit_trail(
    catalogue: Catalogue, draft: Draft
) -> None:
    save(catalogue, draft, RITA, title="Første titel")
    save(catalogue, draft, RENE, title="Anden titel")

    texts = [json.loads(c.text)["title"] for c in contributions(catalogue)]
    assert texts == ["Første titel", "Anden titel"]
    with reading(catalogue.engine) as session:
        events = [(e.actor, e.event_key) for e in session.exec(select(AuditEntry))]
    assert events[-2:] == [("rita", "draft-saved"), ("rene", "draft-saved")]


def test_an_organisation_with_two_roles_is_refused_and_nothing_written(
    catalogue: Catalogue, draft: Draft
) -> None:
    parties = {"formel-part": ("nordby",), "tiltraedende-part": ("nordby",)}

    with pytest.raises(BadInput, match="kun have én rolle"):
        save(catalogue, draft, RITA, parties=parties)

    assert read_draft(catalogue, draft.id).content.parties == draft.content.parties


# Rows


def test_a_row_is_never_named_like_the_versions_own_part(
    catalogue: Catalogue, draft: Draft
) -> None:
    assert editing.add_row(catalogue, draft.id, {"task": "Udgave"}, RITA) == "udgave-2"


def test_a_new_row_stands_last_with_a_key_made_from_its_task(
    catalogue: Catalogue, draft: Draft
) -> None:
    key = editing.add_row(catalogue, draft.id, {"task": "Ringe til vagten"}, RITA)

    assert key == "ringe-til-vagten"
    assert keys(catalogue, draft)[-1] == key


def test_a_key_is_never_used_again_in_the_agreement(
    catalogue: Catalogue, draft: Draft
) -> None:
    first = editing.add_row(catalogue, draft.id, {"task": "Ringe"}, RITA)
    editing.remove_row(catalogue, draft.id, first, RITA)

    assert editing.add_row(catalogue, draft.id, {"task": "Ringe"}, RITA) == "ringe-2"


def test_a_copied_row_stands_after_its_model_under_a_new_key_and_unconfirmed(
    catalogue: Catalogue, draft: Draft
) -> None:
    model = keys(catalogue, draft)[0]
    copied = editing.duplicate_row(catalogue, draft.id, model, RITA)

    content = read_draft(catalogue, draft.id).content
    assert keys(catalogue, draft)[1] == copied != model
    assert content.row(copied)["task"] == content.row(model)["task"]
    assert content.row(copied)["confirmed"] is False


def test_rows_are_moved_and_stay_at_the_ends(
    catalogue: Catalogue, draft: Draft
) -> None:
    before = keys(catalogue, draft)

    editing.move_row(catalogue, draft.id, before[0], 1, RITA)
    assert keys(catalogue, draft)[:2] == [before[1], before[0]]
    editing.move_row(catalogue, draft.id, before[1], -1, RITA)
    assert keys(catalogue, draft)[0] == before[1]


def test_a_removed_row_is_gone_from_the_draft_and_kept_among_the_changes(
    catalogue: Catalogue, draft: Draft
) -> None:
    key = keys(catalogue, draft)[0]
    task = draft.content.row(key)["task"]

    editing.remove_row(catalogue, draft.id, key, RITA)

    assert key not in keys(catalogue, draft)
    assert changes_of(catalogue, draft.id)[0].values["task"] == task


@pytest.mark.parametrize("change", [editing.duplicate_row, editing.remove_row])
def test_a_row_that_is_not_there_is_not_found(
    catalogue: Catalogue, draft: Draft, change: Any
) -> None:
    with pytest.raises(NotFound):
        change(catalogue, draft.id, "findes-ikke", RITA)


# Under approval


def test_a_change_after_submission_makes_it_a_draft_again(
    catalogue: Catalogue, draft: Draft
) -> None:
    perform(catalogue, draft.id, "submit", RITA, seen=draft.fingerprint)

    save(catalogue, draft, RENE, title="Ny titel")

    now = read_draft(catalogue, draft.id)
    assert now.state is State.DRAFT
    assert now.version.revision == 1


def test_an_unchanged_save_after_submission_leaves_it_in_approval(
    catalogue: Catalogue, draft: Draft
) -> None:
    perform(catalogue, draft.id, "submit", RITA, seen=draft.fingerprint)

    save(catalogue, draft, RENE, title=draft.content.values["title"])

    assert read_draft(catalogue, draft.id).state is State.IN_APPROVAL


# Which row is which


def test_a_row_goes_by_the_name_that_is_chosen_for_it(
    catalogue: Catalogue, draft: Draft
) -> None:
    first, second, *rest = keys(catalogue, draft)
    said = read_draft(catalogue, draft.id).content.rows
    assert editing.rename_rows(
        catalogue, draft.id, {first: second, second: first}, RITA
    )
    now = read_draft(catalogue, draft.id).content.rows
    assert [row["key"] for row in now] == [second, first, *rest]
    assert [row["task"] for row in now] == [row["task"] for row in said]
    kinds = [(one.part, one.edit) for one in contributions(catalogue)][-4:]
    assert kinds == [
        *((first, Edit.REMOVED), (second, Edit.REMOVED)),
        *((second, Edit.ADDED), (first, Edit.ADDED)),
    ]


def test_a_row_that_is_new_after_all_gets_a_name_of_its_own(
    catalogue: Catalogue, draft: Draft
) -> None:
    first, *rest = keys(catalogue, draft)
    assert editing.rename_rows(catalogue, draft.id, {first: ""}, RITA)
    now = keys(catalogue, draft)
    assert now[1:] == rest and now[0] not in (first, "")
    # It is new already.
    assert not editing.rename_rows(catalogue, draft.id, {now[0]: ""}, RITA)
    assert editing.rename_rows(catalogue, draft.id, {now[0]: first}, RITA)
    assert keys(catalogue, draft) == [first, *rest]


def test_names_that_nobody_had_or_two_would_have_are_refused(
    catalogue: Catalogue, draft: Draft
) -> None:
    first, second, *_ = before = keys(catalogue, draft)
    with pytest.raises(BadInput, match="ingen snitflade med det navn"):
        editing.rename_rows(catalogue, draft.id, {first: "opdigtet"}, RITA)
    with pytest.raises(BadInput, match="kan ikke være den samme"):
        editing.rename_rows(catalogue, draft.id, {first: second}, RITA)
    with pytest.raises(NotFound):
        editing.rename_rows(catalogue, draft.id, {"opdigtet": first}, RITA)
    with pytest.raises(Refused):
        editing.rename_rows(catalogue, draft.id, {first: ""}, GORM)
    assert keys(catalogue, draft) == before
