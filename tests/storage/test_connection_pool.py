"""Within a page one connection serves all that is asked, and never past a file that was
put in the place of its own.
"""

import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from registry.models import Agreement
from registry.storage import sqlite
from registry.storage.connection_pool import kept_open
from registry.storage.db import connect, reading
from tests.starved import open_folder, posix, read_only
from tests.storage.unwatched import transaction


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[sqlite3.Connection]:
    """Every connection that is opened, in turn."""
    found, real = list[sqlite3.Connection](), sqlite.open

    def noted(path: Path) -> sqlite3.Connection:
        found.append(real(path))
        return found[-1]

    monkeypatch.setattr(sqlite, "open", noted)
    return found


def count(engine: Engine) -> int:
    with reading(engine) as session:
        return int(session.scalar(text("SELECT count(*) FROM agreement")) or 0)


def is_closed(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("SELECT 1")
    except sqlite3.ProgrammingError:
        return True
    return False


def test_one_connection_serves_all_of_a_page_and_is_closed_with_it(
    engine: Engine, opened: list[sqlite3.Connection]
) -> None:
    with kept_open():
        for slug in ("a", "b"):
            with transaction(engine) as session:
                session.add(Agreement(slug=slug))
        assert count(engine) == 2
        assert not is_closed(opened[0])

    assert len(opened) == 1
    assert is_closed(opened[0])


def test_beside_a_page_each_is_new_and_closed_at_once(
    engine: Engine, opened: list[sqlite3.Connection]
) -> None:
    assert [count(engine), count(engine)] == [0, 0]

    assert len(opened) == 2
    assert all(map(is_closed, opened))


def test_two_at_a_time_are_two_of_which_one_is_kept(
    engine: Engine, opened: list[sqlite3.Connection]
) -> None:
    with kept_open():
        with reading(engine) as session:
            session.scalar(text("SELECT 1"))
            assert count(engine) == 0
        assert count(engine) == 0

        assert sorted(map(is_closed, opened)) == [False, True]

    assert len(opened) == 2


def test_a_file_put_in_its_place_is_seen_at_once(
    engine: Engine, migrated: Path, tmp_path: Path, opened: list[sqlite3.Connection]
) -> None:
    with kept_open():
        with transaction(engine) as session:
            session.add(Agreement(slug="a"))
        assert count(engine) == 1

        # As a restore does it: the log of the old one goes with it.
        path = Path(str(engine.url.database))
        for beside in ("-wal", "-shm"):
            path.with_name(f"{path.name}{beside}").unlink()
        Path(shutil.copy(migrated, tmp_path / "ny")).replace(path)
        assert count(engine) == 0

    assert len(opened) == 2
    assert all(map(is_closed, opened))


def test_what_another_wrote_meanwhile_is_seen(engine: Engine) -> None:
    other = connect(str(engine.url))
    with kept_open():
        assert count(engine) == 0
        with transaction(other) as session:
            session.add(Agreement(slug="a"))
        assert count(engine) == 1


def test_what_failed_leaves_nothing_to_the_next(engine: Engine) -> None:
    with kept_open():
        with pytest.raises(ZeroDivisionError), transaction(engine) as session:
            session.add(Agreement(slug="a"))
            session.flush()
            raise ZeroDivisionError

        assert count(engine) == 0
        with transaction(engine) as session:
            session.add(Agreement(slug="b"))

    assert count(engine) == 1


@posix
def test_one_that_only_reads_is_not_kept(
    migrated: Path, opened: list[sqlite3.Connection]
) -> None:
    with open_folder() as folder:
        path = Path(shutil.copy(migrated, folder / "registry.sqlite"))
        engine = connect(f"sqlite:///{path}")
        with kept_open():
            with read_only(folder):
                assert count(engine) == 0
            with transaction(engine) as session:
                session.add(Agreement(slug="a"))
            assert count(engine) == 1

    assert len(opened) == 2
