"""The log tells where a fault is, and never what was asked."""

import logging
from pathlib import Path

import pytest
from flask import Flask

from registry.storage import sqlite
from registry.storage.db import connect, migrate
from registry.web.frame.faults import traced
from registry.web.reader import front, rows
from tests.web.people import sign_in

SECRET = "hemmeligt"


@pytest.fixture
def faulty(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Flask:
    def fail() -> None:
        raise ValueError(SECRET) from KeyError(SECRET)

    monkeypatch.setattr(rows, "reader", fail)
    monkeypatch.setattr(front, "reader", fail)
    return app


def test_a_fault_is_logged_by_the_pattern_of_its_page(
    faulty: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = faulty.test_client().get(f"/snitflader/{SECRET}.{SECRET}?q={SECRET}")

    assert answer.status_code == 500
    assert "A fault on /snitflader/<row_id> [GET]" in caplog.text
    assert "registry/web/reader/rows.py" in caplog.text.replace("\\", "/")
    assert "builtins.ValueError" in caplog.text
    assert "builtins.KeyError" in caplog.text
    assert SECRET not in caplog.text


def test_what_was_to_be_stored_is_in_no_error(tmp_path: object) -> None:
    engine = connect(f"sqlite:///{tmp_path}/x.sqlite")
    migrate(engine)

    with (
        pytest.raises(Exception, match="no such table") as failed,
        engine.begin() as on,
    ):
        on.exec_driver_sql("INSERT INTO ingen VALUES (?)", (SECRET,))

    assert SECRET not in str(failed.value)
    assert "OperationalError" in traced(failed.value)


def test_a_fault_beside_the_pages_is_answered_and_told_without_a_path(
    app: Flask, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_arguments: object) -> None:
        raise ValueError(SECRET)

    monkeypatch.setattr(app, "wsgi_app", fail)

    answer = app.test_client().get(f"/{SECRET}?q={SECRET}")

    assert answer.status_code == 500
    assert answer.text.startswith("Der skete en fejl hos os.")
    assert "A fault beside the pages" in caplog.text
    assert SECRET not in caplog.text


def test_a_page_asks_over_one_connection_or_two(
    people: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    rita, opened, real = sign_in(people, "rita"), list[Path](), sqlite.open
    rita.get("/redaktion")
    monkeypatch.setattr(sqlite, "open", lambda path: opened.append(path) or real(path))

    assert rita.get("/redaktion").status_code == 200
    assert 1 <= len(opened) <= 2
