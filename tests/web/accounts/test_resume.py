"""A session that ran out while writing: after signing in again the text is there.

Also covers registry/web/accounts/refusals.py.
"""

import re
from datetime import timedelta
from html import unescape

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse, encode_multipart

from registry import clock
from registry.accounts import accounts
from tests.conftest import NOW
from tests.web.people import (
    NEW_PASSWORD,
    PASSWORD,
    Browser,
    account_of,
    engine_of,
    sign_in,
)

ACCOUNTS = "/redaktion/konti"
TEXT = 'Første linje, "anført" & <b>fed</b>\r\n\r\n  indrykket æøå\r\n'
FORM = [
    ("brugernavn", "nina"),
    ("roller", "redaktoer"),
    ("roller", "godkender"),
    ("navn", "Nina Ny"),
    ("tekst", TEXT),
    ("tom", ""),
]
CREDENTIALS = {"brugernavn": "ada", "adgangskode": PASSWORD}


def hidden(answer: TestResponse) -> list[tuple[str, str]]:
    """The hidden fields of a page, in order, as a browser would send them."""
    pairs = re.findall(
        r'<input type="hidden" name="([^"]*)" value="([^"]*)">', answer.text
    )
    # But for what a form of its own carries, whatever else it holds.
    return [
        (unescape(name), unescape(value)) for name, value in pairs if name != "formular"
    ]


def carried(answer: TestResponse) -> list[tuple[str, str]]:
    return [
        (name, value) for name, value in hidden(answer) if name.startswith("genoptag")
    ]


def action(answer: TestResponse) -> str:
    """Where the form with the button leads."""
    match = re.search(
        r'<form action="([^"]*)" method="post">\s*<input[^>]*csrf', answer.text
    )
    assert match
    return unescape(match[1])


def send(browser: Browser, path: str, fields: list[tuple[str, str]]) -> TestResponse:
    return browser.post_raw(path, MultiDict(fields))


def grouped(fields: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The order in which a form arrives: by name, each name's values in their own
    order.
    """
    return list(MultiDict(fields).items(multi=True))


@pytest.fixture
def expired(people: Flask, monkeypatch: pytest.MonkeyPatch) -> Browser:
    """Ada's browser, nine hours after she opened a form."""
    browser = sign_in(people, "ada")
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(hours=9))
    return browser


def test_the_whole_way_from_a_lost_session_to_the_saved_text(expired: Browser) -> None:
    lost = send(expired, ACCOUNTS, [*FORM, ("csrf_token", expired.form_secret)])
    assert lost.status_code == 401
    assert "så fortsætter du med din tekst" in lost.text

    back = send(expired, "/log-ind", [*hidden(lost), *CREDENTIALS.items()])
    assert back.status_code == 200
    assert "Din tekst er her endnu" in back.text
    assert action(back) == ACCOUNTS

    saved = send(expired, action(back), hidden(back)[1:])
    assert saved.status_code == 200
    assert account_of(expired.app, "nina").roles == ["redaktoer", "godkender"]


def test_every_field_is_kept_in_order_with_all_its_values(expired: Browser) -> None:
    lost = send(expired, ACCOUNTS, [*FORM, ("csrf_token", expired.form_secret)])
    back = send(expired, "/log-ind", [*hidden(lost), *CREDENTIALS.items()])

    kept = [field for field in hidden(back) if field[0] != "csrf_token"]

    assert kept == [(name, value) for name, value in grouped(FORM)]


def test_the_address_keeps_its_parameters(expired: Browser) -> None:
    lost = send(expired, f"{ACCOUNTS}?fane=2&x=%C3%A6", FORM)

    assert ("genoptag-sti", f"{ACCOUNTS}?fane=2&x=%C3%A6") in hidden(lost)


def test_a_wrong_password_does_not_lose_the_text(expired: Browser) -> None:
    lost = send(expired, ACCOUNTS, FORM)

    again = send(
        expired,
        "/log-ind",
        [*hidden(lost), ("brugernavn", "ada"), ("adgangskode", "x")],
    )

    assert again.status_code == 401
    assert carried(again) == carried(lost)


def test_having_to_wait_does_not_lose_the_text(expired: Browser) -> None:
    lost = send(expired, ACCOUNTS, FORM)
    for _ in range(6):
        fields = [*hidden(lost), ("brugernavn", "ada"), ("adgangskode", "x")]
        again = send(expired, "/log-ind", fields)

    assert again.status_code == 429
    assert carried(again) == carried(lost)


def test_a_sign_in_form_grown_too_old_does_not_lose_the_text(expired: Browser) -> None:
    lost = send(expired, ACCOUNTS, FORM)

    again = send(expired, "/log-ind", [*carried(lost), *CREDENTIALS.items()])

    assert again.status_code == 400
    assert carried(again) == carried(lost)


