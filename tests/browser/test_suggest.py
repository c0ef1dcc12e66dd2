"""The question box offers while one types: by keyboard, by pointer, by screen reader,
and it asks without.
"""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import OpenPage
from tests.browser.live import WIDTHS
from tests.browser.test_every_page import SIDEWAYS, SITES, STANDARD, VIOLATIONS

pytestmark = pytest.mark.browser

SUGGESTED = "**/api/v1/suggest*"
STARTS_AT = "box => box.selectionStart"
widths = pytest.mark.parametrize("width", WIDTHS)


def type_in(page: Page, text: str) -> None:
    """Put the words into the box at once, so that one answer comes, and wait for it."""
    page.locator("#q").fill(text)
    expect(page.locator("#q-options")).to_be_visible()


def hold(page: Page, held: list[Route]) -> None:
    """Keep what the box asks for from being answered."""

    def keep(route: Route) -> None:
        held.append(route)

    page.route(SUGGESTED, keep)


def options(page: Page, **which: bool) -> Locator:
    """What is offered; the page has other options, in its chooser."""
    return page.get_by_role("listbox", name="Forslag").get_by_role("option", **which)


def active(page: Page) -> str:
    """The text of the option that the box says is active; empty for none."""
    name = page.locator("#q").get_attribute("aria-activedescendant")
    selected = options(page, selected=True)
    if not name:
        expect(selected).to_have_count(0)
        return ""
    expect(selected).to_have_count(1)
    expect(selected).to_have_id(name)
    return selected.inner_text()


def test_a_part_of_a_compound_offers_the_whole_with_its_meaning(
    open_page: OpenPage,
) -> None:
    page = open_page("/")
    type_in(page, "ansv")

    term = options(page).filter(has_text="lægeligt behandlingsansvar").last
    expect(term).to_contain_text("Begreb · Hvem der lægeligt har ansvaret")


def test_the_box_says_that_it_has_a_list_and_how_many(open_page: OpenPage) -> None:
    page = open_page("/")
    box = page.get_by_role("combobox", name="Spørg med dine egne ord")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_attribute("aria-autocomplete", "list")

    type_in(page, "ansv")

    expect(box).to_have_attribute("aria-expanded", "true")
    expect(box).to_have_attribute("aria-controls", "q-options")
    many = options(page).count()
    said = page.locator(".question [role=status]")
    expect(said).to_have_text(f"{many} forslag. Vælg med pil ned.")


def test_it_says_that_nothing_is_offered_and_shows_no_list(open_page: OpenPage) -> None:
    page = open_page("/")
    page.locator("#q").press_sequentially("kvantefysik")

    expect(page.locator(".question [role=status]")).to_have_text("Ingen forslag.")
    expect(page.locator("#q-options")).to_be_hidden()
    expect(page.locator("#q")).to_have_attribute("aria-expanded", "false")


def test_one_letter_asks_for_nothing(open_page: OpenPage) -> None:
    page = open_page("/")
    with page.expect_request(SUGGESTED) as asked:
        page.locator("#q").press_sequentially("an", delay=300)

    assert asked.value.url.endswith("q=an&as_of=&recorded_at=")


# By keyboard


def test_the_arrows_go_round_and_the_focus_stays_in_the_box(
    open_page: OpenPage,
) -> None:
    page = open_page("/")
    type_in(page, "ansv")
    texts = options(page).all_inner_texts()
    assert active(page) == ""

    for text in [*texts, texts[0]]:
        page.keyboard.press("ArrowDown")
        assert active(page) == text
    page.keyboard.press("ArrowUp")
    assert active(page) == texts[-1]

    expect(page.locator("#q")).to_be_focused()
    expect(page.locator("#q")).to_have_value("ansv")


def test_up_begins_at_the_last(open_page: OpenPage) -> None:
    page = open_page("/")
    type_in(page, "ansv")
    page.keyboard.press("ArrowUp")

    assert active(page) == options(page).last.inner_text()


@widths
def test_every_option_comes_into_view(open_page: OpenPage, width: int) -> None:
    page = open_page("/", width=width)
    type_in(page, "ansv")
    for _ in range(options(page).count()):
        page.keyboard.press("ArrowDown")
        expect(options(page, selected=True)).to_be_in_viewport(ratio=0.98)


def test_enter_on_a_task_asks_for_it(open_page: OpenPage) -> None:
    page = open_page("/")
    type_in(page, "hjemmebesøg")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    page.wait_for_url("**/soeg?q=Opf%C3%B8lgende+hjemmebes%C3%B8g")
    expect(page.locator(".answer").first).to_be_visible()


