"""The command `registry intake`: a Word agreement as a draft."""

import argparse
from pathlib import Path
from typing import Any

from registry.cli_database import prepared_engine
from registry.errors import BadInput
from registry.models import Role


class CommandLine:
    """Who has the command line has the machine; the trail names that, not a person."""

    username = "kommandolinje"
    roles = (Role.EDITOR,)


def add_command(commands: Any) -> None:
    text = "lav en kladde af en Word-fil"
    parser = commands.add_parser("intake", help=text, description=text)
    parser.add_argument("file", type=Path, metavar="FIL.docx")
    parser.add_argument(
        "--agreement", default="", metavar="NAVN", help="ny udgave af den aftale; uden: en ny"
    )
    parser.add_argument("--title", default="", metavar="TITEL", help="uden: den, der står i filen")
    parser.set_defaults(run=_intake)


def _intake(options: argparse.Namespace) -> None:
    from registry.catalogue import Catalogue
    from registry.intake import service

    content = _read(options.file)
    engine = prepared_engine()
    wanted = service.Wanted(options.agreement, options.title)
    draft = service.take_in_word(
        Catalogue(engine), options.file.name, content, wanted, CommandLine()
    )
    found = service.taken_in(engine, draft)
    assert found is not None
    print(f"Kladden er lavet. Se den på /redaktion/kladder/{draft}")
    for remark in found.remarks:
        print(f"  {f'{remark.row}: ' if remark.row else ''}{remark.text}")


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise BadInput(f"Kan ikke læse {file}. Findes filen, og må du læse den?", "FIL") from error
