"""Makes the README's pictures with the tests' browser: python -m
tests.browser.pictures.
"""

import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

from tests.browser.live import NURSES_QUESTION, ROOT, chromium, served

FOLDER = ROOT / "docs" / "pictures"
HEIGHT = 1000
# What is shown, and from where: the address, the part of the page that begins the
# picture, if it is not the page itself, and the widths.
SHOWN = {
    "soeg": (f"/soeg?q={quote(NURSES_QUESTION)}", "", (1280, 360)),
    "forloeb": (
        "/forloeb/psykisk-sygdom?maalgruppe=voksne",
        "#forloebet",
        (1280, 768, 360),
    ),
    "overblik": ("/overblik?maalgruppe=voksne", "#matrix", (1280,)),
}
LARGEST = 200_000


def main() -> int:
    """Write the pictures in each size; 1 where one is too large for a README."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    too_large = False
    with (
        chromium() as browser,
        tempfile.TemporaryDirectory() as data,
        served(Path(data)) as site,
    ):
        for name, (address, beginning, widths) in SHOWN.items():
            for width in widths:
                page = browser.new_page(
                    locale="da-DK",
                    viewport={"width": width, "height": HEIGHT},
                    base_url=site,
                )
                page.goto(address)
                page.evaluate("() => document.fonts.ready.then(() => true)")
                if beginning:
                    page.locator(beginning).evaluate("part => part.scrollIntoView()")
                picture = FOLDER / f"{name}-{width}.png"
                page.screenshot(path=picture)
                page.close()
                size = picture.stat().st_size
                too_large |= size > LARGEST
                print(f"{picture.relative_to(ROOT).as_posix()}: {size // 1000} kB")
    return int(too_large)


if __name__ == "__main__":
    sys.exit(main())
