"""The command `registry offline`: the copy for bad days as a file."""

import argparse
from pathlib import Path
from typing import Any

from registry.commands.database import opened_engine
from registry.storage.atomic_files import write_asked_for

WITHOUT_SEARCH = (
    "Kopien kan læses, men ikke søges i: Python til browseren er ikke hentet. "
    "Prøv igen med python3 scripts/run.py --retry-assets."
)


def add_command(commands: Any) -> None:
    """Add `offline`."""
    text = "skriv nødkopien: én fil, der virker uden kataloget"
    parser = commands.add_parser("offline", help=text, description=text)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FIL.html")
    parser.set_defaults(run=_offline)


def _offline(options: argparse.Namespace) -> None:
    from registry.catalogue.queries import Catalogue
    from registry.language.dates import danish_date
    from registry.offline.page_file import offline_html
    from registry.offline.runtime import runtime

    engine = opened_engine()
    snapshot = Catalogue(engine).today()
    python = runtime()
    data = offline_html(snapshot, python).encode()

    # Whole or not at all: on a bad day half a file is worse than yesterday's.
    write_asked_for(options.output, data, "--output")
    size = f"{len(data) / 1_000_000:.1f}".replace(".", ",")
    if python is None:
        print(WITHOUT_SEARCH)
    print(
        f"Nødkopi pr. {danish_date(snapshot.moment.pr)}: {options.output} ({size} MB)"
    )
