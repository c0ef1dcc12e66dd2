"""What the tests share: a small invented catalogue, the app on it, and a clock that stands."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from registry import clock, content, create_app
from registry.db import connect, migrate

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def catalogue_dir() -> Path:
    """An invented catalogue of four agreements."""
    return Path(__file__).parent / "content"


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


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory, catalogue_dir: Path) -> Flask:
    """The app on the invented catalogue. Tests only read from it."""
    folder = tmp_path_factory.mktemp("app")
    url = f"sqlite:///{folder / 'registry.sqlite'}"
    engine = connect(url)
    migrate(engine)
    content.load(engine, catalogue_dir)
    return create_app(DATABASE_URL=url, INDEX_DIR=str(folder / "index"))


@pytest.fixture
def stopped_clock(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """It is 22 November 2026, 13:00 in Copenhagen."""
    monkeypatch.setattr(clock, "now", lambda: NOW)
    return NOW


@pytest.fixture
def client(app: Flask, stopped_clock: datetime) -> FlaskClient:
    return app.test_client()
