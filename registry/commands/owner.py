"""The commands `registry migrate` and `registry grant`, run under the role that owns
the database.
"""

import argparse
from typing import Any

from registry.commands.database import opened_engine, prepared_engine


def add_commands(commands: Any) -> None:
    """Add both."""
    text = "opdatér databasens skema (PostgreSQL: under ejerens rolle)"
    migrate = commands.add_parser("migrate", help=text, description=text)
    migrate.set_defaults(run=_migrate)

    text = "lad en rolle i PostgreSQL gøre det, kataloget gør, og ikke mere"
    grant = commands.add_parser("grant", help=text, description=text)
    grant.add_argument("role", metavar="ROLLE")
    grant.set_defaults(run=_grant)


def _migrate(_options: argparse.Namespace) -> None:
    prepared_engine()
    print("Databasens skema er, som denne udgave af programmet vil have det.")


def _grant(options: argparse.Namespace) -> None:
    from registry.storage.privileges import grant

    grant(opened_engine(), options.role)
    print(
        f"Rollen «{options.role}» kan nu det, kataloget gør. Sæt "
        "REGISTRY_DATABASE_URL til den, og start kataloget."
    )
