"""Files under way: each has a name of its own beside the one it is to have, and what a
killed command left is cleared at the next start.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from registry.errors import BadInput

ENDING = "delvis"
NAME = re.compile(rf"\..+\.(?P<process>[0-9]+)\.{ENDING}(-wal|-shm|-journal)?")


def beside(target: Path) -> Path:
    """A name that is nobody else's, in the same folder, so that a rename is all or
    nothing.
    """
    return target.with_name(f".{target.name}.{os.getpid()}.{ENDING}")


def write_whole(target: Path, data: bytes) -> None:
    """Write a file whole or not at all; what stood there is replaced. Raises OSError.

    What is no file, as the way to another program, is written to.
    """
    if target.exists() and not target.is_file():
        target.write_bytes(data)
        return

    clear(target.parent)
    partial = beside(target)
    try:
        partial.write_bytes(data)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def write_asked_for(target: Path, data: bytes, option: str) -> None:
    """The same for a file that a command was asked for. Raises BadInput naming the
    option.
    """
    try:
        write_whole(target, data)
    except OSError as error:
        raise BadInput(
            f"Kan ikke skrive til {target}. Findes mappen, og må du skrive der?", option
        ) from error


def clear(folder: Path) -> list[Path]:
    """Delete what processes that are no more left half made. Returns what was
    deleted.
    """
    cleared = []
    for path in _abandoned(folder):
        try:
            path.unlink()
        except OSError:
            continue  # someone has it open, or the disk cannot be written
        cleared.append(path)
    return cleared


def _abandoned(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.glob(f".*.{ENDING}*")):
        match = NAME.fullmatch(path.name)
        if match and not _is_working(int(match["process"])):
            yield path


def _is_working(process: int) -> bool:
    """Whether another process of that number lives. Ours has just begun, so what bears
    its number is of one before it. Windows holds what is open against deleting.
    """
    if process == os.getpid() or os.name == "nt":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True

    return True
