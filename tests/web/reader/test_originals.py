"""A version's original for readers: the page, the file, the API and the form.

Also covers registry/api/original_shapes.py.
"""

from datetime import date

import pytest
from flask import Flask

from registry import clock
from registry.catalogue.queries import Catalogue
from registry.documents.originals import DOCX_TYPE
from registry.models import ShownOriginal
from registry.offline.copy import offline_copy
from registry.storage.hashes import sha256
from tests.publishing.people import SLUG
from tests.records.originals import FILE, NAME, PATH, WANTED, keep
from tests.records.samples import two
from tests.storage.unwatched import transaction
from tests.web.people import Browser, engine_of, sign_in
from tests.web.writing import act, begin


@pytest.fixture
def kept(people: Flask) -> Catalogue:
    catalogue: Catalogue = people.extensions["registry"].catalogue
    keep(catalogue, FILE)
    return catalogue


def test_readers_get_it_with_its_name_and_hash(people: Flask, kept: Catalogue) -> None:
    reader = Browser(people)
    page = f"/aftaler/{SLUG}/udgaver/1"
    assert reader.get(PATH).status_code == 404
    assert "Originalen" not in reader.get(page).text

    two(kept, "original", WANTED)
    shown_page = reader.get(page).text
    assert PATH in shown_page and NAME in shown_page
    assert sha256(FILE) in shown_page

    answer = reader.get(PATH)
    assert (answer.status_code, answer.data) == (200, FILE)
    assert answer.mimetype == DOCX_TYPE
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("person", ["", "rita", "gorm", "ada"])
def test_no_role_gets_it_as_a_reader_before_it_is_decided(
    people: Flask, kept: Catalogue, person: str
) -> None:
    browser = sign_in(people, person) if person else Browser(people)
    for path in (PATH, PATH.replace("/1/", "/2/"), PATH.replace(SLUG, "findes-ikke")):
        assert browser.get(path).status_code == 404


def test_the_original_of_a_version_published_just_now_is_there_at_once(
    people: Flask, kept: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    rita, gorm, old = sign_in(people, "rita"), sign_in(people, "gorm"), kept.today()
    draft = begin(rita)
    for browser, name in (
        (rita, "indsend"),
        (gorm, "godkend"),
        (gorm, "offentliggoer"),
    ):
        act(browser, draft, name)
    keep(kept, FILE, number=3)
    two(kept, "original", {**WANTED, "version": 3})
    monkeypatch.setattr(kept, "lately", lambda _moment: old)
    path = PATH.replace("/1/", "/3/")

    reader = Browser(people)
    assert path in reader.get(path.removesuffix("/original")).text
    assert reader.get(path).data == FILE
    assert reader.get(PATH.replace("/1/", "/4/")).status_code == 404


def test_a_file_that_is_not_in_this_catalogue_is_told(
    people: Flask, catalogue: Catalogue
) -> None:
    with transaction(engine_of(people)) as session:
        session.add(
            ShownOriginal(
                ref="original-1",
                effective_on=date(2026, 1, 1),
                recorded_at=clock.now(),
                agreement=SLUG,
                version=1,
                sha256="0" * 64,
                name=NAME,
            )
        )
    answer = Browser(people).get(PATH)
    assert answer.status_code == 404
    assert "ligger ikke i dette katalog" in answer.text


def test_the_api_tells_where_it_is(people: Flask, kept: Catalogue) -> None:
    address = f"/api/v1/agreements/{SLUG}/versions/1"
    assert Browser(people).get(address).json["original"] is None  # type: ignore[index]

    two(kept, "original", WANTED)
    told = Browser(people).get(address).json["original"]  # type: ignore[index]
    assert (told["name"], told["sha256"]) == (NAME, sha256(FILE))
    assert told["url"].endswith(PATH)


def test_the_copy_for_bad_days_has_its_address_and_not_the_file(
    people: Flask, kept: Catalogue
) -> None:
    agreement = kept.today().agreement(SLUG)
    number = agreement.shown.number
    (before,) = [p for p in offline_copy(kept.today()).pages if p.slug == SLUG]
    assert before.original == ""

    version = {"version": number}
    keep(kept, FILE, number=number)
    two(kept, "original", {**WANTED, **version})
    (page,) = [p for p in offline_copy(kept.today()).pages if p.slug == SLUG]
    address = PATH.replace("/1/", f"/{number}/")
    assert page.original == f"{NAME}, i kataloget på {address}"


def test_the_form_asks_for_nothing_that_the_file_says(
    people: Flask, kept: Catalogue
) -> None:
    rita = sign_in(people, "rita")
    form = f"/redaktion/poster/original/ny?aftale={SLUG}&udgave=1"
    assert 'name="sha256"' not in rita.get(form).text

    asked = {k: str(v) for k, v in WANTED.items()}
    asked |= {"effective_on": "2026-11-01", "sha256": "0" * 64, "name": "andet.docx"}
    sent = rita.post(form, asked)
    assert sent.status_code == 303, sent.text
    proposal = sign_in(people, "gorm").get(sent.location).text
    assert sha256(FILE) in proposal and "andet.docx" not in proposal
