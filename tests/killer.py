"""Doing an act in a process of its own and killing it after a while."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


class Killer:
    """Acts of tests/killed.py, begun and killed. `hit`: whether the last was under way
    when it was.
    """

    hit = False

    def __init__(self, program: "subprocess.Popen[str]") -> None:
        self.program = program

    def do(self, act: str, *arguments: object, after: float | None = None) -> float:
        """Do it, killed after so many seconds (None: not at all). Returns how long it
        took.
        """
        assert self.program.stdin is not None
        assert self.program.stdout is not None
        self.program.stdin.write("\t".join([act, *map(str, arguments)]) + "\n")
        self.program.stdin.flush()
        child = int(self.program.stdout.readline())
        begun = time.perf_counter()
        if after is not None:
            time.sleep(after)
            with suppress(ProcessLookupError):  # it was done already
                os.kill(child, signal.SIGKILL)
        status = int(self.program.stdout.readline())
        assert status in (0, signal.SIGKILL), f"{act} failed by itself: {status}"
        self.hit = status == signal.SIGKILL
        return time.perf_counter() - begun


@contextmanager
def a_killer() -> Iterator[Killer]:
    command = [sys.executable, "-m", "tests.killed"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        yield Killer(program)
        assert program.stdin is not None
        program.stdin.close()
