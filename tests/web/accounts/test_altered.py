"""An account that was altered behind the catalogue's back lets nobody in, and is sealed
by nothing its owner does.
"""

import logging
import re

import pytest
from flask import Flask
from sqlalchemy import text
from werkzeug.test import TestResponse

from tests.web.accounts.samples import is_in
from tests.web.people import engine_of, sign_in_by_form

ALTERED = "UPDATE account SET name = 'En anden' WHERE username = 'rita'"
HEADING = "<h1>Det kan ikke gemmes nu</h1>"


def alter(app: Flask) -> None:
    with engine_of(app).begin() as connection:
        connection.execute(text(ALTERED))


def without_what_was_typed(answer: TestResponse) -> str:
    """The page but for the username and the form's secret."""
    page = re.sub(r'name="csrf_token"[^>]*', "", answer.text)
    return re.sub(r"\b(?:rita|ruth)\b", "", page)


def test_who_signs_in_to_it_is_told_and_stays_outside(
    people: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    alter(people)

    with caplog.at_level(logging.ERROR):
        browser = sign_in_by_form(people, "rita")

    assert browser.answer.status_code == 503
    assert HEADING in browser.answer.text
    assert "er ændret uden om kataloget" in browser.answer.text
    assert "er ændret uden om kataloget" in caplog.text
    assert not is_in(browser)


@pytest.mark.parametrize(
    "altered",
    [
        *("name = 'En anden'", "roles = '[\"administrator\"]'", "token = 'x'"),
        *("password_hash = 'x'", "closed = 1", "roles = 'ingen liste'"),
        *("link_expires = 'i morgen'", "created_at = 'i går'"),
    ],
)
def test_a_wrong_password_is_told_nothing_of_it(people: Flask, altered: str) -> None:
    with engine_of(people).begin() as connection:
        connection.execute(
            text(f"UPDATE account SET {altered} WHERE username = 'rita'")
        )

    known = sign_in_by_form(people, "rita", "en helt anden 9").answer
    unknown = sign_in_by_form(people, "ruth", "en helt anden 9").answer

    assert (known.status_code, unknown.status_code) == (401, 401)
    assert without_what_was_typed(known) == without_what_was_typed(unknown)


def test_an_account_that_cannot_be_read_is_told_of_in_the_log_alone(
    people: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    with engine_of(people).begin() as connection:
        connection.execute(
            text("UPDATE account SET roles = 'ingen liste' WHERE username = 'rita'")
        )

    browser = sign_in_by_form(people, "rita")

    assert browser.answer.status_code == 401
    assert not is_in(browser)
    assert "En konto kan ikke læses." in caplog.text


def test_who_signs_out_of_it_is_out_in_that_browser(people: Flask) -> None:
    browser = sign_in_by_form(people, "rita")
    alter(people)

    answer = browser.post("/log-ud")

    assert answer.status_code == 503
    assert HEADING in answer.text
    assert not is_in(browser)


def test_others_are_let_in_meanwhile(people: Flask) -> None:
    alter(people)

    assert is_in(sign_in_by_form(people, "gorm"))
