"""Writing in a browser: by keyboard alone, saved by itself, two at a time, without
JavaScript.
"""

import re

import pytest
from playwright.sync_api import Dialog, Locator, Page, Route, expect

from registry.models import State
from registry.publishing.drafts import open_drafts, read_draft
from tests.browser.conftest import OpenPage
from tests.browser.editorial import Work
from tests.web.people import PASSWORD

pytestmark = pytest.mark.browser

MOST_STOPS = 250
DRAFTS = "/redaktion/kladder"
QUIET = 9_000
HAS_FOCUS = "selector => document.querySelector(selector) === document.activeElement"
SIX_ROWS = [
    # Each choice is made as one makes it in a list: by the first letters of its text.
    (
        "Ringe til kommunen ved indlæggelsen",
        "Kontakte kom",
        "Indl",
        "Voks",
        "Hosp",
        "24 timer",
    ),
    (
        "Sende rapport ved udskrivningen",
        "Udskrivningsr",
        "Udsk",
        "Voks",
        "Hosp",
        "3 hverdage",
    ),
    ("Besøge borgeren derhjemme", "Opf", "Efter", "Soma", "Kommune", "14 dage"),
    ("Aftale det videre forløb", "Koord", "Under", "Borgere med p", "Psyk", "1 måned"),
    ("Ordinere medicin ved hjemsendelse", "Medi", "Udsk", "Soma", "Udskr", "Samme dag"),
    ("Spørge borgeren om samtykke", "Indh", "Henv", "Voks", "Prak", "Før henvisning"),
]


def saved(work: Work, draft: int, name: str) -> str:
    return str(read_draft(work.catalogue, draft).content.values[name])


def form_of(draft: int) -> str:
    return f"{DRAFTS}/{draft}/udgave"


