"""The database as the commands open it: migrated, and what was put aside before that is named."""

import sys
from pathlib import Path
from typing import Any, TextIO

from registry.settings import load_settings


def prepared_engine(told: TextIO | None = None) -> Any:
    """The database, migrated. `told`: where a backup is named; without it, the standard output."""
    from registry import db

    engine = db.connect(load_settings()["DATABASE_URL"])
    name_backup(db.migrate(engine), told)
    return engine


def name_backup(backup: Path | None, told: TextIO | None = None) -> None:
    """Say where the database lies as it was, if it was migrated."""
    if backup:
        print(
            f"  Databasen er opdateret. Sikkerhedskopi først: {backup}",
            file=told or sys.stdout,
            flush=True,
        )
