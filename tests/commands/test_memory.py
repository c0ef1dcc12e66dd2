"""Threads share one place that memory is taken from, and what holds itself in memory
is seldom looked for.
"""

import ctypes
import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from registry.commands.main import main
from registry.commands.memory import NEW_THINGS

# How many heaps the C library has when eight threads have held some memory at once.
COUNTED = """
import ctypes, sys, threading
from registry.commands.memory import in_one_arena

if sys.argv[2:]:
    in_one_arena()
library = ctypes.CDLL(None)
together = threading.Barrier(8)

def hold():
    held = [bytes(2000) for _ in range(2000)]
    together.wait()
    del held

threads = [threading.Thread(target=hold) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

library.fopen.restype = ctypes.c_void_p
file = ctypes.c_void_p(library.fopen(sys.argv[1].encode(), b"w"))
library.malloc_info(0, file)
library.fclose(file)
"""

in_one_library = pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "malloc_info"),
    reason="another C library",
)


@in_one_library
@pytest.mark.parametrize("told", [True, False])
def test_threads_share_one_heap_when_told_to(tmp_path: Path, told: bool) -> None:
    words = [str(tmp_path / "info.xml"), *(["one"] if told else [])]
    subprocess.run([sys.executable, "-c", COUNTED, *words], check=True, timeout=60)

    heaps = (tmp_path / "info.xml").read_text(encoding="utf-8").count("<heap nr=")
    assert (heaps == 1) is told


@pytest.fixture
def as_python_has_it() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


@pytest.mark.usefixtures("as_python_has_it")
def test_a_command_looks_seldom_for_what_holds_itself_in_memory(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gc.set_threshold(700, 10, 10)

    assert main(["restore", str(tmp_path / "findes-ikke")]) == 1
    assert gc.get_threshold() == (NEW_THINGS, 10, 10)
    assert "registry: " in capsys.readouterr().err
