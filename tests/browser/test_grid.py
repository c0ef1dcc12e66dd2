"""The table of a draft's rows by a real keyboard: written, pasted, set, undone, sorted.

Also covers the scripts registry/static/grid_*.js.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from registry.models import Edit
from registry.publishing.drafts import changes_of, open_drafts, read_draft
from tests.browser.conftest import OpenPage
from tests.browser.editorial import Work
from tests.browser.table import Table
from tests.web.people import PASSWORD

pytestmark = pytest.mark.browser

MOST_KEYS = 60
# Task, its kind, who does it, who decides, who pays, who has the medical
# responsibility, when.
SIX_ROWS = [
    (
        "Ringe til kommunen",
        "Kontakte kommunen ved indlæggelse",
        "Hospital",
        "Region",
        "Region",
        "Hospital",
        "inden 24 timer",
    ),
    (
        "Sende rapport",
        "Udskrivningsrapport",
        *("Hospital", "Region", "Region", "Hospital"),
        "samme dag",
    ),
    (
        "Besøge borgeren",
        "Opfølgende hjemmebesøg",
        *("Kommune", "Kommune", "Kommune", "egen læge"),
        "inden 14 dage",
    ),
    (
        "Aftale forløbet",
        "Tværsektorielt netværksmøde",
        *("kommunen", "Kommune", "Kommune", "egen læge"),
        "inden 1 måned",
    ),
    (
        "Ordinere medicin",
        "Medicin ved udskrivning",
        *("Hospital", "Region", "Region", "Hospital"),
        "samme dag",
    ),
    (
        "Spørge om samtykke",
        "Indhente samtykke",
        *("Kommune", "Kommune", "Kommune", "Kommune"),
        "før henvisning",
    ),
]
FROM_WORD = """<html><body><table><tbody>
<tr><td><p><b>Opgave</b></p></td><td><p>Udføres af</p></td><td><p>Betaler</p></td></tr>
<tr><td><p>Varsle om<br>udskrivning</p></td><td rowspan=2><p>sygehuset</p></td>
<td><p>Regionen</p></td></tr>
<tr><td><p>Bestille hjælpemidler</p></td><td><p>Den fælles enhed</p></td></tr>
</tbody></table></body></html>"""
OpenTable = Callable[..., Table]


@pytest.fixture
def open_table(open_as: OpenPage) -> OpenTable:
    def open_one(draft: int, anchor: str = "#ny", person: str = "rita") -> Table:
        return Table(open_as(person, f"/redaktion/kladder/{draft}/tabel{anchor}"))

    return open_one


def fresh(work: Work, slug: str) -> int:
    """A draft of an agreement that only these tests write in, begun by the first."""
    return open_drafts(work.catalogue).get(slug) or work.begin(slug)


def test_six_rows_take_under_60_keys_beyond_their_own_words(
    open_table: OpenTable, work: Work
) -> None:
    draft = fresh(work, "laegeattester")
    before = work.rows(draft)
    table = open_table(draft)
    for task, kind, *actors, deadline in SIX_ROWS:
        table.type(task)
        table.press("Tab", "Tab")
        table.type(kind)
        table.press("Tab")
        for actor in actors:
            table.type(actor)
            table.press("Tab")
        table.type(deadline)
        table.press("Enter")
    table.save("6 rækker er gemt.")

    assert table.keys < MOST_KEYS
    written = read_draft(work.catalogue, draft).content.rows
    assert work.rows(draft) == [*before, *(task for task, *_ in SIX_ROWS)]
    assert [row["deadline"] for row in written[-6:]] == [d for *_, d in SIX_ROWS]
    assert written[-3]["responsible"] == ("kommune",)
    assert [row["payer"] for row in written[-2:]] == [("region",), ("kommune",)]
    assert written[-1]["task_key"] == "samtykke"
    for row in written[-6:]:
        for name in ("phase", "target_groups", "section"):
            assert row[name] == written[len(before) - 1][name]


def test_a_row_is_written_seen_and_changed(open_table: OpenTable, work: Work) -> None:
    draft = fresh(work, "lovbestemt-tandpleje")
    number = len(work.rows(draft))
    table = open_table(draft)
    table.type("Vurdere behovet")
    table.press("Tab", "Tab", "Tab")
    table.type("egen læge og kommunen")
    table.press("Enter")
    expect(table.text(number + 1, "Udføres af")).to_have_text(
        "Praktiserende læge, Kommune"
    )
    table.save("1 række er gemt.")

    table.press("ArrowUp", "F2")
    table.type(" igen")
    table.press("Enter")
    table.save("1 række er gemt.")
    table.page.goto(f"/redaktion/kladder/{draft}")
    link = table.page.get_by_role("link", name="Vurdere behovet igen", exact=True)
    expect(link).to_be_visible()
    last = read_draft(work.catalogue, draft).content.rows[-1]
    assert last["responsible"] == ("praktiserende-laege", "kommune")


def test_what_is_in_doubt_is_marked_in_its_cell_and_named_when_saved(
    open_table: OpenTable, work: Work
) -> None:
    draft = fresh(work, "lovbestemt-tandpleje")
    before = work.rows(draft)
    table = open_table(draft)
    table.type("Holde møde")
    table.press("Tab", "Tab", "Tab")
    table.type("Den fælles enhed")
    table.press("Enter")
    cell = table.cell(len(before) + 1, "Udføres af")
    expect(cell).to_have_attribute("aria-invalid", "true")
    expect(cell).to_contain_text("er ikke et navn, kataloget kender")

    table.save("1 række er gemt. 1 celle i tvivl er ikke gemt.")
    way = table.page.get_by_role("button", name=re.compile(r"«Holde møde».*Udføres af"))
    expect(way).to_be_focused()
    assert work.rows(draft) == [*before, "Holde møde"]
    table.press("Enter")
    expect(cell).to_be_focused()
    table.type("Kommune")
    table.press("Enter")
    table.save("1 række er gemt.")
    expect(table.page.get_by_text("Se efter")).to_be_hidden()


def test_rows_are_pasted_from_word_by_their_head(
    open_table: OpenTable, work: Work
) -> None:
    draft = fresh(work, "lovbestemt-alkohol-og-stofbehandling")
    number = len(work.rows(draft))
    table = open_table(draft)
    table.paste(FROM_WORD, "text/html")
    table.says("2 rækker er indsat, 1 celle er i tvivl.")

    expect(table.text(number + 1, "Opgave")).to_have_text("Varsle om udskrivning")
    expect(table.text(number + 1, "Udføres af")).to_have_text("Hospital")
    expect(table.text(number + 1, "Betales af")).to_have_text("Region")
    expect(table.text(number + 2, "Udføres af")).to_have_text("Hospital")
    expect(table.cell(number + 2, "Betales af")).to_have_attribute(
        "aria-invalid", "true"
    )
    table.press("ControlOrMeta+z")
    expect(table.page.locator(".grid-table tbody tr")).to_have_count(number + 1)


def test_rows_are_pasted_from_excel_from_the_cell_one_is_in(
    open_table: OpenTable, work: Work
) -> None:
    draft = fresh(work, "lovbestemt-alkohol-og-stofbehandling")
    before = work.rows(draft)
    table = open_table(draft, "")
    table.press("ControlOrMeta+End", "ArrowUp")
    table.paste('Ny opgave\t"Hvis ""sent"""\r\nEndnu en\tAltid\r\nTredje\t\r\n')
    table.says("3 rækker er indsat.")
    table.save("3 rækker er gemt.")

    assert work.rows(draft) == [*before[:-1], "Ny opgave", "Endnu en", "Tredje"]
    rows = read_draft(work.catalogue, draft).content.rows
    assert [row["situation"] for row in rows[-3:]] == ['Hvis "sent"', "Altid", ""]


