"""A draft as those who work on it see it: its text, who wrote it, and what the gates
find.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlmodel import col, select

from registry.accounts.roles import Person
from registry.catalogue.headings import headings_of
from registry.catalogue.impact import Impact, impact_of
from registry.catalogue.queries import Catalogue
from registry.catalogue.shown_versions import in_force_from
from registry.catalogue.snapshot import Row, ShownVersion
from registry.clock import today
from registry.errors import NotFound
from registry.gates.gate import FormPlace, GateFinding, Surroundings
from registry.gates.table import gate_findings
from registry.models import (
    FINAL,
    LOCKED,
    AdoptionLink,
    Agreement,
    Approval,
    Contribution,
    Party,
    Relation,
    Role,
    State,
    Verdict,
    Version,
)
from registry.publishing import suggestion_decisions
from registry.publishing.kept_numbers import beside_text
from registry.publishing.states import ACTS, Act, open_acts, refusal
from registry.publishing.surroundings import surroundings_of
from registry.rules.states import STATE_LABELS
from registry.rules.version_content import VersionContent, content_of, fingerprint
from registry.storage.db import reading
from registry.storage.four_eyes import Authors, authors_of
from registry.storage.versions import (
    children_of,
    rows_of,
    slug_of,
    version_by_id,
)


@dataclass(frozen=True)
class SignedReason:
    """Why a finding stands: the words, the approver's user name, and when."""

    text: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Draft:
    """A version that is on its way, or was published from here."""

    slug: str
    version: Version
    content: VersionContent
    shown: ShownVersion
    fingerprint: str
    authors: Authors
    approvals: tuple[Approval, ...]
    links: tuple[AdoptionLink, ...]
    catalogue: Catalogue = field(repr=False)

    @property
    def id(self) -> int:
        """The id of its version, which every act on it asks for."""
        assert self.version.id is not None
        return self.version.id

    @property
    def title(self) -> str:
        """Its title; of one that has none yet, the words that stand for it."""
        return self.version.title or "Uden titel"

    @property
    def state(self) -> State:
        """Where it is on its way, from which the acts lead (`states.ACTS`)."""
        return State(self.version.state)

    @property
    def state_label(self) -> str:
        """Its state in Danish."""
        return STATE_LABELS[self.state]

    @property
    def writers(self) -> frozenset[str]:
        """The usernames of all who wrote any part of it since the last publication."""
        return self.authors.names

    @property
    def is_locked(self) -> bool:
        """Whether a change would take it out of approval."""
        return self.state in LOCKED

    @property
    def is_open(self) -> bool:
        """Whether it can still be changed: neither published nor laid aside."""
        return self.state not in FINAL

    @property
    def returned_with(self) -> str:
        """What was to be mended when it was last returned."""
        last = self.approvals[-1] if self.approvals else None
        return last.note if last and self.state is State.RETURNED else ""

    @cached_property
    def decided(self) -> suggestion_decisions.Decisions:
        """What was decided on the rows suggested from the agreement's text."""
        return suggestion_decisions.decisions_of(self.catalogue, self.version)

    @cached_property
    def impact(self) -> Impact:
        """What publishing it would change in the findings of the catalogue."""
        return impact_of(self.catalogue.today(), self.slug, self.content)

    @cached_property
    def surroundings(self) -> Surroundings:
        """What the gates must know beside its text, as the catalogue stands today."""
        return surroundings_of(
            self.catalogue,
            self.slug,
            self.content,
            self.fingerprint,
            kept_numbers=beside_text(self.catalogue, self.id),
            impact=self.impact,
            refused=suggestion_decisions.refused(self.decided),
            accepted=suggestion_decisions.accepted(self.content, self.decided),
            sentences_lost=suggestion_decisions.sentences_lost(
                self.catalogue, self.content, self.decided
            ),
        )

    @cached_property
    def sentences_under(self) -> Mapping[str, str]:
        """By the key of each row that was accepted on a sentence which still stands in
        the text, that sentence.
        """
        return suggestion_decisions.sentences_under(
            self.catalogue, self.content, self.decided
        )

    @cached_property
    def gate_findings(self) -> tuple[GateFinding, ...]:
        """What the gates find in it, errors first, each in the order of the form."""
        return gate_findings(self.content, self.surroundings)

    @cached_property
    def _before(self) -> frozenset[tuple[str, FormPlace, str]]:
        """What the gates find in the version before, as it stands. What the draft
        creates or closes is its own, and no gate finding of that version.
        """
        previous = self.surroundings.previous
        if previous is None or not self.is_open:
            return frozenset()

        around = replace(
            self.surroundings,
            headings=headings_of(previous.values),
            previous=None,
            created=(),
            closed=(),
        )
        return frozenset(
            (f.code, f.place, f.text) for f in gate_findings(previous, around)
        )

    @property
    def hindering(self) -> int:
        """How many gate findings stop an approval, whatever is signed."""
        return sum(f.is_error and not f.signable for f in self.gate_findings)

    def signed_for(self, gate_finding: GateFinding) -> SignedReason | None:
        """Why it stands, where whoever approved the text signed for it."""
        reason = self.version.signed.get(gate_finding.signature)
        approved = [a for a in self.approvals if a.verdict == Verdict.APPROVED]
        if not gate_finding.signable or reason is None or not approved:
            return None
        return SignedReason(reason, approved[-1].decided_by, approved[-1].at)

    def had_before(self, gate_finding: GateFinding) -> bool:
        """Whether the version before has the same, in the same place."""
        return (
            gate_finding.code,
            gate_finding.place,
            gate_finding.text,
        ) in self._before

    def kept_from(self, person: Person) -> str:
        """Why a person whose role it is may not decide on the text that waits; empty
        where they may.
        """
        waits = self.state is State.IN_APPROVAL and Role.APPROVER in person.roles
        return (
            refusal(ACTS["approve"], self.state, person, self.authors) if waits else ""
        )

    def acts(self, person: Person) -> list[Act]:
        """The acts that the person may do with it now, in the order of the table."""
        return open_acts(self.state, person, self.authors)


