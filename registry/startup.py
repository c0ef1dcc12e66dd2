"""Making an installation ready: schema, content, index. Each step only where it is needed."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from sqlalchemy import Engine

from registry import content, db

Step = Callable[[str], AbstractContextManager[None]]


def _silent(_text: str) -> AbstractContextManager[None]:
    return nullcontext()


def prepare_database(engine: Engine, content_dir: Path, step: Step = _silent) -> Path | None:
    """Migrate the database, and load the starting catalogue into an empty one.

    Returns the backup that was made before a migration. Raises SchemaTooNew, BadContent.
    """
    backup = db.migrate(engine)
    if content.is_empty(engine):
        with step("Indlæser kataloget"):
            content.load(engine, content_dir)
    return backup
