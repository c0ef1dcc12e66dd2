"""The same database on PostgreSQL: a throwaway cluster, the migrations, the triggers
and the two roles.

Also covers registry/storage/privileges.py.
"""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlmodel import Session, SQLModel, select

from registry import content, create_app
from registry.accounts import accounts
from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.errors import BadInput, Refused, SchemaTooOld
from registry.intake import service
from registry.intake.service import Wanted
from registry.models import AuditEntry, Version
from registry.publishing import beginning, editing, kept_numbers
from registry.publishing.acts import perform
from registry.publishing.drafts import read_draft
from registry.rules.linked_accounts import COMMAND_LINE
from registry.rules.status import Status
from registry.storage import audit, db
from registry.storage.checks import faults
from registry.storage.db import (
    connect,
    current_revision,
    migrate,
    schema_revisions,
    transaction,
)
from registry.storage.guards import missing_triggers, strange_triggers
from registry.storage.privileges import grant
from registry.storage.schema_checks import trigger_faults
from registry.storage.triggers import TRIGGERS, VERSION_CHILDREN
from registry.storage.troubles import trouble_of
from tests.publishing.people import (
    BODIL,
    GORM,
    RENE,
    RITA,
    SIGNED,
    SLUG,
    with_accounts,
)
from tests.storage.immutable_rows import (
    DRAFT_ID,
    GUARDED,
    PUBLISHED_ID,
    attempt,
    fill,
    message_of,
    publish,
    version_of,
)
from tests.storage.older_trail import OtherEvent
from tests.web.people import add_people, sign_in
from tests.web.writing import begin, open_form

pytestmark = [pytest.mark.slow, pytest.mark.postgresql]
SECONDS_TO_START = 30
CPR = "010190-1234"  # of nobody


def programs() -> Path | None:
    """The folder of PostgreSQL's server programs, on the path or where Debian puts
    them.
    """
    initdb = shutil.which("initdb")
    if initdb and (Path(initdb).resolve().parent / "postgres").exists():
        return Path(initdb).resolve().parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return versions[-1].parent if versions else None


def unprivileged() -> list[str]:
    """What to put before a command so that it does not run as root, which PostgreSQL
    refuses.
    """
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return []
    runuser = shutil.which("runuser", path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
    return [runuser or "runuser", "-u", "nobody", "--"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(command: Sequence[str], folder: Path) -> subprocess.Popen[bytes]:
    """The server, run as our own child: ended by its own pid, however the tests go."""
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)


def end(child: subprocess.Popen[bytes], data: Path) -> None:
    """Stop the server by its own pid; the child that we started may be runuser."""
    named = data / "postmaster.pid"
    pid = int(named.read_text().split()[0]) if named.exists() else child.pid
    if child.poll() is None:
        os.kill(pid, signal.SIGINT)


def wait_until_ready(bin_: Path, port: int, folder: Path) -> None:
    ask = [bin_ / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)]
    deadline = time.monotonic() + SECONDS_TO_START
    while subprocess.run(ask, check=False).returncode != 0:
        assert time.monotonic() < deadline, (folder / "log").read_text(errors="replace")
        time.sleep(0.05)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server of our own, on a free port of this machine."""
    bin_ = programs()
    if bin_ is None:
        pytest.skip("no PostgreSQL server on this machine (initdb was not found)")
    # Not tmp_path: its parents are closed to the user that the server runs as.
    folder = Path(tempfile.mkdtemp(prefix="registry-postgresql-"))
    data, port = folder / "data", free_port()
    before = unprivileged()
    if before:
        shutil.chown(folder, "nobody")
    made = [
        *before,
        bin_ / "initdb",
        "-D",
        data,
        "-U",
        "registry",
        "-A",
        "trust",
        "-E",
        "UTF8",
    ]
    subprocess.run(
        [*made, "--no-sync", "--locale=C"], check=True, capture_output=True, cwd=folder
    )
    options = {"listen_addresses": "127.0.0.1", "port": port, "fsync": "off"}
    options["unix_socket_directories"] = ""
    flags = [
        word for name, value in options.items() for word in ("-c", f"{name}={value}")
    ]
    child = start([*before, str(bin_ / "postgres"), "-D", str(data), *flags], folder)
    try:
        wait_until_ready(bin_, port, folder)
        yield f"postgresql+psycopg://registry@127.0.0.1:{port}/postgres"
    finally:
        end(child, data)
        child.wait(timeout=SECONDS_TO_START)
        shutil.rmtree(folder)


@pytest.fixture(scope="module")
def engine(server: str) -> Iterator[Engine]:
    """An engine on the migrated and filled database."""
    engine = connect(server)
    migrate(engine)
    fill(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A session whose work is undone."""
    with Session(engine) as session:
        yield session
        session.rollback()


