"""Many readers while texts are published: python -m tests.attack.crowd --minutes 10.

Every publication says its number in each part of the text. A page, or an answer, that
says two numbers is torn; one that says an earlier number than the reader has seen goes
back in time.
"""

import argparse
import json
import re
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from itertools import count, cycle, islice
from pathlib import Path
from statistics import median

from sqlmodel import col, select

from registry.catalogue.queries import Catalogue
from registry.models import Agreement, Version
from registry.publishing import beginning, editing
from registry.publishing.acts import perform
from registry.publishing.drafts import read_draft
from registry.rules.version_content import MAIN, part_digest, part_of
from registry.search.ask import Asker
from registry.storage.checks import faults
from registry.storage.db import reading
from tests.attack.target import Target, started
from tests.publishing.people import GORM, RITA, SIGNED, with_accounts

READERS, EVERY = 32, 2.0
# MB of all processes: to begin with, and for each version, since all of them are kept.
WARMING, FOR_EACH = 32.0, 0.5
THINKS = 1.0  # seconds between a reader's pages
SAMPLE = Path(__file__).resolve().parents[1] / "sample_content"
SLUG, ROW = "proeve-udskrivning", "varsel-boern"
# Where an answer tells of the versions before.
HISTORY = '"versions"'
MARK = re.compile(r"omgang (\d{5})")
PATHS = (
    f"/aftaler/{SLUG}",
    f"/api/v1/agreements/{SLUG}",
    "/soeg?q=omgang",
    "/api/v1/search?q=omgang",
    f"/snitflader?aftale={SLUG}",
    f"/api/v1/snitflader?agreement={SLUG}",
    f"/snitflader/{SLUG}.{ROW}",
    "/aftaler",
    "/",
    "/readyz",
)
PARTS = ("title", "summary", "economics", "division_of_responsibility")


