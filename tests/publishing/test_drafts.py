"""Drafts as they are read: what was written in them, one change at a time."""

from datetime import UTC, datetime
from typing import Any

import pytest

from registry.catalogue.queries import Catalogue
from registry.errors import NotFound
from registry.models import Choice
from registry.publishing import beginning, editing
from registry.publishing.drafts import change_of, changes_of, read_draft
from registry.rules.version_content import MAIN, part_digest, part_of
from tests.publishing.people import RITA, SLUG
from tests.storage.unwatched import transaction


@pytest.fixture
def written(catalogue: Catalogue) -> int:
    """The id of a draft whose title Rita has changed."""
    version_id = beginning.begin_version(catalogue, SLUG, RITA)
    write(catalogue, version_id, title="Ritas titel")
    return version_id


def write(catalogue: Catalogue, version_id: int, **values: Any) -> None:
    base = part_digest(part_of(read_draft(catalogue, version_id).content, MAIN))
    editing.save(catalogue, version_id, MAIN, values, base, RITA)


def test_one_change_is_read_as_it_stands_among_all(
    catalogue: Catalogue, written: int
) -> None:
    listed = changes_of(catalogue, written)
    read = [
        change_of(catalogue, written, change.contribution.id or 0) for change in listed
    ]

    assert [change.values for change in read] == [change.values for change in listed]
    assert read[0].values["title"] == "Ritas titel"


def test_a_change_is_found_in_its_own_draft_only(
    catalogue: Catalogue, written: int
) -> None:
    newest = changes_of(catalogue, written)[0].contribution.id or 0

    for version_id, change_id in ((written + 1, newest), (written, newest + 1)):
        with pytest.raises(NotFound):
            change_of(catalogue, version_id, change_id)


@pytest.fixture
def asked(catalogue: Catalogue) -> Catalogue:
    """The catalogue, in which a kind of task needs its deadline, and is for children
    and adults alike.
    """
    now = datetime(2026, 11, 1, tzinfo=UTC)
    groups = (("voksne", "Voksne"), ("boern-og-unge", "Børn og unge"))
    with transaction(catalogue.engine) as session:
        session.add(
            Choice(
                **{"scheme": "tasks", "key": "varsling", "label": "Varsling"},
                **{"position": 1, "needs": ["deadline"], "recorded_at": now},
            )
        )
        session.add_all(
            Choice(
                **{"scheme": "target-groups", "key": key, "label": label},
                **{"position": at, "alike": "alder", "recorded_at": now},
            )
            for at, (key, label) in enumerate(groups, 1)
        )
    return catalogue


def lines(catalogue: Catalogue, version_id: int) -> tuple[list[str], list[str]]:
    """What the draft does to overlaps and gaps: as new lines, and as old ones."""
    draft = read_draft(catalogue, version_id)
    told = [f for f in draft.gate_findings if f.code.endswith("-overlap-eller-hul")]
    new = [f.text for f in told if not draft.had_before(f)]
    return new, [f.text for f in told if draft.had_before(f)]


def test_a_removed_row_warns_of_its_gap_among_the_new(asked: Catalogue) -> None:
    draft = beginning.begin_version(asked, SLUG, RITA)
    assert lines(asked, draft) == ([], [])

    editing.remove_row(asked, draft, "varsel-boern", RITA)

    new, old = lines(asked, draft)
    assert old == []
    told = [text for text in new if "skaber et hul" in text]
    assert any("børn og unge" in text.casefold() for text in told)


@pytest.mark.parametrize(
    ("key", "deadline", "does"),
    [
        ("varsel-boern", "", "skaber et hul"),
        ("varsel-voksne", "Senest 2 dage før", "lukker et hul"),
    ],
)
def test_an_edited_row_tells_what_it_does_among_the_new(
    asked: Catalogue, key: str, deadline: str, does: str
) -> None:
    draft = beginning.begin_version(asked, SLUG, RITA)
    none = {"deadline_amount": None, "deadline_unit": ""}
    loose = {**none, "deadline_relation": "", "deadline_event": ""}
    base = part_digest(part_of(read_draft(asked, draft).content, key))

    editing.save(asked, draft, key, {"deadline": deadline, **loose}, base, RITA)

    new, old = lines(asked, draft)
    assert old == []
    assert [does in text for text in new] == [True]
