"""Signing in through a provider: a real one, run as a process of its own.

Also covers registry/web/accounts/joining.py.
"""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from flask import Flask
from werkzeug.test import TestResponse

from registry.accounts import accounts, credentials
from registry.errors import BadSetting, Conflict
from registry.storage import trail
from registry.web.accounts import oidc
from tests.web.conftest import app_in
from tests.web.people import Browser, account_of, engine_of, sign_in, sign_in_by_form

OWN = "/redaktion/adgangskode"
ROLES = "kat-redaktion=redaktoer, kat-godkend=godkender,kat-admin=administrator"
NINA = {
    "preferred_username": "Nina.Ny",
    "name": "Nina Ny",
    "groups": ["kat-redaktion", "kat-godkend", "kantine"],
}


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """The address of a provider that lets everyone sign in as anyone."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "oidc_provider_mock",
        "--port",
        str(port),
        "--require-nonce",
    ]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            yield _reached(f"http://127.0.0.1:{port}", process)
        finally:
            process.terminate()


def _reached(address: str, process: subprocess.Popen[bytes]) -> str:
    for _ in range(150):
        assert process.poll() is None, "the provider did not start"
        try:
            requests.get(f"{address}/.well-known/openid-configuration", timeout=5)
        except requests.ConnectionError:
            time.sleep(0.2)
        else:
            return address
    raise AssertionError("the provider was not reached")


def settings(issuer: str, **changes: str) -> dict[str, str]:
    return {
        "OIDC_ISSUER": issuer,
        "OIDC_CLIENT_ID": "katalog",
        "OIDC_CLIENT_SECRET": "hemmelig",
        "OIDC_ROLES": ROLES,
        **changes,
    }


@pytest.fixture
def app(people: Flask, provider: str) -> Flask:
    """The app with the people, where one can also sign in through the provider."""
    return app_in(Path(people.config["INDEX_DIR"]).parent, **settings(provider))


Come = Callable[..., TestResponse]


@pytest.fixture
def come(app: Flask, provider: str) -> Come:
    """Sign in as a person with the claims; the answer is the catalogue's own, at the
    end.
    """

    def come_by(
        browser: Browser, subject: str = "n1", begin: str = "", **claims: Any
    ) -> Any:
        requests.put(
            f"{provider}/users/{subject}", json=claims, timeout=5
        ).raise_for_status()
        return browser.get(path_of(at_provider(browser, subject, begin)))

    return come_by


def at_provider(browser: Browser, subject: str, begin: str = "") -> str:
    """Go to the provider and sign in there. Returns where it sends the browser
    back to.
    """
    there = browser.get(begin or "/log-ind/oidc").location
    answer = requests.post(
        there, data={"sub": subject}, allow_redirects=False, timeout=5
    )
    return answer.headers["Location"]


def path_of(address: str) -> str:
    parts = urlsplit(address)
    assert f"{parts.scheme}://{parts.netloc}" == "http://127.0.0.1:8000"
    return f"{parts.path}?{parts.query}"


def usernames(app: Flask) -> list[str]:
    return [account.username for account in accounts.listing(engine_of(app))]


def test_a_person_of_the_organisation_gets_an_account_with_the_groups_roles(
    app: Flask, come: Come
) -> None:
    browser = Browser(app)
    assert 'href="/log-ind/oidc"' in browser.get("/log-ind").text

    answer = come(browser, **NINA)

    assert answer.status_code == 302
    assert "Nina Ny" in browser.get(OWN).text
    nina = account_of(app, "nina.ny")
    assert nina.roles == ["redaktoer", "godkender"]
    assert (nina.issuer, nina.subject) == (app.config["OIDC_ISSUER"], "n1")


def test_no_link_gives_them_a_password_beside_their_organisations(
    app: Flask, come: Come
) -> None:
    come(Browser(app), **NINA)

    with pytest.raises(Conflict):
        credentials.issue_link(engine_of(app), "nina.ny", actor="ada")


def test_the_page_asked_for_is_shown_in_the_end(app: Flask, come: Come) -> None:
    asked = Browser(app)
    assert (
        f'href="/log-ind/oidc?videre={OWN}' in asked.get(f"/log-ind?videre={OWN}").text
    )

    answer = come(asked, begin=f"/log-ind/oidc?videre={OWN}", **NINA)

    assert answer.location == OWN


def test_no_provider_leads_out_of_the_editorial_pages(app: Flask, come: Come) -> None:
    answer = come(Browser(app), begin="/log-ind/oidc?videre=//ond.example", **NINA)

    assert answer.location.startswith("/redaktion")


def test_the_second_time_it_is_the_same_account_with_the_roles_of_now(
    app: Flask, come: Come
) -> None:
    first = Browser(app)
    come(first, **NINA)

    second = Browser(app)
    come(
        second, **{**NINA, "preferred_username": "nyt-navn", "groups": ["kat-godkend"]}
    )

    assert account_of(app, "nina.ny").roles == ["godkender"]
    assert "nyt-navn" not in usernames(app)
    assert second.get(OWN).status_code == 200
    assert first.get(OWN).status_code == 302


def test_a_person_in_no_group_of_ours_is_refused(app: Flask, come: Come) -> None:
    browser = Browser(app)

    answer = come(browser, **{**NINA, "groups": ["kantine"]})

    assert answer.status_code == 403
    assert "ikke i en gruppe med adgang" in answer.text
    assert browser.get(OWN).status_code == 302
    assert "nina.ny" not in usernames(app)


def test_who_has_left_the_groups_is_refused_and_signed_out(
    app: Flask, come: Come
) -> None:
    before = Browser(app)
    come(before, **NINA)

    answer = come(Browser(app), **{**NINA, "groups": []})

    assert answer.status_code == 403
    assert before.get(OWN).status_code == 302


def test_a_local_account_is_never_taken_over(app: Flask, come: Come) -> None:
    answer = come(Browser(app), **{**NINA, "preferred_username": "RITA"})

    assert answer.status_code == 409
    assert "hører til en anden konto" in answer.text
    assert account_of(app, "rita").subject is None


def test_a_closed_account_stays_closed(app: Flask, come: Come) -> None:
    come(Browser(app), **NINA)
    accounts.close(engine_of(app), "nina.ny", actor="ada")
    browser = Browser(app)

    answer = come(browser, **NINA)

    assert answer.status_code == 401
    assert "Kontoen er lukket." in answer.text
    assert browser.get(OWN).status_code == 302


def test_a_person_of_the_organisation_has_no_password_here(
    app: Flask, come: Come
) -> None:
    browser = Browser(app)
    come(browser, **NINA)

    assert "har ingen adgangskode her" in browser.get(OWN).text
    assert sign_in_by_form(app, "nina.ny", "").answer.status_code == 401


def test_an_answer_that_was_not_asked_for_is_refused(app: Flask) -> None:
    """Another's answer from the provider would sign one in as them."""
    theirs = path_of(at_provider(Browser(app), "n1"))

    answer = Browser(app).get(theirs)

    assert answer.status_code == 401
    assert "kunne ikke bekræfte" in answer.text


