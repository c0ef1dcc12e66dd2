"""The command `registry`: thin commands over the services."""

import argparse
import errno
import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from registry.commands import (
    appendix,
    coherence,
    intake,
    migration,
    offline,
    owner,
    serve,
    suggest,
    trust,
    users,
)
from registry.commands.database import asker, opened_engine, prepared_engine
from registry.commands.memory import collect_seldom
from registry.commands.serve import step
from registry.errors import RegistryError
from registry.settings import load_settings
from registry.storage.system_words import in_danish
from registry.storage.troubles import DATABASE_ERRORS, trouble_of

# A disk that takes no more says so of a write, and then not of which file.
UNWRITTEN = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO})
NO_ROOM = (
    "Det hele kunne ikke skrives ({why}). Se, om der er plads på disken, og prøv igen; "
    "det, der blev skrevet, er ikke helt."
)
NOT_KEPT = (
    "Søgeindekset kunne ikke gemmes i «{folder}». Er der plads, og må programmet "
    "skrive der? Indtil da bygger kataloget det i hukommelsen, hver gang det starter."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code: 0 done, 1 refused with a message."""
    options = _parser().parse_args(arguments)
    collect_seldom()

    try:
        code = int(options.run(options) or 0)
        # What a file did not take of what was printed is known only when it is sent.
        sys.stdout.flush()
        return code
    except RegistryError as error:
        return _refuse(error.message)
    except DATABASE_ERRORS as error:
        trouble = trouble_of(error)
        if trouble is None:
            raise
        return _refuse(trouble.way_back)
    except BrokenPipeError:
        # Who read has had enough, as of `| head`.
        return _without_output(1)
    except OSError as error:
        if error.filename:
            return _refuse(f"«{error.filename}» kan ikke bruges: {in_danish(error)}.")
        if error.errno not in UNWRITTEN:
            raise
        return _without_output(_refuse(NO_ROOM.format(why=in_danish(error))))


def _without_output(code: int) -> int:
    """The exit code, with nothing left to be printed at the end, which would fail."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    return code


def _refuse(message: str) -> int:
    print(f"registry: {message}", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="registry", description="Snitfladekataloget")
    commands = parser.add_subparsers(
        title="kommandoer", required=True, metavar="KOMMANDO"
    )

    serve.add_command(commands)

    load = _command(commands, "load", _load, "indlæs et katalog i en tom database")
    load.add_argument("directory", type=Path, metavar="DIR")

    dump = _command(commands, "dump", _dump, "skriv kataloget som filer")
    dump.add_argument("directory", type=Path, metavar="DIR")
    dump.add_argument("--drafts", action="store_true", help="tag kladder med")

    _command(commands, "reindex", _reindex, "byg søgeindekset igen")

    search = _command(commands, "search", _search, "stil kataloget et spørgsmål")
    search.add_argument("question", metavar="SPØRGSMÅL")
    search.add_argument(
        "--as-of", default="", metavar="DATO", help="hvad der gælder den dag"
    )
    search.add_argument("--json", action="store_true", help="svar som API'et")

    _command(
        commands, "unanswered", _unanswered, "vis de spørgsmål, kataloget ikke besvarer"
    )

    users.add_commands(commands)
    for command in (offline, appendix, coherence, intake, suggest, migration):
        command.add_command(commands)

    copy = _command(
        commands, "backup", _backup, "tag en sikkerhedskopi, også mens kataloget kører"
    )
    copy.add_argument("file", type=Path, metavar="FIL")

    restore = _command(
        commands, "restore", _restore, "sæt en sikkerhedskopi i databasens sted"
    )
    restore.add_argument("file", type=Path, metavar="FIL")
    restore.add_argument(
        "--replace", action="store_true", help="gem det, der står der, og erstat"
    )

    trust.add_commands(commands)
    owner.add_commands(commands)
    return parser


def _command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int | None], text: str
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=text, description=text
    )
    parser.set_defaults(run=run)
    return parser


def _load(options: argparse.Namespace) -> None:
    from registry import content

    report = content.load(prepared_engine(), options.directory)
    print(
        f"Indlæst: {report.agreements} aftaler, {report.versions} udgaver, "
        f"{report.rows} snitflader, {report.terms} begreber, "
        f"{report.organisations} organisationer, "
        f"{report.records} afgørelser og andre poster."
    )


def _dump(options: argparse.Namespace) -> None:
    from registry import content

    content.dump(opened_engine(), options.directory, drafts=options.drafts)
    print(f"Skrevet til {options.directory}")


def _reindex(_options: argparse.Namespace) -> int:
    asking = asker(opened_engine())
    with step("Bygger søgeindekset"):
        documents = asking.rebuild()

    if asking.engine.is_in_memory:
        return _refuse(NOT_KEPT.format(folder=asking.engine.directory))
    print(f"  {documents} dokumenter i indekset.")
    return 0


def _search(options: argparse.Namespace) -> None:
    from registry.clock import parse_moment
    from registry.search.abstaining import heading_of, missing_words
    from registry.search.answer import Question

    moment = parse_moment(options.as_of, "", pr_field="--as-of")
    asking = asker(opened_engine())
    answer = asking.ask(Question(options.question, moment))

    if options.json:
        from registry.api.shapes import search_json

        shape = search_json(answer, asking.catalogue.at(moment))
        print(json.dumps(shape, ensure_ascii=False, indent=2))
        return

    if answer.abstained:
        print(f"{heading_of(answer)}.")
        if answer.unknown:
            print(f"Intet fundet om: {', '.join(answer.unknown)}")
        if missing := missing_words(answer):
            print(f"Ingen række dækker: {', '.join(missing)}")
    for group in answer.groups or answer.nearest:
        print(f"{'' if answer.groups else 'Nærmeste: '}{group.label}")
        for hit in group.hits:
            print(f"  {hit.row.id}: {hit.row.snitflade.task}")


def _unanswered(_options: argparse.Namespace) -> None:
    from registry.search import unanswered

    listed = unanswered.recurring(opened_engine())
    for question in listed:
        print(f"{question.times} gange, senest {question.last_on}: {question.text}")
    if not listed:
        print("Ingen spørgsmål er stillet to gange uden svar de seneste 90 dage.")


def _backup(options: argparse.Namespace) -> None:
    from registry.storage import backup, db

    with step("Kopierer databasen"):
        copied = backup.backup(
            db.connect(load_settings()["DATABASE_URL"]), options.file
        )
    print(f"Sikkerhedskopi: {options.file}. {_held(copied)}")


def _restore(options: argparse.Namespace) -> None:
    from registry.storage import backup, db

    engine = db.connect(load_settings()["DATABASE_URL"])
    with step("Sætter kopien på plads"):
        copied = backup.restore(engine, options.file, replace=options.replace)
    if copied.kept:
        print(f"Det, der stod der før, er gemt: {copied.kept}")
    print(f"Databasen er nu {options.file}. {_held(copied)}")


def _held(copied: Any) -> str:
    return (
        f"Den rummer {copied.versions} offentliggjorte udgaver og {copied.entries} "
        "handlinger."
    )


if __name__ == "__main__":
    sys.exit(main())
