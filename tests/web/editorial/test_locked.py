"""Someone else writes for long: readers read, and the writer's text is kept."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask

from registry.storage import db
from tests.web.forms import forms_of
from tests.web.people import Browser
from tests.web.writing import JSON, draft_of, open_form, part_path, stored

TEXT = "En titel, der tog tid at finde på"


@pytest.fixture
def office(people_begun: Flask) -> Flask:
    return people_begun


@pytest.fixture
def locked(
    rita: Browser, monkeypatch: pytest.MonkeyPatch
) -> Iterator[sqlite3.Connection]:
    """Another program writes, and does not end."""
    monkeypatch.setattr(db, "PATIENCE", 10)
    path = Path(str(rita.app.extensions["registry"].engine.url.database))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        yield other


def test_a_text_that_cannot_be_saved_now_is_kept_and_sent_again(
    rita: Browser, locked: sqlite3.Connection
) -> None:
    draft = draft_of(rita.app)
    form = open_form(rita, draft)
    locked.execute("BEGIN IMMEDIATE")

    refused = form.send(rita, {"title": TEXT})

    assert refused.status_code == 503
    assert refused.headers["Retry-After"] == "5"
    assert "Kataloget er optaget af en anden, der skriver." in refused.text
    assert TEXT in refused.text
    locked.execute("ROLLBACK")
    assert stored(rita.app, draft).title != TEXT
    forms_of(refused)[part_path(draft)].send(rita)
    assert stored(rita.app, draft).title == TEXT


def test_a_text_that_saves_by_itself_is_told_that_it_did_not(
    rita: Browser, locked: sqlite3.Connection
) -> None:
    form = open_form(rita, draft_of(rita.app))
    locked.execute("BEGIN IMMEDIATE")

    refused = form.send(rita, {"title": TEXT}, **JSON)

    assert refused.status_code == 503
    assert "Din tekst er her endnu." in refused.get_json()["message"]


def test_readers_are_answered_meanwhile(
    rita: Browser, locked: sqlite3.Connection
) -> None:
    locked.execute("BEGIN IMMEDIATE")

    for page in ("/", "/soeg?q=varsling", "/soeg?q=kattehotel", "/readyz"):
        assert rita.app.test_client().get(page).status_code == 200
