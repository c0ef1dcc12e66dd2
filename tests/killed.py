"""A program that publishes when told, each time in a process of its own that may be killed.

It reads lines of a database's path and a draft's id, answers with the process id of the one that
publishes, and, when that has ended, with its exit status.
"""

import os
import sys

from registry.catalogue import Catalogue
from registry.db import connect
from registry.publishing.acts import perform
from registry.publishing.drafts import read_draft
from tests.publishing.people import GORM


def publish(path: str, draft_id: int) -> None:
    catalogue = Catalogue(connect(f"sqlite:///{path}"))
    seen = read_draft(catalogue, draft_id).fingerprint
    perform(catalogue, draft_id, "offentliggoer", GORM, seen=seen)


def main() -> None:
    for line in sys.stdin:
        path, _, draft_id = line.strip().rpartition(" ")
        child = os.fork()
        if child == 0:
            publish(path, int(draft_id))
            os._exit(0)
        print(child, flush=True)
        print(os.waitpid(child, 0)[1], flush=True)


if __name__ == "__main__":
    main()
