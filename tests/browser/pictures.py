"""Makes the README's pictures with the tests' browser: python -m
tests.browser.pictures.
"""

import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

from tests.browser.live import NURSES_QUESTION, ROOT, chromium, served

FOLDER = ROOT / "docs" / "pictures"
SIZES = ((1280, 1000), (360, 1000))
# What is shown, and from where: the address, and the part of the page that begins the
# picture, if it is not the page itself.
SHOWN = {
    "soeg": (f"/soeg?q={quote(NURSES_QUESTION)}", ""),
    "forloeb": ("/forloeb/psykisk-sygdom?maalgruppe=voksne", "#forloebet"),
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
        for width, height in SIZES:
            page = browser.new_page(
                locale="da-DK",
                viewport={"width": width, "height": height},
                base_url=site,
            )
            for name, (address, beginning) in SHOWN.items():
                page.goto(address)
                page.evaluate("() => document.fonts.ready.then(() => true)")
                if beginning:
                    page.locator(beginning).evaluate("part => part.scrollIntoView()")
                picture = FOLDER / f"{name}-{width}.png"
                page.screenshot(path=picture)
                size = picture.stat().st_size
                too_large |= size > LARGEST
                print(f"{picture.relative_to(ROOT).as_posix()}: {size // 1000} kB")
            page.close()
    return int(too_large)


if __name__ == "__main__":
    sys.exit(main())
