"""The accounts' page and the passwords' pages: what works, and what is refused."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from registry import clock
from registry.accounts import accounts
from registry.models import Account
from tests.conftest import NOW
from tests.web.people import (
    NEW_PASSWORD,
    PASSWORD,
    Browser,
    account_of,
    engine_of,
    sign_in,
    sign_in_by_form,
)

PAGE = "/redaktion/konti"
OWN = "/redaktion/adgangskode"


@pytest.fixture
def ada(people: Flask) -> Browser:
    return sign_in(people, "ada")


def link_in(answer: TestResponse) -> str:
    """The path of the one-time link that the page shows."""
    found = re.search(r"http://127\.0\.0\.1:8000(/log-ind/engangslink/[\w-]+)", answer.text)
    assert found
    return found[1]


def of_nina(**changes: object) -> dict[str, object]:
    return {"brugernavn": "Nina", "navn": "Nina Ny", "roller": ["redaktoer"], **changes}


def twice(password: str) -> dict[str, str]:
    return {"adgangskode": password, "gentag": password}


# Accounts


def test_an_account_is_made_and_its_link_sets_the_password(ada: Browser) -> None:
    made = ada.post(PAGE, of_nina(roller=["redaktoer", "godkender"]))
    assert made.status_code == 200
    link = link_in(made)
    assert link not in ada.get(PAGE).text
    nina = Browser(ada.app)
    assert "Velkommen, Nina Ny" in nina.get(link).text

    answer = nina.post(link, twice(NEW_PASSWORD))

    assert answer.status_code == 302
    assert nina.get(OWN).status_code == 200
    assert account_of(ada.app, "nina").roles == ["redaktoer", "godkender"]
    assert sign_in_by_form(ada.app, "nina", NEW_PASSWORD).answer.status_code == 302


def test_the_list_says_who_there_is_and_how_they_sign_in(ada: Browser) -> None:
    ada.post(PAGE, of_nina())
    accounts.close(engine_of(ada.app), "gorm", actor="ada")

    html = " ".join(ada.get(PAGE).text.split())

    assert "Redaktør, Godkender. Logger ind med: adgangskode." in html
    assert "Logger ind med: mangler adgangskode." in html
    assert html.index("Rita Redaktør") < html.index("Gorm Godkender")
    assert "lukket" in html


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"brugernavn": ""}, "Brugernavnet skal have 2-64 tegn"),
        ({"brugernavn": "nina ny"}, "Brugernavnet skal have 2-64 tegn"),
        ({"brugernavn": "<script>"}, "Brugernavnet skal have 2-64 tegn"),
        ({"navn": " "}, "Skriv personens navn"),
        ({"roller": ["konge"]}, "Rollen findes ikke: konge."),
    ],
)
def test_what_cannot_be_used_is_said_and_what_was_typed_stays(
    ada: Browser, wrong: dict[str, object], message: str
) -> None:
    form = of_nina(**wrong)

    answer = ada.post(PAGE, form)

    assert answer.status_code == 400
    assert message in answer.text
    assert form["navn"] != "Nina Ny" or 'value="Nina Ny"' in answer.text


def test_a_username_is_never_given_twice(ada: Browser) -> None:
    accounts.close(engine_of(ada.app), "rita", actor="ada")

    answer = ada.post(PAGE, of_nina(brugernavn="RITA"))

    assert answer.status_code == 409
    assert "er brugt til en anden konto" in answer.text


def test_roles_are_set_and_the_person_is_signed_out(ada: Browser) -> None:
    rita = sign_in(ada.app, "rita")

    answer = ada.post(f"{PAGE}/rita/roller", {"roller": ["godkender"]})

    assert answer.status_code == 302
    assert "Rita Redaktør har nu: Godkender." in ada.get(PAGE).text
    assert rita.get(OWN).status_code == 302
    assert account_of(ada.app, "rita").roles == ["godkender"]


def test_an_account_is_closed_and_opened_again(ada: Browser) -> None:
    rita = sign_in(ada.app, "rita")

    assert ada.post(f"{PAGE}/rita/luk").status_code == 302
    assert rita.get(OWN).status_code == 302
    assert ada.post(f"{PAGE}/rita/link").status_code == 409

    assert ada.post(f"{PAGE}/rita/genaabn").status_code == 302
    assert sign_in_by_form(ada.app, "rita").answer.status_code == 302


@pytest.mark.parametrize(
    ("act", "form"), [("luk", {}), ("roller", {"roller": ["redaktoer"]}), ("roller", {})]
)
def test_the_last_administrator_stays(ada: Browser, act: str, form: dict[str, object]) -> None:
    accounts.add(engine_of(ada.app), "adam", "Adam", ["administrator"], actor="ada")
    accounts.close(engine_of(ada.app), "adam", actor="ada")

    answer = ada.post(f"{PAGE}/ada/{act}", form)

    assert answer.status_code == 409
    assert "den sidste administrator" in answer.text
    assert account_of(ada.app, "ada").roles == ["administrator"]
    assert not account_of(ada.app, "ada").closed


def test_one_of_two_administrators_may_go(ada: Browser) -> None:
    accounts.add(engine_of(ada.app), "adam", "Adam", ["administrator"], actor="ada")

    assert ada.post(f"{PAGE}/ada/luk").status_code == 302
    assert account_of(ada.app, "ada").closed


def test_an_unknown_account_is_not_found(ada: Browser) -> None:
    for act in ("link", "luk", "genaabn", "roller"):
        assert ada.post(f"{PAGE}/ingen/{act}").status_code == 404


@pytest.mark.parametrize("username", ["rita", "gorm", "bodil"])
@pytest.mark.parametrize("path", ["", "/gorm/roller", "/gorm/link", "/gorm/luk", "/gorm/genaabn"])
def test_only_administrators_manage_accounts(people: Flask, username: str, path: str) -> None:
    browser = sign_in(people, username)
    before = account_of(people, "gorm")

    assert browser.post(PAGE + path, of_nina()).status_code == 403
    assert account_of(people, "gorm") == before


@pytest.mark.parametrize("path", ["", "/gorm/roller", "/gorm/link", "/gorm/luk", "/gorm/genaabn"])
def test_every_form_needs_a_token(ada: Browser, path: str) -> None:
    before = account_of(ada.app, "gorm")

    assert ada.post_raw(PAGE + path, of_nina()).status_code == 400
    assert account_of(ada.app, "gorm") == before
    assert "nina" not in [a.username for a in accounts.listing(engine_of(ada.app))]


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

    answer = Browser(ada.app).post(link, {"adgangskode": NEW_PASSWORD, "gentag": "noget andet"})

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
        ({"nuvaerende": "forkert", **twice(NEW_PASSWORD)}, "Den nuværende adgangskode er forkert"),
        ({"nuvaerende": PASSWORD, **twice("kort")}, "mindst 12 tegn"),
        ({"nuvaerende": PASSWORD, **twice("rita redaktør")}, "for let at gætte"),
        ({"nuvaerende": PASSWORD, "adgangskode": NEW_PASSWORD}, "ikke ens"),
    ],
)
def test_a_change_of_password_is_refused(people: Flask, form: dict[str, str], message: str) -> None:
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
