"""The columns' own types: moments in UTC, and lists of words as they stood."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import StatementError
from sqlmodel import select

from registry.models import AuditEntry, Choice, State, Version
from registry.storage.db import reading
from tests.storage.immutable_rows import (
    DRAFT_ID,
    PUBLISHED_ID,
    RECORDED,
    fill,
    version_of,
)
from tests.storage.unwatched import transaction


@pytest.fixture(autouse=True)
def filled(engine: Engine) -> None:
    """A row in every guarded table."""
    fill(engine)


def test_a_moment_without_a_zone_is_refused(engine: Engine) -> None:
    with (
        pytest.raises(StatementError, match="needs a time zone"),
        transaction(engine) as session,
    ):
        session.add(
            version_of(1, recorded_at=datetime(2026, 1, 1), state=State.WITHDRAWN)
        )


def test_a_moment_comes_back_in_utc(engine: Engine) -> None:
    at = datetime(2026, 7, 1, 1, 30, 15, 250, tzinfo=timezone(timedelta(hours=2)))
    with transaction(engine) as session:
        session.add(
            AuditEntry(
                at=at, actor="x", event_key="y", subject="z", previous="", hash="h2"
            )
        )

    with reading(engine) as session:
        found = session.exec(select(AuditEntry.at).where(AuditEntry.hash == "h2")).one()

    assert found == at
    assert found.tzinfo is UTC


def test_a_moment_is_stored_as_utc(engine: Engine, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "registry.sqlite")) as raw:
        stored = raw.execute("SELECT recorded_at FROM version").fetchone()[0]

    assert stored == RECORDED.strftime("%Y-%m-%d %H:%M:%S.%f")


def test_moments_are_compared_as_moments(engine: Engine) -> None:
    in_copenhagen = datetime(2026, 11, 22, 0, 0, tzinfo=timezone(timedelta(hours=1)))

    with reading(engine) as session:
        found = session.exec(
            select(Version.id).where(Version.recorded_at <= in_copenhagen)
        ).all()

    assert sorted(found) == [PUBLISHED_ID, DRAFT_ID]


def test_a_list_of_words_keeps_its_order_and_its_danish_letters(engine: Engine) -> None:
    words = ["øre", "ånde", "ære", "a"]
    with transaction(engine) as session:
        word = Choice(
            scheme="x", key="y", position=1, label="z", also=words, recorded_at=RECORDED
        )
        session.add(word)

    with reading(engine) as session:
        assert session.exec(select(Choice.also).where(Choice.key == "y")).one() == words


def test_a_list_of_words_left_out_is_empty(engine: Engine) -> None:
    with reading(engine) as session:
        assert session.get(Version, PUBLISHED_ID).target_groups == []
