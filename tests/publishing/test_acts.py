"""From draft to publication: the whole way by two people, and every refusal on it.

Also covers registry/publishing/effects.py.
"""

from datetime import date
from typing import Any

import pytest
from sqlmodel import select

from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.errors import BadInput, Conflict, Refused
from registry.models import Approval, AuditEntry, State, Version
from registry.publishing import beginning, editing
from registry.publishing.acts import perform
from registry.publishing.drafts import Draft, draft_by_link, read_draft
from registry.publishing.effects import Blocked
from registry.rules.status import Status
from registry.rules.version_content import MAIN, part_digest, part_of
from registry.storage.db import reading
from tests.publishing.people import ADA, BODIL, GORM, RENE, RITA, SIGNED, SLUG, Someone


@pytest.fixture
def draft(catalogue: Catalogue) -> Draft:
    """A draft in which Rita wrote a new title."""
    return write(
        catalogue,
        beginning.begin_version(catalogue, SLUG, RITA),
        title="Ny titel",
    )


def write(
    catalogue: Catalogue,
    draft_id: int,
    by: Someone = RITA,
    part: str = MAIN,
    **values: Any,
) -> Draft:
    stored = part_of(read_draft(catalogue, draft_id).content, part)
    editing.save(catalogue, draft_id, part, values, part_digest(stored), by)
    return read_draft(catalogue, draft_id)


def do(
    catalogue: Catalogue, draft: Draft, act: str, by: Someone, **more: Any
) -> Version:
    """An act by someone who looked at the draft just now."""
    seen = read_draft(catalogue, draft.id).fingerprint
    return perform(
        catalogue, draft.id, act, by, **{"seen": seen, "signed": SIGNED, **more}
    )


@pytest.fixture
def approved(catalogue: Catalogue, draft: Draft) -> Draft:
    do(catalogue, draft, "submit", RITA)
    do(catalogue, draft, "approve", GORM)
    return read_draft(catalogue, draft.id)


# The way


def test_two_people_publish_a_version(catalogue: Catalogue, approved: Draft) -> None:
    version = do(catalogue, approved, "publish", GORM)

    agreement = catalogue.today().agreement(SLUG)
    assert version.number == 3
    assert agreement.shown.number == 3
    assert agreement.shown.version.title == "Ny titel"
    assert agreement.shown.version.fingerprint == approved.fingerprint


def test_every_act_stands_in_the_audit_trail(
    catalogue: Catalogue, approved: Draft
) -> None:
    do(catalogue, approved, "publish", GORM)

    with reading(catalogue.engine) as session:
        events = [
            (e.actor, e.event_key, e.subject) for e in session.exec(select(AuditEntry))
        ]
    assert events[-5:] == [
        ("rita", "draft-begun", SLUG),
        ("rita", "draft-saved", SLUG),
        ("rita", "submit", SLUG),
        ("gorm", "approve", SLUG),
        ("gorm", "publish", SLUG),
    ]


def test_a_publication_takes_effect_on_its_day(
    catalogue: Catalogue, draft: Draft
) -> None:
    write(catalogue, draft.id, in_force_from=date(2027, 6, 1))
    for act, by in (("submit", RITA), ("approve", GORM), ("publish", GORM)):
        do(catalogue, draft, act, by)

    assert catalogue.today().agreement(SLUG).shown.number == 2
    assert catalogue.at(Moment(date(2027, 6, 1))).agreement(SLUG).shown.number == 3


def test_what_was_shown_before_a_publication_is_shown_as_of_then(
    catalogue: Catalogue, approved: Draft
) -> None:
    before = approved.approvals[0].at
    do(catalogue, approved, "publish", GORM)

    then = catalogue.at(Moment(date(2026, 11, 23), before))
    assert then.agreement(SLUG).shown.number == 2


def test_a_version_may_go_by_way_of_adoption(
    catalogue: Catalogue, approved: Draft
) -> None:
    do(catalogue, approved, "send-for-adoption", RITA)

    (link,) = read_draft(catalogue, approved.id).links
    draft, same = draft_by_link(catalogue, link.secret)
    assert (draft.id, same.fingerprint) == (approved.id, approved.fingerprint)
    assert len(link.secret) >= 43
    assert do(catalogue, approved, "publish", GORM).number == 3


