"""Making a migration: what the tables say today against the schema that the migrations
make.
"""

import re
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.operations.ops import AddColumnOp, MigrationScript, OpContainer
from sqlalchemy import DefaultClause, String

from registry.errors import BadInput
from registry.markup.markdown_html import slug
from registry.settings import ROOT
from registry.storage import db, sqlite

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# What is written must fit into a line, as the name of the file and as its docstring.
LONGEST_MESSAGE = 60
# What the checks of this repository ask of every file, done to the one that is made:
# what is only badly laid out is no fault, and what is mended is laid out anew.
TIDYING_ORDER = ("format", "check", "format")
TIDYING = {
    "check": "check --quiet --fix REVISION_SCRIPT_FILENAME",
    "format": "format --quiet REVISION_SCRIPT_FILENAME",
}


def make_migration(message: str) -> Path:
    """Write the migration that leads from the newest one to the tables of today.

    It is compared on an empty database of its own, and written as the linter and the
    formatter want it, where the tools of a developer are installed. Raises BadInput for
    a message without words, and for one of very many.
    """
    message = " ".join(message.split()).replace("\\", "/").replace('"', "'")
    name = slug(message)
    if not NAME.fullmatch(name):
        raise BadInput("TEKST: sig med et par ord, hvad migrationen gør.", "TEKST")
    if len(message) > LONGEST_MESSAGE:
        wrong = f"TEKST: højst {LONGEST_MESSAGE} tegn; det er filens navn."
        raise BadInput(wrong, "TEKST")

    known = db.schema_revisions()
    number = int(known[-1].split("_")[0]) + 1
    revision = f"{number:04}_{name.replace('-', '_')}"

    config = Config()
    config.set_main_option("script_location", str(db.MIGRATIONS))
    config.set_main_option("file_template", "%%(rev)s")
    if find_spec("ruff") is not None:
        _have_tidied(config)

    with tempfile.TemporaryDirectory() as folder:
        engine = db.connect(f"sqlite:///{Path(folder, 'tom.sqlite').as_posix()}")
        sqlite.make(Path(str(engine.url.database)))
        # Without today's triggers: they may guard a table that is not there yet.
        with engine.execution_options(writes=True).begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")

        with engine.connect() as connection:
            config.attributes["connection"] = connection
            command.revision(
                config,
                message,
                autogenerate=True,
                rev_id=revision,
                head=known[-1],
                process_revision_directives=_fill_new_texts,
            )
        engine.dispose()

    return db.MIGRATIONS / "versions" / f"{revision}.py"


def _have_tidied(config: Config) -> None:
    """Have what is written checked and formatted by the settings of this repository."""
    section = "post_write_hooks"
    config.set_section_option(section, "hooks", ",".join(TIDYING_ORDER))

    for name, options in TIDYING.items():
        config.set_section_option(section, f"{name}.type", "module")
        config.set_section_option(section, f"{name}.module", "ruff")
        settings = (ROOT / "pyproject.toml").as_posix().replace("%", "%%")
        config.set_section_option(
            section, f"{name}.options", f"{options} --config '{settings}'"
        )
        # By it the linter knows which modules are the repository's own.
        config.set_section_option(
            section, f"{name}.cwd", ROOT.as_posix().replace("%", "%%")
        )


def _fill_new_texts(_context: object, _revision: object, scripts: Any) -> None:
    """Let a text that must stand in every row stand empty in the rows that are there:
    no database can add it otherwise.
    """
    for script in scripts:
        assert isinstance(script, MigrationScript)
        for added in _added_columns(script.upgrade_ops):
            column = added.column
            needs = not column.nullable and column.server_default is None
            if needs and isinstance(column.type, String):
                column.server_default = DefaultClause("")


def _added_columns(operations: Any) -> Iterator[AddColumnOp]:
    for operation in operations.ops if operations else ():
        if isinstance(operation, AddColumnOp):
            yield operation
        elif isinstance(operation, OpContainer):
            yield from _added_columns(operation)
