"""The headers that keep a page to itself, on every kind of answer."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

OWN = "/redaktion/adgangskode"


@pytest.mark.parametrize(
    ("method", "page", "status"),
    [
        ("GET", OWN, 302),
        ("GET", "/log-ind", 200),
        ("POST", "/redaktion/konti", 401),
        ("POST", "/log-ind", 400),
        ("GET", "/redaktion/findes-ikke", 404),
    ],
)
def test_every_answer_is_protected_and_kept_by_nobody(
    people: Flask, method: str, page: str, status: int
) -> None:
    answer = people.test_client().open(page, method=method)

    assert answer.status_code == status
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "page", ["/", "/soeg?q=varsling", "/snitflader", "/x", "/healthz"]
)
def test_answers_carry_the_protecting_headers(client: FlaskClient, page: str) -> None:
    headers = client.get(page).headers
    policy = headers["Content-Security-Policy"]
    for rule in (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "base-uri 'none'",
    ):
        assert rule in policy
    assert "form-action 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "Permissions-Policy" in headers