def test_who_signed_in_anew_elsewhere_sends_the_old_form_again(people: Flask) -> None:
    """The secret of the form died with the session it was made in."""
    browser = sign_in(people, "ada")
    old = browser.form_secret
    browser.post("/log-ind", CREDENTIALS)

    stale = send(browser, ACCOUNTS, [*FORM, ("csrf_token", old)])
    assert stale.status_code == 400
    assert "Din tekst er her endnu" in stale.text
    assert "Ada Administrator" in stale.text

    form = stale.text[stale.text.index("<main") :]
    assert form.count("csrf_token") == 1
    fields = [f for f in hidden(stale) if f[0] != "csrf_token"]
    assert fields == grouped(FORM)
    assert (
        send(
            browser, ACCOUNTS, [*fields, ("csrf_token", browser.form_secret)]
        ).status_code
        == 200
    )


def test_a_form_without_anything_in_it_is_only_asked_to_sign_in(people: Flask) -> None:
    answer = Browser(people).post_raw("/redaktion/konti/rita/luk")

    assert answer.status_code == 401
    assert carried(answer) == []
    assert "prøv en gang til" in answer.text
    assert not account_of(people, "rita").closed


def test_passwords_are_never_carried_along(expired: Browser) -> None:
    secrets = {
        "nuvaerende": PASSWORD,
        "adgangskode": NEW_PASSWORD,
        "gentag": NEW_PASSWORD,
    }

    answer = expired.post_raw("/redaktion/adgangskode", secrets)

    assert answer.status_code == 401
    assert carried(answer) == []
    assert NEW_PASSWORD not in answer.text


def test_a_form_from_another_site_is_nobodys_lost_text(people: Flask) -> None:
    browser = Browser(people)
    headers = {"Sec-Fetch-Site": "cross-site"}

    answer = browser.post_raw(ACCOUNTS, dict(FORM), headers=headers)

    assert answer.status_code == 401
    assert carried(answer) == []


def test_another_site_puts_no_text_in_the_sign_in_form(people: Flask) -> None:
    browser = Browser(people)
    fields = {"genoptag-sti": ACCOUNTS, "genoptag:roller": "administrator"}
    headers = {"Sec-Fetch-Site": "cross-site"}

    answer = browser.post_raw("/log-ind", fields, headers=headers)

    assert answer.status_code == 400
    assert carried(answer) == []


@pytest.mark.parametrize(
    "path",
    [
        "https://ond.example/redaktion",
        "//ond.example",
        "/aftaler",
        "/redaktion/../x",
        "",
    ],
)
def test_the_text_is_sent_nowhere_else(people: Flask, path: str) -> None:
    browser = Browser(people)
    fields = [("genoptag-sti", path), ("genoptag:tekst", "x"), *CREDENTIALS.items()]

    answer = send(browser, "/log-ind", [*fields, ("csrf_token", browser.form_secret)])

    assert answer.status_code == 302
    assert answer.location.startswith("/redaktion")


def test_another_person_who_signs_in_may_still_be_refused(expired: Browser) -> None:
    lost = send(expired, ACCOUNTS, FORM)
    back = send(
        expired,
        "/log-ind",
        [*hidden(lost), ("brugernavn", "rita"), ("adgangskode", PASSWORD)],
    )

    answer = expired.post(action(back), dict(FORM))

    assert answer.status_code == 403
    assert [a.username for a in accounts.listing(engine_of(expired.app))].count(
        "nina"
    ) == 0


def test_a_large_text_comes_through_whole(expired: Browser) -> None:
    large = "Æble og ærter & mere. " * 100_000
    lost = expired.post_raw(ACCOUNTS, {"brugernavn": "nina", "tekst": large})
    assert lost.status_code == 401

    back = send(expired, "/log-ind", [*hidden(lost), *CREDENTIALS.items()])

    assert ("tekst", large) in hidden(back)


def test_what_is_too_large_is_refused_with_a_way_on(people: Flask) -> None:
    answer = sign_in(people, "ada").post(ACCOUNTS, {"tekst": "x" * (4 * 1024 * 1024)})

    assert answer.status_code == 413
    assert "højst imod 4 MB" in answer.text
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_a_form_may_have_thousands_of_fields(people: Flask) -> None:
    browser = sign_in(people, "ada")
    fields = {f"felt-{at}": "x" for at in range(4900)} | {
        "csrf_token": browser.form_secret
    }
    boundary, body = encode_multipart(fields)
    kind = f"multipart/form-data; boundary={boundary}"

    answer = browser.client.post(ACCOUNTS, data=body, content_type=kind)

    assert answer.status_code == 400
    assert "Brugernavnet skal have" in answer.text
