"""Comments on a place in a draft: answered, closed, kept with it, no writing."""

import pytest
from sqlmodel import select

from registry.catalogue.queries import Catalogue
from registry.errors import BadInput, NotFound, Refused
from registry.models import AuditEntry, State
from registry.publishing import beginning, editing
from registry.publishing.comments import (
    GONE,
    WHOLE,
    answer,
    comment,
    open_by_part,
    threads_of,
)
from registry.publishing.drafts import read_draft
from registry.rules.version_content import MAIN
from registry.storage.db import reading
from tests.publishing.people import ADA, BODIL, GORM, RITA, SLUG
from tests.publishing.test_acts import do, write

ROW = "varsel-boern"


@pytest.fixture
def draft(catalogue: Catalogue) -> int:
    begun = beginning.begin_version(catalogue, SLUG, RITA)
    body = read_draft(catalogue, begun).content.values["body"]
    more = f"{body}\n\nHospitalet **varsler** kommunen i god tid."
    return write(catalogue, begun, body=more).id


def test_a_place_and_a_row_are_commented(catalogue: Catalogue, draft: int) -> None:
    comment(catalogue, draft, MAIN, "Hospitalet varsler kommunen", "Hvornår?", GORM)
    comment(catalogue, draft, ROW, "", "Er det alle børn?", GORM)

    row, text = threads_of(catalogue, draft)
    assert (text.place, text.stands, text.first.text) == (WHOLE, True, "Hvornår?")
    assert row.place.startswith("Snitflade: ")
    assert open_by_part(catalogue, draft) == {MAIN: 1, ROW: 1}
    with reading(catalogue.engine) as session:
        entry = session.exec(select(AuditEntry)).all()[-1]
    assert (entry.actor, entry.event_key, entry.detail) == ("gorm", "commented", ROW)


def test_it_is_answered_closed_and_opened_again(
    catalogue: Catalogue, draft: int
) -> None:
    first = comment(catalogue, draft, ROW, "", "Er det alle børn?", GORM)
    answer(catalogue, draft, first, "Ja, under 18 år.", RITA)
    answer(catalogue, draft, first, "", GORM, closes=True)
    (thread,) = threads_of(catalogue, draft)
    assert [a.text for a in thread.answers] == ["Ja, under 18 år.", ""]
    assert thread.is_closed
    assert open_by_part(catalogue, draft) == {}

    answer(catalogue, draft, first, "Også 18?", GORM)

    (thread,) = threads_of(catalogue, draft)
    assert not thread.is_closed


def test_a_place_that_was_changed_says_so(catalogue: Catalogue, draft: int) -> None:
    comment(catalogue, draft, MAIN, "i god tid", "Hvornår?", GORM)
    comment(catalogue, draft, ROW, "", "Er det alle børn?", GORM)
    write(catalogue, draft, body="## Udskrivning\n\nHospitalet varsler.")
    editing.remove_row(catalogue, draft, ROW, RITA)

    row, text = threads_of(catalogue, draft)
    assert (text.stands, row.stands, row.place) == (False, False, GONE)


def test_a_comment_is_no_writing_and_undoes_no_approval(
    catalogue: Catalogue, draft: int
) -> None:
    do(catalogue, read_draft(catalogue, draft), "submit", RITA)
    comment(catalogue, draft, ROW, "", "Er det alle børn?", BODIL)
    do(catalogue, read_draft(catalogue, draft), "approve", BODIL)
    first = comment(catalogue, draft, ROW, "", "Og de unge?", RITA)
    answer(catalogue, draft, first, "Ja.", BODIL, closes=True)

    assert read_draft(catalogue, draft).state is State.APPROVED
    assert read_draft(catalogue, draft).writers == {"rita"}


@pytest.mark.parametrize("text", ["", "  ", "x" * 4001, "Borger 010180-1234"])
def test_what_cannot_be_kept_is_refused(
    catalogue: Catalogue, draft: int, text: str
) -> None:
    first = comment(catalogue, draft, ROW, "", "Er det alle børn?", GORM)
    for begin in (
        lambda: comment(catalogue, draft, ROW, "", text, GORM),
        lambda: answer(catalogue, draft, first, text, GORM),
    ):
        with pytest.raises(BadInput) as refused:
            begin()
        assert refused.value.field == "tekst"


@pytest.mark.parametrize("quote", ["det står her ikke", "010180-1234"])
def test_words_that_do_not_stand_there_are_no_place(
    catalogue: Catalogue, draft: int, quote: str
) -> None:
    with pytest.raises(BadInput) as refused:
        comment(catalogue, draft, MAIN, quote, "Hvornår?", GORM)
    assert refused.value.field == "citat"


def test_a_comment_has_its_own_draft_part_and_thread(
    catalogue: Catalogue, draft: int
) -> None:
    other = beginning.begin_version(catalogue, "proeve-gammel", RITA)
    first = comment(catalogue, draft, ROW, "", "Er det alle børn?", GORM)
    answer(catalogue, draft, first, "Ja.", RITA)

    for wrong in (
        lambda: comment(catalogue, draft, "ukendt", "", "Hvad?", GORM),
        lambda: comment(catalogue, 999, MAIN, "", "Hvad?", GORM),
        lambda: answer(catalogue, other, first, "Ja.", GORM),
        lambda: answer(catalogue, draft, first + 1, "Ja.", GORM),
    ):
        with pytest.raises(NotFound):
            wrong()


def test_neither_an_administrator_nor_a_closed_draft_is_let_in(
    catalogue: Catalogue, draft: int
) -> None:
    first = comment(catalogue, draft, ROW, "", "Er det alle børn?", GORM)
    with pytest.raises(Refused, match="Det kræver rollen"):
        comment(catalogue, draft, ROW, "", "Hvad?", ADA)
    with pytest.raises(Refused, match="Det kræver rollen"):
        answer(catalogue, draft, first, "Ja.", ADA)

    do(catalogue, read_draft(catalogue, draft), "withdraw", RITA)
    with pytest.raises(Refused, match="ikke længere under arbejde"):
        comment(catalogue, draft, ROW, "", "Hvad?", GORM)
    with pytest.raises(Refused, match="ikke længere under arbejde"):
        answer(catalogue, draft, first, "Ja.", GORM)
    assert len(threads_of(catalogue, draft)) == 1
