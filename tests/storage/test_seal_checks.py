"""Entries whose hashes all hold, and which seal what such an entry never seals, or are
of one who was not allowed to; by the table of `registry/storage/seal_rules.py`.
"""

import shutil
from pathlib import Path

import pytest
from sqlmodel import Session

from registry.publishing.states import ACTS
from registry.storage import audit, seals
from registry.storage.db import connect, transaction
from registry.storage.seal_rules import DRAFT_STEPS, SEALINGS
from registry.storage.trail_checks import trail_faults
from tests.publishing.people import SLUG
from tests.storage.tampered import alter, in_use, seal_at_the_end
from tests.storage.test_tampering import RECORD, RECORDED

ENDED = (
    f"INSERT INTO ending ({RECORD}, agreement) VALUES ('falsk', {RECORDED}, "
    "'proeve-lokal')"
)
ADOPTED = (
    f"INSERT INTO adoption ({RECORD}, agreement, version, organisation, decision, "
    f"reference, fingerprint) VALUES ('falsk', {RECORDED}, 'proeve-lokal', 2, "
    "'proeveregion', 'vedtaget', '', 'f')"
)
# What is altered, who the entry at the end is of and what it says, and what is found.
FORGED = {
    "a word relabelled by a signing in": (
        "UPDATE word SET label = 'Andet' WHERE id = 1",
        ("gorm", "sign-in"),
        "Ordet i en ordliste med id 1 er ændret ved post",
    ),
    "a word relabelled by what makes words": (
        "UPDATE word SET label = 'Andet' WHERE id = 1",
        ("gorm", "confirmed"),
        "Ordet i en ordliste med id 1 er ændret ved post",
    ),
    "a word relabelled by another load": (
        "UPDATE word SET label = 'Andet' WHERE id = 1",
        ("system", "load"),
        "Ordet i en ordliste med id 1 er ændret ved post",
    ),
    "an ending inserted by a signing out": (
        ENDED,
        ("gorm", "sign-out"),
        "er lavet ved post",
    ),
    "an ending on another day": (
        "UPDATE ending SET effective_on = '2030-01-01'",
        ("gorm", "confirmed"),
        "Ophøret med id 1 er ændret ved post",
    ),
    "a published version at another time": (
        "UPDATE version SET recorded_at = '2026-01-01 10:00:00.000000' WHERE id = 6",
        ("gorm", "publish"),
        "Udgaven med id 6 blev offentliggjort ved post",
    ),
    "a published version by a saving": (
        "UPDATE version SET recorded_at = '2026-01-01 10:00:00.000000' WHERE id = 6",
        ("rita", "draft-saved"),
        "Udgaven med id 6 blev offentliggjort ved post",
    ),
    "a loaded version by a saving": (
        "UPDATE version SET recorded_at = '2026-01-01 10:00:00.000000' WHERE id = 1",
        ("rita", "draft-saved"),
        "Udgaven med id 1 står som offentliggjort, men er sidst ændret ved post",
    ),
    "a row's text by a comment": (
        "UPDATE snitflade SET task = 'Falsk' WHERE version_id = 5",
        ("rita", "commented"),
        "er ændret ved post",
    ),
    "roles by a signing in": (
        "UPDATE account SET roles = '[\"godkender\"]' WHERE username = 'rita'",
        ("rita", "sign-in"),
        "Kontoen med id 1 er ændret ved post",
    ),
    "roles by one who has no account": (
        "UPDATE account SET roles = '[\"godkender\"]' WHERE username = 'rita'",
        ("ghost", "account-roles"),
        "er af «ghost», som ingen konto har.",
    ),
    "roles by an editor": (
        "UPDATE account SET roles = '[\"redaktoer\"]' WHERE username = 'gorm'",
        ("rita", "account-roles"),
        "er af «rita», som ikke var administrator dengang.",
    ),
    "a password by another's change of it": (
        "UPDATE account SET password_hash = 'x' WHERE username = 'gorm'",
        ("rita", "password-change"),
        "Kontoen med id 3 er ændret ved post",
    ),
    "a password by an entry about an agreement": (
        "UPDATE account SET password_hash = 'x' WHERE username = 'gorm'",
        ("ada", "account-link"),
        "Kontoen med id 3 er ændret ved post",
    ),
    "a decision by an editor": (
        ENDED,
        ("rita", "confirmed"),
        "er af «rita», som ikke var godkender dengang.",
    ),
    "a text by an administrator": (
        "UPDATE snitflade SET task = 'Falsk' WHERE id = 1",
        ("ada", "draft-saved"),
        "er af «ada», som ikke var redaktør eller godkender dengang.",
    ),
    "an ending inserted by a load": (
        ENDED,
        ("system", "load"),
        "indlæser i et katalog, der ikke var tomt.",
    ),
    "a draft's text by one who has no account": (
        "UPDATE version SET title = 'Falsk' WHERE id = 8",
        ("ghost", "draft-saved"),
        "er af «ghost», som ingen konto har.",
    ),
    "a record by one who has no account": (
        ADOPTED.replace("'rita'", "'ghost'"),
        ("ghost", "adoption"),
        "er af «ghost», som ingen konto har.",
    ),
    "a record by the command line": (
        ADOPTED.replace("'rita'", "'kommandolinje'"),
        ("kommandolinje", "adoption"),
        "er af «kommandolinje», som ingen konto har.",
    ),
    "a proposal by one who has no account": (
        "INSERT INTO proposal SELECT NULL, kind, title, entries, 'ghost', at FROM "
        "proposal LIMIT 1",
        ("ghost", "proposed"),
        "er af «ghost», som ingen konto har.",
    ),
    "an issued file by another entry": (
        "UPDATE edition_file SET content = x'00'",
        ("rita", "edition"),
        "Filen i et udstedt appendiks med id 1 er ændret ved post",
    ),
}
# Entries that seal nothing are somebody's too.
EMPTY_HANDED = ("sign-in", "sign-in-refused", "commented", "account-link")
CONFIRMERS = {"ghost": "som ingen konto har", "rita": "som ikke var administrator"}


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory, catalogue_dir: Path) -> Path:
    """An installation in use; copied, never written to."""
    return in_use(tmp_path_factory.mktemp("in_use"), catalogue_dir)


