"""A draft as those who work on it see it: its text, who wrote it, and what the gates find."""

import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sqlmodel import col, select

from registry.catalogue import Catalogue, in_force_from
from registry.clock import today
from registry.db import reading
from registry.errors import NotFound
from registry.models import (
    FINAL,
    LOCKED,
    AdoptionLink,
    Agreement,
    Approval,
    Contribution,
    Party,
    Relation,
    State,
    Version,
)
from registry.publishing.finding import Finding, Surroundings
from registry.publishing.gates import findings
from registry.publishing.states import STATE_LABELS, Act, Person, open_acts
from registry.publishing.stored import (
    children_of,
    rows_of,
    slug_of,
    version_by_id,
    writers_of,
)
from registry.publishing.surroundings import surroundings_of
from registry.snapshot import Row, ShownVersion
from registry.version_content import VersionContent, content_of, fingerprint


@dataclass(frozen=True)
class Draft:
    """A version that is on its way, or was published from here."""

    slug: str
    version: Version
    content: VersionContent
    shown: ShownVersion
    fingerprint: str
    writers: frozenset[str]
    approvals: tuple[Approval, ...]
    links: tuple[AdoptionLink, ...]
    catalogue: Catalogue = field(repr=False)

    @property
    def id(self) -> int:
        assert self.version.id is not None
        return self.version.id

    @property
    def title(self) -> str:
        return self.version.title or "Uden titel"

    @property
    def state(self) -> State:
        return State(self.version.state)

    @property
    def state_label(self) -> str:
        return STATE_LABELS[self.state]

    @property
    def is_locked(self) -> bool:
        """Whether a change would take it out of approval."""
        return self.state in LOCKED

    @property
    def is_open(self) -> bool:
        return self.state not in FINAL

    @property
    def returned_with(self) -> str:
        """What was to be mended when it was last returned."""
        last = self.approvals[-1] if self.approvals else None
        return last.note if last and self.state is State.RETURNED else ""

    @cached_property
    def surroundings(self) -> Surroundings:
        return surroundings_of(self.catalogue, self.slug, self.content, self.fingerprint)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        return findings(self.content, self.surroundings)

    def acts(self, person: Person) -> list[Act]:
        return open_acts(self.state, person, self.writers)


def read_draft(catalogue: Catalogue, version_id: int) -> Draft:
    """Raises NotFound."""
    with reading(catalogue.engine) as session:
        version = version_by_id(session, version_id)
        slug = slug_of(session, version)
        rows = rows_of(session, version)
        parties = children_of(session, Party, version)
        relations = children_of(session, Relation, version)
        writers = writers_of(session, version)
        approvals = children_of(session, Approval, version)
        links = children_of(session, AdoptionLink, version)
    content = content_of(version, rows, parties, relations)
    periods = catalogue.today().health_agreements
    return Draft(
        slug=slug,
        version=version,
        content=content,
        shown=ShownVersion(
            slug=slug,
            version=version,
            in_force_from=in_force_from(version, periods, unknown=today()),
            rows=tuple(
                Row(slug, version.number or 0, row, row.task_key, row.confirmed) for row in rows
            ),
            parties=tuple(parties),
            relations=tuple(relations),
        ),
        fingerprint=fingerprint(slug, content),
        writers=writers,
        approvals=tuple(approvals),
        links=tuple(links),
        catalogue=catalogue,
    )


def draft_by_token(catalogue: Catalogue, token: str) -> tuple[Draft, AdoptionLink]:
    """The draft that an adoption link leads to. Raises NotFound."""
    with reading(catalogue.engine) as session:
        query = select(AdoptionLink).where(col(AdoptionLink.token) == token)
        link = session.exec(query).first()
    if link is None:
        raise NotFound("Linket er ikke kendt. Bed sekretariatet om det igen.")
    return read_draft(catalogue, link.version_id), link


@dataclass(frozen=True)
class Change:
    """One contribution, its text read back."""

    contribution: Contribution
    values: dict[str, Any]


def changes_of(catalogue: Catalogue, version_id: int) -> list[Change]:
    """All that was written in a draft, the newest first. Raises NotFound."""
    with reading(catalogue.engine) as session:
        version = version_by_id(session, version_id)
        found = children_of(session, Contribution, version)
    return [Change(item, json.loads(item.text)) for item in reversed(found)]


def change_of(catalogue: Catalogue, version_id: int, change_id: int) -> Change:
    """One of them. Raises NotFound."""
    with reading(catalogue.engine) as session:
        found = session.get(Contribution, change_id)
    if found is None or found.version_id != version_id:
        raise NotFound("Den ændring findes ikke i kladden.")
    return Change(found, json.loads(found.text))


def open_drafts(catalogue: Catalogue) -> dict[str, int]:
    """The id of the open draft by agreement."""
    with reading(catalogue.engine) as session:
        opened = session.exec(
            select(Agreement.slug, Version.id)
            .join(Version, col(Version.agreement_id) == col(Agreement.id))
            .where(col(Version.state).not_in(FINAL))
        )
        return {slug: version_id for slug, version_id in opened if version_id is not None}
