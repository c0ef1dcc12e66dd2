"""Writing, approving and publishing as people do it: by the forms of the pages."""

import re
from html import unescape
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

from registry.publishing.drafts import Draft, open_drafts, read_draft
from registry.publishing.states import act_at
from registry.rules.version_content import MAIN
from tests.publishing.people import SIGNED
from tests.web.forms import Changes, Form, forms_of
from tests.web.people import Browser

SLUG = "proeve-udskrivning"
DRAFTS = "/redaktion/kladder"
JSON = {"Accept": "application/json"}


def begin(browser: Browser, slug: str = SLUG) -> int:
    """Begin a draft by its button on the list of agreements. Returns the draft's id."""
    listed = forms_of(browser.get("/redaktion/aftaler"))
    return id_in(listed[f"/redaktion/aftaler/{slug}/ny-udgave"].send(browser))


def draft_of(app: Flask, slug: str = SLUG) -> int:
    """The id of an agreement's open draft."""
    return open_drafts(app.extensions["registry"].catalogue)[slug]


def id_in(answer: TestResponse) -> int:
    """The id of the draft that an answer leads to."""
    assert answer.status_code == 303, answer.text
    return int(answer.location.rpartition("/")[2])


def path(draft: int, rest: str = "") -> str:
    return f"{DRAFTS}/{draft}{rest}"


def part_path(draft: int, part: str = MAIN) -> str:
    """Where the form of a part is: the version's own, a new row's, or a row's."""
    return path(
        draft, f"/{part}" if part in (MAIN, "ny-snitflade") else f"/snitflader/{part}"
    )


def open_form(browser: Browser, draft: int, part: str = MAIN) -> Form:
    address = part_path(draft, part)
    return forms_of(browser.get(address))[address]


def write(
    browser: Browser,
    draft: int,
    part: str = MAIN,
    changes: Changes | None = None,
    button: str = "Gem",
) -> TestResponse:
    """Open a part, change some fields, and save it."""
    return open_form(browser, draft, part).send(browser, changes, button)


def act(
    browser: Browser, draft: int, name: str, changes: Changes | None = None
) -> TestResponse:
    """Press the button of an act: a decision on the page of review, others on the
    overview, or on the page that asks first.
    """
    decision = name in ("godkend", "returner")
    page = browser.get(path(draft, "/gennemgang" if decision else ""))
    if decision:
        form = forms_of(page)[path(draft, "/godkend")]
        signed = {
            f"begrundelse:{mark}": reason
            for mark, reason in SIGNED.items()
            if f"begrundelse:{mark}" in dict(form.fields)
        }
        button = "Returnér" if name == "returner" else "Godkend"
        return form.send(browser, {**signed, **(changes or {})}, button)
    wanted = act_at(name)
    if wanted and wanted.asks:
        page = browser.get(path(draft, f"/{name}"))
    return forms_of(page)[path(draft, f"/{name}")].send(browser, changes)


def act_unseen(
    browser: Browser, draft: int, name: str, changes: Changes | None = None
) -> TestResponse:
    """Send an act that the pages do not offer, with the fingerprint of the text as it
    stands.
    """
    seen = stored(browser.app, draft).fingerprint
    return browser.post(path(draft, f"/{name}"), {"seen": seen, **(changes or {})})


def stored(app: Flask, draft: int) -> Draft:
    """The draft as it stands in the database."""
    return read_draft(app.extensions["registry"].catalogue, draft)


def words(answer: TestResponse) -> str:
    """What a page says, its tags left out."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", answer.text)).split())


def markup(answer: TestResponse) -> str:
    """A page's HTML on one line: where its lines break says nothing to a reader."""
    return " ".join(answer.text.split())


def json_of(answer: TestResponse) -> dict[str, Any]:
    """What the server answers a page that saves by itself."""
    body = answer.get_json()
    assert isinstance(body, dict)
    return body
