"""What `registry check` looks for: each fault is found and named, and a sound whole is
clean.
"""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlmodel import Session, select

from registry import content
from registry.catalogue.queries import Catalogue
from registry.models import Agreement, AuditEntry
from registry.publishing import beginning
from registry.publishing.acts import perform
from registry.publishing.drafts import read_draft
from registry.publishing.states import ACTS
from registry.rules.version_content import fingerprint
from registry.search.ask import Asker
from registry.storage import audit
from registry.storage.checks import faults
from registry.storage.db import connect, migrate, transaction
from registry.storage.guards import install_triggers
from registry.storage.triggers import TRIGGERS
from registry.storage.versions import content_in
from tests.publishing.people import GORM, RITA, SIGNED, SLUG, Someone, with_accounts
from tests.storage.immutable_rows import publish, version_of
from tests.storage.older_trail import write_as_before
from tests.storage.tampered import alter

Check = Callable[[], list[str]]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory, catalogue_dir: Path) -> Path:
    """The invented catalogue, loaded and indexed; copied, never written to."""
    folder = tmp_path_factory.mktemp("prepared")
    engine = connect(f"sqlite:///{folder / 'registry.sqlite'}")
    migrate(engine)
    content.load(engine, catalogue_dir)
    Asker(Catalogue(engine), folder / "index").rebuild()
    engine.dispose()
    return folder


@pytest.fixture
def folder(prepared: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(prepared, tmp_path, dirs_exist_ok=True))


@pytest.fixture
def engine(folder: Path) -> Engine:
    return connect(f"sqlite:///{folder / 'registry.sqlite'}")


@pytest.fixture
def check(engine: Engine, folder: Path) -> Check:
    """What is wrong, now."""
    return lambda: faults(engine, lambda on: Asker(Catalogue(on), folder / "index"))


def run(engine: Engine, *statements: str) -> None:
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


def publish_without_number(engine: Engine) -> int:
    """A version of the agreement that is to come, published behind the catalogue's
    back.
    """
    with transaction(engine) as session:
        agreement = session.exec(
            select(Agreement).where(Agreement.slug == "proeve-kommende")
        ).one()
        assert agreement.id is not None
        version = version_of(agreement.id, number=None, in_force_from=date(2026, 1, 1))
        session.add(version)
        session.flush()
        mark = fingerprint(agreement.slug, content_in(session, version))
        publish(session, version.id or 0, fingerprint=mark)
        assert version.id is not None
        audit.write_entry(
            session, actor="b", event=ACTS["publish"], subject=agreement.slug
        )
        return version.id


def lead(engine: Engine, *steps: tuple[str, Someone]) -> None:
    """A new version, by two people with accounts, led so far on its way."""
    with_accounts(engine, RITA, GORM)
    catalogue = Catalogue(engine)
    draft = beginning.begin_version(catalogue, SLUG, RITA)
    seen = read_draft(catalogue, draft).fingerprint
    for key, by in steps:
        perform(catalogue, draft, key, by, seen=seen, signed=SIGNED)


def send_for_adoption(engine: Engine) -> None:
    """A new version, of which the parties have a link."""
    lead(engine, ("submit", RITA), ("approve", GORM), ("send-for-adoption", RITA))


def events(engine: Engine) -> list[str]:
    with Session(engine) as session:
        return list(session.exec(select(AuditEntry.event_key)))


def test_a_sound_installation_has_no_faults(check: Check) -> None:
    assert check() == []


def test_looking_for_faults_changes_nothing(check: Check, folder: Path) -> None:
    shutil.rmtree(folder / "index")

    assert check() == check() != []


# The database


def test_every_trigger_that_is_missing_is_named(engine: Engine, check: Check) -> None:
    run(engine, *(f"DROP TRIGGER {trigger.name}" for trigger in TRIGGERS))

    named = check()

    assert len(named) == len(TRIGGERS)
    for trigger, fault in zip(TRIGGERS, named, strict=True):
        assert fault.startswith(f"Udløseren «{trigger.name}»")


