"""What was altered behind the catalogue's back is not written over: no later entry of
the catalogue's own seals it.
"""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlmodel import select

from registry.accounts import accounts, credentials, federation
from registry.accounts.federation import Vouched
from registry.catalogue.queries import Catalogue
from registry.errors import AlteredOutside
from registry.models import Account, Role, Version
from registry.publishing import editing
from registry.publishing.acts import perform
from registry.publishing.drafts import read_draft
from registry.rules.linked_accounts import COMMAND_LINE
from registry.storage import as_sealed, audit
from registry.storage.db import connect, transaction
from registry.storage.events import Event
from registry.storage.seals import NOT_SEALED
from tests.publishing.people import RITA
from tests.storage import every_table
from tests.storage.immutable_rows import MODELS
from tests.storage.tampered import alter, copy_of, found, in_use

DRAFT = 8
OURS, FORGED = "tavs bjergsø lampe 7", "en helt anden lampe 9"
SEALED = sorted(MODELS.keys() - NOT_SEALED)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory, catalogue_dir: Path) -> Path:
    """An installation in use, with a row in every table; copied, never written to."""
    path = in_use(tmp_path_factory.mktemp("in_use"), catalogue_dir)
    every_table.fill(path)
    return path.parent


@pytest.fixture
def path(prepared: Path, tmp_path: Path) -> Path:
    return copy_of(prepared, tmp_path)


@pytest.fixture
def engine(path: Path) -> Engine:
    return connect(f"sqlite:///{path}")


def with_another_password(engine: Engine) -> str:
    """Gorm has a password of his own. Returns the hash of another."""
    key = credentials.issue_link(engine, "gorm", actor=COMMAND_LINE)
    credentials.accept_link(engine, key, FORGED)
    with transaction(engine) as session:
        forged = accounts.named(session, "gorm").password_hash
    key = credentials.issue_link(engine, "gorm", actor=COMMAND_LINE)
    credentials.accept_link(engine, key, OURS)
    return forged


def test_nobody_is_let_in_by_a_password_that_was_put_there(
    path: Path, engine: Engine
) -> None:
    put = f"UPDATE account SET password_hash = '{with_another_password(engine)}'"
    alter(path, [f"{put} WHERE username = 'gorm'"])

    with pytest.raises(AlteredOutside, match=r"Kontoen med id \d er ændret uden om"):
        credentials.authenticate(engine, "gorm", FORGED)
    assert "er ændret siden post" in " ".join(found(engine, path))


def test_to_sign_out_does_not_seal_a_password_that_was_put_there(
    path: Path, engine: Engine
) -> None:
    alter(path, ["UPDATE account SET password_hash = 'x' WHERE username = 'gorm'"])

    with pytest.raises(AlteredOutside):
        credentials.sign_out(engine, "gorm")
    assert "er ændret siden post" in " ".join(found(engine, path))


def test_the_provider_lets_nobody_into_an_account_that_was_altered(
    path: Path, engine: Engine
) -> None:
    person = Vouched("https://id.example", "s1", "vera", "Vera", (Role.EDITOR,))
    federation.sign_in(engine, person)
    alter(path, ["UPDATE account SET name = 'Mallory' WHERE username = 'vera'"])

    with pytest.raises(AlteredOutside):
        federation.sign_in(engine, person)


def test_roles_that_were_put_there_are_not_sealed_by_others(
    path: Path, engine: Engine
) -> None:
    alter(
        path,
        ["UPDATE account SET roles = '[\"administrator\"]' WHERE username = 'gorm'"],
    )

    with pytest.raises(AlteredOutside):
        accounts.set_roles(engine, "gorm", [Role.EDITOR], actor=COMMAND_LINE)
    with pytest.raises(AlteredOutside):
        accounts.close(engine, "gorm", actor=COMMAND_LINE)
    with pytest.raises(AlteredOutside):
        credentials.issue_link(engine, "gorm", actor=COMMAND_LINE)


def test_a_draft_that_was_altered_is_not_led_on(path: Path, engine: Engine) -> None:
    alter(path, [f"UPDATE version SET economics = 'Alt' WHERE id = {DRAFT}"])
    catalogue = Catalogue(engine)

    seen = read_draft(catalogue, DRAFT).fingerprint
    with pytest.raises(AlteredOutside, match=f"Udgaven med id {DRAFT} er ændret"):
        perform(catalogue, DRAFT, "withdraw", RITA, seen=seen, signed=())


def test_what_is_written_beside_what_was_altered_does_not_seal_it(
    path: Path, engine: Engine
) -> None:
    alter(path, [f"UPDATE version SET economics = 'Alt' WHERE id = {DRAFT}"])

    editing.add_row(Catalogue(engine), DRAFT, {"task": "Ringe til vagten"}, RITA)

    (told,) = (f for f in found(engine, path) if f.startswith("Udgaven med id"))
    assert "er ændret siden post" in told


def test_what_is_as_it_was_sealed_goes_on(engine: Engine, path: Path) -> None:
    editing.add_row(Catalogue(engine), DRAFT, {"task": "Ringe til vagten"}, RITA)
    editing.add_row(Catalogue(engine), DRAFT, {"task": "Skrive et kort"}, RITA)
    credentials.sign_out(engine, "gorm")
    credentials.sign_out(engine, "gorm")

    assert found(engine, path) == []


@pytest.mark.parametrize("name", SEALED)
def test_no_row_of_any_table_is_written_over_when_it_was_altered(
    path: Path, engine: Engine, name: str
) -> None:
    (table,) = (t for t in every_table.tables(path) if t.name == name)
    alter(path, [every_table.a_change(path, table)], lifted=True)

    with transaction(engine) as session:
        row = session.exec(select(MODELS[name])).first()
        assert row is not None
        session.delete(row)
        with pytest.raises(AlteredOutside, match="er ændret uden om kataloget"):
            session.flush()
        session.rollback()


def test_what_a_row_was_last_sealed_to_say_is_found_without_reading_all_seals(
    engine: Engine,
) -> None:
    asked: list[tuple[str, Any]] = []

    def hear(_c: object, _u: object, said: str, values: Any, *_: object) -> None:
        if "FROM seal" in said:
            asked.append((said, values))

    with transaction(engine) as session:
        everybody = session.exec(select(Account)).all()
        event.listen(engine, "before_cursor_execute", hear)
        as_sealed.require(session, everybody)
        event.remove(engine, "before_cursor_execute", hear)

        ((said, values),) = asked
        plan = session.connection().exec_driver_sql(
            f"EXPLAIN QUERY PLAN {said}", values
        )
        steps = [step.detail for step in plan]
        session.rollback()

    assert "SEARCH seal USING INDEX ix_seal_of_table" in steps[0]
    assert not any(step.startswith("SCAN") for step in steps)


def test_a_row_that_no_entry_has_sealed_is_judged_by_its_first_seal(
    path: Path, engine: Engine
) -> None:
    alter(path, ["DELETE FROM seal WHERE of_table = 'account'"], lifted=True)

    with transaction(engine) as session:
        as_sealed.require(session, [session.get_one(Account, 4)])
        session.rollback()


def test_what_is_written_twice_by_one_act_is_its_own(
    engine: Engine, path: Path
) -> None:
    with transaction(engine) as session:
        draft = session.get_one(Version, DRAFT)
        draft.title = "Ny"
        session.flush()
        draft.title = "Nyere"
        undone = Event.APPROVAL_UNDONE
        audit.write_entry(session, actor="rita", event=undone, subject="proeve")

    assert found(engine, path) == []
