"""The copy for bad days, opened from a disk: it answers as the catalogue does, and alone."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from registry.clock import Moment
from registry.search.answer import Answer, Question
from registry.search.ask import Asker
from registry.search.danish import stem, tokenize
from registry.web.offline import offline_html
from tests.browser import live
from tests.browser.test_every_page import SIDEWAYS, STANDARD, VIOLATIONS
from tests.relevance import questions
from tests.relevance.questions import Judged
from tests.relevance.runs import CONTENT, REFORM, TODAY, shipped

pytestmark = pytest.mark.browser

LEAST_AGREED = 0.95
QUESTION = "hvem betaler kompressionsstrømper"
AGREEMENT = "#snitfladekatalog-hjaelpemidler"
# Asks each question in the box, and reads the rows that the page shows.
ASK_ALL = """questions => questions.map(question => {
  document.getElementById("copy_q").value = question;
  document.getElementById("copy_search").requestSubmit();
  const rows = part => Array.from(part.querySelectorAll("[data-row]"), card => card.dataset.row);
  const groups = Array.from(document.querySelectorAll("#copy_found .group"), rows);
  return {groups, said: document.getElementById("copy_summary").textContent};
})"""
ABSTAINED = "Ingen aftale i kopien besvarer det."


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asker]:
    with shipped(tmp_path_factory.mktemp("offline")) as asker:
        yield asker


@pytest.fixture(scope="module")
def copies(asker: Asker, tmp_path_factory: pytest.TempPathFactory) -> dict[date, str]:
    """The addresses of the copies of two dates."""
    folder = tmp_path_factory.mktemp("usb")
    found = {}
    for on in (TODAY, REFORM):
        path = folder / f"{on}.html"
        path.write_text(offline_html(asker.catalogue.at(Moment(on))), encoding="utf-8")
        found[on] = path.as_uri()
    return found


OpenCopy = Callable[..., Page]


@pytest.fixture
def open_copy(browser: Browser, copies: dict[date, str]) -> Iterator[OpenCopy]:
    """Open a copy in a fresh window, on a day of the machine's."""
    contexts = []

    def open_one(
        on: date = TODAY, *, today: date = TODAY, width: int = 1280, javascript: bool = True
    ) -> Page:
        size: Any = {"width": width, "height": live.WIDTHS[width]}
        context = browser.new_context(locale="da-DK", viewport=size, java_script_enabled=javascript)
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(VIOLATIONS)
        if javascript:
            page.clock.set_fixed_time(datetime(today.year, today.month, today.day, 12))
        page.goto(copies[on])
        return page

    yield open_one
    for context in contexts:
        context.close()


def ask(page: Page, question: str) -> None:
    page.get_by_label("Spørg med dine egne ord").fill(question)
    page.keyboard.press("Enter")


def first_group(answer: Answer) -> list[str]:
    return [hit.row.id for hit in answer.groups[0].hits] if answer.groups else []


@pytest.mark.parametrize(
    ("on", "asked"), [(TODAY, questions.today()), (REFORM, questions.in_2027())]
)
def test_its_first_answer_is_the_catalogues_and_it_abstains_where_the_catalogue_does(
    open_copy: OpenCopy, asker: Asker, on: date, asked: list[Judged]
) -> None:
    told = [asker.ask(Question(question.query, Moment(on))) for question in asked]
    shown = open_copy(on).evaluate(ASK_ALL, [question.query for question in asked])
    pairs = list(zip(told, shown, strict=True))
    answered = [(a, s) for a, s in pairs if a.groups]
    silent = [(a, s) for a, s in pairs if a.abstained]

    same = sum(first_group(a) == next(iter(s["groups"]), []) for a, s in answered)
    abstained = sum(ABSTAINED in s["said"] and not s["groups"] for _, s in silent)

    assert len(answered) > 100
    assert len(silent) > 50
    assert same >= LEAST_AGREED * len(answered)
    assert abstained >= LEAST_AGREED * len(silent)


def test_its_words_are_stemmed_as_the_catalogues_are(open_copy: OpenCopy) -> None:
    written = [path.read_text(encoding="utf-8").lower() for path in CONTENT.rglob("*.md")]
    words = sorted({word for text in written for word in re.findall(r"[^\W\d_]+", text)})

    assert len(words) > 1000
    assert open_copy().evaluate("words => words.map(stem)", words) == [stem(w) for w in words]


def test_its_texts_are_read_as_the_catalogues_are(open_copy: OpenCopy) -> None:
    texts = [question.query for question in questions.today()] + [
        *("§§ 13 a-c", "§§ 203-205 og 13b", "paragraf 85", "serviceloven 112", "XDIS18 kl. 14.30"),
        *("3 døgn", "½ år", "et halvt år", "halvandet døgn", "1,5 time", "den 1. januar 2027"),
        *(
            "1.1.2027",
            "10.000 kr.",
            "FÆRDIGMELDT Ørestad",
            "café naïve",
            "24-timers",
            "fem hverdage",
        ),
    ]
    read = "texts => texts.map(text => tokenize(text).map(t => [t.start, t.end, t.exact, t.stem]))"

    told = [[list(token[:4]) for token in tokenize(text)] for text in texts]
    assert open_copy().evaluate(read, texts) == told


