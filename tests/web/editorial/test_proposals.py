"""Proposals through the pages: from the form to the catalogue by two people, and each
refusal.

Also covers registry/web/editorial/lists.py, registry/web/editorial/proposal_view.py and
registry/web/editorial/records.py.
"""

import re
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.web.people import Browser, sign_in
from tests.web.writing import markup

ENDING = "/redaktion/poster/ending/ny"
FORM = {
    "agreement": "proeve-udskrivning",
    "effective_on": "2026-11-01",
    "reason": "Aftalen er <b>opsagt</b>.",
    "source": "Brev",
}
TERM_FORM = "/redaktion/poster/term/ny"
TERM = {
    "term": "Medicinbud",
    "meaning": "Den, der henter medicin.",
    "same": "varsling",
    "reason": "Mangler.",
    "base": "",
}
ORGANISATION = "/redaktion/poster/organisation/ny?noegle=nordby"
LISTS = ("organisationer", "kontaktpunkter", "ord", "begreber")
PAGES = (
    "/redaktion/forslag",
    "/redaktion/poster",
    "/redaktion/poster/continuation",
    "/redaktion/poster/succession",
    *(f"/redaktion/{path}" for path in LISTS),
)
FORMS = (
    "/redaktion/bekraeft",
    *(
        f"/redaktion/poster/{name}/ny"
        for name in (
            *(
                "ending",
                "review",
                "confirmation",
                "continuation",
                "succession",
                "rekeying",
                "settling",
                "original",
            ),
            *("aim", "measurement", "status-report", "implementation"),
            *("editor-note", "organisation", "contact-point", "word", "term"),
        )
    ),
    "/redaktion/poster/continuation/ny?retter=videre",
    "/redaktion/poster/word/ny?noegle=tasks&noegle=varsling",
    "/redaktion/poster/term/ny?noegle=varsling",
    ORGANISATION,
)


def proposed(browser: Browser, path: str = ENDING, form: Any = None) -> str:
    """The address of a new proposal."""
    answer = browser.post(path, form or FORM)
    assert answer.status_code == 303, answer.text
    return str(answer.location)


def ids(html: str) -> list[str]:
    return re.findall(r'\sid="([^"]*)"', html)


def hidden(answer: TestResponse, name: str) -> str:
    match = re.search(rf'name="{re.escape(name)}" value="([^"]*)"', answer.text)
    assert match
    return match[1]


# The pages


@pytest.mark.parametrize("path", [*PAGES, *FORMS])
def test_every_page_has_its_parts(people: Flask, path: str) -> None:
    answer = sign_in(people, "bodil").get(path)

    assert answer.status_code == 200
    assert answer.text.count("<h1") == 1
    assert sorted(ids(answer.text)) == sorted(set(ids(answer.text)))
    assert not re.search(
        r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=", answer.text
    )
    for name in re.findall(r'<label[^>]* for="([^"]*)"', answer.text):
        assert name in ids(answer.text)


@pytest.mark.parametrize("path", PAGES)
def test_an_administrator_or_a_stranger_sees_none_of_them(
    people: Flask, path: str
) -> None:
    assert sign_in(people, "ada").get(path).status_code == 403
    assert Browser(people).get(path).status_code == 302


@pytest.mark.parametrize("path", FORMS)
def test_only_an_editor_writes(people: Flask, path: str) -> None:
    seen = sign_in(people, "gorm").get(path)
    assert seen.status_code == 403 or "Send forslaget" not in seen.text
    assert sign_in(people, "gorm").post(path, FORM).status_code == 403


def test_what_is_unknown_is_not_found(people: Flask) -> None:
    rita = sign_in(people, "rita")
    for path in (
        "/redaktion/poster/adoption/ny",
        "/redaktion/poster/word",
        "/redaktion/forslag/99",
        f"/redaktion/forslag/{10**30}",
        "/redaktion/poster/ending/ny?retter=findes-ikke",
        "/redaktion/poster/word/ny?noegle=tasks",
        "/redaktion/poster/ending/ny?raekke=findes.ikke",
    ):
        assert rita.get(path).status_code == 404, path


# The way through


def test_two_people_end_an_agreement(people: Flask) -> None:
    rita, gorm = sign_in(people, "rita"), sign_in(people, "gorm")
    address = proposed(rita)
    page = rita.get(address).text
    assert "En anden skal bekræfte" in page
    assert "&lt;b&gt;opsagt" in page
    assert "ophørt" not in rita.get("/aftaler/proeve-udskrivning").text

    assert "Ophør: Prøveaftale" in gorm.get("/redaktion/forslag").text
    assert "1. november 2026" in gorm.get(address).text
    assert gorm.post(f"{address}/bekraeft").status_code == 303

    assert "ophørt" in rita.get("/aftaler/proeve-udskrivning").text
    assert "bekræftet" in rita.get("/redaktion/forslag").text
    assert "ending-1" in rita.get("/redaktion/poster/ending").text