def test_the_migrated_schema_is_that_of_the_models(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        assert compare_metadata(context, SQLModel.metadata) == []


def test_a_migrated_database_is_not_migrated_again(engine: Engine) -> None:
    assert current_revision(engine) == schema_revisions()[-1]
    assert migrate(engine) is None


@pytest.mark.parametrize(("table", "operation"), GUARDED)
def test_the_database_refuses_to_touch_what_is_published_or_recorded(
    session: Session, table: str, operation: str
) -> None:
    with pytest.raises(DBAPIError, match=message_of(table, operation)):
        attempt(session, table, operation)


@pytest.mark.parametrize("table", VERSION_CHILDREN)
@pytest.mark.parametrize(
    ("out_of", "into"), [(PUBLISHED_ID, DRAFT_ID), (DRAFT_ID, PUBLISHED_ID)]
)
def test_nothing_moves_between_a_draft_and_a_published_version(
    session: Session, table: str, out_of: int, into: int
) -> None:
    moving = f"UPDATE {table} SET version_id = {into} WHERE version_id = {out_of}"

    with pytest.raises(DBAPIError, match="a version's text stands still"):
        session.connection().execute(text(moving))


def test_a_draft_is_changed_and_published(session: Session) -> None:
    for table in VERSION_CHILDREN:
        deleting = f"DELETE FROM {table} WHERE version_id = {DRAFT_ID}"
        session.connection().execute(text(deleting))
    publish(session, DRAFT_ID)

    assert session.get(Version, DRAFT_ID).state == "published"


def test_an_agreement_has_one_open_draft(session: Session) -> None:
    # The rows of fill() name their own ids, which the sequence does not know of.
    session.add(version_of(1, id=99))

    with pytest.raises(DBAPIError, match="a draft is open already"):
        session.flush()


def test_missing_triggers_are_named(session: Session) -> None:
    assert missing_triggers(session.connection()) == []
    session.connection().execute(text("DROP TRIGGER immutable_ending_update ON ending"))

    assert missing_triggers(session.connection()) == ["immutable_ending_update"]


def test_every_trigger_is_enabled(session: Session) -> None:
    enabled = "SELECT tgname FROM pg_trigger WHERE tgenabled = 'O' AND NOT tgisinternal"
    emptied = {f"{t.name}_truncate" for t in TRIGGERS if t.operation == "DELETE"}

    present = set(session.connection().scalars(text(enabled)))
    assert present == {trigger.name for trigger in TRIGGERS} | emptied


def test_the_catalogue_is_read(engine: Engine) -> None:
    snapshot = Catalogue(engine).at(Moment(date(2026, 12, 1)))

    assert [row.id for row in snapshot.agreements["aftale"].shown.rows] == ["aftale.a"]
    assert snapshot.agreements["aftale"].status.status is Status.ENDED


def test_a_guarded_table_is_not_emptied_at_a_stroke(session: Session) -> None:
    with pytest.raises(DBAPIError, match="never changed or deleted"):
        session.connection().execute(text("TRUNCATE ending"))


@pytest.fixture
def catalogue(server: str, catalogue_dir: Path) -> Iterator[Catalogue]:
    """The invented catalogue in a database of its own."""
    at_a_stroke(server, "CREATE DATABASE secretariat")
    engine = connect(server.replace("/postgres", "/secretariat"))
    migrate(engine)
    content.load(engine, catalogue_dir)
    yield Catalogue(engine)
    engine.dispose()
    at_a_stroke(server, "DROP DATABASE secretariat WITH (FORCE)")


def at_a_stroke(server: str, statement: str) -> None:
    """What PostgreSQL does outside of any transaction."""
    maintenance = connect(server)
    with maintenance.connect().execution_options(
        isolation_level="AUTOCOMMIT"
    ) as connection:
        connection.execute(text(statement))
    maintenance.dispose()


def test_two_people_publish_and_one_alone_does_not(catalogue: Catalogue) -> None:
    draft = beginning.begin_version(catalogue, SLUG, RITA)
    key = editing.add_row(catalogue, draft, {"task": "Ringe til vagten"}, BODIL)
    editing.remove_row(catalogue, draft, key, BODIL)
    seen = read_draft(catalogue, draft).fingerprint
    perform(catalogue, draft, "submit", RITA, seen=seen, signed=SIGNED)

    with pytest.raises(Refused, match="selv skrevet"):
        perform(catalogue, draft, "approve", BODIL, seen=seen, signed=SIGNED)
    perform(catalogue, draft, "approve", GORM, seen=seen, signed=SIGNED)
    perform(catalogue, draft, "publish", GORM, seen=seen, signed=SIGNED)

    assert catalogue.today().agreement(SLUG).shown.number == 3
    with Session(catalogue.engine) as session:
        assert audit.first_broken(session) is None


def test_writers_take_turns_so_that_the_trail_stays_whole(engine: Engine) -> None:
    def write(name: str) -> None:
        with transaction(engine) as session:
            audit.write_entry(
                session, actor=name, event=OtherEvent("proeve"), subject="kæden"
            )

    with ThreadPoolExecutor(max_workers=8) as pool:
        list(pool.map(write, [f"person-{number}" for number in range(40)]))

    with Session(engine) as session:
        written = session.exec(
            select(AuditEntry).where(AuditEntry.event_key == "proeve")
        ).all()
        previous = [entry.previous for entry in written]
    assert len(set(previous)) == len(previous) == 40


@contextmanager
def anothers_turn(engine: Engine) -> Iterator[None]:
    """Another program writes, and does not end (but where nobody would else)."""
    end = text(f"SET LOCAL idle_in_transaction_session_timeout = '{SECONDS_TO_START}s'")
    turn = text(f"SELECT pg_advisory_xact_lock({db.WRITERS_TURN})")
    with engine.connect() as other:
        other.execute(end)
        other.execute(turn)
        yield
        other.rollback()


def test_a_writer_does_not_wait_without_end(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db, "PATIENCE", 50)
    began = time.monotonic()

    with (
        anothers_turn(engine),
        pytest.raises(OperationalError) as refused,
        transaction(engine),
    ):
        pass

    assert trouble_of(refused.value).key == "locked"
    assert 0.05 <= time.monotonic() - began < SECONDS_TO_START
    with transaction(engine) as session:
        assert session.scalar(text("SHOW lock_timeout")) == "50ms"
    with engine.connect() as connection:
        assert connection.scalar(text("SHOW lock_timeout")) == "0"


def test_who_cannot_write_now_is_told_when_to_try_again(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db, "PATIENCE", 50)
    add_people(catalogue.engine)
    url = catalogue.engine.url.render_as_string(hide_password=False)
    app = create_app(DATABASE_URL=url, INDEX_DIR=str(tmp_path / "index"))
    rita = sign_in(app, "rita")
    draft = begin(rita)
    form = open_form(rita, draft)

    with anothers_turn(catalogue.engine):
        refused = form.send(rita, {"title": "En titel, der tog tid"})

    assert refused.status_code == 503
    assert refused.headers["Retry-After"] == "5"
    assert "Kataloget er optaget af en anden, der skriver." in refused.text
    assert "En titel, der tog tid" in refused.text
    app.extensions["registry"].engine.dispose()


# Two roles


@pytest.fixture
def two_roles(server: str, catalogue: Catalogue, tmp_path: Path) -> Iterator[Engine]:
    """The invented catalogue, owned by one role and run by another."""
    with catalogue.engine.begin() as connection:
        connection.execute(text("CREATE ROLE katalog LOGIN"))
    grant(catalogue.engine, "katalog")
    url = server.replace("registry@", "katalog@").replace("/postgres", "/secretariat")
    engine = connect(url)
    yield engine
    engine.dispose()
    with catalogue.engine.begin() as connection:
        connection.execute(text("DROP OWNED BY katalog"))
        connection.execute(text("DROP ROLE katalog"))


class Index:
    def check(self) -> None:
        """There is none to look at."""


def test_the_catalogue_works_under_a_role_that_owns_nothing(two_roles: Engine) -> None:
    catalogue = Catalogue(two_roles)
    with_accounts(two_roles, RITA, GORM)
    draft = beginning.begin_version(catalogue, SLUG, RITA)
    editing.add_row(catalogue, draft, {"task": "Ringe til vagten"}, RITA)
    editing.remove_row(catalogue, draft, "ringe-til-vagten", RITA)
    seen = read_draft(catalogue, draft).fingerprint
    for key, by in (("submit", RITA), ("approve", GORM), ("publish", GORM)):
        perform(catalogue, draft, key, by, seen=seen, signed=SIGNED)
    accounts.add(two_roles, "ada", "Ada", ["administrator"], actor=COMMAND_LINE)

    assert faults(two_roles, lambda _: Index()) == []
    assert migrate(two_roles) is None


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE ending DISABLE TRIGGER ALL",
        "DROP TRIGGER immutable_version_update ON version",
        "CREATE OR REPLACE FUNCTION immutable_version_update() RETURNS trigger AS $$ "
        "BEGIN RETURN NEW; END $$ LANGUAGE plpgsql",
        "SET session_replication_role = replica",
        "TRUNCATE seal",
        "UPDATE ending SET reason = 'x'",
        "DELETE FROM audit_entry",
        "DELETE FROM account",
        "UPDATE alembic_version SET version_num = '0001'",
        "CREATE TABLE eget (id int)",
        "CREATE TRIGGER eget BEFORE INSERT ON ending FOR EACH ROW EXECUTE FUNCTION "
        "immutable_version_update()",
        "DROP TABLE ending",
    ],
)
def test_that_role_touches_neither_triggers_nor_what_is_kept(
    two_roles: Engine, statement: str
) -> None:
    with (
        pytest.raises(DBAPIError, match=r"permission denied|must be owner"),
        two_roles.begin() as connection,
    ):
        connection.execute(text(statement))


