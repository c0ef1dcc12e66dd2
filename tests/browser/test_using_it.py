"""What people do with it: by keyboard alone, without JavaScript, on paper, on another
date.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.live import NURSES_QUESTION, WIDTHS

pytestmark = pytest.mark.browser

ANSWER = "/soeg?q=hvem+betaler+hj%C3%A6lpemidler"
MOST_STOPS = 120
HAS_FOCUS = "element => element === document.activeElement"
WATCH_THE_FOCUS = """() => {
  window.stops = [];
  document.addEventListener('focusin', ({target}) => {
    const style = getComputedStyle(target);
    const outlined = style.outlineStyle !== 'none'
      && parseFloat(style.outlineWidth) > 0;
    const shown = outlined || style.boxShadow !== 'none';
    stops.push([target.outerHTML.slice(0, 120), shown]);
  });
}"""
IN_VIEW = """() => {
  const box = document.querySelector(':target').getBoundingClientRect();
  return box.top >= 0 && box.top < innerHeight;
}"""
widths = pytest.mark.parametrize("width", WIDTHS)


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what is wanted has the focus."""
    wanted = page.locator(selector).first
    for _ in range(MOST_STOPS):
        if wanted.evaluate(HAS_FOCUS):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{MOST_STOPS} presses of Tab did not reach {selector}")


def ask(page: Page, question: str) -> None:
    page.get_by_label("Spørg med dine egne ord").fill(question)
    page.get_by_role("button", name="Søg").click()


# By keyboard alone


@widths
def test_the_nurses_question_is_asked_and_followed_to_its_row(
    open_page: OpenPage, width: int
) -> None:
    page = open_page("/", width=width)
    tab_to(page, "#q")
    page.keyboard.type(NURSES_QUESTION)
    page.keyboard.press("Enter")
    page.wait_for_url("**/soeg?q=*")
    answer = page.locator(".answer .row-task a").first
    task = answer.inner_text()

    tab_to(page, ".answer .row-task a")
    page.keyboard.press("Enter")

    page.wait_for_url("**/snitflader/hjemloese.*")
    expect(page.get_by_role("heading", level=1)).to_have_text(task)


def test_a_rows_link_leads_to_its_place_in_the_agreement(open_page: OpenPage) -> None:
    page = open_page("/snitflader/hjemloese.opholdssted")
    tab_to(page, "#kilde ~ dl a")
    page.keyboard.press("Enter")

    page.wait_for_url("**/aftaler/hjemloese#opholdssted")
    assert page.evaluate(IN_VIEW)


def test_a_section_link_leads_to_the_section(open_page: OpenPage) -> None:
    page = open_page("/snitflader/hjemloese.opholdssted")
    page.locator("#kilde ~ dl a[href*='#afsnit-']").click()

    page.wait_for_url("**/aftaler/hjemloese#afsnit-*")
    assert page.evaluate(IN_VIEW)


def test_the_first_stop_skips_to_the_content(open_page: OpenPage) -> None:
    page = open_page("/aftaler")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Gå til indholdet")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("() => document.activeElement.closest('main') !== null")


@widths
def test_a_facet_is_chosen(open_page: OpenPage, width: int) -> None:
    page = open_page(ANSWER, width=width)
    tab_to(page, ".to-filters")
    page.keyboard.press("Enter")
    # The script opens what an address points at.
    expect(page.locator("details.facets")).to_have_attribute("open", "")
    promised = page.locator("#afgraens-fase option").nth(1).inner_text()
    tab_to(page, "#afgraens-fase")
    page.keyboard.press("ArrowDown")
    tab_to(page, ".facets button")
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile("fase=[a-z]"))
    assert promised.endswith(f"({page.locator('.count').inner_text().split()[0]})")
    expect(page.locator(".facets > summary")).to_contain_text("1 valgt")


@widths
def test_a_municipality_is_chosen(open_page: OpenPage, width: int) -> None:
    page = open_page("/aftaler/genoptraening", width=width)
    tab_to(page, ".chooser > summary")
    page.keyboard.press("Enter")
    tab_to(page, "#valg-kommune")
    page.keyboard.type("Albertslund")
    tab_to(page, ".chooser button")
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile("kommune=albertslund"))
    expect(page.locator(".chooser > summary")).to_contain_text("Albertslund")


