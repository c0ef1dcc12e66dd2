"""What is forged with the program at hand, so that every hash holds and the trail only
goes on, is found where its entry tells of another thing, another person or nobody.
"""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import Engine, select
from sqlmodel import Session, SQLModel

from registry.storage.db import connect
from registry.storage.maker_checks import WHO
from registry.storage.trail_checks import trail_faults
from registry.storage.trail_tables import MADE
from tests.storage.tampered import alter, in_use, make_anew, seal_at_the_end
from tests.storage.test_tampering import FORGED_APPROVAL, NEW_ACCOUNT, RECORD, RECORDED

APPROVED_BY_GORM = FORGED_APPROVAL.replace("'ingen'", "'gorm'").format(7)
CONFIRMED = (
    "INSERT INTO resolution (proposal_id, outcome, decided_by, at, note) VALUES "
    "(2, 'confirmed', '{}', '2026-11-02 10:00:00.000000', '')"
)
ADOPTED = (
    f"INSERT INTO adoption ({RECORD}, agreement, version, organisation, decision, "
    f"reference, fingerprint) VALUES ('falsk', {RECORDED}, 'proeve-lokal', 2, "
    "'proeveregion', 'vedtaget', '', 'f')"
)
PUBLISHED = (
    "UPDATE version SET state = 'published', number = 9, recorded_by = '{}', "
    "recorded_at = '2026-11-22 10:00:00.000000' WHERE id = 7"
)
WRITTEN = (
    "INSERT INTO contribution SELECT NULL, agreement_id, version_id, part, edit, "
    "'bodil', at, text FROM contribution LIMIT 1"
)
ISSUED = (
    "INSERT INTO edition SELECT NULL, health_agreement, title, as_of, at, 'bodil', "
    "parameters, continued, unsettled, undecided, fingerprint, hash FROM edition"
)
LINKED = (
    "INSERT INTO adoption_link SELECT NULL, version_id, fingerprint, 'falsk', 'bodil', "
    "at FROM adoption_link"
)
PROPOSED = (
    "INSERT INTO proposal SELECT NULL, kind, title, entries, 'bodil', at FROM proposal "
    "LIMIT 1"
)
NOBODY = "er af «ingen» (post {post}), som ingen konto har."
OTHER = "er ikke af den, som post {post} siger."
NO_SUCH = "er lavet ved post {post} ({act}), som fortæller om andet."
# What is written, by whom and what the entry says that it is, and what is found.
FORGED = {
    "an approval by nobody": (
        FORGED_APPROVAL.format(7),
        ("ingen", "approve"),
        f"Godkendelsen med id 8 {NOBODY}",
    ),
    "an approval that another is said to have given": (
        APPROVED_BY_GORM,
        ("bodil", "approve"),
        f"Godkendelsen med id 8 {OTHER}",
    ),
    "an approval that nobody is told of": (
        APPROVED_BY_GORM,
        ("gorm", "sign-in"),
        f"Godkendelsen med id 8 {NO_SUCH}",
    ),
    "a confirmation by nobody": (
        CONFIRMED.format("ingen"),
        ("ingen", "confirmed"),
        f"Afgørelsen af et forslag med id 2 {NOBODY}",
    ),
    "a confirmation told of as a rejection by another": (
        CONFIRMED.format("gorm"),
        ("bodil", "rejected"),
        f"Afgørelsen af et forslag med id 2 {OTHER}",
    ),
    "a publication by nobody": (
        PUBLISHED.format("ingen"),
        ("ingen", "publish"),
        "Offentliggørelsen i post {post} er af «ingen», som ingen konto har.",
    ),
    "a publication by another": (
        PUBLISHED.format("bodil"),
        ("gorm", "publish"),
        "Udgaven med id 7 er ikke offentliggjort af den, som post {post} siger.",
    ),
    "an account made by a signing in": (
        NEW_ACCOUNT,
        ("mallory", "sign-in"),
        f"Kontoen med id 6 {NO_SUCH}",
    ),
    "an adoption recorded by another": (
        ADOPTED,
        ("bodil", "adoption"),
        f"Vedtagelsen med id 3 {OTHER}",
    ),
    "an adoption under another's name for it": (
        ADOPTED,
        ("rita", "review"),
        f"Vedtagelsen med id 3 {NO_SUCH}",
    ),
    "a text by another": (
        WRITTEN,
        ("rita", "draft-saved"),
        f"Ændringen i en kladde med id {{last}} {OTHER}",
    ),
    "an issued appendix by another": (
        ISSUED,
        ("rita", "edition"),
        f"Det udstedte appendiks med id 2 {OTHER}",
    ),
    "a link for adoption sent by another": (
        LINKED,
        ("rita", "send-for-adoption"),
        f"Linket til vedtagelse med id 2 {OTHER}",
    ),
    "a proposal by another": (
        PROPOSED,
        ("rita", "proposed"),
        f"Forslaget med id 3 {OTHER}",
    ),
}


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory, catalogue_dir: Path) -> Path:
    """An installation in use; copied, never written to."""
    return in_use(tmp_path_factory.mktemp("in_use"), catalogue_dir)


