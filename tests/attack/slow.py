"""Many who take their answer slowly, while one reader asks: python -m
tests.attack.slow --connections 560.

Each asks for what is large and takes `--pace` bytes of it in a second; who is cut off
comes back at once.
"""

import argparse
import resource
import selectors
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from statistics import median

from tests.attack.target import Target, started

CONNECTIONS, SECONDS, PACE = 560, 60.0, 400
LATE = 5.0  # seconds; no answer is promised to take longer
LARGE = "/static/vendor/pyodide/pyodide.asm.wasm"
ASKED = "/om"
ADDRESS = "127.0.2.1"
UNHEARD_AFTER = 1.0
# Who asks for more than forty answers at once is refused the rest.
AT_ONCE = 20
EVERY = 0.5  # seconds between the reader's questions, and between bites


@dataclass
class Met:
    """What the reader met, and how often one of the slow came back."""

    took: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    begun: int = 0
    memory: float = 0.0

    @property
    def faults(self) -> list[str]:
        """Answers that did not come or came late, and that nothing was tried."""
        late = [f"{took:.1f} s" for took in self.took if took > LATE]
        untried = [] if self.took and self.begun else ["intet blev prøvet"]
        return [*self.errors, *late, *untried]

    def __str__(self) -> str:
        ordered = sorted(self.took) or [0.0]
        return (
            f"{len(self.took)} svar imens: i midten {median(ordered):.2f} s, længst "
            f"{ordered[-1]:.2f} s; {self.begun} langsomme forbindelser, højst "
            f"{self.memory:.0f} MB; fejl {len(self.errors)} {self.errors[:3]}"
        )


class Slow(threading.Thread):
    """All who take their answer slowly, from one address."""

    def __init__(self, target: Target, connections: int, pace: int, met: Met) -> None:
        super().__init__(daemon=True)
        self.target, self.connections, self.met = target, connections, met
        self.bite = max(1, int(pace * EVERY))
        self.host = f"127.0.0.1:{target.port}"
        self.ended = threading.Event()

    def run(self) -> None:
        with selectors.DefaultSelector() as selector:
            while not self.ended.is_set():
                missing = self.connections - len(selector.get_map())
                for _ in range(min(missing, AT_ONCE)):
                    selector.register(self._begun(), selectors.EVENT_READ)
                for key, _ in selector.select(0):
                    self._bite(selector, key.fileobj)
                self.ended.wait(EVERY)
            for key in list(selector.get_map().values()):
                key.fileobj.close()  # type: ignore[union-attr]

    def _begun(self) -> socket.socket:
        held = socket.socket()
        held.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        held.bind((ADDRESS, 0))
        held.settimeout(UNHEARD_AFTER)
        with suppress(OSError):  # at the door nobody is let in: it is tried again
            held.connect(("127.0.0.1", self.target.port))
            held.sendall(f"GET {LARGE} HTTP/1.1\r\nHost: {self.host}\r\n\r\n".encode())
            self.met.begun += 1
        held.setblocking(False)
        return held

    def _bite(self, selector: selectors.BaseSelector, held: object) -> None:
        assert isinstance(held, socket.socket)
        try:
            if held.recv(self.bite):
                return
        except OSError:
            pass  # cut off
        selector.unregister(held)
        held.close()


def slow(
    target: Target,
    seconds: float,
    connections: int = CONNECTIONS,
    pace: int = PACE,
) -> Met:
    """The slow ones for so long, and one who reads meanwhile. Returns what was met."""
    met = Met()
    attack = Slow(target, connections, pace, met)
    attack.start()
    time.sleep(EVERY * connections / AT_ONCE)

    until = time.monotonic() + seconds
    while time.monotonic() < until:
        _ask(target, met)
        met.memory = max(met.memory, target.memory)
        time.sleep(EVERY)
    attack.ended.set()
    attack.join(60)

    return met


def _ask(target: Target, met: Met) -> None:
    """One question over a connection of its own, as one who comes just now."""
    begun = time.monotonic()
    with closing(HTTPConnection("127.0.0.1", target.port, LATE * 2)) as connection:
        try:
            connection.request("GET", ASKED)
            answer = connection.getresponse()
            answer.read()
        except (HTTPException, OSError) as error:
            met.errors.append(repr(error))
            return
    met.took.append(time.monotonic() - begun)
    if answer.status != 200:
        met.errors.append(str(answer.status))


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns 1 where an answer did not come, or came late."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--connections", type=int, default=CONNECTIONS)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--pace", type=int, default=PACE)
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args(arguments)

    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with tempfile.TemporaryDirectory() as folder:
        with started(Path(folder), workers=options.workers) as target:
            met = slow(target, options.seconds, options.connections, options.pace)
        print(met)

    return int(bool(met.faults))


if __name__ == "__main__":
    sys.exit(main())
