"""What the two benches share: a server of its own to ask, questions to ask it, and the
timings in columns.
"""

import csv
import http.client
import math
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from registry.settings import load_settings

ROOT = Path(__file__).resolve().parent.parent
CONTENT = ROOT / "content"
QUESTION_FILES = ("queries.tsv", "questions.tsv")
SECONDS_TO_START = 600
HEADINGS = ("", "antal", "p50 ms", "p95 ms", "højest ms")


class Served(NamedTuple):
    """A server: the port that it listens at, and its process."""

    port: int
    pid: int


class Timing(NamedTuple):
    """What was measured, and how long each time took, in milliseconds."""

    name: str
    took: list[float]


def questions() -> list[str]:
    """The questions that the relevance is measured by, each once."""
    found: dict[str, None] = {}
    for name in QUESTION_FILES:
        with (ROOT / "tests" / "relevance" / name).open(
            encoding="utf-8", newline=""
        ) as file:
            found.update(
                (row["query"], None) for row in csv.DictReader(file, delimiter="\t")
            )

    longest = load_settings()["MAX_QUESTION_LENGTH"]
    return [question for question in found if len(question) <= longest]


def table(timings: Sequence[Timing]) -> str:
    """The timings in columns: how many, the median, the 95th percentile and the
    slowest.
    """
    lines = [
        f"{HEADINGS[0]:38}" + "".join(f"{heading:>11}" for heading in HEADINGS[1:])
    ]

    for timing in timings:
        ordered = sorted(timing.took)
        numbers = (percentile(ordered, 50), percentile(ordered, 95), ordered[-1])
        figures = "".join(f"{number:11.1f}" for number in numbers)
        lines.append(f"{timing.name:38}{len(ordered):11}{figures}")

    return "\n".join(lines)


def percentile(ordered: Sequence[float], percent: int) -> float:
    """The smallest value that so many percent of the values do not exceed."""
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """What the work returns, and the milliseconds it took."""
    begun = time.perf_counter()
    result = work()
    return result, (time.perf_counter() - begun) * 1000


def server(
    url: str, index: Path, log: Path, workers: int = 1
) -> AbstractContextManager[Served]:
    """The catalogue served by so many processes on a free port."""
    command = [sys.executable, "-m", "registry.commands.main", "serve"]
    settings = {"REGISTRY_DATABASE_URL": url, "REGISTRY_INDEX_DIR": str(index)}
    return served_by(
        [*command, "--workers", str(workers)], settings, log, ready="/readyz"
    )


@contextmanager
def served_by(
    command: Sequence[str], settings: Mapping[str, str], log: Path, *, ready: str
) -> Iterator[Served]:
    """What a command serves on a free port that it is told by `--port`, from when that
    page answers.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])

    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            [*command, "--port", str(port)],
            cwd=ROOT,
            env={**os.environ, **settings},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait(process, port, ready)
            yield Served(port, process.pid)
        finally:
            process.terminate()
            process.wait()


def get(connection: http.client.HTTPConnection, path: str) -> None:
    """Ask for a page and read all of it. Raises RuntimeError for any answer but 200."""
    connection.request("GET", path)
    response = connection.getresponse()
    response.read()
    # A question of the set is never refused: an answer that is none would make the
    # figures lie.
    if response.status != 200:
        raise RuntimeError(f"{path}: {response.status}")


def _wait(process: "subprocess.Popen[bytes]", port: int, page: str) -> None:
    give_up = time.monotonic() + SECONDS_TO_START
    while process.poll() is None and time.monotonic() < give_up:
        try:
            get(http.client.HTTPConnection("127.0.0.1", port, timeout=60), page)
        except (OSError, RuntimeError):
            time.sleep(0.1)
        else:
            return

    raise RuntimeError("Serveren kom ikke i gang.")
