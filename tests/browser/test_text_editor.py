"""A text with a toolbar in a browser: what it writes, that it changes nothing by
itself, and what there is where it cannot be.
"""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, Route, expect

from registry.intake.copied import read
from registry.markup.markdown_html import to_html
from registry.markup.visible_words import words_of
from registry.models import State
from registry.publishing.drafts import open_drafts, read_draft
from tests.browser.conftest import OpenPage
from tests.browser.editorial import Work
from tests.browser.live import WIDTHS
from tests.browser.test_every_page import SIDEWAYS, STANDARD
from tests.intake.copied.clipboards import WORD

pytestmark = pytest.mark.browser

DRAFTS = "/redaktion/kladder"
SLUG = "genoptraening"
OPEN = (State.DRAFT, State.RETURNED)
HOSTILE = (
    "*) note\n\\[ikke link](x) &lt;b&gt; a_b_c **fed*  \nto mellemrum til sidst  ",
    "\ttab\n\n\n\ntre tomme linjer\n \n  \nog blanke\n",
    "# a\n## b ##\n- x\n    - y\n\n* z\n+ w\n3. tre\n5. fem\n> citat\n>38 er mere",
    "|a|b|\n|-|:-:|\n| 1\\|2 | <br> |\nuden streg | her",
    "m\u00b2 \u00bd \u00a7 \u2212 \u2013 \u00bb\u00ab \U0001f600 e\u0301",
    "nul\u200bbredde h\u00e5rdt\u00a0mellemrum bl\u00f8d\u00adbindestreg",
    "<script>alert(1)</script> ${x} {{ y }} </textarea><b>\"'`",
    "lang linje " * 5000,
    "\n\nbegynder med to tomme",
    "slutter med tre\n\n\n",
    "\u2028linje\u2029afsnit\x0b\x0c\x85slut",
)
# The policy's violations, gathered in the page itself.
GATHERED = """window.violations = []
addEventListener('securitypolicyviolation', violation => window.violations.push(
  violation.violatedDirective + ' ' + violation.blockedURI))"""
STORED = "name => document.querySelector(`textarea[name=${name}]`).value"


@pytest.fixture(scope="module")
def draft(work: Work) -> int:
    return work.begin(SLUG)


@pytest.fixture
def page(open_as: OpenPage, draft: int) -> Iterator[Page]:
    """The form of a version's text; no test may break the policy of the pages."""
    page = open_as("rita", "/redaktion")
    page.add_init_script(GATHERED)
    page.goto(form_of(draft))
    yield page
    assert page.evaluate("window.violations") == []


def form_of(draft: int) -> str:
    return f"{DRAFTS}/{draft}/udgave"


def body(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Aftalens tekst")


def tool(page: Page, name: str) -> Locator:
    bar = page.get_by_role("toolbar", name="Værktøjer til «Aftalens tekst»")
    return bar.get_by_role("button", name=name, exact=True)


def sent(page: Page) -> str:
    """What the form would send."""
    return str(page.evaluate(STORED, "body"))


def write(page: Page, text: str) -> None:
    body(page).click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(text)


# What the toolbar writes


def test_a_heading_a_list_a_link_and_a_table_are_made_and_saved(
    page: Page, work: Work, draft: int
) -> None:
    write(page, "Formål")
    tool(page, "Overskrift").click()
    page.keyboard.press("End")
    page.keyboard.type("\n\nVarsle kommunen")
    tool(page, "Punkter").click()
    page.keyboard.press("End")
    page.keyboard.type("\nTage prøver\n\n\n")
    page.keyboard.press("ControlOrMeta+k")
    page.get_by_label("Tekst, der skal stå").fill("Styrelsen [for alle]")
    page.get_by_label("Adresse", exact=True).fill("www.sst.dk/en side")
    page.get_by_role("button", name="Sæt ind").click()
    tool(page, "Tabel").click()
    page.keyboard.type("Opgave")
    page.get_by_role("button", name="Gem, og bliv her").click()
    expect(page.get_by_text("Gemt kl. 13.00")).to_be_visible()

    assert read_draft(work.catalogue, draft).content.values["body"] == (
        "## Formål\n\n- Varsle kommunen\n- Tage prøver\n\n"
        "[Styrelsen \\[for alle\\]](https://www.sst.dk/en%20side)\n\n"
        "| Opgave | Kolonne 2 | Kolonne 3 |\n| --- | --- | --- |\n|  |  |  |"
    )


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("Overskrift", "En", "## En"),
        ("Overskrift", "## En", "En"),
        ("Overskrift", "### En", "## En"),
        ("Mindre overskrift", "- En", "### En"),
        ("Punkter", "En\nTo", "- En\n- To"),
        ("Punkter", "- En\n- To", "En\nTo"),
        ("Punkter", "1. En\n2. To", "- En\n- To"),
        ("Nummerering", "En\n\nTo", "1. En\n\n2. To"),
        ("Ryk ind", "- En", "  - En"),
        ("Ryk ud", "  - En", "- En"),
        ("Fed", "En", "**En**"),
        ("Fed", "**En**", "En"),
        ("Fed", "- En\n- To", "- **En**\n- **To**"),
        ("Kursiv", "En ", "*En* "),
        ("Tabel", "A\tB\n1\t2|3", "| A | B |\n| --- | --- |\n| 1 | 2\\|3 |"),
    ],
)
def test_a_tool_is_put_on_and_taken_off(
    page: Page, name: str, before: str, after: str
) -> None:
    write(page, before)
    page.keyboard.press("ControlOrMeta+a")
    tool(page, name).click()

    assert sent(page) == after