def test_numbers_of_persons_are_taken_out_under_that_role(two_roles: Engine) -> None:
    """Of what is kept of a draft its rules let go of nothing else."""
    with_accounts(two_roles, RITA, RENE)
    catalogue = Catalogue(two_roles)
    draft = beginning.begin_version(catalogue, SLUG, RITA)
    editing.add_row(catalogue, draft, {"task": f"Ringe til {CPR}"}, RITA)
    taken_in = service.take_in_text(catalogue, f"Aftale\n\nSom {CPR}.", Wanted(), RITA)
    assert all_that_is_kept(two_roles).count(CPR) > 2
    for held in (draft, taken_in):
        seen = kept_numbers.kept_in(catalogue, held).places
        assert seen
        kept_numbers.remove(catalogue, held, RENE, seen=seen)

    assert CPR not in all_that_is_kept(two_roles)
    assert faults(two_roles, lambda _: Index()) == []
    for statement in (
        "UPDATE contribution SET text = '{}'",
        "UPDATE contribution SET author = 'gorm'",
        "UPDATE intake SET content = '', size = 0, name = 'andet.txt'",
        "UPDATE intake SET content = repeat('andet', 1000)::bytea",
    ):
        with (
            pytest.raises(DBAPIError, match="never changed"),
            two_roles.begin() as connection,
        ):
            connection.execute(text(statement))