def test_enter_on_no_option_asks_what_was_typed(open_page: OpenPage) -> None:
    page = open_page("/")
    type_in(page, "varsling")
    page.keyboard.press("Enter")

    page.wait_for_url("**/soeg?q=varsling")


def test_escape_closes_the_list_and_keeps_the_words(open_page: OpenPage) -> None:
    page = open_page("/")
    type_in(page, "ansv")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")

    expect(page.locator("#q-options")).to_be_hidden()
    expect(page.locator("#q")).to_have_value("ansv")
    assert active(page) == ""

    page.keyboard.press("ArrowDown")
    expect(page.locator("#q-options")).to_be_visible()


@pytest.mark.parametrize(("key", "place"), [("Home", 0), ("End", 4)])
def test_home_and_end_go_back_into_the_box(
    open_page: OpenPage, key: str, place: int
) -> None:
    page = open_page("/")
    type_in(page, "ansv")
    page.keyboard.press("ArrowDown")
    page.keyboard.press(key)

    assert active(page) == ""
    assert page.locator("#q").evaluate(STARTS_AT) == place
    expect(page.locator("#q-options")).to_be_visible()


def test_tab_leaves_the_list_behind(open_page: OpenPage) -> None:
    page = open_page("/")
    type_in(page, "ansv")
    page.keyboard.press("Tab")

    expect(page.locator("#q-options")).to_be_hidden()
    expect(page.get_by_role("button", name="Søg")).to_be_focused()


# By pointer, elsewhere, on another date


@widths
def test_an_option_is_chosen_by_pointing(open_page: OpenPage, width: int) -> None:
    page = open_page("/", width=width)
    type_in(page, "færdigm")
    options(page).filter(has_text="Begreb").first.click()

    page.wait_for_url("**/ordliste?ord=*#*")


def test_what_is_chosen_keeps_the_date_and_the_municipality(
    open_page: OpenPage,
) -> None:
    page = open_page("/?pr=2027-01-01&kommune=koebenhavn")
    type_in(page, "ansv")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile(r"pr=2027-01-01&kommune=koebenhavn"))
    expect(page.locator("main")).to_be_visible()


# What is not asked for, and when nobody answers


@pytest.mark.parametrize("typed", ["patient 010190", "010190-1234", "01 01 9"])
def test_what_may_be_a_personal_number_never_leaves_the_box(
    open_page: OpenPage, typed: str
) -> None:
    page = open_page("/")
    asked: list[Route] = []
    hold(page, asked)
    page.locator("#q").fill(typed)
    page.wait_for_timeout(400)

    assert asked == []


def test_it_still_asks_where_nothing_can_be_offered(open_page: OpenPage) -> None:
    page = open_page("/")
    page.route(SUGGESTED, lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.locator("#q").press_sequentially("varsling")
    expect(page.locator("#q-options")).to_be_hidden()
    page.keyboard.press("Enter")

    page.wait_for_url("**/soeg?q=varsling")


def test_an_answer_that_comes_too_late_opens_nothing(open_page: OpenPage) -> None:
    page = open_page("/")
    held: list[Route] = []
    hold(page, held)
    with page.expect_request(SUGGESTED):
        page.locator("#q").press_sequentially("ansv")
    page.keyboard.press("Tab")
    with page.expect_response(SUGGESTED):
        held[0].continue_()
    page.wait_for_timeout(200)

    expect(page.locator("#q-options")).to_be_hidden()


def test_without_javascript_it_is_a_plain_box(open_page: OpenPage) -> None:
    page = open_page("/", javascript=False)
    expect(page.get_by_role("searchbox")).to_be_visible()
    expect(page.locator("#q-options")).to_have_count(0)
    page.locator("#q").fill("varsling")
    page.keyboard.press("Enter")

    page.wait_for_url("**/soeg?q=varsling")


# What holds for every page, with the list open


@widths
@pytest.mark.parametrize("served", SITES.values())
def test_the_open_list_meets_wcag_and_stays_within_the_page(
    request: pytest.FixtureRequest, open_page: OpenPage, width: int, served: str
) -> None:
    page = open_page(request.getfixturevalue(served), width=width)
    console: list[str] = []
    page.on("console", lambda message: console.append(message.text))
    page.add_init_script(VIOLATIONS)
    page.reload()
    type_in(page, "ansv")
    page.keyboard.press("ArrowDown")

    violations = Axe().run(page, options=STANDARD).response["violations"]

    assert [violation["id"] for violation in violations] == []
    assert page.evaluate(SIDEWAYS) == 0
    assert console == []
