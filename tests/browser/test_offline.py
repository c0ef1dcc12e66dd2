"""The copy for bad days, opened from a disk: it answers as the catalogue does, and
alone.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from registry.catalogue.around import Around, around
from registry.catalogue.contacts import reaches
from registry.catalogue.ringing import PlaceToRing, asks_of, ones_own, to_ring
from registry.catalogue.snapshot import Snapshot
from registry.catalogue.stays import Stay, stay_in
from registry.clock import Moment
from registry.language.dates import danish_date
from registry.offline.page_file import offline_html
from registry.offline.runtime import runtime
from registry.search.abstaining import heading_of, is_near, missing_words
from registry.search.answer import Answer, AnswerGroup, Question
from registry.search.ask import Asker
from registry.search.cards.kinds import KIND_LABELS
from registry.search.first_line import first_line_of
from registry.search.line import FirstLine
from registry.settings import LONGEST_QUESTION
from tests.browser import live
from tests.browser.test_every_page import SIDEWAYS, STANDARD, VIOLATIONS
from tests.language.test_personal_numbers import DRESSES, INNOCENT
from tests.relevance import questions
from tests.relevance.questions import Judged
from tests.relevance.runs import REFORM, TODAY

pytestmark = pytest.mark.browser

QUESTION = "hvem betaler kompressionsstrømper"
AGREEMENT = "#snitfladekatalog-hjaelpemidler"
UNSURE = "Kataloget er ikke sikkert på, hvad du spørger om."


@pytest.fixture(scope="module")
def asker(shipped_asker: Asker) -> Asker:
    return shipped_asker


@pytest.fixture(scope="module")
def copies(asker: Asker, tmp_path_factory: pytest.TempPathFactory) -> dict[date, str]:
    """The addresses of the copies of two dates."""
    python = runtime()
    if python is None:
        pytest.skip("Pyodide was not fetched at set-up")
    folder = tmp_path_factory.mktemp("usb")
    addresses = {}
    for on in (TODAY, REFORM):
        path = folder / f"{on}.html"
        html = offline_html(asker.catalogue.at(Moment(on)), python)
        path.write_text(html, encoding="utf-8")
        addresses[on] = path.as_uri()
    return addresses


OpenCopy = Callable[..., Page]


@pytest.fixture
def open_copy(browser: Browser, copies: dict[date, str]) -> Iterator[OpenCopy]:
    """Open a copy in a fresh window, on a day of the machine's. `script` runs first."""
    contexts = []

    def open_one(
        on: date = TODAY,
        *,
        today: date = TODAY,
        width: int = 1280,
        javascript: bool = True,
        script: str = "",
    ) -> Page:
        size: Any = {"width": width, "height": live.WIDTHS[width]}
        context = browser.new_context(
            locale="da-DK", viewport=size, java_script_enabled=javascript
        )
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(VIOLATIONS)
        page.add_init_script(script)
        if javascript:
            page.clock.set_fixed_time(datetime(today.year, today.month, today.day, 12))
        page.goto(copies[on])
        return page

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def started(browser: Browser, copies: dict[date, str]) -> Iterator[Page]:
    """Today's copy with its search started, for questions to be asked in one after
    another.
    """
    page = browser.new_page(locale="da-DK")
    page.clock.set_fixed_time(datetime(TODAY.year, TODAY.month, TODAY.day, 12))
    page.goto(copies[TODAY])
    page.evaluate("search.then(() => null)")
    yield page
    page.close()


@pytest.fixture
def copy(started: Page) -> Page:
    """The same, with no answer on it."""
    started.evaluate("document.getElementById('copy_answers').hidden = true")
    return started


def ask(page: Page, question: str) -> None:
    """Ask in the box, and wait until the page shows the answer."""
    page.get_by_label("Spørg med dine egne ord").fill(question)
    page.keyboard.press("Enter")
    page.locator("#copy_summary").wait_for()


# Longer ones are refused, by the copy as by the catalogue.
SHORT_OF_OTHERS = [
    question
    for question in questions.read(questions.OTHER_HANDS)
    if len(question.query) <= LONGEST_QUESTION
]
# Asks the started search itself: its answers are what the page shows.
ASK_ALL = """async questions => {
  const ask = await search;
  const answers = [];
  for (const question of questions) {
    answers.push(await ask(question));
  }
  return answers;
}"""


