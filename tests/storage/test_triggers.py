"""What the database itself refuses, whoever asks: triggers, four eyes, one draft."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, SQLModel

from registry.models import (
    RECORDS,
    Account,
    Edition,
    Proposal,
    Resolution,
    Seal,
    State,
    Version,
)
from registry.storage.db import connect, migrate
from registry.storage.guards import (
    install_triggers,
    missing_triggers,
    strange_triggers,
)
from registry.storage.triggers import APPEND_ONLY, TRIGGERS, VERSION_CHILDREN
from tests.conftest import NOW
from tests.storage.immutable_rows import (
    DRAFT_ID,
    GUARDED,
    MODELS,
    PUBLISHED_ID,
    RECORDED,
    approval_of,
    attempt,
    children_of,
    fill,
    message_of,
    names_of,
    publish,
    records,
    set_state,
    version_of,
    written_on,
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with a row in every guarded table; copied, never written to."""
    path = tmp_path_factory.mktemp("filled") / "registry.sqlite"
    engine = connect(f"sqlite:///{path}")
    migrate(engine)
    fill(engine)
    return path


@pytest.fixture
def path(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(filled, tmp_path / "registry.sqlite"))


@pytest.fixture
def engine(path: Path) -> Engine:
    return connect(f"sqlite:///{path}")


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    with Session(engine) as session:
        yield session


def run(session: Session, statement: str) -> None:
    session.connection().execute(text(statement))


# What is published or recorded


@pytest.mark.parametrize(("table", "operation"), GUARDED)
def test_the_database_refuses_to_touch_what_is_published_or_recorded(
    session: Session, table: str, operation: str
) -> None:
    with pytest.raises(IntegrityError, match=message_of(table, operation)):
        attempt(session, table, operation)


@pytest.mark.parametrize(("table", "operation"), GUARDED)
def test_it_is_the_trigger_that_refuses(
    session: Session, table: str, operation: str
) -> None:
    for name in names_of(table, operation):
        run(session, f"DROP TRIGGER {name}")
    run(session, "PRAGMA defer_foreign_keys = ON")

    attempt(session, table, operation)


@pytest.mark.parametrize("table", VERSION_CHILDREN)
@pytest.mark.parametrize(
    ("out_of", "into"), [(PUBLISHED_ID, DRAFT_ID), (DRAFT_ID, PUBLISHED_ID)]
)
def test_nothing_moves_between_a_draft_and_a_published_version(
    session: Session, table: str, out_of: int, into: int
) -> None:
    with pytest.raises(IntegrityError, match="a version's text stands still"):
        run(
            session,
            f"UPDATE {table} SET version_id = {into} WHERE version_id = {out_of}",
        )


@pytest.mark.parametrize(
    "state", [state for state in State if state != State.PUBLISHED]
)
def test_a_published_version_is_never_set_back(session: Session, state: State) -> None:
    with pytest.raises(IntegrityError, match="a published version is immutable"):
        run(
            session,
            f"UPDATE version SET state = '{state.value}' WHERE id = {PUBLISHED_ID}",
        )


