"""The citizen's pages as a browser shows and prints them: a sheet is one side of A4,
and a word is explained by keyboard and by tap.
"""

import re
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

pytestmark = pytest.mark.browser

DAY = "pr=2026-12-01"  # all of the shipped catalogue's agreements are in force
A4 = (595, 842)  # points
SMALLEST = 14.6  # pixels of a letter on paper: 11 points
LARGE = 24  # and of one in large print: 18 points
LETTERS = """() => [...document.querySelectorAll('.telling-columns > li')]
  .map(line => parseFloat(getComputedStyle(line).fontSize))"""
# What has too many rules for one side in letters that can be read; each of their
# agreements can be printed by itself.
LONG = {
    "/borger/voksne/alle-faser",
    "/borger/psykisk-sygdom/alle-faser",
    "/borger/somatik/efter-udskrivning",
    "/borger/somatik/alle-faser",
}
# A phase of a target group, and how many sheets it takes.
SHEETS = {
    "/borger/voksne/udskrivning": 1,
    "/borger/voksne/alle-faser": 2,
    "/borger/boern-og-unge/alle-faser": 1,
    "/borger/boern-og-unge/henvisning": 1,
    "/borger/psykisk-sygdom/under-indlaeggelse": 1,
    "/borger/psykisk-sygdom/henvisning": 1,
    "/borger/psykisk-sygdom/udskrivning": 1,
    "/borger/dobbeltdiagnose/alle-faser": 1,
    "/borger/somatik/udskrivning": 1,
    "/borger/somatik/efter-udskrivning": 3,
    "/borger/somatik/efter-udskrivning?aftale=genoptraening": 1,
    "/borger/somatik/alle-faser": 2,
    "/borger/somatik/efter-udskrivning?kommune=koebenhavn": 3,
    "/borger/gravide/forebyggelse": 1,
}


@pytest.fixture
def page(request: pytest.FixtureRequest, browser: Browser, site: str) -> Page:
    context = browser.new_context(
        base_url=site, viewport={"width": 360, "height": 740}, java_script_enabled=False
    )
    request.addfinalizer(context.close)
    return context.new_page()


def printed(browser: Browser, address: str) -> list[str]:
    """The text of each page of paper; all are A4."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    page.evaluate("() => document.fonts.ready.then(() => true)")
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    page.emulate_media(media="print")
    letters = page.evaluate(LETTERS)
    context.close()

    assert all(size >= SMALLEST for size in letters)
    for sheet in sheets:
        size = (float(sheet.mediabox.width), float(sheet.mediabox.height))
        assert size == pytest.approx(A4, abs=2)
    return [sheet.extract_text() for sheet in sheets]


@pytest.mark.parametrize(("address", "expected"), SHEETS.items())
def test_a_sheet_is_one_side_of_a4(
    browser: Browser, site: str, address: str, expected: int
) -> None:
    joint = "&" if "?" in address else "?"
    sheets = printed(browser, f"{site}{address}{joint}{DAY}")
    assert len(sheets) == expected
    for sheet in sheets:
        told = re.sub(r"\s+", " ", sheet)
        assert "Hvem kan du spørge?" in told
        assert "Hvor står det?" in told


@pytest.mark.parametrize(
    "address", ["/borger/psykisk-sygdom/henvisning", "/borger/gravide/forebyggelse"]
)
def test_sheets_in_large_print_are_large_and_each_one_side(
    browser: Browser, site: str, address: str
) -> None:
    context = browser.new_context(base_url=site)
    page = context.new_page()
    page.goto(f"{address}?skrift=stor&{DAY}")
    wanted = page.locator(".telling-sheet").count()
    paper = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    page.emulate_media(media="print")
    letters = page.evaluate(LETTERS)
    context.close()

    assert len(paper) == wanted
    assert min(letters) >= LARGE


def test_every_phase_of_every_group_goes_on_its_sheets(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(base_url=site)
    page = context.new_page()
    page.goto(f"/borger?{DAY}")
    groups = _addresses(page, ".telling-groups a")
    phases = []
    for group in groups:
        page.goto(group)
        phases += _addresses(page, ".telling-print a")

    wrong, letters, sides = {}, [], {}
    for phase in phases:
        page.goto(phase)
        wanted = page.locator(".telling-sheet").count()
        paper = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
        page.emulate_media(media="print")
        letters += page.evaluate(LETTERS)
        page.emulate_media(media="null")
        sides[phase.split("?")[0]] = len(paper)
        if len(paper) != wanted:
            wrong[phase] = (len(paper), wanted)
    context.close()

    longer = {phase: count for phase, count in sides.items() if count > 1}
    print(f"\n{len(sides) - len(longer)} of {len(sides)} phases are one side: {longer}")
    assert wrong == {}
    assert len(phases) > 40
    assert min(letters) >= SMALLEST
    assert {*longer} <= LONG
    assert sum(count > 2 for count in longer.values()) <= 1


def _addresses(page: Page, selector: str) -> list[str]:
    links = page.locator(selector).all()
    return [str(link.get_attribute("href")) for link in links]


def test_a_word_opens_by_keyboard_without_a_script(page: Page) -> None:
    page.goto("/borger/hjemloese")
    word = page.locator("details.term").first
    meaning = word.locator(".term-meaning")
    assert not meaning.is_visible()
    word.locator("summary").focus()
    page.keyboard.press("Enter")
    assert meaning.is_visible()
    assert word.locator("summary").get_attribute("title") in meaning.inner_text()


def test_a_word_opens_by_a_tap_and_closes_by_another(page: Page) -> None:
    page.goto("/borger/hjemloese")
    word = page.locator("details.term").first
    word.locator("summary").click()
    assert word.locator(".term-meaning").is_visible()
    word.locator("summary").click()
    assert not word.locator(".term-meaning").is_visible()


def test_a_closed_word_stands_in_its_sentence(page: Page) -> None:
    page.goto("/borger/voksne")
    line = page.locator(".telling-deed", has=page.locator("details.term")).first
    assert line.inner_text().count("\n") == 0


def test_large_letters_are_large_on_paper_and_on_the_screen(page: Page) -> None:
    page.goto("/borger/hjemloese?skrift=stor")
    line = page.locator(".telling-deed").first
    on_screen = line.evaluate("line => parseFloat(getComputedStyle(line).fontSize)")
    page.emulate_media(media="print")
    on_paper = line.evaluate("line => parseFloat(getComputedStyle(line).fontSize)")
    assert on_screen >= 26
    assert on_paper == pytest.approx(24, abs=0.5)  # 18 points


def test_a_source_opens_by_keyboard_and_stands_on_paper(page: Page) -> None:
    page.goto("/borger/hjemloese")
    source = page.locator(".telling-source").first
    where = source.locator("p").first
    assert not where.is_visible()
    source.locator("summary").focus()
    page.keyboard.press("Enter")
    assert where.is_visible()
    page.keyboard.press("Enter")
    page.emulate_media(media="print")
    assert where.is_visible()


def test_what_is_folded_stands_on_paper_and_opens_where_a_link_leads(
    page: Page,
) -> None:
    page.goto("/borger/psykisk-sygdom")
    rule = page.locator("[id='hjemloese.boligvejledning'] .telling-deed")
    assert not rule.is_visible()
    page.emulate_media(media="print")
    assert rule.is_visible()
    page.emulate_media(media="screen")
    page.goto("/borger/psykisk-sygdom#hjemloese.boligvejledning")
    assert rule.is_visible()
