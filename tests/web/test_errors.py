"""Errors are Danish pages with a way on, or the API's JSON."""

import logging
import shutil
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from registry import create_app
from registry.web import front


def test_an_unknown_page_leads_on(client: FlaskClient) -> None:
    response = client.get("/findes-ikke?pr=2027-01-01")
    assert response.status_code == 404
    assert "Siden findes ikke" in response.text
    assert 'id="q"' in response.text
    assert 'href="/aftaler?pr=2027-01-01"' in response.text


def test_a_method_that_is_none_is_refused(client: FlaskClient) -> None:
    response = client.post("/soeg")
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]
    assert "Siden kan kun læses." in response.text


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("/aftaler?pr=i-morgen", "pr"),
        ("/aftaler?pr=2027-02-30", "pr"),
        ("/aftaler?vist=2026-11-23T00:00", "vist"),
        ("/aftaler?vist=igaar", "vist"),
        ("/aftaler?kommune=ukendt", "kommune"),
        ("/aftaler?kommune=nordby-hospital", "kommune"),
        ("/snitflader?fase=ukendt", "fase"),
    ],
)
def test_bad_input_names_the_field(client: FlaskClient, address: str, field: str) -> None:
    response = client.get(address)
    assert response.status_code == 400
    assert f"Feltet, der skal rettes: <strong>{field}</strong>" in response.text
    assert 'id="q"' in response.text


def test_a_fault_of_ours_is_a_page_too(
    app: Flask,
    client: FlaskClient,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail() -> None:
        raise RuntimeError

    monkeypatch.setattr(front, "reading", fail)
    with caplog.at_level(logging.ERROR):
        response = client.get("/om?q=hemmeligt")
    assert response.status_code == 500
    assert "Der skete en fejl hos os" in response.text
    assert "hemmeligt" not in caplog.text


def test_without_a_database_the_program_is_alive_but_not_ready(tmp_path: Path) -> None:
    app = create_app(
        DATABASE_URL=f"sqlite:///{tmp_path / 'tom.sqlite'}", INDEX_DIR=str(tmp_path / "index")
    )
    client = app.test_client()
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 503
    assert client.get("/aftaler").status_code == 500


def test_a_missing_index_is_not_ready_and_is_repaired_by_a_question(client: FlaskClient) -> None:
    folder = Path(client.application.config["INDEX_DIR"])
    assert client.get("/soeg?q=varsling").status_code == 200
    assert client.get("/readyz").status_code == 200
    shutil.rmtree(folder)
    assert client.get("/readyz").status_code == 503
    assert "Varsle kommunen" in client.get("/soeg?q=varsling").text
    assert client.get("/readyz").status_code == 200
