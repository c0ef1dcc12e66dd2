"""The command `registry`: thin commands over the services."""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from registry import cli_appendix, cli_intake, cli_offline, cli_users
from registry.cli_database import name_backup, prepared_engine
from registry.errors import BadInput, RegistryError
from registry.settings import load_settings

SAMPLE_QUESTION = "borger uden adresse hvilken kommune"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code: 0 done, 1 refused with a message."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options) or 0)
    except RegistryError as error:
        print(f"registry: {error.message}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="registry", description="Snitfladekataloget")
    commands = parser.add_subparsers(title="kommandoer", required=True, metavar="KOMMANDO")

    serve = _command(commands, "serve", _serve, "start kataloget og vis adressen")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8000)

    load = _command(commands, "load", _load, "indlæs et katalog i en tom database")
    load.add_argument("directory", type=Path, metavar="DIR")

    dump = _command(commands, "dump", _dump, "skriv kataloget som filer")
    dump.add_argument("directory", type=Path, metavar="DIR")
    dump.add_argument("--drafts", action="store_true", help="tag kladder med")

    _command(commands, "reindex", _reindex, "byg søgeindekset igen")

    search = _command(commands, "search", _search, "stil kataloget et spørgsmål")
    search.add_argument("question", metavar="SPØRGSMÅL")
    search.add_argument("--as-of", default="", metavar="DATO", help="hvad der gælder den dag")
    search.add_argument("--json", action="store_true", help="svar som API'et")

    _command(commands, "unanswered", _unanswered, "vis de spørgsmål, kataloget ikke besvarer")
    cli_users.add_commands(commands)
    cli_offline.add_command(commands)
    cli_appendix.add_command(commands)
    cli_intake.add_command(commands)
    copy = _command(commands, "backup", _backup, "tag en sikkerhedskopi, også mens kataloget kører")
    copy.add_argument("file", type=Path, metavar="FIL")

    restore = _command(commands, "restore", _restore, "sæt en sikkerhedskopi i databasens sted")
    restore.add_argument("file", type=Path, metavar="FIL")
    restore.add_argument("--replace", action="store_true", help="gem det, der står der, og erstat")

    _command(commands, "check", _check, "kontrollér database, historik og indeks")
    return parser


def _command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int | None], text: str
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text)
    parser.set_defaults(run=run)
    return parser


@contextmanager
def _step(text: str) -> Iterator[None]:
    """Say what is under way, and how long it took."""
    print(f"  {text} … ", end="", flush=True)
    started = time.perf_counter()
    yield
    print(f"klar ({time.perf_counter() - started:.1f} s)".replace(".", ","), flush=True)


@contextmanager
def _listening(host: str, port: int) -> Iterator[None]:
    """Say plainly why a port cannot be had."""
    try:
        yield
    except (OSError, ValueError, OverflowError) as error:
        raise BadInput(
            f"Kan ikke lytte på {host}:{port}. Porten er optaget eller kan ikke bruges. "
            "Vælg en anden med --port, fx --port 8080.",
            "--port",
        ) from error


def _asker(engine: Any) -> Any:
    from registry.catalogue import Catalogue
    from registry.search.ask import Asker

    settings = load_settings()
    return Asker(
        Catalogue(engine), Path(settings["INDEX_DIR"]), longest=settings["MAX_QUESTION_LENGTH"]
    )


def _serve(options: argparse.Namespace) -> None:
    from waitress.server import create_server

    from registry import create_app, startup

    app = create_app()
    services = app.extensions["registry"]
    backup = startup.prepare_database(services.engine, Path(app.config["CONTENT_DIR"]), _step)
    name_backup(backup)
    with _listening(options.host, options.port):
        server = create_server(app, host=options.host, port=options.port, threads=8, ident=None)
    with _step("Gør søgeindekset klar"):
        services.asker.refresh()
    # An address that listens everywhere is reached at this machine's own.
    host = "127.0.0.1" if options.host in ("0.0.0.0", "::") else options.host  # noqa: S104
    print(f"\nSnitfladekataloget kører på http://{host}:{options.port}/")
    print(f"Prøv at spørge: {SAMPLE_QUESTION}\nStop med Ctrl-C.", flush=True)
    server.run()


def _load(options: argparse.Namespace) -> None:
    from registry import content

    report = content.load(prepared_engine(), options.directory)
    print(
        f"Indlæst: {report.agreements} aftaler, {report.versions} udgaver, {report.rows} "
        f"snitflader, {report.terms} begreber, {report.organisations} organisationer, "
        f"{report.records} afgørelser og andre poster."
    )


def _dump(options: argparse.Namespace) -> None:
    from registry import content

    content.dump(prepared_engine(), options.directory, drafts=options.drafts)
    print(f"Skrevet til {options.directory}")


def _reindex(_options: argparse.Namespace) -> None:
    asker = _asker(prepared_engine())
    with _step("Bygger søgeindekset"):
        documents = asker.rebuild()
    print(f"  {documents} dokumenter i indekset.")


def _search(options: argparse.Namespace) -> None:
    from registry.clock import parse_moment
    from registry.search.answer import Question

    moment = parse_moment(options.as_of, "", pr_field="--as-of")
    asker = _asker(prepared_engine())
    answer = asker.ask(Question(options.question, moment))
    if options.json:
        from registry.api.shapes import search_json

        shape = search_json(answer, asker.catalogue.at(moment))
        print(json.dumps(shape, ensure_ascii=False, indent=2))
        return
    if answer.abstained:
        print("Ingen gældende aftale i kataloget besvarer det.")
        if answer.not_found:
            print(f"Intet fundet om: {', '.join(answer.not_found)}")
    for group in answer.groups or answer.nearest:
        print(f"{'' if answer.groups else 'Nærmeste: '}{group.label}")
        for hit in group.hits:
            print(f"  {hit.row.id}: {hit.row.snitflade.task}")


def _unanswered(_options: argparse.Namespace) -> None:
    from registry.search import unanswered

    listed = unanswered.recurring(prepared_engine())
    for question in listed:
        print(f"{question.times} gange, senest {question.last_on}: {question.text}")
    if not listed:
        print("Ingen spørgsmål er stillet to gange uden svar de seneste 90 dage.")


def _backup(options: argparse.Namespace) -> None:
    from registry import backup, db

    with _step("Kopierer databasen"):
        copied = backup.backup(db.connect(load_settings()["DATABASE_URL"]), options.file)
    print(f"Sikkerhedskopi: {options.file}. {_held(copied)}")


def _restore(options: argparse.Namespace) -> None:
    from registry import backup, db

    engine = db.connect(load_settings()["DATABASE_URL"])
    with _step("Sætter kopien på plads"):
        copied = backup.restore(engine, options.file, replace=options.replace)
    if copied.kept:
        print(f"Det, der stod der før, er gemt: {copied.kept}")
    print(f"Databasen er nu {options.file}. {_held(copied)}")


def _held(copied: Any) -> str:
    return f"Den rummer {copied.versions} offentliggjorte udgaver og {copied.entries} handlinger."


def _check(_options: argparse.Namespace) -> int:
    from registry.checks import faults

    found = faults(prepared_engine(), _asker)
    for fault in found:
        print(f"FEJL: {fault}")
    if not found:
        print("Databasen, udløserne, historikken og søgeindekset er i orden.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
