"""The words that citizens are told a row in, mended as a secretary mends them: found in
the list, rewritten, and confirmed by another; then citizens read them.
"""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.browser

OLD, NEW = "leverer puder til dig", "kommer med puder til dig"
ROW_TEXT = "Levere puder ved varigt behov"
LIST = "/redaktion/ord"
CITIZENS = "/borger/somatik"
TRIES, PAUSE = 20, 500  # so often, with so many thousandths of a second between
# The row stands among others of the same condition.
ROW = "[id='snitfladekatalog-hjaelpemidler.puder-varigt']"


def test_plain_words_are_found_rewritten_confirmed_and_told(open_as: OpenPage) -> None:
    assert told_to_citizens(open_as, OLD)
    assert not told_to_citizens(open_as, NEW)
    page = open_as("rita", LIST)
    page.get_by_role("searchbox").last.fill(OLD)
    page.locator("main").get_by_role("button", name="Find").click()
    page.get_by_role("link", name=f"Ret {OLD}").first.click()

    words = page.get_by_label("Sådan får borgeren det fortalt")
    assert words.input_value() == OLD
    assert page.get_by_label("Rækkens tekst").first.input_value().strip() == ROW_TEXT
    assert page.get_by_label("Sektor (for aktører)").count() == 0
    words.fill(NEW)
    page.get_by_label("Begrundelse").fill("En pårørende forstod det ikke.")
    page.get_by_role("button", name="Send forslaget").click()
    assert "En anden skal bekræfte forslaget" in page.inner_text("main")
    proposal = page.url

    page = open_as("gorm", proposal)
    assert NEW in page.inner_text("main")
    page.get_by_role("button", name="Bekræft", exact=True).click()
    page.goto(proposal)
    assert "af Gorm" in page.inner_text("main")

    # Readers are shown the last whole state while the new one is made.
    page = open_as("", CITIZENS)
    for _ in range(TRIES):
        if told_on(page, NEW):
            break
        page.wait_for_timeout(PAUSE)
        page.reload()
    assert told_on(page, NEW)
    assert not told_on(page, OLD)


def told_to_citizens(open_as: OpenPage, words: str) -> bool:
    return told_on(open_as("", CITIZENS), words)


def told_on(page: Page, words: str) -> bool:
    """Whether the page of citizens tells the row in the words."""
    return " ".join(page.locator(ROW).inner_text().split()).startswith(words)


def test_a_text_without_words_is_refused_by_name(open_as: OpenPage) -> None:
    page = open_as("rita", f"{LIST}?q=giver+dig+en+seng")
    page.get_by_role("link", name="Ret").first.click()
    page.get_by_label("Sådan får borgeren det fortalt").fill("")
    page.get_by_label("Begrundelse").fill("Prøve.")
    page.get_by_role("button", name="Send forslaget").click()
    assert "Sådan får borgeren det fortalt" in page.get_by_role("alert").inner_text()
