"""Every editorial address: who may go there, who is refused, and that no form is
forged.

Also covers registry/web/frame/menus.py.
"""

import re
from typing import Any

import pytest
from flask import Flask, url_for
from werkzeug.test import TestResponse

from registry.storage import trail
from registry.web.frame.menus import EDITORIAL_NAVIGATION, NAVIGATION
from tests.web.people import PEOPLE, Browser, engine_of, sign_in
from tests.web.writing import words

pytestmark = pytest.mark.slow

EDITORS = frozenset({"rita", "bodil"})
APPROVERS = frozenset({"gorm", "bodil"})
BOTH = EDITORS | APPROVERS
ADMINISTRATORS = frozenset({"ada"})
EVERYBODY = BOTH | ADMINISTRATORS

# Who may open, and who may send; an address that is not named here fails the tests.
OPEN_TO = {
    "administration.add": ADMINISTRATORS,
    "administration.close": ADMINISTRATORS,
    "administration.confirm": ADMINISTRATORS,
    "administration.drafts": ADMINISTRATORS,
    "administration.hand_over": ADMINISTRATORS,
    "administration.link_again": ADMINISTRATORS,
    "administration.listing": ADMINISTRATORS,
    "administration.new_link": ADMINISTRATORS,
    "administration.reopen": ADMINISTRATORS,
    "administration.set_roles": ADMINISTRATORS,
    "adoptions.adoption": BOTH,
    "adoptions.enter": EDITORS,
    "comments.add": BOTH,
    "comments.answer": BOTH,
    "comments.listing": BOTH,
    "decisions.listing": BOTH,
    "decisions.one": BOTH,
    "decisions.propose": EDITORS,
    "desk.agreements": BOTH,
    "desk.begin_agreement": EDITORS,
    "desk.begin_version": EDITORS,
    "desk.desk": EVERYBODY,
    "desk.new_agreement": EDITORS,
    "desk.withdrawn": BOTH,
    "drafts.add_row": EDITORS,
    "draft_changes.change": BOTH,
    "draft_changes.listing": BOTH,
    "draft_changes.restore": EDITORS,
    "drafts.duplicate_row": EDITORS,
    "drafts.edit_row": EDITORS,
    "drafts.edit_version": EDITORS,
    "drafts.move_row": EDITORS,
    "drafts.new_row": EDITORS,
    "drafts.overview": BOTH,
    "texts.preview": EDITORS,
    "texts.paste": EDITORS,
    "texts.find_references": EDITORS,
    "texts.dead": BOTH,
    "drafts.remove_row": EDITORS,
    "drafts.save_row": EDITORS,
    "drafts.save_version": EDITORS,
    "drafts.show": BOTH,
    "duties.listing": BOTH,
    "editions.issue": APPROVERS,
    "editions.listing": BOTH,
    "editions.one": BOTH,
    "editions.progress": BOTH,
    "editions.propose": BOTH,
    "editions.reject": APPROVERS,
    "editions.retract": BOTH,
    "findings.one": EDITORS,
    "findings.take_up": EDITORS,
    "grid.read": EDITORS,
    "grid.save": EDITORS,
    "grid.table": EDITORS,
    "for_all.form": EDITORS,
    "for_all.set_for_all": EDITORS,
    "intake.choose": EDITORS,
    "intake.original": BOTH,
    "intake.report": BOTH,
    "intake.take_in": EDITORS,
    "intake.whole": BOTH,
    "lists.listing": BOTH,
    "offline.about": EVERYBODY,
    "offline.file": EVERYBODY,
    "pairing.choose": EDITORS,
    "pairing.save": EDITORS,
    "passwords.change": EVERYBODY,
    "passwords.own": EVERYBODY,
    "personal_numbers.confirm": EDITORS,
    "personal_numbers.take_out": EDITORS,
    "proposals.confirm": APPROVERS,
    "proposals.listing": BOTH,
    "proposals.one": BOTH,
    "proposals.reject": APPROVERS,
    "proposals.retract": EDITORS,
    "record_lines.lines": EDITORS,
    "record_lines.propose": EDITORS,
    "record_lines.template": EDITORS,
    "records.confirm_rows": BOTH,
    "records.listing": BOTH,
    "records.new": EDITORS,
    "records.overview": BOTH,
    "records.propose": EDITORS,
    "records.propose_confirmations": EDITORS,
    "review.act": BOTH,
    "review.ask": BOTH,
    "review.review": BOTH,
    "sign_in.sign_out": EVERYBODY,
    "sides.choose": EVERYBODY,
    "sides.form": EVERYBODY,
    "suggestions.accept": EDITORS,
    "suggestions.accept_sure": EDITORS,
    "suggestions.ask_sure": EDITORS,
    "suggestions.confirm_task_key": EDITORS,
    "suggestions.listing": BOTH,
    "suggestions.refuse": EDITORS,
    "suggestions.reopen": EDITORS,
    "suggestions.take_back": EDITORS,
    "trail.as_csv": ADMINISTRATORS,
    "trail.listing": ADMINISTRATORS,
}
VALUES: dict[str, Any] = {
    "change_id": 1,
    "direction": "op",
    "field": "phase",
    "job_name": "gaettet",
    "mark": "gaettet",
    "key": "varsel-boern",
    "name": "godkend",
    "path": "ord",
    "proposal_id": 1,
    "slug": "proeve-udskrivning",
    "thread": 1,
    "username": "rita",
    "version_id": 1,
}
KINDS = {
    "records.listing": "ending",
    "records.new": "ending",
    "records.propose": "ending",
    "record_lines.lines": "measurement",
    "record_lines.propose": "measurement",
    "record_lines.template": "measurement",
}


