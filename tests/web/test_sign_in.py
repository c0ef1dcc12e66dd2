"""Signing in and out: the way in, each refusal, and what ends a session."""

import re
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from sqlmodel import select

from registry import clock
from registry.accounts import accounts
from registry.accounts.attempts import Attempts
from registry.db import reading
from registry.models import AuditEntry
from tests.conftest import NOW
from tests.web.conftest import app_in
from tests.web.people import (
    NEW_PASSWORD,
    PASSWORD,
    Browser,
    engine_of,
    sign_in,
    sign_in_by_form,
)

OWN = "/redaktion/adgangskode"
WRONG = "Brugernavnet eller adgangskoden er forkert."
READER_PAGES = ("/", "/soeg?q=varsling", "/aftaler", "/ordliste", "/api/v1/terms", "/healthz")


def acts(app: Flask) -> list[tuple[str, str, str]]:
    """The actor, act and subject of every entry of the trail since the accounts were made."""
    with reading(engine_of(app)) as session:
        found = session.exec(select(AuditEntry).order_by(AuditEntry.id)).all()  # type: ignore[arg-type]
    return [(e.actor, e.act, e.subject) for e in found if e.act not in ("load", "account-add")]


def is_in(browser: Browser) -> bool:
    return browser.get(OWN).status_code == 200


# The way in


def test_the_right_password_leads_to_the_editorial_pages(people: Flask) -> None:
    browser = sign_in_by_form(people, "rita")

    assert browser.answer.status_code == 302
    assert browser.answer.location.startswith("/redaktion")
    assert "Rita Redaktør" in browser.get(OWN).text
    assert acts(people) == [("rita", "sign-in", "rita")]


def test_the_form_holds_what_it_needs(people: Flask) -> None:
    browser = Browser(people)
    html = browser.get("/log-ind").text
    token = re.search(r'name="csrf_token" value="([^"]+)"', html)

    assert token
    form = {"brugernavn": " Rita ", "adgangskode": PASSWORD, "csrf_token": token[1]}
    assert browser.post_raw("/log-ind", form).status_code == 302
    assert is_in(browser)


def test_a_page_asked_for_before_is_shown_after(people: Flask) -> None:
    asked = Browser(people).get(f"{OWN}?a=1&b=2")
    assert asked.status_code == 302
    assert asked.location == "/log-ind?videre=/redaktion/adgangskode?a%3D1%26b%3D2"
    form = unescape(Browser(people).get(asked.location).text)
    assert f'name="videre" value="{OWN}?a=1&b=2"' in form

    found = sign_in_by_form(people, "rita", videre=f"{OWN}?a=1&b=2")

    assert found.answer.location == f"{OWN}?a=1&b=2"


def test_who_is_signed_in_needs_no_form(people: Flask) -> None:
    assert sign_in(people, "rita").get("/log-ind").status_code == 302


@pytest.mark.parametrize(
    "target",
    [
        "https://ond.example/redaktion",
        "//ond.example/redaktion",
        "/redaktion/../../ond",
        "/redaktion//ond.example",
        "/redaktion\\ond.example",
        "/redaktionen",
        "/",
        "javascript:alert(1)",
        "/redaktion/\r\nSet-Cookie: x=y",
        "/redaktion?a=\nb",
    ],
)
def test_no_address_leads_out_of_the_editorial_pages(people: Flask, target: str) -> None:
    found = sign_in_by_form(people, "rita", videre=target)

    assert found.answer.status_code == 302
    assert found.answer.location in (OWN, "/redaktion")


# What is refused


@pytest.mark.parametrize(
    ("username", "password"),
    [("rita", "forkert adgangskode"), ("rita", ""), ("ingen", PASSWORD), ("", ""), ("ri\0ta", "x")],
)
def test_a_wrong_name_or_password_gets_one_and_the_same_answer(
    people: Flask, username: str, password: str
) -> None:
    browser = sign_in_by_form(people, username, password)

    assert browser.answer.status_code == 401
    assert WRONG in browser.answer.text
    assert not is_in(browser)


def test_a_refusal_is_recorded_only_for_names_that_exist(people: Flask) -> None:
    sign_in_by_form(people, "rita", "forkert adgangskode")
    sign_in_by_form(people, "min-hemmelige-kode", "x")

    assert acts(people) == [("rita", "sign-in-refused", "rita")]


def test_a_closed_account_is_refused_like_a_wrong_password(people: Flask) -> None:
    accounts.close(engine_of(people), "rita", actor="ada")

    browser = sign_in_by_form(people, "rita")

    assert browser.answer.status_code == 401
    assert WRONG in browser.answer.text
    assert acts(people)[-1] == ("rita", "sign-in-refused", "rita")


def test_an_account_without_a_password_lets_nobody_in(people: Flask) -> None:
    accounts.add(engine_of(people), "nina", "Nina", ["redaktoer"], actor="ada")

    assert sign_in_by_form(people, "nina", "").answer.status_code == 401


@pytest.mark.parametrize("username", ["rita", "findes-ikke"])
def test_after_five_failures_a_name_has_to_wait(people: Flask, username: str) -> None:
    """Whether the account exists cannot be told; the right password does not help either."""
    for _ in range(5):
        assert sign_in_by_form(people, username, "forkert").answer.status_code == 401

    answer = sign_in_by_form(people, username.upper(), PASSWORD).answer

    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 900
    assert "Prøv igen om 15 minutter." in answer.text
    assert sign_in_by_form(people, "gorm").answer.status_code == 302