def test_a_damaged_database_file_is_said_to_be_damaged(
    folder: Path, check: Check
) -> None:
    path = folder / "registry.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        root = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'ix_party_version_id'"
        ).fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    data = bytearray(path.read_bytes())
    start = (root - 1) * size
    data[start + size // 2 : start + size] = bytes(size - size // 2)
    path.write_bytes(data)

    assert any(fault.startswith("Databasen er beskadiget: ") for fault in check())


def test_a_file_that_is_no_database_is_said_to_be_damaged(
    folder: Path, check: Check
) -> None:
    for name in ("registry.sqlite", "registry.sqlite-wal", "registry.sqlite-shm"):
        (folder / name).unlink(missing_ok=True)
    (folder / "registry.sqlite").write_bytes(b"ikke en database" * 500)

    assert any(fault.startswith("Databasen er beskadiget") for fault in check())


# The content


def test_a_broken_chain_is_found_at_its_first_broken_entry(
    engine: Engine, check: Check
) -> None:
    run(
        engine,
        "DROP TRIGGER immutable_audit_entry_update",
        "UPDATE audit_entry SET actor = 'en anden'",
    )

    assert "Historikkens kæde er brudt ved post 1 (load)." in check()


def test_a_trail_whose_end_was_cut_off_is_found(
    engine: Engine, folder: Path, check: Check
) -> None:
    with_accounts(engine, RITA)
    beginning.begin_agreement(Catalogue(engine), "Helt ny aftale", "", RITA)
    assert check() == []

    gone = "DELETE FROM audit_entry WHERE act LIKE 'draft-%'"
    alter(folder / "registry.sqlite", [gone], lifted=True)

    assert (
        "Historikken mangler 1 poster om «draft-saved»; den kan være afkortet."
        in check()
    )


def test_a_trail_of_a_release_before_bears_the_same_witness(
    engine: Engine, check: Check
) -> None:
    send_for_adoption(engine)
    write_as_before(engine)

    assert "til-vedtagelse" in events(engine)
    assert "send-for-adoption" not in events(engine)
    assert check() == []


@pytest.mark.parametrize("before", [True, False], ids=["older key", "key"])
def test_an_adoption_link_that_no_entry_tells_of_is_found(
    engine: Engine, folder: Path, check: Check, before: bool
) -> None:
    send_for_adoption(engine)
    if before:
        write_as_before(engine)
    gone = (
        "DELETE FROM audit_entry WHERE act IN ('send-for-adoption', 'til-vedtagelse')"
    )
    alter(folder / "registry.sqlite", [gone], lifted=True)

    assert (
        "Historikken mangler 1 poster om «send-for-adoption»; den kan være afkortet."
        in check()
    )


def test_a_published_text_that_was_changed_is_found(
    engine: Engine, check: Check
) -> None:
    run(
        engine,
        "DROP TRIGGER immutable_version_update",
        "UPDATE version SET economics = 'Kommunen betaler alt' WHERE number = 2",
    )
    with engine.begin() as connection:
        install_triggers(connection)

    assert check() == [
        "Udgaven med id 5 er ændret siden post 1.",
        "Udgave 2 af «proeve-udskrivning» er ændret efter offentliggørelsen.",
    ]


def test_a_trigger_that_says_something_else_is_found(
    engine: Engine, check: Check
) -> None:
    run(
        engine,
        "DROP TRIGGER four_eyes_approval_insert",
        "CREATE TRIGGER four_eyes_approval_insert BEFORE INSERT ON approval WHEN 1 = 0 "
        "BEGIN SELECT RAISE(ABORT, 'nej'); END",
    )

    (fault,) = check()
    assert fault.startswith("Udløseren «four_eyes_approval_insert»")


def test_a_published_version_without_a_number_is_found(
    engine: Engine, check: Check
) -> None:
    version_id = publish_without_number(engine)

    assert (
        f"Den offentliggjorte udgave med id {version_id} har intet nummer." in check()
    )


def test_a_row_of_no_version_is_found(
    engine: Engine, folder: Path, check: Check
) -> None:
    columns = [
        column for column in row_columns(engine) if column not in ("id", "version_id")
    ]
    listed = ", ".join(f'"{column}"' for column in columns)
    with closing(sqlite3.connect(folder / "registry.sqlite")) as connection, connection:
        connection.execute(
            f"INSERT INTO snitflade (version_id, {listed}) SELECT 999, {listed} FROM "
            "snitflade WHERE key = 'koersel'"
        )

    assert check() == [
        "Tabellen «snitflade», række 9: «version_id» er 999, som ikke findes.",
        "Snitfladen med id 9 har ingen post i historikken.",
    ]


def row_columns(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        return [
            name
            for _, name, *_ in connection.execute(text("PRAGMA table_info(snitflade)"))
        ]


# The index


def test_a_missing_index_is_found(folder: Path, check: Check) -> None:
    shutil.rmtree(folder / "index")

    (fault,) = check()

    assert fault.startswith("Søgeindekset ")
    assert fault.endswith(" Kør: registry reindex")


def test_an_index_that_lags_behind_a_publication_is_no_fault(
    engine: Engine, check: Check
) -> None:
    """The next question catches it up before it is answered."""
    lead(engine, ("submit", RITA), ("approve", GORM), ("publish", GORM))

    assert check() == []


def test_an_index_with_a_broken_stamp_is_found(folder: Path, check: Check) -> None:
    (folder / "index" / "stamp.json").write_text("{", encoding="utf-8")

    assert check() == ["Søgeindeksets mærke kan ikke læses. Kør: registry reindex"]


# Whoosh leaves a file that it cannot read to the garbage collector.
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_an_index_whose_files_are_broken_is_found(folder: Path, check: Check) -> None:
    for path in (folder / "index").glob("index-*/*"):
        if path.is_file():
            path.write_bytes(b"intet")

    (fault,) = check()

    assert fault.startswith("Søgeindekset ")
    assert fault.endswith(" Kør: registry reindex")


def test_several_faults_are_all_named(
    engine: Engine, folder: Path, check: Check
) -> None:
    shutil.rmtree(folder / "index")
    run(
        engine,
        "DROP TRIGGER immutable_audit_entry_update",
        "UPDATE audit_entry SET act = 'skjult'",
    )

    named = check()

    assert len(named) == 3
    assert [
        any(word in f for f in named) for word in ("Udløseren", "Historikkens", "Søge")
    ] == [
        True,
        True,
        True,
    ]


def test_an_installation_is_sound_again_after_a_rebuild(
    engine: Engine, folder: Path, check: Check
) -> None:
    shutil.rmtree(folder / "index")
    Asker(Catalogue(engine), folder / "index").rebuild()

    assert check() == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE snitflade SET responsible = 'ikke json'",
        "UPDATE version SET in_force_from = 'i går'",
        "UPDATE audit_entry SET at = 'før'",
        "DROP TABLE party",
        "UPDATE version SET body = CAST(x'ff' AS TEXT)",
    ],
)
def test_what_cannot_even_be_read_is_a_fault_and_no_crash(
    folder: Path, check: Check, statement: str
) -> None:
    with closing(sqlite3.connect(folder / "registry.sqlite")) as connection:
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type='trigger'"
        )
        for (name,) in names.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
        connection.commit()

    assert [fault for fault in check() if not fault.startswith("Udløseren")]
