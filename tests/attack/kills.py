"""Acts killed at any moment: python -m tests.attack.kills --times 1000.

Each has then happened whole, or not at all, and the next start finds a sound catalogue
without anything half made.
"""

import argparse
import os
import random
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Engine
from sqlmodel import func, select

from registry import content
from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.content.startup import clear_halves
from registry.exports.formats import EXPORTS
from registry.models import (
    Account,
    AuditEntry,
    Contribution,
    Edition,
    EditionFile,
    Intake,
    State,
    Version,
)
from registry.publishing import beginning, editing
from registry.publishing.acts import perform
from registry.publishing.drafts import read_draft
from registry.rules.version_content import MAIN, part_digest, part_of
from registry.search.answer import Question
from registry.search.ask import Asker
from registry.storage import backup
from registry.storage.atomic_files import ENDING
from registry.storage.checks import faults
from registry.storage.db import connect, migrate, reading
from tests.exports.samples import ON
from tests.intake.docx_agreement import docx_file
from tests.killer import Killer, a_killer
from tests.publishing.people import GORM, RITA, SIGNED, SLUG, with_accounts

SAMPLE = Path(__file__).resolve().parents[1] / "sample_content"
DATABASE, INDEX, COPY, DOCX = "registry.sqlite", "index", "kopi.sqlite", "a.docx"
DRAFT = 6  # the first after those that are loaded
TAKEN_IN_ROWS = 2
LATE = 1.05


class Deed(NamedTuple):
    """One act to be killed, in a folder of its own each time.

    `prepare`: makes what it begins with. `arguments`: what it is told beside the
    database. `happened`: whether it has, whole; raises AssertionError where only half.
    """

    prepare: Callable[[Path], object]
    arguments: Callable[[Path], tuple[object, ...]]
    happened: Callable[[Path], bool]


class Killed(NamedTuple):
    """What came of one act: how often it was begun, killed under way, and done."""

    begun: int
    hit: int
    done: int


def engine_in(folder: Path) -> Engine:
    return connect(f"sqlite:///{folder / DATABASE}")


def migrated(folder: Path) -> Engine:
    engine = engine_in(folder)
    migrate(engine)
    return engine


def filled(folder: Path) -> Catalogue:
    engine = migrated(folder)
    content.load(engine, SAMPLE)
    with_accounts(engine, RITA, GORM)
    return Catalogue(engine)


def indexed(folder: Path) -> None:
    Asker(filled(folder), folder / INDEX).rebuild()


def approved(folder: Path) -> None:
    """With a draft that lacks only its publication."""
    catalogue = filled(folder)
    draft = beginning.begin_version(catalogue, SLUG, RITA)
    base = part_digest(part_of(read_draft(catalogue, draft).content, MAIN))
    editing.save(catalogue, draft, MAIN, {"title": "Ny titel"}, base, RITA)
    for act, by in (("submit", RITA), ("approve", GORM)):
        seen = read_draft(catalogue, draft).fingerprint
        perform(catalogue, draft, act, by, seen=seen, signed=SIGNED)
    assert draft == DRAFT


def copied(folder: Path) -> None:
    """With a copy from before something was written."""
    catalogue = filled(folder)
    backup.backup(catalogue.engine, folder / COPY)
    beginning.begin_agreement(catalogue, "Kun i den gamle", "", RITA)


def with_a_file(folder: Path) -> None:
    filled(folder)
    (folder / DOCX).write_bytes(docx_file())


# Whether it happened


def is_published(folder: Path) -> bool:
    stored = read_draft(Catalogue(engine_in(folder)), DRAFT)
    with reading(engine_in(folder)) as session:
        events = [entry.event_key for entry in session.exec(select(AuditEntry))]
    published = stored.state is State.PUBLISHED
    assert published or stored.state is State.APPROVED
    assert stored.version.number == (3 if published else None)
    assert events.count("publish") == published
    assert stored.version.fingerprint == stored.fingerprint
    assert len(stored.content.rows) == 3
    return published


def is_loaded(folder: Path) -> bool:
    versions = number_of(folder, Version)
    assert versions in (0, DRAFT - 1)
    assert content.is_empty(engine_in(folder)) is (versions == 0)
    return versions > 0


def is_answered(folder: Path) -> bool:
    """Whichever index there is, whole or none, the next who asks is answered."""
    asker = Asker(Catalogue(engine_in(folder)), folder / INDEX)
    answer = asker.ask(Question("varsling", Moment(ON)))
    assert answer.groups
    return True


