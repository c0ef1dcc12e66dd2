"""A draft whose text has four duties, and how they stand."""

from sqlmodel import select

from registry.catalogue.queries import Catalogue
from registry.models import SuggestionDecision
from registry.publishing import beginning, editing, suggestions
from registry.publishing.drafts import read_draft
from registry.publishing.suggestions import Offered, Standing
from registry.rules.version_content import MAIN, part_digest, part_of
from registry.storage.db import reading
from tests.publishing.people import RITA, SLUG, Someone

BODY = """## Hjemkomst

Kommunen henter medicin på apoteket inden for 24 timer. Tolken oversætter brevet.
Kommunen vasker gardiner.

## Andet

Kommunen maler huset.
"""
FETCH, TRANSLATE, WASH, PAINT = range(4)


def write(catalogue: Catalogue, draft: int, by: Someone = RITA, **values: str) -> None:
    base = part_digest(part_of(read_draft(catalogue, draft).content, MAIN))
    editing.save(catalogue, draft, MAIN, values, base, by)


def offered(catalogue: Catalogue, draft: int) -> list[Offered]:
    return [
        one
        for one in suggestions.offered(read_draft(catalogue, draft))
        if one.field == "body"
    ]


def key(catalogue: Catalogue, draft: int, which: int) -> str:
    return offered(catalogue, draft)[which].key


def standing(catalogue: Catalogue, draft: int, which: int) -> Standing:
    return offered(catalogue, draft)[which].standing


def decisions(catalogue: Catalogue) -> list[tuple[str, str]]:
    with reading(catalogue.engine) as session:
        kept = session.exec(select(SuggestionDecision))
        return [(one.choosing, one.decided_by) for one in kept]


def begun(catalogue: Catalogue) -> int:
    version_id = beginning.begin_version(catalogue, SLUG, RITA)
    write(catalogue, version_id, body=BODY)
    return version_id
