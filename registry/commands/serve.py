"""`registry serve`: the catalogue made ready, and served until it is told to stop."""

import argparse
import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from registry.commands import workers
from registry.commands.database import name_backup
from registry.commands.memory import in_one_arena
from registry.errors import BadInput
from registry.settings import is_set, load_settings

SAMPLE_QUESTION = "borger uden adresse hvilken kommune"
MOST_WORKERS = 64
MAKE_READY = "Gør søgeindekset klar"


def add_command(commands: Any) -> None:
    """Add `serve`."""
    text = "start kataloget og vis adressen"
    parser = commands.add_parser("serve", help=text, description=text)
    parser.set_defaults(run=run)

    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument(
        "--workers",
        type=int,
        metavar="N",
        help="hvor mange processer der svarer; ellers én for hver kerne, hvor "
        "systemet kan",
    )

    parser.add_argument(
        "--trusted-proxy",
        default="",
        metavar="ADRESSE",
        help="den proxy, hvis ord for læsernes adresse og https der stoles på",
    )


def run(options: argparse.Namespace) -> int:
    """Serve until the process is told to stop. Returns 0, or 1 where a process could
    not be kept at work. Raises BadInput, BadSetting, SchemaTooNew, BadContent.
    """
    from registry import create_app
    from registry.content import startup

    in_one_arena()
    _refuse_nameless(options.host, _is_everywhere(options.host))
    number = _number(options.workers)
    app = create_app(host=options.host)
    # Only what leads to a page: witnesses are signed under the setting alone, since
    # they must be known again after a run on another port.
    app.config["PUBLIC_URL"] = public_url(options.host, options.port)
    services = app.extensions["registry"]
    backup = startup.prepare_database(
        services.engine, Path(app.config["CONTENT_DIR"]), step
    )
    name_backup(backup)

    announce = partial(_announce, app, options)
    with _sockets(options.host, options.port) as sockets:
        if number > 1:
            services.engine.dispose()
            return _serve_by_several(number, sockets, options, announce)
        return _serve_alone(app, sockets, options, announce)


def _serve_alone(
    app: Any, sockets: Any, options: argparse.Namespace, announce: Callable[[], None]
) -> int:
    services = app.extensions["registry"]
    listening = _listening(app, sockets, options.trusted_proxy)
    with step(MAKE_READY):
        services.serve_readers()
    listening.stop_by_signals()
    announce()
    listening.run()
    services.write_down()

    return 0


def _serve_by_several(
    number: int,
    sockets: Any,
    options: argparse.Namespace,
    announce: Callable[[], None],
) -> int:
    with _shared_folder() as shared:
        parent = os.getpid()

        def work(ready: Callable[[], None]) -> None:
            _serve_as_one_of(number, sockets, options, shared, parent, ready)

        serving = workers.Workers(number, work, partial(_forget, shared))
        with step(f"{MAKE_READY} i {number} processer"):
            is_ready = serving.begin()
        if not is_ready:
            return 1
        announce()
        return serving.run()


@contextmanager
def _shared_folder() -> Iterator[Path]:
    """A folder of the server's own, for its owner alone, that goes with it. Raises
    BadInput where there can be none.
    """
    # Only where processes can be forked is there such a lock.
    from registry.commands import shared_folder

    with ExitStack() as stack:
        try:
            folder = stack.enter_context(shared_folder.held())
        except OSError as error:
            raise BadInput(
                "Flere processer skal have en midlertidig mappe sammen, og den kan "
                "ikke laves. Giv plads i TMPDIR, eller start med --workers 1.",
                "--workers",
            ) from error
        yield folder


def _serve_as_one_of(
    number: int,
    sockets: Any,
    options: argparse.Namespace,
    shared: Path,
    parent: int,
    ready: Callable[[], None],
) -> None:
    """One of several processes, which ends when the one that began it has."""
    from registry import create_app

    app = create_app(host=options.host, shared=shared)
    services = app.extensions["registry"]
    services.serve_readers()

    listening = _listening(app, sockets, options.trusted_proxy, number)
    listening.stop_by_signals()
    ready()
    listening.run(lambda: os.getppid() == parent)
    services.write_down()


def _forget(shared: Path, process: int) -> None:
    from registry.catalogue import process_states
    from registry.services import SHOWN

    process_states.forget(shared / SHOWN, process)


def _number(wanted: int | None) -> int:
    """How many processes answer. Raises BadInput."""
    if wanted is None:
        return workers.as_many_as_gain()
    if not 1 <= wanted <= MOST_WORKERS:
        raise BadInput(
            f"--workers {wanted}: skriv et tal fra 1 til {MOST_WORKERS}.", "--workers"
        )
    if wanted > 1 and not hasattr(os, "fork"):
        raise BadInput(
            "--workers: Her kan kun én proces svare. Udelad --workers.", "--workers"
        )

    return wanted


def _announce(app: Any, options: argparse.Namespace) -> None:
    address = f"http://{_shown(options.host)}:{options.port}/"
    if _is_everywhere(options.host):
        address = app.config["PUBLIC_URL"]
    print(f"\nSnitfladekataloget kører på {address}")
    print(f"Prøv at spørge: {SAMPLE_QUESTION}\nStop med Ctrl-C.", flush=True)


def public_url(host: str, port: int) -> str:
    """The address that a run's links are written with: the setting, where there is one,
    else where the run listens. Raises BadSetting.
    """
    setting = load_settings()["PUBLIC_URL"]
    if is_set("PUBLIC_URL") or _is_everywhere(host):
        return str(setting)
    return f"http://{_shown(host)}:{port}"


@contextmanager
def step(text: str) -> Iterator[None]:
    """Say what is under way, and how long it took."""
    print(f"  {text} … ", end="", flush=True)
    started = time.perf_counter()
    yield
    print(f"klar ({time.perf_counter() - started:.1f} s)".replace(".", ","), flush=True)


def _is_everywhere(host: str) -> bool:
    from registry.web.frame.hosts import stands_for_all

    return stands_for_all(host)


def _refuse_nameless(host: str, is_everywhere: bool) -> None:
    """A server that listens everywhere must be told by which name it is known.

    Otherwise anybody could send readers to it by a name of theirs.
    """
    from registry.settings import default_of

    public = load_settings()["PUBLIC_URL"]
    if is_everywhere and public == default_of("PUBLIC_URL"):
        raise BadInput(
            f"--host {host} lytter på alle maskinens adresser. Sæt REGISTRY_PUBLIC_URL "
            "til den adresse, læserne bruger, fx https://katalog.example.dk.",
            "--host",
        )


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _listening(app: Any, sockets: Any, trusted_proxy: str, one_of: int = 1) -> Any:
    from registry.commands import server

    return server.listen(app, sockets, trusted_proxy=trusted_proxy, one_of=one_of)


@contextmanager
def _sockets(host: str, port: int) -> Iterator[Any]:
    """What is listened at. Raises BadInput where the port cannot be had, or where it
    is everywhere after all: a name may lead elsewhere than when it was first read.
    """
    from registry.commands import server
    from registry.web.frame.hosts import is_every_address

    try:
        sockets = server.bound(host, port)
    except (OSError, ValueError, OverflowError) as error:
        raise BadInput(
            f"Kan ikke lytte på {host}:{port}. Porten er optaget eller kan ikke "
            "bruges. Vælg en anden med --port, fx --port 8080.",
            "--port",
        ) from error

    try:
        at = [str(held.getsockname()[0]) for held in sockets]
        _refuse_nameless(host, any(is_every_address(address) for address in at))
        yield sockets
    finally:
        for held in sockets:
            held.close()
