"""The database as the commands open it: migrated, and the backup before that named."""

import io
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from registry.commands.database import name_backup, prepared_engine
from registry.errors import SchemaTooNew
from registry.storage.db import current_revision, schema_revisions


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
