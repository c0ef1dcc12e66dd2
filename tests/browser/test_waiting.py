"""The page that waits for a document: what holds for every page, and that the document
comes.

It stands apart from the other pages because it leaves itself: it asks again every other
second.
"""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from tests.browser.conftest import OpenPage
from tests.browser.live import WIDTHS
from tests.browser.test_every_page import SIDEWAYS, STANDARD, VIOLATIONS

pytestmark = pytest.mark.browser

# One for each width: what was made for the one is at hand for the other.
ADDRESSES = {360: "/aftaler/kol?format=pdf", 1280: "/aftaler/demens?format=pdf"}


def let_it_stand(route: Route) -> None:
    """The page as it is, less the word that makes it ask again."""
    answer = route.fetch()
    headers = {
        name: value for name, value in answer.headers.items() if name != "refresh"
    }
    route.fulfill(response=answer, headers=headers)


@pytest.mark.parametrize("width", WIDTHS)
def test_it_meets_wcag_2_1_a_and_aa_and_asks_nobody_else(
    browser: Browser, site: str, width: int
) -> None:
    size = {"width": width, "height": WIDTHS[width]}
    page = browser.new_context(locale="da-DK", viewport=size).new_page()
    console: list[str] = []
    page.on("console", lambda message: console.append(message.text))
    page.add_init_script(VIOLATIONS)
    page.route("**/*format=pdf*", let_it_stand)
    response = page.goto(site + ADDRESSES[width])
    page.evaluate("() => document.fonts.ready.then(() => true)")
    violations = Axe().run(page, options=STANDARD).response["violations"]
    sideways = page.evaluate(SIDEWAYS)
    cookies, heading = page.context.cookies(), page.locator("h1").inner_text()
    page.context.close()

    assert response is not None
    assert (response.status, heading) == (202, "Dokumentet bliver lavet …")
    assert [f"{violation['id']}: {violation['help']}" for violation in violations] == []
    assert (sideways, console, cookies) == (0, [], [])


def saved(page: Page, folder: Path) -> bytes:
    """What the browser saves when the PDF is asked for."""
    with page.expect_download() as download:
        page.get_by_role("link", name="PDF").first.click()
        page.get_by_text("Dokumentet bliver lavet").wait_for()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path.read_bytes()


@pytest.mark.parametrize("javascript", [True, False])
def test_the_document_comes_by_itself(
    open_page: OpenPage, tmp_path: Path, javascript: bool
) -> None:
    slug = "ernaering" if javascript else "retspsykiatri"
    page = open_page(f"/aftaler/{slug}", javascript=javascript)

    assert saved(page, tmp_path).startswith(b"%PDF")


def test_issuing_leads_on_by_itself(open_as: OpenPage) -> None:
    page = open_as("rita", "/redaktion/appendiks?omfang=kort", javascript=False)
    page.get_by_label("Titel").fill("Til mødet")
    page.get_by_role("button", name="Foreslå udstedelse").click()
    proposal = urlsplit(page.url).path

    page = open_as("gorm", proposal, javascript=False)
    page.get_by_role("button", name="Udsted for altid").click()
    page.get_by_text("Appendikset bliver udstedt").wait_for()
    page.get_by_text("er udstedt. Det ligger fast").wait_for()

    assert page.url.endswith("/redaktion/appendiks")
