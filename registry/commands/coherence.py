"""The command `registry coherence`: what rows of a file say of each other."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from registry.errors import BadInput
from registry.storage.system_words import in_danish


def add_command(commands: Any) -> None:
    """Add `coherence`."""
    text = "find overlap, huller og opgaveflytninger i en fil med sager"
    parser = commands.add_parser("coherence", help=text, description=text)
    parser.add_argument("file", type=Path, metavar="FIL.json")
    parser.add_argument(
        "--vocabulary",
        type=Path,
        metavar="FIL.json",
        help="ordforrådet; uden: katalogets eget",
    )

    parser.set_defaults(run=_coherence)


def _coherence(options: argparse.Namespace) -> int:
    """A case that cannot be read is told, and the others are looked through."""
    from registry.rules.cases.case_files import read_case
    from registry.rules.cases.printed import printed
    from registry.rules.coherence.analysis import findings

    vocabulary = _vocabulary(options.vocabulary)
    document = _read(options.file)
    listed = document if isinstance(document, list) else [document]

    by_case, refused = {}, 0
    for number, item in enumerate(listed, 1):
        try:
            case = read_case(item, f"Sag nr. {number}", vocabulary)
            if case.id in by_case:
                raise BadInput(f"Sag nr. {number}, felt «id»: «{case.id}» er brugt.")
        except BadInput as error:
            print(f"registry: {error.message}", file=sys.stderr)
            refused = 1
        else:
            findings_of_it = findings(case.on, case.yardstick, case.later)
            by_case[case.id] = [printed(finding) for finding in findings_of_it]

    print(json.dumps(by_case, ensure_ascii=False, indent=2))
    return refused


def _vocabulary(file: Path | None) -> Any:
    from registry.rules.cases.vocabulary import read_vocabulary

    if file:
        return read_vocabulary(_read(file))

    from registry.catalogue.coherence import case_vocabulary
    from registry.catalogue.queries import Catalogue
    from registry.commands.database import opened_engine

    return case_vocabulary(Catalogue(opened_engine()).today())


def _read(file: Path) -> Any:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadInput(
            f"Kan ikke læse {file}: {in_danish(error)}.", str(file)
        ) from error
    except ValueError as error:
        raise BadInput(f"{file} er ikke JSON i UTF-8: {error}", str(file)) from error
