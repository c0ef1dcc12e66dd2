"""The database as the commands open it: as it stands, or by those that may make one,
migrated, and what was put aside before that is named.
"""

import sys
from pathlib import Path
from typing import Any, TextIO

from registry.settings import load_settings


def prepared_engine(stream: TextIO | None = None) -> Any:
    """The database, migrated. `stream`: where a backup is named; without it, the
    standard output.
    """
    from registry.storage import db

    engine = db.connect(load_settings()["DATABASE_URL"])
    name_backup(db.migrate(engine), stream)
    return engine


def opened_engine() -> Any:
    """The database as it stands, for the commands that work in one that is there: it is
    neither made nor migrated. A server that has lost its database would otherwise get
    an empty one from whoever looks into it.

    Raises NoDatabase, SchemaTooNew, SchemaTooOld.
    """
    from registry.storage import standing

    engine = looked_at_engine()
    standing.require_todays_schema(engine)
    return engine


def looked_at_engine() -> Any:
    """The same whatever is in it, for the command that tells what is wrong with it.
    Raises NoDatabase where there is no file, or one with nothing in it.
    """
    from registry.storage import db, standing

    engine = db.connect(load_settings()["DATABASE_URL"])
    standing.require_there(engine)
    return engine


def name_backup(backup: Path | None, stream: TextIO | None = None) -> None:
    """Say where the database lies as it was, if it was migrated."""
    if backup:
        print(
            f"  Databasen er opdateret. Sikkerhedskopi først: {backup}",
            file=stream or sys.stdout,
            flush=True,
        )


def asker(engine: Any) -> Any:
    """The search, with its index where the settings say."""
    from registry.catalogue.queries import Catalogue
    from registry.search.ask import Asker

    settings = load_settings()
    return Asker(
        Catalogue(engine),
        Path(settings["INDEX_DIR"]),
        longest=settings["MAX_QUESTION_LENGTH"],
    )
