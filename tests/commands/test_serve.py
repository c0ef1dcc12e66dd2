"""`registry serve`: what it refuses to begin with."""

import gc
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from registry.commands.main import main
from registry.commands.serve import public_url


# Waitress leaves what it had opened to the garbage collector when it cannot have the
# port.
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_port_in_use_is_refused_in_danish(
    installed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        assert main(["serve", "--port", str(port)]) == 1
    gc.collect()

    printed = capsys.readouterr()
    assert f"127.0.0.1:{port}" in printed.err
    assert "Porten er optaget" in printed.err
    assert "--port" in printed.err
    assert "kører på" not in printed.out


@pytest.mark.parametrize(
    "host",
    [
        *("0.0.0.0", "::", "", "*", "0", "0x0", "0.0", "0.0.0", "00000000000"),
        *("::0", "0::0", "0:0:0:0:0:0:0:0", "::ffff:0.0.0.0"),
    ],
)
def test_listening_everywhere_demands_the_name_that_readers_use(
    host: str, installed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--host", host]) == 1

    assert "Sæt REGISTRY_PUBLIC_URL" in capsys.readouterr().err


@pytest.mark.parametrize("at_once", [True, False])
def test_a_name_that_leads_everywhere_demands_it_too(
    at_once: bool,
    installed: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Also one that leads there only when it is listened at."""

    def found(host: str, port: str, *_: object, **__: object) -> list[object]:
        is_listening = int(port) > 0
        address = "0.0.0.0" if at_once or is_listening else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, int(port)))]

    with monkeypatch.context() as patched:
        patched.setattr(socket, "getaddrinfo", found)
        options = ["--host", "alle.example", "--port", str(free_port())]
        assert main(["serve", "--workers", "1", *options]) == 1

    assert "Sæt REGISTRY_PUBLIC_URL" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("host", "port", "address"),
    [
        ("127.0.0.1", 8000, "http://127.0.0.1:8000"),
        ("localhost", 8123, "http://localhost:8123"),
        ("::1", 9000, "http://[::1]:9000"),
    ],
)
def test_links_lead_to_where_the_run_listens(
    host: str, port: int, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REGISTRY_PUBLIC_URL", raising=False)

    assert public_url(host, port) == address


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])
def test_a_public_address_that_is_set_goes_first(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REGISTRY_PUBLIC_URL", "https://katalog.example")

    assert public_url(host, 8123) == "https://katalog.example"


def test_a_command_without_a_server_writes_the_default_address(
    installed: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.delenv("REGISTRY_PUBLIC_URL", raising=False)

    assert main(["user", "add", "ada", "--name", "Ada Administrator", "--link"]) == 0

    assert "http://127.0.0.1:8000/" in capsys.readouterr().out


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="told to stop by a signal")
def test_the_process_ends_well_when_it_is_told_to(installed: Path) -> None:
    command = ["-m", "registry.commands.main", "serve", "--port", str(free_port())]
    environment = {**os.environ, "REGISTRY_INDEX_DIR": str(installed / "index")}
    with subprocess.Popen(
        [sys.executable, *command], stdout=subprocess.PIPE, env=environment, text=True
    ) as process:
        assert process.stdout
        for line in process.stdout:
            if "Stop med Ctrl-C" in line:
                break
        process.terminate()

        assert process.wait(60) == 0