def all_that_is_kept(engine: Engine) -> str:
    with engine.connect() as connection:
        connection.execute(text("SET bytea_output = 'escape'"))
        return "\n".join(
            str(line)
            for name in SQLModel.metadata.tables
            for line in connection.execute(text(f'SELECT t::text FROM "{name}" t'))
        )


def test_running_under_the_owner_is_told(catalogue: Catalogue) -> None:
    (fault,) = faults(catalogue.engine, lambda _: Index())

    assert fault.startswith("Programmet kører under den rolle, der ejer tabellerne")


def test_an_older_schema_is_brought_up_by_the_owner_alone(
    two_roles: Engine, catalogue: Catalogue
) -> None:
    with catalogue.engine.begin() as connection:
        connection.execute(
            text("UPDATE alembic_version SET version_num = :v"),
            {"v": schema_revisions()[-2]},
        )

    with pytest.raises(SchemaTooOld, match="registry migrate"):
        migrate(two_roles)


@pytest.mark.parametrize("role", ["findes-ikke", "registry"])
def test_a_role_that_cannot_be_the_catalogues_is_refused(
    catalogue: Catalogue, role: str
) -> None:
    with pytest.raises(BadInput):
        grant(catalogue.engine, role)


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE ending DISABLE TRIGGER immutable_ending_update",
        "CREATE OR REPLACE FUNCTION immutable_ending_update() RETURNS trigger AS $$ "
        "BEGIN RETURN NEW; END $$ LANGUAGE plpgsql",
        "DROP TRIGGER immutable_ending_update ON ending; CREATE TRIGGER "
        "immutable_ending_update BEFORE UPDATE OF reason ON ending FOR EACH ROW "
        "EXECUTE FUNCTION immutable_ending_update()",
    ],
)
def test_a_trigger_that_does_nothing_is_named(session: Session, statement: str) -> None:
    session.connection().execute(text(statement))

    assert missing_triggers(session.connection()) == ["immutable_ending_update"]
    assert strange_triggers(session.connection()) == []


