"""How often signing in may be tried: for each name from each address, the wait grows by
each failure. Nobody's failures make another wait.
"""

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ipaddress import IPv6Address, ip_address
from typing import NamedTuple

from registry.errors import TooManyAttempts

FREE = 5  # mistyped passwords, before the first wait
LONGEST_WAIT = 60.0  # seconds; a person waits so long, a list of guesses never ends
FORGOTTEN_AFTER = 900.0
MOST_KEPT = 20_000
LONGEST_NAME = 100
# Comparing a password is meant to be dear; so many are compared at once, whoever asks.
MOST_AT_ONCE = 2
PATIENCE = 0.2
BUSY = "Mange forsøger at logge ind lige nu. Prøv igen om et øjeblik."

Pair = tuple[str, str]


class _Failures(NamedTuple):
    """Of one name from one address: how many, the last, and from when to try again."""

    times: int
    last: float
    again: float


class Attempts:
    """The failures of the last quarter of an hour, kept by the process for itself.

    A name that no account has counts like any other, so that nobody learns which there
    are.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._failures: OrderedDict[Pair, _Failures] = OrderedDict()
        self._lock = threading.Lock()
        self._turns = threading.BoundedSemaphore(MOST_AT_ONCE)

    def begin(self, username: str, address: str) -> None:
        """Count an attempt before it is made, so that those made at once do not slip by
        together. Raises TooManyAttempts, whose `seconds` is how long to wait; one that
        is refused does not count.
        """
        pair, now = _pair(username, address), self._now()
        with self._lock:
            before = self._failures.get(pair)
            if before and before.again > now:
                raise _refusal(before.again - now)

            fresh = before is None or now - before.last > FORGOTTEN_AFTER
            times = 1 if before is None or fresh else before.times + 1
            self._failures[pair] = _Failures(times, now, now + _wait(times))
            self._failures.move_to_end(pair)
            while len(self._failures) > MOST_KEPT:
                self._failures.popitem(last=False)

    def succeeded(self, username: str, address: str) -> None:
        """Forget the attempts on the name from the address."""
        with self._lock:
            self._failures.pop(_pair(username, address), None)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Compare a password in turn. Raises TooManyAttempts where too many do."""
        if not self._turns.acquire(timeout=PATIENCE):
            raise TooManyAttempts(BUSY, 1)
        try:
            yield
        finally:
            self._turns.release()


def _wait(times: int) -> float:
    """How long to wait after so many failures: 2, 4, 8 … seconds."""
    if times < FREE:
        return 0.0
    return min(LONGEST_WAIT, 2.0 ** min(times - FREE + 1, 10))


def _refusal(wait: float) -> TooManyAttempts:
    seconds = max(1, math.ceil(wait))
    unit = "sekund" if seconds == 1 else "sekunder"
    told = f"Der er forsøgt for mange gange. Prøv igen om {seconds} {unit}."
    return TooManyAttempts(told, seconds)


def _pair(username: str, address: str) -> Pair:
    return username.strip().casefold()[:LONGEST_NAME], _network(address)


def _network(address: str) -> str:
    """Whoever has one IPv6 address has the 64 bits below it as well."""
    try:
        ip = ip_address(address)
    except ValueError:
        return address
    return ip.exploded[:19] if isinstance(ip, IPv6Address) else address
