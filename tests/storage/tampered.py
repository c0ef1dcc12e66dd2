"""An installation in use, and the hand that alters it behind the catalogue's back: a
plain SQLite connection, without foreign keys, that may take triggers away and put them
back as they were.
"""

import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from pathlib import Path

from sqlalchemy import Engine, func
from sqlmodel import Session, col, select

from registry import content
from registry.catalogue.queries import Catalogue
from registry.models import AuditEntry, Edition, Seal
from registry.publishing import beginning, editing
from registry.publishing.acts import perform
from registry.publishing.drafts import read_draft
from registry.records import adoptions, proposals
from registry.records.adoption_lines import Decided
from registry.search.ask import Asker
from registry.storage import audit, editions, seals
from registry.storage.checks import faults
from registry.storage.db import connect, migrate, transaction
from registry.storage.hashes import sha256
from tests.conftest import NOW
from tests.publishing.people import EVERYBODY, GORM, RITA, SIGNED, SLUG, with_accounts

LOCAL, OLD = "proeve-lokal", "proeve-gammel"
TO_APPROVAL = (("submit", RITA), ("approve", GORM))
TRIGGERS_AS_THEY_ARE = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"


def copy_of(installation: Path, to: Path) -> Path:
    """The database of a copy of an installation's folder."""
    return Path(shutil.copytree(installation, to, dirs_exist_ok=True)) / (
        "registry.sqlite"
    )


def found(engine: Engine, path: Path) -> list[str]:
    """What `registry check` says of the database there."""
    return faults(engine, lambda on: Asker(Catalogue(on), path.parent / "index"))


def in_use(folder: Path, source: Path) -> Path:
    """A catalogue in which people have worked: accounts, a publication (version 6), a
    text sent for adoption (7) and adopted, an ending, a proposal that waits, an issued
    appendix, a draft (8).
    """
    path = folder / "registry.sqlite"
    engine = connect(f"sqlite:///{path}")
    migrate(engine)
    content.load(engine, source)
    catalogue = Catalogue(engine)

    with_accounts(engine, *EVERYBODY)
    _published(catalogue)
    _adopted(catalogue)
    _ended(catalogue)
    _issued(engine)
    beginning.begin_agreement(catalogue, "Helt ny aftale", "", RITA)

    Asker(catalogue, folder / "index").rebuild()
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return path


def _published(catalogue: Catalogue) -> None:
    draft = beginning.begin_version(catalogue, SLUG, RITA)
    editing.add_row(catalogue, draft, {"task": "Ringe til vagten"}, RITA)
    key = editing.add_row(catalogue, draft, {"task": "Skrive et brev"}, RITA)
    editing.remove_row(catalogue, draft, key, RITA)
    key = editing.add_row(catalogue, draft, {"task": "Skrive et kort"}, RITA)
    editing.move_row(catalogue, draft, key, -1, RITA)
    editing.remove_row(catalogue, draft, "ringe-til-vagten", RITA)
    editing.remove_row(catalogue, draft, key, RITA)
    _perform(catalogue, draft, *TO_APPROVAL, ("publish", GORM))


def _adopted(catalogue: Catalogue) -> None:
    draft = beginning.begin_version(catalogue, SLUG, RITA)
    _perform(catalogue, draft, *TO_APPROVAL, ("send-for-adoption", RITA))
    decided = Decided("nordby", "vedtaget", date(2026, 11, 1), "Møde 8", 1)
    adoptions.adopt(catalogue, draft, [decided], RITA)


def _ended(catalogue: Catalogue) -> None:
    ending = {
        "agreement": OLD,
        "effective_on": date(2026, 11, 1),
        "reason": "Afløst",
        "source": "Brev",
    }
    number = proposals.propose(catalogue, "ending", [ending], RITA)
    proposals.confirm(catalogue, number, GORM)
    waiting = {**ending, "agreement": LOCAL}
    proposals.propose(catalogue, "ending", [waiting], RITA)


def _issued(engine: Engine) -> None:
    files = [editions.new_file("md", "Markdown", "a.md", "text/markdown", b"# A")]
    edition = Edition(
        health_agreement="sundhedsaftale-2024-2027",
        title="Appendiks",
        as_of=date(2026, 11, 1),
        at=NOW,
        issued_by="rita",
        parameters="",
        continued=1,
        unsettled=0,
        undecided=0,
        fingerprint=sha256(b"1"),
        hash=editions.hash_of(files),
    )
    editions.store(engine, edition, files)


def _perform(catalogue: Catalogue, draft: int, *acts: tuple[str, object]) -> None:
    seen = read_draft(catalogue, draft).fingerprint
    for key, by in acts:
        perform(catalogue, draft, key, by, seen=seen, signed=SIGNED)


def alter(path: Path, statements: Iterable[str], *, lifted: bool = False) -> None:
    """Run the statements as an outsider would. `lifted`: with every trigger taken away
    first, and put back word for word. Raises sqlite3.IntegrityError where the database
    refuses.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA recursive_triggers = OFF")
        connection.execute("PRAGMA synchronous = OFF")  # it is thrown away
        triggers = connection.execute(TRIGGERS_AS_THEY_ARE).fetchall() if lifted else []

        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _, written in triggers:
            connection.execute(written)


def make_anew(path: Path) -> None:
    """Make seals and chain anew, so that they fit what there is: what one does who has
    the program, all of the database, and time. Rows that are gone were never there.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        triggers = connection.execute(TRIGGERS_AS_THEY_ARE).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")

    engine = connect(f"sqlite:///{path}")
    with Session(engine) as session, session.begin():
        _seal_anew(session)
        session.flush()
        _chain_anew(session)

    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for _, written in triggers:
            connection.execute(written)


def seal_at_the_end(path: Path, actor: str, act: str) -> None:
    """Have the trail go on by one entry that seals all that was altered: every hash
    holds, and the trail extends any witness.
    """
    engine = connect(f"sqlite:///{path}")
    with transaction(engine) as session:
        last = {
            (seal.of_table, seal.of_row): seal.digest
            for seal in session.exec(select(Seal).order_by(col(Seal.id)))
        }
        there = seals.everything(session)
        altered = [s for s in there if last.get((s.table, s.row)) != s.digest]
        assert altered
        audit.append(session, (actor, act, SLUG, ""), altered)
    engine.dispose()


def _seal_anew(session: Session) -> None:
    there = {(seal.table, seal.row): seal.digest for seal in seals.everything(session)}
    last = {
        (seal.of_table, seal.of_row): seal
        for seal in session.exec(select(Seal).order_by(col(Seal.id)))
    }
    for place, seal in last.items():
        if place not in there and seal.digest:
            session.delete(seal)
        elif place in there:
            seal.digest = there[place]

    newest = session.exec(select(func.max(AuditEntry.id))).one()
    session.add_all(
        Seal(entry_id=newest, of_table=name, of_row=row, digest=there[name, row])
        for name, row in there.keys() - last.keys()
    )


def _chain_anew(session: Session) -> None:
    previous = audit.FIRST
    for entry in session.exec(select(AuditEntry).order_by(col(AuditEntry.id))):
        own = session.exec(select(Seal).where(Seal.entry_id == entry.id))
        entry.sealed = seals.root(
            seals.Sealed(seal.of_table, seal.of_row, seal.digest) for seal in own
        )
        entry.previous = previous
        entry.hash = previous = audit.line_of(entry).own_hash
