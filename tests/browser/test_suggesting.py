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


def tab_to(page: Page, name: str) -> None:
    """Go on by Tab until the focus is on what has that name."""
    for _ in range(200):
        page.keyboard.press("Tab")
        at = page.evaluate("document.activeElement.textContent.trim()")
        if " ".join(at.split()).startswith(name):
            return
    raise AssertionError(f"{name} cannot be reached by Tab")


def test_the_first_suggestion_is_gone_to_from_the_top_of_the_page(
    page: Page, work: Work, draft: int
) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # past the menus
    tab_to(page, "Gå til det første forslag")
    page.keyboard.press("Enter")
    expect(page.locator("[data-suggestion]").first).to_be_focused()

    press(page, "n")

    assert standings(work, draft)[:2] == [REFUSED, WAITING]


def expect_focus(page: Page, name: str) -> None:
    expect(page.locator(f"[id='{name}']")).to_be_focused()


def in_view(page: Page, selector: str) -> bool:
    box = page.locator(selector).bounding_box()
    height = page.viewport_size["height"] if page.viewport_size else 0
    return box is not None and box["y"] >= 0 and box["y"] + box["height"] <= height


@pytest.mark.parametrize("width", [360, 1280])
def test_the_whole_walk_by_the_keyboard_alone(
    open_as: OpenPage, work: Work, draft: int, width: int
) -> None:
    page = open_as("rita", f"/redaktion/kladder/{draft}/forslag", width=width)
    keys = [one.key for one in suggestions.offered(read_draft(work.catalogue, draft))]
    tab_to(page, "Hente")
    press(page, "a")
    press(page, "n")
    press(page, "r")
    expect(page.get_by_role("heading", name="Ny snitflade")).to_be_visible()
    tab_to(page, "Gem")
    press(page, "Enter")
    assert standings(work, draft)[:3] == [IN_ROWS, REFUSED, IN_ROWS]
    expect_focus(page, f"forslag-{keys[3]}")

    tab_to(page, "Antag de 2 sikre forslag")
    press(page, "Enter")
    expect(page.get_by_text("2 snitflader fra afsnittet «Senere»")).to_be_visible()
    tab_to(page, "Antag de valgte")
    press(page, "Enter")
    assert standings(work, draft)[3:] == [IN_ROWS, IN_ROWS, WAITING]
    # It goes on from the next that waits, and what was done stands in view over it.
    expect_focus(page, f"forslag-{keys[5]}")
    assert in_view(page, "#antaget") and in_view(page, "#antaget + .suggestion h3")

    press(page, "f")
    assert standings(work, draft)[3:] == [WAITING] * 3
    expect_focus(page, f"forslag-{keys[3]}")


def test_after_the_last_one_the_focus_is_on_what_was_done(
    page: Page, work: Work, draft: int
) -> None:
    for one in suggestions.offered(read_draft(work.catalogue, draft))[:-1]:
        suggestions.refuse(work.catalogue, draft, one.key, work.people["rita"])
    page.reload()
    page.locator("[data-suggestion]").last.focus()
    press(page, "a")

    expect_focus(page, "antaget")
    assert in_view(page, "#antaget")
    press(page, "f")
    assert standings(work, draft)[-1] is WAITING


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
