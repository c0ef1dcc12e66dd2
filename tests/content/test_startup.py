"""Making an installation ready: each step only where it is needed."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from registry import content
from registry.catalogue.queries import Catalogue
from registry.content.startup import prepare_database
from registry.errors import BadContent, SchemaTooNew
from registry.storage import atomic_files, db
from registry.storage.db import connect, current_revision, schema_revisions

STEP = "Indlæser kataloget"


class Steps:
    """The steps as they are shown to the one who starts the program."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    @contextmanager
    def __call__(self, text: str) -> Iterator[None]:
        self.lines.append(text)
        yield
        self.lines.append(f"{text}: færdig")


@pytest.fixture
def nothing(tmp_path: Path) -> Engine:
    """A place where no database lies yet."""
    return connect(f"sqlite:///{tmp_path / 'new' / 'registry.sqlite'}")


def test_from_nothing_there_is_a_schema_and_a_catalogue(
    nothing: Engine, catalogue_dir: Path
) -> None:
    steps = Steps()

    backup = prepare_database(nothing, catalogue_dir, steps)

    assert backup is None
    assert current_revision(nothing) == schema_revisions()[-1]
    assert not content.is_empty(nothing)
    assert steps.lines == [STEP, f"{STEP}: færdig"]


def test_a_second_start_finds_nothing_to_do(
    nothing: Engine, catalogue_dir: Path, tmp_path: Path
) -> None:
    prepare_database(nothing, catalogue_dir)
    steps = Steps()

    backup = prepare_database(nothing, tmp_path / "nowhere", steps)

    assert (backup, steps.lines) == (None, [])


def test_a_catalogue_that_is_there_is_left_as_it_is(
    engine: Engine, catalogue_dir: Path, tmp_path: Path
) -> None:
    """Also where the folder of content holds another one."""
    content.load(engine, catalogue_dir)
    before = Path(str(engine.url.database)).read_bytes()

    prepare_database(engine, tmp_path)

    assert Path(str(engine.url.database)).read_bytes() == before


def test_an_older_database_is_backed_up_and_keeps_its_catalogue(
    engine: Engine,
    catalogue_dir: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    content.load(engine, catalogue_dir)
    newer = shutil.copytree(db.MIGRATIONS, tmp_path / "migrations")
    last = schema_revisions()[-1]
    (newer / "versions" / "9999_more.py").write_text(
        f"revision = '9999_more'\ndown_revision = '{last}'\n\n\n"
        "def upgrade() -> None:\n    pass\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(db, "MIGRATIONS", newer)

    backup = prepare_database(engine, catalogue_dir)

    assert backup is not None and backup.is_file()
    assert current_revision(engine) == "9999_more"
    assert not content.is_empty(engine)


def test_a_database_of_a_newer_release_is_refused(
    engine: Engine, catalogue_dir: Path
) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999_x'"))

    with pytest.raises(SchemaTooNew):
        prepare_database(engine, catalogue_dir)

    assert content.is_empty(engine)


def test_content_that_cannot_be_loaded_is_refused_and_nothing_kept(
    nothing: Engine, catalogue_dir: Path, tmp_path: Path
) -> None:
    broken = shutil.copytree(catalogue_dir, tmp_path / "content")
    (broken / "vocabulary" / "phases.yaml").write_text("entries: [", encoding="utf-8")

    with pytest.raises(BadContent, match=r"phases\.yaml"):
        prepare_database(nothing, broken)

    assert content.is_empty(nothing)


def test_what_killed_commands_left_is_cleared_and_the_database_closed(
    catalogue: Catalogue, tmp_path: Path, catalogue_dir: Path
) -> None:
    half = atomic_files.beside(tmp_path / "kopi.sqlite")
    half.touch()
    (tmp_path / "registry.sqlite").chmod(0o644)

    prepare_database(catalogue.engine, catalogue_dir)

    assert not half.exists()
    assert os.name == "nt" or (tmp_path / "registry.sqlite").stat().st_mode % 64 == 0
