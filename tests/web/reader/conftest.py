"""The app on the shipped catalogue, for what readers are shown of it."""

import shutil
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from registry import create_app


@pytest.fixture(scope="session")
def shipped_app(indexed_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """Tests only read from it."""
    folder = tmp_path_factory.mktemp("shipped-app") / "own"
    url = f"sqlite:///{shutil.copytree(indexed_once, folder) / 'registry.sqlite'}"
    return create_app(DATABASE_URL=url, INDEX_DIR=str(folder / "index"))


@pytest.fixture
def ours(shipped_app: Flask, stopped_clock: object) -> FlaskClient:
    return shipped_app.test_client()