# What to do at once, with what is dialled.
ACUTE = [
    ["Er det livsfarligt, så ring ", False],
    ["112", True],
    [
        ". Er det akut, så følg den lokale instruks, også når ingen leder er at få fat "
        "i. Uden for egen læges åbningstid: Akuttelefonen ",
        False,
    ],
    ["1813", True],
    [".", False],
]


def around_of(ringing: Around) -> dict[str, Any]:
    """Whom to ring where nothing answers; the catalogue has no numbers."""
    return {
        "places": [
            [one.case, one.ask.whom, one.ask.where, []] for one in ringing.places
        ],
        "otherSide": not (ringing.known_side or ringing.of_agreements),
    }


def for_page(snapshot: Snapshot, answer: Answer) -> dict[str, Any]:
    """What the page is told of an answer of the catalogue's, which has no numbers."""
    place, stay = answer.municipality, stay_in(snapshot, answer.question.text)
    lines = [first_line_of(snapshot, group, answer) for group in answer.groups]

    return {
        "cards": [
            {
                "kind": KIND_LABELS[card.kind],
                "title": card.title,
                "facts": [[fact.label, fact.value] for fact in card.facts],
            }
            for card in answer.cards
        ],
        "groups": [
            {**group, "line": line_of(line)}
            for group, line in zip(
                groups(snapshot, answer.groups, place, stay), lines, strict=True
            )
        ],
        "nearest": groups(snapshot, answer.nearest, place, stay),
        "around": around_of(around(snapshot, answer.question.text, place)),
        "agreements": [
            {"agreement": hit.agreement.slug, "section": hit.anchor}
            for hit in answer.agreements
        ],
        "unknown": answer.unknown,
        "uncovered": missing_words(answer),
        "respelt": answer.did_you_mean,
        "acute": ACUTE if any(remark.is_acute for remark in answer.remarks) else [],
        "remarks": [r.text for r in answer.remarks if not r.is_acute],
        "stressed": answer.stressed,
        "listing": answer.listing,
        "ofField": answer.of_field,
        "near": is_near(answer),
        "abstention": heading_of(answer),
    }


def as_told(shown: dict[str, Any]) -> Any:
    """As a page is told it: as JSON, which knows lists only."""
    return json.loads(json.dumps(shown))


def groups(
    snapshot: Snapshot, some: Sequence[AnswerGroup], place: str | None, stay: Stay
) -> list[dict[str, Any]]:
    return [
        {
            "task": group.task_key,
            "rows": [hit.row.id for hit in group.hits],
            "ring": {},
            "ask": {
                hit.row.id: asks(
                    asks_of(to_ring(reaches(snapshot, hit.row, place, stay)))
                )
                for hit in group.hits
            },
        }
        for group in some
    ]


def asks(asked: Sequence[PlaceToRing]) -> dict[str, Any]:
    return {
        "places": [[o.ask.whom, o.ask.where, o.only_informed] for o in asked],
        "own": ones_own(asked),
    }


def line_of(line: FirstLine) -> dict[str, Any]:
    return {
        "label": line.label,
        "verdict": line.verdict,
        "verdictIsSure": line.verdict in ("Ja", "Nej"),
        "excluded": line.excluded
        and {
            **line.excluded._asdict(),
            "headline": line.excluded.headline,
            "rest": line.excluded.text[line.excluded.headline_end :],
            "sure": line.verdict in ("Ja", "Nej")
            or not (line.changing or line.excluded.older or line.excluded.unconfirmed),
        },
        "parts": [
            {
                **part._asdict(),
                "facts": [[fact.label, fact.text] for fact in part.facts],
                "excepts": [[one.text, one.row] for one in part.excepts],
                "long": part.condition_is_long,
                "sure": not (line.changing or part.older or part.unconfirmed),
            }
            for part in line.parts
        ],
        "also": [
            {
                "name": ": ".join(filter(None, (part.older, line.name_of(part)))),
                "row": part.row,
            }
            for part in line.also
        ],
        "alsoLabel": line.also_label,
        "basis": line.basis,
        "facts": [[fact.label, fact.text] for fact in line.facts],
        "changing": line.changing,
        "changesFirst": line.changes_first,
        "unsettled": "Ikke afklaret" if line.is_unsettled else "",
        "depends": depends_of(line),
    }