def addresses(app: Flask, method: str) -> list[tuple[str, str]]:
    """Every editorial endpoint that takes the method, with an address of it."""
    listed = []
    with app.test_request_context():
        for rule in app.url_map.iter_rules():
            if rule.rule.startswith(("/redaktion", "/log-ud")) and method in (
                rule.methods or ()
            ):
                values = {name: VALUES[name] for name in rule.arguments}
                if rule.endpoint in KINDS:
                    values["name"] = KINDS[rule.endpoint]
                listed.append((rule.endpoint, url_for(rule.endpoint, **values)))
    return listed


def closed_to(app: Flask, username: str, method: str) -> list[str]:
    return [at for name, at in addresses(app, method) if username not in OPEN_TO[name]]


@pytest.fixture(params=[username for username, _, _ in PEOPLE])
def person(request: pytest.FixtureRequest, people: Flask) -> tuple[str, Browser]:
    return request.param, sign_in(people, request.param)


def test_every_editorial_address_is_in_the_table(people: Flask) -> None:
    endpoints = {
        name for method in ("GET", "POST") for name, _ in addresses(people, method)
    }

    assert endpoints == set(OPEN_TO)


def test_who_lacks_the_role_sends_nothing(
    people: Flask, person: tuple[str, Browser]
) -> None:
    username, browser = person
    before = len(list(trail.everything(engine_of(people))))
    answers = {at: browser.post(at) for at in closed_to(people, username, "POST")}

    assert {at: answer.status_code for at, answer in answers.items()} == dict.fromkeys(
        answers, 403
    )
    assert all("Det kræver rollen" in words(answer) for answer in answers.values())
    assert len(list(trail.everything(engine_of(people)))) == before


def test_who_lacks_the_role_opens_nothing(
    people: Flask, person: tuple[str, Browser]
) -> None:
    username, browser = person
    answers = {at: browser.get(at) for at in closed_to(people, username, "GET")}

    assert {at: answer.status_code for at, answer in answers.items()} == dict.fromkeys(
        answers, 403
    )
    assert all("Det kræver rollen" in words(answer) for answer in answers.values())


def test_who_has_the_role_comes_in(people: Flask, person: tuple[str, Browser]) -> None:
    """Some of what the addresses name is not there; an administrator's desk is another
    page.
    """
    username, browser = person
    opened = [at for name, at in addresses(people, "GET") if username in OPEN_TO[name]]
    statuses = {at: browser.get(at).status_code for at in opened}

    assert set(statuses.values()) <= {200, 302, 404}, statuses
    assert list(statuses.values()).count(200) > len(statuses) / 2


def test_who_is_not_signed_in_sends_nothing(people: Flask) -> None:
    browser = Browser(people)
    answers = {
        at: browser.post(at, {"tekst": "Mine ord"})
        for _, at in addresses(people, "POST")
    }

    assert {at: answer.status_code for at, answer in answers.items()} == dict.fromkeys(
        answers, 401
    )
    assert all("Log ind igen" in words(answer) for answer in answers.values())


def test_who_is_not_signed_in_is_asked_to(people: Flask) -> None:
    browser = Browser(people)
    answers = {at: browser.get(at) for _, at in addresses(people, "GET")}

    assert {at: answer.location for at, answer in answers.items()} == {
        at: f"/log-ind?videre={at}" for at in answers
    }


def test_a_form_without_its_token_does_nothing_and_keeps_the_text(
    people: Flask, person: tuple[str, Browser]
) -> None:
    username, browser = person
    before = len(list(trail.everything(engine_of(people))))
    sent = [at for name, at in addresses(people, "POST") if username in OPEN_TO[name]]
    answers = {at: browser.post_raw(at, {"tekst": "Mine ord"}) for at in sent}

    assert {at: answer.status_code for at, answer in answers.items()} == dict.fromkeys(
        answers, 400
    )
    for at, answer in answers.items():
        kept = (
            "Siden har stået åben for længe"
            if at == "/log-ud"
            else "Din tekst er her endnu"
        )
        assert kept in words(answer), at
    assert len(list(trail.everything(engine_of(people)))) == before


def test_the_menu_of_editorial_pages_holds_what_one_may_open(
    people: Flask, person: tuple[str, Browser]
) -> None:
    """The first leads on; no administrator is shown the desk, which is another's."""
    username, browser = person
    menu = menu_of(browser.get("/redaktion/adgangskode"), "Redaktion")
    desk = {"/redaktion"} if username in ADMINISTRATORS else set()

    with people.test_request_context():
        opened = {
            url_for(endpoint): text
            for endpoint, text, _ in EDITORIAL_NAVIGATION
            if username in OPEN_TO[endpoint]
        }
    assert menu == {at: text for at, text in opened.items() if at not in desk}
    assert {browser.get(at).status_code for at in menu} == {200}


def test_the_readers_menu_leads_to_their_pages(people: Flask) -> None:
    browser = Browser(people)
    menu = menu_of(browser.get("/"), "Hovedmenu")

    assert list(menu.values()) == [text for _, text in NAVIGATION]
    assert {browser.get(at).status_code for at in menu} == {200}


def menu_of(page: TestResponse, name: str) -> dict[str, str]:
    """The links of the menu with that name, by their addresses."""
    found = re.search(rf'<nav[^>]*aria-label="{name}".*?</nav>', page.text, re.DOTALL)
    assert found
    return dict(re.findall(r'<a [^>]*href="([^"]+)"[^>]*>([^<]+)</a>', found[0]))
