"""Several processes at one address. This one answers nobody: it begins the others,
begins another where one ends by itself, and ends them all when it is told to.
"""

import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from typing import Any

from registry.commands.server import STOP_SECONDS
from registry.errors import RegistryError

# One that ends by itself so soon would do so again; in seconds.
TOO_SOON = 10.0
# Each holds the catalogue in memory; more than these are begun when they are asked for.
MOST_UNASKED = 8
# How much longer than the requests the processes have to end.
GRACE = 10
STOPPED_BY = ("SIGTERM", "SIGINT")

Work = Callable[[Callable[[], None]], None]


def as_many_as_gain() -> int:
    """How many processes there are unless more are asked for: one for each core, where
    the system lets them share an address.
    """
    if not hasattr(os, "fork"):
        return 1
    if hasattr(os, "sched_getaffinity"):
        return min(MOST_UNASKED, len(os.sched_getaffinity(0)))
    return min(MOST_UNASKED, os.cpu_count() or 1)


class Workers:
    """Processes that do the same work, which is given what it calls when it is ready
    to. `ended` is told of each that has ended.

    Begun while nothing is open but what they may share, and before any thread is.
    """

    def __init__(self, number: int, work: Work, ended: Callable[[int], None]) -> None:
        self._number, self._work, self._ended = number, work, ended
        self._begun_at: dict[int, float] = {}
        self._stopping, self._failed = False, False

    def begin(self) -> bool:
        """Begin them all, and wait until they are ready. Returns whether they are; the
        one that is not has said why, and all are ended.
        """
        for name in STOPPED_BY:
            signal.signal(getattr(signal, name), self._stop_all)
        signal.signal(signal.SIGALRM, self._kill_all)

        doors = [self._begin_one() for _ in range(self._number)]
        ready = [os.read(door, 1) for door in doors]
        for door in doors:
            os.close(door)
        if all(ready):
            return True
        self._failed = True
        self.stop()
        self.run()
        return False

    def run(self) -> int:
        """Wait until they have been ended. Returns 0, or 1 where one could not be kept
        at work.
        """
        while self._begun_at:
            process, _ = os.wait()
            begun_at = self._begun_at.pop(process, None)
            self._ended(process)
            if self._stopping or begun_at is None:
                continue
            if time.monotonic() - begun_at < TOO_SOON:
                self._failed = True
                self.stop()
            else:
                os.close(self._begin_one())
        return int(self._failed)

    def stop(self) -> None:
        """Tell them to end what is under way, and then to end."""
        self._stopping = True
        signal.alarm(STOP_SECONDS + GRACE)
        for process in self._begun_at:
            os.kill(process, signal.SIGTERM)

    def _begin_one(self) -> int:
        """Begin one. Returns what can be read from as soon as it is ready, or ends."""
        parent = os.getpid()
        read_end, write_end = os.pipe()
        process = os.fork()
        if process:
            os.close(write_end)
            self._begun_at[process] = time.monotonic()
            return read_end

        for name in (*STOPPED_BY, "SIGALRM"):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
        os.close(read_end)
        self._be_one(lambda: _tell(write_end), parent)
        raise AssertionError

    def _be_one(self, ready: Callable[[], None], parent: int) -> None:
        """Never returns: what follows is the other process's to do."""
        code = 1
        try:
            if os.getppid() == parent:
                self._work(ready)
            code = 0
        except RegistryError as error:
            print(f"registry: {error.message}", file=sys.stderr)
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)

    def _stop_all(self, *_: Any) -> None:
        self.stop()

    def _kill_all(self, *_: Any) -> None:
        for process in self._begun_at:
            os.kill(process, signal.SIGKILL)


def _tell(door: int) -> None:
    """Where nobody waits any more, another was not ready."""
    try:
        os.write(door, b".")
    except BrokenPipeError:
        pass
    finally:
        os.close(door)
