"""Errors are Danish pages with a way on, or the API's JSON."""

import logging

import pytest
from flask import Flask
from flask.testing import FlaskClient

from registry.web.reader import front


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
def test_bad_input_names_the_field(
    client: FlaskClient, address: str, field: str
) -> None:
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

    monkeypatch.setattr(front, "reader", fail)
    with caplog.at_level(logging.ERROR):
        response = client.get("/om?q=hemmeligt")
    assert response.status_code == 500
    assert "Der skete en fejl hos os" in response.text
    assert "hemmeligt" not in caplog.text
