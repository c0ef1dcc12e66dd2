"""The picture of a path as a browser shows it: nothing lies on anything else, and all
of it can be read, reached by the keyboard, and printed.
"""

import re
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

pytestmark = pytest.mark.browser

PATHS = {
    "adults": "/forloeb/psykisk-sygdom?maalgruppe=voksne",
    "somatic": "/forloeb/somatik",
}
LONGEST = {"longest": "/forloeb/psykisk-sygdom"}
WIDTHS = (320, 360, 768, 1280)
SUPPORT = "psykiatri-voksne.stoettekontaktperson"
# Every text that is shown, with its box and the size of its letters.
TEXTS = """() => [...document.querySelectorAll('.pathway text')]
  .filter(text => text.getClientRects().length)
  .map(text => {
    const box = text.getBoundingClientRect();
    const size = Math.min(...[...text.querySelectorAll('tspan')]
      .map(line => parseFloat(getComputedStyle(line).fontSize)));
    return [text.textContent.trim(), box.left, box.top, box.right, box.bottom, size];
  })"""
TILES = """() => [...document.querySelectorAll('.pathway-tile')].map(tile => {
    const paper = tile.querySelector('.pathway-paper').getBoundingClientRect();
    const out = [...tile.querySelectorAll('text')].filter(text => {
      const box = text.getBoundingClientRect();
      return box.left < paper.left || box.right > paper.right
        || box.top < paper.top || box.bottom > paper.bottom;
    });
    return [tile.id, out.map(text => text.textContent)];
  })"""


@pytest.fixture(params=WIDTHS)
def page(request: pytest.FixtureRequest, browser: Browser, site: str) -> Page:
    context = browser.new_context(
        base_url=site, viewport={"width": request.param, "height": 900}
    )
    request.addfinalizer(context.close)
    return context.new_page()


def visit(page: Page, name: str) -> None:
    page.goto({**PATHS, **LONGEST}[name])
    page.evaluate("() => document.fonts.ready.then(() => true)")


@pytest.mark.parametrize("name", PATHS)
def test_no_text_lies_on_another_and_none_is_smaller_than_twelve(
    page: Page, name: str
) -> None:
    visit(page, name)
    texts = page.evaluate(TEXTS)
    assert len(texts) > 50
    assert min(size for *_, size in texts) >= 12

    overlapping = [
        (one[0], other[0])
        for at, one in enumerate(texts)
        for other in texts[at + 1 :]
        if min(one[3], other[3]) - max(one[1], other[1]) > 0.5
        # Letters' boxes are higher than the letters: those of two lines may touch.
        and min(one[4], other[4]) - max(one[2], other[2]) > 3
    ]
    assert overlapping == []


@pytest.mark.parametrize("name", PATHS)
def test_every_text_of_a_tile_stands_on_it(page: Page, name: str) -> None:
    visit(page, name)
    assert [found for found in page.evaluate(TILES) if found[1]] == []


def test_the_picture_is_no_wider_than_the_page(page: Page) -> None:
    visit(page, "adults")
    picture = page.locator(".pathway").bounding_box()
    viewport = page.viewport_size
    assert picture is not None
    assert viewport is not None
    assert picture["x"] + picture["width"] <= viewport["width"]


def test_a_tiles_address_leads_to_it_at_every_width(page: Page) -> None:
    page.goto(f"{PATHS['adults']}#{SUPPORT}")
    tile = page.locator(f'[id="{SUPPORT}"]')
    box = tile.bounding_box()
    assert box is not None
    assert -1 <= box["y"] < 900
    assert "Kommune" in (tile.text_content() or "")


def test_the_keyboard_goes_from_tile_to_tile_in_the_order_of_the_story(
    page: Page,
) -> None:
    visit(page, "adults")
    page.locator(".pathway-tile a").first.focus()
    reached = []
    for _ in range(6):
        reached.append(
            page.evaluate(
                "() => [document.activeElement.closest('.pathway-tile').id,"
                " document.activeElement.getBoundingClientRect().bottom > 0]"
            )
        )
        page.keyboard.press("Tab")
    ids = [name for name, _ in reached]
    # A tile has two links: its row, and its question.
    assert ids[0] == ids[1] != ids[2] == ids[3]
    assert all(seen for _, seen in reached)


def test_a_tile_opens_its_row_by_enter(page: Page) -> None:
    visit(page, "adults")
    page.locator(f'[id="{SUPPORT}"] a').first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/snitflader/{SUPPORT}**")


@pytest.mark.parametrize("name", ["adults", "longest"])
def test_printed_the_picture_is_one_page_of_a3_on_its_side(
    browser: Browser, site: str, name: str
) -> None:
    context = browser.new_context(base_url=site)
    page = context.new_page()
    visit(page, name)
    pages = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    context.close()

    # No other pages: neither the form's nor the tables'.
    assert [float(p.mediabox.width) > 1100 for p in pages] == [True]
    told = re.sub(r"\s", "", pages[0].extract_text())
    assert "Forebyggelse" in told
    assert "Stillestøtte-ogkontaktperson(SKP)" in told.replace("støtteog", "støtte-og")


def test_printed_the_picture_lies_on_the_sheet(browser: Browser, site: str) -> None:
    """A3 on its side, less 8 mm on every side, has room for so many pixels: 404 mm are
    1526.9 of them.
    """
    width, height = 404 * 96 / 25.4, 1062
    context = browser.new_context(
        base_url=site, viewport={"width": int(width), "height": height}
    )
    page = context.new_page()
    visit(page, "adults")
    page.emulate_media(media="print")
    picture = page.locator(".pathway-sheet").bounding_box()
    section = page.locator(".pathway-section").bounding_box()
    context.close()

    assert picture is not None
    assert section is not None
    assert picture["x"] >= 0
    assert picture["x"] + picture["width"] <= width
    assert section["height"] <= height


def test_without_the_style_sheet_the_picture_stands_as_on_a_desk(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(base_url=site)
    page = context.new_page()
    page.route("**/*format=css*", lambda route: route.abort())
    visit(page, "adults")
    shown = page.locator(".pathway-frame:visible")
    assert shown.count() == 1
    assert "pathway-wide" in (shown.get_attribute("class") or "")
    context.close()
