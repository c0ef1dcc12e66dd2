"""Starting the catalogue from nothing: environment, design system, then the server
itself.
"""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from progress import READY, UNCHANGED, DanishParser, SetupError, announce
from setup_assets import prepare_assets
from setup_venv import ROOT, RUNTIME_LOCK, VENV, prepare_venv, python_in

HELP = """\
Sætter Snitfladekataloget op og starter det på denne maskine.

    python3 scripts/run.py [--host ADRESSE] [--port NUMMER] [--retry-assets]

    --host ADRESSE   den adresse, serveren lytter på (127.0.0.1)
    --port NUMMER    den port, serveren lytter på (8000)
    --retry-assets   prøv igen at hente designsystemet og nødkopiens Python
"""
RETRY_HINT = "      Prøv igen med: python3 scripts/run.py --retry-assets"


def main(arguments: Sequence[str]) -> int:
    """Do the steps in order; on POSIX the last one becomes the server and never
    returns.
    """
    parser = DanishParser(HELP)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", default=8000, type=port_number)
    parser.add_argument("--retry-assets", action="store_true")
    options = parser.parse_args(arguments)

    try:
        announce("[1/3] Virtuelt miljø", lambda: prepare_venv(VENV, [RUNTIME_LOCK]))
        design = announce(
            "[2/3] Designsystem og nødkopi",
            lambda: prepare_assets(retry=options.retry_assets),
        )
        if design not in (READY, UNCHANGED):
            print(RETRY_HINT)

        print("[3/3] Database, indhold, indeks og server", flush=True)
        return serve(python_in(VENV), options.host, options.port)
    except SetupError as error:
        print(f"\n{error}")
        return 1
    except KeyboardInterrupt:
        print("\nAfbrudt.")
        return 130


def port_number(text: str) -> int:
    """Read a port; raises ValueError, which argparse turns into the help text."""
    port = int(text)
    if not 1 <= port <= 65535:
        raise ValueError(text)
    return port


def serve(python: Path, host: str, port: int) -> int:
    """Hand over to the catalogue's own command, which fills the database and serves."""
    os.chdir(ROOT)
    command = [
        str(python),
        "-m",
        "registry.commands.main",
        "serve",
        "--host",
        host,
        "--port",
        str(port),
    ]

    if os.name != "nt":
        os.execv(command[0], command)  # noqa: S606 - no shell is wanted
    # Windows has no exec that keeps the console; Ctrl-C reaches the child too, so wait
    # for it.
    with subprocess.Popen(command) as server:
        try:
            return server.wait()
        except KeyboardInterrupt:
            return server.wait()