def economics_of(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Økonomi")


# By keyboard alone


class Keyboard:
    """Someone who has no mouse: what is wanted is reached by Tab."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def to(self, selector: str) -> None:
        for _ in range(MOST_STOPS):
            if self.page.evaluate(HAS_FOCUS, selector):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{MOST_STOPS} presses of Tab did not reach {selector}")

    def write(self, selector: str, text: str) -> None:
        self.to(selector)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(text)

    def choose(self, selector: str, first_letters: str) -> str:
        """Choose in a list by its first letters. Returns what was chosen."""
        self.to(selector)
        self.page.keyboard.type(first_letters)
        chosen = self.page.locator(selector).first.evaluate(
            "list => list.selectedOptions[0].text"
        )
        assert chosen.startswith(first_letters)
        return str(chosen)

    def press(self, selector: str) -> None:
        self.to(selector)
        self.enter()

    def enter(self) -> None:
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")


def sign_in_by_keyboard(keys: Keyboard) -> None:
    keys.write("#brugernavn", "rita")
    keys.write("#adgangskode", PASSWORD)
    keys.enter()


def test_a_version_with_six_rows_is_written_and_sent(
    open_as: OpenPage, work: Work
) -> None:
    slug = "type-2-diabetes"
    keys = Keyboard(open_as("", "/redaktion"))
    sign_in_by_keyboard(keys)
    keys.press("main a[href='/redaktion/aftaler']")
    keys.press(f"form[action$='/{slug}/ny-udgave'] button")
    draft = open_drafts(work.catalogue)[slug]
    before = work.rows(draft)

    keys.press("a[href$='/udgave']")
    keys.write("#title", "Type 2-diabetes, skrevet uden mus")
    keys.write("#summary", "Hvem gør hvad, skrevet med tastatur.")
    keys.press("button[name=videre][value='']")
    keys.press("a[href$='/ny-snitflade']")
    for row in SIX_ROWS:
        write_row(keys, row)
    keys.press("a.button[href^='/redaktion/kladder/']")
    keys.press("form[action$='/indsend'] button")
    expect(keys.page.get_by_text("Kladden er sendt til godkendelse.")).to_be_visible()

    submitted = read_draft(work.catalogue, draft)
    assert submitted.state is State.IN_APPROVAL
    assert submitted.title == "Type 2-diabetes, skrevet uden mus"
    assert work.rows(draft) == [*before, *(task for task, *_ in SIX_ROWS)]
    written = submitted.content.rows[-6:]
    assert [row["deadline"] for row in written] == [
        deadline for *_, deadline in SIX_ROWS
    ]
    for name in ("task_key", "phase", "target_groups", "responsible"):
        assert all(row[name] for row in written)


def write_row(keys: Keyboard, row: tuple[str, ...]) -> None:
    task, kind, phase, group, actor, deadline = row
    keys.write("#task", task)
    keys.choose("#task_key", kind)
    keys.choose("#phase", phase)
    keys.choose("#target_groups-1", group)
    keys.choose("#responsible-1", actor)
    keys.write("#deadline", deadline)
    keys.press("button[name=videre][value=ny]")
    expect(keys.page.get_by_text("Snitfladen er gemt.")).to_be_visible()


# Saved by itself


def test_what_is_written_is_saved_by_itself(open_as: OpenPage, work: Work) -> None:
    draft = work.begin("akutsygepleje")
    page = open_as("rita", "/redaktion")
    page.clock.install()
    page.goto(form_of(draft))
    page.get_by_label("Titel").fill("Gemt af sig selv")
    economics_of(page).fill("udfyldes senere")
    expect(
        page.get_by_role("status").filter(has_text="Ikke gemt endnu")
    ).to_be_visible()
    page.clock.fast_forward(QUIET)

    expect(page.get_by_text("Gemt automatisk kl. 13.00")).to_be_visible()
    found = page.locator(".margin").get_by_text(
        "Feltet «Økonomi» er ikke skrevet færdigt"
    )
    expect(found).to_be_visible()
    assert saved(work, draft, "title") == "Gemt af sig selv"
    page.get_by_label("Titel").fill("Gemt en gang til")
    page.clock.fast_forward(QUIET)
    expect(page.get_by_text("Gemt automatisk kl. 13.00")).to_be_visible()
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.get_by_text("Der var ingen ændringer.")).to_be_visible()
    assert saved(work, draft, "title") == "Gemt en gang til"


def test_a_button_pressed_while_it_saves_waits_for_it(
    open_as: OpenPage, work: Work
) -> None:
    draft = work.begin("befordring")
    page = open_as("rita", "/redaktion")
    page.clock.install()
    page.goto(form_of(draft))
    title = page.get_by_label("Titel")
    held: list[Route] = []
    page.route(
        "**/udgave", lambda route: route.continue_() if held else held.append(route)
    )
    title.fill("Første ord")
    page.clock.fast_forward(QUIET)
    expect(page.get_by_text("Gemmer …")).to_be_visible()
    title.fill("Første og andet ord")
    page.get_by_role("button", name="Gem", exact=True).click()
    held[0].continue_()

    expect(page.get_by_text("Gemt.", exact=True)).to_be_visible()
    assert saved(work, draft, "title") == "Første og andet ord"


def test_who_leaves_a_text_that_is_not_saved_is_asked(
    open_as: OpenPage, work: Work
) -> None:
    page = open_as("rita", f"{DRAFTS}/{work.begin('palliation')}/ny-snitflade")
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)
    page.locator("#task").fill("Ikke gemt")
    page.get_by_role("link", name="Tilbage", exact=True).click()
    page.wait_for_url(re.compile(r"/kladder/\d+$"))

    assert asked == ["beforeunload"]


# Two in the same part


def test_the_second_sees_both_texts_and_chooses(open_as: OpenPage, work: Work) -> None:
    draft = work.begin("faerdigbehandlede")
    first = open_as("rita", form_of(draft))
    second = open_as("bodil", "/redaktion")
    second.clock.install()
    second.goto(form_of(draft))
    first.get_by_label("Titel").fill("Ritas titel")
    first.get_by_label("Resumé").fill("Ritas resumé")
    first.get_by_role("button", name="Gem", exact=True).click()
    expect(first.get_by_text("Gemt.", exact=True)).to_be_visible()
    second.get_by_label("Titel").fill("Bodils titel")
    second.get_by_label("Resumé").fill("Bodils resumé")
    second.clock.fast_forward(QUIET)
    expect(second.get_by_text("En anden har gemt imens. Tryk Gem")).to_be_visible()
    second.get_by_role("button", name="Gem", exact=True).click()

    expect(second.get_by_role("alert")).to_contain_text(
        "En anden har gemt, mens du skrev"
    )
    expect(second.get_by_role("alert")).to_be_focused()
    expect(second.locator("blockquote")).to_have_text(["Ritas titel", "Ritas resumé"])
    expect(second.locator("#title")).to_have_value("Bodils titel")
    second.locator("#valg-title-gemt").check()
    second.get_by_role("button", name="Gem", exact=True).click()
    expect(second.get_by_text("Gemt.", exact=True)).to_be_visible()
    assert saved(work, draft, "title") == "Ritas titel"
    assert saved(work, draft, "summary") == "Bodils resumé"


# A session that ran out


@pytest.mark.parametrize("javascript", [True, False])
def test_a_text_outlives_its_session(
    open_as: OpenPage, work: Work, javascript: bool
) -> None:
    slug = "utilsigtede-haendelser" if javascript else "retspsykiatri"
    draft, title = work.begin(slug), f"Skrevet længe om {slug}"
    page = open_as("rita", form_of(draft), javascript=javascript)
    page.get_by_label("Titel").fill(title)
    page.context.clear_cookies()
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.get_by_text("så fortsætter du med din tekst")).to_be_visible()

    page.get_by_label("Brugernavn").fill("rita")
    page.get_by_label("Adgangskode").fill(PASSWORD)
    page.get_by_role("button", name="Log ind").click()
    page.get_by_role("button", name="Fortsæt med teksten").click()

    page.wait_for_url(re.compile(r"/kladder/\d+$"))
    assert saved(work, draft, "title") == title


# Comforts


def test_a_list_of_choices_grows_as_it_is_filled(open_as: OpenPage, work: Work) -> None:
    draft = work.begin("opfoelgende-hjemmebesoeg")
    page = open_as("rita", f"{DRAFTS}/{draft}/ny-snitflade")
    page.locator("#task").fill("Tre aktører")
    for number in range(1, 4):
        page.get_by_label(f"Udføres af, nr. {number}").select_option(index=number)
    expect(page.get_by_label("Udføres af, nr. 4")).to_have_value("")
    page.get_by_role("button", name="Gem", exact=True).click()

    page.wait_for_url(re.compile(r"/kladder/\d+#raekke-"))
    assert len(read_draft(work.catalogue, draft).content.rows[-1]["responsible"]) == 3


def test_markdown_is_shown_as_it_will_look(open_as: OpenPage, work: Work) -> None:
    page = open_as("rita", form_of(work.begin("foelge-hjem")))
    economics_of(page).fill("**fed** <script>alert(1)</script>")
    page.get_by_role("toolbar", name="Værktøjer til «Økonomi").get_by_role(
        "button", name="Forhåndsvis"
    ).click()
    shown = page.get_by_role("region", name="Sådan ser læserne «Økonomi")

    expect(shown.locator("strong")).to_have_text("fed")
    economics_of(page).fill("*skråt*")
    expect(shown.locator("em")).to_have_text("skråt")
    assert shown.locator("script").count() == 0


# Without JavaScript


def test_without_javascript_a_row_is_added_mended_moved_and_removed(
    open_as: OpenPage, work: Work
) -> None:
    draft = work.begin("kommunikationsaftale")
    before = work.rows(draft)
    page = open_as("rita", f"{DRAFTS}/{draft}", javascript=False)
    page.get_by_role("link", name="Tilføj en snitflade").click()
    page.locator("#task").fill("Sende en besked")
    page.locator("#phase").select_option(index=1)
    page.get_by_label("Udføres af, nr. 1").select_option(index=1)
    page.get_by_label("Udføres af, nr. 2").select_option(index=2)
    page.get_by_label("Frist, antal").fill("mange")
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text(
        "Frist, antal: Det er ikke et tal."
    )
    page.get_by_label("Frist, antal").fill("8")
    page.get_by_role("button", name="Gem", exact=True).click()
    assert work.rows(draft) == [*before, "Sende en besked"]

    page.locator("form[action$='/sende-en-besked/flyt-op'] button").click()
    page.locator("form[action$='/fjern'] button").last.click()

    expect(page.get_by_text("Snitfladen er fjernet.")).to_be_visible()
    assert work.rows(draft) == [*before[:-1], "Sende en besked"]
    (row,) = read_draft(work.catalogue, draft).content.rows[-1:]
    assert (row["deadline_amount"], len(row["responsible"])) == (8, 2)


def test_without_javascript_a_text_is_saved_and_sent(
    open_as: OpenPage, work: Work
) -> None:
    draft = work.begin("sundhedsaftalens-organisering")
    page = open_as("rita", form_of(draft), javascript=False)
    page.get_by_label("Titel").fill("Skrevet uden JavaScript")
    page.locator("#target_groups-1").select_option(index=2)
    page.get_by_role("button", name="Gem", exact=True).click()
    page.get_by_role("button", name="Send til godkendelse").click()

    expect(page.get_by_text("Kladden er sendt til godkendelse.")).to_be_visible()
    assert saved(work, draft, "title") == "Skrevet uden JavaScript"


def test_a_folded_list_of_boxes_says_how_many_are_ticked(
    open_as: OpenPage, work: Work
) -> None:
    draft = work.begin("sundhedsaftalens-organisering")
    page = open_as("rita", form_of(draft))
    parties = page.locator("[id='parties:tiltraedende-part']")
    parties.locator("summary").click()
    for name in ("Allerød Kommune", "Ballerup Kommune"):
        parties.get_by_label(name, exact=True).check()
    told = parties.locator("summary")
    expect(told).to_have_text("2 valgt: Allerød Kommune, Ballerup Kommune")
    for name in ("Hillerød Kommune", "Halsnæs Kommune"):
        parties.get_by_label(name, exact=True).check()
    expect(told).to_have_text("4 valgt")
    parties.get_by_label("Hillerød Kommune", exact=True).uncheck()
    expect(told).to_contain_text("3 valgt: Allerød Kommune, ")
