"""What can be the matter with a database, as a table: how it is known, what people are
told, and the way back.
"""

import sqlite3
from typing import NamedTuple

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

RESTORE = (
    "Sæt den nyeste kopi på plads med «registry restore FIL --replace»; den "
    "beskadigede bliver gemt."
)
# What the libraries below raise for anything that a database says.
DATABASE_ERRORS = (SQLAlchemyError, sqlite3.Error)


class Trouble(NamedTuple):
    """`starts`: how the codes of SQLite and PostgreSQL begin that tell of it; `words`:
    what the error says where the code does not tell it from others. `message` is for
    who asked, `way_back` for who looks after the machine; `passes` within seconds.
    """

    key: str
    starts: tuple[str, ...]
    words: tuple[str, ...]
    message: str
    way_back: str
    passes: bool = False


TROUBLES = (
    Trouble(
        "locked",
        ("SQLITE_BUSY", "SQLITE_LOCKED", "55P03", "40001", "40P01"),
        ("database is locked",),
        "Kataloget er optaget af en anden, der skriver. Prøv igen om lidt.",
        "Databasen er låst af et andet program. Vent, til det er færdigt.",
        passes=True,
    ),
    Trouble(
        "full",
        ("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE", "53100"),
        (),
        "Der kan ikke skrives i kataloget lige nu: disken er fuld.",
        "Disken med databasen er fuld. Gør plads; intet er gået tabt.",
    ),
    Trouble(
        "read-only",
        ("SQLITE_READONLY", "25006"),
        (),
        "Der kan ikke skrives i kataloget lige nu; det kan kun læses.",
        "Databasen kan ikke skrives. Se, om der er plads på disken, og giv programmet "
        "skriveadgang til filen og dens mappe.",
    ),
    Trouble(
        "damaged",
        ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR", "XX001", "XX002"),
        (),
        "Katalogets database er beskadiget.",
        "Databasen er beskadiget. Hvor, siger «registry check», så vidt det kan ses. "
        f"{RESTORE}",
    ),
    Trouble(
        "other schema",
        ("42P01", "42703"),
        ("no such table", "no such column"),
        "Katalogets database passer ikke til programmet.",
        "Databasen passer ikke til denne udgave af programmet. Genstart kataloget: Er "
        "databasen ældre, bliver den opdateret; er den nyere, så opdatér programmet.",
    ),
    Trouble(
        "away",
        ("SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH", "08", "57P", "53300"),
        ("connection",),
        "Katalogets database kan ikke nås.",
        "Databasen kan ikke åbnes. Se efter, om filen og dens mappe er der, og om "
        "programmet må læse dem (PostgreSQL: om serveren svarer).",
    ),
)


def trouble_of(error: SQLAlchemyError | sqlite3.Error) -> Trouble | None:
    """What is the matter with the database; None where the fault is in the program."""
    original = error.orig if isinstance(error, DBAPIError) else error
    code = str(
        getattr(original, "sqlite_errorname", "") or getattr(original, "sqlstate", "")
    )
    words = str(original).lower()
    by_code = (t for t in TROUBLES if code and code.startswith(t.starts))
    by_words = (t for t in TROUBLES if any(word in words for word in t.words))
    return next(by_code, None) or next(by_words, None)
