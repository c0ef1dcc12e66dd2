"""Makes the README's pictures with the tests' browser: python -m tests.browser.pictures."""

import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

from tests.browser.live import NURSES_QUESTION, ROOT, chromium, served

FOLDER = ROOT / "docs" / "pictures"
SIZES = ((1280, 1000), (360, 1000))
LARGEST = 200_000


def main() -> int:
    """Write the picture of the answer in each size; 1 where one is too large for a README."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    too_large = False
    with chromium() as browser, tempfile.TemporaryDirectory() as data, served(Path(data)) as site:
        for width, height in SIZES:
            page = browser.new_page(
                locale="da-DK", viewport={"width": width, "height": height}, base_url=site
            )
            page.goto(f"/soeg?q={quote(NURSES_QUESTION)}")
            page.evaluate("() => document.fonts.ready.then(() => true)")
            picture = FOLDER / f"soeg-{width}.png"
            page.screenshot(path=picture)
            page.close()
            size = picture.stat().st_size
            too_large |= size > LARGEST
            print(f"{picture.relative_to(ROOT).as_posix()}: {size // 1000} kB")
    return int(too_large)


if __name__ == "__main__":
    sys.exit(main())
