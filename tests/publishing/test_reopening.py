"""Drafts that were laid aside, opened again: four eyes are counted as before."""

import pytest

from registry.catalogue.queries import Catalogue
from registry.errors import Refused
from registry.models import State
from registry.publishing import beginning
from registry.publishing.drafts import read_draft
from registry.publishing.reopening import withdrawn_drafts
from tests.publishing.people import GORM, RENE, RITA, SIGNED, SLUG, Someone
from tests.publishing.test_acts import do, write

EVERYTHING = ("redaktoer", "godkender")


@pytest.fixture
def withdrawn(catalogue: Catalogue) -> int:
    """A draft that Rita wrote in and laid aside."""
    begun = beginning.begin_version(catalogue, SLUG, RITA)
    draft = write(catalogue, begun, title="Ritas titel")
    do(catalogue, draft, "withdraw", RITA)
    return draft.id


def test_any_editor_opens_it_again_with_its_text(
    catalogue: Catalogue, withdrawn: int
) -> None:
    (line,) = withdrawn_drafts(catalogue)
    assert (line.id, line.slug, line.title) == (withdrawn, SLUG, "Ritas titel")
    assert (line.writers, line.hindered) == (["rita"], "")

    do(catalogue, read_draft(catalogue, withdrawn), "reopen", RENE)

    draft = read_draft(catalogue, withdrawn)
    assert (draft.state, draft.title) == (State.DRAFT, "Ritas titel")
    assert withdrawn_drafts(catalogue) == []


def test_who_wrote_before_still_wrote(catalogue: Catalogue, withdrawn: int) -> None:
    draft = read_draft(catalogue, withdrawn)
    do(catalogue, draft, "reopen", RENE)
    do(catalogue, draft, "submit", RENE)

    with pytest.raises(Refused, match="selv skrevet"):
        do(catalogue, draft, "approve", Someone("rita", EVERYTHING))
    assert do(catalogue, draft, "approve", Someone("rene", EVERYTHING)).state == (
        State.APPROVED
    )


def test_an_approval_does_not_come_back_with_it(catalogue: Catalogue) -> None:
    begun = beginning.begin_version(catalogue, SLUG, RITA)
    draft = write(catalogue, begun, economics="")
    do(catalogue, draft, "submit", RITA)
    signed = {"tomt-felt:economics": "Forhandles.", **SIGNED}
    do(catalogue, draft, "approve", GORM, signed=signed)
    do(catalogue, draft, "withdraw", RITA)
    do(catalogue, draft, "reopen", RITA)

    assert read_draft(catalogue, draft.id).version.signed_reasons == []
    with pytest.raises(Refused, match="kladde"):
        do(catalogue, draft, "publish", GORM)


def test_it_waits_while_another_draft_is_open(
    catalogue: Catalogue, withdrawn: int
) -> None:
    other = beginning.begin_version(catalogue, SLUG, RENE)
    with pytest.raises(Refused, match="allerede en anden kladde"):
        do(catalogue, read_draft(catalogue, withdrawn), "reopen", RITA)

    write(catalogue, other, RENE, summary="Renes resumé")
    do(catalogue, read_draft(catalogue, other), "withdraw", RENE)

    reopened = do(catalogue, read_draft(catalogue, withdrawn), "reopen", RITA)
    assert reopened.state == State.DRAFT


@pytest.mark.parametrize("first", ["older", "newer"])
def test_nothing_comes_back_once_the_agreement_was_published_anew(
    catalogue: Catalogue, withdrawn: int, first: str
) -> None:
    """Neither a draft begun before the one that was published, nor one begun after
    it that was laid aside meanwhile.
    """
    other = write(
        catalogue,
        beginning.begin_version(catalogue, SLUG, RENE),
        RENE,
        summary="Renes resumé",
    ).id
    published, left = (withdrawn, other) if first == "newer" else (other, withdrawn)
    if published == withdrawn:
        do(catalogue, read_draft(catalogue, other), "withdraw", RENE)
        do(catalogue, read_draft(catalogue, withdrawn), "reopen", RITA)
    for act, by in (("submit", RENE), ("approve", GORM), ("publish", GORM)):
        do(catalogue, read_draft(catalogue, published), act, by)

    with pytest.raises(Refused, match="har fået udgave 3"):
        do(catalogue, read_draft(catalogue, left), "reopen", RITA)
