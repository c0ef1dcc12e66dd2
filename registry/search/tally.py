"""Counts that are kept in memory and written a while after, outside of any reading: an
answer never waits for those who write in the database, nor needs that it can be written
in.
"""

import logging
import threading
from collections import Counter
from collections.abc import Hashable, Mapping
from typing import ClassVar, Generic, TypeVar

from sqlalchemy.exc import SQLAlchemyError

K = TypeVar("K", bound=Hashable)
# So many different things are kept until they are written; more are not remembered.
MOST = 2000

log = logging.getLogger(__name__)


class Tally(Generic[K]):
    """What is still to be written. Where it cannot be, it is lost, and the log says
    so.
    """

    what: ClassVar[str]
    seconds: ClassVar[float] = 60.0

    def __init__(self) -> None:
        self._counted: Counter[K] = Counter()
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None

    def keep(self, counted: Mapping[K, int]) -> None:
        """Add the counts to those that are stored."""
        raise NotImplementedError

    def add(self, key: K) -> None:
        """Count it once more; written `seconds` after the first one."""
        with self._lock:
            if key in self._counted or len(self._counted) < MOST:
                self._counted[key] += 1
            if self._timer is None:
                self._timer = threading.Timer(self.seconds, self.write)
                self._timer.daemon = True
                self._timer.start()

    def write(self) -> None:
        """Write what was counted, now."""
        with self._lock:
            counted, self._counted = self._counted, Counter()
            if self._timer is not None:
                self._timer.cancel()
            self._timer = None

        if counted:
            try:
                self.keep(counted)
            except SQLAlchemyError as error:
                log.warning(
                    "%s could not be kept (%s)", self.what, type(error).__name__
                )
