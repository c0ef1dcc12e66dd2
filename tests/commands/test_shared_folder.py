"""A server's folder goes with it; that of one that was killed is cleared by the next,
and that of one that runs never.
"""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from registry.commands import shared_folder

HOLDING = """
import os, sys, time
from registry.commands import shared_folder
with shared_folder.held() as folder:
    (folder / "attempts.sqlite").touch()
    if sys.argv[1:]:
        child = os.fork()
        if child:
            print(child, flush=True)
        else:
            time.sleep(600)
    print(folder, flush=True)
    time.sleep(600)
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files lie, for this test and what it starts."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def other(temporary: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another server, which holds a folder and has a process of its own."""
    command = [sys.executable, "-c", HOLDING, "forked"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        child = int(process.stdout.readline())
        assert Path(process.stdout.readline().strip()).is_dir()
        try:
            yield process
        finally:
            process.kill()
            os.kill(child, signal.SIGKILL)


def test_it_is_its_owner_s_alone_and_goes_with_the_server(temporary: Path) -> None:
    with shared_folder.held() as folder:
        (folder / "attempts.sqlite").touch()
        assert folder.stat().st_mode & 0o777 == 0o700
        assert list(temporary.iterdir()) == [folder]

    assert list(temporary.iterdir()) == []


def test_that_of_a_server_that_runs_is_left_to_it(
    temporary: Path, other: "subprocess.Popen[str]"
) -> None:
    (its,) = temporary.iterdir()

    with shared_folder.held() as folder:
        assert sorted(temporary.iterdir()) == sorted([its, folder])
        assert (its / "attempts.sqlite").exists()


def test_that_of_a_killed_server_stays_while_a_process_of_it_works(
    temporary: Path, other: "subprocess.Popen[str]"
) -> None:
    (its,) = temporary.iterdir()
    other.kill()
    other.wait()

    shared_folder.clear()

    assert (its / "attempts.sqlite").exists()


def test_that_of_a_killed_server_is_cleared_by_the_next(temporary: Path) -> None:
    command = [sys.executable, "-c", HOLDING]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as killed:
        assert killed.stdout is not None
        its = Path(killed.stdout.readline().strip())
        killed.kill()
    assert (its / "attempts.sqlite").exists()

    with shared_folder.held() as folder:
        assert list(temporary.iterdir()) == [folder]


def test_what_only_has_such_a_name_is_left(temporary: Path) -> None:
    (temporary / "snitflader-andet").mkdir()
    (temporary / "snitflader-fil").touch()
    (temporary / "snitflader-link").symlink_to(temporary / "snitflader-andet")

    shared_folder.clear()

    assert len(list(temporary.iterdir())) == 3