def test_a_list_stands_apart_from_the_lines_around_it(page: Page) -> None:
    write(page, "Sådan:\nEn\nSlut")
    page.keyboard.press("ArrowUp")
    tool(page, "Punkter").click()

    assert sent(page) == "Sådan:\n\n- En\n\nSlut"


def test_enter_goes_on_with_a_list_and_a_table_and_ends_them(page: Page) -> None:
    write(page, "1. En")
    page.keyboard.type("\nTo\n\nTekst\n")
    page.keyboard.insert_text("| A | B |\n| --- | --- |\n| 1 | 2 |")
    page.keyboard.press("Enter")
    page.keyboard.type("3")
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")

    assert sent(page) == (
        "1. En\n2. To\nTekst\n| A | B |\n| --- | --- |\n| 1 | 2 |\n| 3 |  |\n"
    )


def test_what_was_done_is_undone_and_done_again(page: Page) -> None:
    before = sent(page)
    body(page).press("ControlOrMeta+End")
    page.keyboard.insert_text(" mere")
    tool(page, "Fortryd").click()
    assert sent(page) == before
    tool(page, "Gentag").click()

    assert sent(page) == f"{before} mere"


# The link


def test_the_link_that_one_stands_in_is_mended(page: Page) -> None:
    write(page, "Se [siden](https://sst.dk) her")
    for _ in range(8):
        page.keyboard.press("ArrowLeft")
    tool(page, "Link").click()
    address = page.get_by_label("Adresse", exact=True)
    expect(address).to_have_value("https://sst.dk")
    address.fill("javascript:alert(1)")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="Adressen skal")).to_be_visible()
    address.fill("rita@example.org")
    page.keyboard.press("Enter")

    assert sent(page) == "Se [siden](mailto:rita@example.org) her"
    expect(body(page)).to_be_focused()


def test_a_reference_is_found_by_its_words_and_put_in(page: Page, draft: int) -> None:
    write(page, "")
    tool(page, "Henvisning").click()
    search = page.get_by_label("Find en aftale, en snitflade eller et afsnit")
    expect(search).to_be_focused()
    search.fill("findes aldrig nogen steder")
    expect(page.get_by_text("Ingen fundet.")).to_be_visible()
    search.fill("rygestop")
    page.get_by_role("dialog").get_by_role("listitem").get_by_role(
        "button", name="aftale"
    ).first.click()
    page.get_by_role("button", name="Sæt ind").click()

    assert re.fullmatch(r"\[[^]]+\]\(/aftaler/rygestop\)", sent(page))


# Search and replace


def test_words_are_found_and_replaced(page: Page) -> None:
    write(page, "Regionen varsler. Regionen betaler. En regionen-ting.")
    tool(page, "Søg og erstat").click()
    page.get_by_role("textbox", name="Søg efter").fill("Regionen")
    page.get_by_role("checkbox", name="store og små bogstaver").check()
    page.get_by_role("textbox", name="Erstat med").fill("Kommunen")
    page.get_by_role("button", name="Erstat alle").click()

    expect(page.get_by_text("erstattet 2 steder")).to_be_attached()
    assert sent(page) == "Kommunen varsler. Kommunen betaler. En regionen-ting."
    page.keyboard.press("Escape")
    expect(body(page)).to_be_focused()