def depends_of(line: FirstLine) -> str:
    how = " – nævn kommunen i spørgsmålet" if line.is_by_place else ""
    return line.depends and f"{line.depends}{how}."


@pytest.mark.parametrize(
    ("on", "asked"),
    [
        (TODAY, [*questions.today(), *SHORT_OF_OTHERS]),
        (REFORM, questions.in_2027()),
    ],
)
def test_it_answers_every_question_as_the_catalogue_does(
    open_copy: OpenCopy, asker: Asker, on: date, asked: list[Judged]
) -> None:
    texts = [question.query for question in asked]
    answers = open_copy(on).evaluate(ASK_ALL, texts)

    moment = Moment(on)
    snapshot = asker.catalogue.at(moment)
    differing = [
        text
        for text, answer in zip(texts, answers, strict=True)
        if answer != as_told(for_page(snapshot, asker.ask(Question(text, moment))))
    ]
    assert len(answers) > 500
    assert differing == []


def test_it_refuses_the_numbers_that_the_catalogue_refuses(copy: Page) -> None:
    answers = copy.evaluate(ASK_ALL, [*DRESSES, *INNOCENT])

    refused = ["refused" in answer for answer in answers]
    assert refused == [True] * len(DRESSES) + [False] * len(INNOCENT)


def test_an_answer_shows_the_rows_with_the_field_that_was_asked_for(copy: Page) -> None:
    ask(copy, QUESTION)

    row = copy.locator("#copy_found .row").first
    assert copy.locator("#copy_summary").inner_text() == "2 snitflader i kopien."
    assert "Levere kompressionsstrømper" in row.inner_text()
    assert row.locator(".asked").inner_text().split() == ["Betales", "af", "Region"]
    assert row.get_by_role("link").first.get_attribute("href") == AGREEMENT


def test_an_answer_begins_with_its_first_line_and_whom_to_ring(
    open_copy: OpenCopy,
) -> None:
    page = open_copy(width=360)
    ask(page, QUESTION)

    group = page.locator("#copy_found .group").first
    assert group.locator(".first-line .part:not(.beside)").all_inner_texts() == [
        "Region – under behandling",
        "Kommune – ved varigt behov",
    ]
    labels = group.locator(".row").first.locator("dt").all_inner_texts()
    assert labels.index("Ring til") < labels.index("Betales af")


def test_a_field_that_the_agreement_does_not_state_is_said_to_be_missing(
    copy: Page,
) -> None:
    ask(copy, "hvem har myndighedsansvar for kompressionsstrømper")

    asked = copy.locator("#copy_found .row .asked").first
    assert "Fremgår ikke af aftalen" in asked.inner_text()


def test_where_nothing_answers_it_says_so_and_shows_the_nearest_as_such(
    copy: Page,
) -> None:
    ask(copy, "kompressionsstrømper til flamingoer")
    shown = copy.locator("#copy_found").inner_text()

    assert UNSURE in copy.locator("#copy_summary").inner_text()
    assert "Intet fundet om: flamingoer." in shown
    assert "Nærmeste – ikke et svar" in shown
    assert copy.locator("#copy_found .group").count() == 0


def test_what_to_do_at_once_is_said_of_agreements_too(copy: Page) -> None:
    ask(copy, "hvem samler kommunerne om kvantefysik")
    shown = copy.locator("#copy_found").text_content() or ""

    assert "Sekretariatet, regionen" in shown
    assert "Er det akut, så følg den lokale instruks" in shown


def test_a_question_is_shown_as_text_only(copy: Page) -> None:
    ask(copy, "<img src=x onerror=alert(1)>xyzzyx")

    assert copy.locator("#copy_answers img").count() == 0
    assert "xyzzyx" in copy.locator("#copy_found").inner_text()


