"""Whether a database is there, and of this release's schema, for whoever works in it as
it stands.
"""

from pathlib import Path

from sqlalchemy import Engine

from registry.errors import NoDatabase, SchemaTooOld
from registry.storage.db import current_revision, require_known, schema_revisions


def require_there(engine: Engine) -> None:
    """Raises NoDatabase where a SQLite database has no file, or one with nothing in it;
    it is left so.
    """
    if engine.dialect.name != "sqlite":
        return

    path = Path(str(engine.url.database))
    if not path.exists() or not path.stat().st_size:
        raise NoDatabase(
            f"Der er ingen database i «{path}», og der er ikke lavet en. Er den "
            "flyttet, så sæt den tilbage, eller brug «registry restore FIL». Et nyt "
            "katalog begynder med «registry serve»."
        )


def require_todays_schema(engine: Engine) -> None:
    """Raises NoDatabase, SchemaTooNew and SchemaTooOld where the database is another
    release's, and SQLAlchemy's errors where that cannot be read; it is left untouched.
    """
    current = current_revision(engine)
    require_known(engine, current)

    if current is None:
        raise NoDatabase(
            "Databasen er tom, og der er ikke lavet noget i den. Et nyt katalog "
            "begynder med «registry serve» eller «registry load»."
        )

    if current != schema_revisions()[-1]:
        raise SchemaTooOld(
            f"Databasens skema er fra en ældre udgave («{current}»); den er ikke "
            "rørt. «registry migrate» opdaterer den og tager en kopi først; det gør "
            "«registry serve» også."
        )
