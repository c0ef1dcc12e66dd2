"""Originals are read back with their content, or without it."""

import pytest
from sqlalchemy import Engine, inspect
from sqlmodel import Session

from registry.models import Agreement, Intake
from registry.storage.intakes import intake_of, intake_without_content
from tests.conftest import NOW
from tests.storage.immutable_rows import version_of
from tests.storage.unwatched import transaction

CONTENT = "Det, der blev læst".encode()


@pytest.fixture
def draft(engine: Engine) -> int:
    """The id of a draft that was read from a text; the next one was not."""
    with transaction(engine) as session:
        session.add_all([Agreement(id=1, slug="a"), Agreement(id=2, slug="b")])
        session.flush()
        read, written = version_of(1), version_of(2)
        session.add_all([read, written])
        session.flush()
        session.add(
            Intake(
                version_id=read.id or 0,
                name="aftale.txt",
                media_type="text/plain",
                size=len(CONTENT),
                sha256="",
                content=CONTENT,
                report="[]",
                taken_in_by="rita",
                at=NOW,
            )
        )
        return read.id or 0


def test_an_original_is_read_back_with_its_content(engine: Engine, draft: int) -> None:
    with Session(engine) as session:
        intake = intake_of(session, draft)

        assert intake is not None
        assert (intake.name, intake.content) == ("aftale.txt", CONTENT)


def test_what_is_told_of_an_original_leaves_its_content_where_it_is(
    engine: Engine, draft: int
) -> None:
    with Session(engine) as session:
        intake = intake_without_content(session, draft)

        assert intake is not None
        assert intake.name == "aftale.txt"
        assert "content" in inspect(intake).unloaded


def test_a_draft_that_was_written_here_has_no_original(
    engine: Engine, draft: int
) -> None:
    with Session(engine) as session:
        assert intake_of(session, draft + 1) is None
        assert intake_without_content(session, draft + 1) is None
