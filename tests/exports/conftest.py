"""Two catalogues to make appendices of: the invented one, to write in, and the shipped one."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from registry import content
from registry.catalogue import Catalogue
from registry.clock import Moment
from registry.db import connect, migrate
from registry.exports.appendix import appendix
from registry.exports.publication import Publication
from registry.exports.request import AppendixRequest
from registry.settings import ROOT
from tests.exports.samples import ON, PUBLIC_URL, SHIPPED


def _loaded(folder: Path, source: Path) -> Path:
    engine = connect(f"sqlite:///{folder / 'registry.sqlite'}")
    migrate(engine)
    content.load(engine, source)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return folder / "registry.sqlite"


@pytest.fixture(scope="session")
def loaded_once(tmp_path_factory: pytest.TempPathFactory, catalogue_dir: Path) -> Path:
    return _loaded(tmp_path_factory.mktemp("exports"), catalogue_dir)


@pytest.fixture
def catalogue(tmp_path: Path, loaded_once: Path) -> Catalogue:
    """The invented catalogue, to write in."""
    shutil.copy(loaded_once, tmp_path / "registry.sqlite")
    return Catalogue(connect(f"sqlite:///{tmp_path / 'registry.sqlite'}"))


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The shipped catalogue; tests only read from it."""
    path = _loaded(tmp_path_factory.mktemp("shipped"), ROOT / "content")
    return Catalogue(connect(f"sqlite:///{path}"))


@pytest.fixture(scope="session")
def whole(shipped: Catalogue) -> Publication:
    """The fullest appendix of the shipped catalogue."""
    request = AppendixRequest(SHIPPED, Moment(ON), rows=True, since=date(2022, 6, 1))
    return appendix(shipped, request, PUBLIC_URL)


Make = Callable[..., Publication]


@pytest.fixture
def make(shipped: Catalogue) -> Make:
    """An appendix of the shipped catalogue, with what the test chooses."""

    def made(on: date = ON, **chosen: object) -> Publication:
        request = AppendixRequest(SHIPPED, Moment(on), **chosen)  # type: ignore[arg-type]
        return appendix(shipped, request, PUBLIC_URL)

    return made
