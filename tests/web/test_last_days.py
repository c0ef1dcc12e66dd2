"""The end of a period is kept as the first day without, and told to people as the last
day with: on every page, in every file, wherever it is typed.
"""

import re
import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import cast

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from registry import content
from registry.catalogue.snapshot import Snapshot
from registry.catalogue.told import told
from registry.language.dates import danish_date
from registry.models import Ending, HealthAgreement, Organisation, Version
from registry.offline.page_file import offline_html
from registry.records.cells import read_cells, written
from registry.records.kinds import RECORD_KINDS
from registry.rules.fields import VERSION_FIELDS, VERSION_FIELDS_BY_NAME, Field, Kind
from registry.storage.db import connect, migrate
from registry.web.editorial.form import as_text, parse
from tests.read_page import Read
from tests.web.conftest import app_in
from tests.web.editorial.test_proposals import ENDING, FORM
from tests.web.people import add_people, sign_in
from tests.web.test_every_page import PAGES
from tests.web.writing import SLUG, begin, markup, open_form, path, stored, write

ENDS = (
    VERSION_FIELDS_BY_NAME["in_force_until"],
    RECORD_KINDS["ending"].field("effective_on"),
    RECORD_KINDS["organisation"].field("valid_to"),
)
# A day that nothing else in the invented catalogue names, and the day after it.
LAST, AFTER = "18. marts 2031", ("19. marts 2031", "2031-03-19", "19.3.2031")
# Of which nothing is asked: a day tells itself.
NO_SNAPSHOT = cast(Snapshot, None)
DAYS = st.dates(date(1970, 1, 2), date(2100, 12, 31))


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory, catalogue_dir: Path) -> Flask:
    """The app on a catalogue where an agreement, a health agreement and organisations
    end on the same day.
    """
    folder = tmp_path_factory.mktemp("dated")
    source = shutil.copytree(catalogue_dir, folder / "content")
    for name, old, new in (
        (f"agreements/{SLUG}/2.md", "date_precision: day", "in_force_until: "),
        ("health-agreements/sundhedsaftale-2024-2027.md", "period_end: 2028-01-01", ""),
        ("organisations/alle.yaml", "valid_to: 2027-01-01", ""),
    ):
        file = source / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        named = old.split(" ")[0] + " "
        wanted = f"{new}{AFTER[1]}\n{old}" if new else f"{named}{AFTER[1]}"
        file.write_text(text.replace(old, wanted), encoding="utf-8")

    engine = connect(f"sqlite:///{folder / 'registry.sqlite'}")
    migrate(engine)
    content.load(engine, source)
    add_people(engine)
    return app_in(folder)


def test_every_end_that_is_stored_is_told_by_its_last_day() -> None:
    ends = {
        (Version, "in_force_until"),
        (Ending, "effective_on"),
        (Organisation, "valid_to"),
        # Nobody types it; where it is shown, the pages below show its last day.
        (HealthAgreement, "period_end"),
    }

    typed = {(Version, f.name) for f in VERSION_FIELDS if f.ends} | {
        (kind.model, f.name)
        for kind in RECORD_KINDS.values()
        for f in kind.fields
        if f.ends
    }

    assert typed | {(HealthAgreement, "period_end")} == ends
    assert all(
        "til og med" in field.label and field.kind is Kind.DATE for field in ENDS
    )


@pytest.mark.usefixtures("stopped_clock")
@pytest.mark.parametrize("page", [*PAGES, f"/aftaler/{SLUG}/udgaver/2"])
def test_no_page_tells_the_day_after_the_last(dated: Flask, page: str) -> None:
    text = Read(dated.test_client().get(page).text).text

    assert not [day for day in AFTER if day in text]


