"""/redaktion: what lies before each person, and what the catalogue lacks.

Also covers registry/publishing/desk.py.
"""

import re
from datetime import timedelta
from html import unescape

import pytest
from flask import Flask
from sqlalchemy import event

from registry import clock
from registry.models import UnansweredQuestion
from registry.search import unanswered
from tests.conftest import NOW
from tests.storage.unwatched import transaction
from tests.web.forms import forms_of
from tests.web.people import Browser, engine_of, sign_in
from tests.web.writing import act, begin, markup, write

DESK = "/redaktion"
TITLE = "Prøveaftale om udskrivning & hjælp"
OTHERS = ("proeve-gammel", "proeve-lokal")
NOBODY_ANSWERS = "/soeg?q=parkering+til+cykler+19"


@pytest.fixture
def office(people_written: Flask) -> Flask:
    return people_written


def part(browser: Browser, name: str) -> str:
    """What stands in one part of the desk, its tags left out."""
    answer = browser.get(DESK)
    assert answer.status_code == 200
    match = re.search(
        rf'<section aria-labelledby="{name}".*?</section>', answer.text, re.S
    )
    assert match
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", match[0])).split())


# The drafts


def test_an_empty_desk_says_so(people: Flask) -> None:
    rita = sign_in(people, "rita")
    assert "Ingen kladder venter på dig." in part(rita, "venter")
    assert "Du har ikke skrevet i nogen kladde" in part(rita, "mine")
    assert "Der er ingen andre kladder." in part(rita, "andres")


def test_a_draft_is_mine_once_i_have_written_in_it(people: Flask) -> None:
    rita, bodil = sign_in(people, "rita"), sign_in(people, "bodil")
    draft = begin(rita)
    assert TITLE in part(rita, "andres")

    write(rita, draft, changes={"title": "Ritas titel"})

    assert "Mine kladder (1) Ritas titel kladde Senest ændret" in part(rita, "mine")
    assert "Ritas titel" not in part(rita, "andres")
    assert "Ritas titel" in part(bodil, "andres")
    assert "Ritas titel" not in part(bodil, "mine")


def test_many_drafts_take_no_more_questions_to_the_database_than_one(
    people_begun: Flask,
) -> None:
    rita, asked = sign_in(people_begun, "rita"), list[str]()
    part(rita, "andres")
    engine = engine_of(people_begun)
    event.listen(
        engine, "before_cursor_execute", lambda *said: asked.append(str(said[2]))
    )
    part(rita, "andres")
    of_one = len(asked)
    for slug in OTHERS:
        begin(rita, slug)
    part(rita, "andres")  # the newest state is read
    asked.clear()

    assert f"Andres kladder ({len(OTHERS) + 1})" in part(rita, "andres")
    assert len(asked) == of_one


def test_what_is_sent_waits_for_those_who_did_not_write_it(
    rita: Browser, gorm: Browser, bodil: Browser, draft: int
) -> None:
    write(bodil, draft, changes={"summary": "Bodils resumé"})
    act(rita, draft, "indsend")

    waits = "Ritas titel til godkendelse venter på godkendelse."
    assert waits in part(gorm, "venter")
    assert "Ritas titel" not in part(rita, "venter")
    assert "Ritas titel" not in part(bodil, "venter")
    assert "Ritas titel til godkendelse" in part(bodil, "mine")


def test_what_is_approved_waits_for_publication_and_is_then_gone(
    rita: Browser, gorm: Browser, draft: int
) -> None:
    act(rita, draft, "indsend")
    act(gorm, draft, "godkend")
    assert "godkendt venter på offentliggørelse." in part(gorm, "venter")
    act(gorm, draft, "til-vedtagelse")
    assert "til vedtagelse er til vedtagelse hos parterne." in part(gorm, "venter")

    act(gorm, draft, "offentliggoer")

    assert "Ingen kladder venter på dig." in part(gorm, "venter")
    assert "Ritas titel" not in part(rita, "mine")


def test_a_returned_draft_waits_for_its_writer_until_it_is_sent_again(
    rita: Browser, gorm: Browser, bodil: Browser, draft: int
) -> None:
    act(rita, draft, "indsend")
    act(gorm, draft, "returner", {"note": "Skriv <b>fristen</b> i dage."})

    waits = "Ritas titel returneret skal rettes og sendes igen."
    assert waits in part(rita, "venter")
    assert "Bemærkning: Skriv <b>fristen</b> i dage." in part(rita, "venter")
    assert "Ritas titel" not in part(rita, "mine")
    assert "De, du har skrevet i, venter på dig ovenfor." in part(rita, "mine")
    assert "Ritas titel" not in part(bodil, "venter")
    assert "Ingen kladder venter på dig." in part(gorm, "venter")

    write(rita, draft, changes={"summary": "Fristen er fem dage."})
    assert waits in part(rita, "venter")

    act(rita, draft, "indsend")
    assert "Ritas titel" not in part(rita, "venter")
    assert "Ritas titel til godkendelse" in part(rita, "mine")
    assert "venter på godkendelse, sendt igen, efter at du returnerede den." in part(
        gorm, "venter"
    )
    again = "venter på godkendelse, sendt igen, efter at den blev returneret."
    assert again in part(bodil, "venter")