def test_a_new_agreement_becomes_part_of_the_catalogue(
    catalogue: Catalogue, draft: Draft
) -> None:
    model = read_draft(catalogue, draft.id).content
    made = beginning.begin_agreement(catalogue, "Helt ny aftale", "", RITA)
    values = {**model.values, "title": "Helt ny aftale", "parties": model.parties}
    new = write(catalogue, made, **values)
    for row in model.rows:
        editing.add_row(catalogue, made, row, RITA)
    for act, by in (("submit", RITA), ("approve", GORM), ("publish", GORM)):
        do(catalogue, new, act, by)

    agreement = catalogue.today().agreement("helt-ny-aftale")
    assert agreement.shown.number == 1
    assert agreement.status.status in (
        Status.IN_FORCE,
        Status.CONTINUED,
        Status.UNSETTLED,
    )


def test_who_wrote_the_last_version_may_approve_what_others_write_next(
    catalogue: Catalogue, approved: Draft
) -> None:
    do(catalogue, approved, "publish", GORM)
    nxt = write(
        catalogue,
        beginning.begin_version(catalogue, SLUG, RENE),
        RENE,
        summary="Renes resumé",
    )
    do(catalogue, nxt, "submit", RENE)

    rita_approving = Someone("rita", ("godkender",))
    assert do(catalogue, nxt, "approve", rita_approving).state == State.APPROVED


# Four eyes


@pytest.mark.parametrize("act", ["approve", "return"])
@pytest.mark.parametrize(
    "roles", [("redaktoer", "godkender"), ("administrator", "godkender")]
)
def test_nobody_decides_on_a_draft_they_wrote_in(
    catalogue: Catalogue, draft: Draft, act: str, roles: tuple[str, ...]
) -> None:
    write(catalogue, draft.id, BODIL, summary="Bodils resumé")
    do(catalogue, draft, "submit", RITA)

    with pytest.raises(Refused, match="selv skrevet"):
        do(catalogue, draft, act, Someone("bodil", roles), note="Hej")


@pytest.mark.parametrize("change", ["row", "moved"])
def test_whoever_touched_a_row_wrote_too(
    catalogue: Catalogue, draft: Draft, change: str
) -> None:
    if change == "row":
        write(catalogue, draft.id, BODIL, "varsel-boern", task="Bodils opgave")
    else:
        editing.move_row(catalogue, draft.id, "varsel-boern", 1, BODIL)
    do(catalogue, draft, "submit", RITA)

    with pytest.raises(Refused, match="selv skrevet"):
        do(catalogue, draft, "approve", BODIL)


def test_withdrawing_a_draft_does_not_make_ones_text_anothers(
    catalogue: Catalogue, draft: Draft
) -> None:
    write(catalogue, draft.id, BODIL, summary="Bodils resumé")
    do(catalogue, draft, "withdraw", BODIL)
    again = write(
        catalogue,
        beginning.begin_version(catalogue, SLUG, RITA),
        summary="Bodils resumé",
    )
    do(catalogue, again, "submit", RITA)

    with pytest.raises(Refused, match="selv skrevet"):
        do(catalogue, again, "approve", BODIL)


@pytest.mark.parametrize(
    ("act", "by"),
    [
        ("submit", GORM),
        ("approve", RENE),
        ("return", RENE),
        ("publish", RITA),
        ("publish", ADA),
        ("approve", ADA),
        ("withdraw", GORM),
        ("send-for-adoption", ADA),
    ],
)
def test_each_act_takes_its_role(
    catalogue: Catalogue, draft: Draft, act: str, by: Someone
) -> None:
    way = {"approve": 1, "return": 1, "publish": 2, "send-for-adoption": 2}.get(act, 0)
    for earlier, person in (("submit", RITA), ("approve", GORM))[:way]:
        do(catalogue, draft, earlier, person)

    with pytest.raises(Refused, match="Det kræver rollen"):
        do(catalogue, draft, act, by, note="Hej")


def test_only_who_wrote_in_a_draft_withdraws_it(
    catalogue: Catalogue, draft: Draft
) -> None:
    with pytest.raises(Refused, match="Kun den, der har skrevet"):
        do(catalogue, draft, "withdraw", RENE)


# Bound to the text


def test_an_approval_falls_with_a_change(catalogue: Catalogue, approved: Draft) -> None:
    write(catalogue, approved.id, summary="Et andet resumé")

    assert read_draft(catalogue, approved.id).state is State.DRAFT
    with pytest.raises(Refused, match="kladde"):
        do(catalogue, approved, "publish", GORM)


def test_changing_a_text_and_changing_it_back_needs_a_new_approval(
    catalogue: Catalogue, approved: Draft
) -> None:
    write(catalogue, approved.id, title="Noget andet")
    write(catalogue, approved.id, title="Ny titel")
    do(catalogue, approved, "submit", RITA)

    assert read_draft(catalogue, approved.id).state is State.IN_APPROVAL


def test_an_unchanged_save_leaves_an_approval(
    catalogue: Catalogue, approved: Draft
) -> None:
    write(catalogue, approved.id, title="Ny titel")

    assert read_draft(catalogue, approved.id).state is State.APPROVED


