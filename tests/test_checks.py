"""What `registry check` looks for: each fault is found and named, and a sound whole is clean."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlmodel import select

from registry import content
from registry.catalogue import Catalogue
from registry.checks import faults
from registry.db import connect, migrate, transaction
from registry.models import Agreement
from registry.publishing import beginning
from registry.publishing.stored import content_in
from registry.search.ask import Asker
from registry.triggers import TRIGGERS, install_triggers
from registry.version_content import fingerprint
from tests.immutable_rows import publish, version_of
from tests.publishing.people import RITA

Found = Callable[[], list[str]]


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
def found(engine: Engine, folder: Path) -> Found:
    """What is found wrong, now."""
    return lambda: faults(engine, lambda on: Asker(Catalogue(on), folder / "index"))


def run(engine: Engine, *statements: str) -> None:
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


def publish_a_version(engine: Engine, number: int | None) -> int:
    """A version of the agreement that is to come, published behind the catalogue's back."""
    with transaction(engine) as session:
        agreement = session.exec(select(Agreement).where(Agreement.slug == "proeve-kommende")).one()
        assert agreement.id is not None
        version = version_of(agreement.id, number=number, in_force_from=date(2026, 1, 1))
        session.add(version)
        session.flush()
        mark = fingerprint(agreement.slug, content_in(session, version))
        publish(session, version.id or 0, fingerprint=mark)
        assert version.id is not None
        return version.id


def test_a_sound_installation_has_no_faults(found: Found) -> None:
    assert found() == []


def test_looking_for_faults_changes_nothing(found: Found, folder: Path) -> None:
    shutil.rmtree(folder / "index")

    assert found() == found() != []


# The database


def test_every_trigger_that_is_missing_is_named(engine: Engine, found: Found) -> None:
    run(engine, *(f"DROP TRIGGER {trigger.name}" for trigger in TRIGGERS))

    named = found()

    assert len(named) == len(TRIGGERS)
    for trigger, fault in zip(TRIGGERS, named, strict=True):
        assert fault.startswith(f"Udløseren «{trigger.name}»")


def test_a_damaged_database_file_is_said_to_be_damaged(folder: Path, found: Found) -> None:
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

    assert any(fault.startswith("Databasen er beskadiget: ") for fault in found())


def test_a_file_that_is_no_database_is_said_to_be_damaged(folder: Path, found: Found) -> None:
    for name in ("registry.sqlite", "registry.sqlite-wal", "registry.sqlite-shm"):
        (folder / name).unlink(missing_ok=True)
    (folder / "registry.sqlite").write_bytes(b"ikke en database" * 500)

    assert any(fault.startswith("Databasen er beskadiget") for fault in found())


# The content


def test_a_broken_chain_is_found_at_its_first_broken_entry(engine: Engine, found: Found) -> None:
    run(
        engine,
        "DROP TRIGGER immutable_audit_entry_update",
        "UPDATE audit_entry SET actor = 'en anden'",
    )

    assert "Historikkens kæde er brudt ved post 1 (load)." in found()


def test_a_trail_whose_end_was_cut_off_is_found(engine: Engine, found: Found) -> None:
    beginning.begin_agreement(engine, "Helt ny aftale", "", RITA)
    assert found() == []

    run(
        engine,
        "DROP TRIGGER immutable_audit_entry_delete",
        "DELETE FROM audit_entry WHERE act LIKE 'draft-%'",
    )
    with engine.begin() as connection:
        install_triggers(connection)

    assert found() == ["Historikken mangler 1 poster om «draft-saved»; den kan være afkortet."]


def test_a_published_text_that_was_changed_is_found(engine: Engine, found: Found) -> None:
    run(
        engine,
        "DROP TRIGGER immutable_version_update",
        "UPDATE version SET economics = 'Kommunen betaler alt' WHERE number = 2",
    )
    with engine.begin() as connection:
        install_triggers(connection)

    assert found() == [
        "Udgave 2 af «proeve-udskrivning» er ændret efter offentliggørelsen.",
    ]


def test_a_trigger_that_says_something_else_is_found(engine: Engine, found: Found) -> None:
    run(
        engine,
        "DROP TRIGGER four_eyes_approval_insert",
        "CREATE TRIGGER four_eyes_approval_insert BEFORE INSERT ON approval WHEN 1 = 0 "
        "BEGIN SELECT RAISE(ABORT, 'nej'); END",
    )

    (fault,) = found()
    assert fault.startswith("Udløseren «four_eyes_approval_insert»")


def test_a_published_version_without_a_number_is_found(engine: Engine, found: Found) -> None:
    version_id = publish_a_version(engine, None)

    assert f"Den offentliggjorte udgave med id {version_id} har intet nummer." in found()


def test_a_row_of_no_version_is_found(engine: Engine, folder: Path, found: Found) -> None:
    columns = [column for column in row_columns(engine) if column not in ("id", "version_id")]
    listed = ", ".join(f'"{column}"' for column in columns)
    with closing(sqlite3.connect(folder / "registry.sqlite")) as connection, connection:
        connection.execute(
            f"INSERT INTO snitflade (version_id, {listed}) "
            f"SELECT 999, {listed} FROM snitflade WHERE key = 'koersel'"
        )

    assert found() == ["Snitfladen «koersel» hører til en udgave, der ikke findes."]


def row_columns(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        return [name for _, name, *_ in connection.execute(text("PRAGMA table_info(snitflade)"))]


# The index


def test_a_missing_index_is_found(folder: Path, found: Found) -> None:
    shutil.rmtree(folder / "index")

    (fault,) = found()

    assert fault.startswith("Søgeindekset ")
    assert fault.endswith(" Kør: registry reindex")


def test_an_index_that_lags_behind_a_publication_is_no_fault(engine: Engine, found: Found) -> None:
    """The next question catches it up before it is answered."""
    publish_a_version(engine, 2)

    assert found() == []


def test_an_index_with_a_broken_stamp_is_found(folder: Path, found: Found) -> None:
    (folder / "index" / "stamp.json").write_text("{", encoding="utf-8")

    assert found() == ["Søgeindeksets mærke kan ikke læses. Kør: registry reindex"]


# Whoosh leaves a file that it cannot read to the garbage collector.
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_an_index_whose_files_are_broken_is_found(folder: Path, found: Found) -> None:
    for path in (folder / "index").iterdir():
        if path.name != "stamp.json":
            path.write_bytes(b"intet")

    (fault,) = found()

    assert fault.startswith("Søgeindekset ")
    assert fault.endswith(" Kør: registry reindex")


def test_several_faults_are_all_named(engine: Engine, folder: Path, found: Found) -> None:
    shutil.rmtree(folder / "index")
    run(
        engine,
        "DROP TRIGGER immutable_audit_entry_update",
        "UPDATE audit_entry SET act = 'skjult'",
    )

    named = found()

    assert len(named) == 3
    assert [any(word in f for f in named) for word in ("Udløseren", "Historikkens", "Søge")] == [
        True,
        True,
        True,
    ]


def test_an_installation_is_sound_again_after_a_rebuild(
    engine: Engine, folder: Path, found: Found
) -> None:
    shutil.rmtree(folder / "index")
    Asker(Catalogue(engine), folder / "index").rebuild()

    assert found() == []
