"""Work in a process of its own: what goes in, what comes out, and when it is ended."""

import ctypes
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from registry import processes
from registry.processes import (
    HOME,
    LARGE,
    M_MMAP_THRESHOLD,
    STEPS_BACK,
    give_back,
    run,
    stand_back,
)

Write = Callable[[str], str]


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Makes a module of the code given, in a home of the test's own."""
    monkeypatch.setattr(processes, "HOME", tmp_path)

    def write(code: str) -> str:
        (tmp_path / "work.py").write_text(code, encoding="utf-8")
        return "work"

    return write


def test_what_is_given_goes_in_and_what_is_answered_comes_out(module: Write) -> None:
    work = module(
        "import sys\n"
        "sys.stdout.buffer.write(sys.stdin.buffer.read().upper())\n"
        "sys.stderr.write(','.join(sys.argv[1:]))\n"
    )

    done = run(work, "et", "to ord", given=b"\x00abc")

    assert (done.returncode, done.stdout, done.stderr) == (0, b"\x00ABC", b"et,to ord")


def test_it_is_our_own_module_by_the_same_python() -> None:
    done = run("registry.processes", given=b"")

    assert (done.returncode, done.stdout) == (0, b"")
    assert (HOME / "registry" / "processes.py").is_file()


def test_a_process_that_fails_is_an_answer_and_no_error(module: Write) -> None:
    done = run(module("import sys; sys.exit('Det gik galt')"), given=b"")

    assert done.returncode == 1
    assert done.stderr.decode().strip() == "Det gik galt"


def test_a_module_that_is_not_there_is_an_answer_too() -> None:
    done = run("registry.findes_ikke", given=b"")

    assert done.returncode != 0
    assert b"findes_ikke" in done.stderr


def test_one_that_takes_too_long_is_ended(module: Write) -> None:
    work = module("import time\nwhile True:\n    time.sleep(0.1)\n")
    begun = time.monotonic()

    with pytest.raises(subprocess.TimeoutExpired):
        run(work, given=b"", longest=0.5)

    assert time.monotonic() - begun < 30


@pytest.mark.skipif(not hasattr(os, "nice"), reason="the platform has no such word")
def test_a_process_stands_back_for_readers(module: Write) -> None:
    work = module(
        "import os, sys\n"
        f"sys.path.insert(0, {str(HOME)!r})\n"
        "from registry.processes import stand_back\n"
        "before = os.nice(0)\n"
        "stand_back()\n"
        "print(os.nice(0) - before)\n"
    )

    done = run(work, given=b"")

    # Nineteen is as far back as one can stand.
    assert int(done.stdout) == min(STEPS_BACK, 19 - os.nice(0))


def test_without_that_word_nothing_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "nice", raising=False)

    stand_back()


class Library:
    """The machine's library, as far as it is asked for anything."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, int]] = []

    def mallopt(self, option: int, value: int) -> None:
        self.asked.append((option, value))


@pytest.mark.parametrize(
    ("platform", "asked"),
    [("linux", [(M_MMAP_THRESHOLD, LARGE)]), ("darwin", []), ("win32", [])],
)
def test_the_library_is_asked_to_give_large_pieces_back_where_it_can(
    monkeypatch: pytest.MonkeyPatch, platform: str, asked: list[tuple[int, int]]
) -> None:
    library = Library()
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: library)
    monkeypatch.setattr(sys, "platform", platform)

    give_back()

    assert library.asked == asked


def test_a_library_without_that_option_is_asked_for_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_for: list[str] = []

    class Other:
        def __getattr__(self, name: str) -> None:
            looked_for.append(name)
            raise AttributeError(name)

    monkeypatch.setattr(ctypes, "CDLL", lambda _name: Other())
    monkeypatch.setattr(sys, "platform", "linux")

    give_back()

    assert looked_for == ["mallopt"]
