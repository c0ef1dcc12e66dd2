"""What holds for every kind of page, on a phone and on a desk, with the design system
and without.

A page is visited once; every test looks at that visit.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page

from tests.browser.live import DKFDS, NURSES_QUESTION, PLAIN, WIDTHS

pytestmark = pytest.mark.browser

PAGES = {
    "front": "/",
    "search, no question": "/soeg",
    "search, within a cell": "/soeg?fase=udskrivning&sektor=region",
    "search, an answer": f"/soeg?q={quote(NURSES_QUESTION)}",
    "search, many answers": (
        f"/soeg?q={quote('hvem betaler hjælpemidler')}&maalgruppe=somatik"
    ),
    "search, a word of the list": "/soeg?q=varsling",
    "search, a card": f"/soeg?q={quote('forskel på varsling og orientering')}",
    "search, abstained": f"/soeg?q={quote('parkeringsplads til medarbejderne')}",
    "search, a CPR number": "/soeg?q=patient+010190-1234+hvem",
    "agreements": "/aftaler",
    "agreement": "/aftaler/psykiatri-boern-og-unge",
    "agreement, another date": (
        "/aftaler/psykiatri-voksne?pr=2027-01-01&kommune=koebenhavn"
    ),
    "version": "/aftaler/psykiatri-voksne/udgaver/1",
    "differences": "/aftaler/psykiatri-voksne/forskel?fra=1&til=2",
    "full table": "/snitflader",
    "full table of a phase": "/snitflader?fase=henvisning",
    "row": "/snitflader/hjemloese.kontakt-opholdskommune",
    "paths": "/forloeb",
    "path": "/forloeb/psykisk-sygdom?maalgruppe=voksne",
    "path with a hand-over": "/forloeb/somatik?fase=efter-udskrivning",
    "citizens": "/borger",
    "citizen": "/borger/boern-og-unge",
    "citizen, parts": "/borger/psykisk-sygdom",
    "citizen, large letters": "/borger/hjemloese?skrift=stor&kommune=koebenhavn",
    "citizen, sheets": "/borger/somatik/efter-udskrivning",
    "citizen, nothing": "/borger/gravide/akut",
    "overview": "/overblik?maalgruppe=voksne",
    "finding": "/overblik/hul-d659e5c57a94",
    "transition": "/overgang",
    "moves": "/opgaveflytninger",
    "word list": "/ordliste",
    "organisations": "/organisationer",
    "organisation": "/organisationer/region-hovedstaden",
    "health agreements": "/sundhedsaftaler",
    "health agreement": "/sundhedsaftaler/sundhedsaftale-2024-2027",
    "health agreement, older": "/sundhedsaftaler/sundhedsaftale-2019-2023",
    "status paper": "/sundhedsaftaler/sundhedsaftale-2024-2027/statuspapir",
    "appendix": "/appendiks?pr=2027-01-01",
    "appendix, short": "/appendiks?format=html&omfang=kort&siden=2022-06-01",
    "appendix, whole": "/appendiks?format=html&raekker=1",
    "accessibility": "/tilgaengelighed",
    "about": "/om",
    "not found": "/aftaler/findes-ikke",
    "refused": "/snitflader?fase=findes-ikke",
}
STATUSES = {"not found": 404, "refused": 400, "search, a CPR number": 400}
# Without the design system only the own stylesheet is left: a page of each build shows
# it.
PLAIN_PAGES = (
    "front",
    "search, an answer",
    "agreement",
    "full table of a phase",
    "row",
    "refused",
)
SITES = {DKFDS: "site", PLAIN: "plain_site"}
VISITS = [
    *((DKFDS, name, width) for name in PAGES for width in WIDTHS),
    *((PLAIN, name, width) for name in PLAIN_PAGES for width in WIDTHS),
]
STANDARD = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]},
    "resultTypes": ["violations"],
    "preload": False,
}
OPEN_ALL = (
    "() => document.querySelectorAll('details').forEach(part => { part.open = true })"
)
SIDEWAYS = (
    "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
)
VIOLATIONS = """addEventListener('securitypolicyviolation', violation =>
  console.error('CSP: ' + violation.violatedDirective + ' ' + violation.blockedURI))"""


@dataclass
class Visit:
    """One page in one width: the page, its status, and what was said and asked for on
    the way.
    """

    page: Page
    status: int
    expected: int
    site: str
    console: list[str]
    requested: list[str]


@pytest.fixture(scope="module")
def windows(browser: Browser) -> Iterator[dict[int, Page]]:
    """A window of each width, used for page after page."""
    opened = {}
    for width, height in WIDTHS.items():
        size = {"width": width, "height": height}
        page = browser.new_context(locale="da-DK", viewport=size).new_page()
        page.add_init_script(VIOLATIONS)
        opened[width] = page
    yield opened
    for page in opened.values():
        page.context.close()


@pytest.fixture(
    scope="module", params=VISITS, ids=lambda visited: "-".join(map(str, visited))
)
def visit(request: pytest.FixtureRequest, windows: dict[int, Page]) -> Iterator[Visit]:
    design, name, width = request.param
    site = request.getfixturevalue(SITES[design])
    window = windows[width]
    console: list[str] = []
    requested: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        # The browser reports the status of an error page as an error of the page.
        of_the_page = (
            message.location.get("url") == window.url
            and "Failed to load" in message.text
        )
        if message.type in ("error", "warning") and not of_the_page:
            console.append(message.text)

    listeners = {
        "console": hear,
        "pageerror": lambda error: console.append(str(error)),
        "request": lambda asked: requested.append(asked.url),
    }
    for event, listener in listeners.items():
        window.on(event, listener)
    response = window.goto(site + PAGES[name])
    window.evaluate("() => document.fonts.ready.then(() => true)")
    for event, listener in listeners.items():
        window.remove_listener(event, listener)
    assert response is not None
    yield Visit(
        window, response.status, STATUSES.get(name, 200), site, console, requested
    )


def test_it_answers_with_its_status(visit: Visit) -> None:
    assert visit.status == visit.expected


def test_it_meets_wcag_2_1_a_and_aa_with_every_part_open(visit: Visit) -> None:
    visit.page.evaluate(OPEN_ALL)
    violations = Axe().run(visit.page, options=STANDARD).response["violations"]

    assert [
        f"{violation['id']}: {violation['help']}: {', '.join(node['target'])}: "
        f"{node['html']}"
        for violation in violations
        for node in violation["nodes"]
    ] == []


def test_it_never_scrolls_sideways(visit: Visit) -> None:
    visit.page.evaluate(OPEN_ALL)

    assert visit.page.evaluate(SIDEWAYS) == 0


def test_the_console_is_silent_and_the_policy_is_kept(visit: Visit) -> None:
    assert visit.console == []


def test_it_asks_nobody_else_for_anything(visit: Visit) -> None:
    assert {urlsplit(url).netloc for url in visit.requested} == {
        urlsplit(visit.site).netloc
    }


def test_it_sets_no_cookie_and_stores_nothing(visit: Visit) -> None:
    stored = visit.page.evaluate("() => localStorage.length + sessionStorage.length")

    assert visit.page.context.cookies() == []
    assert stored == 0
