"""How far the processes of one server are: each writes down which state its readers are
shown, so that one who has published can wait for them all.
"""

import logging
import os
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from registry.catalogue.queries import Catalogue

# How often a process looks whether something was written, in seconds.
LOOK_AGAIN = 0.1

log = logging.getLogger(__name__)


class ProcessStates:
    """The states shown, a file for each process in a folder of the server's own."""

    def __init__(self, catalogue: Catalogue, folder: Path) -> None:
        self._catalogue, self._folder = catalogue, folder
        self._written = ""
        folder.mkdir(mode=0o700, exist_ok=True)

    def begin(self) -> None:
        """Look from now on what is written, and make each new state before somebody
        asks for it.
        """
        self.look()
        threading.Thread(
            target=self._look_on, name="process_states", daemon=True
        ).start()

    def look(self) -> None:
        """Tell the others which state is shown here now."""
        shown = self._catalogue.shown()
        if shown != self._written:
            file = self._folder / str(os.getpid())
            half = file.with_suffix(".half")
            half.write_text(shown, encoding="utf-8")
            half.replace(file)
            self._written = shown

    def wait(self, until: float) -> bool:
        """Wait until all show what is shown here, never longer than `until` (by
        time.monotonic). Returns whether they do.
        """
        while not self._show_the_same():
            if time.monotonic() > until:
                return False
            time.sleep(LOOK_AGAIN / 4)
        return True

    def _show_the_same(self) -> bool:
        # One that is being made is not waited for: that may take longer than there is.
        shown = self._catalogue.shown_now()
        return all(state == shown for state in self._of_others())

    def _of_others(self) -> Iterator[str]:
        for path in self._folder.iterdir():
            if not path.suffix and path.name != str(os.getpid()):
                with suppress(FileNotFoundError):  # it has just ended
                    yield path.read_text(encoding="utf-8")

    def _look_on(self) -> None:
        while True:
            time.sleep(LOOK_AGAIN)
            try:
                self.look()
            except (OSError, SQLAlchemyError) as error:
                log.warning("the state could not be looked at: %r", error)


def forget(folder: Path, process: int) -> None:
    """Wait no more for a process that has ended."""
    (folder / str(process)).unlink(missing_ok=True)
