"""The way of an agreement, from its first line to its end, as pictures:
python -m tests.browser.film_strip FOLDER.

For eyes, not for a test: what each page looks like at both widths, with the acts that
lead from one to the next.
"""

import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page

from registry.publishing.drafts import read_draft
from registry.publishing.suggestions import rows_without_task_key
from tests.browser.editorial import Work, work_in
from tests.browser.live import WIDTHS, chromium, served
from tests.intake.four_pages import as_copied, four_pages
from tests.web.people import PASSWORD

REMARK = "Skriv også, hvem der skifter topkateter første gang."
DAYS = {
    "in_force_from": "2026-11-25",
    "in_force_until": "2028-12-31",
    "review_on": "2028-10-01",
}
PARTIES = (
    *("Region Østdanmark", "Allerød Kommune", "Fredensborg Kommune"),
    "Hillerød Kommune",
)
ROWS = "Opgave\tUdføres af\tBetaler\n{}"
DRAFT = re.compile(r"/kladder/\d+")
PASTED = ROWS.format(
    "Skifte topkateter første gang\tHospital\tRegion\n"
    "Skifte pose\tHjemmesygepleje\tKommune\nSkylle kateter\tDen fælles enhed\tKommune"
)


class Film:
    """The people at work, each in a window, and the folder the pictures go to."""

    def __init__(self, browser: Browser, site: str, work: Work, folder: Path) -> None:
        self.work, self.folder, self.number = work, folder, 0
        self.draft = self.slug = ""
        self.pages = {
            name: self._signed_in(browser, site, name)
            for name in ("rita", "gorm", "ada")
        }

    def take(self, who: str, name: str, at: str = "", top: bool = False) -> None:
        """What stands in a person's window, from a part of the page on."""
        page = self.pages[who]
        self.number += 1
        for width, height in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_load_state()
            if top:
                page.evaluate("() => window.scrollTo(0, 0)")
            if at:
                page.locator(at).first.evaluate("part => part.scrollIntoView()")
            page.wait_for_timeout(300)
            page.screenshot(path=self.folder / f"{self.number:02}-{name}-{width}.png")
        page.set_viewport_size({"width": 1280, "height": WIDTHS[1280]})

    def press(self, who: str, name: str, exact: bool = False) -> Page:
        """Press a button, or follow a link, of that name."""
        page = self.pages[who]
        found = page.get_by_role("button", name=name, exact=exact)
        if not found.count():
            found = page.get_by_role("link", name=name, exact=exact)
        found.first.click()
        page.wait_for_load_state()
        return page

    def go(self, who: str, address: str) -> Page:
        page = self.pages[who]
        page.goto(address)
        return page

    @staticmethod
    def _signed_in(browser: Browser, site: str, name: str) -> Page:
        page = browser.new_context(base_url=site, locale="da-DK").new_page()
        page.set_default_timeout(30_000)
        page.goto("/log-ind")
        page.get_by_label("Brugernavn").fill(name)
        page.get_by_label("Adgangskode").fill(PASSWORD)
        page.get_by_role("button", name="Log ind").click()
        page.wait_for_url("**/redaktion**")
        return page


