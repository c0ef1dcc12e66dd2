"""The audit trail: appended in order, and whatever is changed afterwards is found.

Also covers registry/models/audit.py.
"""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlmodel import Session, col, select

from registry.models import AuditEntry, Organisation
from registry.publishing.states import ACTS
from registry.rules.linked_accounts import COMMAND_LINE
from registry.storage import audit
from registry.storage.db import connect, migrate, transaction
from registry.storage.events import Event
from registry.storage.trail_checks import trail_faults
from tests.conftest import NOW
from tests.storage.older_trail import OtherEvent


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database file; copied, never written to."""
    path = tmp_path_factory.mktemp("tom") / "registry.sqlite"
    migrate(connect(f"sqlite:///{path}"))
    return path


@pytest.fixture
def engine(empty: Path, tmp_path: Path) -> Engine:
    return connect(f"sqlite:///{shutil.copy(empty, tmp_path / 'registry.sqlite')}")


@pytest.fixture
def trail(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """Three entries by three transactions, at one moment."""
    monkeypatch.setattr(audit, "now", lambda: NOW)
    for key in ("load", "publish", "end"):
        with transaction(engine) as session:
            audit.write_entry(
                session,
                actor="anna",
                event=OtherEvent(key),
                subject="demens",
                detail=f"{key} æøå",
            )
    return engine


def entries(engine: Engine) -> list[AuditEntry]:
    with Session(engine) as session:
        return list(session.exec(select(AuditEntry).order_by(col(AuditEntry.id))))


def broken(engine: Engine) -> str | None:
    """The key of the first entry that does not hold."""
    with Session(engine) as session:
        entry = audit.first_broken(session)
        return entry.event_key if entry else None


def tamper(engine: Engine, statement: str, **values: str) -> None:
    """Change the trail as one would who first removes what guards it."""
    with engine.begin() as connection:
        for operation in ("update", "delete"):
            connection.execute(text(f"DROP TRIGGER immutable_audit_entry_{operation}"))
        connection.execute(text(statement), values)


def test_an_act_is_recorded_with_who_when_and_what(trail: Engine) -> None:
    first = entries(trail)[0]

    assert (first.at, first.actor, first.event_key) == (NOW, "anna", "load")
    assert (first.subject, first.detail) == ("demens", "load æøå")


def test_an_event_and_an_act_are_told_by_their_keys(engine: Engine) -> None:
    with transaction(engine) as session:
        for event in (Event.SIGN_IN, ACTS["send-for-adoption"]):
            audit.write_entry(session, actor="anna", event=event, subject="s")

    assert [entry.event_key for entry in entries(engine)] == [
        "sign-in",
        "send-for-adoption",
    ]


def test_a_trail_with_keys_of_before_is_whole(engine: Engine) -> None:
    with transaction(engine) as session:
        for event in (OtherEvent("indsend"), ACTS["submit"], OtherEvent("godkend")):
            audit.write_entry(session, actor="anna", event=event, subject="s")

    assert [e.event_key for e in entries(engine)] == ["indsend", "submit", "godkend"]
    assert broken(engine) is None


def test_each_entry_holds_the_hash_of_the_one_before(trail: Engine) -> None:
    first, second, third = entries(trail)

    assert first.previous == audit.FIRST
    assert (second.previous, third.previous) == (first.hash, second.hash)
    assert len({first.hash, second.hash, third.hash, audit.FIRST}) == 4


def test_acts_of_one_transaction_are_chained_too(engine: Engine) -> None:
    with transaction(engine) as session:
        for key in ("a", "b", "c"):
            audit.write_entry(session, actor="anna", event=OtherEvent(key), subject="s")

    assert [entry.event_key for entry in entries(engine)] == ["a", "b", "c"]
    assert broken(engine) is None


def test_many_events_at_a_stroke_are_those_of_one_after_another(
    engine: Engine,
) -> None:
    with transaction(engine) as session:
        wards = [
            Organisation(
                slug=f"nr-{n}", name=f"Afdeling {n}", kind="hospital", recorded_at=NOW
            )
            for n in range(3)
        ]
        session.add_all(wards)
        events = [(Event.LOAD, f"som nr. {n}", wards[n]) for n in range(3)]
        audit.write_entries(session, actor=COMMAND_LINE, subject="alle", events=events)

    with Session(engine) as session:
        entries = session.exec(select(AuditEntry).order_by(col(AuditEntry.id))).all()
        assert [entry.detail for entry in entries] == [f"som nr. {n}" for n in range(3)]
        assert len({entry.sealed for entry in entries}) == 3
        faults = list(trail_faults(session))
    # Any event will do here; a load is one that stands alone.
    assert [fault for fault in faults if "ikke var tomt" not in fault] == []


def test_the_same_act_twice_is_two_entries(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit, "now", lambda: NOW)
    with transaction(engine) as session:
        for _ in range(2):
            audit.write_entry(session, actor="anna", event=Event.LOAD, subject="s")

    first, second = entries(engine)
    assert first.hash != second.hash
    assert broken(engine) is None


def test_an_act_that_is_undone_leaves_no_entry(trail: Engine) -> None:
    def fail() -> None:
        with transaction(trail) as session:
            audit.write_entry(session, actor="anna", event=Event.EDITION, subject="s")
            raise RuntimeError("fortrudt")

    with pytest.raises(RuntimeError, match="fortrudt"):
        fail()

    assert [entry.event_key for entry in entries(trail)] == ["load", "publish", "end"]
    assert broken(trail) is None


def test_an_untouched_trail_is_whole(trail: Engine) -> None:
    assert broken(trail) is None


def test_an_empty_trail_is_whole(engine: Engine) -> None:
    assert broken(engine) is None


@pytest.mark.parametrize("act", ["load", "publish", "end"])
@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("at", "2026-11-22 11:00:00.000000"),
        ("actor", "bente"),
        ("subject", "kol"),
        ("detail", "intet"),
        ("previous", "0" * 63 + "1"),
        ("hash", "f" * 64),
    ],
)
def test_the_first_changed_entry_is_named(
    trail: Engine, column: str, value: str, act: str
) -> None:
    statement = f"UPDATE audit_entry SET {column} = :value WHERE act = :act"
    tamper(trail, statement, value=value, act=act)

    assert broken(trail) == act


def test_of_several_changed_entries_the_first_is_named(trail: Engine) -> None:
    tamper(trail, "UPDATE audit_entry SET actor = 'bente' WHERE act <> 'load'")

    assert broken(trail) == "publish"


def test_a_removed_entry_is_noticed_at_the_next(trail: Engine) -> None:
    tamper(trail, "DELETE FROM audit_entry WHERE act = 'publish'")

    assert broken(trail) == "end"


def test_an_entry_put_between_is_noticed(trail: Engine) -> None:
    copied = (
        "SELECT 9, at, actor, 'skjult', subject, detail, previous, 'x', '' FROM "
        "audit_entry"
    )
    tamper(trail, f"INSERT INTO audit_entry {copied} WHERE act = 'publish'")

    assert broken(trail) == "skjult"


def test_a_change_with_its_own_hash_made_to_fit_is_noticed_at_the_next(
    trail: Engine,
) -> None:
    with Session(trail) as session:
        entry = session.exec(
            select(AuditEntry).where(AuditEntry.event_key == "publish")
        ).one()
        session.expunge_all()
    entry.actor = "bente"
    forged = audit.line_of(entry).own_hash
    statement = (
        "UPDATE audit_entry SET actor = 'bente', hash = :forged WHERE act = 'publish'"
    )
    tamper(trail, statement, forged=forged)

    assert broken(trail) == "end"


def test_the_database_refuses_to_change_or_delete_an_entry(trail: Engine) -> None:
    for statement in ("UPDATE audit_entry SET actor = 'x'", "DELETE FROM audit_entry"):
        with (
            pytest.raises(Exception, match="never changed or deleted"),
            trail.begin() as open_,
        ):
            open_.execute(text(statement))

    assert broken(trail) is None
