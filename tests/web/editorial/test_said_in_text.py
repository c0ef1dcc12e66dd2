"""What a draft's own text says of its dates, proposed in its form."""

from datetime import date

import pytest
from flask import Flask

from registry.rules.version_content import MAIN
from tests.web.people import Browser
from tests.web.writing import draft_of, open_form, part_path, stored, words, write

BODY = "## Til sidst\n\nAftalen gælder til og med den 31. december 2028.\n"
EMPTY = {"in_force_until": "", "body": BODY}


@pytest.fixture
def office(people_begun: Flask) -> Flask:
    return people_begun


@pytest.fixture
def draft(people_begun: Flask, rita: Browser) -> int:
    version_id = draft_of(people_begun)
    write(rita, version_id, MAIN, EMPTY)
    return version_id


def test_a_date_in_the_text_is_shown_as_a_proposal_and_not_set(
    rita: Browser, people_begun: Flask, draft: int
) -> None:
    said = words(rita.get(part_path(draft)))

    assert "Brug det, teksten siger: 31. december 2028" in said
    assert "«Aftalen gælder til og med den 31. december 2028.»" in said
    open_form(rita, draft).send(rita, {"title": "En anden titel"}, "Gem")
    assert stored(people_begun, draft).content.values["in_force_until"] is None


def test_a_proposal_that_is_ticked_is_set_when_the_form_is_saved(
    rita: Browser, people_begun: Flask, draft: int
) -> None:
    open_form(rita, draft).send(rita, {"brug": "in_force_until"}, "Gem")

    until = stored(people_begun, draft).content.values["in_force_until"]
    assert until == date(2029, 1, 1)
    assert "Brug det, teksten siger" not in words(rita.get(part_path(draft)))


def test_what_is_written_by_hand_stands(
    rita: Browser, people_begun: Flask, draft: int
) -> None:
    changes = {"brug": "in_force_until", "in_force_until": "2027-06-30"}
    open_form(rita, draft).send(rita, changes, "Gem")

    until = stored(people_begun, draft).content.values["in_force_until"]
    assert until == date(2027, 7, 1)
