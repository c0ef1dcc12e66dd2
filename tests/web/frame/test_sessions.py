"""The session cookie: only where people work, and gone after eight idle hours."""

from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from registry import clock
from tests.conftest import NOW
from tests.web.accounts.samples import is_in
from tests.web.conftest import app_in
from tests.web.people import Browser, sign_in
from tests.web.writing import words

READER_PAGES = (
    "/",
    "/soeg?q=varsling",
    "/aftaler",
    "/ordliste",
    "/api/v1/terms",
    "/healthz",
)


def test_eight_idle_hours_end_a_session(
    people: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = sign_in(people, "rita")

    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(hours=8))

    assert not is_in(browser)


def test_the_pages_say_how_long_a_session_lasts_unused(people: Flask) -> None:
    page = sign_in(people, "rita").get("/redaktion")

    assert "udløber efter otte timer uden brug" in words(page)


def test_use_keeps_a_session_alive(
    people: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = sign_in(people, "rita")
    for hours in (7, 14, 21):
        monkeypatch.setattr(
            clock, "now", lambda hours=hours: NOW + timedelta(hours=hours)
        )
        assert is_in(browser)


# The cookie


@pytest.mark.parametrize("page", READER_PAGES)
def test_reader_pages_set_no_cookie_for_the_one_signed_in_either(
    people: Flask, page: str
) -> None:
    answer = sign_in(people, "rita").get(page)

    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert "Rita" not in answer.text
    assert "no-store" not in answer.headers.get("Cache-Control", "")


def test_the_cookie_is_for_this_site_and_no_script(people: Flask) -> None:
    cookie = Browser(people).get("/log-ind").headers["Set-Cookie"]

    assert cookie.startswith("redaktion=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie


def test_the_cookie_is_secure_where_the_catalogue_is(
    people: Flask, peopled: Path
) -> None:
    public = app_in(peopled, PUBLIC_URL="https://snitflader.example")

    assert "Secure" in public.test_client().get("/log-ind").headers["Set-Cookie"]
    by_https = people.test_client().get("/log-ind", base_url="https://localhost")
    assert "Secure" in by_https.headers["Set-Cookie"]
