"""The invented catalogue: one to read from, one to spoil."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from registry import content
from registry.storage.db import connect, migrate
from tests.content.faults import Edit


@pytest.fixture
def folder(tmp_path: Path, catalogue_dir: Path) -> Path:
    """A copy of the invented catalogue, to spoil."""
    return Path(shutil.copytree(catalogue_dir, tmp_path / "katalog"))


@pytest.fixture
def edit(folder: Path) -> Edit:
    """Replace the first occurrence of a text in a file of the copy."""

    def replace(name: str, old: str, new: str) -> Path:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return path

    return replace


@pytest.fixture(scope="module")
def loaded(
    tmp_path_factory: pytest.TempPathFactory, catalogue_dir: Path
) -> Iterator[Engine]:
    """The invented catalogue as it stands, loaded. Tests only read from it."""
    engine = connect(f"sqlite:///{tmp_path_factory.mktemp('fuld') / 'registry.sqlite'}")
    migrate(engine)
    content.load(engine, catalogue_dir, actor="prøver")
    yield engine
    engine.dispose()
