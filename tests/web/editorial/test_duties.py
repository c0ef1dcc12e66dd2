"""How many of a published agreement's duties stand in rows, told to the editors."""

import re

from flask import Flask

from registry.rules.version_content import MAIN
from tests.web.people import Browser, sign_in
from tests.web.writing import draft_of, words, write

PAGE = "/redaktion/aftaler/proeve-lokal/pligter"


def test_it_says_how_many_and_which_are_not(rita: Browser) -> None:
    said = words(rita.get(PAGE))

    assert "1 af 3 pligter har en snitflade." in said
    assert "De 2, der ikke har" in said
    assert "«Afdelingen har det lægelige ansvar.»" in said
    assert "«Hospitalet melder, kommunen modtager.»" in said
    assert "«Kommunen kører borgeren hjem.»" not in said


def test_the_figures_are_those_of_the_version_that_readers_see(
    people_begun: Flask,
) -> None:
    rita, draft = sign_in(people_begun, "rita"), draft_of(people_begun)
    page = "/redaktion/aftaler/proeve-udskrivning/pligter"
    before = re.findall(r"\d+ af \d+ pligt\w*", words(rita.get(page)))

    write(rita, draft, MAIN, {"body": "Kommunen vasker gardiner."})
    assert re.findall(r"\d+ af \d+ pligt\w*", words(rita.get(page))) == before
    assert len(before) == 1


def test_the_agreements_page_and_the_list_lead_there(rita: Browser) -> None:
    for page in ("/aftaler/proeve-lokal", "/redaktion/aftaler"):
        assert f'href="{PAGE}"' in rita.get(page).text


def test_an_approver_reads_it_and_begins_nothing(people: Flask) -> None:
    page = sign_in(people, "gorm").get(PAGE)
    assert page.status_code == 200
    assert "Lav en kladde" not in words(page)


def test_readers_do_not(people: Flask) -> None:
    assert people.test_client().get(PAGE).status_code in (302, 303, 401)


def test_an_unknown_agreement_is_not_found(rita: Browser) -> None:
    assert rita.get("/redaktion/aftaler/findes-ikke/pligter").status_code == 404
