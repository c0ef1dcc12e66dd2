"""A title that reads as another agreement's is refused, whenever it is given."""

from typing import Any

import pytest

from registry.catalogue.queries import Catalogue
from registry.errors import BadInput
from registry.models import Version
from registry.publishing import beginning
from registry.publishing.drafts import read_draft
from registry.publishing.editing import Saved, save
from registry.publishing.titles import LONGEST
from registry.rules.version_content import (
    CONTENT_FIELDS,
    MAIN,
    VersionContent,
    empty_values,
    part_digest,
    part_of,
)
from registry.storage import audit
from registry.storage.db import transaction
from registry.storage.events import Event
from tests.publishing.people import RITA, SLUG

TITLE = "Aftale om natten"
READ_ALIKE = (TITLE, "AFTALE OM NATTEN", " Aftale  om natten", "Aft\u0430le om natten")


@pytest.fixture
def nights(catalogue: Catalogue) -> int:
    """A draft of an agreement that has not been published."""
    return beginning.begin_agreement(catalogue, TITLE, "samarbejdsaftale", RITA)


@pytest.fixture
def other(catalogue: Catalogue) -> int:
    return beginning.begin_version(catalogue, SLUG, RITA)


def retitle(catalogue: Catalogue, draft: int, title: str, **values: Any) -> Saved:
    base = part_digest(part_of(read_draft(catalogue, draft).content, MAIN))
    return save(catalogue, draft, MAIN, {"title": title, **values}, base, RITA)


@pytest.mark.parametrize("title", READ_ALIKE)
def test_a_draft_is_not_retitled_as_anothers(
    catalogue: Catalogue, nights: int, other: int, title: str
) -> None:
    before = read_draft(catalogue, other).content

    with pytest.raises(BadInput, match=f"/redaktion/kladder/{nights}"):
        retitle(catalogue, other, title)

    assert read_draft(catalogue, other).content == before


def test_a_draft_is_not_retitled_as_a_published_agreement(
    catalogue: Catalogue, nights: int
) -> None:
    published = catalogue.today().agreement(SLUG).shown.version.title

    with pytest.raises(BadInput, match=f"/aftaler/{SLUG}") as refused:
        retitle(catalogue, nights, published.upper())

    assert refused.value.field == "title"


@pytest.mark.parametrize("title", ["AFTALE om natten", "Aftale om dagen", ""])
def test_a_title_of_its_own_or_none_is_kept(
    catalogue: Catalogue, nights: int, other: int, title: str
) -> None:
    assert retitle(catalogue, nights, title).changed
    assert read_draft(catalogue, nights).content.values["title"] == title


def test_two_drafts_may_both_wait_for_a_title(
    catalogue: Catalogue, nights: int, other: int
) -> None:
    assert retitle(catalogue, nights, "").changed
    assert retitle(catalogue, other, "").changed


def test_what_stood_alike_already_can_be_written_on(
    catalogue: Catalogue, nights: int, other: int
) -> None:
    """As two of which none was compared with the other."""
    with transaction(catalogue.engine) as session:
        draft = session.get_one(Version, other)
        draft.title = TITLE
        event = Event.APPROVAL_UNDONE
        audit.write_entry(session, actor=RITA.username, event=event, subject=SLUG)

    assert retitle(catalogue, other, TITLE, summary="Noget nyt").changed
    assert retitle(catalogue, other, "Aftale om dagen").changed
    with pytest.raises(BadInput):
        retitle(catalogue, other, TITLE)


def test_a_whole_text_does_not_retitle_an_agreement_as_another(
    catalogue: Catalogue, nights: int
) -> None:
    values = {**empty_values(CONTENT_FIELDS), "title": TITLE.upper()}
    content = VersionContent(values, parties={}, relations={}, rows=())

    with (
        pytest.raises(BadInput, match=f"/redaktion/kladder/{nights}"),
        transaction(catalogue.engine) as session,
    ):
        beginning.begin_with(session, content, SLUG, RITA)


def test_a_title_too_long_for_a_file_is_refused_wherever_it_is_given(
    catalogue: Catalogue, other: int
) -> None:
    title = "Aftale om " + "meget " * 50

    with pytest.raises(BadInput, match="højst 255 tegn"):
        beginning.begin_agreement(catalogue, title, "samarbejdsaftale", RITA)
    with pytest.raises(BadInput, match=r"på \d+ tegn"):
        retitle(catalogue, other, title)

    longest = "Å" * LONGEST
    assert retitle(catalogue, other, longest).changed
