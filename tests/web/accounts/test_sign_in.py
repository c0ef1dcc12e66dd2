"""Signing in and out: the way in, each refusal, and what ends a session."""

import re
import threading
import time
from collections import Counter
from collections.abc import Callable
from html import unescape
from itertools import count

import pytest
from flask import Flask
from sqlmodel import col, select

from registry.accounts import accounts, credentials, password_turns, passwords
from registry.accounts.attempts import Attempts
from registry.models import AuditEntry
from registry.storage.db import reading
from tests.web.accounts.samples import OWN, is_in
from tests.web.people import (
    NEW_PASSWORD,
    PASSWORD,
    Browser,
    engine_of,
    sign_in,
    sign_in_by_form,
)
from tests.web.writing import words

WRONG = "Brugernavnet eller adgangskoden er forkert."


def events(app: Flask) -> list[tuple[str, str, str]]:
    """The actor, event and subject of every entry of the trail since the accounts were
    made.
    """
    with reading(engine_of(app)) as session:
        entries = session.exec(select(AuditEntry).order_by(col(AuditEntry.id))).all()
    return [
        (e.actor, e.event_key, e.subject)
        for e in entries
        if e.event_key not in ("load", "account-add")
    ]


# The way in


def test_the_right_password_leads_to_the_editorial_pages(people: Flask) -> None:
    browser = sign_in_by_form(people, "rita")

    assert browser.answer.status_code == 302
    assert browser.answer.location.startswith("/redaktion")
    assert "Rita Redaktør" in browser.get(OWN).text
    assert events(people) == [("rita", "sign-in", "rita")]


def test_the_form_holds_what_it_needs(people: Flask) -> None:
    browser = Browser(people)
    html = browser.get("/log-ind").text
    secret = re.search(r'name="csrf_token" value="([^"]+)"', html)

    assert secret
    form = {"brugernavn": " Rita ", "adgangskode": PASSWORD, "csrf_token": secret[1]}
    assert browser.post_raw("/log-ind", form).status_code == 302
    assert is_in(browser)


def test_a_page_asked_for_before_is_shown_after(people: Flask) -> None:
    asked = Browser(people).get(f"{OWN}?a=1&b=2")
    assert asked.status_code == 302
    assert asked.location == "/log-ind?videre=/redaktion/adgangskode?a%3D1%26b%3D2"
    form = unescape(Browser(people).get(asked.location).text)
    assert f'name="videre" value="{OWN}?a=1&b=2"' in form

    browser = sign_in_by_form(people, "rita", videre=f"{OWN}?a=1&b=2")

    assert browser.answer.location == f"{OWN}?a=1&b=2"


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
def test_no_address_leads_out_of_the_editorial_pages(
    people: Flask, target: str
) -> None:
    browser = sign_in_by_form(people, "rita", videre=target)

    assert browser.answer.status_code == 302
    assert browser.answer.location in (OWN, "/redaktion")


# What is refused


@pytest.mark.parametrize(
    ("username", "password"),
    [
        ("rita", "forkert adgangskode"),
        ("rita", ""),
        ("ingen", PASSWORD),
        ("", ""),
        ("ri\0ta", "x"),
    ],
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

    assert events(people) == [("rita", "sign-in-refused", "rita")]


def test_a_closed_account_is_refused_like_a_wrong_password(people: Flask) -> None:
    accounts.close(engine_of(people), "rita", actor="ada")

    browser = sign_in_by_form(people, "rita")

    assert browser.answer.status_code == 401
    assert WRONG in browser.answer.text
    assert events(people)[-1] == ("rita", "sign-in-refused", "rita")


def test_an_account_without_a_password_lets_nobody_in(people: Flask) -> None:
    accounts.add(engine_of(people), "nina", "Nina", ["redaktoer"], actor="ada")

    assert sign_in_by_form(people, "nina", "").answer.status_code == 401


@pytest.mark.parametrize("username", ["rita", "findes-ikke"])
def test_after_five_failures_a_name_has_to_wait(people: Flask, username: str) -> None:
    """Whether the account exists cannot be told; the right password does not help
    either.
    """
    for _ in range(5):
        assert sign_in_by_form(people, username, "forkert").answer.status_code == 401

    answer = sign_in_by_form(people, username.upper(), PASSWORD).answer

    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) == 2
    assert "Prøv igen om 2 sekunder." in answer.text
    assert sign_in_by_form(people, "gorm").answer.status_code == 302


def test_nobody_is_kept_out_by_anothers_failures(people: Flask) -> None:
    """Neither by one who knows their name, nor by the neighbours at their address."""
    elsewhere = {"REMOTE_ADDR": "10.0.0.9"}
    form = {"brugernavn": "rita", "adgangskode": "forkert"}
    for _ in range(8):
        Browser(people).post("/log-ind", form, environ_overrides=elsewhere)
    for at in range(25):
        sign_in_by_form(people, f"navn{at}", "forkert")

    assert sign_in_by_form(people, "rita").answer.status_code == 302


def test_a_forwarded_address_is_not_believed(people: Flask) -> None:
    for at in range(6):
        browser = Browser(people)
        form = {"brugernavn": "rita", "adgangskode": "x"}
        answer = browser.post(
            "/log-ind", form, headers={"X-Forwarded-For": f"10.0.0.{at}"}
        )

    assert answer.status_code == 429


