"""The command `registry migration`: a migration for tables that have changed, for
developers.
"""

import argparse
from typing import Any


def add_command(commands: Any) -> None:
    """Add `migration`."""
    text = "lav en migration af det, der er ændret i tabellerne (til udvikling)"
    parser = commands.add_parser("migration", help=text, description=text)
    parser.add_argument("message", metavar="TEKST", help="hvad den gør, på engelsk")
    parser.set_defaults(run=_migration)


def _migration(options: argparse.Namespace) -> None:
    from registry.storage.migrating import make_migration

    print(f"Migrationen er skrevet; læs den efter: {make_migration(options.message)}")