@pytest.fixture
def path(prepared: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(prepared, tmp_path / "registry.sqlite"))


def found(path: Path) -> list[str]:
    with Session(connect(f"sqlite:///{path}")) as session:
        return list(trail_faults(session))


def test_an_installation_in_use_is_sound(path: Path) -> None:
    assert found(path) == []


@pytest.mark.parametrize("what", FORGED)
def test_an_entry_seals_only_what_such_an_entry_seals(path: Path, what: str) -> None:
    statement, (actor, act), expected = FORGED[what]
    alter(path, [statement], lifted=True)
    seal_at_the_end(path, actor, act)

    assert any(expected in fault for fault in found(path))


@pytest.mark.parametrize(
    ("table", "where", "act"),
    [("term", "id = 1", "confirmed"), ("approval", "id = 1", "approve")],
)
def test_what_is_only_added_to_is_not_taken_away(
    path: Path, table: str, where: str, act: str
) -> None:
    alter(path, [f"DELETE FROM {table} WHERE {where}"], lifted=True)
    with transaction(connect(f"sqlite:///{path}")) as session:
        gone = [seals.Sealed(table, 1, seals.GONE)]
        audit.append(session, ("gorm", act, "", ""), gone)

    assert any("er fjernet ved post" in fault for fault in found(path))


@pytest.mark.parametrize("confirmer", CONFIRMERS)
def test_a_confirmation_of_an_event_is_an_administrator_s(
    path: Path, confirmer: str
) -> None:
    engine = connect(f"sqlite:///{path}")
    with transaction(engine) as session:
        audit.append(session, (confirmer, "account-confirm", "rita", "post 2"), [])

    assert any(CONFIRMERS[confirmer] in fault for fault in found(path))


@pytest.mark.parametrize("act", EMPTY_HANDED)
def test_an_entry_that_seals_nothing_is_of_one_who_has_an_account(
    path: Path, act: str
) -> None:
    with transaction(connect(f"sqlite:///{path}")) as session:
        audit.append(session, ("ghost", act, SLUG, ""), [])

    assert any("er af «ghost», som ingen konto har." in f for f in found(path))


def test_every_sealed_table_says_what_may_seal_it() -> None:
    assert set(SEALINGS) == set(seals.sealed_tables())


def test_the_acts_on_a_draft_s_way_are_those_of_the_table() -> None:
    assert set(ACTS) == DRAFT_STEPS
