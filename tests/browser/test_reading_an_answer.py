"""An answer read in five seconds on a phone: who, when and whom to ring, above the
fold, by keyboard alone, in the dark and in the reader's own colours.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from registry.catalogue.queries import Catalogue
from registry.storage.db import connect
from tests.browser import live
from tests.browser.test_every_page import OPEN_ALL, STANDARD
from tests.numbers import give_numbers
from tests.relevance import questions

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 780}
CHILD = "hvor mange dage skal vi varsle før et barn udskrives fra BUC"
WHO_PAYS = "kompressionsstrømper hvem betaler"
QUESTIONS = (
    CHILD,
    WHO_PAYS,
    "varsling",
    "hvornår varsling",
    "må psykiatrien afvise fordi han drikker",
    "tolk",
)
FROM_EACH_SET = 6
CARD_FIRST = "er almen praksis part i sundhedsaftalen"
WHO_WHEN = {"responsible": "Hvem:", "deadline": "Hvornår:"}
NUMBERS = (
    ("koebenhavn", "Visitationen", "11 11 11 11", "hverdage 8-15"),
    ("bispebjerg-og-frederiksberg-hospital", "Vagthavende", "22 22 22 22", "altid"),
    ("buc", "Vagthavende", "33 33 33 33", "hele døgnet"),
)
MOST_STOPS = 12

Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def site(
    browser: Browser, indexed_once: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The shipped catalogue, with invented telephone numbers."""
    folder = tmp_path_factory.mktemp("numbers") / "served"
    shutil.copytree(indexed_once, folder)
    with live.served(folder) as address:
        engine = connect(f"sqlite:///{folder / live.DATABASE}")
        give_numbers(Catalogue(engine), *NUMBERS)
        engine.dispose()
        yield address


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Visit]:
    """Open an address on a phone; what the browser is told besides goes along."""
    contexts = []

    def open_one(address: str, **told: object) -> Page:
        settings: Any = {"viewport": PHONE, "locale": "da-DK", **told}
        context = browser.new_context(base_url=site, **settings)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield open_one
    for context in contexts:
        context.close()


def asked(question: str, **chosen: str) -> str:
    rest = "".join(f"&{name}={value}" for name, value in chosen.items())
    return f"/soeg?q={quote(question)}{rest}"


