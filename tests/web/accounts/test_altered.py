"""An account that was altered behind the catalogue's back lets nobody in, and is sealed
by nothing its owner does.
"""

import logging

import pytest
from flask import Flask
from sqlalchemy import text

from tests.web.accounts.samples import is_in
from tests.web.people import engine_of, sign_in_by_form

ALTERED = "UPDATE account SET name = 'En anden' WHERE username = 'rita'"
HEADING = "<h1>Det kan ikke gemmes nu</h1>"


def alter(app: Flask) -> None:
    with engine_of(app).begin() as connection:
        connection.execute(text(ALTERED))


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