@dataclass
class Seen:
    """What the readers met."""

    took: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    torn: list[str] = field(default_factory=list)
    back: list[str] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    stopped: list[str] = field(default_factory=list)
    marked: int = 0
    published: int = 0
    late: float = 0.0

    @property
    def faults(self) -> list[str]:
        """All that may not happen, and that nothing was seen at all."""
        found = [*self.errors, *self.torn, *self.back, *self.stopped]
        if not self.marked:
            found.append("ingen læser så en omgang")
        if self.growth > self.may_grow:
            found.append(
                f"hukommelsen voksede {self.growth:.0f} MB, højst {self.may_grow:.0f}"
            )
        return found

    @property
    def growth(self) -> float:
        """How much more memory was held in the last tenth than in the second, in
        MB.
        """
        if len(self.memory) < 2:
            return 0.0
        tenth = self._tenth
        return median(self.memory[-tenth:]) - median(self.memory[tenth : 2 * tenth])

    @property
    def may_grow(self) -> float:
        """How much more they may hold by the versions in between."""
        return WARMING + FOR_EACH * (len(self.memory) - 2 * self._tenth)

    @property
    def _tenth(self) -> int:
        return max(1, len(self.memory) // 10)

    def __str__(self) -> str:
        ordered = sorted(self.took)
        worst = "".join(f"\n  {fault}" for fault in self.faults[:10])
        return (
            f"{len(ordered)} svar, {self.published} offentliggørelser (længst "
            f"{self.late:.1f} s mellem to), {self.marked} svar med omgang\n"
            f"i midten {median(ordered):.2f} s, 95 af 100 under "
            f"{ordered[len(ordered) * 95 // 100]:.2f} s, længst {ordered[-1]:.2f} s\n"
            f"fejl {len(self.errors)}, revne {len(self.torn)}, tilbage i tiden "
            f"{len(self.back)}\nhukommelse {self.memory[0]:.0f}-{max(self.memory):.0f} "
            f"MB, vækst {self.growth:.0f} MB (højst {self.may_grow:.0f}){worst}"
        )


class Reader(threading.Thread):
    """One who reads page after page, from an address of their own."""

    def __init__(
        self, number: int, target: Target, seen: Seen, ended: threading.Event
    ) -> None:
        super().__init__(daemon=True)
        self.number, self.seen, self.ended, self.newest = number, seen, ended, 0
        self.is_done = False
        source = (f"127.0.1.{number + 1}", 0)
        self.connection = HTTPConnection(
            "127.0.0.1", target.port, 60, source_address=source
        )

    def run(self) -> None:
        with closing(self.connection):
            self._read()
        self.is_done = True

    def _read(self) -> None:
        for path in islice(cycle(PATHS), self.number, None):
            if self.ended.wait(THINKS):
                return
            begun = time.monotonic()
            try:
                self.connection.request("GET", path)
                answer = self.connection.getresponse()
                text = answer.read().decode()
            except (HTTPException, OSError) as error:
                self.seen.errors.append(f"{path}: {error!r}")
                self.connection.close()
                continue
            self.seen.took.append(time.monotonic() - begun)
            if answer.status != 200:
                self.seen.errors.append(f"{path}: {answer.status} {text[:200]}")
            self._look(path, text)

    def _look(self, path: str, text: str) -> None:
        if HISTORY in text:
            text = str({**json.loads(text), HISTORY.strip('"'): None})
        marks = {int(mark) for mark in MARK.findall(text)}
        self.seen.marked += bool(marks)
        if len(marks) > 1:
            self.seen.torn.append(f"{path}: {sorted(marks)}")
        if marks and min(marks) < self.newest:
            self.seen.back.append(f"{path}: {sorted(marks)} efter {self.newest}")
        self.newest = max(self.newest, *marks, 0)


def publish(catalogue: Catalogue, number: int) -> None:
    """The next version, whose every part says its number."""
    said = f"omgang {number:05}"
    body = f"## Udskrivning\n\nPrøve i {said}.\n\n## Efter udskrivning\n\nSom i {said}."
    draft = beginning.begin_version(catalogue, SLUG, RITA)
    for part, values in (
        (MAIN, {**dict.fromkeys(PARTS, f"Prøve i {said}."), "body": body}),
        (ROW, {"task": f"Varsle i {said}", "example": f"Som i {said}"}),
    ):
        base = part_digest(part_of(read_draft(catalogue, draft).content, part))
        editing.save(catalogue, draft, part, values, base, RITA)
    seen = read_draft(catalogue, draft).fingerprint
    for act, by in (("submit", RITA), ("approve", GORM), ("publish", GORM)):
        perform(catalogue, draft, act, by, seen=seen, signed=SIGNED)


def crowd(
    target: Target,
    seconds: float,
    readers: int = READERS,
    told: Callable[[str], None] = lambda _: None,
) -> Seen:
    """Readers and publications for so long. Returns what was met."""
    seen, ended, catalogue = Seen(), threading.Event(), Catalogue(target.engine)
    with_accounts(target.engine, RITA, GORM)
    numbers = count(1)
    publish(catalogue, next(numbers))
    threads = [Reader(number, target, seen, ended) for number in range(readers)]
    for thread in threads:
        thread.start()

    begun = last = time.monotonic()
    while time.monotonic() < begun + seconds:
        publish(catalogue, next(numbers))
        seen.published += 1
        seen.memory.append(target.memory)
        now = time.monotonic()
        seen.late, last = max(seen.late, now - last), now
        time.sleep(max(0.0, begun + seen.published * EVERY - time.monotonic()))
        if seen.published % 30 == 0:
            told(f"{now - begun:.0f} s: {seen.memory[-1]:.0f} MB")

    ended.set()
    for thread in threads:
        thread.join()
    seen.stopped += stopped_early(threads)
    return seen


def stopped_early(readers: Sequence[Reader]) -> list[str]:
    """Those whom an error of their own took out: they have read nothing since."""
    return [
        f"læser {reader.number} standsede før tid"
        for reader in readers
        if not reader.is_done
    ]


def versions_of(target: Target) -> list[str]:
    """The titles of the agreement's published versions, oldest first."""
    with reading(target.engine) as session:
        titles = session.exec(
            select(Version.title)
            .join(Agreement, col(Agreement.id) == col(Version.agreement_id))
            .where(Agreement.slug == SLUG, Version.state == "published")
            .order_by(col(Version.number))
        )
        return list(titles)


def unsound(target: Target) -> list[str]:
    """What `registry check` says of it."""
    asker = Asker(Catalogue(target.engine), target.folder / "checked")
    asker.refresh()
    return faults(target.engine, lambda _: asker)


def main(arguments: Sequence[str] | None = None) -> int:
    """Read and publish, and print. Returns 0 where nothing gave way."""
    parser = argparse.ArgumentParser(description="Læs, mens der offentliggøres.")
    parser.add_argument("--minutes", type=float, default=10)
    options = parser.parse_args(arguments)
    with (
        tempfile.TemporaryDirectory() as folder,
        started(Path(folder), SAMPLE) as target,
    ):
        told = crowd(target, options.minutes * 60, told=print)
        wrong = unsound(target)
        print(told)

    for fault in wrong:
        print(f"registry check: {fault}")
    return int(bool(told.faults or wrong))


if __name__ == "__main__":
    sys.exit(main())
