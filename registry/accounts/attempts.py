"""How often signing in may be tried: for each name from each address, the wait grows by
each failure. Nobody's failures make another wait.
"""

import math
import sqlite3
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ipaddress import IPv6Address, ip_address
from pathlib import Path

from registry.accounts.password_turns import PasswordTurns
from registry.errors import TooManyAttempts

FREE = 5  # mistyped passwords, before the first wait
LONGEST_WAIT = 60.0  # seconds; a person waits so long, a list of guesses never ends
FORGOTTEN_AFTER = 900.0
MOST_KEPT = 20_000
LONGEST_NAME = 100
MOST_AT_ONCE = 2  # passwords compared, whoever asks

# Of one name from one address: how many, the last, and from when to try again.
MADE = (
    "CREATE TABLE IF NOT EXISTS failures (name TEXT, network TEXT, times INTEGER, "
    "last REAL, again REAL, PRIMARY KEY (name, network))",
    "CREATE INDEX IF NOT EXISTS oldest ON failures (last)",
)
KNOWN = "SELECT times, last, again FROM failures WHERE name = ? AND network = ?"
KEEP = "INSERT OR REPLACE INTO failures VALUES (?, ?, ?, ?, ?)"
FORGET = "DELETE FROM failures WHERE name = ? AND network = ?"
FORGET_OLD = (
    "DELETE FROM failures WHERE last < ? OR rowid IN "
    "(SELECT rowid FROM failures ORDER BY last DESC, rowid DESC LIMIT -1 OFFSET ?)"
)

Pair = tuple[str, str]


class Attempts:
    """The failures of the last quarter of an hour: of this process, or, with a file, of
    all that have the same one.

    A name that no account has counts like any other, so that nobody learns which there
    are. `at_once`: so many passwords are compared at once by this process.
    """

    def __init__(
        self,
        now: Callable[[], float] = time.monotonic,
        *,
        file: Path | None = None,
        at_once: int = MOST_AT_ONCE,
    ) -> None:
        self._now = now
        self._kept = sqlite3.connect(
            file or ":memory:", isolation_level=None, check_same_thread=False
        )

        # Nothing of it outlives the server.
        self._kept.execute("PRAGMA synchronous = OFF")
        weakref.finalize(self, self._kept.close)

        self._lock = threading.Lock()
        with self._writing() as kept:
            for statement in MADE:
                kept.execute(statement)
        self._turns = PasswordTurns(at_once)

    def begin(self, username: str, address: str) -> None:
        """Count an attempt before it is made, so that those made at once do not slip by
        together. Raises TooManyAttempts, whose `seconds` is how long to wait; one that
        is refused does not count.
        """
        pair, now = _pair(username, address), self._now()
        with self._writing() as kept:
            known = kept.execute(KNOWN, pair).fetchone()
            before, last, again = known or (0, now, now)
            if again > now:
                raise _refusal(again - now)

            times = 1 if now - last > FORGOTTEN_AFTER else before + 1
            kept.execute(KEEP, (*pair, times, now, now + _wait(times)))
            kept.execute(FORGET_OLD, (now - FORGOTTEN_AFTER, MOST_KEPT))

    def succeeded(self, username: str, address: str) -> None:
        """Forget the attempts on the name from the address."""
        with self._writing() as kept:
            kept.execute(FORGET, _pair(username, address))

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """In turn, in this process and among them all."""
        with self._lock:
            self._kept.execute("BEGIN IMMEDIATE")
            try:
                yield self._kept
            finally:
                self._kept.execute("COMMIT")

    @contextmanager
    def turn(self, username: str, address: str) -> Iterator[None]:
        """Compare a password when the address' turn comes; only what is compared counts
        as an attempt. Raises TooManyAttempts where the turn does not come, or where
        there is a wait.

        Nothing is done in it but comparing: others wait meanwhile.
        """
        with self._turns.of(_network(address)):
            self.begin(username, address)
            yield


def _wait(times: int) -> float:
    """How long to wait after so many failures: 2, 4, 8 … seconds."""
    if times < FREE:
        return 0.0
    return min(LONGEST_WAIT, 2.0 ** min(times - FREE + 1, 10))


def _refusal(wait: float) -> TooManyAttempts:
    seconds = max(1, math.ceil(wait))
    unit = "sekund" if seconds == 1 else "sekunder"
    message = f"Der er forsøgt for mange gange. Prøv igen om {seconds} {unit}."
    return TooManyAttempts(message, seconds)


def _pair(username: str, address: str) -> Pair:
    return username.strip().casefold()[:LONGEST_NAME], _network(address)


def _network(address: str) -> str:
    """Whoever has one IPv6 address has the 64 bits below it as well."""
    try:
        ip = ip_address(address)
    except ValueError:
        return address
    return ip.exploded[:19] if isinstance(ip, IPv6Address) else address
