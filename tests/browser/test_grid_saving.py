"""The table of a draft's rows is saved by itself, as the forms are.

Also covers the script registry/static/grid_saving.js.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from registry.publishing.drafts import read_draft
from tests.browser.conftest import OpenPage
from tests.browser.editorial import Work
from tests.browser.table import Table

pytestmark = pytest.mark.browser

QUIET = 9000


def opened(open_as: OpenPage, draft: int, anchor: str = "#ny") -> Table:
    """The table in a browser whose clock is wound by hand."""
    page = open_as("rita", "/redaktion")
    page.clock.install()
    page.goto(f"/redaktion/kladder/{draft}/tabel{anchor}")
    expect(page.locator(".grid-table")).to_be_visible()
    return Table(page)


def wait(page: Page) -> None:
    """So long as it takes till what was written is saved by itself."""
    page.clock.fast_forward(QUIET)


def test_what_is_written_is_saved_by_itself_and_moves_nobody(
    open_as: OpenPage, work: Work
) -> None:
    draft = work.begin("lovbestemt-tolkebistand")
    before = work.rows(draft)
    table = opened(open_as, draft)
    table.type("Bestille tolken")
    table.press("Tab")
    table.says("Ikke gemt endnu")
    wait(table.page)

    table.says("1 række er gemt.")
    assert work.rows(draft) == [*before, "Bestille tolken"]
    expect(table.cell(len(before) + 1, "Situation")).to_be_focused()
    table.press("Enter")
    table.type("Betale tolken")
    table.press("Enter")
    wait(table.page)
    table.says("1 række er gemt.")
    assert work.rows(draft) == [*before, "Bestille tolken", "Betale tolken"]


def test_an_open_cell_is_kept_as_it_stands_and_can_still_be_left(
    open_as: OpenPage, work: Work
) -> None:
    draft = work.begin("lovbestemt-epikriser")
    table = opened(open_as, draft, "")
    was = work.rows(draft)[0]
    table.press("F2")
    table.type(" og mere")
    wait(table.page)

    table.says("1 række er gemt.")
    assert work.rows(draft)[0] == f"{was} og mere"
    expect(table.page.locator(".grid-input")).to_be_focused()
    table.type(" endnu")
    table.press("Escape")
    expect(table.text(1, "Opgave")).to_have_text(was)
    wait(table.page)
    table.says("1 række er gemt.")
    assert work.rows(draft)[0] == was


def test_a_cell_in_doubt_waits_and_the_rest_is_saved(
    open_as: OpenPage, work: Work
) -> None:
    draft = work.begin("lovbestemt-dosispakket-medicin")
    number = len(work.rows(draft))
    table = opened(open_as, draft)
    table.type("Pakke medicinen")
    table.press("Tab", "Tab", "Tab")
    table.type("Den fælles enhed")
    with table.page.expect_response("**/laes"):
        table.press("Tab")
    cell = table.cell(number + 1, "Udføres af")
    expect(cell).to_have_attribute("aria-invalid", "true")
    wait(table.page)

    table.says("1 række er gemt. 1 celle i tvivl er ikke gemt.")
    assert work.rows(draft)[-1] == "Pakke medicinen"
    expect(cell.locator(".grid-text")).to_have_text("Den fælles enhed")
    expect(cell).to_have_attribute("aria-invalid", "true")
    table.press("ArrowLeft")
    table.type("Kommune")
    with table.page.expect_response("**/laes"):
        table.press("Enter")
    wait(table.page)
    table.says(re.compile(r"1 række er gemt\.$"))
    last = read_draft(work.catalogue, draft).content.rows[-1]
    assert last["responsible"] == ("kommune",)


def test_anothers_text_is_never_written_over_by_itself(
    open_as: OpenPage, work: Work
) -> None:
    draft = work.begin("lovbestemt-forebyggelse")
    table = opened(open_as, draft, "")
    work.write(draft, work.first_row(draft), "bodil", task="Bodils opgave")
    table.type("Ritas opgave")
    table.press("Tab")
    for _ in range(2):
        wait(table.page)
        expect(table.cell(1, "Opgave")).to_contain_text("En anden har gemt")
        assert work.rows(draft)[0] == "Bodils opgave"
    expect(table.cell(1, "Situation")).to_be_focused()

    table.save("1 række er gemt.")
    assert work.rows(draft)[0] == "Ritas opgave"


def test_what_is_undone_is_saved_by_itself_too(open_as: OpenPage, work: Work) -> None:
    draft = work.begin("lovbestemt-gravide")
    before = work.rows(draft)
    table = opened(open_as, draft)
    table.type("Fortrudt opgave")
    table.press("Enter")
    wait(table.page)
    table.says("1 række er gemt.")
    table.press("ControlOrMeta+z")
    wait(table.page)

    table.says("1 er fjernet.")
    assert work.rows(draft) == before


def test_who_is_signed_out_meanwhile_is_left_where_they_are(
    open_as: OpenPage, work: Work
) -> None:
    draft = work.begin("lovbestemt-handlekommune")
    table = opened(open_as, draft)
    table.page.context.clear_cookies()
    table.type("Ikke tabt")
    table.press("Tab")
    wait(table.page)

    table.says("Ikke gemt automatisk. Tryk Gem; det, du skrev, står her endnu.")
    expect(table.page.locator(".grid-table")).to_contain_text("Ikke tabt")
