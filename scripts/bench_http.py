"""What readers wait for over HTTP: by some clients at once, wall clock and the server's
CPU, and how many kilobytes they are sent.
"""

import http.client
import os
import threading
import time
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

from measuring import percentile

TIMEOUT = 300
HEADINGS = ("", "klienter", "antal", "p50 ms", "p95 ms", "p99 ms", "pr. s", "CPU", "kB")


class Load(NamedTuple):
    """What some clients met on one kind of page. `cpu`: milliseconds of the server's
    for each answer; `size`: the largest answer, in kilobytes, uncompressed.
    """

    name: str
    clients: int
    took: list[float]
    seconds: float
    cpu: float
    size: float

    def __str__(self) -> str:
        ordered = sorted(self.took)
        waits = [percentile(ordered, percent) for percent in (50, 95, 99)]
        rate = len(ordered) / self.seconds
        figures = (*waits, rate, self.cpu, self.size)
        counts = f"{self.clients:9}{len(ordered):9}"
        return f"{self.name:28}{counts}" + "".join(f"{x:9.1f}" for x in figures)


def headings() -> str:
    return f"{HEADINGS[0]:28}" + "".join(f"{name:>9}" for name in HEADINGS[1:])


def load(
    name: str, port: int, pid: int, paths: Sequence[str], *, clients: int, most: int
) -> Load:
    """So many clients ask for the paths in turn, no path twice before all have been:
    what the server keeps of 128 answers never answers, where there are more paths.

    Raises RuntimeError for any answer but 200.
    """
    waiting, took = Shared(islice(cycle(paths), most)), list[tuple[float, int]]()
    failed: list[Exception] = []
    threads = [
        threading.Thread(target=_ask, args=(port, waiting, took, failed))
        for _ in range(clients)
    ]

    before, began = cpu_seconds(pid), time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds, used = time.perf_counter() - began, cpu_seconds(pid) - before

    if failed:
        raise failed[0]
    size = max(size for _, size in took) / 1000
    times = [ms for ms, _ in took]
    return Load(name, clients, times, seconds, used * 1000 / len(took), size)


class Shared:
    """The paths that are left, for all clients together."""

    def __init__(self, paths: Iterator[str]) -> None:
        self._paths, self._lock = paths, threading.Lock()

    def take(self) -> str | None:
        with self._lock:
            return next(self._paths, None)


def _ask(
    port: int,
    waiting: Shared,
    took: list[tuple[float, int]],
    failed: list[Exception],
) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)
    try:
        while (path := waiting.take()) is not None and not failed:
            began = time.perf_counter()
            connection.request("GET", path)
            response = connection.getresponse()
            size = len(response.read())
            took.append(((time.perf_counter() - began) * 1000, size))
            if response.status != 200:
                raise RuntimeError(f"{path}: {response.status}")
    except (OSError, http.client.HTTPException, RuntimeError) as error:
        failed.append(error)
    finally:
        connection.close()


def cpu_seconds(pid: int) -> float:
    """The CPU that a process and those it began have used; not a number where the
    system does not tell.
    """
    return sum(map(_cpu_seconds, (pid, *_begun_by(pid))))


def _begun_by(pid: int) -> list[int]:
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [int(child) for child in text.split()]


def _cpu_seconds(pid: int) -> float:
    try:
        text = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return float("nan")
    fields = text.rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def megabytes(pid: int) -> float:
    """The memory that a process and those it began hold now, where they share it
    counted for each; not a number where nothing tells.
    """
    return sum(map(_megabytes, (pid, *_begun_by(pid))))


def _megabytes(pid: int) -> float:
    try:
        text = Path(f"/proc/{pid}/status").read_text(encoding="utf-8", errors="replace")
        held = next(line for line in text.splitlines() if line.startswith("VmRSS"))
    except (OSError, StopIteration):
        return float("nan")
    return int(held.split()[1]) / 1000
