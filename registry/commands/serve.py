"""`registry serve`: the catalogue made ready, and served until it is told to stop."""

import argparse
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from registry.commands.database import name_backup
from registry.errors import BadInput
from registry.settings import is_set, load_settings

SAMPLE_QUESTION = "borger uden adresse hvilken kommune"


def add_command(commands: Any) -> None:
    """Add `serve`."""
    text = "start kataloget og vis adressen"
    parser = commands.add_parser("serve", help=text, description=text)
    parser.set_defaults(run=run)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument(
        "--trusted-proxy",
        default="",
        metavar="ADRESSE",
        help="den proxy, hvis ord for læsernes adresse og https der stoles på",
    )


def run(options: argparse.Namespace) -> None:
    """Serve until the process is told to stop. Raises BadInput, BadSetting,
    SchemaTooNew, BadContent.
    """
    from registry import create_app
    from registry.content import startup

    _refuse_nameless(options.host)
    app = create_app(host=options.host)
    # Only what leads to a page: witnesses are signed under the setting alone, since
    # they must be known again after a run on another port.
    app.config["PUBLIC_URL"] = public_url(options.host, options.port)
    services = app.extensions["registry"]
    backup = startup.prepare_database(
        services.engine, Path(app.config["CONTENT_DIR"]), step
    )
    name_backup(backup)

    listening = _listening(app, options)
    with step("Gør søgeindekset klar"):
        services.serve_readers()

    listening.stop_by_signals()
    address = f"http://{_shown(options.host)}:{options.port}/"
    if _is_everywhere(options.host):
        address = app.config["PUBLIC_URL"]
    print(f"\nSnitfladekataloget kører på {address}")
    print(f"Prøv at spørge: {SAMPLE_QUESTION}\nStop med Ctrl-C.", flush=True)
    listening.run()
    services.write_down()


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
    from registry.web.frame.hosts import EVERYWHERE

    return host in EVERYWHERE


def _refuse_nameless(host: str) -> None:
    """A server that listens everywhere must be told by which name it is known.

    Otherwise anybody could send readers to it by a name of theirs.
    """
    from registry.settings import default_of

    public = load_settings()["PUBLIC_URL"]
    if _is_everywhere(host) and public == default_of("PUBLIC_URL"):
        raise BadInput(
            f"--host {host} lytter på alle maskinens adresser. Sæt REGISTRY_PUBLIC_URL "
            "til den adresse, læserne bruger, fx https://katalog.example.dk.",
            "--host",
        )


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _listening(app: Any, options: argparse.Namespace) -> Any:
    """A server that listens already. Raises BadInput where the port cannot be had."""
    from registry.commands import server

    host, port = options.host, options.port
    try:
        return server.listen(app, host, port, trusted_proxy=options.trusted_proxy)
    except (OSError, ValueError, OverflowError) as error:
        raise BadInput(
            f"Kan ikke lytte på {host}:{port}. Porten er optaget eller kan ikke "
            "bruges. Vælg en anden med --port, fx --port 8080.",
            "--port",
        ) from error