# The preview


def test_beside_stands_what_readers_get_word_for_word(
    page: Page, work: Work, draft: int
) -> None:
    write(page, f"## Et\n\n15. marts 2027\n\n{HOSTILE[0]}")
    shown = page.get_by_role("region", name="Sådan ser læserne «Aftalens tekst»")
    expect(shown.get_by_role("heading", name="Et")).to_be_visible()
    shown.get_by_text("15. marts 2027").wait_for()
    page.get_by_role("button", name="Gem, og bliv her").click()
    expect(page.get_by_text("Gemt kl. 13.00")).to_be_visible()
    stored = read_draft(work.catalogue, draft).content.values["body"]
    shown.get_by_text("15. marts 2027").wait_for()
    prose = shown.evaluate(
        """place => [...place.children].filter(one => !one.matches('.remarks'))
        .map(one => one.textContent).join(' ')"""
    )

    assert words_of(prose) == words_of(
        unescape(re.sub("<[^>]+>", " ", to_html(stored)))
    )


# What is pasted


def paste(page: Page, html: str, plain: str = "ren tekst") -> None:
    body(page).evaluate(
        """(field, [html, plain]) => {
          const data = new DataTransfer();
          data.setData('text/html', html);
          data.setData('text/plain', plain);
          field.dispatchEvent(new ClipboardEvent('paste',
            {clipboardData: data, bubbles: true, cancelable: true}));
        }""",
        [html, plain],
    )


def test_what_is_pasted_from_word_keeps_its_form(page: Page) -> None:
    write(page, "Før\nefter")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("End")
    paste(page, WORD)

    told = page.get_by_role("status").filter(has_text="Læser det kopierede")
    expect(told).to_have_count(0)
    expect(body(page)).to_contain_text("1. Formål")
    assert sent(page) == f"Før\n\n{read(WORD).text}\n\nefter"


def test_a_stretch_is_pasted_where_one_stands_and_what_is_lost_is_told(
    page: Page,
) -> None:
    write(page, "Før efter")
    for _ in range(5):
        page.keyboard.press("ArrowLeft")
    paste(page, "<b>et</b><img src='x'><u>to</u> ", "etto ")

    expect(page.get_by_text("Et billede er ikke kommet med.")).to_be_visible()
    expect(page.get_by_text("Understregning kan ikke vises")).to_be_visible()
    assert sent(page) == "Før **et**to efter"


def test_what_cannot_be_read_is_pasted_as_plain_text_and_told(page: Page) -> None:
    page.route("**/tekster/indsat", lambda route: route.abort())
    write(page, "")
    paste(page, "<h2>Overskrift</h2>", "Overskrift\r\nog mere")

    expect(page.get_by_text("Indsat som ren tekst.")).to_be_visible()
    assert sent(page) == "Overskrift\nog mere"


