"""An app that may be written to, with the people who work in it."""

import shutil
from datetime import datetime
from pathlib import Path

import pytest
from flask import Flask

from registry import content, create_app
from registry.db import connect, migrate
from tests.web.people import add_people


def app_in(folder: Path, **settings: str) -> Flask:
    """The app on the catalogue that lies in the folder."""
    url = f"sqlite:///{folder / 'registry.sqlite'}"
    return create_app(DATABASE_URL=url, INDEX_DIR=str(folder / "index"), **settings)


@pytest.fixture(scope="session")
def peopled(tmp_path_factory: pytest.TempPathFactory, catalogue_dir: Path) -> Path:
    """A folder with the invented catalogue, its index and people; copied, never written to."""
    folder = tmp_path_factory.mktemp("peopled")
    engine = connect(f"sqlite:///{folder / 'registry.sqlite'}")
    migrate(engine)
    content.load(engine, catalogue_dir)
    add_people(engine)
    app_in(folder).extensions["registry"].asker.refresh()
    return folder


@pytest.fixture
def people(peopled: Path, tmp_path: Path, stopped_clock: datetime) -> Flask:
    """The app on a copy of its own: rita writes, gorm approves, bodil does both, ada administers.

    `sign_in(people, "rita")` of tests.web.people gives a browser in which she is signed in.
    """
    return app_in(Path(shutil.copytree(peopled, tmp_path / "installation")))
