"""Makes the README's pictures with the tests' browser: python -m
tests.browser.pictures. The whole path is the file that a reader can fetch.
"""

import sys
import tempfile
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote
from urllib.request import urlopen

from playwright.sync_api import Browser

from tests.browser.live import NURSES_QUESTION, ROOT, chromium, served

FOLDER = ROOT / "docs" / "pictures"
HEIGHT = 1000
# As wide as a README is shown: what is wider is made smaller by whoever shows it.
README_WIDTH = 832
PATH = "/forloeb/psykisk-sygdom?maalgruppe=voksne"


class Shown(NamedTuple):
    """What is shown, and from where: the address, the part of the page that begins the
    picture, if it is not the page itself, the widths, and how high the widest is.
    """

    address: str
    beginning: str
    widths: tuple[int, ...]
    height: int = HEIGHT


SHOWN = {
    "soeg": Shown(f"/soeg?q={quote(NURSES_QUESTION)}", "", (1280, 360)),
    # As high as it takes to see all lanes of all phases.
    "forloeb": Shown(PATH, "#forloebet", (1280, 768, 360), 2600),
    "overblik": Shown("/overblik?maalgruppe=voksne", "#matrix", (1280,)),
}
WHOLE = {"forloeb.svg": f"{PATH}&format=svg"}
LARGEST = 300_000


def main() -> int:
    """Write the pictures in each size; 1 where one is too large for a README."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    too_large = False
    with (
        chromium() as browser,
        tempfile.TemporaryDirectory() as data,
        served(Path(data)) as site,
    ):
        for name, shown in SHOWN.items():
            for width in shown.widths:
                picture = FOLDER / f"{name}-{width}.png"
                _take(browser, site, shown, width, picture)
                size = picture.stat().st_size
                too_large |= size > LARGEST
                print(f"{picture.relative_to(ROOT).as_posix()}: {size // 1000} kB")
        for name, address in WHOLE.items():
            with urlopen(f"{site}{address}", timeout=60) as file:
                (FOLDER / name).write_bytes(file.read())
    return int(too_large)


def _take(browser: Browser, site: str, shown: Shown, width: int, picture: Path) -> None:
    is_tall = width == max(shown.widths) and shown.height > HEIGHT
    page = browser.new_page(
        locale="da-DK",
        viewport={"width": width, "height": shown.height if is_tall else HEIGHT},
        base_url=site,
        device_scale_factor=README_WIDTH / width if is_tall else 1,
    )
    page.goto(shown.address)
    page.evaluate("() => document.fonts.ready.then(() => true)")
    if shown.beginning:
        page.locator(shown.beginning).evaluate("part => part.scrollIntoView()")
    page.screenshot(path=picture)
    page.close()


if __name__ == "__main__":
    sys.exit(main())
