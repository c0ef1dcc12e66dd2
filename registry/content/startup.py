"""Making an installation ready: schema, content, index. Each step only where it is
needed.
"""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path

from sqlalchemy import Engine

from registry import content
from registry.storage import atomic_files, db, sqlite

log = logging.getLogger(__name__)

Step = Callable[[str], AbstractContextManager[None]]


def clear_halves(engine: Engine) -> None:
    """Delete what killed commands left beside a SQLite database, and take the database
    itself from everybody but its owner.
    """
    if engine.dialect.name != "sqlite":
        return
    path = Path(str(engine.url.database))
    for half in atomic_files.clear(path.parent):
        log.info("a half file was deleted: %s", half.name)
    with suppress(OSError):  # another's file, or a disk that cannot be written
        sqlite.close_to_others(path)


def _silent(_text: str) -> AbstractContextManager[None]:
    return nullcontext()


def prepare_database(
    engine: Engine, content_dir: Path, step: Step = _silent
) -> Path | None:
    """Migrate the database, and load the starting catalogue into an empty one.

    Returns the backup that was made before a migration. Raises SchemaTooNew,
    BadContent.
    """
    clear_halves(engine)
    backup = db.migrate(engine)
    if content.is_empty(engine):
        with step("Indlæser kataloget"):
            content.load(engine, content_dir)
    return backup
