"""A row that was removed comes back as it was, with its lasting name.

Also covers registry/publishing/kept_texts.py.
"""

from datetime import date

import pytest
from sqlmodel import select

from registry.catalogue.queries import Catalogue
from registry.errors import Conflict, NotFound, Refused
from registry.models import Contribution, State
from registry.publishing import beginning, editing
from registry.publishing.drafts import read_draft
from registry.publishing.kept_texts import values_of
from registry.publishing.removed_rows import removed_rows, restore_row
from registry.rules.version_content import MAIN, part_of
from registry.storage.db import reading
from tests.publishing.people import BODIL, GORM, RENE, RITA, SLUG
from tests.publishing.test_acts import do, write

KEYS = ["varsel-boern", "varsel-voksne", "stroemper"]


@pytest.fixture
def draft(catalogue: Catalogue) -> int:
    return beginning.begin_version(catalogue, SLUG, RITA)


def keys(catalogue: Catalogue, draft: int) -> list[str]:
    return [row["key"] for row in read_draft(catalogue, draft).content.rows]


@pytest.mark.parametrize("key", KEYS)
def test_a_removed_row_comes_back_where_it_stood(
    catalogue: Catalogue, draft: int, key: str
) -> None:
    before = read_draft(catalogue, draft)
    assert keys(catalogue, draft) == KEYS
    editing.remove_row(catalogue, draft, key, RITA)
    (gone,) = removed_rows(catalogue, draft)
    assert (gone.key, gone.removed_by) == (key, "rita")

    assert restore_row(catalogue, draft, gone.change, RENE) == key

    assert read_draft(catalogue, draft).fingerprint == before.fingerprint
    assert removed_rows(catalogue, draft) == []


def test_a_new_row_comes_back_last_and_as_it_was_last(
    catalogue: Catalogue, draft: int
) -> None:
    row = {"task": "Ringe", "deadline_amount": 5.0, "payer": ("kommune",)}
    key = editing.add_row(catalogue, draft, row, RITA)
    write(catalogue, draft, part=key, situation="Om natten")
    said = read_draft(catalogue, draft).content.row(key)
    for _ in range(2):
        editing.remove_row(catalogue, draft, key, RITA)
        (gone,) = removed_rows(catalogue, draft)
        restore_row(catalogue, draft, gone.change, RITA)

    assert keys(catalogue, draft) == [*KEYS, key]
    assert read_draft(catalogue, draft).content.row(key) == said


def test_what_is_kept_is_read_back_as_it_was(catalogue: Catalogue, draft: int) -> None:
    write(
        catalogue,
        draft,
        in_force_from=date(2027, 3, 1),
        relations={"replaces": ("proeve-gammel",)},
    )
    with reading(catalogue.engine) as session:
        (change,) = session.exec(select(Contribution))

    assert values_of(change) == part_of(read_draft(catalogue, draft).content, MAIN)


def test_who_puts_a_row_back_wrote_in_the_draft(
    catalogue: Catalogue, draft: int
) -> None:
    editing.remove_row(catalogue, draft, "stroemper", RITA)
    (gone,) = removed_rows(catalogue, draft)
    restore_row(catalogue, draft, gone.change, BODIL)
    write(catalogue, draft, title="Ny titel")
    do(catalogue, read_draft(catalogue, draft), "submit", RITA)

    with pytest.raises(Refused, match="selv skrevet"):
        do(catalogue, read_draft(catalogue, draft), "approve", BODIL)


def test_putting_a_row_back_undoes_an_approval(
    catalogue: Catalogue, draft: int
) -> None:
    editing.remove_row(catalogue, draft, "stroemper", RITA)
    (gone,) = removed_rows(catalogue, draft)
    do(catalogue, read_draft(catalogue, draft), "submit", RITA)

    restore_row(catalogue, draft, gone.change, RENE)

    assert read_draft(catalogue, draft).state is State.DRAFT


def test_a_row_comes_back_once(catalogue: Catalogue, draft: int) -> None:
    editing.remove_row(catalogue, draft, "stroemper", RITA)
    (gone,) = removed_rows(catalogue, draft)
    restore_row(catalogue, draft, gone.change, RITA)

    with pytest.raises(Conflict, match="allerede i kladden"):
        restore_row(catalogue, draft, gone.change, RITA)


def test_only_what_was_removed_from_this_draft_comes_back(
    catalogue: Catalogue, draft: int
) -> None:
    write(catalogue, draft, title="Ny titel")
    editing.remove_row(catalogue, draft, "stroemper", RITA)
    (gone,) = removed_rows(catalogue, draft)
    other = beginning.begin_version(catalogue, "proeve-gammel", RITA)

    for version, change in ((draft, gone.change - 1), (other, gone.change), (draft, 0)):
        with pytest.raises(NotFound, match="fjernede snitflade"):
            restore_row(catalogue, version, change, RITA)


def test_neither_an_approver_nor_a_closed_draft_takes_it_back(
    catalogue: Catalogue, draft: int
) -> None:
    editing.remove_row(catalogue, draft, "stroemper", RITA)
    (gone,) = removed_rows(catalogue, draft)
    with pytest.raises(Refused, match="Det kræver rollen redaktør"):
        restore_row(catalogue, draft, gone.change, GORM)

    do(catalogue, read_draft(catalogue, draft), "withdraw", RITA)
    with pytest.raises(Refused, match="lagt væk"):
        restore_row(catalogue, draft, gone.change, RITA)
