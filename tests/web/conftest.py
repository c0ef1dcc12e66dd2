"""An app that may be written to, with the people who work in it."""

import shutil
from datetime import datetime
from pathlib import Path
from typing import ClassVar

import pytest
from flask import Flask
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from registry import clock, content, create_app
from registry.accounts.attempts import Attempts
from registry.catalogue.queries import Catalogue
from registry.search.answered_tasks import AnsweredTasks
from registry.search.ask import Asker
from registry.search.unanswered import UnansweredQuestions
from registry.services import Services
from registry.storage.db import connect, migrate
from registry.storage.witness import Signer
from registry.web.frame.waiting import Works
from tests.conftest import NOW
from tests.web.people import Browser, add_people, sign_in
from tests.web.writing import begin, draft_of, write


class Compiled(BytecodeCache):
    """The templates, compiled once for all the apps that the tests make."""

    kept: ClassVar[dict[str, bytes]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


def app_in(folder: Path, **settings: str) -> Flask:
    """The app on the catalogue that lies in the folder."""
    url = f"sqlite:///{folder / 'registry.sqlite'}"
    app = create_app(DATABASE_URL=url, INDEX_DIR=str(folder / "index"), **settings)
    app.jinja_env.bytecode_cache = Compiled()
    return app


def moved(app: Flask, folder: Path) -> Flask:
    """The app, made once since it takes its time, now on the catalogue that lies in the
    folder.
    """
    app.config["INDEX_DIR"] = str(folder / "index")
    catalogue = Catalogue(connect(f"sqlite:///{folder / 'registry.sqlite'}"))
    asker = Asker(catalogue, folder / "index")
    engine = catalogue.engine
    signer = Signer("", f"sqlite:///{folder / 'registry.sqlite'}", "http://test")
    app.extensions["registry"] = Services(
        engine,
        catalogue,
        asker,
        AnsweredTasks(engine),
        UnansweredQuestions(engine),
        signer,
    )
    app.extensions["attempts"] = Attempts(now=lambda: 0.0)  # its waits never end
    app.extensions["works"] = Works()
    return app


@pytest.fixture(scope="session")
def peopled(tmp_path_factory: pytest.TempPathFactory, catalogue_dir: Path) -> Path:
    """A folder with the invented catalogue, its index and people; copied, never written
    to.
    """
    folder = tmp_path_factory.mktemp("peopled")
    engine = connect(f"sqlite:///{folder / 'registry.sqlite'}")
    migrate(engine)
    content.load(engine, catalogue_dir)
    add_people(engine)
    app_in(folder).extensions["registry"].asker.refresh()
    return folder


@pytest.fixture(scope="session")
def workshop(peopled: Path) -> Flask:
    """The app that each test moves to a folder of its own."""
    return app_in(peopled)


@pytest.fixture
def people(
    workshop: Flask, peopled: Path, tmp_path: Path, stopped_clock: datetime
) -> Flask:
    """The app on a copy of its own: rita writes, gorm approves, bodil does both, ada
    administers.

    `sign_in(people, "rita")` of tests.web.people gives a browser in which she is signed
    in.
    """
    return moved(workshop, shutil.copytree(peopled, tmp_path / "installation"))


@pytest.fixture(scope="session")
def begun(peopled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, with a draft that Rita has begun; nobody has written in it."""
    folder = shutil.copytree(peopled, tmp_path_factory.mktemp("begun") / "installation")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(clock, "now", lambda: NOW)
        begin(sign_in(app_in(folder), "rita"))
    return folder


@pytest.fixture(scope="session")
def written(begun: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, now with the title «Ritas titel»."""
    folder = shutil.copytree(begun, tmp_path_factory.mktemp("written") / "installation")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(clock, "now", lambda: NOW)
        rita = sign_in(app_in(folder), "rita")
        write(rita, draft_of(rita.app), changes={"title": "Ritas titel"})
    return folder


@pytest.fixture
def people_begun(
    workshop: Flask, begun: Path, tmp_path: Path, stopped_clock: datetime
) -> Flask:
    """The app on a copy in which Rita has begun a draft."""
    return moved(workshop, shutil.copytree(begun, tmp_path / "installation"))


@pytest.fixture
def people_written(
    workshop: Flask, written: Path, tmp_path: Path, stopped_clock: datetime
) -> Flask:
    """The app on a copy in which Rita has begun a draft and written its title."""
    return moved(workshop, shutil.copytree(written, tmp_path / "installation"))


@pytest.fixture
def office(people: Flask) -> Flask:
    """Where the people below are signed in; a file says if theirs is another copy."""
    return people


@pytest.fixture
def draft(office: Flask) -> int:
    """The draft that Rita has begun there."""
    return draft_of(office)


@pytest.fixture
def rita(office: Flask) -> Browser:
    """She writes."""
    return sign_in(office, "rita")


@pytest.fixture
def gorm(office: Flask) -> Browser:
    """He approves."""
    return sign_in(office, "gorm")


@pytest.fixture
def bodil(office: Flask) -> Browser:
    """She does both."""
    return sign_in(office, "bodil")


@pytest.fixture
def ada(office: Flask) -> Browser:
    """She administers."""
    return sign_in(office, "ada")
