"""The accounts' page: who there is, what they may, and what is refused."""

import pytest
from flask import Flask

from registry.accounts import accounts
from registry.rules.linked_accounts import COMMAND_LINE
from tests.web.accounts.samples import OWN, PAGE, link_in, of_nina, twice
from tests.web.forms import forms_of
from tests.web.people import (
    NEW_PASSWORD,
    Browser,
    account_of,
    engine_of,
    sign_in,
    sign_in_by_form,
)
from tests.web.writing import words

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
    assert html.rindex("<h3>Rita Redaktør") < html.rindex("<h3>Gorm Godkender")
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
    ("act", "form"),
    [("luk", {}), ("roller", {"roller": ["redaktoer"]}), ("roller", {})],
)
def test_the_last_administrator_stays(
    ada: Browser, act: str, form: dict[str, object]
) -> None:
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
@pytest.mark.parametrize(
    "path", ["", "/gorm/roller", "/gorm/link", "/gorm/luk", "/gorm/genaabn"]
)
def test_only_administrators_manage_accounts(
    people: Flask, username: str, path: str
) -> None:
    browser = sign_in(people, username)
    before = account_of(people, "gorm")

    assert browser.post(PAGE + path, of_nina()).status_code == 403
    assert account_of(people, "gorm") == before


@pytest.mark.parametrize(
    "path", ["", "/gorm/roller", "/gorm/link", "/gorm/luk", "/gorm/genaabn"]
)
def test_every_form_needs_a_token(ada: Browser, path: str) -> None:
    before = account_of(ada.app, "gorm")

    assert ada.post_raw(PAGE + path, of_nina()).status_code == 400
    assert account_of(ada.app, "gorm") == before
    assert "nina" not in [a.username for a in accounts.listing(engine_of(ada.app))]


# What others have done


def test_other_administrators_are_told_and_confirm(ada: Browser) -> None:
    engine = engine_of(ada.app)
    accounts.add(engine, "bea", "Bea", ["administrator"], actor=COMMAND_LINE)
    bea = sign_in(ada.app, "bea")
    ada.post(f"{PAGE}/rita/link")
    assert "gjort af Ada Administrator" not in words(ada.get(PAGE))
    page = bea.get(PAGE)
    assert "Rita Redaktør gjort af Ada Administrator Lavede engangslink" in words(page)

    assert forms_of(page)[f"{PAGE}/bekraeft"].send(bea).status_code == 302

    told = words(bea.get(PAGE))
    assert "Du har bekræftet det." in told
    assert "; bekræftet af Bea" in told
    assert f"{PAGE}/bekraeft" not in forms_of(bea.get(PAGE))


@pytest.mark.parametrize("other", ["redaktoer", "godkender"])
def test_an_administrator_is_given_no_other_role(ada: Browser, other: str) -> None:
    both = {"roller": ["administrator", other]}

    for path, form in (("", of_nina(**both)), ("/rita/roller", both)):
        answer = ada.post(PAGE + path, form)
        assert answer.status_code == 400
        assert "ikke samtidig" in answer.text


# Drafts of one who leaves


def test_the_drafts_of_one_who_leaves_are_handed_over(people_written: Flask) -> None:
    ada = sign_in(people_written, "ada")
    closed = ada.post("/redaktion/konti/rita/luk", follow_redirects=True)
    assert "Overdrag kladderne til en anden." in closed.text
    page = ada.get("/redaktion/konti/rita/kladder")
    assert "Ritas titel" in page.text
    assert 'href="/redaktion/konti/rita/kladder"' in ada.get("/redaktion/konti").text

    form = forms_of(page)["/redaktion/konti/rita/kladder"]
    answer = form.send(ada, {"modtager": "bodil"})

    assert answer.status_code == 302
    assert "Kladden er overdraget." in ada.get(answer.location).text
    assert "Ritas titel" in sign_in(people_written, "bodil").get("/redaktion").text


def test_a_draft_is_not_handed_to_nobody(people_written: Flask) -> None:
    ada = sign_in(people_written, "ada")
    page = "/redaktion/konti/rita/kladder"

    answer = ada.post(page, {"kladde": ["6"], "modtager": "gorm"})

    assert answer.status_code == 400
    assert "Vælg, hvem der overtager" in answer.text
    assert ada.post(page, {"modtager": "bodil"}).status_code == 400
    assert ada.get("/redaktion/konti/ukendt/kladder").status_code == 404
