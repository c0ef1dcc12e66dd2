"""The browser, and the product it visits: made once for all browser tests."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from registry.web.frame.bundles import has_design_system
from tests.browser import live
from tests.browser.editorial import Work, work_in
from tests.programs import is_missing
from tests.web.people import BOTH_SIDED, PASSWORD, PEOPLE

OpenPage = Callable[..., Page]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with live.chromium() as browser:
        yield browser


@pytest.fixture(scope="package")
def data_folder(indexed_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database and index that both servers share, as two programs on one machine
    would.
    """
    folder = tmp_path_factory.mktemp("browser") / "served"
    return Path(shutil.copytree(indexed_once, folder))


@pytest.fixture(scope="package")
def design_system() -> None:
    """What users see the product in."""
    if not has_design_system():
        is_missing("Det Fælles Designsystem")


@pytest.fixture(scope="package")
def site(data_folder: Path, browser: Browser, design_system: None) -> Iterator[str]:
    """The address of the product as users see it."""
    with live.served(data_folder) as address:
        yield address


@pytest.fixture(scope="package")
def plain_site(data_folder: Path, browser: Browser) -> Iterator[str]:
    """The address of the product where Det Fælles Designsystem could not be fetched."""
    with live.served(data_folder, live.PLAIN) as address:
        yield address


@pytest.fixture(scope="package")
def work(indexed_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Work:
    """A catalogue like the one that readers see, with people who work in it."""
    folder = tmp_path_factory.mktemp("editorial") / "served"
    return work_in(Path(shutil.copytree(indexed_once, folder)))


@pytest.fixture(scope="package")
def editorial_site(work: Work, design_system: None) -> Iterator[str]:
    """The address of the product in which they work."""
    with live.served(Path(str(work.catalogue.engine.url.database)).parent) as address:
        yield address


@pytest.fixture(scope="package")
def signed_in(browser: Browser, editorial_site: str) -> dict[str, Any]:
    """What a browser keeps for each person who has signed in; "" is nobody."""
    kept: dict[str, Any] = {"": None}
    for username in (*(username for username, _, _ in PEOPLE), BOTH_SIDED):
        context = browser.new_context(base_url=editorial_site)
        page = context.new_page()
        page.goto("/log-ind")
        page.get_by_label("Brugernavn").fill(username)
        page.get_by_label("Adgangskode").fill(PASSWORD)
        page.get_by_role("button", name="Log ind").click()
        page.wait_for_url("**/redaktion**")
        kept[username] = context.storage_state()
        context.close()
    return kept


@pytest.fixture
def open_as(
    browser: Browser, editorial_site: str, signed_in: dict[str, Any]
) -> Iterator[OpenPage]:
    """Open an editorial address in a fresh browser window in which the person is signed
    in.
    """
    contexts = []

    def open_one(
        username: str, address: str, *, width: int = 1280, javascript: bool = True
    ) -> Page:
        context = browser.new_context(
            base_url=editorial_site,
            locale="da-DK",
            viewport={"width": width, "height": live.WIDTHS[width]},
            java_script_enabled=javascript,
            storage_state=signed_in[username],
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield open_one
    for context in contexts:
        context.close()


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
