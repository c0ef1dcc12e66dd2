"""A SQLite file is its owner's, is never made by reading it, and can be read where it
cannot be written.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from registry.storage import sqlite
from registry.storage.db import connect, migrate
from tests.starved import open_folder, posix, read_only


@pytest.fixture
def path(migrated: Path) -> Iterator[Path]:
    with open_folder() as folder:
        yield Path(shutil.copy(migrated, folder / "registry.sqlite"))


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        sqlite.open(tmp_path / "x.sqlite")

    assert list(tmp_path.iterdir()) == []


def test_a_database_is_opened_with_a_log_beside_it(path: Path) -> None:
    with closing(sqlite.open(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@posix
def test_a_database_that_cannot_be_written_is_read(path: Path) -> None:
    with read_only(path.parent), closing(sqlite.open(path)) as connection:
        assert connection.execute("SELECT count(*) FROM version").fetchone() == (0,)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            connection.execute("DELETE FROM version")


def test_what_another_has_for_itself_alone_is_waited_for_and_not_read_past(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = sqlite3.connect
    monkeypatch.setattr(
        sqlite3, "connect", lambda *given, **more: real(*given, **more, timeout=0.01)
    )
    with closing(real(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")

        for opening in (sqlite.open, sqlite.open_for_reading):
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                opening(path)


def test_what_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.sqlite").write_bytes(b"tekst" * 1000)

    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        sqlite.open(tmp_path / "x.sqlite")


@posix
def test_a_new_database_and_its_log_are_its_owners_alone(tmp_path: Path) -> None:
    engine = connect(f"sqlite:///{tmp_path / 'x.sqlite'}")
    migrate(engine)

    with engine.connect():
        modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}

    assert set(modes.values()) == {0o600}
    assert "x.sqlite-wal" in modes


@posix
def test_an_older_database_is_closed_to_others(path: Path) -> None:
    path.chmod(0o644)

    sqlite.close_to_others(path)

    assert path.stat().st_mode & 0o777 == 0o600


# Whether it was written to


def written(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(sql)
        connection.commit()


@pytest.fixture
def watched(tmp_path: Path) -> Path:
    path = tmp_path / "w.sqlite"
    written(path, "CREATE TABLE a (b)")
    return path


def test_the_mark_stands_until_another_writes(watched: Path) -> None:
    watch = sqlite.Watch(watched)
    before = watch.mark()
    assert watch.mark() == before

    written(watched, "INSERT INTO a VALUES (1)")

    assert watch.mark() not in (None, before)


def test_another_file_in_its_place_has_another_mark(
    watched: Path, tmp_path: Path
) -> None:
    watch, other = sqlite.Watch(watched), tmp_path / "other.sqlite"
    written(other, "CREATE TABLE a (b)")
    before = watch.mark()

    other.replace(watched)

    assert watch.mark() not in (None, before)


def test_of_a_file_that_is_gone_nothing_can_be_told(watched: Path) -> None:
    watch = sqlite.Watch(watched)
    watch.mark()

    watched.unlink()

    assert watch.mark() is None


def test_where_an_open_file_cannot_be_replaced_none_is_kept_open(
    watched: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "KEEPS_OPEN", False)
    assert sqlite.Watch(watched).mark() is None
