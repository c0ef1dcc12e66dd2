"""The page that gives out the copy for bad days."""

from pathlib import Path

import pytest
from flask import Flask

from registry.offline import runtime as installed
from registry.offline.copy import DAYS_FRESH
from registry.offline.page_file import offline_html
from registry.offline.runtime import runtime
from tests.offline.samples import small_pyodide
from tests.web.people import Browser, sign_in
from tests.web.writing import words

PAGE = "/redaktion/noedkopi"
FILE = f"{PAGE}/fil"


@pytest.fixture(autouse=True)
def python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Python for the browser, too small to run."""
    folder = small_pyodide(tmp_path / "pyodide")
    monkeypatch.setattr(installed, "PYODIDE", folder)
    return folder


def test_the_page_says_what_the_copy_holds_and_leads_to_it(people: Flask) -> None:
    answer = sign_in(people, "rita").get(PAGE)

    assert answer.status_code == 200
    assert "Kopien pr. 22. november 2026 rummer" in words(answer)
    assert f"mere end {DAYS_FRESH} dage gammel" in words(answer)
    assert f'href="{FILE}"' in answer.text


def test_the_file_is_the_copy_of_today_to_be_saved(people: Flask) -> None:
    answer = sign_in(people, "ada").get(FILE)
    snapshot = people.extensions["registry"].catalogue.today()

    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="noedkopi-2026-11-22.html"'
    )
    assert answer.content_type == "text/html; charset=utf-8"
    assert answer.text == offline_html(snapshot, runtime())


def test_the_page_says_when_the_copy_cannot_be_searched(
    people: Flask, python: Path
) -> None:
    browser = sign_in(people, "rita")
    assert "uden søgning" not in words(browser.get(PAGE))

    (python / installed.STAMP).unlink()

    assert "uden søgning" in words(browser.get(PAGE))
    assert "Kopien er lavet uden søgning." in browser.get(FILE).text


def test_the_menu_leads_to_the_page(people: Flask) -> None:
    assert (
        f'href="{PAGE}"' in sign_in(people, "gorm").get("/redaktion/adgangskode").text
    )


def test_who_is_not_signed_in_gets_neither(people: Flask) -> None:
    browser = Browser(people)

    for address in (PAGE, FILE):
        answer = browser.get(address)
        assert "Prøveaftale" not in answer.text
        assert "Content-Disposition" not in answer.headers