def read_draft(catalogue: Catalogue, version_id: int) -> Draft:
    """Raises NotFound."""
    with reading(catalogue.engine) as session:
        version = version_by_id(session, version_id)
        slug = slug_of(session, version)
        rows = rows_of(session, version)
        parties = children_of(session, Party, version)
        relations = children_of(session, Relation, version)
        authors = authors_of(session, version)
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
                Row(slug, version.number or 0, row, row.task_key, row.confirmed)
                for row in rows
            ),
            parties=tuple(parties),
            relations=tuple(relations),
        ),
        fingerprint=fingerprint(slug, content),
        authors=authors,
        approvals=tuple(approvals),
        links=tuple(links),
        catalogue=catalogue,
    )


def draft_by_link(catalogue: Catalogue, secret: str) -> tuple[Draft, AdoptionLink]:
    """The draft that an adoption link with that secret leads to. Raises NotFound."""
    with reading(catalogue.engine) as session:
        query = select(AdoptionLink).where(col(AdoptionLink.secret) == secret)
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
        contributions = children_of(session, Contribution, version)
    return [Change(item, json.loads(item.text)) for item in reversed(contributions)]


def change_of(catalogue: Catalogue, version_id: int, change_id: int) -> Change:
    """One of them. Raises NotFound."""
    with reading(catalogue.engine) as session:
        contribution = session.get(Contribution, change_id)
    if contribution is None or contribution.version_id != version_id:
        raise NotFound("Den ændring findes ikke i kladden.")
    return Change(contribution, json.loads(contribution.text))


def open_drafts(catalogue: Catalogue) -> dict[str, int]:
    """The id of the open draft by agreement."""
    with reading(catalogue.engine) as session:
        opened = session.exec(
            select(Agreement.slug, Version.id)
            .join(Version, col(Version.agreement_id) == col(Agreement.id))
            .where(col(Version.state).not_in(FINAL))
        )
        return {
            slug: version_id for slug, version_id in opened if version_id is not None
        }
