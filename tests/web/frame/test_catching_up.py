"""What one has just written stands on the readers' pages when one looks."""

import shutil
from pathlib import Path

import pytest
from flask import Flask

from registry import create_app
from registry.models import Ending
from registry.web.frame.catching_up import catch_up
from tests.catalogue.shelf import record
from tests.storage.unwatched import transaction


@pytest.fixture
def app(tmp_path: Path, loaded_once: Path, stopped_clock: object) -> Flask:
    """Served as by `registry serve`; each new state takes a while to make."""
    path = shutil.copy(loaded_once, tmp_path / "registry.sqlite")
    app = create_app(DATABASE_URL=f"sqlite:///{path}", INDEX_DIR=str(tmp_path / "i"))
    app.extensions["registry"].serve_readers()
    return app


def end(app: Flask) -> None:
    with transaction(app.extensions["registry"].engine) as session:
        session.add(record(Ending, agreement="proeve-udskrivning"))


@pytest.mark.parametrize(
    ("method", "path", "status", "caught_up"),
    [
        ("POST", "/redaktion/kladder/1/publish", 302, True),
        ("POST", "/redaktion/kladder/1/publish", 409, False),
        ("GET", "/redaktion", 200, False),
        ("GET", "/snitflader", 200, False),
    ],
)
def test_only_an_act_that_was_done_waits_for_the_new_state(
    app: Flask, method: str, path: str, status: int, caught_up: bool
) -> None:
    catalogue = app.extensions["registry"].catalogue
    before = catalogue.shown()
    end(app)

    with app.test_request_context(path, method=method):
        catch_up(app.response_class(status=status))

    assert (catalogue._swap.current != before) is caught_up


def test_readers_are_shown_what_was_published_within_the_lag(app: Flask) -> None:
    client = app.test_client()
    assert "proeve-udskrivning.stroemper" in client.get("/snitflader").text

    end(app)
    app.extensions["registry"].catalogue.catch_up()

    assert "proeve-udskrivning.stroemper" not in client.get("/snitflader").text