def test_the_menu_opens_on_a_phone(open_page: OpenPage) -> None:
    page = open_page("/", width=360)
    tab_to(page, ".menu > summary")
    page.keyboard.press("Enter")
    tab_to(page, ".menu a[href='/ordliste']")
    page.keyboard.press("Enter")

    page.wait_for_url("**/ordliste")


def test_a_slash_goes_to_the_question_box(open_page: OpenPage) -> None:
    page = open_page(ANSWER)
    page.keyboard.press("/")

    expect(page.locator("#q")).to_be_focused()


@pytest.fixture(params=["site", "plain_site"])
def either_site(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(request.param))


@pytest.mark.parametrize("path", ["/", ANSWER, "/snitflader?fase=henvisning"])
@widths
def test_the_focus_is_seen_at_every_stop(
    open_page: OpenPage, either_site: str, path: str, width: int
) -> None:
    page = open_page(either_site + path, width=width)
    page.evaluate(WATCH_THE_FOCUS)
    for _ in range(MOST_STOPS // 2):
        page.keyboard.press("Tab")
    stops = page.evaluate("() => stops")

    assert len(stops) > 10
    assert [stop for stop, is_seen in stops if not is_seen] == []


# Without JavaScript


def test_without_javascript_a_question_is_answered(open_page: OpenPage) -> None:
    page = open_page("/", javascript=False)
    ask(page, NURSES_QUESTION)

    expect(page.locator(".answer").first).to_be_visible()
    page.locator(".answer .row-task a").first.click()
    expect(page.get_by_text("Hvor det står")).to_be_visible()


@widths
def test_without_javascript_facets_and_municipality_are_chosen(
    open_page: OpenPage, width: int
) -> None:
    page = open_page("/snitflader", width=width, javascript=False)
    page.locator(".facets > summary").click()
    page.get_by_label("Fase", exact=True).select_option("udskrivning")
    page.get_by_role("button", name="Afgræns").click()
    page.wait_for_url("**fase=udskrivning**")
    page.locator(".chooser > summary").click()
    page.get_by_label("Min kommune").select_option("koebenhavn")
    page.get_by_role("button", name="Vis", exact=True).click()

    page.wait_for_url("**kommune=koebenhavn**")
    assert "fase=udskrivning" in page.url


def test_without_javascript_the_menu_leads_on(open_page: OpenPage) -> None:
    page = open_page("/", width=360, javascript=False)
    page.locator(".menu > summary").click()
    page.get_by_role("link", name="Aftaler", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Aftaler")


# On another date


def test_the_banner_leads_back_to_today(open_page: OpenPage) -> None:
    page = open_page(f"{ANSWER}&pr=2027-01-01")
    banner = page.get_by_role("region", name="Valgt dato")
    expect(banner).to_contain_text("1. januar 2027")
    banner.get_by_role("link", name="Tilbage til i dag").click()

    page.wait_for_url(lambda url: "pr=" not in url)
    assert "q=hvem" in page.url
    expect(page.get_by_role("region", name="Valgt dato")).to_have_count(0)


def test_the_date_goes_along_from_page_to_page(open_page: OpenPage) -> None:
    page = open_page("/soeg?pr=2027-01-01")
    ask(page, "akutsygepleje hvem betaler")
    page.locator(".answer .row-task a").first.click()
    page.locator("#kilde ~ dl a").first.click()

    assert "pr=2027-01-01" in page.url
    expect(page.get_by_role("region", name="Valgt dato")).to_be_visible()


# On paper


@pytest.mark.parametrize(
    "path", [ANSWER, "/aftaler/psykiatri-voksne", "/snitflader", "/ordliste"]
)
def test_paper_shows_the_content_and_no_navigation(
    open_page: OpenPage, path: str
) -> None:
    page = open_page(path)
    page.emulate_media(media="print")

    for left_out in (
        "nav.breadcrumbs",
        ".menu",
        ".chooser",
        ".facets",
        ".question",
        "footer",
    ):
        for part in page.locator(left_out).all():
            expect(part).to_be_hidden()
    expect(page.locator("main")).to_be_visible()
    expect(page.locator("main :is(.answer, .row-table, .listed)").first).to_be_visible()
    assert page.pdf().startswith(b"%PDF")


def test_paper_shows_what_is_folded_away_on_the_screen(open_page: OpenPage) -> None:
    page = open_page("/aftaler/psykiatri-voksne")
    folded = page.locator("main details li").first
    expect(folded).to_be_hidden()
    page.emulate_media(media="print")

    expect(folded).to_be_visible()
