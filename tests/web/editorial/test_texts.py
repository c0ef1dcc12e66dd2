"""What the text editor asks on the way."""

import pytest
from flask import Flask

from registry.catalogue.destinations import DeadLink, Placed
from registry.intake.limits import MOST_COPIED
from registry.markup.links import Link
from registry.rules.link_targets import Wrong
from registry.web.editorial import desk, texts
from registry.web.frame import layout
from tests.web.people import Browser
from tests.web.writing import SLUG

ROW = "varsel-boern"
PASTE = "/redaktion/tekster/indsat"


@pytest.fixture
def office(people_begun: Flask) -> Flask:
    return people_begun


# What is pasted


def test_what_is_pasted_comes_back_as_markdown_and_what_is_lost_is_told(
    rita: Browser,
) -> None:
    answer = rita.post(PASTE, {"html": "<h2>Formål</h2><p><u>Regionen</u> betaler"})

    assert answer.get_json() == {
        "text": "## Formål\n\nRegionen betaler",
        "inline": False,
        "remarks": ["Understregning kan ikke vises; ordene er kommet med."],
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


# What a link may lead to


def test_what_has_the_words_in_its_name_is_found(rita: Browser, draft: int) -> None:
    answer = rita.get(f"/redaktion/tekster/{draft}/henvisninger?q=varsle+kommunen")
    found = {one["address"]: one for one in answer.get_json()["results"]}

    assert f"/snitflader/{SLUG}.{ROW}" in found
    assert f"#{ROW}" in found


def test_no_words_find_nothing(rita: Browser, draft: int) -> None:
    answer = rita.get(f"/redaktion/tekster/{draft}/henvisninger")

    assert answer.get_json() == {"results": []}


# Links that lead nowhere


def test_no_dead_links_is_said(rita: Browser) -> None:
    assert "Alle links i aftalernes" in rita.get("/redaktion/tekster/links").text
    assert "/redaktion/tekster/links" not in rita.get("/redaktion").text


def test_a_dead_link_is_listed_with_its_place_and_told_on_the_desk(
    rita: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = Link("se her", "/aftaler/findes-ikke")
    dead = DeadLink(Placed(SLUG, 1, "Prøve", "Økonomi", link), Wrong.NO_PAGE)
    for module in (texts, desk):
        monkeypatch.setattr(module, "dead_links", lambda _: (dead,))
    page = rita.get("/redaktion/tekster/links").text

    assert f'href="/aftaler/{SLUG}/udgaver/1"' in page
    assert "«se her»" in page
    assert "/aftaler/findes-ikke" in page
    assert "Siden findes ikke." in page
    assert "1 link i" in " ".join(rita.get("/redaktion").text.split())


# Where the editor was not fetched


@pytest.mark.parametrize("fetched", [True, False])
def test_the_form_asks_for_the_editor_only_where_it_was_fetched(
    rita: Browser, draft: int, fetched: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout, "has_editor", lambda: fetched)
    page = rita.get(f"/redaktion/kladder/{draft}/udgave").text

    assert ("editor/editor.js" in page) is fetched
    assert 'name="body"' in page
