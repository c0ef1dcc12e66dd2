"""From when to when a draft and a proposal live, and who may decide on them."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from registry.accounts import accounts
from registry.models import (
    Agreement,
    Contribution,
    Edit,
    Handover,
    Proposal,
    Version,
)
from registry.publishing.states import ACTS
from registry.rules.linked_accounts import COMMAND_LINE
from registry.storage import audit
from registry.storage.account_events import account_events
from registry.storage.events import Event, Recorded
from registry.storage.four_eyes import (
    Authors,
    authors_of,
    authors_of_each,
    proposers_of,
)
from tests.storage.immutable_rows import RECORDED, version_of
from tests.storage.unwatched import transaction

SLUG = "a"


@pytest.fixture
def session(engine: Engine) -> Session:
    """A database with an agreement, and two who approve."""
    for username in ("gorm", "bodil"):
        accounts.add(engine, username, "Navn", ["godkender"], actor=COMMAND_LINE)
    with transaction(engine) as session:
        session.add(Agreement(id=1, slug=SLUG))
    return Session(engine, expire_on_commit=False)


@pytest.fixture
def draft(session: Session) -> Version:
    """A draft that Rita wrote in; the trail is for the test to tell."""
    version = version_of(1)
    session.add(version)
    session.flush()
    session.add(
        Contribution(
            agreement_id=1,
            version_id=version.id,
            part="udgave",
            edit=Edit.SAVED,
            author="rita",
            at=RECORDED,
            text="{}",
        )
    )
    session.flush()
    return version


def tell(session: Session, *told: tuple[Recorded, str]) -> None:
    """Ada did it all: each event with what it is about."""
    for event, subject in told:
        audit.write_entry(session, actor="ada", event=event, subject=subject)


BEGUN = (Event.DRAFT_BEGUN, SLUG)
SAVED = (Event.DRAFT_SAVED, SLUG)
LINKS = ((Event.ACCOUNT_LINK, "rita"), (Event.ACCOUNT_LINK, "gorm"))


@pytest.mark.parametrize(
    ("told", "one"),
    [
        ((BEGUN, *LINKS, SAVED), True),
        ((*LINKS, BEGUN, SAVED), False),
        ((LINKS[0], BEGUN, LINKS[1], SAVED), False),
        ((BEGUN, SAVED, *LINKS), True),
        # A loaded draft's first change is its beginning.
        ((*LINKS, SAVED), False),
        ((SAVED, *LINKS), True),
        # What lies before a publication is of another text.
        ((BEGUN, *LINKS, (ACTS["publish"], SLUG), BEGUN), False),
        # A withdrawn draft's text still counts as written, so its life does too.
        ((BEGUN, *LINKS, (ACTS["withdraw"], SLUG), BEGUN), True),
        # Another agreement's life is its own.
        (((Event.DRAFT_BEGUN, "b"), *LINKS, BEGUN), False),
    ],
)
def test_a_draft_lives_from_its_first_entry_since_the_last_publication(
    session: Session, draft: Version, told: tuple[tuple[Recorded, str], ...], one: bool
) -> None:
    tell(session, *told)

    authors = authors_of(session, draft)

    assert authors.bind("rita")
    assert authors.bind("gorm") is one
    assert not authors.bind("bodil")
    assert authors.have_a_reader


def test_several_drafts_have_the_authors_that_each_has(
    session: Session, draft: Version
) -> None:
    session.add(Agreement(id=2, slug="b"))
    session.flush()
    other = version_of(2)
    session.add(other)
    session.flush()
    session.add(
        Handover(
            version_id=draft.id,
            from_person="rita",
            to_person="rene",
            handed_by="ada",
            at=RECORDED,
        )
    )
    tell(session, (ACTS["publish"], SLUG), LINKS[0], BEGUN, LINKS[1], SAVED)
    tell(session, (Event.DRAFT_BEGUN, "b"))
    events = account_events(session)

    together = authors_of_each(session, [draft, other], events)

    assert together == {
        version.id: replace(
            authors_of(session, version, events), eyes=together[version.id or 0].eyes
        )
        for version in (draft, other)
    }
    for version in (draft, other):
        alone, each = authors_of(session, version, events), together[version.id or 0]
        for person in ("rita", "gorm", "bodil", "rene"):
            assert each.bind(person) == alone.bind(person)
            assert each.binding_events(person) == alone.binding_events(person)
    assert together[draft.id or 0].holders == {"rene"}


@pytest.mark.parametrize("before", [True, False])
def test_a_proposal_lives_from_when_it_was_made(session: Session, before: bool) -> None:
    proposal = Proposal(
        id=12, kind="term", title="T", records="[]", proposed_by="rita", at=RECORDED
    )
    audit.write_entry(
        session, actor="rita", event=Event.PROPOSED, subject="a", detail="forslag 1: T"
    )
    tell(session, *(LINKS if before else ()))
    audit.write_entry(
        session, actor="rita", event=Event.PROPOSED, subject="a", detail="forslag 12: T"
    )
    tell(session, *(() if before else LINKS))

    assert proposers_of(session, proposal).bind("gorm") is not before


def test_only_open_approvers_can_decide(engine: Engine, session: Session) -> None:
    accounts.close(engine, "gorm", actor=COMMAND_LINE)
    accounts.add(engine, "rene", "René", ["redaktoer"], actor=COMMAND_LINE)
    proposal = Proposal(kind="term", title="T", records="[]", proposed_by="bodil")

    authors = proposers_of(session, proposal)

    assert authors.deciders == {"bodil"}
    assert not authors.have_a_reader


def test_what_nobody_wrote_binds_nobody() -> None:
    assert not Authors().bind("rita")
