"""The database as the commands open it: as it stands, or migrated, and the backup
before that named. Also covers registry/storage/standing.py.
"""

import io
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from registry.commands.database import name_backup, opened_engine, prepared_engine
from registry.commands.main import main
from registry.errors import NoDatabase, SchemaTooNew, SchemaTooOld
from registry.rules.checkpoint import Head, sign
from registry.storage.db import connect, current_revision, migrate, schema_revisions

KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))
# Every command that works in a database which is there; the last argument of some is
# what they would write.
IN_ONE = (
    ("check",),
    ("check", "--witness", "{witness}"),
    ("witness",),
    ("prove", "aarsplan", "1", "-o", "{new}"),
    ("dump", "{new}"),
    ("reindex",),
    ("search", "varsling"),
    ("search", "varsling", "--json"),
    ("unanswered",),
    ("user", "list"),
    ("user", "link", "anna"),
    ("user", "roles", "anna"),
    ("user", "close", "anna"),
    ("user", "reopen", "anna"),
    ("offline", "-o", "{new}"),
    ("appendix", "--format", "md", "-o", "{new}"),
    ("coherence", "{cases}"),
    ("intake", "{text}"),
    ("grant", "rolle"),
)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the settings say that the database lies."""
    path = tmp_path / "registry.sqlite"
    monkeypatch.setenv("REGISTRY_DATABASE_URL", f"sqlite:///{path}")
    return path


def test_a_new_database_is_opened_with_todays_schema_and_nothing_said(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = prepared_engine()

    assert Path(str(engine.url.database)) == path
    assert current_revision(engine) == schema_revisions()[-1]
    assert capsys.readouterr().out == ""


def test_a_backup_is_named_where_people_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name_backup(tmp_path / "registry.bak.sqlite")

    assert f"Sikkerhedskopi først: {tmp_path / 'registry.bak.sqlite'}" in (
        capsys.readouterr().out
    )


def test_a_backup_is_named_beside_an_output_that_is_for_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    beside = io.StringIO()

    name_backup(tmp_path / "a.bak.sqlite", beside)
    name_backup(None, beside)

    assert beside.getvalue().count("Sikkerhedskopi") == 1
    assert capsys.readouterr().out == ""


def test_a_database_of_a_newer_release_is_refused(path: Path) -> None:
    prepared_engine().dispose()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999_to_come'")
        raw.commit()

    with pytest.raises(SchemaTooNew):
        prepared_engine()


@pytest.mark.parametrize("in_it", [None, b""], ids=["away", "empty"])
@pytest.mark.parametrize("command", IN_ONE, ids=" ".join)
def test_no_command_that_works_in_a_database_makes_one(
    path: Path,
    capsys: pytest.CaptureFixture[str],
    command: tuple[str, ...],
    in_it: bytes | None,
) -> None:
    if in_it is not None:
        path.write_bytes(in_it)
    there = {path.name} if path.exists() else set()
    files = _files(path.parent)

    assert main([part.format(**files) for part in command]) == 1

    assert {file.name for file in path.parent.iterdir()} == there
    assert not path.exists() or path.read_bytes() == in_it
    assert not Path(files["new"]).exists()
    said = capsys.readouterr()
    assert said.out == ""
    assert "database" in said.err.lower()


def _files(folder: Path) -> dict[str, str]:
    """What the commands are given to read, beside the folder of the database."""
    given = folder.with_name(f"{folder.name}-given")
    given.mkdir()
    written = {
        "cases": "[]",
        "text": "# En aftale\n\nKommunen ringer.\n",
        "witness": sign("her", Head(0, bytes(32)), "2026-11-22T12:00:00+00:00", KEY),
    }
    for name, text in written.items():
        (given / f"{name}.md").write_text(text, encoding="utf-8")
    return {name: str(given / f"{name}.md") for name in (*written, "new")}


def _of_older_schema(path: Path) -> None:
    engine = connect(f"sqlite:///{path}")
    migrate(engine)
    with engine.begin() as connection:
        revision = schema_revisions()[-2]
        connection.exec_driver_sql(
            f"UPDATE alembic_version SET version_num = '{revision}'"
        )
    engine.dispose()


@pytest.mark.parametrize(
    "command", [("check",), ("search", "varsling"), ("user", "list"), ("unanswered",)]
)
def test_a_database_of_an_older_release_is_left_to_those_that_migrate(
    path: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    _of_older_schema(path)
    before = path.read_bytes()

    assert main(command) == 1

    assert "registry migrate" in capsys.readouterr().err
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*.bak.sqlite"))


@pytest.mark.parametrize(
    ("statement", "kind", "words"),
    [
        (
            "UPDATE alembic_version SET version_num = '0001'",
            SchemaTooNew,
            "kender ikke",
        ),
        ("UPDATE alembic_version SET version_num = '0'", SchemaTooNew, "kender ikke"),
        ("UPDATE alembic_version SET version_num = '9999_x'", SchemaTooNew, "nyere"),
        ("DELETE FROM alembic_version", SchemaTooNew, "siger ikke længere"),
        ("UPDATE alembic_version SET version_num = '0001_initial'", None, "ældre"),
    ],
)
def test_a_schema_is_told_for_what_it_is(
    path: Path, statement: str, kind: type[Exception] | None, words: str
) -> None:
    prepared_engine().dispose()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(statement.replace("0001_initial", schema_revisions()[0]))
        raw.commit()

    with pytest.raises(kind or SchemaTooOld, match=words):
        opened_engine()


def test_a_database_with_nothing_in_it_is_no_catalogue(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE other (id INTEGER)")

    with pytest.raises(NoDatabase, match="tom"):
        opened_engine()


def _in_the_middle(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for page in range(2, len(data) // 4096, 3):
        data[page * 4096 : page * 4096 + 2000] = b"x" * 2000
    path.write_bytes(data)


def _header(path: Path) -> None:
    path.write_bytes(b"x" * 100 + path.read_bytes()[100:])


def _truncated(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


@pytest.mark.parametrize("damage", [_in_the_middle, _header, _truncated])
@pytest.mark.parametrize("with_witness", [False, True], ids=["alone", "a witness"])
def test_of_a_damaged_database_check_says_what_is_damaged(
    path: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    damage: Callable[[Path], None],
    with_witness: bool,
) -> None:
    prepared_engine().dispose()
    assert main(["witness"]) == 0
    (tmp_path / "vidne.txt").write_text(capsys.readouterr().out, encoding="utf-8")
    more = ["--witness", str(tmp_path / "vidne.txt")] if with_witness else []
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    damage(path)

    assert main(["check", *more]) == 1

    said = capsys.readouterr()
    lines = said.out.splitlines()
    assert said.err == ""
    assert lines[0].startswith("FEJL: Databasen er beskadiget")
    assert "registry restore FIL --replace" in lines[-1]
    assert "registry check" not in said.out