def test_too_many_at_once_are_asked_to_come_again(
    people: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And that they came counts for nothing, however often."""
    monkeypatch.setattr(password_turns, "PATIENCE", 0)
    attempts = people.extensions["attempts"]
    with attempts.turn("bo", "10.0.0.1"), attempts.turn("ib", "10.0.0.2"):
        answers = [sign_in_by_form(people, "rita").answer for _ in range(8)]

    assert {answer.status_code for answer in answers} == {429}
    assert "lige nu" in answers[0].text
    assert sign_in_by_form(people, "rita").answer.status_code == 302


@pytest.mark.parametrize("at_once", [1, 2])
def test_a_flood_from_one_address_keeps_nobody_else_out(
    people: Flask, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    """Eight at once with names of nobody, refused as late and compared as dearly as
    where it is used.
    """
    monkeypatch.setattr(credentials, "REFUSED_AFTER", 0.5)
    monkeypatch.setattr(passwords, "matches", slow(passwords.matches))
    people.extensions["attempts"] = Attempts(at_once=at_once)
    ended, flood = threading.Event(), Counter[int]()

    def send(number: int) -> None:
        form = {"adgangskode": "forkert"}
        for turn in count():
            if ended.is_set():
                return
            answer = Browser(people).post(
                "/log-ind",
                {"brugernavn": f"ingen-{number}-{turn}", **form},
                environ_overrides={"REMOTE_ADDR": "10.0.0.9"},
            )
            flood[answer.status_code] += 1

    threads = [threading.Thread(target=send, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    time.sleep(1.0)
    statuses = [sign_in_by_form(people, "rita").answer.status_code for _ in range(6)]
    ended.set()
    for thread in threads:
        thread.join()

    assert statuses == [302] * 6
    assert flood[401] > 0


def slow(matches: Callable[[str, str], bool]) -> Callable[[str, str], bool]:
    """As dear as comparing is with a hash of the usual cost."""

    def comparing(password: str, kept: str) -> bool:
        time.sleep(0.2)
        return matches(password, kept)

    return comparing


def test_a_form_without_a_token_is_refused(people: Flask) -> None:
    browser = Browser(people)

    answer = browser.post_raw(
        "/log-ind", {"brugernavn": "rita", "adgangskode": PASSWORD}
    )

    assert answer.status_code == 400
    assert "Prøv igen" in answer.text
    assert PASSWORD not in answer.text
    assert not is_in(browser)


def test_another_sessions_token_is_refused(people: Flask) -> None:
    browser = Browser(people)
    with browser.client.session_transaction("/redaktion") as session:
        session["csrf_token"] = "f" * 40
    form = {
        "brugernavn": "rita",
        "adgangskode": PASSWORD,
        "csrf_token": Browser(people).form_secret,
    }

    assert browser.post_raw("/log-ind", form).status_code == 400


# What ends a session


def test_signing_out_ends_every_session_of_the_person(people: Flask) -> None:
    here, there = sign_in(people, "rita"), sign_in(people, "rita")

    answer = here.post("/log-ud")

    assert answer.status_code == 302
    assert "Du er logget ud." in here.get(answer.location).text
    assert not is_in(here)
    assert not is_in(there)
    assert events(people) == [("rita", "sign-out", "rita")]


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
    credentials.change_password(engine_of(people), "rita", PASSWORD, NEW_PASSWORD)

    assert not is_in(browser)


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


def test_a_form_sent_by_https_needs_no_referrer(people: Flask) -> None:
    """Our own policy is that none is sent."""
    browser = sign_in(people, "rita")
    cookie = browser.client.get_cookie("redaktion")
    assert cookie
    header = {"Cookie": f"redaktion={cookie.value}"}
    answer = people.test_client(use_cookies=False).post(
        "/log-ud",
        data={"csrf_token": browser.form_secret},
        base_url="https://localhost",
        headers=header,
    )

    assert answer.status_code == 302


def test_a_wrong_role_is_refused(people: Flask) -> None:
    answer = sign_in(people, "rita").get("/redaktion/konti")

    assert answer.status_code == 403
    assert "Det kræver rollen administrator." in answer.text
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


# What others did to the account


def test_the_owner_is_told_once_what_others_did_to_the_account(people: Flask) -> None:
    sign_in_by_form(people, "rita")
    ada = sign_in(people, "ada")
    ada.post("/redaktion/konti/rita/link")
    ada.post("/redaktion/konti/rita/roller", {"roller": ["godkender"]})
    told = "Ada Administrator ændrede roller: redaktør blev til godkender"

    first = sign_in_by_form(people, "rita")
    assert told in words(first.get("/redaktion"))
    assert told not in words(first.get("/redaktion"))

    second = sign_in_by_form(people, "rita")
    assert told not in words(second.get("/redaktion"))
    assert told in words(second.get("/redaktion/adgangskode"))


def test_where_much_was_done_the_newest_is_told_and_the_rest_counted(
    people: Flask,
) -> None:
    ada = sign_in(people, "ada")
    for _ in range(5):
        ada.post("/redaktion/konti/rita/link")

    told = words(sign_in_by_form(people, "rita").get("/redaktion"))

    assert told.count("Ada Administrator lavede engangslink") == 3
    assert "Og 2 til." in told
