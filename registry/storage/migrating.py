"""Making a migration: what the tables say today against the schema that the migrations
make.
"""

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.operations.ops import AddColumnOp, MigrationScript, OpContainer
from sqlalchemy import DefaultClause, String

from registry.errors import BadInput
from registry.markup.markdown_html import slug
from registry.storage import db, sqlite

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def make_migration(message: str) -> Path:
    """Write the migration that leads from the newest one to the tables of today.

    It is compared on an empty database of its own. Raises BadInput for a message
    without words.
    """
    name = slug(message)
    if not NAME.fullmatch(name):
        raise BadInput("TEKST: sig med et par ord, hvad migrationen gør.", "TEKST")

    known = db.schema_revisions()
    number = int(known[-1].split("_")[0]) + 1
    revision = f"{number:04}_{name.replace('-', '_')}"

    config = Config()
    config.set_main_option("script_location", str(db.MIGRATIONS))
    config.set_main_option("file_template", "%%(rev)s")

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
