"""Rows suggested from a draft's text: by keyboard alone, and without JavaScript."""

import re
from itertools import count

import pytest
from playwright.sync_api import Page, expect

from registry.publishing import editing, suggestions
from registry.publishing.drafts import read_draft
from registry.publishing.suggestions import Standing
from tests.browser.conftest import OpenPage
from tests.browser.editorial import Work

pytestmark = pytest.mark.browser

SLUG = "ernaering"
BODY = """## Hjemkomst

Kommunen henter {0} kasser. Kommunen vasker {0} gardiner. Kommunen maler {0} huse.

## Senere

Regionen køber {0} senge. Regionen måler {0} vægge. Tolken oversætter {0} breve.
"""
NOTHING = {
    "treatment_responsibility": "Intet.",
    "division_of_responsibility": "Intet.",
    "economics": "Intet.",
}
WAITING, IN_ROWS, REFUSED = Standing.WAITING, Standing.IN_ROWS, Standing.REFUSED
NUMBERS = count(100)


@pytest.fixture(scope="module")
def begun(work: Work) -> int:
    return work.begin(SLUG, **NOTHING)


@pytest.fixture
def draft(work: Work, begun: int) -> int:
    """The draft with a text on which nothing is decided yet, and without rows."""
    for row in read_draft(work.catalogue, begun).content.rows:
        editing.remove_row(work.catalogue, begun, row["key"], work.people["rita"])
    work.write(begun, body=BODY.format(next(NUMBERS)))
    return begun


@pytest.fixture
def page(open_as: OpenPage, draft: int) -> Page:
    return open_as("rita", f"/redaktion/kladder/{draft}/forslag")


def standings(work: Work, draft: int) -> list[Standing]:
    listed = suggestions.offered(read_draft(work.catalogue, draft))
    return [one.standing for one in listed]


def press(page: Page, key: str) -> None:
    with page.expect_navigation():
        page.keyboard.press(key)


def test_one_key_each_accepts_refuses_and_goes_on(
    page: Page, work: Work, draft: int
) -> None:
    while not page.evaluate("document.activeElement.matches('[data-suggestion]')"):
        page.keyboard.press("Tab")

    press(page, "a")
    press(page, "n")
    page.keyboard.press("ArrowDown")
    press(page, "A")

    assert standings(work, draft)[:4] == [IN_ROWS, REFUSED, WAITING, IN_ROWS]
    assert page.evaluate("document.activeElement.matches('[data-suggestion]')")


def test_one_key_opens_the_rows_form_and_its_save_comes_back(
    page: Page, work: Work, draft: int
) -> None:
    page.locator("[data-suggestion]").last.focus()
    press(page, "r")
    expect(page.get_by_role("heading", name="Ny snitflade")).to_be_visible()

    page.get_by_role("button", name="Gem", exact=True).press("Enter")
    expect(page.get_by_role("heading", name="Forslag til snitflader")).to_be_visible()
    assert standings(work, draft)[-1] is IN_ROWS


def test_all_sure_ones_of_a_section_are_accepted_by_a_button(
    page: Page, work: Work, draft: int
) -> None:
    page.get_by_role("button", name="Antag de 2 sikre forslag i Senere").press("Enter")
    expect(page.get_by_text("2 snitflader er tilføjet.")).to_be_visible()

    assert standings(work, draft)[3:] == [IN_ROWS, IN_ROWS, WAITING]


def test_a_key_outside_a_suggestion_does_nothing(
    page: Page, work: Work, draft: int
) -> None:
    page.locator("h1").click()
    page.keyboard.press("a")

    assert set(standings(work, draft)) == {WAITING}


def test_it_works_without_javascript(open_as: OpenPage, work: Work, draft: int) -> None:
    page = open_as("rita", f"/redaktion/kladder/{draft}/forslag", javascript=False)
    expect(page.locator("[data-keys-hint]")).to_be_hidden()

    page.get_by_role("button", name=re.compile("Antag.*Hente")).click()
    page.get_by_role("button", name=re.compile("Afvis.*Vaske")).click()

    assert standings(work, draft)[:3] == [IN_ROWS, REFUSED, WAITING]
