"""From one state of the catalogue to the next: the new one is made ready beside the
old, and then shown whole.

A reader waits for the making of it only where the one before was made within
`PATIENCE`, and no longer than that, unless the old state has been left for so long that
it may not be shown any more.
"""

import logging
import threading
import time
from collections.abc import Callable

from registry.catalogue.snapshot import Snapshot

# A small catalogue is ready in less: then nobody is shown what has just been left. Of a
# large one it would be waited in vain.
PATIENCE = 0.25
# So long a reader waits for a state that must be shown; then the old one is better.
MOST_WAITED = 30.0

log = logging.getLogger(__name__)


class SnapshotSwap:
    """Which state readers are shown, by its fingerprint. `seconds`: how long the last
    whole one is shown after a change; none: the new one is made by who asks first.

    `works` are done with each new state before it is shown.
    """

    def __init__(self) -> None:
        self.seconds = 0.0
        self.works: list[Callable[[Snapshot], object]] = []
        self.current = ""
        self._left_at: float | None = None
        # How long the last new state took to make beside the old, in seconds.
        self._took = 0.0
        self._making: threading.Thread | None = None
        self._turned, self._turns = threading.Condition(), 0

    def shown(self, newest: str, make: Callable[[], str]) -> str:
        """The fingerprint of the state to show, where the database's is `newest`.
        `make` makes the state that the database then has, and tells which it is.
        """
        if newest == self.current:
            return newest
        if not self.seconds or not self.current:
            self.current = make()
            return self.current
        return self._beside(make, self._least_wait())

    def wait(self, newest: str, make: Callable[[], str]) -> None:
        """Have the newest state shown: at most as long as it may be held back."""
        if self.seconds and self.current and newest != self.current:
            self._beside(make, self.seconds)

    def prepare(self, snapshot: Snapshot) -> None:
        """Do the works. One that fails is done by who needs it, and says then why."""
        for work in self.works:
            try:
                work(snapshot)
            except Exception as error:
                log.warning("the new state is not wholly ready: %r", error)

    def _least_wait(self) -> float:
        with self._turned:
            if self._left_at is None:
                self._left_at = time.monotonic()
            left = self._left_at + self.seconds - time.monotonic()
        # Past its time, the old state is not shown, however long the new one takes.
        if left <= PATIENCE:
            return MOST_WAITED
        return PATIENCE if self._took <= PATIENCE else 0.0

    def _beside(self, make: Callable[[], str], seconds: float) -> str:
        with self._turned:
            before = self._turns
            if self._making is None:
                self._making = threading.Thread(
                    target=self._turn, args=(make,), name="snapshot_swap", daemon=True
                )
                self._making.start()
            self._turned.wait_for(lambda: self._turns != before, seconds)
            return self.current

    def _turn(self, make: Callable[[], str]) -> None:
        made, began = self.current, time.monotonic()
        try:
            made = make()
        except Exception as error:
            log.warning("the new state could not be made: %r", error)

        with self._turned:
            self.current, self._making, self._left_at = made, None, None
            self._took = time.monotonic() - began
            self._turns += 1
            self._turned.notify_all()
