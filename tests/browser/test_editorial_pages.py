"""What holds for every editorial page, on a phone and on a desk, for the one whose page
it is.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from registry import create_app
from tests.browser.editorial import TO_MEND, Prepared, Work, prepare
from tests.browser.live import WIDTHS
from tests.browser.test_every_page import OPEN_ALL, SIDEWAYS, STANDARD, VIOLATIONS
from tests.web.people import BOTH_SIDED

pytestmark = pytest.mark.browser

Change = Callable[[Page, Work, Prepared], None]
RITA, GORM, ADA, NOBODY = "rita", "gorm", "ada", ""
DRAFTS = "/redaktion/kladder"
# The forms of records are made from one table; these have every kind of field between
# them.
KINDS = ("ending", "succession", "organisation", "term")
# Files, not pages; and the page that waits, which leaves itself: test_waiting.py looks
# at it.
NO_PAGES = {
    *("editions.progress", "trail.as_csv", "offline.file", "intake.original"),
    *("record_lines.template", "texts.find_references"),
    # The page of all accounts, where a form was sent twice.
    "administration.link_again",
}


class Shown(NamedTuple):
    """A page, whose it is, and what is done on it before it is looked at."""

    person: str
    address: str
    after: Change | None = None


def refuse_a_row(page: Page, work: Work, prepared: Prepared) -> None:
    page.get_by_label("Frist, antal").fill("mange")
    page.get_by_role("button", name="Gem", exact=True).click()
    page.get_by_text("Noget skal rettes").wait_for()


def meet_another(page: Page, work: Work, prepared: Prepared) -> None:
    work.write(prepared.to_mend, by="bodil", summary=f"Bodils resumé: {id(page)}")
    page.get_by_label("Resumé").fill("Ritas resumé")
    page.get_by_role("button", name="Gem", exact=True).click()
    page.get_by_text("En anden har gemt, mens du skrev").wait_for()


def begin_without_a_title(page: Page, work: Work, prepared: Prepared) -> None:
    page.get_by_role("button", name="Begynd kladden").click()
    page.get_by_text("Noget skal rettes").wait_for()


def take_in_nothing(page: Page, work: Work, prepared: Prepared) -> None:
    page.get_by_role("button", name="Indlæs").click()
    page.get_by_text("Der er ikke lavet en kladde").wait_for()


def enter_a_wrong_line(page: Page, work: Work, prepared: Prepared) -> None:
    page.get_by_label("Linje 1, Indikator").fill("Findes ikke")
    page.get_by_role("button", name="Send forslaget").first.click()
    page.get_by_text("Intet er skrevet ind").wait_for()


def write_a_number(page: Page, work: Work, prepared: Prepared) -> None:
    work.write(
        prepared.to_mend, by="rita", change_note=f"Som 010190-{id(page) % 10000:04}"
    )
    page.reload()
    page.get_by_role("button", name="Fjern").wait_for()


def preview(page: Page, work: Work, prepared: Prepared) -> None:
    page.get_by_role("button", name="Forhåndsvis").first.click()
    page.locator(".editor-preview > *").first.wait_for()


def approve_what_is_stopped(page: Page, work: Work, prepared: Prepared) -> None:
    page.get_by_role("button", name="Godkend", exact=True).click()
    page.get_by_text("Det kan ikke gøres endnu").wait_for()


def accept_the_first(page: Page, work: Work, prepared: Prepared) -> None:
    for box in page.locator("[name=forslag]").all()[1:]:
        box.uncheck()
    page.get_by_role("button", name="Antag de valgte").click()
    page.get_by_role("button", name="Fortryd").wait_for()


def lose_the_session(page: Page, work: Work, prepared: Prepared) -> None:
    page.context.clear_cookies()
    page.get_by_label("Titel").fill("Skrevet længe")
    page.get_by_role("button", name="Gem", exact=True).click()
    page.get_by_text("Du er blevet logget ud").wait_for()


PAGES = {
    "sign in": Shown(NOBODY, "/log-ind"),
    "sign in, with a text": Shown(
        RITA, f"{DRAFTS}/{{to_mend}}/udgave", lose_the_session
    ),
    "one-time link": Shown(NOBODY, "/log-ind/engangslink/{one_time}"),
    "adoption, for the councils": Shown(NOBODY, "/vedtagelse/{secret}"),
    "desk of an editor": Shown(RITA, "/redaktion"),
    "desk of an approver": Shown(GORM, "/redaktion"),
    "agreements": Shown(RITA, "/redaktion/aftaler"),
    "new agreement": Shown(RITA, "/redaktion/aftaler/ny"),
    "new agreement, refused": Shown(
        RITA, "/redaktion/aftaler/ny", begin_without_a_title
    ),
    "take in": Shown(RITA, "/redaktion/indlaes"),
    "take in, refused": Shown(RITA, "/redaktion/indlaes", take_in_nothing),
    "taken in": Shown(RITA, f"{DRAFTS}/{{taken_in}}/indlaest"),
    "the same as before": Shown(RITA, f"{DRAFTS}/{{to_mend}}/samme"),
    "taken in, all of it": Shown(RITA, f"{DRAFTS}/{{taken_in}}/indlaest/alt"),
    "draft with findings": Shown(RITA, f"{DRAFTS}/{{to_mend}}"),
    "draft of an approver": Shown(GORM, f"{DRAFTS}/{{to_approve}}"),
    "version's form": Shown(RITA, f"{DRAFTS}/{{to_mend}}/udgave"),
    "version's form, preview": Shown(RITA, f"{DRAFTS}/{{to_mend}}/udgave", preview),
    "version's form, under approval": Shown(RITA, f"{DRAFTS}/{{to_approve}}/udgave"),
    "version's form, conflict": Shown(
        RITA, f"{DRAFTS}/{{to_mend}}/udgave", meet_another
    ),
    "row's form": Shown(RITA, f"{DRAFTS}/{{to_mend}}/snitflader/{{row}}"),
    "row's form, refused": Shown(
        RITA, f"{DRAFTS}/{{to_mend}}/snitflader/{{row}}", refuse_a_row
    ),
    "rows as a table": Shown(RITA, f"{DRAFTS}/{{to_mend}}/tabel"),
    "new row": Shown(RITA, f"{DRAFTS}/{{to_mend}}/ny-snitflade"),
    "draft as readers see it": Shown(RITA, f"{DRAFTS}/{{to_mend}}/vis"),
    "one field for several rows": Shown(RITA, f"{DRAFTS}/{{to_mend}}/for-alle/phase"),
    "no personal numbers": Shown(RITA, f"{DRAFTS}/{{to_mend}}/personoplysninger"),
    "personal numbers": Shown(
        RITA, f"{DRAFTS}/{{to_mend}}/personoplysninger", write_a_number
    ),
    "suggestions": Shown(RITA, f"{DRAFTS}/{{taken_in}}/forslag"),
    "sure suggestions, asked": Shown(RITA, f"{DRAFTS}/{{to_mend}}/forslag/sikre"),
    "suggestions, one accepted": Shown(
        RITA, f"{DRAFTS}/{{to_mend}}/forslag/sikre", accept_the_first
    ),
    "suggestions of an approver": Shown(GORM, f"{DRAFTS}/{{to_approve}}/forslag"),
    "drafts laid aside": Shown(RITA, "/redaktion/lagt-vaek"),
    "comments": Shown(GORM, f"{DRAFTS}/{{to_mend}}/kommentarer"),
    "draft to lay aside": Shown(RITA, f"{DRAFTS}/{{to_mend}}/laeg-vaek"),
    "draft to publish": Shown(GORM, f"{DRAFTS}/{{to_adopt}}/offentliggoer"),
    "changes": Shown(RITA, f"{DRAFTS}/{{to_mend}}/aendringer"),
    "change": Shown(RITA, f"{DRAFTS}/{{to_mend}}/aendringer/{{change}}"),
    "review": Shown(GORM, f"{DRAFTS}/{{to_approve}}/gennemgang"),
    "review, stopped": Shown(
        GORM, f"{DRAFTS}/{{to_approve}}/gennemgang", approve_what_is_stopped
    ),
    "adoption": Shown(RITA, f"{DRAFTS}/{{to_adopt}}/vedtagelse"),
    "duties of an agreement": Shown(RITA, "/redaktion/aftaler/hjemloese/pligter"),
    "finding": Shown(RITA, "/redaktion/fund/{finding}"),
    "proposals": Shown(GORM, "/redaktion/forslag"),
    "own proposals": Shown(RITA, "/redaktion/forslag"),
    "proposal": Shown(GORM, "/redaktion/forslag/{proposal}"),
    "records": Shown(RITA, "/redaktion/poster"),
    "records of a kind": Shown(RITA, "/redaktion/poster/continuation"),
    **{f"new {name}": Shown(RITA, f"/redaktion/poster/{name}/ny") for name in KINDS},
    "many records": Shown(RITA, "/redaktion/poster/measurement/linjer"),
    "many records, refused": Shown(
        RITA, "/redaktion/poster/measurement/linjer", enter_a_wrong_line
    ),
    "many status reports": Shown(RITA, "/redaktion/poster/status-report/linjer"),
    "organisations": Shown(RITA, "/redaktion/organisationer"),
    "contact points": Shown(RITA, "/redaktion/kontaktpunkter"),
    "words": Shown(RITA, "/redaktion/ord"),
    "dead links": Shown(RITA, "/redaktion/tekster/links"),
    "terms": Shown(RITA, "/redaktion/begreber"),
    "rows to confirm": Shown(RITA, f"/redaktion/bekraeft?aftale={TO_MEND}"),
    "health agreements": Shown(RITA, "/redaktion/sundhedsaftaler"),
    "health agreement": Shown(
        RITA, "/redaktion/sundhedsaftaler/sundhedsaftale-2024-2027"
    ),
    "copy for emergencies": Shown(RITA, "/redaktion/noedkopi"),
    "appendix to issue": Shown(RITA, "/redaktion/appendiks"),
    "appendix proposed": Shown(GORM, "/redaktion/appendiks/forslag/{edition}"),
    "password": Shown(RITA, "/redaktion/adgangskode"),
    "choice of roles": Shown(BOTH_SIDED, "/redaktion/rolle"),
    "accounts": Shown(ADA, "/redaktion/konti"),
    "drafts to hand over": Shown(ADA, "/redaktion/konti/rita/kladder"),
    "trail": Shown(ADA, "/redaktion/historik"),
}


@pytest.fixture(scope="module")
def prepared(work: Work) -> Prepared:
    return prepare(work)


@pytest.fixture(scope="module")
def contexts(
    browser: Browser, editorial_site: str, signed_in: dict[str, Any]
) -> Iterator[dict[tuple[str, int], BrowserContext]]:
    """A context for each person in each width, used for page after page."""
    opened: dict[tuple[str, int], BrowserContext] = {}
    for person, state in signed_in.items():
        for width, height in WIDTHS.items():
            context = browser.new_context(
                base_url=editorial_site,
                locale="da-DK",
                viewport={"width": width, "height": height},
                storage_state=state,
            )
            context.set_default_timeout(10_000)
            context.add_init_script(VIOLATIONS)
            opened[person, width] = context
    yield opened
    for context in opened.values():
        context.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_it_meets_wcag_2_1_a_and_aa_and_never_scrolls_sideways(
    contexts: dict[tuple[str, int], BrowserContext],
    signed_in: dict[str, Any],
    work: Work,
    prepared: Prepared,
    name: str,
    width: int,
) -> None:
    shown = PAGES[name]
    console: list[str] = []
    context = contexts[shown.person, width]
    page = context.new_page()
    page.on("console", lambda message: console.extend(_complaint(message)))
    page.on("pageerror", lambda error: console.append(str(error)))
    address = shown.address.format(**vars(prepared))
    response = page.goto(address)
    if shown.after:
        shown.after(page, work, prepared)
    page.evaluate("() => document.fonts.ready.then(() => true)")
    page.evaluate(OPEN_ALL)
    violations = Axe().run(page, options=STANDARD).response["violations"]
    sideways = page.evaluate(SIDEWAYS)
    page.close()
    _restore(context, signed_in[shown.person])

    assert response is not None
    assert (response.status, response.url.endswith(address)) == (200, True)
    assert [
        f"{violation['id']}: {violation['help']}: {', '.join(node['target'])}: "
        f"{node['html']}"
        for violation in violations
        for node in violation["nodes"]
    ] == []
    assert sideways == 0
    assert console == []


def test_every_editorial_page_is_among_them(tmp_path: Path) -> None:
    app = create_app(
        DATABASE_URL=f"sqlite:///{tmp_path / 'registry.sqlite'}",
        INDEX_DIR=str(tmp_path / "index"),
    )
    addresses = app.url_map.bind("localhost")
    numbers = dict.fromkeys(Prepared.__annotations__, "1")
    visited = {
        addresses.match(shown.address.format(**numbers).partition("?")[0])[0]
        for shown in PAGES.values()
    }
    pages = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith(("/redaktion", "/log-ind", "/vedtagelse"))
        and "GET" in (rule.methods or ())
    }

    assert visited == pages - NO_PAGES


def _restore(context: BrowserContext, state: Any) -> None:
    """The context as it was when the person had just signed in."""
    context.clear_cookies()
    if state:
        context.add_cookies(state["cookies"])


def _complaint(message: ConsoleMessage) -> list[str]:
    """An error or warning, less the status of a refusal, which is what was asked
    for.
    """
    is_status = "Failed to load resource" in message.text
    return (
        [message.text] if message.type in ("error", "warning") and not is_status else []
    )
