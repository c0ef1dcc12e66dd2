"""Whose password is compared next: the addresses in turn, since comparing is meant to
be dear.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from registry.errors import TooManyAttempts

# A comparison takes a quarter of a second: time for some addresses before one's own.
PATIENCE = 2.0
BUSY = "Mange forsøger at logge ind lige nu. Prøv igen om et øjeblik."


@dataclass(eq=False)
class Waiting:
    """One who waits."""

    address: str


class PasswordTurns:
    """So many comparisons at once, and one of an address; whoever has had a turn goes
    behind the other addresses. Who sends many attempts waits for themselves alone.
    """

    def __init__(self, at_once: int) -> None:
        self._at_once = at_once
        self._line: list[Waiting] = []
        self._comparing: set[str] = set()
        self._changed = threading.Condition()

    @contextmanager
    def of(self, address: str) -> Iterator[None]:
        """The address' turn. Raises TooManyAttempts where it does not come in time."""
        self._wait(Waiting(address))

        try:
            yield
        finally:
            self._end(address)

    def _wait(self, one: Waiting) -> None:
        with self._changed:
            self._line.append(one)
            try:
                came = self._changed.wait_for(lambda: self._is_next(one), PATIENCE)
            finally:
                self._line.remove(one)
            if came:
                self._comparing.add(one.address)

            # Who stood behind may have come to the front.
            self._changed.notify_all()
        if not came:
            raise TooManyAttempts(BUSY, 1)

    def _is_next(self, one: Waiting) -> bool:
        room = self._at_once - len(self._comparing)
        # The first of each address, in the order of the line.
        fronts: dict[str, Waiting] = {}
        for waiting in self._line:
            if waiting.address not in self._comparing:
                fronts.setdefault(waiting.address, waiting)

        return one in list(fronts.values())[: max(0, room)]

    def _end(self, address: str) -> None:
        with self._changed:
            self._comparing.remove(address)
            self._line.sort(key=lambda waiting: waiting.address == address)
            self._changed.notify_all()
