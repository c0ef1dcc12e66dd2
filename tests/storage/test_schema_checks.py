"""What a SQLite database defines is held against what the migrations make: whatever is
added or changed is named, and what they made themselves never is.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from registry.storage import db
from registry.storage.db import connect, migrate, schema_revisions
from registry.storage.schema_checks import table_faults, trigger_faults

# The name under which each is told.
ADDED = {
    "CREATE INDEX eget ON account (name)": "eget",
    "CREATE UNIQUE INDEX eget ON resolution (proposal_id + 0)": "eget",
    "CREATE INDEX eget ON word (lower(label)) WHERE sector IS NULL": "eget",
    "CREATE TABLE eget (id INTEGER PRIMARY KEY, name TEXT UNIQUE)": "eget",
    "CREATE TABLE eget (id INTEGER PRIMARY KEY AUTOINCREMENT)": "eget",
    "CREATE VIRTUAL TABLE eget USING fts5(text)": "eget",
    "CREATE VIEW eget AS SELECT * FROM account": "eget",
    "CREATE INDEX eget ON alembic_version (version_num)": "eget",
}
# Each by its table, the words that stood there, and those that do now.
CHANGED = {
    "a check of one column": (
        "account",
        "username VARCHAR NOT NULL",
        "username VARCHAR NOT NULL CHECK (length(username) > 900)",
    ),
    "a check of the table": ("word", "PRIMARY KEY (id)", "PRIMARY KEY (id), CHECK (0)"),
    "a collation": (
        "account",
        "username VARCHAR NOT NULL",
        "username VARCHAR NOT NULL COLLATE NOCASE",
    ),
    "what is done in a conflict": (
        "account",
        "UNIQUE (username)",
        "UNIQUE (username) ON CONFLICT REPLACE",
    ),
    "what is done where nothing is given": (
        "ending",
        "void BOOLEAN NOT NULL",
        "void BOOLEAN NOT NULL ON CONFLICT IGNORE",
    ),
    "a default": (
        "account",
        "closed BOOLEAN NOT NULL",
        "closed BOOLEAN DEFAULT 1 NOT NULL",
    ),
    "another default": ("audit_entry", "DEFAULT ''", "DEFAULT ' '"),
    "a column that may be empty": (
        "approval",
        "decided_by VARCHAR NOT NULL",
        "decided_by VARCHAR",
    ),
    "a name in the place of a word": (
        "seal",
        "digest VARCHAR NOT NULL",
        'digest VARCHAR "NOT" NULL',
    ),
    "a sign that looks like a space": (
        "seal",
        "digest VARCHAR NOT NULL",
        "digest VARCHAR\u00a0NOT NULL",
    ),
    "a reference less": (
        "seal",
        "FOREIGN KEY(entry_id) REFERENCES audit_entry (id)",
        "CHECK (1)",
    ),
    "a reference that takes along": (
        "seal",
        "REFERENCES audit_entry (id)",
        "REFERENCES audit_entry (id) ON DELETE CASCADE",
    ),
    "a type": ("edition_file", "content BLOB", "content TEXT"),
    "a remark": ("word", "PRIMARY KEY (id)", "PRIMARY KEY (id) /* set */"),
}
HIDDEN = "CREATE TRIGGER eget AFTER INSERT ON word BEGIN SELECT 1; END"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "registry.sqlite"


@pytest.fixture
def engine(path: Path) -> Engine:
    """An empty database of this release."""
    engine = connect(f"sqlite:///{path}")
    migrate(engine)
    return engine


def named(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        return [*table_faults(connection), *trigger_faults(connection)]


def run(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def rewrite(path: Path, name: str, old: str, new: str) -> None:
    """Change the text of a definition, as who can write the file may."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        changed = connection.execute(
            "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE name = ? AND "
            "instr(sql, ?)",
            (old, new, name, old),
        )
        assert changed.rowcount == 1


@pytest.mark.parametrize("revision", schema_revisions())
def test_a_database_that_was_brought_up_from_any_older_schema_is_as_a_new_one(
    path: Path, revision: str
) -> None:
    engine = connect(f"sqlite:///{path}")
    path.touch()
    config = Config()
    config.set_main_option("script_location", str(db.MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)

    migrate(engine)
    with engine.begin() as connection:
        db.install_triggers(connection)

    assert named(engine) == []


@pytest.mark.parametrize("statement", ADDED)
def test_what_is_added_is_named(engine: Engine, path: Path, statement: str) -> None:
    run(path, statement)

    name = ADDED[statement]
    wrong = f"Databasen rummer «{name}», som programmet ikke har lavet."
    assert wrong in named(engine)


@pytest.mark.parametrize("what", CHANGED)
def test_what_is_changed_is_named_by_its_table(
    engine: Engine, path: Path, what: str
) -> None:
    table, old, new = CHANGED[what]

    rewrite(path, table, old, new)

    assert named(engine) == [f"Databasens skema er ændret: «{table}»."]


def test_an_index_that_holds_for_other_rows_is_named(
    engine: Engine, path: Path
) -> None:
    rewrite(path, "one_open_draft", "'withdrawn'", "'withdrawn', 'draft'")

    assert named(engine) == ["Databasens skema er ændret: «one_open_draft»."]


def test_what_is_gone_is_named(engine: Engine, path: Path) -> None:
    run(path, "DROP INDEX ix_party_version_id", "DROP TABLE unanswered_question")

    assert named(engine) == [
        "Databasens skema er ændret: «ix_party_version_id».",
        "Databasens skema er ændret: «unanswered_question».",
    ]


def test_a_trigger_that_spells_its_type_otherwise_is_named(
    engine: Engine, path: Path
) -> None:
    run(
        path,
        "PRAGMA writable_schema = ON",
        "INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) VALUES "
        f"('Trigger', 'eget', 'word', 0, '{HIDDEN}')",
    )

    assert named(engine) == ["Databasen rummer «eget», som programmet ikke har lavet."]


def test_how_a_definition_is_laid_out_and_quoted_is_no_fault(
    engine: Engine, path: Path
) -> None:
    rewrite(path, "account", "\n\t", " ")
    rewrite(path, "adoption", '"adoption"', "adoption")
    rewrite(path, "seal", "REFERENCES audit_entry", 'REFERENCES "audit_entry"')

    assert named(engine) == []


def test_what_sqlite_keeps_for_itself_is_no_fault(engine: Engine, path: Path) -> None:
    run(
        path, "INSERT INTO form_use VALUES ('a', '2026-11-02', '')", "ANALYZE", "VACUUM"
    )

    assert named(engine) == []
