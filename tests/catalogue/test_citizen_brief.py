"""What a sheet of paper tells more briefly, and that it leaves nothing out."""

from datetime import date

import pytest

from registry.catalogue.citizen import UNCONFIRMED, guide
from registry.catalogue.citizen_brief import (
    IN_ITS_PLACE,
    LIMITS,
    NOT_SURE,
    SEEN_THERE,
    Note,
    briefly,
)
from registry.catalogue.citizen_telling import Telling
from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.exports.pathway.story_of_rows import groups_of

DAYS = (date(2026, 12, 1), date(2027, 2, 1))


@pytest.fixture(scope="module", params=DAYS, ids=str)
def phases(request: pytest.FixtureRequest, shipped: Catalogue) -> list[list[Telling]]:
    """What each phase tells on the page of each target group."""
    snapshot = shipped.at(Moment(request.param))
    rows = snapshot.holding_rows
    return [
        [*chapter.tellings]
        for group in groups_of(snapshot, rows)
        for chapter in guide(
            snapshot,
            [row for row in rows if group in row.snitflade.target_groups],
            None,
            group,
        ).chapters
    ]


def test_all_that_a_rule_says_stands_by_it_or_under_its_mark(
    phases: list[list[Telling]],
) -> None:
    for tellings in phases:
        shorter, notes = briefly(tellings)
        for whole, brief in zip(tellings, shorter, strict=True):
            told = [brief.text, *(n.text for n in notes if n.mark in brief.text)]
            for sentence in whole.sentences:
                wanted = NOT_SURE if sentence == UNCONFIRMED else sentence
                in_sight = sentence in SEEN_THERE
                assert in_sight or any(wanted in text for text in told), sentence


def test_what_is_told_below_is_said_by_several_and_never_what_a_life_hangs_on(
    phases: list[list[Telling]],
) -> None:
    noted = 0
    for tellings in phases:
        shorter, notes = briefly(tellings)
        noted += len(notes)
        for note in notes:
            assert sum(note.mark in one.text for one in shorter) >= 3
            assert note.text not in IN_ITS_PLACE
    assert noted > 5


def test_a_limit_told_below_is_said_to_be_one_beside_what_is_done(
    phases: list[list[Telling]],
) -> None:
    limited = 0
    for tellings in phases:
        shorter, notes = briefly(tellings)
        for note in notes:
            if note.text.startswith(LIMITS):
                limited += 1
                marked = [one for one in shorter if note.mark in one.text]
                assert all(note.mark in one.sentences[1] for one in marked)
                assert all("gælder ikke altid" in one.sentences[1] for one in marked)
    assert limited


def test_the_fewer_letters_are_told(phases: list[list[Telling]]) -> None:
    def letters(tellings: list[Telling], notes: list[Note]) -> int:
        return sum(len(one.text) for one in tellings) + sum(len(n.text) for n in notes)

    for tellings in phases:
        assert letters(*briefly(tellings)) <= letters(tellings, [])
