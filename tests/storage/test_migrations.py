"""Schema versions: what a start does with an empty, an older and a newer database.

Also covers registry/models/organisation.py, registry/models/publishing.py,
registry/models/records.py, registry/models/snitflade.py and
registry/models/vocabulary.py.
"""

import ast
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import OperationalError
from sqlmodel import SQLModel

from registry.errors import SchemaTooNew
from registry.storage import db
from registry.storage.db import connect, current_revision, migrate, schema_revisions
from registry.storage.guards import missing_triggers
from tests.storage.immutable_rows import fill

NEXT = '''"""A migration of a release to come."""

import sqlalchemy as sa
from alembic import op

revision = "9999_to_come"
down_revision = "{down}"


def upgrade() -> None:
{body}
'''
ADDS_A_COLUMN = """\
    with op.batch_alter_table("ending", recreate="always") as batch:
        batch.add_column(sa.Column("extra", sa.String(), nullable=True))
"""
FAILS_HALFWAY = """\
    op.create_table("half", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute("SELECT * FROM no_such_table")
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "registry.sqlite"


@pytest.fixture
def engine(path: Path) -> Engine:
    """A database of this release, with a row in every guarded table."""
    engine = connect(f"sqlite:///{path}")
    migrate(engine)
    fill(engine)
    return engine


@pytest.fixture
def newer_release(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], None]:
    """Go over to a release with one more migration, of the given body."""

    def install(body: str) -> None:
        folder = tmp_path / "migrations"
        shutil.copytree(
            db.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__")
        )
        migration = NEXT.format(down=schema_revisions()[-1], body=body)
        (folder / "versions" / "9999_to_come.py").write_text(migration)
        monkeypatch.setattr(db, "MIGRATIONS", folder)

    return install


def contents(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as raw:
        return list(raw.iterdump())


def backups(path: Path) -> list[Path]:
    return sorted(path.parent.glob("*.bak.sqlite"))


# An empty database


def test_an_empty_database_gets_the_schema_without_a_backup(path: Path) -> None:
    engine = connect(f"sqlite:///{path}")
    assert not path.exists()

    assert migrate(engine) is None

    assert current_revision(engine) == schema_revisions()[-1]
    assert backups(path) == []


def test_the_migrated_schema_is_that_of_the_models(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        assert compare_metadata(context, SQLModel.metadata) == []


def test_constraints_are_those_of_the_models(engine: Engine) -> None:
    """compare_metadata overlooks unnamed unique constraints on SQLite, and partial
    indexes.
    """
    inspector = inspect(engine)
    for name, table in SQLModel.metadata.tables.items():
        wanted = {
            tuple(sorted(column.name for column in constraint.columns))
            for constraint in table.constraints
            if type(constraint).__name__ == "UniqueConstraint"
        }
        present = {
            tuple(sorted(u["column_names"]))
            for u in inspector.get_unique_constraints(name)
        }
        assert present == wanted, name
    draft = next(
        i for i in inspector.get_indexes("version") if i["name"] == "one_open_draft"
    )
    assert draft["unique"]
    assert "published" in str(draft["dialect_options"]["sqlite_where"])


def test_a_migrated_database_has_all_triggers(engine: Engine) -> None:
    with engine.connect() as connection:
        assert missing_triggers(connection) == []


def test_a_database_of_this_release_is_left_as_it_is(
    engine: Engine, path: Path
) -> None:
    before = contents(path)

    assert migrate(engine) is None

    assert contents(path) == before
    assert backups(path) == []


# The migrations themselves


def test_the_migrations_are_one_chain_in_the_order_of_their_names() -> None:
    config = Config()
    config.set_main_option("script_location", str(db.MIGRATIONS))
    scripts = list(ScriptDirectory.from_config(config).walk_revisions())[::-1]

    assert [script.revision for script in scripts] == schema_revisions()
    assert [script.down_revision for script in scripts] == [
        None,
        *schema_revisions()[:-1],
    ]


# An older database


def test_an_older_database_is_brought_up_to_date(
    engine: Engine, newer_release: Callable[[str], None]
) -> None:
    newer_release(ADDS_A_COLUMN)

    migrate(engine)

    assert current_revision(engine) == "9999_to_come"
    assert "extra" in [
        column["name"] for column in inspect(engine).get_columns("ending")
    ]
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT ref FROM ending")) == "r1"


def test_an_older_database_is_backed_up_before_it_is_migrated(
    engine: Engine, path: Path, newer_release: Callable[[str], None]
) -> None:
    before, old = contents(path), schema_revisions()[-1]
    newer_release(ADDS_A_COLUMN)

    backup = migrate(engine)

    assert backups(path) == [backup]
    assert backup.name.startswith(f"registry-{old}-")
    assert contents(backup) == before
    assert contents(path) != before


def test_the_triggers_are_there_after_a_migration_that_drops_them(
    engine: Engine, newer_release: Callable[[str], None]
) -> None:
    newer_release(ADDS_A_COLUMN)

    migrate(engine)

    with engine.connect() as connection:
        assert missing_triggers(connection) == []


def test_a_batch_migration_alone_would_drop_them(
    engine: Engine,
    newer_release: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    newer_release(ADDS_A_COLUMN)
    monkeypatch.setattr(db, "install_triggers", lambda _: None)

    migrate(engine)

    with engine.connect() as connection:
        assert missing_triggers(connection) == [
            "immutable_ending_insert",
            "immutable_ending_update",
            "immutable_ending_delete",
        ]


def test_a_migration_that_fails_says_so_and_leaves_a_backup(
    engine: Engine, path: Path, newer_release: Callable[[str], None]
) -> None:
    before = contents(path)
    newer_release(FAILS_HALFWAY)

    with pytest.raises(OperationalError):
        migrate(engine)

    assert [contents(backup) for backup in backups(path)] == [before]


def test_a_migration_that_fails_leaves_the_database_as_it_was(
    engine: Engine, path: Path, newer_release: Callable[[str], None]
) -> None:
    before = contents(path)
    newer_release(FAILS_HALFWAY)

    with pytest.raises(OperationalError):
        migrate(engine)

    assert contents(path) == before


# A newer database


@pytest.fixture
def from_the_future(engine: Engine) -> Engine:
    """A database that a newer release has migrated."""
    with engine.begin() as connection:
        connection.execute(
            text("UPDATE alembic_version SET version_num = '9999_to_come'")
        )
    return engine


def test_a_newer_database_is_refused_in_danish(from_the_future: Engine) -> None:
    with pytest.raises(SchemaTooNew, match="nyere udgave af programmet") as refusal:
        migrate(from_the_future)

    assert "9999_to_come" in refusal.value.message


def test_a_newer_database_is_left_untouched(
    from_the_future: Engine, path: Path
) -> None:
    before, bytes_before = contents(path), path.read_bytes()

    with pytest.raises(SchemaTooNew):
        migrate(from_the_future)

    assert contents(path) == before
    assert path.read_bytes() == bytes_before
    assert backups(path) == []


def test_a_database_that_does_not_say_its_schema_is_refused_and_left(
    engine: Engine, path: Path
) -> None:
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM alembic_version"))
    before = contents(path)

    with pytest.raises(SchemaTooNew, match="siger ikke længere"):
        migrate(engine)

    assert contents(path) == before


@pytest.mark.parametrize("older", ["0007_form_uses", "0006_answered_tasks"])
def test_a_database_that_says_an_older_schema_than_it_has_is_refused_and_left(
    engine: Engine, path: Path, older: str
) -> None:
    with engine.begin() as connection:
        naming = "UPDATE alembic_version SET version_num = :older"
        connection.execute(text(naming), {"older": older})
    before = contents(path)

    with pytest.raises(SchemaTooNew, match=f"«{older}», men den har allerede"):
        migrate(engine)

    assert contents(path) == before


# A schema of yesterday is changed by what was true then; the types of columns alone are
# lasting.
LASTING = {"registry.models.types"}


def test_no_migration_runs_the_code_of_today_on_the_schema_of_then() -> None:
    imported = {
        (path.name, name)
        for path in (db.MIGRATIONS / "versions").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in imported_by(node)
        if name.partition(".")[0] == "registry"
    }

    assert {name for _, name in imported} <= LASTING, imported


def imported_by(node: ast.AST) -> list[str]:
    match node:
        case ast.Import(names=names):
            return [name.name for name in names]
        case ast.ImportFrom(module=str(module)):
            return [module]
    return []
