"""The command `registry suggest`: the rows that a text's own sentences tell."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from registry.errors import BadInput, NoDatabase
from registry.storage.system_words import in_danish

STARTING = (
    "Der er ingen database, og der er ikke lavet en: Ordene er fra det katalog, der "
    "følger med programmet."
)


def add_command(commands: Any) -> None:
    """Add `suggest`."""
    text = "foreslå snitflader ud fra sætningerne i en tekst"
    parser = commands.add_parser("suggest", help=text, description=text)
    parser.add_argument("file", type=Path, metavar="FIL.md")
    parser.add_argument("--json", action="store_true", help="som en liste i JSON")
    parser.set_defaults(run=_suggest)


def _suggest(options: argparse.Namespace) -> None:
    """The words are the catalogue's; where there is none, the starting catalogue's, in
    a database that is gone afterwards. No suggestion is stored.
    """
    from registry.catalogue.queries import Catalogue
    from registry.catalogue.suggested import suggested
    from registry.suggest.suggestion import SAID

    text = _read(options.file)
    with _catalogue() as engine:
        suggestions = suggested(Catalogue(engine).today(), text)

    if options.json:
        listed = [
            {name: getattr(one, name) for name in SAID} | {"task": one.full_task}
            for one in suggestions
        ]
        print(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    for one in suggestions:
        heading = one.section or "Uden overskrift"
        print(f"{heading}: {', '.join(one.named) or '?'}: {one.full_task}")
        print(f"  «{' '.join(one.sentence.split())}»")
    sure = sum(one.sure for one in suggestions)
    print(f"{len(suggestions)} forslag, heraf {sure} sikre.")


@contextmanager
def _catalogue() -> Iterator[Any]:
    from registry.commands.database import opened_engine
    from registry.content.startup import prepare_database
    from registry.settings import load_settings
    from registry.storage import db

    try:
        opened = opened_engine()
    except NoDatabase:
        print(STARTING, file=sys.stderr)
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            engine = db.connect(f"sqlite:///{Path(folder) / 'registry.sqlite'}")
            prepare_database(engine, Path(load_settings()["CONTENT_DIR"]))
            yield engine
            engine.dispose()
    else:
        yield opened


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise BadInput(
            f"Kan ikke læse {file}: {in_danish(error)}.", str(file)
        ) from error
    except UnicodeDecodeError as error:
        raise BadInput(f"{file} er ikke tekst i UTF-8.", str(file)) from error
