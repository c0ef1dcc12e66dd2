"""Several processes at one address: begun, replaced, and ended together; what they
share is whole.
"""

import csv
import http.client
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote

import pytest

from registry.commands import shared_folder, workers
from registry.commands.main import main
from registry.search.whoosh_engine import WhooshEngine
from registry.settings import ROOT
from tests.commands.test_serve import free_port

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="one process alone here"),
]
COMMAND = (sys.executable, "-m", "registry.commands.main")
ASKED, CLIENTS, LONG = 400, 4, 120
# Two processes that say who they are, and end as the line that is sent says.
PAIR = """
import os, sys, time
from registry.commands import workers
workers.TOO_SOON = float(sys.argv[1])
def work(ready):
    sys.stdout.write(f"{os.getpid()}\\n")
    sys.stdout.flush()
    if len(sys.argv) > 2:
        sys.exit("ikke klar")
    ready()
    while os.getppid() == parent:
        time.sleep(0.05)
parent = os.getpid()
both = workers.Workers(2, work, lambda pid: print("ended", pid, flush=True))
if not both.begin():
    sys.exit(1)
print("ready", flush=True)
sys.exit(both.run())
"""


def settings(folder: Path) -> dict[str, str]:
    return {**os.environ, "REGISTRY_INDEX_DIR": str(folder / "index")}


def read_until(stream: IO[str] | None, word: str) -> list[str]:
    """The lines up to the one in which the word stands."""
    lines = list[str]()
    assert stream
    for line in stream:
        lines.append(line.strip())
        if word in line:
            return lines
    raise AssertionError(lines)


@contextmanager
def serving(folder: Path) -> Iterator[tuple["subprocess.Popen[str]", int]]:
    port = free_port()
    command = [*COMMAND, "serve", "--workers", "2", "--port", str(port)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, env=settings(folder), text=True
    ) as process:
        try:
            read_until(process.stdout, "Stop med Ctrl-C")
            yield process, port
        finally:
            process.terminate()
            code = process.wait(LONG)
    assert code == 0


@contextmanager
def pair(*arguments: str) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-c", PAIR, *arguments]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def are_gone(processes: list[int]) -> bool:
    until = time.monotonic() + LONG
    while time.monotonic() < until:
        if not any(Path(f"/proc/{pid}/exe").exists() for pid in processes):
            return True
        time.sleep(0.05)
    return False


def ask(port: int, numbers: Iterator[int], wrong: list[Any]) -> None:
    for number in numbers:
        path = PATHS[number % len(PATHS)]
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=LONG)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            if answer.status != 200 or not answer.read():
                wrong.append((path, answer.status))
        except (OSError, http.client.HTTPException) as error:
            wrong.append((path, error))
        finally:
            connection.close()


def questions() -> list[str]:
    path = ROOT / "tests" / "relevance" / "queries.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        return [row["query"] for row in csv.DictReader(file, delimiter="\t")][:100]


PATHS = [
    *("/snitflader", "/aftaler", "/readyz"),
    *(f"/soeg?q={quote(text)}" for text in questions()),
    *(f"/api/v1/search?q={quote(text)}" for text in questions()),
]


def test_readers_meet_no_fault_while_the_index_is_made_anew_beside_them(
    installed: Path,
) -> None:
    wrong = list[Any]()
    with serving(installed) as (_, port):
        threads = [
            threading.Thread(
                target=ask, args=(port, iter(range(at, ASKED, CLIENTS)), wrong)
            )
            for at in range(CLIENTS)
        ]
        for thread in threads:
            thread.start()
        times = 0
        while any(thread.is_alive() for thread in threads):
            subprocess.run([*COMMAND, "reindex"], check=True, env=settings(installed))
            times += 1

    assert wrong == []
    assert times >= 1
    documents = WhooshEngine(installed / "index").size()
    assert main(["reindex"]) == 0
    assert WhooshEngine(installed / "index").size() == documents


@pytest.mark.parametrize("number", ["0", "-1", "65"])
def test_a_number_of_processes_that_is_none_is_refused(
    number: str, installed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--workers", number]) == 1

    assert f"--workers {number}: skriv et tal fra 1 til 64" in capsys.readouterr().err


def test_without_a_folder_to_share_several_are_refused(
    installed: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shared_folder.tempfile, "mkdtemp", _fails)
    port = str(free_port())

    assert main(["serve", "--workers", "2", "--port", port]) == 1

    assert "start med --workers 1" in capsys.readouterr().err


def _fails(**_: str) -> None:
    raise FileNotFoundError("no usable folder")


def test_where_processes_cannot_share_an_address_one_answers(
    installed: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(os, "fork")

    assert workers.as_many_as_gain() == 1
    assert main(["serve", "--workers", "2"]) == 1

    assert "Her kan kun én proces svare" in capsys.readouterr().err


def test_one_that_ends_by_itself_is_replaced() -> None:
    with pair("0") as process:
        first, second, _ = read_until(process.stdout, "ready")

        os.kill(int(first), signal.SIGKILL)
        told = read_until(process.stdout, "ended")
        replacing = process.stdout.readline().strip() if process.stdout else ""
        process.send_signal(signal.SIGTERM)

        assert told == [f"ended {first}"]
        assert int(replacing) not in (int(first), int(second))
        assert process.wait(LONG) == 0
        assert are_gone([int(second), int(replacing)])


def test_one_that_ends_at_once_ends_them_all() -> None:
    with pair("1000") as process:
        first, second, _ = read_until(process.stdout, "ready")

        os.kill(int(first), signal.SIGKILL)

        assert process.wait(LONG) == 1
        assert are_gone([int(second)])


def test_they_end_when_the_one_that_began_them_is_gone() -> None:
    with pair("1000") as process:
        first, second, _ = read_until(process.stdout, "ready")

        process.kill()

        assert are_gone([int(first), int(second)])


def test_where_one_cannot_begin_none_does_and_it_says_why() -> None:
    with pair("1000", "forgæves") as process:
        assert process.wait(LONG) == 1
        assert process.stderr
        assert "ikke klar" in process.stderr.read()
