"""Work in a process of its own: what it takes of memory ends with it, and readers do
not wait.
"""

import ctypes
import os
import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).parent.parent
LONGEST = 120  # seconds; the largest appendix takes a few
STEPS_BACK = 10
# Bytes: what is larger is given back to the machine as soon as it is free.
LARGE = 64 * 1024
M_MMAP_THRESHOLD = -3  # glibc's number of that setting


def run(
    module: str, *arguments: str, given: bytes, longest: float = LONGEST
) -> subprocess.CompletedProcess[bytes]:
    """Run a module of ours: `given` is its standard input; what it answers is kept.

    Raises subprocess.TimeoutExpired after `longest` seconds; the process is then ended.
    """
    # Our own module; what is given goes by standard input.
    return subprocess.run(  # noqa: S603
        [sys.executable, "-m", module, *arguments],
        input=given,
        capture_output=True,
        cwd=HOME,
        timeout=longest,
        check=False,
    )


def stand_back() -> None:
    """Let readers go first where the machine has no core to spare. Windows has no such
    word.
    """
    if hasattr(os, "nice"):
        os.nice(STEPS_BACK)


def give_back() -> None:
    """Give memory that is free back at once: the GNU library otherwise keeps more of it
    the larger the pieces that were freed.
    """
    set_malloc(M_MMAP_THRESHOLD, LARGE)


def set_malloc(option: int, value: int) -> None:
    """Set how the GNU library takes memory: see its mallopt(3). Elsewhere nothing is
    done.
    """
    if sys.platform == "linux" and hasattr(library := ctypes.CDLL(None), "mallopt"):
        library.mallopt(option, value)
