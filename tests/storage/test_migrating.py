"""Making a migration of what has changed in the tables."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Column, Engine, String, Table, create_engine, inspect, text
from sqlmodel import SQLModel

from registry import content
from registry.errors import BadInput
from registry.models.types import UtcDateTime
from registry.settings import ROOT
from registry.storage import db
from registry.storage.migrating import make_migration
from registry.storage.trail_checks import trail_faults


@pytest.fixture
def migrations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The migrations of this release, in a folder of the test's own."""
    folder = tmp_path / "migrations"
    shutil.copytree(db.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(db, "MIGRATIONS", folder)
    return folder


@pytest.fixture
def older(tmp_path: Path) -> Engine:
    """A database of this release with a catalogue in it."""
    engine = db.connect(f"sqlite:///{tmp_path / 'older.sqlite'}")
    db.migrate(engine)
    content.load(engine, ROOT / "tests" / "sample_content")
    return engine


@pytest.fixture
def another_column(monkeypatch: pytest.MonkeyPatch) -> None:
    """The table of rows as it would be with one column more."""
    table = SQLModel.metadata.tables["snitflade"].to_metadata(
        metadata := SQLModel.metadata.__class__()
    )
    for other in SQLModel.metadata.tables.values():
        if other.name != "snitflade":
            other.to_metadata(metadata)
    table.append_column(Column("follow_up", String, nullable=False))
    monkeypatch.setattr(SQLModel, "metadata", metadata)


def test_a_new_column_becomes_a_migration_that_adds_it(
    migrations: Path, another_column: None, tmp_path: Path
) -> None:
    newest = db.schema_revisions()[-1]

    made = make_migration("Add follow up")

    assert made.parent == migrations / "versions"
    assert made.stem == f"{int(newest[:4]) + 1:04}_add_follow_up"
    assert f'down_revision: str | None = "{newest}"' in made.read_text(
        encoding="utf-8"
    ).replace("'", '"')
    path = tmp_path / "later.sqlite"
    db.migrate(db.connect(f"sqlite:///{path}"))
    columns = inspect(create_engine(f"sqlite:///{path}")).get_columns("snitflade")
    assert "follow_up" in {column["name"] for column in columns}


@pytest.fixture
def another_table(another_column: None) -> None:
    """A table more, with names that fill a line."""
    long = "what_is_said_of_it_in_very_many_words_and_then_in_some_more"
    Table(
        f"a_table_of_{long}",
        SQLModel.metadata,
        Column(f"first_{long}", String, unique=True, index=True, nullable=False),
        Column(f"second_{long}", UtcDateTime),
    )


@pytest.mark.parametrize(
    "message",
    ["Add follow up", 'Add the "text" of æ \\ in\n all\trows"', "Add " + "x" * 56],
)
def test_what_is_made_passes_the_checks(
    message: str, migrations: Path, another_table: None
) -> None:
    made = make_migration(message)

    for check in ("check", "format --check"):
        settings = ["--config", str(ROOT / "pyproject.toml"), str(made)]
        ruff = [sys.executable, "-m", "ruff", *check.split(), "--no-cache", *settings]
        done = subprocess.run(
            ruff, check=False, cwd=ROOT, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr


def test_a_migration_that_does_nothing_passes_the_checks_too(migrations: Path) -> None:
    test_what_is_made_passes_the_checks("Nothing at all", migrations, None)


@pytest.mark.usefixtures("migrations")
def test_a_message_that_fills_more_than_a_line_is_refused() -> None:
    with pytest.raises(BadInput, match="TEKST: højst 60 tegn"):
        make_migration("Add " + "x" * 57)


@pytest.mark.usefixtures("migrations")
def test_a_new_text_stands_empty_in_the_rows_that_are_there(
    older: Engine, another_column: None
) -> None:
    make_migration("Add follow up")
    db.migrate(older)

    with older.connect() as connection:
        texts = connection.execute(text("SELECT DISTINCT follow_up FROM snitflade"))
        assert texts.all() == [("",)]
    with db.reading(older) as session:
        assert list(trail_faults(session)) == []


def test_what_has_not_changed_makes_a_migration_that_does_nothing(
    migrations: Path,
) -> None:
    made = make_migration("Nothing at all").read_text(encoding="utf-8")

    assert "op.add_column" not in made
    assert "op.drop_column" not in made
    assert "pass" in made


@pytest.mark.parametrize("message", ["", "  ", "«»"])
def test_a_message_without_words_is_refused(migrations: Path, message: str) -> None:
    with pytest.raises(BadInput, match="TEKST"):
        make_migration(message)

    assert (
        db.schema_revisions()[-1]
        == sorted(p.stem for p in (migrations / "versions").glob("*.py"))[-1]
    )


def test_a_migration_is_made_without_today_s_triggers(
    migrations: Path, another_column: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They may guard a table that only the migration is to make."""

    def no_such_table(connection: object) -> None:
        raise AssertionError("a trigger for a table that is not there yet")

    monkeypatch.setattr(db, "install_triggers", no_such_table)

    assert "follow_up" in make_migration("Add follow up").read_text(encoding="utf-8")