def test_a_field_is_set_for_all_that_are_marked(
    open_table: OpenTable, work: Work
) -> None:
    draft = fresh(work, "lovbestemt-alkohol-og-stofbehandling")
    table = open_table(draft, "")
    others = table.text(2, "Fase").inner_text()
    table.page.get_by_role("button", name="Sæt", exact=True).click()
    table.says("Markér først de rækker, det gælder")
    table.mark(1, 3)
    table.page.get_by_label("Sæt for alle markerede").select_option("Fase")
    table.page.get_by_label("til", exact=True).fill("udskrivning")
    table.page.keyboard.press("Enter")
    table.says("Fase er sat for 2 rækker.")

    expect(table.text(1, "Fase")).to_have_text("Udskrivning")
    expect(table.text(3, "Fase")).to_have_text("Udskrivning")
    assert table.text(2, "Fase").inner_text() == others
    table.page.get_by_role("button", name="Gem", exact=True).click()
    table.says("gemt.")
    rows = read_draft(work.catalogue, draft).content.rows
    assert [rows[0]["phase"], rows[2]["phase"]] == ["udskrivning"] * 2


def test_all_since_the_table_was_opened_is_undone_and_done_again(
    open_table: OpenTable, work: Work
) -> None:
    draft = fresh(work, "lovbestemt-akutfunktioner")
    before = read_draft(work.catalogue, draft).content.rows
    table = open_table(draft, "")
    first = before[0]["task"]
    table.type("Ny første")
    table.press("Enter")
    table.press("ControlOrMeta+d")
    table.mark(3)
    table.page.get_by_role("button", name="Fjern markerede").click()
    table.enter()
    table.press("ControlOrMeta+End")
    table.type("En til")
    table.press("Enter")
    table.save(re.compile(r"er gemt, 1 er fjernet"))
    after = work.rows(draft)
    assert after[:2] == ["Ny første", "Ny første"] and after[-1] == "En til"
    assert len(after) == len(before)

    for _ in range(4):
        table.press("ControlOrMeta+z")
    expect(table.text(1, "Opgave")).to_have_text(first)
    table.save(re.compile("gemt"))
    now = read_draft(work.catalogue, draft).content.rows
    assert [row["key"] for row in now] == [row["key"] for row in before]
    assert [row["task"] for row in now] == [row["task"] for row in before]

    for _ in range(4):
        table.press("ControlOrMeta+y")
    table.save(re.compile("gemt"))
    assert work.rows(draft) == after