@pytest.mark.usefixtures("stopped_clock")
@pytest.mark.parametrize(
    "page",
    [
        *(f"/aftaler/{SLUG}", f"/aftaler/{SLUG}?format=md", "/organisationer"),
        *("/sundhedsaftaler", "/sundhedsaftaler/sundhedsaftale-2024-2027"),
        "/organisationer/proeveregion",
        f"/aftaler/{SLUG}/forskel?fra=1&til=2",
    ],
)
def test_a_period_is_told_with_its_last_day(dated: Flask, page: str) -> None:
    answer = dated.test_client().get(page)
    text = " ".join(Read(answer.text).text.replace("\\", "").split())

    assert answer.status_code == 200
    assert re.search(
        rf"til og med\D{{0,4}}(?:: fjernet: .* tilføjet: )?{LAST}", text
    ), text
    assert not [day for day in AFTER if day in text]


@pytest.mark.usefixtures("stopped_clock")
def test_the_copy_for_bad_days_tells_the_last_day(dated: Flask) -> None:
    snapshot = dated.extensions["registry"].catalogue.today()

    text = Read(offline_html(snapshot)).text

    assert LAST in text
    assert AFTER[0] not in text


@pytest.mark.usefixtures("stopped_clock")
def test_the_interface_keeps_the_end_itself_and_says_so(dated: Flask) -> None:
    client = dated.test_client()

    listed = client.get("/api/v1/organisations").get_json()
    description = client.get("/api/v1/openapi.json").text

    assert AFTER[1] in str(listed)
    assert "den første dag uden" in description


@given(field=st.sampled_from(ENDS), last=DAYS)
def test_what_is_typed_is_kept_told_and_shown_again(field: Field, last: date) -> None:
    values, errors = parse([field], MultiDict({field.name: last.isoformat()}))
    end = values[field.name]

    assert errors == {}
    assert end == last + timedelta(days=1)
    assert as_text(field, end) == last.isoformat()
    assert told(NO_SNAPSHOT, field, end) == danish_date(last)


@given(field=st.sampled_from(ENDS), last=DAYS)
def test_a_cell_of_a_table_holds_the_last_day_too(field: Field, last: date) -> None:
    kind = RECORD_KINDS["ending"]._replace(fields=(field,))

    for cell in (last.isoformat(), danish_date(last)):
        values, wrong = read_cells(NO_SNAPSHOT, kind, {field.name: cell})
        assert (wrong, values[field.name]) == ({}, last + timedelta(days=1))
    assert written(NO_SNAPSHOT, kind, values) == [last.isoformat()]


def test_the_last_day_there_is_ends_nothing() -> None:
    _, errors = parse([ENDS[0]], MultiDict({"in_force_until": "9999-12-31"}))

    assert "Det er ikke en dato" in errors["in_force_until"]


def test_a_draft_is_given_its_last_day_and_shows_it_again(people: Flask) -> None:
    rita = sign_in(people, "rita")
    draft = begin(rita)

    write(rita, draft, changes={"in_force_until": "2031-03-18"})

    assert stored(people, draft).version.in_force_until == date(2031, 3, 19)
    assert open_form(rita, draft).one("in_force_until") == "2031-03-18"
    changes = Read(rita.get(path(draft, "/gennemgang")).text).text
    assert LAST in changes
    assert AFTER[0] not in changes


def test_an_agreement_that_ends_on_new_years_eve_says_so(people: Flask) -> None:
    rita, gorm = sign_in(people, "rita"), sign_in(people, "gorm")

    sent = rita.post(ENDING, {**FORM, "effective_on": "2026-12-31"})
    proposal = gorm.get(sent.location)
    gorm.post(f"{sent.location}/bekraeft", {})
    page = rita.client.get(f"/aftaler/{SLUG}?pr=2027-01-01").text

    assert "31. december 2026" in markup(proposal)
    assert "1. januar 2027" not in markup(proposal)
    assert "Gjaldt til og med 31. december 2026" in " ".join(page.split())
    eve = rita.client.get(f"/aftaler/{SLUG}?pr=2026-12-31").text
    assert "Gjaldt til og med" not in eve
