"""What the gates find stands beside what is written; the field one writes in is never
covered; saving and staying stays.
"""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.editorial import Work
from tests.browser.live import WIDTHS
from tests.browser.test_writing import form_of, saved

pytestmark = pytest.mark.browser

MOST_STOPS = 120
COVERED = """() => {
  const field = document.activeElement, bar = document.querySelector(".save-bar");
  if (!field || field === document.body || bar.contains(field)) return null;
  if (!field.closest(".draft-form")) return null;
  const box = field.getBoundingClientRect(), over = bar.getBoundingClientRect();
  const room = over.top;
  const hidden = box.bottom > over.top + 1 && box.height <= room;
  const gone = box.top >= over.top || box.bottom <= 0;
  return hidden || gone ? `${field.id || field.name}: ${box.top}-${box.bottom}, `
    + `bar ${over.top}` : "";
}"""


@pytest.fixture(scope="module")
def to_mend(work: Work) -> int:
    """A draft in which a field of the version and two of its first row lack a text."""
    draft = work.begin("genoptraening", economics="")
    row = work.first_row(draft)
    work.write(draft, row, situation="udfyldes senere", economic_consequences="udestår")
    return draft


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("backwards", [False, True])
def test_the_field_that_has_the_focus_is_never_covered_by_the_bar(
    open_as: OpenPage, to_mend: int, width: int, backwards: bool
) -> None:
    page = open_as("rita", form_of(to_mend), width=width)
    if backwards:
        page.locator(".save-bar button").first.focus()

    covered, seen = [], 0
    for _ in range(MOST_STOPS):
        page.keyboard.press("Shift+Tab" if backwards else "Tab")
        told = page.evaluate(COVERED)
        seen += told is not None
        covered += [told] if told else []

    assert seen > 20
    assert covered == []


def test_findings_follow_in_a_margin_on_a_wide_screen(
    open_as: OpenPage, to_mend: int
) -> None:
    page = open_as("rita", form_of(to_mend))
    margin = page.locator(".margin")

    page.locator("#economics").scroll_into_view_if_needed()

    expect(margin).to_be_in_viewport(ratio=0.2)
    assert left_of(page.locator(".draft-form")) < left_of(margin)
    expect(page.locator("#economics-fundet")).to_be_hidden()


def test_findings_stand_in_their_place_on_a_narrow_screen(
    open_as: OpenPage, to_mend: int
) -> None:
    page = open_as("rita", form_of(to_mend), width=360)

    expect(page.locator("#economics-fundet")).to_contain_text("er tomt")
    area = page.locator("textarea[name=economics]")
    described = area.get_attribute("aria-describedby") or ""
    assert "economics-fundet" in described.split()
    expect(page.locator(".found-count")).to_contain_text("skal rettes")


@pytest.mark.parametrize("width", WIDTHS)
def test_following_a_finding_moves_the_focus_to_its_place(
    open_as: OpenPage, to_mend: int, width: int
) -> None:
    page = open_as("rita", form_of(to_mend), width=width)

    for _ in range(2):  # also where the address stays the same
        page.locator("[data-gate-findings] a[href$='#economics']").first.click()
        expect(page.locator("#economics [contenteditable]")).to_be_focused()
        assert page.evaluate(COVERED) == ""
        page.locator("#title").focus()


@pytest.mark.parametrize("path", ["", "/udgave"])
@pytest.mark.parametrize("field", ["situation", "economic_consequences"])
def test_a_finding_in_a_row_leads_into_its_cell_of_the_table(
    open_as: OpenPage, work: Work, to_mend: int, path: str, field: str
) -> None:
    """Also a field that the table only shows when it is asked for; by the keyboard."""
    page = open_as("rita", f"/redaktion/kladder/{to_mend}{path}")
    row = work.first_row(to_mend)
    finding = page.locator(f"[data-gate-findings] a[href*='{row}#{field}']").first
    said = finding.text_content() or ""

    finding.evaluate(
        "link => { const f = link.closest('details'); if (f) f.open = true; }"
    )
    finding.press("Enter")

    expect(page).to_have_url(re.compile(f"/tabel#{field}:{row}$"))
    cell = page.locator(f".grid-table tbody tr:first-child td.grid-{field}")
    assert cell.evaluate("cell => cell.contains(document.activeElement)")
    expect(page.locator("[data-grid-state]")).to_have_text(said)


def test_in_the_form_of_the_row_a_finding_leads_into_its_field(
    open_as: OpenPage, work: Work, to_mend: int
) -> None:
    row = work.first_row(to_mend)
    page = open_as("rita", f"/redaktion/kladder/{to_mend}/snitflader/{row}")

    page.locator(f"[data-gate-findings] a[href*='{row}#situation']").first.click()

    expect(page.locator("#situation")).to_be_focused()