def asked_by_many() -> list[str]:
    """Questions of every set that rows answer, spread over each."""
    spread = []
    for name in (*questions.SETS, *questions.OTHER_HANDS):
        answered = [q for q in questions.read((name,)) if q.verdict == "answer"]
        spread += answered[:: max(1, len(answered) // FROM_EACH_SET)]
    return [question.query for question in spread]


def bottom(page: Page, selector: str) -> float:
    """How far down the first of these in the first answer ends."""
    box = page.locator(".box.answer").first.locator(selector).first.bounding_box()
    assert box is not None
    return box["y"] + box["height"]


BEGINS_WITH_ROWS = """() => document
  .querySelector(".results > :is(.box.answer, .knowledge-card)")
  ?.classList.contains("answer") ?? false"""
# Asked of the page at once: a question of many is not to wait for each box.
BELOW_THE_FOLD = """([labels, fold]) => {
  const answer = document.querySelector(".box.answer");
  const all = (selector) => [...answer.querySelectorAll(selector)];
  const texts = (selector) => all(selector).map((one) => one.innerText);
  const asked = texts(".first-asked").at(-1);
  const said = texts(".first-line .part").join(" ");

  const isLeftOut = ([name, label]) => {
    const [value] = texts(`.glance .fact-${name} dd`);
    return asked.startsWith(label) || (value !== undefined && said.includes(value));
  };
  const wanted = Object.entries(labels)
    .filter((one) => !isLeftOut(one))
    .map(([name]) => [
      name,
      `.first-line .beside-${name}, .answer-row .glance .fact-${name}`,
    ]);

  const isBelow = ([, selector]) => {
    const box = all(selector)[0]?.getBoundingClientRect();
    return !box?.height || box.bottom > fold;
  };
  return [["line", ".first-line"], ...wanted, ["ring", ".glance .fact-reach"]]
    .filter(isBelow)
    .map(([name]) => name);
}"""


def below_the_fold(page: Page) -> list[str]:
    """What a reader must scroll to in the first answer of rows: its first line, who,
    when and whom to ring; also what is missing. What the answer itself says, as who is
    who has the responsibility, is not said twice on its line.
    """
    below: list[str] = page.evaluate(BELOW_THE_FOLD, [WHO_WHEN, PHONE["height"]])
    return below


# Above the fold


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("question", QUESTIONS)
def test_who_when_and_whom_to_ring_stand_above_the_fold(
    visit: Visit, question: str, javascript: bool
) -> None:
    page = visit(asked(question, kommune="koebenhavn"), java_script_enabled=javascript)
    # The line holds who, when and what is excepted too: its answer stands in the upper
    # half, and all of it above the fold.
    assert bottom(page, ".first-line .part") < PHONE["height"] / 2
    assert below_the_fold(page) == []


@pytest.mark.parametrize("pr", ["", "2027-01-15"])
def test_they_do_whoever_asks(visit: Visit, pr: str) -> None:
    page = visit("/")
    seen, below = 0, {}
    for question in asked_by_many():
        page.goto(asked(question, kommune="koebenhavn", pr=pr))
        if page.evaluate(BEGINS_WITH_ROWS):
            seen += 1
            below |= {question: names} if (names := below_the_fold(page)) else {}
    assert seen > 25
    assert below == {}


@pytest.mark.parametrize("question", QUESTIONS)
def test_they_do_where_the_catalogue_has_no_number(visit: Visit, question: str) -> None:
    page = visit(asked(question, kommune="bornholm", pr="2027-01-15"))
    assert below_the_fold(page) == []
    expect(page.locator(".box.answer .fact-reach").first).to_contain_text(
        "Intet nummer i kataloget"
    )


def test_a_day_of_its_own_takes_one_line(visit: Visit) -> None:
    banner = visit(asked("varsling", pr="2027-01-15")).locator(".moment p")
    lines = banner.evaluate(
        """one => {
          const style = getComputedStyle(one);
          const inner = one.clientHeight - parseFloat(style.paddingTop) * 2;
          return Math.round(inner / parseFloat(style.lineHeight));
        }"""
    )
    assert lines == 1
    expect(banner).to_contain_text("15. januar 2027")


def test_what_there_is_no_room_for_unfolds_with_the_way_to_its_row(
    visit: Visit,
) -> None:
    page = visit(asked("hvem misbrugsbehandling"))
    also = page.locator("details.part-also").first
    also.locator("summary").click()
    there = also.locator("a").first
    expect(there).to_be_visible()
    row = str(there.get_attribute("href")).removeprefix("#")
    assert page.locator(f'[id="{row}"]').count() == 1


def test_an_older_editions_value_says_so_before_it(visit: Visit) -> None:
    line = visit(asked(CHILD)).locator(".first-line").first
    told = line.inner_text()
    assert told.index("kun set i en ældre udgave") < told.index("Senest 8 hverdage")
    assert not line.locator(".part .badge").count()


def test_a_difference_of_terms_shows_todays_alone(visit: Visit) -> None:
    page = visit(asked("hvad er forskellen på varsling og færdigmelding"))
    card = page.locator(".knowledge-difference")
    expect(card.get_by_text("8 hverdage")).to_be_hidden()
    card.locator("summary").click()
    older = card.locator(".fact", has_text="8 hverdage")
    assert older.inner_text().startswith("Gælder måske ikke i dag")


def test_a_card_says_what_was_asked_above_the_fold(visit: Visit) -> None:
    page = visit(asked(CARD_FIRST))
    box = page.locator(".knowledge-card .fact").nth(1).bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < PHONE["height"] / 2
    expect(page.locator(".knowledge-card dt", has_text="Om perioden")).to_be_hidden()


def test_the_first_answer_is_whole_above_the_fold(visit: Visit) -> None:
    page = visit(asked(WHO_PAYS))
    assert bottom(page, ".row-fold") <= PHONE["height"]


@pytest.mark.parametrize(
    "question",
    [
        "3 døgn efter udskrivelse lægeansvar",
        "gælder 72 timer psykiatrien",
        "utilsigtet hændelse hvem melder",
        "hvem betaler natlig tolk til patient hos egen læge",
        "borger uden adresse hvilken kommune",
    ],
)
def test_nothing_of_an_answer_is_cut(visit: Visit, question: str) -> None:
    page = visit(asked(question))
    cut = """() => [...document.querySelectorAll(".box.answer *")].filter((one) => {
      const style = getComputedStyle(one);
      const clips = style.overflowX === "hidden" || style.overflowY === "hidden";
      const hears = one.closest(".sr-only, [hidden], details:not([open]) > p");
      return clips && !hears && one.scrollHeight > one.clientHeight + 2;
    }).map((one) => one.className)"""
    assert page.evaluate(cut) == []
    assert "…" not in page.locator(".box.answer").first.inner_text()


def test_the_answer_is_the_first_line(visit: Visit) -> None:
    line = visit(asked(WHO_PAYS)).locator(".first-line").first
    expect(line).to_contain_text("Region – under behandling")
    expect(line).to_contain_text("Kommune – ved varigt behov")


def test_nothing_is_wider_than_the_phone(visit: Visit) -> None:
    for question in QUESTIONS:
        page = visit(asked(question, kommune="koebenhavn"))
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


# By keyboard, from the question to the telephone


def test_the_keyboard_leads_from_the_question_to_the_number(visit: Visit) -> None:
    page = visit("/?kommune=koebenhavn")
    page.locator("#q").focus()
    page.keyboard.type(WHO_PAYS)
    page.keyboard.press("Enter")
    page.wait_for_url("**/soeg**")

    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('a.phone')"):
            break
    assert page.evaluate("document.activeElement.href") == "tel:22222222"


def test_the_question_folded_away_is_asked_again_by_keyboard(visit: Visit) -> None:
    page = visit(asked("varsling"))
    expect(page.locator("#q")).to_be_hidden()
    page.locator(".asked-box > summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#q")).to_be_visible()


def test_a_slash_unfolds_the_question(visit: Visit) -> None:
    page = visit(asked("varsling"))
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()


# A row goes along


def test_a_row_is_copied_as_text_with_its_address(visit: Visit) -> None:
    page = visit(asked("varsling"), permissions=["clipboard-read", "clipboard-write"])
    page.locator(".row-fold > summary").first.click()
    page.get_by_role("button", name="Kopiér").first.click()
    expect(page.locator("[data-done]").first).to_have_text("Kopieret.")

    text = page.evaluate("navigator.clipboard.readText()")
    assert "Udføres af: " in text
    assert text.splitlines()[-1].startswith("http")
    assert "/snitflader/" in text.splitlines()[-1]


def test_without_scripts_there_are_no_buttons_that_do_nothing(visit: Visit) -> None:
    page = visit(asked("varsling"), java_script_enabled=False)
    expect(page.get_by_role("button", name="Kopiér")).to_have_count(0)
    expect(page.get_by_text("Husk kommunen")).to_have_count(1)
    expect(page.locator("[data-remember]")).to_be_hidden()


# One's municipality


def choose(page: Page, *, remember: bool) -> None:
    page.locator(".chooser > summary").click()
    page.get_by_label("Min kommune").select_option("koebenhavn")
    if remember:
        # The design system hides the box and draws it before its label.
        page.get_by_text("Husk kommunen på denne enhed").click()
    page.locator(".chooser-form button").click()
    page.wait_for_url("**kommune=koebenhavn**")


def test_a_municipality_is_remembered_where_the_reader_says_so(visit: Visit) -> None:
    page = visit("/aftaler")
    choose(page, remember=True)
    again = page.context.new_page()
    again.goto("/ordliste")
    again.wait_for_url("**/ordliste?kommune=koebenhavn")
    assert page.context.cookies() == []


def test_a_municipality_is_forgotten_with_the_visit_otherwise(visit: Visit) -> None:
    page = visit("/aftaler")
    choose(page, remember=False)
    assert page.evaluate("localStorage.length") == 0
    again = page.context.new_page()
    again.goto("/ordliste")
    expect(again.locator(".chooser > summary")).to_contain_text("Alle kommuner")


def test_who_chooses_all_is_not_led_back(visit: Visit) -> None:
    page = visit("/aftaler")
    choose(page, remember=True)
    page.goto("/aftaler")
    expect(page.locator(".chooser > summary")).to_contain_text("Alle kommuner")


# Colours and paper

SETTINGS = [{"color_scheme": "dark"}, {"forced_colors": "active"}, {}]


@pytest.mark.parametrize("told", SETTINGS)
@pytest.mark.parametrize(
    "address",
    [
        asked("varsling", kommune="koebenhavn"),
        asked("parkeringsplads", kommune="koebenhavn"),
        asked("parkeringsplads"),
        asked("varsling", pr="2027-01-01"),
        "/",
        "/borger",
        "/borger/voksne",
        "/forloeb/voksne",
        "/opgaveflytninger",
        "/ordliste",
        "/organisationer",
        "/overblik",
        "/overgang",
        "/snitflader",
        "/sundhedsaftaler",
        "/tillid",
        "/snitflader/hjemloese.kontakt-opholdskommune?kommune=koebenhavn",
        "/aftaler/psykiatri-voksne",
    ],
)
def test_no_page_has_a_fault_of_accessibility_in_any_colours(
    visit: Visit, address: str, told: dict[str, str]
) -> None:
    page = visit(address, **told)
    page.evaluate(OPEN_ALL)
    results = Axe().run(page, options=STANDARD)
    faults = [
        (fault["id"], [node["html"][:90] for node in fault["nodes"]])
        for fault in results.response["violations"]
    ]
    assert faults == []


@pytest.mark.parametrize("told", SETTINGS)
def test_what_was_asked_stands_out_in_any_colours(
    visit: Visit, told: dict[str, str]
) -> None:
    page = visit(asked("varsling"), **told)
    look = """(selector) => {
      const style = getComputedStyle(document.querySelector(selector));
      const page = getComputedStyle(document.body).backgroundColor;
      return style.backgroundColor !== page || parseFloat(style.borderTopWidth) > 0;
    }"""
    assert page.evaluate(look, ".first-line")
    assert page.evaluate(look, ".answer mark")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_not_confirmed_can_be_read_and_says_what_it_is(
    visit: Visit, scheme: str
) -> None:
    page = visit(asked("varsling"), color_scheme=scheme)
    badge = page.locator(".first-line .badge-unsure").first
    expect(badge).to_have_text("kun set i en ældre udgave")
    contrast = """(one) => {
      const light = (colour) => colour.match(/[\\d.]+/g).slice(0, 3)
        .map((part) => part / 255)
        .map((part) => part > 0.04045 ? ((part + 0.055) / 1.055) ** 2.4 : part / 12.92)
        .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0.05);
      const style = getComputedStyle(one);
      const [high, low] = [light(style.color), light(style.backgroundColor)]
        .sort((one, other) => other - one);
      return high / low;
    }"""
    assert badge.evaluate(contrast) >= 4.5


def test_the_current_page_of_the_menu_is_seen_in_the_readers_own_colours(
    visit: Visit,
) -> None:
    page = visit(
        asked("varsling"),
        forced_colors="active",
        viewport={"width": 1280, "height": 800},
    )
    line = """(one) => getComputedStyle(one).borderBottomColor"""
    current = page.locator(".menu nav a[aria-current]").first.evaluate(line)
    other = page.locator(".menu nav a:not([aria-current])").first.evaluate(line)
    assert current != other


def test_on_a_wide_screen_the_answer_begins_in_the_first_third(visit: Visit) -> None:
    page = visit(asked("varsling"), viewport={"width": 1280, "height": 800})
    box = page.locator(".box.answer").first.bounding_box()
    assert box is not None
    assert box["y"] < 800 / 3


def test_what_is_nearest_is_no_larger_than_that_nothing_answers(visit: Visit) -> None:
    page = visit(asked("parkeringsplads"))
    size = "one => parseFloat(getComputedStyle(one).fontSize)"
    nearest = page.get_by_text("Nærmeste – ikke et svar").evaluate(size)
    assert nearest <= page.locator(".alert-heading").evaluate(size)


def test_paper_has_the_question_on_top_and_no_controls(visit: Visit) -> None:
    page = visit(asked("varsling"))
    page.emulate_media(media="print")
    question = page.locator(".printed-question")
    expect(question).to_be_visible()
    expect(question).to_have_text("varsling")
    for control in (".asked-box", ".facets", ".row-tools", ".site-bar details"):
        expect(page.locator(control).first).to_be_hidden()
