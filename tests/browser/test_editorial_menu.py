"""The menu of those who write: out of the way on a phone, open on a desk."""

import pytest

from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("javascript", [True, False])
def test_on_a_phone_the_menu_is_one_line_that_opens(
    open_as: OpenPage, javascript: bool
) -> None:
    page = open_as("rita", "/redaktion", width=360, javascript=javascript)
    links = page.get_by_role("navigation", name="Redaktion").get_by_role("link")
    box = page.locator(".editorial-bar").bounding_box()
    assert box is not None and box["height"] <= 60 and not links.first.is_visible()

    page.locator(".editorial-menu summary").press("Enter")

    assert (
        links.first.is_visible() and page.get_by_role("button", name="Log ud").count()
    )


def test_on_a_desk_the_menu_stands_open(open_as: OpenPage) -> None:
    page = open_as("rita", "/redaktion")
    assert page.get_by_role("navigation", name="Redaktion").is_visible()
    assert not page.locator(".editorial-menu summary").is_visible()
