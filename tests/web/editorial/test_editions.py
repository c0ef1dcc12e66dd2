"""Issuing an appendix: stored in every format, listed, downloaded, never changed.

Also covers registry/exports/issuing.py, registry/exports/proposing.py,
registry/records/proposed_editions.py and registry/web/reader/editions.py.
"""

import hashlib
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text
from sqlmodel import select
from werkzeug.test import TestResponse

from registry import clock
from registry.accounts import credentials
from registry.exports.formats import EXPORTS
from registry.models import AuditEntry, EditionFile
from registry.storage import editions
from registry.storage.checks import faults
from registry.storage.db import reading
from registry.storage.guards import install_triggers
from registry.storage.triggers import TRIGGERS
from tests.conftest import NOW
from tests.exports.samples import decide
from tests.storage.unwatched import transaction
from tests.web.forms import forms_of
from tests.web.people import engine_of, sign_in
from tests.web.writing import markup, words

HEALTH = "sundhedsaftale-2024-2027"
PAGE = "/redaktion/appendiks"


class Sound:
    """A search index that is as it should be."""

    def check(self) -> None:
        return None


TITLE = "Til mødet den 12. december"


def propose(app: Flask, username: str = "rita", query: str = "") -> str:
    """Propose an appendix by the form; the address of the proposal."""
    browser = sign_in(app, username)
    form = forms_of(browser.get(f"{PAGE}{query}"))[PAGE]
    answer = form.send(browser, {"titel": TITLE})
    assert answer.status_code == 303
    return str(answer.location)


def confirm(app: Flask, proposal: str, username: str = "gorm") -> TestResponse:
    browser = sign_in(app, username)
    return forms_of(browser.get(proposal))[f"{proposal}/udsted"].send(
        browser, button="Udsted for altid"
    )


def issue(app: Flask, username: str = "rita", query: str = "") -> int:
    """Rita proposes, Gorm issues. Returns the edition's number."""
    answer = confirm(app, propose(app, username, query))
    assert answer.status_code == 303
    return editions.listing(engine_of(app))[0].id or 0


