"""The folder that the processes of one server share, for as long as it runs.

The server holds a lock in it, which the system lets go when it and all its processes
have ended, however that was: what is not locked belongs to nobody, and is cleared by
the next that starts. So no running server's folder is ever taken from it.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PREFIX = "snitflader-"
# It has this name until it is locked, so that nobody takes it for one that is left.
UNLOCKED = ".snitflader-"
LOCK = "i-brug"


@contextmanager
def held() -> Iterator[Path]:
    """A folder of its own, locked, for its owner alone; it goes with the context.
    Raises OSError.
    """
    clear()
    unlocked = Path(tempfile.mkdtemp(prefix=UNLOCKED))
    lock = os.open(unlocked / LOCK, os.O_CREAT | os.O_RDWR, 0o600)

    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        folder = unlocked.with_name(PREFIX + unlocked.name.removeprefix(UNLOCKED))
        unlocked.rename(folder)

        try:
            yield folder
        finally:
            shutil.rmtree(folder)
    finally:
        os.close(lock)


def clear() -> None:
    """Delete the folders of servers that have ended without doing so."""
    for folder in sorted(Path(tempfile.gettempdir()).glob(f"{PREFIX}*")):
        # Another's, one without a lock, or one that is deleted meanwhile.
        with suppress(OSError):
            _clear(folder)


def _clear(folder: Path) -> None:
    if folder.is_symlink() or folder.stat().st_uid != os.getuid():
        return
    lock = os.open(folder / LOCK, os.O_RDWR | os.O_NOFOLLOW)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(folder)
    finally:
        os.close(lock)
