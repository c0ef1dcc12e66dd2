"""Suggestions in a draft: accepted, mended, refused; and what of its text rows say.

Also covers registry/publishing/suggestion_decisions.py and
registry/models/suggested.py.
"""

import pytest

from registry.catalogue.queries import Catalogue
from registry.errors import NotFound, Refused
from registry.models import State
from registry.publishing import accepting, editing, suggestions
from registry.publishing.acts import perform
from registry.publishing.drafts import read_draft
from registry.publishing.suggestions import Standing
from tests.publishing.duties import (
    BODY,
    PAINT,
    WASH,
    begun,
    decisions,
    key,
    offered,
    standing,
    write,
)
from tests.publishing.people import ADA, GORM, RITA


@pytest.fixture
def draft(catalogue: Catalogue) -> int:
    return begun(catalogue)


def test_every_duty_of_the_text_waits_at_first(
    catalogue: Catalogue, draft: int
) -> None:
    assert [one.standing for one in offered(catalogue, draft)] == [Standing.WAITING] * 4


def test_a_refused_suggestion_stays_away_until_it_is_reopened(
    catalogue: Catalogue, draft: int
) -> None:
    wanted = key(catalogue, draft, WASH)
    suggestions.refuse(catalogue, draft, wanted, RITA)
    write(catalogue, draft, body=f"Nyt først.\n\n{BODY}")

    assert standing(catalogue, draft, WASH) is Standing.REFUSED
    assert suggestions.counted(offered(catalogue, draft)) == (0, 3)

    suggestions.reopen(catalogue, draft, wanted, RITA)
    assert standing(catalogue, draft, WASH) is Standing.WAITING


def test_what_a_row_says_anyway_is_in_rows(catalogue: Catalogue, draft: int) -> None:
    row_key = accepting.accept(catalogue, draft, key(catalogue, draft, PAINT), RITA)
    write(catalogue, draft, body=BODY.replace("maler huset", "maler hele huset"))

    (painted,) = offered(catalogue, draft)[PAINT:]
    assert (painted.standing, painted.row_key) == (Standing.IN_ROWS, row_key)


def test_a_removed_row_lets_its_suggestion_wait_again(
    catalogue: Catalogue, draft: int
) -> None:
    row_key = accepting.accept(catalogue, draft, key(catalogue, draft, WASH), RITA)
    editing.remove_row(catalogue, draft, row_key, RITA)

    assert standing(catalogue, draft, WASH) is Standing.WAITING


def test_a_row_tells_the_sentence_it_was_accepted_on_while_it_stands(
    catalogue: Catalogue, draft: int
) -> None:
    row_key = accepting.accept(catalogue, draft, key(catalogue, draft, PAINT), RITA)
    now = read_draft(catalogue, draft)
    other = next(row["key"] for row in now.content.rows if row["key"] != row_key)
    assert "maler huset" in now.sentences_under[row_key]
    assert other not in now.sentences_under

    write(catalogue, draft, body=BODY.replace("maler huset", "pudser vinduer"))
    assert row_key not in read_draft(catalogue, draft).sentences_under


def test_a_row_whose_sentence_was_changed_is_told(
    catalogue: Catalogue, draft: int
) -> None:
    row_key = accepting.accept(catalogue, draft, key(catalogue, draft, PAINT), RITA)
    assert not read_draft(catalogue, draft).surroundings.sentences_lost

    write(catalogue, draft, body=BODY.replace("maler huset", "pudser vinduer"))
    assert read_draft(catalogue, draft).surroundings.sentences_lost == {row_key}


def test_a_suggestion_that_is_gone_is_not_found(
    catalogue: Catalogue, draft: int
) -> None:
    wanted = key(catalogue, draft, WASH)
    write(catalogue, draft, body="Ingen pligter.")

    with pytest.raises(NotFound):
        accepting.accept(catalogue, draft, wanted, RITA)


def test_only_an_editor_decides(catalogue: Catalogue, draft: int) -> None:
    for decide in (accepting.accept, suggestions.refuse, suggestions.reopen):
        with pytest.raises(Refused):
            decide(catalogue, draft, key(catalogue, draft, WASH), ADA)
    assert decisions(catalogue) == []


def test_to_accept_takes_a_draft_out_of_approval_and_to_refuse_does_not(
    catalogue: Catalogue, draft: int
) -> None:
    seen = read_draft(catalogue, draft).fingerprint
    perform(catalogue, draft, "submit", RITA, seen=seen)

    suggestions.refuse(catalogue, draft, key(catalogue, draft, WASH), RITA)
    assert read_draft(catalogue, draft).state is State.IN_APPROVAL

    accepting.accept(catalogue, draft, key(catalogue, draft, PAINT), RITA)
    assert read_draft(catalogue, draft).state is State.DRAFT
    assert GORM.username not in read_draft(catalogue, draft).writers