def is_copied(folder: Path) -> bool:
    copy = folder / COPY
    assert not copy.exists() or dumped(copy) == dumped(folder / DATABASE)
    return copy.exists()


def is_restored(folder: Path) -> bool:
    now = dumped(folder / DATABASE)
    restored = now == dumped(folder / COPY)
    assert restored or "kun-i-den-gamle" in now
    return restored


def is_issued(folder: Path) -> bool:
    editions, files = number_of(folder, Edition), number_of(folder, EditionFile)
    assert (editions, files) in ((0, 0), (1, len(EXPORTS)))
    return editions == 1


def is_taken_in(folder: Path) -> bool:
    counted = [number_of(folder, table) for table in (Intake, Version, Contribution)]
    before = [0, DRAFT - 1, 0]
    after = [1, DRAFT, TAKEN_IN_ROWS + 1]
    assert counted in (before, after)
    return counted == after


DEEDS: dict[str, Deed] = {
    "publish": Deed(approved, lambda _: (DRAFT,), is_published),
    "load": Deed(migrated, lambda _: (SAMPLE,), is_loaded),
    "reindex": Deed(indexed, lambda at: (at / INDEX,), is_answered),
    "back_up": Deed(filled, lambda at: (at / COPY,), is_copied),
    "restore": Deed(copied, lambda at: (at / COPY,), is_restored),
    "issue": Deed(filled, lambda _: (), is_issued),
    "take_in": Deed(with_a_file, lambda at: (at / DOCX,), is_taken_in),
}


def dumped(path: Path) -> str:
    """Everything a database holds."""
    with closing(sqlite3.connect(path)) as connection:
        return "\n".join(connection.iterdump())


def number_of(
    folder: Path, table: type[Account | Edition | EditionFile | Intake | Version]
) -> int:
    with reading(engine_in(folder)) as session:
        return session.exec(select(func.count()).select_from(table)).one()


def kill(killer: Killer, name: str, times: int, folder: Path, seed: int) -> Killed:
    """Do a deed so many times, killed each time. Raises AssertionError where it was
    half done, or where what is left is not sound.
    """
    deed, template = DEEDS[name], folder / "before"
    template.mkdir()
    deed.prepare(template)
    checked(template).refresh()
    with engine_in(template).connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    chance, lasts, hit, done = random.Random(seed), 0.0, 0, 0
    for number in range(times + 1):
        place = folder / "killed"
        shutil.copytree(template, place)
        # The first is let live, to see how long it takes.
        after = chance.uniform(0, lasts * LATE) if number else None
        told = (place / DATABASE, *deed.arguments(place))
        took = killer.do(name, *told, after=after)
        lasts = lasts or took

        happened = sound(place, deed)
        assert happened or number, f"{name} did nothing"
        hit += killer.hit
        done += happened and number > 0
        shutil.rmtree(place)
    return Killed(times, hit, done)


def sound(folder: Path, deed: Deed) -> bool:
    """What the next start finds. Returns whether the deed was done."""
    engine = engine_in(folder)
    clear_halves(engine)
    assert [path.name for path in folder.iterdir() if ENDING in path.name] == []
    happened = deed.happened(folder)

    asker = checked(folder)
    asker.refresh()
    assert faults(engine, lambda _: asker) == []
    return happened


def checked(folder: Path) -> Asker:
    """Who asks of what is left, by an index of its own."""
    return Asker(Catalogue(engine_in(folder)), folder / "checked")


def main(arguments: Sequence[str] | None = None) -> int:
    """Kill and print. Returns 0 where each act was killed under way; what was half
    done stops it.
    """
    parser = argparse.ArgumentParser(description="Dræb handlinger undervejs.")
    parser.add_argument("--times", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    each, untried = -(-options.times // len(DEEDS)), 0
    with a_killer() as killer:
        for name in DEEDS:
            begun = time.monotonic()
            with tempfile.TemporaryDirectory() as folder:
                told = kill(killer, name, each, Path(folder), options.seed)
            untried += not told.hit
            print(
                f"{name:10} {told.begun} begyndt, {told.hit} dræbt undervejs, "
                f"{told.done} nåede at ske, 0 halve ({time.monotonic() - begun:.0f} s)",
                flush=True,
            )
    if untried:
        print(f"{untried} handlinger blev aldrig ramt undervejs: intet er vist om dem")
    return int(untried > 0)


if __name__ == "__main__":
    if not hasattr(os, "fork"):
        sys.exit("Processer kan ikke dræbes sådan på denne maskine.")
    sys.exit(main())
