"""A version as it is stored: which is the newest, who wrote, and what it says."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from registry.errors import NotFound
from registry.models import Agreement, Contribution, Edit, State, Version
from registry.storage.versions import (
    newest_published,
    open_draft,
    previous_of,
    rows_of,
    slug_of,
    version_by_id,
    writers_of,
)
from tests.storage.immutable_rows import (
    RECORDED,
    children_of,
    publish,
    set_state,
    version_of,
)
from tests.storage.unwatched import transaction

Write = Callable[..., Version]


@pytest.fixture
def session(engine: Engine) -> Session:
    """A database with two agreements without versions."""
    with transaction(engine) as session:
        session.add_all([Agreement(id=1, slug="a"), Agreement(id=2, slug="b")])
    return Session(engine, expire_on_commit=False)


@pytest.fixture
def write(session: Session) -> Write:
    """Stores a version; with a number, a published one."""

    def stored(number: int | None = None, agreement: int = 1, **more: Any) -> Version:
        version = version_of(agreement, number=number, **more)
        session.add(version)
        session.flush()
        if number is not None:
            publish(session, version.id or 0)
            session.refresh(version)
        return version

    return stored


def contribute(
    session: Session, version: Version, author: str, edit: Edit = Edit.SAVED
) -> None:
    session.add(
        Contribution(
            agreement_id=version.agreement_id,
            version_id=version.id,
            part="udgave",
            edit=edit,
            author=author,
            at=RECORDED,
            text="{}",
        )
    )
    session.flush()


# Which version


def test_a_version_is_found_by_its_id(session: Session, write: Write) -> None:
    version = write()

    assert version_by_id(session, version.id or 0) is version
    assert slug_of(session, version) == "a"
    with pytest.raises(NotFound, match="findes ikke"):
        version_by_id(session, 99)


def test_the_newest_published_has_the_highest_number(
    session: Session, write: Write
) -> None:
    write(1)
    second = write(2)
    write(7, agreement=2)
    write()

    assert newest_published(session, "a") is second


@pytest.mark.parametrize("slug", ["a", "findes-ikke"])
def test_an_agreement_without_a_published_version_has_no_newest(
    session: Session, write: Write, slug: str
) -> None:
    write()

    with pytest.raises(NotFound, match="ingen offentliggjort udgave"):
        newest_published(session, slug)


def test_the_one_before_is_never_the_version_itself(
    session: Session, write: Write
) -> None:
    first, second, draft = write(1), write(2), write()

    assert previous_of(session, draft) is second
    assert previous_of(session, second) is first
    assert previous_of(session, write(agreement=2)) is None


def test_an_open_draft_is_neither_published_nor_withdrawn(
    session: Session, write: Write
) -> None:
    agreement = session.get(Agreement, 1)
    assert agreement is not None
    write(1)
    assert open_draft(session, agreement) is None

    draft = write()
    assert open_draft(session, agreement) is draft

    set_state(session, draft.id or 0, State.WITHDRAWN)
    assert open_draft(session, agreement) is None


# Who wrote


def test_who_wrote_since_the_last_publication_are_its_writers(
    session: Session, write: Write
) -> None:
    before = write()
    contribute(session, before, "rita")
    before.number = 1
    publish(session, before.id or 0)
    draft = write()
    contribute(session, draft, "bodil")
    contribute(session, write(agreement=2), "en-anden")

    assert writers_of(session, draft) == {"bodil"}
    # Its own publication does not make a text nobody's.
    assert writers_of(session, before) == {"rita", "bodil"}


def test_what_was_written_in_a_withdrawn_draft_still_counts(
    session: Session, write: Write
) -> None:
    withdrawn = write()
    contribute(session, withdrawn, "rita")
    set_state(session, withdrawn.id or 0, State.WITHDRAWN)

    assert writers_of(session, write()) == {"rita"}


def test_a_text_that_was_set_aside_makes_nobody_a_writer(
    session: Session, write: Write
) -> None:
    draft = write()
    contribute(session, draft, "rita", Edit.SET_ASIDE)

    assert writers_of(session, draft) == frozenset()


# What it says


def test_rows_are_read_in_their_order(session: Session, write: Write) -> None:
    draft = write()
    for position, key in ((2, "b"), (1, "c"), (3, "a")):
        row = children_of(draft.id or 0, key)[0]
        row.position = position
        session.add(row)

    assert [row.key for row in rows_of(session, draft)] == ["c", "b", "a"]
