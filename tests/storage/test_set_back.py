"""A row that was altered behind the catalogue's back is set back from a copy by the SQL
of docs/reliability.md, and is the catalogue's own again.
"""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import SQLModel

from registry.accounts import accounts, credentials
from registry.errors import AlteredOutside
from registry.models import Role
from registry.rules.linked_accounts import COMMAND_LINE
from registry.settings import ROOT
from registry.storage.backup import backup
from registry.storage.db import connect, transaction
from tests.storage.tampered import alter, copy_of, found, in_use

PASSWORD = "tavs bjergsø lampe 7"
DRAFT = 8
KEPT = {"id", "username"}
ALTERED = [
    "name = 'Mallory'",
    "roles = '[\"administrator\"]'",
    "roles = 'ingen liste'",
    "password_hash = 'x'",
    "token = 'x'",
    "closed = 1",
    "issuer = 'https://id.example', subject = 's1'",
    "link_hash = 'x', link_expires = '2030-01-01 00:00:00'",
    "created_at = '2020-01-01 00:00:00'",
]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory, catalogue_dir: Path) -> Path:
    """An installation in use, in which Gorm has a password, and a copy of it."""
    folder = tmp_path_factory.mktemp("in_use")
    engine = connect(f"sqlite:///{in_use(folder, catalogue_dir)}")
    key = credentials.issue_link(engine, "gorm", actor=COMMAND_LINE)
    credentials.accept_link(engine, key, PASSWORD)
    backup(engine, folder / "kopi.sqlite")
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return folder


@pytest.fixture
def path(prepared: Path, tmp_path: Path) -> Path:
    return copy_of(prepared, tmp_path)


@pytest.fixture
def engine(path: Path) -> Engine:
    return connect(f"sqlite:///{path}")


def told() -> str:
    """The SQL as it stands in the document."""
    text = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
    (written,) = re.findall(r"```sql\n(.*?)```", text, re.DOTALL)
    return written


def set_back(engine: Engine, path: Path, username: str) -> None:
    with transaction(engine) as session:
        number = session.connection().exec_driver_sql(
            "SELECT id FROM account WHERE username = ?", (username,)
        )
        written = told().replace("id = 4", f"id = {number.scalar_one()}")
        session.rollback()
    engine.dispose()

    copy = (path.parent / "kopi.sqlite").as_posix()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(written.replace("kopi.sqlite", copy))
        connection.commit()


@pytest.mark.parametrize("altered", ALTERED)
def test_an_account_that_is_set_back_from_a_copy_is_the_catalogues_own_again(
    path: Path, engine: Engine, altered: str
) -> None:
    alter(path, [f"UPDATE account SET {altered} WHERE username = 'gorm'"])
    assert found(engine, path) != []

    set_back(engine, path, "gorm")

    assert found(engine, path) == []
    assert credentials.authenticate(engine, "gorm", PASSWORD).username == "gorm"
    accounts.set_roles(engine, "gorm", [Role.EDITOR], actor=COMMAND_LINE)
    accounts.close(engine, "gorm", actor=COMMAND_LINE)
    assert found(engine, path) == []


def test_a_draft_is_set_back_in_the_same_way(path: Path, engine: Engine) -> None:
    alter(path, [f"UPDATE version SET economics = 'Alt' WHERE id = {DRAFT}"])
    assert found(engine, path) != []

    copy = (path.parent / "kopi.sqlite").as_posix()
    alter(
        path,
        [
            f"ATTACH '{copy}' AS kopi",
            "UPDATE version SET (economics) = (SELECT economics FROM kopi.version "
            f"WHERE id = {DRAFT}) WHERE id = {DRAFT}",
        ],
    )

    assert found(engine, path) == []


def test_a_copy_that_is_older_than_what_the_catalogue_wrote_does_not_fit(
    path: Path, engine: Engine
) -> None:
    accounts.set_roles(engine, "gorm", [Role.EDITOR], actor=COMMAND_LINE)
    alter(path, ["UPDATE account SET name = 'Mallory' WHERE username = 'gorm'"])

    set_back(engine, path, "gorm")

    assert "er ændret siden post" in " ".join(found(engine, path))
    with pytest.raises(AlteredOutside):
        credentials.authenticate(engine, "gorm", PASSWORD)


def test_an_account_that_the_copy_has_not_is_left_as_it_is(
    path: Path, engine: Engine
) -> None:
    accounts.add(engine, "ny", "Ny Person", [Role.EDITOR], actor=COMMAND_LINE)

    with pytest.raises(sqlite3.IntegrityError, match="NOT NULL"):
        set_back(engine, path, "ny")
    assert found(engine, path) == []


def test_what_is_set_back_is_all_of_an_account_but_whose_it_is() -> None:
    columns = {column.name for column in SQLModel.metadata.tables["account"].columns}
    lists = re.findall(r"(?:SET \(|SELECT )([\w, ]+)", told())

    assert [set(one.strip().split(", ")) for one in lists] == [columns - KEPT] * 2
    assert lists[0].strip() == lists[1].strip()