@pytest.fixture(autouse=True)
def known_by_a_name(people: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(people.config, "PUBLIC_URL", "http://katalog.example")


@pytest.fixture
def reader(people: Flask) -> FlaskClient:
    return people.test_client()


@pytest.mark.parametrize("username", ["rita", "bodil"])
def test_one_proposes_and_another_issues_an_appendix(
    people: Flask, username: str
) -> None:
    proposal = propose(people, username)
    assert editions.listing(engine_of(people)) == []
    gorm = sign_in(people, "gorm")
    assert "1 appendiks venter på at blive udstedt" in words(gorm.get("/redaktion"))
    assert f"{TITLE} Foreslået" in words(gorm.get(PAGE))

    confirm(people, proposal)

    (edition,) = editions.listing(engine_of(people))
    assert (edition.health_agreement, edition.issued_by) == (HEALTH, "gorm")
    assert (edition.continued, edition.unsettled, edition.undecided) == (1, 0, 0)
    assert (edition.title, edition.at) == (TITLE, NOW)
    page = markup(sign_in(people, username).get(PAGE))
    assert f"Nr. 1: {TITLE}" in page
    assert "Venter på at blive udstedt" not in page


def test_the_page_says_what_will_be_issued(people: Flask) -> None:
    issue(people)
    said = words(sign_in(people, "gorm").get(propose(people)))

    assert "offentligt for altid. Det kan hverken rettes eller fjernes" in said
    assert "Som det gælder 22. november 2026 For hvem Alle kommuner" in said
    assert f"Nr. 1: {TITLE}, pr. 22. november 2026" in said
    assert "Det siger det samme om de samme aftaler." in said
    assert "1 videreføres" in said


@pytest.mark.parametrize("username", ["rita", "gorm", "bodil"])
def test_nobody_issues_what_they_proposed(people: Flask, username: str) -> None:
    proposal = propose(people, username)
    browser = sign_in(people, username)

    assert f"{proposal}/udsted" not in forms_of(browser.get(proposal))
    assert browser.post(f"{proposal}/udsted").status_code == 403
    if username != "rita":
        assert "Du har selv foreslået det." in words(browser.get(proposal))
        refused = browser.post(f"{proposal}/afvis", {"note": "Nej"})
        assert refused.status_code == 403
    assert editions.listing(engine_of(people)) == []


def test_one_who_could_sign_in_as_the_proposer_is_no_other(people: Flask) -> None:
    """Four eyes are persons, not accounts (decision 0035)."""
    engine = engine_of(people)
    proposal = propose(people)
    for whom in ("rita", "gorm"):
        credentials.issue_link(engine, whom, actor="ada")

    answer = sign_in(people, "gorm").post(f"{proposal}/udsted")

    assert answer.status_code == 403
    assert "Du regnes her for den samme" in words(answer)
    assert editions.listing(engine) == []


def test_it_is_issued_once(people: Flask) -> None:
    proposal = propose(people)
    gorm = sign_in(people, "gorm")
    assert gorm.post(f"{proposal}/udsted").status_code == 303

    again = gorm.post(f"{proposal}/udsted")

    assert again.status_code == 409
    assert "Forslaget er allerede bekræftet af Gorm Godkender." in words(again)
    assert len(editions.listing(engine_of(people))) == 1


def test_what_has_become_another_appendix_is_not_issued(
    people: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposal = propose(people)
    catalogue = people.extensions["registry"].catalogue
    decide(catalogue, "proeve-udskrivning", "viderefoeres", at=NOW)
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(minutes=1))
    gorm = sign_in(people, "gorm")

    assert "Det må foreslås igen." in words(gorm.get(proposal))
    answer = gorm.post(f"{proposal}/udsted")

    assert answer.status_code == 409
    assert "Appendikset er blevet et andet" in words(answer)
    assert editions.listing(engine_of(people)) == []


def test_it_is_rejected_with_a_reason_and_taken_back_by_its_own(people: Flask) -> None:
    gorm, rita = sign_in(people, "gorm"), sign_in(people, "rita")
    proposal = propose(people)
    assert gorm.post(f"{proposal}/afvis", {"note": " "}).status_code == 400
    assert gorm.post(f"{proposal}/fortryd").status_code == 403
    assert (
        gorm.post(f"{proposal}/afvis", {"note": "Vent til mødet."}).status_code == 303
    )
    assert rita.post(f"{proposal}/fortryd").status_code == 409

    another = propose(people)
    assert rita.post(f"{another}/fortryd").status_code == 303

    assert "Venter på at blive udstedt" not in rita.get(PAGE).text
    with reading(engine_of(people)) as session:
        told = session.exec(
            select(AuditEntry.actor, AuditEntry.event_key, AuditEntry.detail)
        ).all()
    assert told[-4:] == [
        ("rita", "proposed", f"forslag 1: Appendiks: {TITLE}"),
        (
            "gorm",
            "rejected",
            f"forslag 1: Appendiks: {TITLE}, foreslået af rita: Vent til mødet.",
        ),
        ("rita", "proposed", f"forslag 2: Appendiks: {TITLE}"),
        ("rita", "retracted", f"forslag 2: Appendiks: {TITLE}, foreslået af rita"),
    ]


@pytest.mark.parametrize("title", ["", "   ", "x" * 201, "Borger 010180-1234"])
def test_it_has_a_title(people: Flask, title: str) -> None:
    rita = sign_in(people, "rita")

    answer = rita.post(PAGE, {"titel": title})

    assert answer.status_code == 400
    assert 'id="titel-fejl"' in answer.text
    assert "Venter på at blive udstedt" not in rita.get(PAGE).text


@pytest.mark.parametrize(
    "local", ["http://127.0.0.1:8000", "http://localhost", "http://[::1]:80", ""]
)
def test_nothing_is_issued_while_addresses_are_local(
    people: Flask, monkeypatch: pytest.MonkeyPatch, local: str
) -> None:
    proposal = propose(people)
    monkeypatch.setitem(people.config, "PUBLIC_URL", local)
    rita, gorm = sign_in(people, "rita"), sign_in(people, "gorm")

    page = rita.get(PAGE)
    assert "Foreslå udstedelse" not in page.text
    assert "Appendikset kan ikke udstedes, for dets adresser ville føre" in words(page)
    assert rita.post(PAGE, {"titel": TITLE}).status_code == 403
    assert "Udsted for altid" not in gorm.get(proposal).text
    assert gorm.post(f"{proposal}/udsted").status_code == 403
    assert editions.listing(engine_of(people)) == []


def test_a_proposed_appendix_is_no_proposal_of_records(people: Flask) -> None:
    propose(people)

    assert TITLE not in sign_in(people, "gorm").get("/redaktion/forslag").text
    assert sign_in(people, "gorm").get("/redaktion/forslag/1").status_code == 404


def test_every_format_lies_at_its_address_with_its_hash(
    people: Flask, reader: FlaskClient
) -> None:
    number = issue(people)
    page = reader.get(f"/appendiks/udstedt/{number}")
    assert page.status_code == 200
    assert "Set-Cookie" not in page.headers
    for export in EXPORTS:
        name = f"appendiks-{HEALTH}-2026-11-22-fuldt.{export.key}"
        answer = reader.get(f"/appendiks/udstedt/{number}/{name}")
        assert answer.status_code == 200
        assert answer.content_type == export.media_type
        assert hashlib.sha256(answer.data).hexdigest() in page.text


def test_it_is_what_was_chosen(people: Flask, reader: FlaskClient) -> None:
    number = issue(people, query="?pr=2026-06-02&raekker=1&omfang=kort")
    answer = reader.get(
        f"/appendiks/udstedt/{number}/"
        f"appendiks-{HEALTH}-2026-06-02-kort-med-snitflader.json"
    )
    appendix = answer.get_json()
    assert (appendix["as_of"], appendix["scope"]) == ("2026-06-02", "short")
    assert appendix["items"][0]["snitflader"]


def test_it_stays_when_more_is_decided(
    people: Flask, reader: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And its address still makes the very same: the moment of issue stands in it."""
    number = issue(people)
    address = f"/appendiks/udstedt/{number}/appendiks-{HEALTH}-2026-11-22-fuldt.md"
    before = reader.get(address).data
    later = NOW + timedelta(days=2)
    monkeypatch.setattr(clock, "now", lambda: later)
    catalogue = people.extensions["registry"].catalogue
    decide(catalogue, "proeve-udskrivning", "viderefoeres", at=NOW + timedelta(days=1))
    assert "2 videreføres" in _words(reader.get("/appendiks").text)
    assert reader.get(address).data == before
    (edition,) = editions.listing(engine_of(people))
    assert reader.get(f"/appendiks?{edition.parameters}&format=md").data == before


def _words(page: str) -> str:
    return " ".join(page.replace("<strong>", "").replace("</strong>", "").split())


def test_it_is_written_in_the_trail(people: Flask) -> None:
    issue(people)
    with reading(engine_of(people)) as session:
        entry = session.exec(
            select(AuditEntry).where(AuditEntry.event_key == "edition")
        ).one()
    assert (entry.actor, entry.subject) == ("gorm", HEALTH)
    assert entry.detail.startswith("nr. 1 pr. 2026-11-22: 1 videreføres, hash ")


def test_readers_find_it_on_the_page_of_the_appendix(
    people: Flask, reader: FlaskClient
) -> None:
    assert "ligger fast" not in reader.get("/appendiks").text
    issue(people)
    assert "/appendiks/udstedt/1" in reader.get("/appendiks").text


def test_nobody_changes_or_deletes_it(people: Flask) -> None:
    issue(people)
    for act in ("UPDATE edition_file SET content = x'00'", "DELETE FROM edition"):
        with (
            pytest.raises(Exception, match="never changed or deleted"),
            transaction(engine_of(people)) as session,
        ):
            session.connection().execute(text(act))


def test_the_check_finds_a_file_that_was_changed(people: Flask) -> None:
    issue(people)
    engine = engine_of(people)
    assert faults(engine, lambda _: Sound()) == []
    with transaction(engine) as session:
        for trigger in TRIGGERS:
            if trigger.table == "edition_file":
                session.execute(text(f"DROP TRIGGER {trigger.name}"))
        file = session.exec(select(EditionFile)).first()
        assert file is not None
        file.content += b" "
        session.add(file)
        session.flush()
        install_triggers(session.connection())
    assert faults(engine, lambda _: Sound()) == [
        "Filen i et udstedt appendiks med id 1 er ændret siden post 7.",
        "Filerne i det udstedte appendiks nr. 1 er ændret.",
    ]


def test_an_administrator_issues_nothing(people: Flask) -> None:
    browser = sign_in(people, "ada")
    assert browser.get(PAGE).status_code == 403
    assert browser.post(PAGE).status_code == 403
    assert editions.listing(engine_of(people)) == []


@pytest.mark.parametrize("query", ["niveau=9", "pr=x", "kommune=ukendt"])
def test_what_cannot_be_used_issues_nothing(people: Flask, query: str) -> None:
    name, _, value = query.partition("=")
    assert sign_in(people, "rita").post(PAGE, {name: value}).status_code == 400
    assert editions.listing(engine_of(people)) == []


@pytest.mark.parametrize(
    "address", ["/appendiks/udstedt/1", "/appendiks/udstedt/1/x.md"]
)
def test_what_was_not_issued_is_not_found(reader: FlaskClient, address: str) -> None:
    assert reader.get(address).status_code == 404
