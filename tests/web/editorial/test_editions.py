"""Issuing an appendix: stored in every format, listed, downloaded, never changed.

Also covers registry/exports/issuing.py and registry/web/reader/editions.py.
"""

import hashlib
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text
from sqlmodel import select

from registry import clock
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
from tests.web.writing import markup

HEALTH = "sundhedsaftale-2024-2027"
PAGE = "/redaktion/appendiks"


class Sound:
    """A search index that is as it should be."""

    def check(self) -> None:
        return None


def issue(app: Flask, username: str = "rita", query: str = "") -> int:
    browser = sign_in(app, username)
    answer = forms_of(browser.get(f"{PAGE}{query}"))[PAGE].send(
        browser, button="Udsted"
    )
    assert answer.status_code == 303
    return editions.listing(engine_of(app))[0].id or 0


@pytest.fixture
def reader(people: Flask) -> FlaskClient:
    return people.test_client()


@pytest.mark.parametrize("username", ["rita", "gorm"])
def test_writers_and_approvers_issue_an_appendix(people: Flask, username: str) -> None:
    assert issue(people, username) == 1
    (edition,) = editions.listing(engine_of(people))
    assert (edition.health_agreement, edition.issued_by) == (HEALTH, username)
    assert (edition.continued, edition.unsettled, edition.undecided) == (1, 0, 0)
    assert edition.at == NOW
    page = markup(sign_in(people, username).get(PAGE))
    assert "Nr. 1: Appendiks: Eksisterende aftaler" in page


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
            select(AuditEntry).where(AuditEntry.act == "edition")
        ).one()
    assert (entry.actor, entry.subject) == ("rita", HEALTH)
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
        "Filen i et udstedt appendiks med id 1 er ændret siden post 6.",
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
