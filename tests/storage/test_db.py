"""The database's transactions and readings, and the connection to SQLite."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlmodel import Session, col, select, update

from registry.models import Agreement, Version
from registry.storage import audit
from registry.storage.db import Unrecorded, connect, migrate, reading, transaction
from registry.storage.events import Event
from tests.storage.immutable_rows import PUBLISHED_ID, attempt, children_of, fill


@pytest.fixture(autouse=True)
def filled(engine: Engine) -> None:
    """A row in every guarded table."""
    fill(engine)


# Transactions


def tell(session: Session) -> None:
    audit.write_entry(session, actor="anna", event=Event.LOAD, subject="s")


def slugs(engine: Engine) -> list[str]:
    with reading(engine) as session:
        return list(session.exec(select(Agreement.slug).order_by(Agreement.id)))


def test_a_transaction_commits_at_the_end(engine: Engine) -> None:
    with transaction(engine) as session:
        session.add(Agreement(slug="ny"))
        tell(session)

    assert slugs(engine) == ["aftale", "ny"]


def test_what_no_entry_tells_of_is_not_kept(engine: Engine) -> None:
    with pytest.raises(Unrecorded, match="agreement"), transaction(engine) as session:
        tell(session)
        session.add(Agreement(slug="ny"))

    assert slugs(engine) == ["aftale"]


def test_rows_are_not_written_at_a_stroke(engine: Engine) -> None:
    with (
        pytest.raises(RuntimeError, match="one by one"),
        transaction(engine) as session,
    ):
        session.exec(update(Version).values(title="Andet"))


def test_an_error_leaves_nothing_of_a_transaction_behind(engine: Engine) -> None:
    with pytest.raises(RuntimeError), transaction(engine) as session:
        session.add(Agreement(slug="ny"))
        session.flush()
        raise RuntimeError

    assert slugs(engine) == ["aftale"]


def test_a_refused_change_leaves_nothing_of_a_transaction_behind(
    engine: Engine,
) -> None:
    with pytest.raises(DBAPIError), transaction(engine) as session:
        session.add(Agreement(slug="ny"))
        attempt(session, "ending", "DELETE")

    assert slugs(engine) == ["aftale"]


def test_what_a_transaction_made_can_be_used_after_it(engine: Engine) -> None:
    with transaction(engine) as session:
        agreement = Agreement(slug="ny")
        session.add(agreement)
        tell(session)

    assert (agreement.id, agreement.slug) == (2, "ny")


def test_what_was_read_can_be_used_after_the_reading(engine: Engine) -> None:
    with reading(engine) as session:
        version = session.exec(
            select(Version).where(col(Version.id) == PUBLISHED_ID)
        ).one()

    assert version.title == "Aftale"


def test_a_reading_writes_nothing(engine: Engine) -> None:
    with reading(engine) as session:
        session.add(Agreement(slug="ny"))

    assert slugs(engine) == ["aftale"]


def test_a_reading_sees_one_state_throughout(engine: Engine) -> None:
    with reading(engine) as session:
        before = list(session.exec(select(Agreement.slug)))
        with transaction(engine) as writing:
            writing.add(Agreement(slug="ny"))
            tell(writing)

        assert list(session.exec(select(Agreement.slug))) == before


# The SQLite connection


def test_a_new_database_gets_its_folder(tmp_path: Path) -> None:
    migrate(connect(f"sqlite:///{tmp_path / 'a' / 'b' / 'registry.sqlite'}"))

    assert (tmp_path / "a" / "b" / "registry.sqlite").exists()


def test_readers_and_a_writer_do_not_wait_for_each_other(engine: Engine) -> None:
    with engine.connect() as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"


def test_a_child_without_its_version_is_refused(engine: Engine) -> None:
    with (
        pytest.raises(IntegrityError, match="FOREIGN KEY"),
        transaction(engine) as session,
    ):
        session.add_all(children_of(99))


def test_a_database_put_in_anothers_place_is_seen_at_once(
    engine: Engine, tmp_path: Path
) -> None:
    path = tmp_path / "registry.sqlite"
    assert slugs(engine) == ["aftale"]
    other = connect(f"sqlite:///{path.with_name('other.sqlite')}")
    migrate(other)
    with transaction(other) as session:
        session.add(Agreement(slug="anden"))
        tell(session)

    path.with_name("other.sqlite").replace(path)

    assert slugs(engine) == ["anden"]