def test_an_answer_shows_the_rows_with_the_field_that_was_asked_for(open_copy: OpenCopy) -> None:
    page = open_copy()
    ask(page, QUESTION)

    card = page.locator("#copy_found .card").first
    assert page.locator("#copy_summary").inner_text() == "2 snitflader i kopien."
    assert "Levere kompressionsstrømper" in card.inner_text()
    assert card.locator(".asked").inner_text().split() == ["Betales", "af", "Region"]
    assert card.get_by_role("link").first.get_attribute("href") == AGREEMENT


def test_a_field_that_the_agreement_does_not_state_is_said_to_be_missing(
    open_copy: OpenCopy,
) -> None:
    page = open_copy()
    ask(page, "hvem har myndighedsansvar for kompressionsstrømper")

    asked = page.locator("#copy_found .card .asked").first
    assert "Fremgår ikke af aftalen" in asked.inner_text()


def test_where_nothing_answers_it_says_so_and_shows_the_nearest_as_such(
    open_copy: OpenCopy,
) -> None:
    page = open_copy()
    ask(page, "kompressionsstrømper til flamingoer")
    found = page.locator("#copy_found").inner_text()

    assert ABSTAINED in page.locator("#copy_summary").inner_text()
    assert "Intet fundet om: flamingoer." in found
    assert "Nærmeste – ikke et svar" in found
    assert page.locator("#copy_found .group").count() == 0


def test_a_question_is_shown_as_text_only(open_copy: OpenCopy) -> None:
    page = open_copy()
    ask(page, "<img src=x onerror=alert(1)>xyzzyx")

    assert page.locator("#copy_answers img").count() == 0
    assert "xyzzyx" in page.locator("#copy_found").inner_text()


def test_a_cpr_number_is_refused_and_not_shown(open_copy: OpenCopy) -> None:
    page = open_copy()
    ask(page, "varsling af 010190-1234")

    assert "CPR-nummer" in page.locator("#copy_summary").inner_text()
    assert page.get_by_label("Spørg med dine egne ord").input_value() == ""
    assert "010190" not in page.content()


@pytest.mark.parametrize(
    ("today", "old"),
    [(date(2026, 11, 22), False), (date(2026, 12, 22), False), (date(2026, 12, 23), True)],
)
def test_it_warns_when_it_is_over_thirty_days_old(
    open_copy: OpenCopy, today: date, old: bool
) -> None:
    warning = open_copy(today=today).get_by_role("alert")

    assert warning.count() == int(old)
    assert not old or "Kopien er 31 dage gammel" in warning.inner_text()


def test_its_date_is_the_largest_text_on_it(open_copy: OpenCopy) -> None:
    size = "element => parseFloat(getComputedStyle(element).fontSize)"
    page = open_copy(width=360)

    largest = max(page.locator("h1, h2, h3, p").evaluate_all(f"all => all.map({size})"))
    assert page.locator(".day").inner_text() == "22. november 2026"
    assert page.locator(".day").evaluate(size) > largest


def test_without_script_it_can_be_read_whole(open_copy: OpenCopy) -> None:
    page = open_copy(javascript=False)

    assert not page.get_by_role("search").is_visible()
    assert page.get_by_text("Søgefeltet kræver script").is_visible()
    assert page.get_by_text("22. november 2026").first.is_visible()
    assert page.get_by_text("Levere kompressionsstrømper (støttestrømper)").first.is_visible()


def test_the_keyboard_alone_finds_an_answer_and_follows_it(open_copy: OpenCopy) -> None:
    page = open_copy()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Gå til indholdet"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    for _ in range(3):  # the button, then the first answer's agreement
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.card') !== null"):
            break
    page.keyboard.press("Enter")

    assert page.evaluate("location.hash") == AGREEMENT


@pytest.mark.parametrize("width", live.WIDTHS)
def test_it_meets_wcag_fits_the_screen_and_asks_nobody(
    browser: Browser, width: int, copies: dict[date, str]
) -> None:
    context = browser.new_context(viewport={"width": width, "height": live.WIDTHS[width]})
    page = context.new_page()
    page.add_init_script(VIOLATIONS)
    console: list[str] = []
    requested: list[str] = []
    page.on("console", lambda message: console.append(message.text))
    page.on("pageerror", lambda error: console.append(str(error)))
    page.on("request", lambda asked: requested.append(asked.url))
    page.goto(copies[TODAY])
    ask(page, "hvem betaler hjælpemidler")
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")

    assert Axe().run(page, options=STANDARD).response["violations"] == []
    assert page.evaluate(SIDEWAYS) == 0
    assert console == []
    assert requested == [copies[TODAY]]
    context.close()
