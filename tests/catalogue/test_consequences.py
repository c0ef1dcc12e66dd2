"""What publishing a draft does: from which day, and what answers no more."""

from datetime import date
from typing import Any

import pytest

from registry.catalogue.consequences import Consequences, consequences_of
from registry.catalogue.queries import Catalogue
from registry.publishing import beginning
from registry.publishing.drafts import read_draft
from tests.publishing.people import GORM, RITA, SIGNED, SLUG
from tests.publishing.test_acts import do, write


@pytest.fixture
def draft(catalogue: Catalogue) -> int:
    return beginning.begin_version(catalogue, SLUG, RITA)


def of(catalogue: Catalogue, draft: int, **values: Any) -> Consequences:
    drafted = write(catalogue, draft, **values)
    return consequences_of(catalogue.today(), drafted.content, drafted.shown)


def test_what_has_begun_answers_at_once(catalogue: Catalogue, draft: int) -> None:
    found = of(catalogue, draft, title="Ny titel")

    assert found.day == catalogue.today().moment.pr
    assert (found.at_once, found.answers) == (True, True)
    assert (found.until, found.gone) == (2, {})


def test_what_begins_later_answers_later(catalogue: Catalogue, draft: int) -> None:
    found = of(catalogue, draft, in_force_from=date(2027, 3, 1))

    assert (found.day, found.at_once) == (date(2027, 3, 1), False)
    assert (found.answers, found.until) == (True, 2)


def test_a_version_to_come_is_passed_over(catalogue: Catalogue, draft: int) -> None:
    """The highest number begun is the one that is shown (decision 0003)."""
    write(catalogue, draft, in_force_from=date(2030, 1, 1))
    signed = {**SIGNED, "anden-periode:made_under": "Den næste kendes ikke endnu."}
    for act, by in (("submit", RITA), ("approve", GORM), ("publish", GORM)):
        do(catalogue, read_draft(catalogue, draft), act, by, signed=signed)
    correction = beginning.begin_version(catalogue, SLUG, RITA)

    found = of(catalogue, correction, in_force_from=date(2028, 1, 1))
    assert (found.passed_over, found.until) == (((3, date(2030, 1, 1)),), 2)
    assert of(catalogue, correction, in_force_from=date(2031, 1, 1)).passed_over == ()


def test_a_new_agreement_has_nothing_before_it(catalogue: Catalogue) -> None:
    draft = beginning.begin_agreement(catalogue, "Helt ny aftale", "", RITA)

    found = of(catalogue, draft, in_force_from=date(2030, 1, 1))

    assert (found.answers, found.until, found.passed_over) == (True, None, ())


def test_what_is_replaced_by_another_does_not_answer(catalogue: Catalogue) -> None:
    draft = beginning.begin_version(catalogue, "proeve-gammel", RITA)

    assert not of(catalogue, draft, title="Ny titel").answers


def test_rows_of_an_agreement_that_it_replaces_are_counted(
    catalogue: Catalogue,
) -> None:
    draft = beginning.begin_version(catalogue, "proeve-lokal", RITA)
    before = [r for r in catalogue.today().answering_rows if r.agreement == SLUG]

    found = of(
        catalogue,
        draft,
        relations={"replaces": (SLUG,)},
        parties=read_draft(
            catalogue, beginning.begin_version(catalogue, SLUG, RITA)
        ).content.parties,
    )

    assert found.gone == {SLUG: len(before)}
