"""Beginning a draft: as a copy of the newest version, or of a new agreement."""

from collections import Counter

import pytest
from sqlalchemy import event

from registry.catalogue.queries import Catalogue
from registry.errors import BadInput, Conflict, NotFound, Refused
from registry.models import State
from registry.publishing import beginning
from registry.publishing.acts import perform
from registry.publishing.drafts import Draft, read_draft
from registry.rules.fields import ROW_FIELDS
from registry.rules.version_content import (
    CONTENT_FIELDS,
    VersionContent,
    empty_values,
)
from registry.storage.db import transaction
from registry.storage.versions import rows_of
from tests.publishing.people import ADA, BODIL, GORM, RENE, RITA, SLUG, Someone


@pytest.fixture
def draft(catalogue: Catalogue) -> Draft:
    return read_draft(catalogue, beginning.begin_version(catalogue, SLUG, RITA))


def test_a_new_version_begins_as_a_copy_of_the_newest_with_its_row_keys(
    catalogue: Catalogue, draft: Draft
) -> None:
    newest = catalogue.today().agreement(SLUG).number(2)

    assert draft.version.number is None
    assert draft.state is State.DRAFT
    assert [r["key"] for r in draft.content.rows] == [
        r.snitflade.key for r in newest.rows
    ]
    assert draft.content.parties["formel-part"] == ("proeveregion", "nordby", "sydby")
    assert draft.content.relations == {"replaces": ("proeve-gammel",)}
    assert draft.content.values["economics"] == newest.version.economics
    assert draft.content.values["change_note"] == ""


def test_an_agreement_has_one_open_draft_at_a_time(
    catalogue: Catalogue, draft: Draft
) -> None:
    with pytest.raises(Conflict, match="allerede en kladde"):
        beginning.begin_version(catalogue, SLUG, BODIL)


@pytest.mark.parametrize("person", [GORM, ADA], ids=lambda p: p.username)
def test_only_an_editor_begins_a_draft(catalogue: Catalogue, person: Someone) -> None:
    with pytest.raises(Refused, match="redaktør"):
        beginning.begin_version(catalogue, SLUG, person)


def test_a_new_agreement_gets_its_name_from_its_title(catalogue: Catalogue) -> None:
    made = beginning.begin_agreement(catalogue, " Aftale om Ærø & hjælp ", "", RITA)

    draft = read_draft(catalogue, made)
    assert draft.slug == "aftale-om-aeroe-hjaelp"
    assert draft.title == "Aftale om Ærø & hjælp"
    assert draft.writers == {"rita"}


@pytest.mark.parametrize("title", ["", " … ", "Proeve udskrivning"])
def test_an_agreement_without_a_name_of_its_own_is_refused(
    catalogue: Catalogue, title: str
) -> None:
    with pytest.raises(BadInput) as refused:
        beginning.begin_agreement(catalogue, title, "", RITA)

    assert refused.value.field == "title"


def test_the_name_of_a_withdrawn_first_draft_can_be_used_again(
    catalogue: Catalogue,
) -> None:
    first = beginning.begin_agreement(catalogue, "Helt ny", "", RITA)
    with pytest.raises(BadInput):
        beginning.begin_agreement(catalogue, "Helt ny", "", RITA)
    seen = read_draft(catalogue, first).fingerprint
    perform(catalogue, first, "withdraw", RITA, seen=seen)

    again = beginning.begin_agreement(catalogue, "Helt ny", "", RENE)

    draft = read_draft(catalogue, again)
    assert (draft.slug, again != first) == ("helt-ny", True)
    # Who wrote in the withdrawn one may have written what now stands here.
    assert draft.writers == {"rita", "rene"}


def test_an_unknown_agreement_gets_no_draft(catalogue: Catalogue) -> None:
    with pytest.raises(NotFound):
        beginning.begin_version(catalogue, "findes-ikke", RITA)


def statements(catalogue: Catalogue, rows: int) -> Counter[str]:
    """What is asked of the database to begin a draft with so many rows."""
    asked: Counter[str] = Counter()

    def note(_connection, _cursor, statement: str, *_rest: object) -> None:
        asked[" ".join(statement.split()[:3]) + statement[-60:]] += 1

    content = VersionContent(
        values={**empty_values(CONTENT_FIELDS), "title": f"Aftale med {rows} rækker"},
        parties={},
        relations={},
        rows=tuple(
            {**empty_values(ROW_FIELDS), "task": "Varsle kommunen"} for _ in range(rows)
        ),
    )
    event.listen(catalogue.engine, "before_cursor_execute", note)
    with transaction(catalogue.engine) as session:
        version = beginning.begin_with(session, content, "", RITA)
        assert len({row.key for row in rows_of(session, version)}) == rows
    event.remove(catalogue.engine, "before_cursor_execute", note)
    return asked


def test_a_large_draft_asks_no_more_of_the_database_than_a_small_one(
    catalogue: Catalogue,
) -> None:
    """Others who want to write wait meanwhile."""
    small, large = (statements(catalogue, rows) for rows in (3, 30))

    def readings(asked: Counter[str]) -> int:
        return sum(n for words, n in asked.items() if words.startswith("SELECT"))

    assert readings(large) == readings(small) > 0
