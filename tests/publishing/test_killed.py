"""A publication that is killed at any moment has happened whole, or not at all."""

import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from registry.catalogue import Catalogue
from registry.checks import faults
from registry.db import connect, reading
from registry.models import AuditEntry, State
from registry.publishing import beginning, editing
from registry.publishing.acts import perform
from registry.publishing.drafts import read_draft
from registry.search.ask import Asker
from registry.version_content import MAIN, part_digest, part_of
from tests.killer import Killer, a_killer
from tests.publishing.people import GORM, RITA, SLUG

TIMES = 50

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are killed by fork and signal"),
]


@pytest.fixture
def approved(catalogue: Catalogue) -> int:
    """The id of a draft that lacks only its publication."""
    draft = beginning.begin_version(catalogue.engine, SLUG, RITA)
    base = part_digest(part_of(read_draft(catalogue, draft).content, MAIN))
    editing.save(catalogue.engine, draft, MAIN, {"title": "Ny titel"}, base, RITA)
    for act, by in (("indsend", RITA), ("godkend", GORM)):
        perform(catalogue, draft, act, by, seen=read_draft(catalogue, draft).fingerprint)
    with catalogue.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return draft


@pytest.fixture
def killer() -> Iterator[Killer]:
    with a_killer() as killer:
        yield killer


def is_published(engine: Engine, draft: int) -> bool:
    """Whether it is, whole; otherwise it stands exactly as it stood."""
    found = read_draft(Catalogue(engine), draft)
    with reading(engine) as session:
        acts = [entry.act for entry in session.exec(select(AuditEntry))]
    published = found.state is State.PUBLISHED
    assert published or found.state is State.APPROVED
    assert found.version.number == (3 if published else None)
    assert acts.count("offentliggoer") == published
    assert found.version.fingerprint == found.fingerprint
    assert len(found.content.rows) == 3
    return published


def test_a_publication_killed_at_any_moment_is_whole_or_not_at_all(
    catalogue: Catalogue,
    approved: int,
    killer: Killer,
    tmp_path: Path,
) -> None:
    template = Path(str(catalogue.engine.url.database))
    whole = tmp_path / "whole.sqlite"
    shutil.copy(template, whole)
    lasts = killer.do("publish", whole, approved)
    chance = random.Random(20261123)
    outcomes = []
    for time_of_death in range(TIMES):
        path = tmp_path / f"killed-{time_of_death}" / "registry.sqlite"
        path.parent.mkdir()
        shutil.copy(template, path)
        killer.do("publish", path, approved, after=chance.uniform(0, lasts * 1.1))
        engine = connect(f"sqlite:///{path}")
        outcomes.append(is_published(engine, approved))
        asker = Asker(Catalogue(engine), path.parent / "index")
        asker.refresh()
        assert faults(engine, lambda _, asker=asker: asker) == []

    assert is_published(connect(f"sqlite:///{whole}"), approved)
    assert len(outcomes) == TIMES
    assert not all(outcomes), "every one was published before it was killed: nothing was tried"
