"""A program that does what it is told, each time in a process of its own that may be killed.

It reads lines of an act and its arguments, with tabs between; answers with the process id of the
one that does it, and, when that has ended, with its exit status.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from registry import backup
from registry.catalogue import Catalogue
from registry.db import connect
from registry.publishing.acts import perform
from registry.publishing.drafts import read_draft
from tests.publishing.people import GORM


def publish(path: str, draft_id: str) -> None:
    catalogue = Catalogue(connect(f"sqlite:///{path}"))
    seen = read_draft(catalogue, int(draft_id)).fingerprint
    perform(catalogue, int(draft_id), "offentliggoer", GORM, seen=seen)


def back_up(path: str, target: str) -> None:
    backup.backup(connect(f"sqlite:///{path}"), Path(target))


def restore(path: str, source: str) -> None:
    backup.restore(connect(f"sqlite:///{path}"), Path(source), replace=True)


ACTS: dict[str, Callable[..., None]] = {
    "publish": publish,
    "back_up": back_up,
    "restore": restore,
}


def main() -> None:
    for line in sys.stdin:
        act, *arguments = line.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            ACTS[act](*arguments)
            os._exit(0)
        print(child, flush=True)
        print(os.waitpid(child, 0)[1], flush=True)


if __name__ == "__main__":
    main()