def test_an_answer_is_used_only_once(app: Flask, provider: str) -> None:
    browser = Browser(app)
    requests.put(f"{provider}/users/n1", json=NINA, timeout=5).raise_for_status()
    back = path_of(at_provider(browser, "n1"))
    assert browser.get(back).status_code == 302

    assert browser.get(back).status_code == 401


def test_saying_no_at_the_provider_leads_back_to_the_form(app: Flask) -> None:
    answer = Browser(app).get("/log-ind/oidc/retur?error=access_denied&state=x")

    assert answer.status_code == 401
    assert 'name="adgangskode"' in answer.text


def test_a_lost_text_is_sent_again_after_signing_in_beside_it(
    app: Flask, come: Come
) -> None:
    browser = Browser(app)
    lost = browser.post_raw("/redaktion/konti", {"navn": "Ny Person"})
    assert 'target="_blank"' in lost.text
    assert '<input type="hidden" name="navn" value="Ny Person">' in lost.text

    come(browser, **{**NINA, "groups": ["kat-admin"]})
    again = browser.post_raw("/redaktion/konti", {"navn": "Ny Person"})

    assert "Din tekst er her endnu" in again.text


def test_a_provider_that_cannot_be_reached_is_said(people: Flask) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        nowhere = f"http://127.0.0.1:{taken.getsockname()[1]}"
        folder = Path(people.config["INDEX_DIR"]).parent
        answer = Browser(app_in(folder, **settings(nowhere))).get("/log-ind/oidc")

    assert answer.status_code == 503
    assert "kan ikke nås lige nu" in answer.text
    assert 'name="adgangskode"' in answer.text


def test_without_a_provider_there_is_no_such_page(people: Flask) -> None:
    assert Browser(people).get("/log-ind/oidc").status_code == 404
    assert "/log-ind/oidc" not in Browser(people).get("/log-ind").text


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"OIDC_CLIENT_SECRET": ""}, "Der mangler: OIDC_CLIENT_SECRET."),
        ({"OIDC_ROLES": "kat=konge"}, "kan ikke bruges"),
        ({"OIDC_ROLES": "kat"}, "kan ikke bruges"),
        ({"OIDC_ISSUER": "http://login.example"}, "skal være en https-adresse"),
    ],
)
def test_half_a_set_up_is_refused_at_the_start(
    peopled: Path, wrong: dict[str, str], message: str
) -> None:
    with pytest.raises(BadSetting) as refusal:
        app_in(peopled, **settings("https://login.example", **wrong))

    assert message in refusal.value.message


