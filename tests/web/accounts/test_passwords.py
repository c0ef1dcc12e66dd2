"""Setting a password: by a one-time link, or with the one that one has."""

from datetime import timedelta

import pytest
from flask import Flask

from registry import clock
from registry.models import Account
from tests.conftest import NOW
from tests.web.accounts.samples import OWN, PAGE, link_in, of_nina, twice
from tests.web.people import (
    NEW_PASSWORD,
    PASSWORD,
    Browser,
    account_of,
    sign_in,
    sign_in_by_form,
)

# One-time links


def test_a_link_works_once(ada: Browser) -> None:
    link = link_in(ada.post(PAGE, of_nina()))
    assert Browser(ada.app).post(link, twice(NEW_PASSWORD)).status_code == 302

    again = Browser(ada.app)

    assert again.get(link).status_code == 404
    assert "Linket er brugt eller udløbet." in again.get(link).text
    assert again.post(link, twice("en helt anden lang kode")).status_code == 404


def test_looking_at_a_link_does_not_use_it(ada: Browser) -> None:
    link = link_in(ada.post(PAGE, of_nina()))

    assert [Browser(ada.app).get(link).status_code for _ in range(3)] == [200, 200, 200]


def test_a_link_lasts_seven_days(ada: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    link = link_in(ada.post(PAGE, of_nina()))

    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=7, seconds=-1))
    assert Browser(ada.app).get(link).status_code == 200
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=7))
    assert Browser(ada.app).post(link, twice(NEW_PASSWORD)).status_code == 404


def test_a_new_link_takes_the_place_of_the_old(ada: Browser) -> None:
    old = link_in(ada.post(PAGE, of_nina()))
    new = link_in(ada.post(f"{PAGE}/nina/link"))

    assert Browser(ada.app).get(old).status_code == 404
    assert Browser(ada.app).get(new).status_code == 200


def test_closing_an_account_ends_its_link(ada: Browser) -> None:
    link = link_in(ada.post(PAGE, of_nina()))
    ada.post(f"{PAGE}/nina/luk")

    assert Browser(ada.app).get(link).status_code == 404


def test_a_link_that_was_never_given_is_not_found(people: Flask) -> None:
    assert Browser(people).get("/log-ind/engangslink/gaet").status_code == 404


def test_a_link_form_needs_a_token(ada: Browser) -> None:
    link = link_in(ada.post(PAGE, of_nina()))

    assert Browser(ada.app).post_raw(link, twice(NEW_PASSWORD)).status_code == 400
    assert not account_of(ada.app, "nina").password_hash


def test_the_key_itself_is_kept_nowhere(ada: Browser) -> None:
    key = link_in(ada.post(PAGE, of_nina())).rpartition("/")[2]
    nina: Account = account_of(ada.app, "nina")

    assert key not in repr(nina)
    assert nina.link_hash


# Passwords


@pytest.mark.parametrize(
    ("password", "message"),
    [
        ("for kort 1 æ", None),
        ("for kort 1", "mindst 12 tegn"),
        ("x" * 201, "højst have 200 tegn"),
        ("adgangskode2026!", "for let at gætte"),
        ("abcabcabcabcabc", "for let at gætte"),
        ("nina ny nina", "for let at gætte"),
    ],
)
def test_a_password_must_be_long_and_hard_to_guess(
    ada: Browser, password: str, message: str | None
) -> None:
    link = link_in(ada.post(PAGE, of_nina()))

    answer = Browser(ada.app).post(link, twice(password))

    assert answer.status_code == (400 if message else 302)
    assert message is None or message in answer.text
    assert f'value="{password}"' not in answer.text


def test_a_password_typed_differently_is_refused(ada: Browser) -> None:
    link = link_in(ada.post(PAGE, of_nina()))

    answer = Browser(ada.app).post(
        link, {"adgangskode": NEW_PASSWORD, "gentag": "noget andet"}
    )

    assert answer.status_code == 400
    assert "De to adgangskoder er ikke ens." in answer.text


def test_ones_own_password_is_changed_and_other_sessions_end(people: Flask) -> None:
    here, there = sign_in(people, "rita"), sign_in(people, "rita")

    answer = here.post(OWN, {"nuvaerende": PASSWORD, **twice(NEW_PASSWORD)})

    assert answer.status_code == 302
    assert "Din adgangskode er ændret." in here.get(OWN).text
    assert there.get(OWN).status_code == 302
    assert sign_in_by_form(people, "rita").answer.status_code == 401
    assert sign_in_by_form(people, "rita", NEW_PASSWORD).answer.status_code == 302


@pytest.mark.parametrize(
    ("form", "message"),
    [
        (
            {"nuvaerende": "forkert", **twice(NEW_PASSWORD)},
            "Den nuværende adgangskode er forkert",
        ),
        ({"nuvaerende": PASSWORD, **twice("kort")}, "mindst 12 tegn"),
        ({"nuvaerende": PASSWORD, **twice("rita redaktør")}, "for let at gætte"),
        ({"nuvaerende": PASSWORD, "adgangskode": NEW_PASSWORD}, "ikke ens"),
    ],
)
def test_a_change_of_password_is_refused(
    people: Flask, form: dict[str, str], message: str
) -> None:
    browser = sign_in(people, "rita")

    answer = browser.post(OWN, form)

    assert answer.status_code == 400
    assert message in answer.text
    assert browser.get(OWN).status_code == 200


def test_guessing_at_the_present_password_is_limited(people: Flask) -> None:
    browser = sign_in(people, "rita")
    form = {"nuvaerende": "forkert", **twice(NEW_PASSWORD)}
    for _ in range(5):
        assert browser.post(OWN, form).status_code == 400

    answer = browser.post(OWN, form)

    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0
    assert "Prøv igen om" in answer.text
