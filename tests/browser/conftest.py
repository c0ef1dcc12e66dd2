"""The browser, and the product it visits: made once for all browser tests."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from registry.web.layout import has_design_system
from tests.browser import live

OpenPage = Callable[..., Page]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with live.chromium() as browser:
        yield browser


@pytest.fixture(scope="package")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database and index that both servers share, as two programs on one machine would."""
    return tmp_path_factory.mktemp("browser")


@pytest.fixture(scope="package")
def site(data_folder: Path, browser: Browser) -> Iterator[str]:
    """The address of the product as users see it."""
    if not has_design_system():
        live.is_missing("Det Fælles Designsystem")
    with live.served(data_folder) as address:
        yield address


@pytest.fixture(scope="package")
def plain_site(data_folder: Path, browser: Browser) -> Iterator[str]:
    """The address of the product where Det Fælles Designsystem could not be fetched."""
    with live.served(data_folder, live.PLAIN) as address:
        yield address


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[OpenPage]:
    """Open an address of the site in a fresh browser window."""
    contexts = []

    def open_one(address: str, *, width: int = 1280, javascript: bool = True) -> Page:
        context = browser.new_context(
            base_url=site,
            locale="da-DK",
            viewport={"width": width, "height": live.WIDTHS[width]},
            java_script_enabled=javascript,
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield open_one
    for context in contexts:
        context.close()
