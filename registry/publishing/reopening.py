"""Drafts that were laid aside: which there are, and which can be opened again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, func, select

from registry.catalogue.queries import Catalogue
from registry.models import Agreement, Contribution, State, Version
from registry.rules.version_content import fingerprint
from registry.storage.db import reading
from registry.storage.versions import (
    children_of,
    content_in,
    open_draft,
    published_since,
)

OTHER_DRAFT = (
    "Aftalen har allerede en anden kladde, og den kan kun have én. Skriv videre i den, "
    "eller læg den væk først."
)
PUBLISHED = (
    "Aftalen har fået udgave {number}, siden kladden blev begyndt. Begynd en ny "
    "udgave, og kopiér det, du skal bruge, herfra."
)


@dataclass(frozen=True)
class WithdrawnLine:
    """A draft that was laid aside. `fingerprint`: of the text as it stands. `hindered`:
    why it cannot be opened again, in Danish; empty where it can.
    """

    id: int
    slug: str
    title: str
    changed: datetime
    writers: Sequence[str]
    fingerprint: str
    hindered: str


def hindrance(session: Session, version: Version) -> str:
    """Why a withdrawn draft cannot be opened again; empty where it can.

    An agreement has one open draft. Once it has been published anew, those who wrote
    before count no more (versions.since_published), so their text comes no further.
    """
    since = published_since(session, version)
    if since is not None:
        return PUBLISHED.format(number=since.number)

    agreement = session.get(Agreement, version.agreement_id)
    assert agreement is not None
    return OTHER_DRAFT if open_draft(session, agreement) else ""


def withdrawn_drafts(catalogue: Catalogue) -> list[WithdrawnLine]:
    """Every draft that was laid aside, the last changed first."""
    query = (
        select(Version, Agreement.slug)
        .join(Agreement, col(Agreement.id) == col(Version.agreement_id))
        .where(col(Version.state) == State.WITHDRAWN)
    )
    with reading(catalogue.engine) as session:
        lines = [_line(session, *withdrawn) for withdrawn in session.exec(query).all()]

    return sorted(lines, key=lambda line: (line.changed, line.id), reverse=True)


def count_withdrawn(catalogue: Catalogue) -> int:
    """How many there are, without reading any."""
    query = select(func.count()).where(col(Version.state) == State.WITHDRAWN)
    with reading(catalogue.engine) as session:
        return session.exec(query).one()


def _line(session: Session, version: Version, slug: str) -> WithdrawnLine:
    written = children_of(session, Contribution, version)

    return WithdrawnLine(
        id=version.id or 0,
        slug=slug,
        title=version.title or "Uden titel",
        changed=max([version.recorded_at, *(change.at for change in written)]),
        writers=sorted({change.author for change in written}),
        fingerprint=fingerprint(slug, content_in(session, version)),
        hindered=hindrance(session, version),
    )
