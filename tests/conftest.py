"""What the tests share: a small invented catalogue, the app on it, and a clock that
stands.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings
from sqlalchemy import Engine, create_engine
from whoosh.util.filelock import FileLock

from registry import clock, content, create_app
from registry.accounts import credentials
from registry.catalogue.queries import Catalogue
from registry.search.ask import Asker
from registry.settings import ROOT
from registry.storage import db
from registry.storage.db import connect, migrate
from tests import parts

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def pytest_configure(config: pytest.Config) -> None:
    """How long an example takes says how busy the machine is, not whether the rule
    holds. The fast part tries fewer. What is to land is tried with the same examples
    each time, so that the tree decides and not the day; elsewhere they are new ones.
    """
    if "not slow" in config.getoption("markexpr"):
        parts.be_fast()
    settings.register_profile(
        "steady",
        deadline=None,
        max_examples=parts.examples(),
        derandomize="CI" in os.environ,
    )
    settings.load_profile("steady")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if parts.is_slow(item.path):
            item.add_marker(pytest.mark.slow)
    items.sort(key=lambda item: not parts.is_long(item.path))


@pytest.fixture(scope="session", autouse=True)
def statements_compiled_once() -> Iterator[None]:
    """Each test has an engine of its own; what SQLAlchemy compiled for one serves them
    all.

    It keeps compiled statements by dialect, so they share that too. It saves a sixth of
    the time.
    """
    shared = create_engine("sqlite://")
    shared.connect().close()

    def alike(url: str, **options: Any) -> Engine:
        engine = create_engine(url, **options)
        if engine.dialect.name == shared.dialect.name:
            engine.dialect = engine.pool._dialect = shared.dialect
            engine._compiled_cache = shared._compiled_cache
        return engine

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(db, "create_engine", alike)
        yield
    shared.dispose()


@pytest.fixture(scope="session", autouse=True)
def refused_at_once() -> Iterator[None]:
    """That a refused sign-in takes its time is shown where it is tested."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(credentials, "REFUSED_AFTER", 0.0)
        yield


@pytest.fixture(scope="session")
def catalogue_dir() -> Path:
    """An invented catalogue of four agreements."""
    return Path(__file__).parent / "sample_content"


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database file of this release's schema; copied, never written to."""
    path = tmp_path_factory.mktemp("migrated") / "registry.sqlite"
    migrate(connect(f"sqlite:///{path}"))
    return path


@pytest.fixture
def engine(tmp_path: Path, migrated: Path) -> Engine:
    """An empty database of this release's schema."""
    path = shutil.copy(migrated, tmp_path / "registry.sqlite")
    return connect(f"sqlite:///{path}")


def loaded(folder: Path, source: Path) -> Path:
    """A database file at rest, with the catalogue that lies in `source`."""
    path = folder / "registry.sqlite"
    engine = connect(f"sqlite:///{path}")
    migrate(engine)
    content.load(engine, source)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


@pytest.fixture(scope="session")
def loaded_once(tmp_path_factory: pytest.TempPathFactory, catalogue_dir: Path) -> Path:
    """A database file with the invented catalogue; copied, never written to."""
    return loaded(tmp_path_factory.mktemp("loaded"), catalogue_dir)


@pytest.fixture
def catalogue(tmp_path: Path, loaded_once: Path) -> Catalogue:
    """The invented catalogue, for each test to write in."""
    path = shutil.copy(loaded_once, tmp_path / "registry.sqlite")
    return Catalogue(connect(f"sqlite:///{path}"))


@pytest.fixture
def installed(
    catalogue: Catalogue,
    tmp_path: Path,
    stopped_clock: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """A folder with the invented catalogue, which the commands take for theirs."""
    monkeypatch.setenv(
        "REGISTRY_DATABASE_URL", f"sqlite:///{tmp_path / 'registry.sqlite'}"
    )
    return tmp_path


def made_once(
    factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]
) -> Path:
    """A folder that is dear to make: the first of the processes that run the tests
    makes it, the others wait for it. It is copied, never written to.
    """
    root = factory.getbasetemp()
    shared = root.parent if "PYTEST_XDIST_WORKER" in os.environ else root
    made, partial = shared / f"once-{name}", shared / f"once-{name}.new"

    lock = FileLock(str(shared / f"once-{name}.lock"))
    lock.acquire(blocking=True)
    try:
        if not made.exists():
            shutil.rmtree(partial, ignore_errors=True)
            partial.mkdir()
            make(partial)
            partial.rename(made)
    finally:
        lock.release()
    return made


@pytest.fixture(scope="session")
def shipped_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the shipped catalogue as a database file at rest."""
    return made_once(
        tmp_path_factory, "shipped", lambda folder: loaded(folder, ROOT / "content")
    )


@pytest.fixture(scope="session")
def indexed_once(tmp_path_factory: pytest.TempPathFactory, shipped_once: Path) -> Path:
    """The same with its index beside it."""

    def indexed(folder: Path) -> None:
        path = shutil.copy(shipped_once / "registry.sqlite", folder)
        engine = connect(f"sqlite:///{path}")
        Asker(Catalogue(engine), folder / "index").refresh()
        engine.dispose()

    return made_once(tmp_path_factory, "indexed", indexed)


@pytest.fixture(scope="session")
def shipped(shipped_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The shipped catalogue; tests only read from it."""
    folder = shutil.copytree(shipped_once, tmp_path_factory.mktemp("shipped") / "own")
    return Catalogue(connect(f"sqlite:///{folder / 'registry.sqlite'}"))


@pytest.fixture(scope="session")
def shipped_asker(
    shipped: Catalogue, indexed_once: Path, tmp_path_factory: pytest.TempPathFactory
) -> Asker:
    """An asker on the shipped catalogue, by the true clock. Tests only ask it."""
    index = tmp_path_factory.mktemp("shipped-index") / "index"
    return Asker(shipped, Path(shutil.copytree(indexed_once / "index", index)))


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory, catalogue_dir: Path) -> Flask:
    """The app on the invented catalogue. Tests only read from it."""
    folder = tmp_path_factory.mktemp("app")
    url = f"sqlite:///{loaded(folder, catalogue_dir)}"
    return create_app(DATABASE_URL=url, INDEX_DIR=str(folder / "index"))


@pytest.fixture
def stopped_clock(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """It is 22 November 2026, 13:00 in Copenhagen."""
    monkeypatch.setattr(clock, "now", lambda: NOW)
    return NOW


@pytest.fixture
def client(app: Flask, stopped_clock: datetime) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="session")
def asker(
    tmp_path_factory: pytest.TempPathFactory, catalogue_dir: Path
) -> Iterator[Asker]:
    """An asker on the invented catalogue. Tests only ask it."""
    folder = tmp_path_factory.mktemp("asked")
    engine = connect(f"sqlite:///{folder / 'registry.sqlite'}")
    migrate(engine)
    content.load(engine, catalogue_dir)
    yield Asker(Catalogue(engine), folder / "index")
    engine.dispose()
