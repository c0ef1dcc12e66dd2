"""People are told by their names."""

import pytest
from flask import Flask

from registry.accounts import accounts
from registry.rules.version_content import MAIN
from registry.web.frame.people import name_of, names_of
from tests.web.editorial.test_editions import propose
from tests.web.editorial.test_proposals import ENDING, FORM
from tests.web.people import engine_of, sign_in
from tests.web.writing import act, begin, path, words, write


def test_a_person_is_told_by_the_name_of_the_account(people: Flask) -> None:
    accounts.close(engine_of(people), "gorm", actor="ada")

    with people.test_request_context("/"):
        assert name_of("rita") == "Rita Redaktør"
        assert name_of("gorm") == "Gorm Godkender"
        assert names_of({"rita", "bodil"}) == "Bodil Begge, Rita Redaktør"


@pytest.mark.parametrize("stored", ["startkatalog", "kommandolinjen"])
def test_who_has_no_account_is_told_as_stored(people: Flask, stored: str) -> None:
    with people.test_request_context("/"):
        assert name_of(stored) == stored


def test_no_page_beside_a_draft_tells_a_username(
    people: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(people.config, "PUBLIC_URL", "http://katalog.example")
    rita, gorm = sign_in(people, "rita"), sign_in(people, "gorm")
    draft = begin(rita)
    rita.post(path(draft, "/kommentarer"), {"om": MAIN, "tekst": "Se efter."})
    rita.post(path(draft, "/snitflader/varsel-boern/fjern"))
    act(rita, draft, "indsend")
    text = {"tekst": "Aftale\n\nTekst.", "title": "A"}
    taken_in = rita.post("/redaktion/indlaes", text)
    waiting = propose(people)
    aside = begin(rita, "proeve-kommende")
    write(rita, aside, changes={"title": "Lagt væk"})
    act(rita, aside, "laeg-vaek")

    for address in (
        *(path(draft), path(draft, "/kommentarer"), path(draft, "/gennemgang")),
        *(taken_in.location, "/redaktion/appendiks", waiting),
        "/redaktion/lagt-vaek",
    ):
        page = gorm.get(address)
        assert page.status_code == 200
        assert "Rita Redaktør" in words(page)
        assert " rita" not in words(page)


def test_no_page_of_a_draft_or_a_proposal_tells_a_username(people: Flask) -> None:
    rita, gorm = sign_in(people, "rita"), sign_in(people, "gorm")
    draft = begin(rita)
    write(rita, draft, changes={"title": "Ny titel"})
    act(rita, draft, "indsend")
    proposal = rita.post(ENDING, FORM).location

    for address in (
        *(path(draft), path(draft, "/gennemgang"), path(draft, "/aendringer")),
        *(proposal, "/redaktion/forslag"),
    ):
        page = gorm.get(address)
        assert page.status_code == 200
        assert "Rita Redaktør" in words(page)
        assert " rita" not in words(page)
