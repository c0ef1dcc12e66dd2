"""A catalogue that each test may write in: a copy of one that was loaded once."""

import shutil
from pathlib import Path

import pytest

from registry.catalogue import Catalogue
from registry.db import connect
from tests.publishing.people import catalogue_in


@pytest.fixture(scope="session")
def loaded_once(tmp_path_factory: pytest.TempPathFactory, catalogue_dir: Path) -> Path:
    """A database file with the invented catalogue, at rest."""
    folder = tmp_path_factory.mktemp("loaded")
    catalogue = catalogue_in(folder, catalogue_dir)
    with catalogue.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return folder / "registry.sqlite"


@pytest.fixture
def catalogue(tmp_path: Path, loaded_once: Path) -> Catalogue:
    shutil.copy(loaded_once, tmp_path / "registry.sqlite")
    return Catalogue(connect(f"sqlite:///{tmp_path / 'registry.sqlite'}"))
