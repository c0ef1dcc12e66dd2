"""What the tests of accounts send and look at."""

import re

from werkzeug.test import TestResponse

from tests.web.people import Browser

PAGE = "/redaktion/konti"
OWN = "/redaktion/adgangskode"


def link_in(answer: TestResponse) -> str:
    """The path of the one-time link that the page shows."""
    match = re.search(
        r"http://127\.0\.0\.1:8000(/log-ind/engangslink/[\w-]+)", answer.text
    )
    assert match
    return match[1]


def of_nina(**changes: object) -> dict[str, object]:
    return {"brugernavn": "Nina", "navn": "Nina Ny", "roller": ["redaktoer"], **changes}


def twice(password: str) -> dict[str, str]:
    return {"adgangskode": password, "gentag": password}


def is_in(browser: Browser) -> bool:
    """Whether the person is signed in."""
    return browser.get(OWN).status_code == 200
