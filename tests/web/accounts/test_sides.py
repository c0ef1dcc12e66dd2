"""Choosing between accounts and texts at the next sign-in."""

import pytest
from flask import Flask

from registry.accounts import accounts
from registry.models import Role
from registry.rules.linked_accounts import COMMAND_LINE
from registry.storage import audit
from registry.storage.db import transaction
from registry.storage.events import Event
from tests.web.accounts.samples import OWN, PAGE
from tests.web.forms import forms_of
from tests.web.people import (
    Browser,
    account_of,
    engine_of,
    sign_in,
    sign_in_by_form,
)
from tests.web.writing import words

CHOICE = "/redaktion/rolle"


@pytest.fixture
def ada(people: Flask) -> Browser:
    """Ada as she could be before: she administers, writes and approves. Bea administers
    too.
    """
    engine = engine_of(people)
    accounts.add(engine, "bea", "Bea", [Role.ADMINISTRATOR], actor=COMMAND_LINE)
    with transaction(engine) as session:
        account = accounts.named(session, "ada")
        account.roles = [role.value for role in Role]
        event = Event.ACCOUNT_ROLES
        audit.write_entry(session, actor="bea", event=event, subject="ada")
    return sign_in(people, "ada")


def test_every_page_leads_to_the_choice_and_back(ada: Browser) -> None:
    answer = ada.get(PAGE)
    assert answer.location == f"{CHOICE}?videre={PAGE}"
    page = ada.get(answer.location)
    assert "Redaktør og godkender" in words(page)

    chosen = forms_of(page)[CHOICE].send(ada, {"side": "konti"})

    assert chosen.location == PAGE
    assert ada.get(PAGE).status_code == 200
    assert account_of(ada.app, "ada").roles == ["administrator"]


def test_signing_in_leads_there_too(ada: Browser) -> None:
    browser = sign_in_by_form(ada.app, "ada")

    assert browser.get(browser.answer.location).location.startswith(CHOICE)


def test_a_form_is_not_lost_by_the_choice(ada: Browser) -> None:
    answer = ada.post("/redaktion/aftaler/ny", {"title": "Min lange titel"})
    assert answer.status_code == 403

    chosen = forms_of(answer)[CHOICE].send(ada, {"side": "tekster"})

    assert "Min lange titel" in chosen.text
    assert account_of(ada.app, "ada").roles == ["redaktoer", "godkender"]


def test_nothing_is_done_before_the_choice(ada: Browser) -> None:
    assert ada.post(f"{PAGE}/gorm/link").status_code == 403
    assert ada.post(OWN, {"nuvaerende": "x"}).status_code == 403
    assert account_of(ada.app, "gorm").link_hash is None


def test_no_choice_is_said(ada: Browser) -> None:
    for sent in ({}, {"side": "begge"}):
        answer = ada.post(CHOICE, sent)
        assert answer.status_code == 400
        assert "Vælg det ene." in words(answer)


def test_the_last_administrator_is_told_that_she_is(ada: Browser) -> None:
    accounts.close(engine_of(ada.app), "bea", actor=COMMAND_LINE)

    answer = ada.post(CHOICE, {"side": "tekster"})

    assert answer.status_code == 409
    assert "den sidste administrator" in words(answer)


def test_one_may_sign_out_instead(ada: Browser) -> None:
    page = ada.get(CHOICE)

    assert forms_of(page)["/log-ud"].send(ada).location == "/log-ind?ud=1"


def test_who_has_one_side_is_sent_on(people: Flask) -> None:
    rita = sign_in(people, "rita")

    assert rita.get(CHOICE).location == "/redaktion"
    for sent in ({"side": "konti"}, {"side": "ingen"}, {}):
        assert rita.post(CHOICE, sent).location == "/redaktion"
    assert account_of(people, "rita").roles == ["redaktoer"]