def test_what_is_written_while_the_pasted_is_read_stays(page: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/tekster/indsat", hold)
    write(page, "Slut")
    paste(page, "<h2>Midt</h2>")
    expect(page.get_by_text("Læser det kopierede")).to_be_visible()
    page.keyboard.press("Home")
    page.keyboard.type("Før ")
    held[0].continue_()

    expect(body(page)).to_contain_text("Midt")
    assert sent(page) == "Før Slut\n\n## Midt"


# A text that is not changed


def test_leaving_the_field_as_it_is_says_that_nothing_was_changed(page: Page) -> None:
    body(page).click()
    page.get_by_role("button", name="Gem", exact=True).click()

    expect(page.get_by_text("Der var ingen ændringer.")).to_be_visible()


FIELDS = "[...document.querySelectorAll('textarea[data-editor]')].map(f => f.value)"


@pytest.mark.slow
def test_every_shipped_text_is_saved_byte_for_byte_as_it_was(
    open_as: OpenPage, work: Work
) -> None:
    """Each agreement's newest texts, opened, written in and taken back, and sent."""
    page = open_as("rita", "/redaktion")
    page.add_init_script(GATHERED)
    drafts = open_drafts(work.catalogue)
    agreements = work.catalogue.today().sorted_agreements()
    for agreement in agreements:
        begun = agreement.slug not in drafts
        draft = work.begin(agreement.slug) if begun else drafts[agreement.slug]
        before = read_draft(work.catalogue, draft)
        page.goto(form_of(draft))
        field = body(page)
        if before.state not in OPEN:
            continue
        opened = page.evaluate(FIELDS)
        field.press("ControlOrMeta+End")
        page.keyboard.type("x")
        page.keyboard.press("Backspace")
        assert page.evaluate(FIELDS) == opened
        page.get_by_role("button", name="Gem", exact=True).click()
        expect(page.get_by_text("Der var ingen ændringer.")).to_be_visible()

        after = read_draft(work.catalogue, draft)
        assert after.fingerprint == before.fingerprint
        assert page.evaluate("window.violations") == []
        if begun:
            work.act(draft, "withdraw", "rita")
    assert len(agreements) > 30


@pytest.mark.parametrize("at", range(len(HOSTILE)))
def test_a_hostile_text_is_sent_as_it_came(
    open_as: OpenPage, work: Work, draft: int, at: int
) -> None:
    """What is stored already is not made normal by being opened (0015)."""
    work.write(draft, body=HOSTILE[at])
    plain = open_as("rita", form_of(draft), javascript=False)
    came = body(plain).input_value()
    page = open_as("rita", form_of(draft))
    body(page).click()
    assert sent(page) == came

    page.keyboard.press("ControlOrMeta+End")
    page.keyboard.type("x")
    assert sent(page) == f"{came}x"
    page.keyboard.press("Backspace")
    assert sent(page) == came


# By keyboard, and read aloud


def test_tab_goes_on_and_the_toolbar_is_one_stop(page: Page) -> None:
    tool(page, "Overskrift").focus()
    page.keyboard.press("ArrowLeft")
    expect(tool(page, "Forhåndsvis")).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    expect(tool(page, "Mindre overskrift")).to_be_focused()
    page.keyboard.press("Tab")
    expect(body(page)).to_be_focused()
    before = sent(page)
    page.keyboard.press("Tab")

    expect(body(page)).not_to_be_focused()
    assert sent(page) == before


def test_a_stroke_in_the_text_is_a_stroke(page: Page) -> None:
    write(page, "og")
    page.keyboard.type("/eller")

    assert sent(page) == "og/eller"


def test_the_label_leads_to_the_text(page: Page) -> None:
    page.get_by_text("Aftalens tekst", exact=True).last.click()

    expect(body(page)).to_be_focused()


def test_a_finding_leads_to_the_text_that_it_is_about(
    open_as: OpenPage, draft: int
) -> None:
    page = open_as("rita", f"{form_of(draft)}#economics")
    economics = page.get_by_role("textbox", name="Økonomi")
    expect(economics).to_be_focused()
    page.evaluate("location.hash = '#body'")

    expect(body(page)).to_be_focused()


@pytest.mark.parametrize("width", list(WIDTHS))
@pytest.mark.parametrize("scheme", ["light", "dark", "forced"])
def test_it_is_accessible(
    open_as: OpenPage, draft: int, width: int, scheme: str
) -> None:
    page = open_as("rita", "/redaktion", width=width)
    page.emulate_media(
        color_scheme="dark" if scheme == "dark" else "light",
        forced_colors="active" if scheme == "forced" else "none",
    )
    page.goto(form_of(draft))
    body(page).click()
    page.keyboard.press("ControlOrMeta+f")
    page.get_by_role("textbox", name="Søg efter").fill("og")
    assert page.evaluate(SIDEWAYS) <= 0
    assert violations(page) == []
    tool(page, "Link").click()
    assert violations(page) == []


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=STANDARD).response["violations"]
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]


# Where it cannot be


@pytest.mark.parametrize("lacking", ["script", "library"])
def test_without_it_the_plain_field_works(
    open_as: OpenPage, work: Work, draft: int, lacking: str
) -> None:
    page = open_as("rita", "/redaktion", javascript=lacking != "script")
    page.route("**/vendor/editor/**", lambda route: route.abort())
    page.goto(form_of(draft))
    body(page).fill(f"Skrevet uden {lacking}")
    page.get_by_role("button", name="Gem", exact=True).click()
    page.wait_for_url(re.compile(r"/kladder/\d+$"))

    saved = read_draft(work.catalogue, draft).content.values["body"]
    assert saved == f"Skrevet uden {lacking}"
