"""Reading never needs to write: answers where the disk is full or cannot be written."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from registry import create_app
from registry.accounts.secret_key import NAME
from tests.starved import full_disk, open_folder, posix, read_only

PAGES = (
    "/",
    "/soeg?q=varsling",
    "/soeg?q=kattehotel",
    "/aftaler",
    "/aftaler/proeve-udskrivning",
    "/snitflader",
    "/ordliste",
    "/organisationer",
    "/sundhedsaftaler",
    "/api/v1/search?q=varsling",
    "/api/v1/snitflader",
    "/readyz",
)

pytestmark = [posix, pytest.mark.usefixtures("stopped_clock")]


@pytest.fixture
def folder(loaded_once: Path) -> Iterator[Path]:
    with open_folder() as folder:
        shutil.copy(loaded_once, folder / "registry.sqlite")
        (folder / NAME).write_text("k" * 40, encoding="ascii")
        yield folder


def app_in(folder: Path) -> Flask:
    url = f"sqlite:///{folder / 'registry.sqlite'}"
    return create_app(DATABASE_URL=url, INDEX_DIR=str(folder / "index"))


def statuses(client: FlaskClient) -> dict[str, int]:
    return {page: client.get(page).status_code for page in PAGES}


ALL_ANSWERED = dict.fromkeys(PAGES, 200)


@pytest.fixture(autouse=True)
def all_is_imported(app: Flask) -> None:
    """Who may not write may not read Python's own modules either, on some machines."""
    statuses(app.test_client())
    app.extensions["registry"].write_down()


def test_every_page_is_answered_where_nothing_may_be_written(folder: Path) -> None:
    with read_only(folder):
        app = app_in(folder)
        app.extensions["registry"].asker.refresh()

        assert statuses(app.test_client()) == ALL_ANSWERED
        app.extensions["registry"].write_down()


def test_every_page_is_answered_where_the_disk_is_full(folder: Path) -> None:
    app = app_in(folder)

    with full_disk():
        app.extensions["registry"].asker.refresh()
        answered = statuses(app.test_client())
        app.extensions["registry"].write_down()

    assert answered == ALL_ANSWERED


def test_what_stands_in_the_log_is_read_where_nothing_may_be_written(
    folder: Path,
) -> None:
    """As it stands after a program that was killed."""
    path = folder / "registry.sqlite"
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("CREATE TABLE senere (id INTEGER)")
        other.commit()
        for ending in ("-wal", "-shm"):
            shutil.copy(f"{path}{ending}", f"{path}{ending}.kopi")
    for ending in ("-wal", "-shm"):
        shutil.move(f"{path}{ending}.kopi", f"{path}{ending}")

    with read_only(folder):
        engine = app_in(folder).extensions["registry"].engine
        with engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT * FROM senere").all() == []