def paste(place: Locator, html: str, plain: str) -> None:
    """As the clipboard would, where somebody stands."""
    place.evaluate(
        """(place, [html, plain]) => {
          const data = new DataTransfer();
          if (html) { data.setData("text/html", html); }
          data.setData("text/plain", plain);
          place.focus();
          place.dispatchEvent(new ClipboardEvent("paste",
            { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        [html, plain],
    )


def begin(film: Film) -> None:
    page = film.go("rita", "/redaktion/aftaler/ny")
    film.take("rita", "ny-aftale")
    page.get_by_label("Aftaletype").select_option("samarbejdsaftale")
    page.get_by_label("Titel").fill("Aftale om hjælp om natten")
    film.press("rita", "Begynd kladden")
    page.wait_for_url(DRAFT)
    film.draft = page.url
    film.take("rita", "kladden-er-begyndt")


def write(film: Film) -> None:
    page = film.go("rita", f"{film.draft}/udgave")
    copied = as_copied()
    text = page.get_by_role("textbox", name="Aftalens tekst")
    text.click()
    paste(text, copied, "ren tekst")
    page.wait_for_timeout(4000)
    film.take("rita", "indsat-fra-word", "[id='body'], [for='body']")


def take_in(film: Film) -> None:
    """The same as a file: its three fields are read, and its rows suggested."""
    old = film.draft
    film.go("rita", old)
    film.press("rita", "Læg kladden væk")
    film.take("rita", "laeg-vaek-spoerger")
    film.press("rita", "Ja, læg kladden væk")
    page = film.pages["rita"]
    page.wait_for_url(re.compile(r"lagt-vaek|/redaktion$|/kladder/"))
    film.go("rita", "/redaktion/lagt-vaek")
    film.take("rita", "lagt-vaek")
    page = film.go("rita", "/redaktion/indlaes")
    word = {"name": "aftale.docx", "mimeType": "", "buffer": four_pages()}
    page.set_input_files("#fil", word)  # type: ignore[arg-type]
    page.locator("#aftale").select_option("")
    film.press("rita", "Indlæs", exact=True)
    page.wait_for_url("**/indlaest")
    film.draft = page.url.removesuffix("/indlaest")
    film.take("rita", "indlaest")


def suggest(film: Film) -> None:
    film.press("rita", "Se forslagene til snitflader")
    film.take("rita", "forslag")
    film.press("rita", "Antag alle")
    film.take("rita", "forslag-antag-alle")
    film.press("rita", "Antag de valgte")
    film.take("rita", "forslag-antaget", "#opgavetyper")


def grid(film: Film) -> None:
    page = film.go("rita", f"{film.draft}/tabel#ny")
    paste(page.locator(".grid-table [tabindex='0']"), "", PASTED)
    page.wait_for_timeout(3000)
    film.take("rita", "tabel-indsat", top=True)
    film.take("rita", "tabel-i-tvivl", "[data-grid-problems]")


def mend(film: Film) -> None:
    """What the gates ask for: beside the text, and for many rows at once."""
    page = film.go("rita", film.draft)
    film.take("rita", "kontrol", "#kontrol")
    page = film.go("rita", f"{film.draft}/udgave")
    film.take("rita", "kontrol-ved-teksten", "#kind", top=True)
    page.locator("#kind").select_option("samarbejdsaftale")
    for name, day in DAYS.items():
        page.locator(f"[name={name}]").fill(day)
    parties = page.locator("[id='parties:formel-part']")
    parties.locator("summary").click()
    for party in PARTIES:
        parties.get_by_label(party, exact=True).check()
    page.locator("#target_groups-1").select_option("voksne")
    film.press("rita", "Gem, og bliv her")
    page.wait_for_timeout(3000)
    film.take("rita", "gemt-og-bliver", "#in_force_from")

    for link, choice in (("Målgrupper", "voksne"), ("Fase", "efter-udskrivning")):
        page = film.go("rita", film.draft)
        page.get_by_role("link", name=re.compile(f"Sæt for alle.*«{link}»")).click()
        film.take("rita", f"saet-for-alle-{link[:4].lower()}")
        page.locator("main select").first.select_option(choice)
        page.locator("main form button[type=submit]").last.click()
        page.wait_for_url(DRAFT)


def finish(film: Film) -> None:
    """The kinds of task: those proposed first, else the nearest; doubts are mended."""
    number = int(film.draft.rsplit("/", 1)[1])
    for row in rows_without_task_key(read_draft(film.work.catalogue, number)):
        film.work.write(number, row["key"], task_key="hjemmesygepleje")
    page = film.go("rita", film.draft)
    film.take("rita", "uden-fejl", "#kontrol")
    film.press("rita", "Send til godkendelse")
    film.take("rita", "sendt", top=True)
    assert page.get_by_text("Kladden er sendt til godkendelse.").count()


def comment(film: Film) -> None:
    page = film.go("gorm", f"{film.draft}/kommentarer")
    page.get_by_label("Stedet").fill("Hospitalet skifter topkateter første gang.")
    page.get_by_label("Kommentar", exact=True).fill("Hvem ringer man til bagefter?")
    film.press("gorm", "Gem kommentaren")
    film.take("gorm", "kommentar", "#alle")


def send_back(film: Film) -> None:
    page = film.go("gorm", f"{film.draft}/gennemgang")
    film.take("gorm", "gennemgang", top=True)
    page.get_by_label("Bemærkning").fill(REMARK)
    film.take("gorm", "returnerer", "#afgoerelse")
    film.press("gorm", "Returnér")
    film.go("rita", "/redaktion")
    film.take("rita", "venter-paa-dig")
    page = film.go("rita", f"{film.draft}/udgave")
    page.get_by_label("Resumé").fill("Hvem der gør hvad ved kateter, dag og nat.")
    film.press("rita", "Gem", exact=True)
    film.press("rita", "Send til godkendelse")


def approve(film: Film) -> None:
    page = film.go("gorm", f"{film.draft}/gennemgang")
    film.take("gorm", "aendret-siden", "#siden-retur")
    for place in page.locator("[name^='begrundelse:']").all():
        place.fill("Det er set, og det er meningen.")
    film.take("gorm", "godkender", "#afgoerelse")
    film.press("gorm", "Godkend", exact=True)
    film.take("gorm", "godkendt", top=True)


def publish(film: Film) -> None:
    film.go("gorm", film.draft)
    film.press("gorm", "Offentliggør")
    film.take("gorm", "offentliggoer-spoerger")
    film.press("gorm", "Ja, offentliggør")
    film.take("gorm", "offentliggjort")
    film.slug = slug_at(film)
    film.go("gorm", f"/aftaler/{film.slug}")
    film.take("gorm", "som-laeserne-ser-den")


def slug_at(film: Film) -> str:
    return read_draft(film.work.catalogue, int(film.draft.rsplit("/", 1)[1])).slug


def end(film: Film) -> None:
    page = film.go("rita", f"/redaktion/poster/ending/ny?aftale={film.slug}")
    page.get_by_label("Gælder til og med").fill("2026-12-31")
    page.get_by_label("Begrundelse").fill("Aftalen afløses af en ny.")
    film.take("rita", "ophoer")
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url(re.compile("/forslag/"))
    film.go("gorm", page.url)
    film.take("gorm", "ophoer-bekraeftes")
    film.press("gorm", "Bekræft")
    film.go("gorm", f"/aftaler/{film.slug}")
    film.take("gorm", "ophoerer")
    film.go("gorm", f"/aftaler/{film.slug}?pr=2027-06-01")
    film.take("gorm", "ophoert")


def hand_over(film: Film) -> None:
    film.work.begin("rygestop", summary="Hvem gør hvad, når det gælder rygning.")
    film.go("ada", "/redaktion/konti/rita/kladder")
    film.take("ada", "overdrag")


def issue(film: Film) -> None:
    page = film.go("rita", "/redaktion/appendiks")
    film.take("rita", "appendiks")
    page.get_by_label("Titel").fill("Til mødet i december")
    film.press("rita", "Foreslå udstedelse")
    film.take("rita", "appendiks-foreslaaet")
    film.go("gorm", page.url)
    film.take("gorm", "appendiks-udstedes")
    film.take("gorm", "appendiks-afgoeres", "#afgoerelse")


STEPS: tuple[Callable[[Film], None], ...] = (
    *(begin, write, take_in, suggest, grid, mend, finish),
    *(comment, send_back, approve, publish, end, hand_over, issue),
)


def main() -> int:
    """Take all pictures; 1 without a folder to put them in."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 1
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with (
        chromium() as browser,
        tempfile.TemporaryDirectory() as data,
        served(Path(data)) as site,
    ):
        film = Film(browser, site, work_in(Path(data)), folder)
        for step in STEPS:
            step(film)
    print(f"{film.number} pictures in {folder}, each at {sorted(WIDTHS)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