def test_without_script_a_finding_in_a_row_leads_into_its_form(
    open_as: OpenPage, work: Work, to_mend: int
) -> None:
    page = open_as("rita", f"/redaktion/kladder/{to_mend}", javascript=False)
    row = work.first_row(to_mend)

    page.locator(f"[data-gate-findings] a[href*='{row}#situation']").first.click()

    expect(page).to_have_url(re.compile(f"/snitflader/{row}#situation$"))


SELECTED = """words => {
  const inside = document.activeElement;
  const said = inside.shadowRoot ? inside.shadowRoot.getSelection().toString()
    : inside.value.slice(inside.selectionStart, inside.selectionEnd);
  return said === words;
}"""
LONG = "\n\n".join(f"Punkt {number} er aftalt af parterne." for number in range(90))
WRONG_LINK = "[planen](/aftaler/findes-ikke)"


@pytest.fixture(scope="module")
def unfinished(work: Work) -> int:
    """A draft whose findings are about words far down in a text, and in a row."""
    body = f"{LONG}\n\nBeløbet er xx kr.\n\nSe {WRONG_LINK}.\n\n{LONG}"
    draft = work.begin("kol", body=body)
    situation = "Når borgeren er indlagt i xx dage"
    work.write(draft, work.first_row(draft), situation=situation)
    return draft


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", ["", "/udgave"])
@pytest.mark.parametrize(("told", "words"), [("«xx»", "xx"), ("«planen»", WRONG_LINK)])
def test_a_finding_selects_the_words_it_is_about(
    open_as: OpenPage, unfinished: int, width: int, path: str, told: str, words: str
) -> None:
    page = open_as("rita", f"/redaktion/kladder/{unfinished}{path}", width=width)

    page.locator("[data-gate-findings] a[href$='#body']", has_text=told).click()

    expect(page.locator("#body [contenteditable]")).to_be_focused()
    page.wait_for_function(SELECTED, arg=words)
    expect(page.locator("#body .cm-line", has_text=words)).to_be_in_viewport()


def test_a_finding_selects_the_words_in_a_row_too(
    open_as: OpenPage, work: Work, unfinished: int
) -> None:
    page = open_as("rita", form_of(unfinished))
    row = work.first_row(unfinished)

    page.locator(f"[data-gate-findings] a[href*='{row}#situation']").first.click()

    expect(page.locator(".grid-situation .grid-input")).to_be_focused()
    page.wait_for_function(SELECTED, arg="xx")


@pytest.mark.parametrize("name", ["responsible", "authority", "payer", "target_groups"])
def test_a_field_of_several_choices_is_gone_into_by_its_address(
    open_as: OpenPage, work: Work, to_mend: int, name: str
) -> None:
    row = f"/redaktion/kladder/{to_mend}/snitflader/{work.first_row(to_mend)}"

    page = open_as("rita", f"{row}#{name}")

    expect(page.locator(f"#{name}-1")).to_be_focused()
    page.wait_for_timeout(500)
    expect(page.locator(f"#{name}-1")).to_be_focused()


def test_saving_and_staying_keeps_the_field_and_the_place(
    open_as: OpenPage, work: Work
) -> None:
    draft = work.begin("kol")
    page = open_as("rita", form_of(draft))
    field = page.locator("#economics")
    field.click()
    page.keyboard.press("End")
    page.keyboard.type(" Mere.")
    before = place_of(page)

    page.get_by_role("button", name="Gem, og bliv her").click()
    expect(page.locator("[data-save-state]")).to_contain_text("Gemt kl.")

    expect(field).to_be_focused()
    assert place_of(page) == before
    page.keyboard.type(" Og endnu mere.")
    page.get_by_role("button", name="Gem, og bliv her").click()
    expect(page.locator("[data-save-state]")).to_contain_text("Gemt kl.")
    assert "Mere. Og endnu mere." in saved(work, draft, "economics")
    page.reload()  # nothing is unsaved, so nothing is asked


def test_without_script_saving_and_staying_comes_back_to_the_form(
    open_as: OpenPage, work: Work
) -> None:
    draft = work.begin("psykiatri-voksne")
    page = open_as("rita", form_of(draft), javascript=False)

    page.locator("#title").fill("Rygestop uden script")
    page.get_by_role("button", name="Gem, og bliv her").click()

    assert page.url.endswith(f"{form_of(draft)}#gem")
    assert saved(work, draft, "title") == "Rygestop uden script"


def test_a_typed_day_is_shown_as_a_day_once_it_is_saved(
    open_as: OpenPage, work: Work
) -> None:
    draft = work.begin("faste-laeger-paa-botilbud")
    page = open_as("rita", form_of(draft))
    assert page.locator("#date_precision").input_value() == "month"

    page.locator("#in_force_from").fill("2027-03-01")
    page.get_by_role("button", name="Gem, og bliv her").click()

    expect(page.locator("#date_precision")).to_have_value("day")


def left_of(place: Locator) -> float:
    box = place.bounding_box()
    assert box is not None
    return box["x"]


def place_of(page: Page) -> float:
    return float(page.evaluate("window.scrollY"))