@pytest.mark.parametrize("table", [*APPEND_ONLY, *VERSION_CHILDREN, "version"])
def test_insert_or_replace_does_not_pass_the_triggers(
    session: Session, table: str
) -> None:
    with pytest.raises(
        IntegrityError,
        match=r"never changed|immutable|insert a draft|stands still|another's|is open",
    ):
        run(session, f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")


def test_a_draft_does_not_replace_a_published_version_by_taking_its_number(
    session: Session,
) -> None:
    with pytest.raises(IntegrityError, match="a key is another's"):
        run(session, f"UPDATE OR REPLACE version SET number = 1 WHERE id = {DRAFT_ID}")


@pytest.mark.parametrize("column", ["id", "number"])
def test_a_new_draft_does_not_replace_a_published_version(
    session: Session, column: str
) -> None:
    run(session, f"DELETE FROM snitflade WHERE version_id = {DRAFT_ID}")
    run(session, f"DELETE FROM party WHERE version_id = {DRAFT_ID}")
    run(session, f"DELETE FROM relation WHERE version_id = {DRAFT_ID}")
    run(session, f"DELETE FROM version WHERE id = {DRAFT_ID}")
    columns = [
        c.name for c in Version.__table__.columns if c.name not in ("id", "number")
    ]
    values = ", ".join("'draft'" if name == "state" else name for name in columns)

    with pytest.raises(IntegrityError, match=r"insert a draft|a key is another's"):
        run(
            session,
            f"INSERT OR REPLACE INTO version ({column}, {', '.join(columns)}) "
            f"SELECT {column}, {values} FROM version WHERE id = {PUBLISHED_ID}",
        )


def test_a_draft_and_what_hangs_on_it_can_be_changed_and_deleted(
    session: Session,
) -> None:
    for table in VERSION_CHILDREN:
        run(session, f"UPDATE {table} SET id = id WHERE version_id = {DRAFT_ID}")
        run(session, f"DELETE FROM {table} WHERE version_id = {DRAFT_ID}")
    session.add_all(children_of(DRAFT_ID))
    session.flush()
    run(session, f"UPDATE version SET title = 'Ny titel' WHERE id = {DRAFT_ID}")
    session.commit()

    assert session.get(Version, DRAFT_ID).title == "Ny titel"


def test_a_draft_is_published_by_a_change_of_state_and_is_then_immutable(
    session: Session,
) -> None:
    publish(session, DRAFT_ID)

    with pytest.raises(IntegrityError, match="a published version is immutable"):
        run(session, f"UPDATE version SET title = 'Ny titel' WHERE id = {DRAFT_ID}")


def test_records_are_appended_freely(session: Session) -> None:
    for row in records():
        if isinstance(row, Edition | Proposal):
            row.id = None
        if isinstance(row, Seal):
            row.of_row = 2
        for unique in ("ref", "hash", "slug", "key"):
            if hasattr(row, unique):
                setattr(row, unique, "endnu-en")
        session.add(row)

    session.commit()


def test_missing_triggers_are_named(engine: Engine) -> None:
    with engine.begin() as connection:
        assert missing_triggers(connection) == []
        connection.execute(text("DROP TRIGGER immutable_ending_update"))
        connection.execute(text("DROP TRIGGER immutable_version_delete"))

        assert missing_triggers(connection) == [
            "immutable_version_delete",
            "immutable_ending_update",
        ]


def test_a_trigger_of_that_name_on_another_table_is_none_of_ours(
    engine: Engine,
) -> None:
    name = "immutable_ending_update"
    with engine.begin() as connection:
        assert strange_triggers(connection) == []
        connection.execute(text(f"DROP TRIGGER {name}"))
        connection.execute(
            text(
                f"CREATE TRIGGER {name} BEFORE UPDATE ON unanswered_question WHEN 0 "
                "BEGIN SELECT 1; END"
            )
        )

        assert missing_triggers(connection) == [name]
        assert strange_triggers(connection) == [name]


def test_missing_triggers_are_put_back(engine: Engine) -> None:
    with engine.begin() as connection:
        for trigger in TRIGGERS:
            connection.execute(text(f"DROP TRIGGER {trigger.name}"))

        install_triggers(connection)

        assert missing_triggers(connection) == []


def test_no_two_triggers_have_one_name() -> None:
    assert len({trigger.name for trigger in TRIGGERS}) == len(TRIGGERS)


def test_every_record_is_guarded() -> None:
    tables = {record.__tablename__ for record in RECORDS}
    recorded = {
        name
        for name, table in SQLModel.metadata.tables.items()
        if "recorded_at" in table.columns
    }

    assert tables <= set(APPEND_ONLY)
    assert recorded <= {*APPEND_ONLY, "version"}


def test_everything_that_hangs_on_a_version_is_guarded() -> None:
    hanging = {
        name
        for name, table in SQLModel.metadata.tables.items()
        if any(key.column.table.name == "version" for key in table.foreign_keys)
    }

    assert hanging <= {*VERSION_CHILDREN, *APPEND_ONLY}


def test_the_guarded_tables_are_tables() -> None:
    assert {table for table, _ in GUARDED} <= set(MODELS)


# Four eyes


@pytest.mark.parametrize("state", [State.APPROVED, State.FOR_ADOPTION, State.PUBLISHED])
def test_nothing_is_approved_or_published_without_an_approval(
    session: Session, state: State
) -> None:
    set_state(session, DRAFT_ID, State.IN_APPROVAL, fingerprint="f")

    with pytest.raises(IntegrityError, match="nobody else has approved this text"):
        set_state(session, DRAFT_ID, state)


@pytest.mark.parametrize("verdict", ["approved", "returned"])
def test_nobody_decides_on_what_they_wrote(session: Session, verdict: str) -> None:
    session.add_all(written_on(DRAFT_ID)[:1])
    set_state(session, DRAFT_ID, State.IN_APPROVAL, fingerprint="f")
    session.add(approval_of(DRAFT_ID, decided_by="a", verdict=verdict))

    with pytest.raises(
        IntegrityError, match="nobody decides on what they wrote themselves"
    ):
        session.flush()


def test_who_wrote_in_a_draft_that_was_withdrawn_still_wrote(session: Session) -> None:
    session.add_all(written_on(DRAFT_ID)[:1])
    set_state(session, DRAFT_ID, State.WITHDRAWN)
    session.add(version_of(1, id=3))
    session.flush()
    set_state(session, 3, State.IN_APPROVAL, fingerprint="f")
    session.add(approval_of(3, decided_by="a"))

    with pytest.raises(
        IntegrityError, match="nobody decides on what they wrote themselves"
    ):
        session.flush()


def test_who_wrote_before_the_last_publication_may_approve_what_others_wrote_since(
    session: Session,
) -> None:
    publish(session, DRAFT_ID, approver="a")
    session.commit()

    assert session.get(Version, DRAFT_ID).state == State.PUBLISHED


def test_an_approval_by_someone_who_wrote_later_publishes_nothing(
    session: Session,
) -> None:
    set_state(session, DRAFT_ID, State.IN_APPROVAL, fingerprint="f")
    session.add(approval_of(DRAFT_ID, decided_by="a"))
    session.flush()
    session.add_all(written_on(DRAFT_ID)[:1])

    with pytest.raises(IntegrityError, match="nobody else has approved this text"):
        set_state(session, DRAFT_ID, State.APPROVED)


@pytest.mark.parametrize("wrong", [{"revision": 1}, {"fingerprint": "g"}])
def test_a_decision_is_about_the_text_that_awaits_it(
    session: Session, wrong: dict[str, object]
) -> None:
    set_state(session, DRAFT_ID, State.IN_APPROVAL, fingerprint="f")
    session.add(approval_of(DRAFT_ID, **wrong))

    with pytest.raises(
        IntegrityError, match="a decision is about the text that awaits one"
    ):
        session.flush()


def test_a_text_in_approval_stands_still(session: Session) -> None:
    set_state(session, DRAFT_ID, State.IN_APPROVAL, fingerprint="f")

    with pytest.raises(IntegrityError, match="a text under approval stands still"):
        run(session, f"UPDATE version SET title = 'Ny titel' WHERE id = {DRAFT_ID}")


@pytest.mark.parametrize("table", VERSION_CHILDREN)
def test_what_hangs_on_a_text_in_approval_stands_still(
    session: Session, table: str
) -> None:
    set_state(session, DRAFT_ID, State.IN_APPROVAL, fingerprint="f")

    with pytest.raises(IntegrityError, match="a version's text stands still"):
        run(session, f"DELETE FROM {table} WHERE version_id = {DRAFT_ID}")


def test_opening_a_text_for_changes_makes_its_approval_void(session: Session) -> None:
    set_state(session, DRAFT_ID, State.IN_APPROVAL, fingerprint="f")
    session.add(approval_of(DRAFT_ID))
    set_state(session, DRAFT_ID, State.APPROVED)
    set_state(session, DRAFT_ID, State.DRAFT, revision=1)
    set_state(session, DRAFT_ID, State.IN_APPROVAL)

    with pytest.raises(IntegrityError, match="nobody else has approved this text"):
        set_state(session, DRAFT_ID, State.APPROVED)


def test_a_text_is_not_opened_for_changes_in_the_same_revision(
    session: Session,
) -> None:
    set_state(session, DRAFT_ID, State.IN_APPROVAL, fingerprint="f")

    with pytest.raises(IntegrityError, match="makes a new revision"):
        set_state(session, DRAFT_ID, State.DRAFT)


def test_a_revision_never_goes_back(session: Session) -> None:
    run(session, f"UPDATE version SET revision = 2 WHERE id = {DRAFT_ID}")

    with pytest.raises(IntegrityError, match="makes a new revision"):
        run(session, f"UPDATE version SET revision = 1 WHERE id = {DRAFT_ID}")


def test_a_reason_that_nobody_signed_publishes_nothing(session: Session) -> None:
    set_state(session, DRAFT_ID, State.IN_APPROVAL, fingerprint="f")
    session.add(approval_of(DRAFT_ID))
    session.flush()

    with pytest.raises(IntegrityError, match="nobody else has approved this text"):
        set_state(
            session,
            DRAFT_ID,
            State.APPROVED,
            signed_reasons=["tomt-felt:economics: nej"],
        )


@pytest.mark.parametrize(
    "state", [s for s in State if s not in (State.DRAFT, State.WITHDRAWN)]
)
def test_a_withdrawn_version_goes_nowhere_but_back(
    session: Session, state: State
) -> None:
    set_state(session, DRAFT_ID, State.WITHDRAWN)

    with pytest.raises(IntegrityError):
        set_state(session, DRAFT_ID, state)


def test_a_withdrawn_version_is_opened_again(session: Session) -> None:
    after = NOW + timedelta(days=1)
    set_state(session, DRAFT_ID, State.WITHDRAWN, recorded_at=after)
    set_state(session, DRAFT_ID, State.DRAFT)

    assert session.get_one(Version, DRAFT_ID).state == State.DRAFT


def test_a_draft_from_before_a_publication_is_not_opened_again(
    session: Session,
) -> None:
    set_state(session, DRAFT_ID, State.WITHDRAWN)

    with pytest.raises(IntegrityError, match="until the next is published"):
        set_state(session, DRAFT_ID, State.DRAFT)


def test_nobody_confirms_their_own_proposal(session: Session) -> None:
    session.add(
        Proposal(
            id=2,
            kind="ending",
            title="Ophør",
            records="[]",
            proposed_by="a",
            at=RECORDED,
        )
    )
    session.flush()
    session.add(
        Resolution(proposal_id=2, outcome="confirmed", decided_by="a", at=RECORDED)
    )

    with pytest.raises(
        IntegrityError, match="nobody confirms what they proposed themselves"
    ):
        session.flush()


@pytest.mark.parametrize(
    ("statement", "refusal"),
    [
        ("DELETE FROM account", "an account is closed, never deleted"),
        (
            "UPDATE account SET username = 'en-anden'",
            "a username stays the same person's",
        ),
    ],
)
def test_an_account_lasts_under_its_name(
    session: Session, statement: str, refusal: str
) -> None:
    session.add(
        Account(username="rita", name="Rita", session_secret="t", created_at=RECORDED)
    )
    session.flush()

    with pytest.raises(IntegrityError, match=refusal):
        run(session, statement)


# Drafts


def test_an_agreement_has_one_open_draft(session: Session) -> None:
    session.add(version_of(1))

    with pytest.raises(IntegrityError, match="a draft is open already"):
        session.flush()


@pytest.mark.parametrize("state", [State.IN_APPROVAL, State.RETURNED])
def test_a_draft_on_its_way_is_an_open_draft(session: Session, state: State) -> None:
    run(session, f"UPDATE version SET state = '{state.value}' WHERE id = {DRAFT_ID}")
    session.add(version_of(1))

    with pytest.raises(IntegrityError, match="a draft is open already"):
        session.flush()


@pytest.mark.parametrize("state", [State.WITHDRAWN, State.PUBLISHED])
def test_a_new_draft_is_open_to_an_agreement_whose_last_is_done(
    session: Session, state: State
) -> None:
    if state is State.PUBLISHED:
        publish(session, DRAFT_ID)
    else:
        run(
            session, f"UPDATE version SET state = '{state.value}' WHERE id = {DRAFT_ID}"
        )
    session.add(version_of(1))

    session.commit()


def test_a_number_is_given_once(session: Session) -> None:
    with pytest.raises(IntegrityError, match="a key is another's"):
        run(session, f"UPDATE version SET number = 1 WHERE id = {DRAFT_ID}")
