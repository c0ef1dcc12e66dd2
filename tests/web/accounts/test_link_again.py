"""A form for a one-time link that is sent again, at once or on a later day."""

from datetime import timedelta

import pytest
from flask import Flask

from registry import clock
from tests.conftest import NOW
from tests.web.accounts.samples import PAGE, link_in, twice
from tests.web.forms import Form, forms_of
from tests.web.people import NEW_PASSWORD, Browser, sign_in
from tests.web.writing import words

pytestmark = pytest.mark.usefixtures("stopped_clock")
ASKED = f"{PAGE}/rita/link"


@pytest.fixture
def form(ada: Browser) -> Form:
    """The form as it stands on a page that is left open."""
    return forms_of(ada.get(PAGE))[ASKED]


def later(app: Flask, monkeypatch: pytest.MonkeyPatch, days: float) -> Browser:
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=days))
    return sign_in(app, "ada")


def works(app: Flask, link: str) -> bool:
    return Browser(app).get(link).status_code == 200


def test_sent_again_at_once_it_shows_the_same_link(ada: Browser, form: Form) -> None:
    first = link_in(form.send(ada))

    again = form.send(ada)

    assert again.status_code == 303
    assert link_in(ada.get(again.location)) == first


def test_the_way_to_it_ends_with_the_form(
    ada: Browser, form: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    form.send(ada)
    shown_at = form.send(ada).location
    ada = later(ada.app, monkeypatch, 1.5)
    assert ada.get(shown_at).status_code == 200

    ada.post(f"{PAGE}/gorm/link", {"formular": "another"})

    assert ada.get(shown_at).status_code == 404


@pytest.mark.parametrize("days", [1.01, 2, 6, 8, 30])
def test_a_link_that_was_used_comes_to_no_new_life(
    ada: Browser, form: Form, monkeypatch: pytest.MonkeyPatch, days: float
) -> None:
    used = link_in(form.send(ada))
    assert Browser(ada.app).post(used, twice(NEW_PASSWORD)).status_code == 302

    other = link_in(form.send(later(ada.app, monkeypatch, days)))

    assert other != used
    assert works(ada.app, other)
    assert not works(ada.app, used)


def test_nor_does_one_that_a_newer_replaced(
    ada: Browser, form: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced = link_in(form.send(ada))
    newer = link_in(ada.post(ASKED))

    other = link_in(form.send(later(ada.app, monkeypatch, 2)))

    assert not works(ada.app, replaced)
    assert len({replaced, newer, other}) == 3


def test_nor_does_one_that_expired(
    ada: Browser, form: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    expired = link_in(form.send(ada))
    ada = later(ada.app, monkeypatch, 8)
    assert not works(ada.app, expired)

    form.send(ada)

    assert not works(ada.app, expired)


def test_a_form_that_is_not_kept_shows_no_link(ada: Browser) -> None:
    answer = ada.get(f"{PAGE}/sendt/link/{'0' * 64}")

    assert answer.status_code == 404
    assert "engangslink/" not in words(answer)
