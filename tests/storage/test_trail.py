"""Reading the trail: newest first, by pages, narrowed to one of three things."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from registry.models import AuditEntry
from registry.storage import audit, trail
from registry.storage.db import transaction
from registry.storage.trail import PER_PAGE, Wanted
from tests.conftest import NOW
from tests.storage.older_trail import OtherEvent

HOW_MANY = PER_PAGE + 3


@pytest.fixture
def written(engine: Engine) -> Engine:
    """A trail of two pages: Rita's entries and, in between, three of Gorm's."""
    with transaction(engine) as session:
        for at in range(HOW_MANY):
            by_gorm = at % 20 == 7
            session.add(
                AuditEntry(
                    at=NOW + timedelta(minutes=at),
                    actor="gorm" if by_gorm else "rita",
                    event_key="approve" if by_gorm else "save",
                    subject="aftale-100%" if by_gorm else f"Aftale {at}",
                    previous="",
                    hash=f"h{at}",
                )
            )
    return engine


def hashes(engine: Engine, number: int = 1, **wanted: str) -> list[str]:
    return [e.hash for e in trail.page(engine, Wanted(**wanted), number).entries]


def test_the_newest_stand_first_and_the_rest_on_the_next_page(written: Engine) -> None:
    first, second = hashes(written), hashes(written, 2)

    assert first[0] == f"h{HOW_MANY - 1}"
    assert (len(first), second) == (PER_PAGE, ["h2", "h1", "h0"])


@pytest.mark.parametrize(("asked", "given"), [(-5, 1), (0, 1), (2, 2), (99, 2)])
def test_a_number_outside_of_the_pages_gives_the_nearest(
    written: Engine, asked: int, given: int
) -> None:
    page = trail.page(written, Wanted(), asked)

    assert (page.number, page.last, page.total) == (given, 2, HOW_MANY)


def test_an_empty_trail_is_one_page(engine: Engine) -> None:
    page = trail.page(engine, Wanted(), 1)

    assert (page.entries, page.total, page.number, page.last) == ([], 0, 1, 1)


@pytest.mark.parametrize(
    "wanted",
    [
        {"actor": "gorm"},
        {"event": "approve"},
        {"subject": "100%"},
        {"subject": "AFTALE-1"},
        {"actor": "gorm", "event": "approve", "subject": "aftale"},
    ],
)
def test_it_is_narrowed_to_what_is_wanted(
    written: Engine, wanted: dict[str, str]
) -> None:
    assert hashes(written, **wanted) == ["h47", "h27", "h7"]


@pytest.mark.parametrize(
    "wanted",
    [
        {"actor": "gor"},
        {"actor": "rita", "event": "approve"},
        {"subject": "aftale_100"},
    ],
)
def test_what_only_looks_alike_is_not_found(
    written: Engine, wanted: dict[str, str]
) -> None:
    """An actor is named whole; and a sign that the database reads as any is none."""
    assert hashes(written, **wanted) == []


def test_everything_is_read_oldest_first(written: Engine) -> None:
    read = [entry.hash for entry in trail.everything(written)]

    assert read == [f"h{at}" for at in range(HOW_MANY)]


def test_the_choices_are_those_that_occur(written: Engine) -> None:
    assert trail.filter_options(written) == (["gorm", "rita"], ["approve", "save"])


def test_an_act_is_one_choice_by_all_its_keys_and_found_by_any(engine: Engine) -> None:
    with transaction(engine) as session:
        for key in ("godkend", "approve", "returner"):
            audit.write_entry(session, actor="gorm", event=OtherEvent(key), subject="s")

    assert trail.filter_options(engine) == (["gorm"], ["approve", "return"])
    for asked in ("godkend", "approve"):
        page = trail.page(engine, Wanted(event=asked), 1)
        assert [entry.event_key for entry in page.entries] == ["approve", "godkend"]


def test_the_first_entry_that_does_not_fit_is_told(written: Engine) -> None:
    """These were not written by the trail's own hand."""
    broken = trail.first_broken(written)

    assert broken is not None
    assert broken.hash == "h0"
