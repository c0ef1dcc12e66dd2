"""What the processes of one server make once for all of them: each piece of work under
a name in a folder that they share, and what came of it for those who ask elsewhere.

Whoever makes it holds its lock, which ends with the process.
"""

import hashlib
import json
import os
import time
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from registry import errors
from registry.errors import NotFound, RegistryError

LOST = "Arbejdet blev afbrudt. Se efter, om det er gjort, før du prøver igen."


class File(NamedTuple):
    """A file to be saved."""

    data: bytes
    media_type: str
    name: str


class Together:
    """The work in one folder. `most`: bytes that are kept; `seconds`: for how long."""

    def __init__(self, folder: Path, most: int, seconds: int) -> None:
        self._folder, self._most, self._seconds = folder, most, seconds
        folder.mkdir(mode=0o700, exist_ok=True)

    def knows(self, key: Hashable) -> bool:
        """Whether some process has begun the work, and it is not yet forgotten."""
        return self._lock_of(key).exists()

    def once(self, key: Hashable, work: Callable[[], Any] | None) -> Any:
        """What the work returns (a File, a number or nothing), here or in another
        process, which is waited for. Raises what the domain refused it with; NotFound
        where there is no work, and nothing came of the other's.
        """
        self._sweep()
        with self._turn(key):
            made = self._made(key)
            if made is None:
                if work is None:
                    raise NotFound(LOST)
                made = _outcome(work)
                self._keep(key, made)

        return _unpacked(made)

    def forget(self, key: Hashable) -> None:
        """Let it be made anew when it is asked for again."""
        for path in (self._done_of(key), self._lock_of(key)):
            path.unlink(missing_ok=True)

    @contextmanager
    def _turn(self, key: Hashable) -> Iterator[None]:
        # Imported here: Windows has none, nor several processes.
        import fcntl

        held = os.open(self._lock_of(key), os.O_CREAT | os.O_WRONLY, 0o600)
        try:
            fcntl.flock(held, fcntl.LOCK_EX)
            yield
        finally:
            os.close(held)

    def _made(self, key: Hashable) -> bytes | None:
        try:
            return self._done_of(key).read_bytes()
        except FileNotFoundError:
            return None

    def _keep(self, key: Hashable, made: bytes) -> None:
        done = self._done_of(key)
        half = done.with_suffix(f".{os.getpid()}")
        half.write_bytes(made)
        half.replace(done)

    def _sweep(self) -> None:
        """The oldest first; the newest stays, however large."""
        held, now = 0, time.time()
        files = [(path, path.stat()) for path in self._folder.glob("*.done")]

        for at, (path, status) in enumerate(
            sorted(files, key=lambda pair: -pair[1].st_mtime)
        ):
            held += status.st_size
            if now - status.st_mtime > self._seconds or (at and held > self._most):
                path.unlink(missing_ok=True)
                path.with_suffix(".lock").unlink(missing_ok=True)

    def _lock_of(self, key: Hashable) -> Path:
        return self._folder / f"{_name(key)}.lock"

    def _done_of(self, key: Hashable) -> Path:
        return self._folder / f"{_name(key)}.done"


def _name(key: Hashable) -> str:
    """The same in every process: what keys are made of says what it is."""
    return hashlib.sha256(repr(key).encode()).hexdigest()[:32]


def _outcome(work: Callable[[], Any]) -> bytes:
    """What came of it, as it is kept: a line that tells, and the file's bytes."""
    try:
        made = work()
    except RegistryError as error:
        if type(error).__init__ is not RegistryError.__init__:
            raise  # it says more than is kept
        refused = {"kind": type(error).__name__, "field": error.field}
        return _packed({**refused, "message": error.message})
    if isinstance(made, File):
        head = {"media_type": made.media_type, "name": made.name}
        return _packed(head, made.data)

    return _packed({"value": made})


def _packed(head: dict[str, Any], data: bytes = b"") -> bytes:
    return json.dumps(head).encode() + b"\n" + data


def _unpacked(made: bytes) -> Any:
    line, _, data = made.partition(b"\n")
    head = json.loads(line)
    if "kind" in head:
        raise getattr(errors, head["kind"])(head["message"], head["field"])
    if "name" in head:
        return File(data, head["media_type"], head["name"])
    return head["value"]