def test_a_returned_draft_that_nobody_wrote_in_waits_for_every_writer(
    people: Flask,
) -> None:
    rita, bodil = sign_in(people, "rita"), sign_in(people, "bodil")
    gorm = sign_in(people, "gorm")
    draft = begin(rita)
    act(rita, draft, "indsend")
    act(gorm, draft, "returner", {"note": "Skriv, hvad der er nyt."})

    assert "Bemærkning: Skriv, hvad der er nyt." in part(rita, "venter")
    assert "Bemærkning: Skriv, hvad der er nyt." in part(bodil, "venter")


def test_a_withdrawn_draft_is_on_no_desk(
    rita: Browser, bodil: Browser, draft: int
) -> None:
    act(rita, draft, "laeg-vaek")

    assert "Ritas titel" not in rita.get(DESK).text
    assert "Ritas titel" not in bodil.get(DESK).text


def test_others_proposals_wait_for_an_approver(rita: Browser, gorm: Browser) -> None:
    form = forms_of(rita.get("/redaktion/poster/ending/ny"))[
        "/redaktion/poster/ending/ny"
    ]
    ending = {
        "agreement": "proeve-lokal",
        "effective_on": "2027-01-01",
        "reason": "Ophører",
    }
    assert form.send(rita, ending).status_code == 303

    assert "1 forslag venter på en bekræftelse" in markup(gorm.get(DESK))
    assert "venter på en bekræftelse" not in rita.get(DESK).text


# Reviews


def publish(rita: Browser, gorm: Browser, draft: int, **values: str) -> None:
    write(rita, draft, changes=values)
    for browser, name in (
        (rita, "indsend"),
        (gorm, "godkend"),
        (gorm, "offentliggoer"),
    ):
        assert act(browser, draft, name).status_code == 303


def test_an_agreement_is_due_by_the_day_of_its_version(
    rita: Browser, gorm: Browser, draft: int
) -> None:
    assert "Ingen aftaler skal gennemgås inden for 90 dage." in part(rita, "gennemgang")

    publish(rita, gorm, draft, review_on="2027-01-15")

    assert "Ritas titel senest 15. januar 2027" in part(rita, "gennemgang")
    assert "overskredet" not in part(rita, "gennemgang")


def test_a_day_far_off_is_not_on_the_desk_yet(
    rita: Browser, gorm: Browser, draft: int
) -> None:
    publish(rita, gorm, draft, review_on="2027-06-01")

    assert "Ritas titel" not in part(rita, "gennemgang")


def test_a_day_that_is_past_is_said_to_be(
    rita: Browser, gorm: Browser, draft: int
) -> None:
    publish(rita, gorm, draft, review_on="2026-11-21")

    assert "Ritas titel senest 21. november 2026 – fristen er overskredet" in part(
        rita, "gennemgang"
    )


def test_a_review_moves_the_day(rita: Browser, gorm: Browser, draft: int) -> None:
    publish(rita, gorm, draft, review_on="2026-11-21")
    address = "/redaktion/poster/review/ny"
    reviewed = {"agreement": "proeve-udskrivning", "reason": "Gennemgået, uændret"}

    form = forms_of(rita.get(address))[address]
    answer = form.send(rita, {**reviewed, "next_on": "2027-02-01"})

    assert answer.status_code == 303
    assert "Ritas titel senest 1. februar 2027" in part(rita, "gennemgang")
    form = forms_of(rita.get(address))[address]
    assert form.send(rita, {**reviewed, "next_on": "2028-11-01"}).status_code == 303
    assert "Ritas titel" not in part(rita, "gennemgang")


def test_agreements_without_a_day_are_counted(
    rita: Browser, gorm: Browser, draft: int
) -> None:
    def undated() -> int:
        match = re.search(r"(\d+) aftaler?, der svarer i dag", part(rita, "gennemgang"))
        return int(match[1]) if match else 0

    before = undated()
    publish(rita, gorm, draft, review_on="2028-01-01")

    assert before > 0
    assert undated() == before - 1


# What the catalogue lacks


def test_unconfirmed_rows_are_counted_by_agreement(
    rita: Browser, gorm: Browser, draft: int
) -> None:
    assert f"{TITLE} 1 af 3 rækker" in part(rita, "ubekraeftet")

    write(rita, draft, "varsel-boern", {"confirmed": "1"})
    publish(rita, gorm, draft)

    assert "Ritas titel" not in part(rita, "ubekraeftet")


def written(browser: Browser) -> None:
    """What the catalogue remembers is written a while after; here at once."""
    browser.app.extensions["registry"].write_down()


def test_a_question_nobody_answers_is_shown_from_the_second_asking(
    rita: Browser,
) -> None:
    rita.get(NOBODY_ANSWERS)
    assert "Ingen spørgsmål er stillet to gange" in part(rita, "ubesvaret")

    rita.get(NOBODY_ANSWERS)
    written(rita)

    assert "parkering til cykler # 2 gange" in part(rita, "ubesvaret")


def test_a_question_is_forgotten_after_ninety_days(
    rita: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        rita.get(NOBODY_ANSWERS)
    written(rita)
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=91))

    assert "parkering" not in sign_in(rita.app, "rita").get(DESK).text


def test_a_question_with_markup_is_only_text(rita: Browser) -> None:
    with transaction(engine_of(rita.app)) as session:
        on = clock.today()
        text = "<script>alert(1)</script>"
        session.add(UnansweredQuestion(text=text, first_on=on, last_on=on, times=2))

    assert unanswered.recurring(engine_of(rita.app))
    assert "<script>alert" not in rita.get(DESK).text
