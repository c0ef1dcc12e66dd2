"""CPR numbers on the editorial pages: refused where nothing can stop them later, and
taken out of drafts.
"""

import logging

import pytest
from flask import Flask

from registry.language.personal_numbers import has_number
from tests.web.editorial.test_adoptions import address, for_adoption, seen
from tests.web.editorial.test_proposals import ENDING, FORM, TERM, TERM_FORM
from tests.web.forms import forms_of
from tests.web.people import Browser, sign_in
from tests.web.writing import act, begin, path, stored, words, write

CPR = "010190-1234"
SPACED = "01 01 90 1234"


# Questions


@pytest.mark.parametrize(
    "question",
    [
        CPR,
        "０１０１９０-１２３４",
        "01\u200b0190\u00ad1234",
        "19900101 1234",
        "⁰¹⁰¹⁹⁰-¹²³⁴",
    ],
)
@pytest.mark.parametrize("page", ["/soeg", "/ordliste", "/api/v1/search"])
def test_a_question_in_any_dress_is_refused_and_kept_nowhere(
    people: Flask, caplog: pytest.LogCaptureFixture, page: str, question: str
) -> None:
    with caplog.at_level(logging.DEBUG):
        for _ in range(2):
            answer = people.test_client().get(page, query_string={"q": question})

            assert answer.status_code == 400
            assert "CPR-nummer" in answer.text
            assert not has_number(answer.text)
            assert question not in answer.text
    assert question not in caplog.text
    unanswered = sign_in(people, "rita").get("/redaktion")
    assert question not in unanswered.text


# Drafts


def test_a_drafts_text_is_kept_until_it_is_mended(rita: Browser) -> None:
    draft = begin(rita)

    saved = write(rita, draft, changes={"summary": f"Som {CPR}."})

    assert saved.status_code == 303
    assert stored(rita.app, draft).content.values["summary"] == f"Som {CPR}."
    assert "Feltet «Resumé» har et CPR-nummer (linje 1)." in words(
        rita.get(path(draft))
    )


def test_they_are_taken_out_after_a_page_that_says_where(rita: Browser) -> None:
    draft = begin(rita)
    write(
        rita, draft, changes={"summary": f"Som {CPR}.", "economics": f"A\nB {SPACED}"}
    )
    address = path(draft, "/personoplysninger")
    assert f'href="{address}"' in rita.get(path(draft)).text

    asked = rita.get(address)
    page = words(asked)
    assert "Resumé, linje 1" in page and "Økonomi, linje 2" in page
    assert "1 tidligere tekst" in page
    assert not has_number(page)
    done = forms_of(asked)[address].send(rita)

    assert done.status_code == 303
    assert "CPR-numre er fjernet 3 steder" in words(rita.get(done.location))
    assert stored(rita.app, draft).content.values["summary"] == "Som [fjernet]."
    assert not has_number(rita.get(path(draft, "/aendringer")).text)
    assert "ikke fundet CPR-numre" in words(rita.get(address))


def test_what_came_meanwhile_is_shown_before_it_is_taken_out(rita: Browser) -> None:
    draft = begin(rita)
    write(rita, draft, changes={"summary": f"Som {CPR}."})
    address = path(draft, "/personoplysninger")
    form = forms_of(rita.get(address))[address]
    write(rita, draft, changes={"economics": f"Som {SPACED}."})

    answer = form.send(rita)

    assert answer.status_code == 409
    assert "Kladden er ændret imens." in words(answer)
    assert CPR in stored(rita.app, draft).content.values["summary"]


def test_a_number_in_the_history_alone_leads_to_the_way_out(rita: Browser) -> None:
    draft = begin(rita)
    write(rita, draft, changes={"summary": f"Som {CPR}."})
    write(rita, draft, changes={"summary": "Som nogen."})

    page = rita.get(path(draft))

    assert "Der står et CPR-nummer i ændringerne" in words(page)
    assert f'href="{path(draft, "/personoplysninger")}"' in page.text


def test_only_an_editor_takes_them_out(rita: Browser, gorm: Browser) -> None:
    draft = begin(rita)

    assert gorm.get(path(draft, "/personoplysninger")).status_code == 403
    assert (
        gorm.post(path(draft, "/personoplysninger"), {"seen": "0"}).status_code == 403
    )


# What has no gate


def test_a_note_is_refused_and_stays_in_the_form(rita: Browser, gorm: Browser) -> None:
    draft = begin(rita)
    write(rita, draft, changes={"summary": "Ændret."})
    act(rita, draft, "indsend")

    answer = act(gorm, draft, "returner", {"note": f"Ret det om {SPACED}"})

    assert answer.status_code == 400
    assert "Der står et CPR-nummer. Skriv det uden" in words(answer)
    assert f"Ret det om {SPACED}" in answer.text


@pytest.mark.parametrize(
    ("page", "form", "field"),
    [(ENDING, FORM, "reason"), (ENDING, FORM, "source"), (TERM_FORM, TERM, "meaning")],
)
def test_a_record_is_refused_and_stays_in_the_form(
    rita: Browser, page: str, form: dict[str, str], field: str
) -> None:
    answer = rita.post(page, {**form, field: f"Efter {CPR}"})

    assert answer.status_code == 400
    assert "CPR-numre må ikke stå i kataloget" in words(answer)
    assert f"Efter {CPR}" in answer.text
    assert f"Efter {CPR}" not in rita.get("/redaktion/forslag").text


def test_a_decision_on_a_proposal_is_refused(rita: Browser, gorm: Browser) -> None:
    made = rita.post(ENDING, FORM).location

    for name in ("bekraeft", "afvis"):
        answer = gorm.post(f"{made}/{name}", {"note": f"Se {CPR}"})

        assert answer.status_code == 400
        assert f"Se {CPR}" in answer.text
    assert "venter" in words(rita.get("/redaktion/forslag")).lower()


def test_an_adoptions_reference_is_refused(people: Flask, rita: Browser) -> None:
    draft = for_adoption(people)
    line = f"nordby;vedtaget;2026-10-01;Sag {CPR}"

    answer = rita.post(address(draft), {**seen(people, draft), "linjer": line})

    assert answer.status_code == 400
    assert "CPR-numre må ikke stå i kataloget" in words(answer)
    assert line in answer.text


@pytest.mark.parametrize("field", ["brugernavn", "navn"])
def test_an_account_is_refused(people: Flask, field: str) -> None:
    ada = sign_in(people, "ada")
    wanted = {"brugernavn": "nina", "navn": "Nina Ny", "roller": ["redaktoer"]}

    answer = ada.post("/redaktion/konti", {**wanted, field: "0101901234"})

    assert answer.status_code == 400
    assert "Der står et CPR-nummer" in words(answer)
    assert "Kontoen" not in words(ada.get("/redaktion/historik"))


def test_a_new_agreements_title_is_refused(rita: Browser) -> None:
    wanted = {"title": f"Om {CPR}", "kind": "samarbejdsaftale"}

    answer = rita.post("/redaktion/aftaler/ny", wanted)

    assert answer.status_code == 400
    assert "CPR-nummer" in words(answer)
    assert f"Om {CPR}" in answer.text