@pytest.fixture
def path(prepared: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(prepared, tmp_path / "registry.sqlite"))


@pytest.fixture
def engine(path: Path) -> Engine:
    return connect(f"sqlite:///{path}")


def found(engine: Engine) -> list[str]:
    with Session(engine) as session:
        return list(trail_faults(session))


def newest(engine: Engine, table: str) -> int:
    ids = select(SQLModel.metadata.tables[table].c.id)
    with engine.connect() as connection:
        return max(connection.scalars(ids))


@pytest.mark.parametrize("what", FORGED)
def test_what_no_hash_tells_its_own_entry_tells(
    path: Path, engine: Engine, what: str
) -> None:
    statement, (actor, act), expected = FORGED[what]
    alter(path, [statement], lifted=True)
    seal_at_the_end(path, actor, act)

    post, last = newest(engine, "audit_entry"), newest(engine, "contribution")
    assert expected.format(post=post, act=act, last=last) in found(engine)


def test_the_same_by_those_whom_the_entry_names_is_sound(
    path: Path, engine: Engine
) -> None:
    alter(path, [APPROVED_BY_GORM], lifted=True)
    seal_at_the_end(path, "gorm", "approve")

    assert found(engine) == []


def test_what_came_with_a_load_needs_no_account(path: Path, engine: Engine) -> None:
    alter(path, [FORGED_APPROVAL.format(7)], lifted=True)
    seal_at_the_end(path, "ingen", "load")

    # What it says of the approval is nothing; only that there was a second load.
    assert found(engine) == [
        "Historikkens post 29 (load) indlæser i et katalog, der ikke var tomt."
    ]


def test_of_entries_that_somebody_altered_only_the_chain_is_told(
    path: Path, engine: Engine
) -> None:
    alter(path, ["UPDATE audit_entry SET actor = 'ingen'"], lifted=True)

    assert found(engine) == ["Historikkens kæde er brudt ved post 1 (load)."]


def test_a_chain_made_anew_over_another_s_name_is_found_in_what_the_entry_made(
    path: Path, engine: Engine
) -> None:
    altered = "UPDATE audit_entry SET actor = 'bodil' WHERE act = 'approve'"
    alter(path, [altered], lifted=True)
    make_anew(path)

    first, second = found(engine)
    for fault in (first, second):
        assert fault.startswith("Godkendelsen med id ")
        assert " er ikke af den, som post " in fault


def test_of_many_faults_of_one_kind_the_first_are_named(
    path: Path, engine: Engine
) -> None:
    alter(path, [WRITTEN] * 7, lifted=True)
    seal_at_the_end(path, "rita", "draft-saved")

    others = [f for f in found(engine) if f.startswith("Ændringen i en kladde")]
    assert len(others) == 6
    assert others[-1].endswith("og 2 til.")


def test_every_table_that_names_a_person_is_held_to_its_entry() -> None:
    by_person = {
        name
        for name in MADE
        if {c.name for c in SQLModel.metadata.tables[name].columns} & set(WHO.values())
    }

    assert by_person - {"version"} == set(WHO)
    for name, column in WHO.items():
        assert column in SQLModel.metadata.tables[name].columns