def test_a_new_term_is_found_by_a_search(people: Flask) -> None:
    rita, gorm = sign_in(people, "rita"), sign_in(people, "gorm")
    assert "Varsle kommunen" not in rita.get("/soeg?q=medicinbud").text

    gorm.post(f"{proposed(rita, TERM_FORM, TERM)}/bekraeft")

    assert "Medicinbud" in rita.get("/ordliste").text
    assert "Varsle kommunen" in rita.get("/soeg?q=medicinbud").text


def test_an_organisation_is_changed_from_its_list(people: Flask) -> None:
    rita, gorm = sign_in(people, "rita"), sign_in(people, "gorm")
    assert ORGANISATION in rita.get("/redaktion/organisationer?q=nordby+kommune").text
    form = rita.get(ORGANISATION)
    assert 'value="Nordby Kommune"' in form.text

    address = proposed(
        rita,
        ORGANISATION,
        {
            "base": hidden(form, "base"),
            "name": "Nordby Storkommune",
            "kind": "kommune",
            "sector": "kommune",
            "planning_areas": "nord",
            "area_hospital": "nordby-hospital",
            "confirmed": "1",
            "reason": "Nyt navn.",
        },
    )
    page = gorm.get(address).text
    assert "<td>Nordby Kommune</td><td><strong>Nordby Storkommune</strong></td>" in page
    assert "Planområder" not in page
    assert "et forslag venter" in markup(rita.get("/redaktion/organisationer"))
    gorm.post(f"{address}/bekraeft")

    assert "Nordby Storkommune" in rita.get("/organisationer/nordby").text


def test_a_record_is_corrected_from_its_list(people: Flask) -> None:
    rita, gorm = sign_in(people, "rita"), sign_in(people, "gorm")
    path = "/redaktion/poster/continuation/ny?retter=videre"
    assert path in rita.get("/redaktion/poster/continuation").text
    form = rita.get(path).text
    assert "Træder i stedet for posten <strong>videre</strong>" in form
    assert "har aldrig gældt" in form

    address = proposed(
        rita,
        path,
        {
            "agreement": "proeve-lokal",
            "health_agreement": "sundhedsaftale-2024-2027",
            "decision": "ophoerer",
            "effective_on": "2024-01-01",
            "source": "Udvalget",
        },
    )
    assert (
        "<td>videreføres</td><td><strong>ophører</strong></td>"
        in gorm.get(address).text
    )
    gorm.post(f"{address}/bekraeft")

    assert "ophørt" in rita.get("/aftaler/proeve-lokal").text


def test_rows_are_confirmed_in_bulk(people: Flask) -> None:
    rita, gorm = sign_in(people, "rita"), sign_in(people, "gorm")
    row = "proeve-udskrivning.varsel-boern"
    assert f'value="{row}"' in rita.get("/redaktion/bekraeft").text
    assert "ikke bekræftet" in rita.get(f"/snitflader/{row}").text
    form = {
        "raekke": [row],
        "reason": "Holdt op mod aftalen.",
        "effective_on": "2026-11-22",
    }

    address = proposed(rita, "/redaktion/bekraeft", form)
    assert "Et forslag venter" in rita.get("/redaktion/bekraeft").text
    assert "Varsle kommunen om barnet" in gorm.get(address).text
    gorm.post(f"{address}/bekraeft")

    assert "ikke bekræftet" not in rita.get(f"/snitflader/{row}").text
    assert "Alle rækker er bekræftet" in rita.get("/redaktion/bekraeft").text


def test_a_review_is_recorded_by_one_person(people: Flask) -> None:
    rita = sign_in(people, "rita")
    form = {"agreement": "proeve-udskrivning", "effective_on": "2026-11-20"}

    assert rita.post("/redaktion/poster/review/ny", form).status_code == 303

    assert (
        "Gennemgået 20. november 2026, uændret"
        in rita.get("/aftaler/proeve-udskrivning").text
    )
    assert "gennemgang-proeve-udskrivning" in rita.get("/redaktion/poster/review").text


def test_the_address_fills_the_form(people: Flask) -> None:
    rita = sign_in(people, "rita")

    assert (
        '<option value="proeve-lokal" selected>'
        in rita.get(f"{ENDING}?aftale=proeve-lokal").text
    )
    row = rita.get(
        "/redaktion/poster/rekeying/ny?raekke=proeve-udskrivning.stroemper"
    ).text
    assert 'value="stroemper"' in row
    assert 'value="2026-11-22"' in row