def test_a_cpr_number_is_refused_and_not_shown(copy: Page) -> None:
    ask(copy, "varsling af 010190-1234")

    assert "CPR-nummer" in copy.locator("#copy_summary").inner_text()
    assert copy.get_by_label("Spørg med dine egne ord").input_value() == ""
    assert "010190" not in copy.content()


@pytest.mark.parametrize(
    ("today", "old"),
    [
        (TODAY, False),
        (TODAY + timedelta(days=30), False),
        (TODAY + timedelta(days=31), True),
    ],
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
    assert page.locator(".day").inner_text() == danish_date(TODAY)
    assert page.locator(".day").evaluate(size) > largest


def test_without_script_it_can_be_read_whole(open_copy: OpenCopy) -> None:
    page = open_copy(javascript=False)

    assert not page.get_by_role("search").is_visible()
    assert page.get_by_text("Søgefeltet kræver script").is_visible()
    assert page.get_by_text(danish_date(TODAY)).first.is_visible()
    assert page.get_by_text(
        "Levere kompressionsstrømper (støttestrømper)"
    ).first.is_visible()


def test_it_can_be_read_whole_before_the_search_has_started(
    open_copy: OpenCopy,
) -> None:
    page = open_copy(script="window.Worker = class { postMessage() {} };")

    assert page.get_by_text("Søgningen gør sig klar").is_visible()
    assert not page.get_by_role("search").is_visible()
    assert page.get_by_text(
        "Levere kompressionsstrømper (støttestrømper)"
    ).first.is_visible()


def test_where_the_search_cannot_start_it_says_so(open_copy: OpenCopy) -> None:
    page = open_copy(script="delete window.Worker;")

    page.get_by_text("Søgningen kunne ikke starte i denne browser").wait_for()
    assert not page.get_by_role("search").is_visible()


def test_a_copy_made_without_search_says_so_and_can_be_read(
    browser: Browser, asker: Asker, tmp_path: Path
) -> None:
    path = tmp_path / "plain.html"
    html = offline_html(asker.catalogue.at(Moment(TODAY)))
    path.write_text(html, encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())

    assert page.get_by_text("Kopien er lavet uden søgning").is_visible()
    assert page.get_by_role("search").count() == 0
    assert page.get_by_role("alert").count() == 0
    page.close()


def test_questions_are_answered_in_the_order_they_were_asked(copy: Page) -> None:
    answers = copy.evaluate(
        """async () => {
          const ask = await search;
          return Promise.all([ask("varsling"), ask("hvem betaler"), ask("varsling")]);
        }"""
    )

    assert answers[0] == answers[2]
    assert answers[1]["stressed"] == "payer"


def test_the_keyboard_alone_finds_an_answer_and_follows_it(open_copy: OpenCopy) -> None:
    page = open_copy()
    page.get_by_role("search").wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Gå til indholdet"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    page.locator("#copy_summary").wait_for()
    for _ in range(3):  # the button, then the first answer's agreement
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.row') !== null"):
            break
    page.keyboard.press("Enter")

    assert page.evaluate("location.hash") == AGREEMENT


@pytest.mark.parametrize("width", live.WIDTHS)
def test_it_meets_wcag_fits_the_screen_and_asks_nobody(
    browser: Browser, width: int, copies: dict[date, str]
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": live.WIDTHS[width]}
    )
    page = context.new_page()
    page.add_init_script(VIOLATIONS)
    console: list[str] = []
    requested: list[str] = []
    page.on("console", lambda message: console.append(message.text))
    page.on("pageerror", lambda error: console.append(str(error)))
    page.on("request", lambda asked: requested.append(asked.url))
    page.goto(copies[TODAY])
    ask(page, "hvem betaler hjælpemidler")
    page.evaluate(
        "document.querySelectorAll('details').forEach(part => { part.open = true })"
    )

    assert Axe().run(page, options=STANDARD).response["violations"] == []
    assert page.evaluate(SIDEWAYS) == 0
    assert console == []
    # What it unpacks out of itself is asked for by addresses of its own.
    assert [url for url in requested if not url.startswith("blob:")] == [copies[TODAY]]
    context.close()
