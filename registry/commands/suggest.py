"""The command `registry suggest`: the rows that a text's own sentences tell."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from registry.errors import BadInput


def add_command(commands: Any) -> None:
    """Add `suggest`."""
    text = "foreslå snitflader ud fra sætningerne i en tekst"
    parser = commands.add_parser("suggest", help=text, description=text)
    parser.add_argument("file", type=Path, metavar="FIL.md")
    parser.add_argument("--json", action="store_true", help="som en liste i JSON")
    parser.set_defaults(run=_suggest)


def _suggest(options: argparse.Namespace) -> None:
    """The words are the catalogue's; an empty database gets the starting catalogue
    first, as when it is served. No suggestion is stored.
    """
    from registry.catalogue.queries import Catalogue
    from registry.catalogue.suggested import suggested
    from registry.suggest.suggestion import SAID

    text = _read(options.file)
    suggestions = suggested(Catalogue(_catalogue()).today(), text)

    if options.json:
        listed = [{name: getattr(one, name) for name in SAID} for one in suggestions]
        print(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    for one in suggestions:
        heading = one.section or "Uden overskrift"
        print(f"{heading}: {', '.join(one.named) or '?'}: {one.task}")
        print(f"  «{' '.join(one.sentence.split())}»")
    sure = sum(one.sure for one in suggestions)
    print(f"{len(suggestions)} forslag, heraf {sure} sikre.")


def _catalogue() -> Any:
    from registry.commands.database import name_backup
    from registry.content.startup import prepare_database
    from registry.settings import load_settings
    from registry.storage import db

    settings = load_settings()
    engine = db.connect(settings["DATABASE_URL"])
    backup = prepare_database(engine, Path(settings["CONTENT_DIR"]))
    name_backup(backup, sys.stderr)
    return engine


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise BadInput(f"Kan ikke læse {file}: {error.strerror}.", str(file)) from error
    except UnicodeDecodeError as error:
        raise BadInput(f"{file} er ikke tekst i UTF-8.", str(file)) from error
