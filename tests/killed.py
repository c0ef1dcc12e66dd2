"""A program that does what it is told, each time in a process of its own that may be
killed.

It reads lines of an act and its arguments, with tabs between; answers with the process
id of the one that does it, and, when that has ended, with its exit status.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from registry import content
from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.exports import issuing
from registry.exports.request import AppendixRequest
from registry.intake import service
from registry.intake.docx import reader
from registry.publishing.acts import perform
from registry.publishing.drafts import read_draft
from registry.search.ask import Asker
from registry.storage import backup
from registry.storage.db import connect
from tests.exports.samples import INVENTED, ON, PUBLIC_URL
from tests.publishing.people import GORM, RITA


def catalogue_in(path: str) -> Catalogue:
    return Catalogue(connect(f"sqlite:///{path}"))


def publish(path: str, draft_id: str) -> None:
    seen = read_draft(catalogue_in(path), int(draft_id)).fingerprint
    perform(catalogue_in(path), int(draft_id), "publish", GORM, seen=seen)


def load(path: str, source: str) -> None:
    content.load(connect(f"sqlite:///{path}"), Path(source))


def reindex(path: str, index: str) -> None:
    Asker(catalogue_in(path), Path(index)).rebuild()


def back_up(path: str, target: str) -> None:
    backup.backup(connect(f"sqlite:///{path}"), Path(target))


def restore(path: str, source: str) -> None:
    backup.restore(connect(f"sqlite:///{path}"), Path(source), replace=True)


def issue(path: str) -> None:
    wanted = AppendixRequest(INVENTED, Moment(ON))
    issuing.issue(catalogue_in(path), wanted, PUBLIC_URL, RITA)


def take_in(path: str, file: str) -> None:
    # How long a file may take says how busy the machine is, not what is left of it.
    reader.LONGEST = 600
    given = Path(file).read_bytes()
    service.take_in_docx(catalogue_in(path), "a.docx", given, service.Wanted(), RITA)


ACTS: dict[str, Callable[..., None]] = {
    act.__name__: act
    for act in (publish, load, reindex, back_up, restore, issue, take_in)
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
