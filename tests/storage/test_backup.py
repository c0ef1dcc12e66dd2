"""A copy taken while the catalogue runs, put back again, and what a kill at any moment
leaves.
"""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from registry import content
from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.commands.main import main
from registry.errors import BadInput, RegistryError, SchemaTooNew
from registry.exports import issuing
from registry.exports.formats import EXPORTS
from registry.exports.request import AppendixRequest
from registry.intake import service
from registry.models import Account, Agreement, Intake
from registry.publishing import beginning
from registry.search.ask import Asker
from registry.storage import backup, editions, sqlite
from registry.storage.checks import faults
from registry.storage.db import connect, migrate
from tests.exports.samples import INVENTED, ON, PUBLIC_URL
from tests.publishing.people import RITA, with_accounts
from tests.starved import full_disk, posix
from tests.storage.unwatched import transaction

ORIGINAL = "Økonomi\n\nRegionen betaler."


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, catalogue_dir: Path) -> Path:
    """A database with content, drafts, an original and an issued appendix; only
    copied.
    """
    path = tmp_path_factory.mktemp("filled") / "registry.sqlite"
    engine = connect(f"sqlite:///{path}")
    migrate(engine)
    content.load(engine, catalogue_dir)
    with_accounts(engine, RITA)
    beginning.begin_agreement(Catalogue(engine), "En ny aftale", "", RITA)
    service.take_in_text(
        Catalogue(engine), ORIGINAL, service.Wanted(title="Indsat"), RITA
    )
    issuing.issue(
        Catalogue(engine), AppendixRequest(INVENTED, Moment(ON)), PUBLIC_URL, RITA
    )
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


@pytest.fixture
def engine(filled: Path, tmp_path: Path) -> Engine:
    (tmp_path / "instance").mkdir()
    shutil.copy(filled, tmp_path / "instance" / "registry.sqlite")
    return connect(f"sqlite:///{tmp_path / 'instance' / 'registry.sqlite'}")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Engine:
    """An empty place."""
    return connect(f"sqlite:///{tmp_path / 'elsewhere' / 'registry.sqlite'}")


def dumped(path: Path) -> str:
    """Everything a database holds."""
    with closing(sqlite3.connect(path)) as connection:
        return "\n".join(connection.iterdump())


def path_of(engine: Engine) -> Path:
    return Path(str(engine.url.database))


def agreements(engine: Engine) -> list[str]:
    with Session(engine) as session:
        return sorted(session.exec(select(Agreement.slug)))


def has_no_faults(engine: Engine, folder: Path) -> bool:
    asker = Asker(Catalogue(engine), folder / "index")
    asker.refresh()
    return faults(engine, lambda _: asker) == []


# Back and forth


def test_what_is_backed_up_is_what_is_restored(
    engine: Engine, elsewhere: Engine, tmp_path: Path
) -> None:
    copied = backup.backup(engine, tmp_path / "kopi.sqlite")
    restored = backup.restore(elsewhere, tmp_path / "kopi.sqlite")

    assert dumped(path_of(elsewhere)) == dumped(path_of(engine))
    assert (restored.versions, restored.entries) == (copied.versions, copied.entries)
    assert copied.versions == 5
    assert has_no_faults(elsewhere, tmp_path)


def test_files_and_issued_appendices_come_along(
    engine: Engine, elsewhere: Engine, tmp_path: Path
) -> None:
    backup.backup(engine, tmp_path / "kopi.sqlite")
    backup.restore(elsewhere, tmp_path / "kopi.sqlite")

    (edition,) = editions.listing(elsewhere)
    issued = editions.issued(elsewhere, edition.id or 0)
    for file in issued.files:
        restored = editions.file_of(elsewhere, edition.id or 0, file.name)
        assert (
            restored.content
            == editions.file_of(engine, edition.id or 0, file.name).content
        )
    assert len(issued.files) == len(EXPORTS)
    with Session(elsewhere) as session:
        assert [i.content.decode() for i in session.exec(select(Intake))] == [ORIGINAL]


