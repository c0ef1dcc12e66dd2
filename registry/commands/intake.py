"""The command `registry intake`: a Word agreement as a draft, or a folder of them."""

import argparse
from pathlib import Path
from typing import Any

from registry.commands.database import opened_engine
from registry.errors import BadInput
from registry.models import Role
from registry.rules.linked_accounts import COMMAND_LINE

WITHOUT_TITLE = "Teksten begynder ikke med en titel. Giv den med --title."
OLDER = (".doc", ".rtf", ".odt")


class CommandLine:
    """Who has the command line has the machine; the trail names that, not a person."""

    username = COMMAND_LINE
    roles = (Role.EDITOR,)


def add_command(commands: Any) -> None:
    """Add `intake`."""
    text = "lav en kladde af en Word-fil, eller af hver fil i en mappe"
    parser = commands.add_parser("intake", help=text, description=text)

    parser.add_argument("file", type=Path, metavar="FIL.docx|MAPPE")
    parser.add_argument(
        "--agreement",
        default="",
        metavar="NAVN",
        help="ny udgave af den aftale; uden: en ny",
    )
    parser.add_argument(
        "--title", default="", metavar="TITEL", help="uden: den, der står i filen"
    )
    parser.set_defaults(run=_intake)


def _intake(options: argparse.Namespace) -> int:
    if options.file.is_dir():
        return _folder(options)
    _one(options)
    return 0


def _folder(options: argparse.Namespace) -> int:
    """Each file in turn, told as it goes. Returns 1 where any was refused."""
    from registry.catalogue.queries import Catalogue
    from registry.intake.folder import files_in, passed_by, take_in_all

    if options.agreement or options.title:
        raise BadInput(
            "En mappe har flere aftaler: --agreement og --title er til én fil.", "FIL"
        )
    files = files_in(options.file)
    taken = []
    catalogue = Catalogue(opened_engine())
    for number, one in enumerate(take_in_all(catalogue, files, CommandLine()), 1):
        print(f"[{number}/{len(files)}] {_report_line(one)}", flush=True)
        taken.append(one)

    refused = sum(bool(one.refused) for one in taken)
    print(
        f"{len(taken) - refused} kladder lavet, {refused} filer afvist, "
        f"{sum(one.suggested for one in taken)} forslag til snitflader "
        f"({sum(one.sure for one in taken)} sikre), "
        f"{sum(one.doubts for one in taken)} ting at se efter, "
        f"{sum(one.without for one in taken)} snitflader uden opgavetype."
    )
    if others := passed_by(options.file):
        print(f"Sprunget over, hverken Word (.docx) eller tekst: {', '.join(others)}")
        if any(name.lower().endswith(OLDER) for name in others):
            print("Åbn .doc, .rtf og .odt i Word, og gem dem som .docx.")
    return int(bool(refused))


def _report_line(one: Any) -> str:
    if one.refused:
        return f"{one.name}: afvist. {one.refused}"
    return (
        f"{one.name}: /redaktion/kladder/{one.draft}, {one.suggested} forslag "
        f"({one.sure} sikre), {one.doubts} ting at se efter, {one.without} uden "
        "opgavetype"
    )


def _one(options: argparse.Namespace) -> None:
    from registry.catalogue.queries import Catalogue
    from registry.intake import service

    data = _read(options.file)
    catalogue = Catalogue(opened_engine())
    wanted = service.Wanted(options.agreement, options.title)
    try:
        draft = service.take_in_docx(
            catalogue, options.file.name, data, wanted, CommandLine()
        )
    except BadInput as error:
        if error.field != "title" or options.title:
            raise
        raise BadInput(WITHOUT_TITLE, "--title") from error

    taken = service.taken_in(catalogue, draft)
    assert taken is not None
    print(f"Kladden er lavet. Se den på /redaktion/kladder/{draft}")
    for remark in taken.remarks:
        print(f"  {f'{remark.row}: ' if remark.row else ''}{remark.text}")
        for text, place in remark.pieces if remark.has_more else ():
            said = (text, f"(stod {place})" if place else "")
            print(f"    - {' '.join(filter(None, said))}")


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise BadInput(
            f"Kan ikke læse {file}. Findes filen, og må du læse den?", "FIL"
        ) from error