def test_an_approval_of_what_was_changed_since_it_was_looked_at_is_refused(
    catalogue: Catalogue, draft: Draft
) -> None:
    seen = read_draft(catalogue, draft.id).fingerprint
    write(catalogue, draft.id, summary="Ændret imens")
    do(catalogue, draft, "submit", RITA)

    with pytest.raises(Conflict, match="ændret, siden du så den"):
        do(catalogue, draft, "approve", GORM, seen=seen)


def test_a_link_for_adoption_shows_when_its_text_was_changed(
    catalogue: Catalogue, approved: Draft
) -> None:
    do(catalogue, approved, "send-for-adoption", GORM)
    (link,) = read_draft(catalogue, approved.id).links
    write(catalogue, approved.id, summary="Ændret imens")

    draft, same = draft_by_link(catalogue, link.secret)
    assert same.fingerprint != draft.fingerprint


# Returned


def test_a_returned_draft_says_what_to_mend_and_goes_on(
    catalogue: Catalogue, draft: Draft
) -> None:
    do(catalogue, draft, "submit", RITA)
    do(catalogue, draft, "return", GORM, note="Skriv fristen i dage.")

    returned = read_draft(catalogue, draft.id)
    assert (returned.state, returned.returned_with) == (
        State.RETURNED,
        "Skriv fristen i dage.",
    )
    do(catalogue, draft, "submit", RITA)
    assert do(catalogue, draft, "approve", GORM).state == State.APPROVED


def test_a_return_says_why(catalogue: Catalogue, draft: Draft) -> None:
    do(catalogue, draft, "submit", RITA)

    with pytest.raises(BadInput) as refused:
        do(catalogue, draft, "return", GORM, note="  ")

    assert refused.value.field == "note"
    assert read_draft(catalogue, draft.id).state is State.IN_APPROVAL


# The gates


def test_an_empty_field_stops_an_approval_until_a_reason_is_signed(
    catalogue: Catalogue, draft: Draft
) -> None:
    write(catalogue, draft.id, economics="")
    do(catalogue, draft, "submit", RITA)
    with pytest.raises(Blocked) as blocked:
        do(catalogue, draft, "approve", GORM)
    (finding,) = blocked.value.gate_findings

    do(
        catalogue,
        draft,
        "approve",
        GORM,
        signed={**SIGNED, finding.signature: "Forhandles til foråret."},
    )
    do(catalogue, draft, "publish", GORM)

    shown = catalogue.today().agreement(SLUG).shown.version
    assert "tomt-felt:economics: Forhandles til foråret." in shown.signed_reasons
    assert shown.economics == ""


def test_a_blocked_approval_writes_nothing(catalogue: Catalogue, draft: Draft) -> None:
    write(catalogue, draft.id, economics="udfyldes senere")
    do(catalogue, draft, "submit", RITA)

    with pytest.raises(Blocked):
        do(catalogue, draft, "approve", GORM)

    assert read_draft(catalogue, draft.id).state is State.IN_APPROVAL
    with reading(catalogue.engine) as session:
        assert (
            session.exec(select(Approval).where(Approval.version_id == draft.id)).all()
            == []
        )


def test_the_gates_are_asked_again_at_publication(
    catalogue: Catalogue, draft: Draft
) -> None:
    """An agreement is approved to replace another, which is then published to replace
    it.
    """
    parties = draft.content.parties
    write(catalogue, draft.id, relations={})
    for act, by in (("submit", RITA), ("approve", GORM), ("publish", GORM)):
        do(catalogue, draft, act, by)
    old = beginning.begin_version(catalogue, "proeve-gammel", RITA)
    replacing = write(catalogue, old, relations={"replaces": (SLUG,)}, parties=parties)
    do(catalogue, replacing, "submit", RITA)
    do(catalogue, replacing, "approve", GORM)
    again = beginning.begin_version(catalogue, SLUG, RITA)
    other = write(catalogue, again, relations={"replaces": ("proeve-gammel",)})
    for act, by in (("submit", RITA), ("approve", GORM), ("publish", GORM)):
        do(catalogue, other, act, by)

    with pytest.raises(Blocked, match="i en kreds"):
        do(catalogue, replacing, "publish", GORM)


def test_where_the_parties_adopt_first_they_must_have(
    catalogue: Catalogue, draft: Draft
) -> None:
    write(catalogue, draft.id, adoption_rule="vedtages-foerst")
    do(catalogue, draft, "submit", RITA)
    do(catalogue, draft, "approve", GORM)

    with pytest.raises(Refused, match="skal vedtages først"):
        do(catalogue, draft, "publish", GORM)