def test_a_backup_is_one_file_with_what_stood_in_the_log(
    engine: Engine, elsewhere: Engine, tmp_path: Path
) -> None:
    """The copy is taken while another connection is open and its write is only in the
    log.
    """
    with engine.connect() as reader:
        reader.exec_driver_sql("SELECT count(*) FROM agreement").scalar()
        beginning.begin_agreement(Catalogue(engine), "Skrevet imens", "", RITA)
        backup.backup(engine, tmp_path / "kopi.sqlite")

    backup.restore(elsewhere, tmp_path / "kopi.sqlite")
    assert "skrevet-imens" in agreements(elsewhere)
    assert [p.name for p in tmp_path.glob("*kopi*")] == ["kopi.sqlite"]


def test_a_backup_under_way_does_not_hold_up_a_writer(
    engine: Engine, tmp_path: Path
) -> None:
    with transaction(engine) as session:
        session.add(Agreement(slug="under-vejs"))
        session.flush()
        backup.backup(engine, tmp_path / "kopi.sqlite")

    assert "under-vejs" not in dumped(tmp_path / "kopi.sqlite")


def test_accounts_come_along(engine: Engine, elsewhere: Engine, tmp_path: Path) -> None:
    assert (
        main_in(
            engine, "user", "add", "ada", "--name", "Ada", "--role", "administrator"
        )
        == 0
    )
    backup.backup(engine, tmp_path / "kopi.sqlite")
    backup.restore(elsewhere, tmp_path / "kopi.sqlite")

    with Session(elsewhere) as session:
        names = session.exec(select(Account.username)).all()
    assert sorted(names) == ["ada", "rita"]


