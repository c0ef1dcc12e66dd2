"""Rows suggested from a draft's text, by the page's own forms.

Also covers registry/web/editorial/suggestion_view.py and
registry/web/editorial/mending.py.
"""

import pytest
from flask import Flask

from registry.publishing import suggestions
from registry.publishing.suggestions import Offered
from registry.rules.version_content import MAIN
from tests.web.forms import forms_of
from tests.web.people import Browser, sign_in
from tests.web.writing import draft_of, path, stored, words, write

LIST = "/forslag"
BODY = """## Hjemkomst

Kommunen henter medicin inden for 24 timer. Kommunen vasker gardiner.
**Tolken** oversætter brevet.
"""
FETCH, WASH, TRANSLATE = range(3)


@pytest.fixture
def rita(people_begun: Flask) -> Browser:
    return sign_in(people_begun, "rita")


@pytest.fixture
def draft(people_begun: Flask, rita: Browser) -> int:
    version_id = draft_of(people_begun)
    three = dict.fromkeys(
        ("treatment_responsibility", "division_of_responsibility", "economics"),
        "Intet.",
    )
    write(rita, version_id, MAIN, {"body": BODY, **three})
    return version_id


def offered(app: Flask, draft: int) -> list[Offered]:
    return suggestions.offered(stored(app, draft))


def press(browser: Browser, draft: int, act: str, which: int = 0) -> str:
    """Press a button of one of the suggestions. Returns where the answer leads."""
    key = offered(browser.app, draft)[which].key
    address = path(draft, f"{LIST}/{key}/{act}")
    answer = forms_of(browser.get(path(draft, LIST)))[address].send(browser)
    assert answer.status_code == 303
    return answer.location


def tasks(app: Flask, draft: int) -> list[str]:
    return [row["task"] for row in stored(app, draft).content.rows]


def test_each_sentence_stands_marked_beside_its_row(rita: Browser, draft: int) -> None:
    page = rita.get(path(draft, LIST))

    said = words(page)
    assert "0 af 3 pligter i teksten har en snitflade" in said
    assert "Kommunen henter medicin inden for 24 timer." in said
    assert "Hente medicin" in said and "Udføres af Kommune" in said
    assert "Hvem er «Tolken»?" in said and "**" not in said


def test_the_draft_tells_how_much_of_its_text_is_in_rows(
    rita: Browser, draft: int
) -> None:
    press(rita, draft, "antag", FETCH)

    said = words(rita.get(path(draft)))
    assert "1 af 3 pligter i teksten har en snitflade." in said
    assert "Advarsel" in said or "1 af 2 sikre pligter i teksten" in said


def test_an_accepted_one_is_a_row_and_the_next_is_gone_to(
    rita: Browser, people_begun: Flask, draft: int
) -> None:
    following = offered(people_begun, draft)[WASH].key

    assert press(rita, draft, "antag", FETCH).endswith(f"{LIST}#forslag-{following}")
    assert tasks(people_begun, draft)[-1] == "Hente medicin"
    assert "står i en snitflade" in words(rita.get(path(draft, LIST)))


def test_a_refused_one_stays_away_until_it_is_let_in_again(
    rita: Browser, people_begun: Flask, draft: int
) -> None:
    press(rita, draft, "afvis", WASH)
    assert "0 af 2 pligter" in words(rita.get(path(draft, LIST)))

    press(rita, draft, "genaabn", WASH)
    assert "0 af 3 pligter" in words(rita.get(path(draft, LIST)))


def test_one_is_mended_in_the_rows_own_form(
    rita: Browser, people_begun: Flask, draft: int
) -> None:
    key = offered(people_begun, draft)[TRANSLATE].key
    address = path(draft, f"/ny-snitflade?forslag={key}")

    form = forms_of(rita.get(address))[address]
    assert form.one("task") == "Oversætte brevet"
    answer = form.send(rita, {"responsible": "region"}, "Gem")

    assert answer.location.endswith(path(draft, LIST))
    assert stored(people_begun, draft).content.rows[-1]["responsible"] == ("region",)
    assert not offered(people_begun, draft)[TRANSLATE].is_waiting


def test_all_sure_ones_of_a_section_are_accepted_by_one_button(
    rita: Browser, people_begun: Flask, draft: int
) -> None:
    form = forms_of(rita.get(path(draft, LIST)))[path(draft, f"{LIST}/sikre")]

    assert form.send(rita, button="Antag de 2 sikre forslag i Hjemkomst").status_code
    assert tasks(people_begun, draft)[-2:] == ["Hente medicin", "Vaske gardiner"]
    assert "2 snitflader er tilføjet." in words(rita.get(path(draft, LIST)))


def test_one_that_is_gone_is_told(rita: Browser, draft: int) -> None:
    answer = rita.post(path(draft, f"{LIST}/findesikke/antag"), {})

    assert answer.status_code == 404
    assert rita.get(path(draft, "/ny-snitflade?forslag=findesikke")).status_code == 404


def test_an_approver_reads_them_and_decides_nothing(
    people_begun: Flask, draft: int
) -> None:
    gorm = sign_in(people_begun, "gorm")
    page = gorm.get(path(draft, LIST))

    assert page.status_code == 200
    assert not [address for address in forms_of(page) if LIST in address]