def test_rows_are_sorted_and_narrowed_without_being_changed(
    open_table: OpenTable, work: Work
) -> None:
    draft = fresh(work, "lovbestemt-tolkebistand")
    before = work.rows(draft)
    table = open_table(draft, "")
    table.press("ArrowUp", "Enter")
    head = table.page.get_by_role("columnheader", name="Opgave", exact=True)
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert table.column("Opgave") != sorted(before, reverse=True)
    assert sorted(table.column("Opgave")) == sorted(before)
    table.press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    word = before[0].split()[0].lower()
    table.page.get_by_label("Vis kun rækker med").fill(word)

    shown = table.column("Opgave")
    assert 0 < len(shown) <= len(before)
    table.page.get_by_label("Vis kun rækker med").fill("")
    table.press("ControlOrMeta+s")
    assert work.rows(draft) == before


def test_two_who_write_in_one_row_both_keep_their_words(
    open_table: OpenTable, work: Work
) -> None:
    draft = fresh(work, "lovbestemt-gravide")
    table = open_table(draft, "")
    work.write(
        draft, work.first_row(draft), "bodil", task="Bodils opgave", section="Bodils"
    )
    table.type("Ritas opgave")
    table.press("Enter")
    table.save("Intet er gemt endnu.")
    assert work.rows(draft)[0] == "Bodils opgave"
    expect(table.cell(1, "Opgave")).to_contain_text("En anden har gemt «Bodils opgave»")
    expect(table.text(1, "Afsnit i aftalen")).to_have_text("Bodils")

    table.page.get_by_role("button", name="Brug den gemte").click()
    expect(table.text(1, "Opgave")).to_have_text("Bodils opgave")
    table.press("ControlOrMeta+z")
    table.save("1 række er gemt.")
    assert work.rows(draft)[0] == "Ritas opgave"
    edits = [change.contribution.edit for change in changes_of(work.catalogue, draft)]
    assert Edit.SET_ASIDE in edits


def test_who_was_signed_out_meanwhile_signs_in_and_the_rows_are_saved(
    open_table: OpenTable, work: Work
) -> None:
    draft = fresh(work, "faste-laeger-paa-botilbud")
    table = open_table(draft)
    page = table.page
    table.type("Skrevet, før adgangen udløb")
    with page.expect_response("**/laes"):
        table.press("Enter")
    page.context.clear_cookies()
    table.press("ControlOrMeta+s")
    page.get_by_label("Brugernavn").fill("rita")
    page.get_by_label("Adgangskode").fill(PASSWORD)
    page.get_by_role("button", name="Log ind").click()
    page.get_by_role("button", name="Fortsæt med teksten").click()

    expect(page.get_by_text("1 række er gemt.")).to_be_visible()
    assert work.rows(draft)[-1] == "Skrevet, før adgangen udløb"


def test_cells_are_copied_and_copied_down(open_table: OpenTable, work: Work) -> None:
    draft = fresh(work, "snitfladekatalog-hjaelpemidler")
    table = open_table(draft, "")
    first = table.text(1, "Opgave").inner_text()
    table.press("Shift+ArrowDown", "Shift+ArrowRight", "ControlOrMeta+d")
    expect(table.text(2, "Opgave")).to_have_text(first)
    copied = table.page.evaluate(
        """() => {
          const data = new DataTransfer();
          document.activeElement.dispatchEvent(new ClipboardEvent("copy",
            { clipboardData: data, bubbles: true, cancelable: true }));
          return data.getData("text/plain");
        }"""
    )

    assert [line.split("\t")[0] for line in copied.split("\n")] == [first, first]
    table.press("Delete")
    expect(table.text(1, "Opgave")).to_have_text("")


def test_the_table_is_left_by_keyboard(open_table: OpenTable, work: Work) -> None:
    table = open_table(fresh(work, "lovbestemt-tolkebistand"), "")
    table.press("Escape")
    expect(table.page.get_by_role("button", name="Gem", exact=True)).to_be_focused()

    table.enter()
    table.press("Shift+Tab")
    expect(table.page.locator(".grid-table :focus")).to_have_count(0)


def test_without_javascript_the_rows_lead_to_their_forms(
    open_as: OpenPage, work: Work
) -> None:
    draft = fresh(work, "lovbestemt-tolkebistand")
    page = open_as("rita", f"/redaktion/kladder/{draft}/tabel", javascript=False)
    page.get_by_role("link", name=work.rows(draft)[0], exact=True).click()

    expect(page.get_by_role("heading", name="Snitflade", level=1)).to_be_visible()


def test_on_a_small_screen_the_table_comes_before_its_tools(
    open_as: OpenPage, work: Work
) -> None:
    draft = fresh(work, "lovbestemt-akutfunktioner")
    page = open_as("rita", f"/redaktion/kladder/{draft}/tabel", width=360)
    field = page.get_by_label("Sæt for alle markerede")

    expect(field).to_be_hidden()
    expect(page.locator(".grid-table")).to_be_in_viewport()
    page.get_by_text("Sæt for alle, og vis kun nogle").press("Enter")
    expect(field).to_be_visible()