# Refusals


def test_what_is_wrong_is_said_and_the_text_stands(people: Flask) -> None:
    answer = sign_in(people, "rita").post(
        ENDING, {**FORM, "effective_on": "i går", "agreement": ""}
    )

    assert answer.status_code == 400
    assert '<a href="#effective_on">' in markup(answer)
    assert 'value="i går"' in markup(answer)
    assert "&lt;b&gt;opsagt" in markup(answer)


def test_what_must_be_filled_in_is_asked_for(people: Flask) -> None:
    rita = sign_in(people, "rita")
    for path in FORMS:
        answer = rita.post(path, {})
        assert answer.status_code == 400, path
        assert "Noget skal rettes" in markup(answer)


def test_nobody_confirms_their_own(people: Flask) -> None:
    bodil = sign_in(people, "bodil")
    address = proposed(bodil)

    assert "Bekræft</button>" not in bodil.get(address).text
    assert bodil.post(f"{address}/bekraeft").status_code == 403
    assert bodil.post(f"{address}/afvis", {"note": "Nej"}).status_code == 403


def test_an_editor_neither_confirms_nor_rejects(people: Flask) -> None:
    address = proposed(sign_in(people, "bodil"))
    rita = sign_in(people, "rita")

    for act in ("bekraeft", "afvis", "traek-tilbage"):
        assert rita.post(f"{address}/{act}", {"note": "Nej"}).status_code == 403


def test_a_form_without_its_token_is_refused(people: Flask) -> None:
    address = proposed(sign_in(people, "rita"))
    gorm = sign_in(people, "gorm")

    for act in ("bekraeft", "afvis"):
        assert gorm.post_raw(f"{address}/{act}", {"note": "Nej"}).status_code == 400
    assert sign_in(people, "rita").post_raw(ENDING, FORM).status_code == 400
    assert "ophørt" not in gorm.get("/aftaler/proeve-udskrivning").text


def test_a_rejection_needs_a_note(people: Flask) -> None:
    rita, gorm = sign_in(people, "rita"), sign_in(people, "gorm")
    address = proposed(rita)

    assert gorm.post(f"{address}/afvis", {"note": ""}).status_code == 400
    assert gorm.post(f"{address}/afvis", {"note": "Forkert dato."}).status_code == 303

    assert "Forkert dato." in rita.get(address).text
    assert "afvist" in rita.get("/redaktion/forslag").text


def test_a_proposal_can_be_retracted(people: Flask) -> None:
    rita = sign_in(people, "rita")
    address = proposed(rita)

    assert rita.post(f"{address}/traek-tilbage").status_code == 303
    assert sign_in(people, "gorm").post(f"{address}/bekraeft").status_code == 409


def test_two_changes_of_the_same_are_shown_beside_each_other(people: Flask) -> None:
    rita, bodil, gorm = (sign_in(people, name) for name in ("rita", "bodil", "gorm"))
    base = hidden(rita.get(ORGANISATION), "base")
    form = {"base": base, "name": "Nordby Ny", "kind": "kommune", "reason": "Navn"}
    first = proposed(rita, ORGANISATION, form)
    second = proposed(bodil, ORGANISATION, {**form, "name": "Nordby Nyest"})
    gorm.post(f"{first}/bekraeft")

    answer = gorm.post(f"{second}/bekraeft")
    assert answer.status_code == 409
    assert "Ændret af andre, siden forslaget blev skrevet" in markup(answer)
    assert "Nordby Kommune → Nordby Ny" in markup(answer)

    late = rita.post(ORGANISATION, {**form, "name": "Nordby Sent"})
    assert late.status_code == 409
    assert "mens du skrev" in markup(late)
    assert "Nordby Ny" in markup(late)
    assert 'value="Nordby Sent"' in markup(late)


def test_after_a_conflict_each_field_can_be_chosen(people: Flask) -> None:
    rita, bodil, gorm = (sign_in(people, name) for name in ("rita", "bodil", "gorm"))
    base = hidden(rita.get(ORGANISATION), "base")
    form = {"base": base, "name": "Nordby Ny", "kind": "kommune", "reason": "Navn"}
    gorm.post(f"{proposed(bodil, ORGANISATION, form)}/bekraeft")
    late = rita.post(ORGANISATION, {**form, "name": "Nordby Sent", "note": "Min note"})

    again = {
        **form,
        "base": hidden(late, "base"),
        "name": "Nordby Sent",
        "note": "Min note",
    }
    address = proposed(
        rita, ORGANISATION, {**again, "valg-name": "gemt", "valg-note": "min"}
    )

    page = gorm.get(address).text
    assert "Nordby Sent" not in page
    assert "Min note" in page
