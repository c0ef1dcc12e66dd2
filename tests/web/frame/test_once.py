"""The same form sent twice, at once or one after the other, is done once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from sqlmodel import SQLModel, func, select
from werkzeug.test import TestResponse

from registry.models import Edition, FormUse, Proposal
from registry.services import Services
from registry.storage.db import reading
from registry.web.frame import once
from tests.web.forms import Changes, Form, forms_of
from tests.web.people import Browser, engine_of, sign_in
from tests.web.writing import draft_of, open_form, path, stored, words

ENDING = "/redaktion/poster/ending/ny"
APPENDIX = "/redaktion/appendiks"
OF_ENDING = {
    "agreement": "proeve-udskrivning",
    "effective_on": "2026-11-01",
    "reason": "Aftalen er opsagt.",
    "source": "Brev",
}
ROW = {"task": "Ringe til vagten", "task_key": "varsling", "phase": "udskrivning"}


def count(app: Flask, table: type[SQLModel]) -> int:
    with reading(engine_of(app)) as session:
        return session.exec(select(func.count()).select_from(table)).one()


def at_once(
    app: Flask,
    form: Form,
    changes: Changes | None = None,
    times: int = 4,
    who: str = "rita",
) -> list[TestResponse]:
    """The same form from as many windows of the person's browser."""
    windows = [sign_in(app, who) for _ in range(times)]
    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(lambda window: form.send(window, changes), windows))


def led_to(answers: list[TestResponse]) -> set[tuple[int, str | None]]:
    return {(answer.status_code, answer.location) for answer in answers}


def ending_form(browser: Browser) -> Form:
    form = forms_of(browser.get(ENDING))
    return form.get(ENDING) or form[""]


def test_an_appendix_is_proposed_and_issued_once(
    people: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(people.config, "PUBLIC_URL", "http://katalog.example")
    form = forms_of(sign_in(people, "bodil").get(APPENDIX))[APPENDIX]

    answers = at_once(people, form, {"titel": "Til mødet"}, times=3, who="bodil")

    ((status, proposal),) = led_to(answers)
    assert (status, count(people, Proposal)) == (303, 1)
    issue = forms_of(sign_in(people, "gorm").get(proposal or ""))[f"{proposal}/udsted"]
    answers = at_once(people, issue, times=3, who="gorm")
    assert {status for status, _ in led_to(answers)} == {303}
    assert count(people, Edition) == 1


def test_a_proposal_is_made_once_and_all_are_led_to_it(people: Flask) -> None:
    form = ending_form(sign_in(people, "rita"))

    answers = at_once(people, form, OF_ENDING)

    assert led_to(answers) == {(303, "/redaktion/forslag/1")}
    assert count(people, Proposal) == 1


@pytest.mark.parametrize("which", ["ny-snitflade", "kopier"])
def test_a_row_is_added_once(people_written: Flask, which: str) -> None:
    rita, draft = sign_in(people_written, "rita"), draft_of(people_written)
    rows = len(stored(people_written, draft).content.rows)
    if which == "kopier":
        address = path(draft, "/snitflader/varsel-boern/kopier")
        answers = at_once(people_written, forms_of(rita.get(path(draft)))[address])
    else:
        form = open_form(rita, draft, which)
        answers = at_once(people_written, form, ROW)

    assert len(led_to(answers)) == 1
    assert len(stored(people_written, draft).content.rows) == rows + 1


def test_the_second_is_told_so(people: Flask) -> None:
    rita = sign_in(people, "rita")
    form = ending_form(rita)
    first = form.send(rita, OF_ENDING)

    second = form.send(rita, OF_ENDING)

    assert second.location == first.location
    assert "sendt to gange" in words(rita.get(second.location))


def test_a_form_sent_back_changed_is_another(people: Flask) -> None:
    rita = sign_in(people, "rita")
    form = ending_form(rita)
    form.send(rita, OF_ENDING)

    form.send(rita, {**OF_ENDING, "reason": "En anden grund."})

    assert count(people, Proposal) == 2


def test_a_form_that_was_refused_may_be_sent_again(people: Flask) -> None:
    rita = sign_in(people, "rita")
    form = ending_form(rita)
    for _ in range(2):
        assert form.send(rita, {**OF_ENDING, "reason": ""}).status_code == 400

    assert form.send(rita, OF_ENDING).status_code == 303


def test_the_same_words_on_a_new_page_are_another_form(people: Flask) -> None:
    rita = sign_in(people, "rita")
    for _ in range(2):
        ending_form(rita).send(rita, OF_ENDING)

    assert count(people, Proposal) == 2


def test_another_person_with_the_same_token_is_another(people: Flask) -> None:
    form = ending_form(sign_in(people, "rita"))
    for username in ("rita", "bodil"):
        form.send(sign_in(people, username), OF_ENDING)

    assert count(people, Proposal) == 2


def test_one_that_waits_too_long_for_the_first_is_told_to_look(
    people: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    rita = sign_in(people, "rita")
    monkeypatch.setattr(once, "LONGEST_WAIT", 0.1)
    monkeypatch.setattr(once.form_uses, "claim", lambda *_: False)
    monkeypatch.setattr(once.form_uses, "led_to", lambda *_: "")

    answer = ending_form(rita).send(rita, OF_ENDING)

    assert answer.status_code == 409
    assert "ikke færdig endnu" in words(answer)


def test_the_second_waits_for_what_is_done_and_not_for_what_readers_are_shown(
    people: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    rita = sign_in(people, "rita")
    form, settled = ending_form(rita), list[str]()

    def look(_: Services) -> None:
        with reading(engine_of(people)) as session:
            settled.extend(use.led_to for use in session.exec(select(FormUse)))

    monkeypatch.setattr(Services, "catch_up", look)
    form.send(rita, OF_ENDING)

    assert settled == ["/redaktion/forslag/1"]
