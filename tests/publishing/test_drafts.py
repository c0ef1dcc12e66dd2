"""Drafts as they are read: what was written in them, one change at a time."""

from typing import Any

import pytest

from registry.catalogue.queries import Catalogue
from registry.errors import NotFound
from registry.publishing import beginning, editing
from registry.publishing.drafts import change_of, changes_of, read_draft
from registry.rules.version_content import MAIN, part_digest, part_of
from tests.publishing.people import RITA, SLUG


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
