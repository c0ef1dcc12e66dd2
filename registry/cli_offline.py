"""The command `registry offline`: the copy for bad days as a file."""

import argparse
from pathlib import Path
from typing import Any

from registry.cli_database import prepared_engine
from registry.errors import BadInput


def add_command(commands: Any) -> None:
    """Add `offline`."""
    text = "skriv nødkopien: én fil, der virker uden kataloget"
    parser = commands.add_parser("offline", help=text, description=text)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FIL.html")
    parser.set_defaults(run=_offline)


def _offline(options: argparse.Namespace) -> None:
    from registry.catalogue import Catalogue
    from registry.danish_dates import danish_date
    from registry.web.offline import offline_html

    engine = prepared_engine()
    snapshot = Catalogue(engine).today()
    data = offline_html(snapshot).encode()
    _write(options.output, data)
    size = f"{len(data) / 1_000_000:.1f}".replace(".", ",")
    print(f"Nødkopi pr. {danish_date(snapshot.moment.pr)}: {options.output} ({size} MB)")


def _write(target: Path, data: bytes) -> None:
    """Whole or not at all: on a bad day half a file is worse than yesterday's."""
    partial = target.with_name(f"{target.name}.ny")
    try:
        partial.write_bytes(data)
        partial.replace(target)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise BadInput(f"Kan ikke skrive {target}: {error.strerror}.", "--output") from error