def main_in(engine: Engine, *arguments: str) -> int:
    """A command on that database, with a password typed in."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REGISTRY_DATABASE_URL", f"sqlite:///{path_of(engine)}")
        patch.setattr("registry.commands.users._password", lambda: "grøn cykel havn 41")
        return main(list(arguments))


def test_restoring_over_something_needs_replace_and_keeps_the_old(
    engine: Engine, tmp_path: Path
) -> None:
    backup.backup(engine, tmp_path / "kopi.sqlite")
    beginning.begin_agreement(Catalogue(engine), "Kun i den gamle", "", RITA)
    with pytest.raises(BadInput, match="--replace"):
        backup.restore(engine, tmp_path / "kopi.sqlite")

    restored = backup.restore(engine, tmp_path / "kopi.sqlite", replace=True)

    assert "kun-i-den-gamle" not in agreements(engine)
    assert restored.kept is not None
    assert "kun-i-den-gamle" in agreements(connect(f"sqlite:///{restored.kept}"))


def test_a_damaged_database_can_be_replaced_and_is_kept(
    engine: Engine, tmp_path: Path
) -> None:
    backup.backup(engine, tmp_path / "kopi.sqlite")
    path_of(engine).write_bytes(b"ikke en database")

    restored = backup.restore(engine, tmp_path / "kopi.sqlite", replace=True)

    assert restored.kept is not None
    assert restored.kept.read_bytes() == b"ikke en database"
    assert has_no_faults(engine, tmp_path)


# Refusals


def test_a_backup_overwrites_nothing(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "kopi.sqlite").write_text("noget andet", encoding="utf-8")

    with pytest.raises(BadInput, match="findes allerede"):
        backup.backup(engine, tmp_path / "kopi.sqlite")

    assert (tmp_path / "kopi.sqlite").read_text(encoding="utf-8") == "noget andet"


@posix
def test_a_backup_blames_the_disk_that_fails(engine: Engine, tmp_path: Path) -> None:
    target = tmp_path / "kopi.sqlite"

    with full_disk(), pytest.raises(BadInput) as full:
        backup.backup(engine, target)

    assert f"Der kan ikke skrives i «{tmp_path}»" in full.value.message
    assert "Databasen selv fejler intet." in full.value.message
    assert sorted(tmp_path.glob("*kopi*")) == []


def test_a_backup_of_a_database_that_is_not_there_says_so(tmp_path: Path) -> None:
    away = connect(f"sqlite:///{tmp_path / 'væk.sqlite'}")

    with pytest.raises(BadInput, match=r"væk\.sqlite» findes ikke"):
        backup.backup(away, tmp_path / "kopi.sqlite")


def test_a_backup_of_a_locked_database_says_that_it_is_locked(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(_path: Path) -> None:
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr(sqlite, "open_for_reading", locked)

    with pytest.raises(BadInput, match="låst af et andet program"):
        backup.backup(engine, tmp_path / "kopi.sqlite")


def test_a_backup_of_a_newer_database_names_the_database(
    engine: Engine, tmp_path: Path
) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999_x'")

    with pytest.raises(SchemaTooNew) as refused:
        backup.backup(engine, tmp_path / "kopi.sqlite")

    assert str(engine.url.database) in refused.value.message
    assert "kopi" not in refused.value.message


@posix
def test_only_its_owner_can_read_a_backup_or_what_was_set_aside(
    engine: Engine, tmp_path: Path
) -> None:
    backup.backup(engine, tmp_path / "kopi.sqlite")
    engine.dispose()
    kept = backup.restore(engine, tmp_path / "kopi.sqlite", replace=True).kept

    assert kept is not None
    database = Path(str(engine.url.database))
    for path in (tmp_path / "kopi.sqlite", database, kept):
        assert path.stat().st_mode & 0o777 == 0o600


def test_a_backup_needs_a_folder_that_is_there(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="findes ikke"):
        backup.backup(engine, tmp_path / "ingen" / "kopi.sqlite")


def damaged(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096 * 3 : 4096 * 6] = b"\xff" * 4096 * 3
    path.write_bytes(bytes(data))


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def something_else(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04 ikke en database")


def another_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE noget (id INTEGER)")


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999_to_come'")


@pytest.mark.parametrize(
    ("spoil", "refusal"),
    [
        (damaged, BadInput),
        (cut_short, BadInput),
        (something_else, BadInput),
        (another_database, BadInput),
        (Path.unlink, BadInput),
        (newer, SchemaTooNew),
    ],
)
def test_what_is_no_backup_is_refused_and_nothing_is_touched(
    engine: Engine,
    tmp_path: Path,
    spoil: Callable[[Path], None],
    refusal: type[RegistryError],
) -> None:
    copy = tmp_path / "kopi.sqlite"
    backup.backup(engine, copy)
    spoil(copy)
    before = dumped(path_of(engine))

    with pytest.raises(refusal):
        backup.restore(engine, copy, replace=True)

    assert dumped(path_of(engine)) == before
    assert [p.name for p in path_of(engine).parent.glob("*delvis*")] == []


def test_a_database_in_use_is_not_replaced(engine: Engine, tmp_path: Path) -> None:
    backup.backup(engine, tmp_path / "kopi.sqlite")

    with engine.connect() as reader:
        reader.exec_driver_sql("SELECT count(*) FROM agreement").scalar()
        with pytest.raises(BadInput, match="kører"):
            backup.restore(engine, tmp_path / "kopi.sqlite", replace=True)


def test_postgresql_has_its_own_programs(tmp_path: Path) -> None:
    server = connect("postgresql+psycopg://ingen@127.0.0.1:1/ingen")

    with pytest.raises(BadInput, match="pg_dump"):
        backup.backup(server, tmp_path / "kopi")


# The commands


def test_the_commands_back_up_and_restore(
    engine: Engine,
    elsewhere: Engine,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    copy = str(tmp_path / "kopi.sqlite")

    assert main_in(engine, "backup", copy) == 0
    assert main_in(elsewhere, "restore", copy) == 0
    assert main_in(elsewhere, "restore", copy) == 1
    assert main_in(elsewhere, "restore", copy, "--replace") == 0

    output = capsys.readouterr()
    assert "5 offentliggjorte udgaver" in output.out
    assert "--replace" in output.err
    assert agreements(elsewhere) == agreements(engine)
