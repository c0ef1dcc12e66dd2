"""What the check says of the trail and of what it seals.

Also covers registry/storage/trail_tables.py, and registry/storage/seals.py and
registry/storage/guards.py, whose faults test_tampering.py provokes one by one.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, Inspector, create_engine, inspect, text
from sqlmodel import Session, SQLModel, select

from registry import content
from registry.errors import ClockSetBack
from registry.models import AuditEntry, Party, Version
from registry.rules.linked_accounts import COMMAND_LINE
from registry.storage import audit, seals
from registry.storage.db import MIGRATIONS, connect, migrate, transaction
from registry.storage.events import Event
from registry.storage.trail_checks import trail_faults
from registry.storage.trail_tables import LABELS
from tests.conftest import NOW


def tell(engine: Engine, event: Event = Event.SIGN_IN) -> None:
    with transaction(engine) as session:
        audit.write_entry(session, actor="anna", event=event, subject="anna")


def faults(engine: Engine) -> list[str]:
    with Session(engine) as session:
        return list(trail_faults(session))


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[datetime]]:
    """The moment that the trail reads off the clock: the last in the list."""
    moments = [NOW]
    monkeypatch.setattr(audit, "now", lambda: moments[-1])
    yield moments


# Time


def test_a_clock_that_was_set_back_is_refused(
    engine: Engine, at: list[datetime]
) -> None:
    tell(engine)
    at.append(NOW - timedelta(minutes=3))

    with pytest.raises(ClockSetBack) as refused:
        tell(engine)

    assert refused.value.message == (
        "Maskinens ur er 22.11.2026 kl. 12:57:00, men den seneste handling i "
        "historikken er fra 22.11.2026 kl. 13:00:00. Intet er gemt. Stil uret, og prøv "
        "igen."
    )
    assert faults(engine) == []


def test_a_clock_that_was_adjusted_makes_no_entry_earlier_than_the_last(
    engine: Engine, at: list[datetime]
) -> None:
    tell(engine)
    at.append(NOW - timedelta(seconds=2))
    tell(engine)

    with Session(engine) as session:
        assert {entry.at for entry in session.exec(select(AuditEntry))} == {NOW}


def test_a_trail_whose_time_went_back_before_it_was_refused_is_told(
    engine: Engine, at: list[datetime], monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(engine)
    at.append(NOW - timedelta(days=1))
    monkeypatch.setattr(audit, "ADJUSTED", timedelta(days=2))
    monkeypatch.setattr(audit, "_next_moment", lambda _last: at[-1])
    tell(engine)

    (fault,) = faults(engine)
    assert fault.startswith("Historikkens post 2 (sign-in) er fra 2026-11-21")


# What there was before there were seals


BEFORE = "0007_form_uses"


def upgrade_to(revision: str, connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _take_back(engine: Engine, then: Inspector) -> None:
    """Leave the tables and columns that there were, and no trigger."""
    now = inspect(engine)
    with engine.execution_options(writes=True).begin() as connection:
        for (name,) in connection.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        ).all():
            connection.execute(text(f"DROP TRIGGER {name}"))
        for table in set(now.get_table_names()) - set(then.get_table_names()):
            connection.execute(text(f"DROP TABLE {table}"))
        for table in then.get_table_names():
            kept = {column["name"] for column in then.get_columns(table)}
            for column in now.get_columns(table):
                if column["name"] not in kept:
                    connection.execute(
                        text(f"ALTER TABLE {table} DROP COLUMN [{column['name']}]")
                    )
        connection.execute(
            text("UPDATE alembic_version SET version_num = '0007_form_uses'")
        )


@pytest.fixture
def older(tmp_path: Path, catalogue_dir: Path) -> Engine:
    """A database of the release before seals, with a catalogue."""
    engine = connect(f"sqlite:///{tmp_path / 'aeldre.sqlite'}")
    migrate(engine)
    content.load(engine, catalogue_dir)
    with engine.begin() as connection:
        connection.execute(text("DROP TRIGGER immutable_audit_entry_update"))
    with Session(engine) as session, session.begin():
        entry = session.exec(select(AuditEntry)).one()
        entry.sealed = ""
        entry.hash = audit.line_of(entry).own_hash
    then = create_engine(f"sqlite:///{tmp_path / 'dengang.sqlite'}")
    with then.begin() as connection:
        upgrade_to(BEFORE, connection)
    _take_back(engine, inspect(then))
    then.dispose()
    return engine


def test_an_older_database_is_sealed_as_it_stands_by_one_entry(older: Engine) -> None:
    with older.connect() as connection:
        before = connection.execute(text("SELECT * FROM audit_entry")).all()

    migrate(older)

    with Session(older) as session:
        load, sealed = session.exec(select(AuditEntry).order_by(AuditEntry.id)).all()
        assert (sealed.actor, sealed.event_key, sealed.subject) == (
            "system",
            "sealed",
            "0008_seals",
        )
        assert [load.hash] == [row.hash for row in before]
    assert faults(older) == []


def test_what_is_altered_after_that_is_told(older: Engine) -> None:
    migrate(older)
    with older.begin() as connection:
        connection.execute(text("DROP TRIGGER immutable_adoption_update"))
        connection.execute(text("UPDATE adoption SET decision = 'ikke vedtaget'"))

    assert faults(older) == ["Vedtagelsen med id 1 er ændret siden post 2."]


def test_an_empty_database_needs_no_such_entry(engine: Engine) -> None:
    with Session(engine) as session:
        assert session.exec(select(AuditEntry)).all() == []


def test_sealing_all_as_it_stands_again_is_told(older: Engine) -> None:
    migrate(older)
    with Session(older) as session, session.begin():
        told = ("system", Event.SEALED.key, "0008_seals", "")
        audit.append(session, told, seals.everything(session))

    assert faults(older) == ["Historikkens post 3 forsegler alt, som det stod, igen."]


# Both ways


def test_an_entry_that_made_nothing_is_told(older: Engine) -> None:
    migrate(older)
    tell(older, Event.ADOPTION)

    assert faults(older) == [
        "Historikkens post 3 (adoption) fortæller om noget, der ikke findes.",
        "Post 3 (adoption) er af «anna», som ingen konto har.",
    ]


def test_what_goes_is_sealed_as_gone_and_may_not_come_back(older: Engine) -> None:
    migrate(older)
    by = COMMAND_LINE
    with transaction(older) as session:
        session.add(draft := Version(agreement_id=1, recorded_at=NOW))
        session.flush()
        session.add(party := Party(version_id=draft.id, organisation="o", role="r"))
        audit.write_entry(session, actor=by, event=Event.DRAFT_BEGUN, subject="s")
    with transaction(older) as session:
        session.delete(session.get_one(Party, party.id))
        event = Event.PERSONAL_NUMBERS_REMOVED
        audit.write_entry(session, actor=by, event=event, subject="s")
    assert faults(older) == []

    with Session(older) as session, session.begin():
        session.add(Party(id=party.id, version_id=draft.id, organisation="o", role="r"))

    fault = f"Parten i en udgave med id {party.id} har ingen post i historikken."
    assert faults(older) == [fault]


def test_a_column_that_comes_later_changes_no_digest() -> None:
    of = SQLModel.metadata.tables["organisation"]
    said = {"id": 1, "slug": "r"}
    nothing = {"valid_to": None, "note": "", "confirmed": 0, "planning_areas": "[]"}

    for later in (nothing, {"planning_areas": [], "confirmed": False}):
        assert seals.digest(of, said) == seals.digest(of, {**said, **later})


@pytest.mark.parametrize(
    ("name", "value"), [("note", "[]"), ("planning_areas", ""), ("note", "0")]
)
def test_what_is_empty_in_another_column_is_something_here(
    name: str, value: str
) -> None:
    of = SQLModel.metadata.tables["organisation"]
    said = {"id": 1, "slug": "r"}

    assert seals.digest(of, said) != seals.digest(of, {**said, name: value})


@pytest.mark.parametrize("other", [1, "1", 1.5, b"1", True, None, "[1]"])
def test_values_of_different_kinds_are_different(other: object) -> None:
    of = SQLModel.metadata.tables["ending"]

    assert seals.digest(of, {"id": 7, "ref": other}) != seals.digest(
        of, {"id": 7, "ref": 2}
    )


def test_every_table_is_sealed_but_those_that_are_named() -> None:
    assert set(SQLModel.metadata.tables) == {*seals.sealed_tables(), *seals.NOT_SEALED}
    assert set(LABELS) == set(seals.sealed_tables())


def test_every_sealed_table_has_an_id() -> None:
    assert all("id" in of.columns for of in seals.sealed_tables().values())


def test_a_session_of_the_tests_own_notes_nothing(engine: Engine) -> None:
    with Session(engine) as session:
        assert not seals.unsealed(session)