EMPTIED = "immutable_ending_delete_truncate"


@pytest.mark.parametrize(
    "statement",
    [
        f"DROP TRIGGER {EMPTIED} ON ending",
        f"ALTER TABLE ending DISABLE TRIGGER {EMPTIED}",
        f"CREATE OR REPLACE FUNCTION {EMPTIED}() RETURNS trigger AS $$ BEGIN RETURN "
        "NULL; END $$ LANGUAGE plpgsql",
        f"DROP TRIGGER {EMPTIED} ON ending; CREATE TRIGGER {EMPTIED} AFTER TRUNCATE ON "
        f"ending FOR EACH STATEMENT EXECUTE FUNCTION {EMPTIED}()",
    ],
)
def test_what_no_longer_guards_against_emptying_is_named(
    session: Session, statement: str
) -> None:
    session.connection().execute(text(statement))

    assert missing_triggers(session.connection()) == [EMPTIED]
    (fault,) = trigger_faults(session.connection())
    assert f"«{EMPTIED}»" in fault


@pytest.mark.parametrize(
    ("name", "event", "each"),
    [
        ("immutable_ending_update", "UPDATE", "ROW"),
        (EMPTIED, "TRUNCATE", "STATEMENT"),
    ],
)
def test_a_trigger_of_that_name_on_another_table_hides_nothing(
    session: Session, name: str, event: str, each: str
) -> None:
    """PostgreSQL's trigger names are each table's own."""
    there = (
        f"CREATE TRIGGER {name} BEFORE {event} ON {{}} FOR EACH {each} EXECUTE "
        f"FUNCTION {name}()"
    )
    session.connection().execute(text(there.format("unanswered_question")))

    assert missing_triggers(session.connection()) == []
    assert strange_triggers(session.connection()) == [name]

    session.connection().execute(text(f"DROP TRIGGER {name} ON ending"))
    assert missing_triggers(session.connection()) == [name]

    # In a schema of its own, a table may even have the guarded one's name.
    session.connection().execute(text("CREATE SCHEMA andet"))
    session.connection().execute(text("CREATE TABLE andet.ending (id int)"))
    session.connection().execute(text(there.format("andet.ending")))
    assert missing_triggers(session.connection()) == [name]
    assert strange_triggers(session.connection()) == [name, name]
