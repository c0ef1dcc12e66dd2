"""Disks that are full or may not be written, for this process and for a while."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NOBODY = 65534

posix = pytest.mark.skipif(os.name == "nt", reason="the limits are POSIX's")


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder that others than its owner can enter, as pytest's own cannot."""
    folder = Path(tempfile.mkdtemp(prefix="katalog-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nothing in the folder can be written, deleted or made; by root neither."""
    paths = [folder, *folder.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    me = os.geteuid()
    if me == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(me)
        for path in paths:
            if path.exists():
                path.chmod(0o755 if path.is_dir() else 0o644)


@contextmanager
def unreadable(path: Path) -> Iterator[None]:
    """Nobody can open the file; root neither."""
    path.chmod(0)
    me = os.geteuid()
    if me == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(me)
        path.chmod(0o600)


@contextmanager
def full_disk() -> Iterator[None]:
    """No file can grow beyond its first block; nothing may be printed meanwhile."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