def test_an_address_with_many_failures_has_to_wait(people: Flask) -> None:
    people.extensions["attempts"] = Attempts(per_address="3 per 15 minutes")
    for name in ("a1", "b2", "c3"):
        assert sign_in_by_form(people, name, "forkert").answer.status_code == 401

    answer = sign_in_by_form(people, "rita").answer

    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0


def test_a_forwarded_address_is_not_believed(people: Flask) -> None:
    people.extensions["attempts"] = Attempts(per_address="2 per 15 minutes")
    for at in range(3):
        browser = Browser(people)
        form = {"brugernavn": f"navn{at}", "adgangskode": "x"}
        answer = browser.post("/log-ind", form, headers={"X-Forwarded-For": f"10.0.0.{at}"})

    assert answer.status_code == 429


def test_a_form_without_a_token_is_refused(people: Flask) -> None:
    browser = Browser(people)

    answer = browser.post_raw("/log-ind", {"brugernavn": "rita", "adgangskode": PASSWORD})

    assert answer.status_code == 400
    assert "Prøv igen" in answer.text
    assert PASSWORD not in answer.text
    assert not is_in(browser)


def test_another_sessions_token_is_refused(people: Flask) -> None:
    browser = Browser(people)
    with browser.client.session_transaction("/redaktion") as session:
        session["csrf_token"] = "f" * 40
    form = {"brugernavn": "rita", "adgangskode": PASSWORD, "csrf_token": Browser(people).token}

    assert browser.post_raw("/log-ind", form).status_code == 400


# What ends a session


def test_signing_out_ends_every_session_of_the_person(people: Flask) -> None:
    here, there = sign_in(people, "rita"), sign_in(people, "rita")

    answer = here.post("/log-ud")

    assert answer.status_code == 302
    assert "Du er logget ud." in here.get(answer.location).text
    assert not is_in(here)
    assert not is_in(there)
    assert acts(people) == [("rita", "sign-out", "rita")]


def test_signing_out_needs_a_token(people: Flask) -> None:
    browser = sign_in(people, "rita")

    assert browser.post_raw("/log-ud").status_code == 400
    assert is_in(browser)


def test_signing_out_twice_does_no_harm(people: Flask) -> None:
    assert Browser(people).post_raw("/log-ud").location == "/log-ind?ud=1"


def test_a_session_ends_when_the_account_is_closed(people: Flask) -> None:
    browser = sign_in(people, "rita")
    accounts.close(engine_of(people), "rita", actor="ada")

    assert not is_in(browser)


def test_a_session_ends_when_the_roles_change(people: Flask) -> None:
    browser = sign_in(people, "rita")
    accounts.set_roles(engine_of(people), "rita", ["godkender"], actor="ada")

    assert not is_in(browser)


def test_a_session_ends_when_the_password_changes(people: Flask) -> None:
    browser = sign_in(people, "rita")
    accounts.change_password(engine_of(people), "rita", PASSWORD, NEW_PASSWORD)

    assert not is_in(browser)


def test_eight_idle_hours_end_a_session(people: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = sign_in(people, "rita")

    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(hours=8))

    assert not is_in(browser)


def test_use_keeps_a_session_alive(people: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = sign_in(people, "rita")
    for hours in (7, 14, 21):
        monkeypatch.setattr(clock, "now", lambda hours=hours: NOW + timedelta(hours=hours))
        assert is_in(browser)


def test_signing_in_leaves_nothing_of_the_session_before(people: Flask) -> None:
    browser = Browser(people)
    with browser.client.session_transaction("/redaktion") as session:
        session["efterladt"] = "af en anden"

    browser.post("/log-ind", {"brugernavn": "rita", "adgangskode": PASSWORD})

    assert is_in(browser)
    assert "efterladt" not in browser.session


@pytest.mark.parametrize("kept", ["1:", "x:y", "0:abc", "999:abc", ":", "1"])
def test_a_session_of_no_account_is_no_session(people: Flask, kept: str) -> None:
    browser = Browser(people)
    with browser.client.session_transaction("/redaktion") as session:
        session["_user_id"] = kept

    assert not is_in(browser)


# The cookie


@pytest.mark.parametrize("page", READER_PAGES)
def test_reader_pages_set_no_cookie_for_the_one_signed_in_either(people: Flask, page: str) -> None:
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


def test_the_cookie_is_secure_where_the_catalogue_is(people: Flask, peopled: Path) -> None:
    public = app_in(peopled, PUBLIC_URL="https://snitflader.example")

    assert "Secure" in public.test_client().get("/log-ind").headers["Set-Cookie"]
    by_https = people.test_client().get("/log-ind", base_url="https://localhost")
    assert "Secure" in by_https.headers["Set-Cookie"]


def test_a_form_sent_by_https_needs_no_referrer(people: Flask) -> None:
    """Our own policy is that none is sent."""
    browser = sign_in(people, "rita")
    cookie = browser.client.get_cookie("redaktion")
    assert cookie
    header = {"Cookie": f"redaktion={cookie.value}"}
    answer = people.test_client(use_cookies=False).post(
        "/log-ud",
        data={"csrf_token": browser.token},
        base_url="https://localhost",
        headers=header,
    )

    assert answer.status_code == 302


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


def test_a_wrong_role_is_refused(people: Flask) -> None:
    answer = sign_in(people, "rita").get("/redaktion/konti")

    assert answer.status_code == 403
    assert "Det kræver rollen administrator." in answer.text
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
