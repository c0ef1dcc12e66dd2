"""What the text editor asks on the way."""

import pytest
from flask import Flask

from registry.intake.limits import MOST_COPIED
from registry.web.frame import layout
from tests.web.people import Browser, sign_in
from tests.web.writing import draft_of

PASTE = "/redaktion/tekster/indsat"


@pytest.fixture
def rita(people_begun: Flask) -> Browser:
    return sign_in(people_begun, "rita")


@pytest.fixture
def draft(people_begun: Flask) -> int:
    return draft_of(people_begun)


# What is pasted


def test_what_is_pasted_comes_back_as_markdown_and_what_is_lost_is_told(
    rita: Browser,
) -> None:
    answer = rita.post(PASTE, {"html": "<h2>Formål</h2><p><u>Regionen</u> betaler"})

    assert answer.get_json() == {
        "text": "## Formål\n\nRegionen betaler",
        "inline": False,
        "told": ["Understregning kan ikke vises; ordene er kommet med."],
    }


def test_a_link_to_the_catalogue_itself_keeps_its_path_alone(rita: Browser) -> None:
    answer = rita.post(PASTE, {"html": '<a href="http://localhost/aftaler/x">x</a>'})

    assert answer.get_json()["text"] == "[x](/aftaler/x)"


def test_nothing_pasted_is_nothing(rita: Browser) -> None:
    assert rita.post(PASTE, {"html": ""}).get_json()["text"] == ""


def test_what_is_too_large_to_paste_is_refused_in_words(rita: Browser) -> None:
    answer = rita.post(PASTE, {"html": "x" * (MOST_COPIED + 1)})

    assert answer.status_code == 400
    assert "Kopiér et afsnit ad gangen" in answer.get_json()["message"]


# Where the editor was not fetched


@pytest.mark.parametrize("fetched", [True, False])
def test_the_form_asks_for_the_editor_only_where_it_was_fetched(
    rita: Browser, draft: int, fetched: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout, "has_editor", lambda: fetched)
    page = rita.get(f"/redaktion/kladder/{draft}/udgave").text

    assert ("editor/editor.js" in page) is fetched
    assert 'name="body"' in page
