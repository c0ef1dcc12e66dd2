"""Taking in a Word file in a browser: it says that it works, and leads to what was
read.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.intake.docx_agreement import docx_file

pytestmark = pytest.mark.browser

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

# The browser stays on the page as it does until the answer comes.
STAY = """() => {
  const form = document.querySelector("[data-busy]");
  form.addEventListener("submit", event => event.preventDefault());
}"""


def choose(page: Page, title: str) -> None:
    page.get_by_role("link", name="Indlæs fra Word").click()
    file = {"name": f"{title}.docx", "mimeType": DOCX, "buffer": docx_file(title)}
    page.get_by_label("Word-fil").set_input_files([file])


@pytest.mark.parametrize("javascript", [True, False])
def test_a_docx_file_leads_to_what_must_be_looked_at(
    open_as: OpenPage, javascript: bool
) -> None:
    page = open_as("rita", "/redaktion", javascript=javascript)
    choose(page, f"Aftale i browser {javascript}")
    page.get_by_role("button", name="Indlæs").click()

    expect(page.get_by_role("heading", name="Se efter")).to_be_visible()
    page.get_by_role("link", name="Tage prøven").click()
    expect(page.locator("#task")).to_have_value("Tage prøven")


def test_it_is_said_at_once_that_the_file_is_read(open_as: OpenPage) -> None:
    page = open_as("rita", "/redaktion")
    choose(page, "Aftale, der tager tid")
    page.evaluate(STAY)
    page.get_by_role("button", name="Indlæs").click()

    expect(page.get_by_role("status").filter(has_text="Filen læses")).to_be_visible()