def test_without_the_extra_the_start_says_what_to_install(
    peopled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "authlib.integrations.flask_client", None)

    with pytest.raises(BadSetting, match=r"snitfladekataloget\[oidc\]"):
        app_in(peopled, **settings("https://login.example"))


def test_every_sign_in_and_refusal_of_a_known_person_is_recorded(
    app: Flask, come: Come
) -> None:
    come(Browser(app), **NINA)
    come(Browser(app), **{**NINA, "groups": ["kat-godkend"]})
    come(Browser(app), **{**NINA, "groups": []})

    events = [(e.event_key, e.detail) for e in entries_about(app, "nina.ny")]

    assert events == [
        ("account-add", "redaktoer, godkender"),
        ("sign-in", "oidc"),
        ("account-roles", "redaktoer, godkender -> godkender"),
        ("sign-in", "oidc"),
        ("sign-in-refused", "ingen rolle"),
    ]


def entries_about(app: Flask, subject: str) -> list[Any]:
    return list(
        reversed(trail.page(engine_of(app), trail.Wanted(subject=subject), 1).entries)
    )


# Joining


JOIN = "/log-ind/oidc?sammen=ja"
TOGETHER = "/redaktion/sammen"


def test_one_who_is_signed_in_joins_the_two_accounts(app: Flask, come: Come) -> None:
    come(Browser(app), **NINA)
    rita = sign_in(app, "rita")
    assert 'href="/log-ind/oidc?sammen=ja"' in rita.get(OWN).text

    answer = come(rita, begin=JOIN, **NINA)
    assert answer.location == TOGETHER
    page = rita.get(TOGETHER)
    assert "Nina Ny (Nina.Ny)" in page.text
    assert account_of(app, "rita").issuer is None

    assert rita.post(TOGETHER).location == OWN
    assert "lagt sammen" in rita.get(OWN).text
    assert account_of(app, "nina.ny").closed
    again = Browser(app)
    come(again, **NINA)
    assert "Rita Redaktør" in again.get(OWN).text


def test_nothing_is_joined_without_asking(app: Flask, come: Come) -> None:
    rita = sign_in(app, "rita")

    assert rita.get(TOGETHER).location == OWN
    assert rita.post(TOGETHER).location == OWN
    assert account_of(app, "rita").issuer is None


def test_who_is_not_signed_in_joins_nothing(app: Flask, come: Come) -> None:
    browser = Browser(app)

    assert come(browser, begin=JOIN, **NINA).location != TOGETHER
    assert "nina.ny" in usernames(app)


def test_what_cannot_be_joined_is_said(app: Flask, come: Come) -> None:
    rita = sign_in(app, "rita")
    come(rita, begin=JOIN, **{**NINA, "groups": ["kantine"]})

    answer = rita.post(TOGETHER)

    assert answer.status_code == 409
    assert "ikke i en gruppe" in answer.text


@pytest.mark.parametrize("subject", [None, "", "  ", 7, ["n1"], "n" * 256, "missing"])
def test_one_whom_the_provider_gives_no_lasting_name_is_refused(
    app: Flask, monkeypatch: pytest.MonkeyPatch, subject: object
) -> None:
    before = usernames(app)

    answer = vouched(app, monkeypatch, {**NINA, "sub": subject})

    assert answer.status_code == 401
    assert "mangler det faste navn for dig" in answer.text
    assert usernames(app) == before


@pytest.mark.parametrize(
    ("claims", "status"),
    [
        ({"groups": {"kat-redaktion": 1}}, 403),
        ({"groups": 5}, 403),
        ({"groups": [["kat-redaktion"], {"a": 1}, "kat-redaktion"]}, 302),
        ({"preferred_username": 5, "name": ["Nina"]}, 302),
        ({"iss": None}, 401),
        ({"iss": 7}, 401),
    ],
)
def test_what_the_provider_says_in_another_form_is_no_fault_of_ours(
    app: Flask, monkeypatch: pytest.MonkeyPatch, claims: dict[str, Any], status: int
) -> None:
    answer = vouched(app, monkeypatch, {**NINA, "sub": "n1", **claims})

    assert answer.status_code == status


def vouched(
    app: Flask, monkeypatch: pytest.MonkeyPatch, claims: dict[str, Any]
) -> TestResponse:
    """The answer to one of whom the provider says this; "missing" is not said."""
    said = {"iss": app.config["OIDC_ISSUER"], **claims}
    said = {name: value for name, value in said.items() if value != "missing"}
    client = SimpleNamespace(authorize_access_token=lambda: {"userinfo": said})
    monkeypatch.setattr(oidc, "_client", lambda: client)
    return Browser(app).get("/log-ind/oidc/retur?code=x&state=y")
