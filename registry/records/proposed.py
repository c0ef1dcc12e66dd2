"""Proposals as they are stored and read: their records, and what became of each."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Engine
from sqlmodel import Session, col, select

from registry.accounts.four_eyes import ForAnother
from registry.accounts.roles import Person
from registry.catalogue.findings import FINDING_KINDS, findings_in, name_of
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Snapshot
from registry.catalogue.told import told
from registry.errors import NotFound
from registry.models import Outcome, Proposal, Resolution, Settling
from registry.records.kinds import RecordKind, kind_of
from registry.records.standing import current
from registry.rules.fields import Field, Kind, Scheme
from registry.rules.version_content import digest, plain
from registry.storage.account_events import account_events
from registry.storage.db import reading
from registry.storage.four_eyes import Authors, proposers_of

BEFORE = "before"  # beside a record's fields: what it stood beside when it was proposed
# The kind of proposal to issue an appendix; exports/proposing.py keeps those.
EDITION = "edition"
NEW = ""  # the base of something that is not there yet
OUTCOME_LABELS = {
    Outcome.CONFIRMED: "bekræftet",
    Outcome.REJECTED: "afvist",
    Outcome.RETRACTED: "trukket tilbage",
}


@dataclass(frozen=True)
class ProposedRecord:
    """One thing proposed, and what it stood beside when it was proposed (None:
    nothing).
    """

    values: Mapping[str, Any]
    before: Mapping[str, Any] | None


@dataclass(frozen=True)
class Proposed(ForAnother):
    """A proposal, read: its kind, its records, and what became of it (None: it
    waits).
    """

    OWN = "Du har selv skrevet forslaget. En anden skal bekræfte det."

    proposal: Proposal
    kind: RecordKind
    records: Sequence[ProposedRecord]
    resolution: Resolution | None
    authors: Authors

    @property
    def id(self) -> int:
        """Its number, in addresses and in the trail."""
        assert self.proposal.id is not None
        return self.proposal.id

    @property
    def outcome(self) -> str:
        """What became of it, in Danish."""
        return (
            OUTCOME_LABELS[Outcome(self.resolution.outcome)]
            if self.resolution
            else "venter"
        )

    @property
    def waits(self) -> bool:
        """Whether nobody has settled it."""
        return self.resolution is None

    def may_retract(self, person: Person) -> bool:
        """Whether the person wrote it and may still take it back."""
        return self.waits and person.username == self.proposal.proposed_by


def base_of(before: Mapping[str, Any] | None) -> str:
    """The digest by which a later save sees whether another has been there."""
    return NEW if before is None else digest(dict(before))


def waiting(catalogue: Catalogue) -> list[Proposed]:
    """The proposals that nobody has settled, the oldest first."""
    settled = select(Resolution.proposal_id)
    return _listed(catalogue.engine, col(Proposal.id).not_in(settled))


def of(catalogue: Catalogue, username: str) -> list[Proposed]:
    """All that a person proposed, the newest first."""
    return _listed(catalogue.engine, col(Proposal.proposed_by) == username)[::-1]


def read(catalogue: Catalogue, proposal_id: int) -> Proposed:
    """Raises NotFound."""
    with reading(catalogue.engine) as session:
        return read_in(session, proposal_id)


def has_changed(snapshot: Snapshot, proposed: Proposed) -> list[bool]:
    """For each record, whether what it would change has been changed since it was
    proposed.
    """
    return [
        base_of(current(snapshot, proposed.kind, record.values))
        != base_of(record.before)
        for record in proposed.records
    ]


def written(records: Iterable[ProposedRecord]) -> str:
    """The records as a proposal keeps them (JSON, dates as in ISO 8601)."""
    listed = [{**record.values, BEFORE: record.before} for record in records]
    return json.dumps(listed, ensure_ascii=False, default=date.isoformat)


def title_of(
    snapshot: Snapshot, kind: RecordKind, values: Sequence[Mapping[str, Any]]
) -> str:
    """What a proposal without a title of its own is called."""
    first = values[0]
    name = first.get(kind.named_by) or _what(snapshot, kind, first)
    more = f" og {len(values) - 1} til" if len(values) > 1 else ""
    return f"{kind.label}: {name}{more}"


def _finding(snapshot: Snapshot, values: Mapping[str, Any]) -> str:
    """A finding by its kind and task; what was told of it where it is no more."""
    name = name_of(values["finding"])
    finding = next((f for f in findings_in(snapshot) if f.id == name), None)
    if finding is None:
        return str(values.get("told") or values["finding"])

    label, task = (
        FINDING_KINDS[finding.kind].label,
        snapshot.label(Scheme.TASKS, finding.task_key),
    )
    return f"{label} om «{task}»" if finding.task_key else finding.text


def _listed(engine: Engine, condition: ColumnElement[bool]) -> list[Proposed]:
    with reading(engine) as session:
        rows = session.exec(
            select(Proposal, Resolution)
            .outerjoin(Resolution, col(Resolution.proposal_id) == col(Proposal.id))
            .where(condition, col(Proposal.kind) != EDITION)
            .order_by(col(Proposal.id))
        )

        events = account_events(session)
        return [
            _parsed(
                proposal,
                resolution,
                # Of what is settled nobody decides any more.
                Authors(frozenset({proposal.proposed_by}))
                if resolution
                else proposers_of(session, proposal, events),
            )
            for proposal, resolution in rows.all()
        ]


def read_in(session: Session, proposal_id: int) -> Proposed:
    """The same, in a session. Raises NotFound."""
    proposal = session.get(Proposal, proposal_id)
    if proposal is None:
        raise NotFound("Det forslag findes ikke.")
    settled = select(Resolution).where(col(Resolution.proposal_id) == proposal_id)
    authors = proposers_of(session, proposal)
    return _parsed(proposal, session.exec(settled).first(), authors)


def _parsed(
    proposal: Proposal, resolution: Resolution | None, authors: Authors
) -> Proposed:
    kind = kind_of(proposal.kind)
    records = [
        ProposedRecord(
            _values(kind, written),
            _values(kind, before) if before is not None else None,
        )
        for written in json.loads(proposal.records)
        for before in [written.get(BEFORE)]
    ]

    return Proposed(proposal, kind, records, resolution, authors)


def _values(kind: RecordKind, written: Mapping[str, Any]) -> dict[str, Any]:
    return {
        f.name: _value(f, written[f.name]) for f in kind.fields if f.name in written
    }


def _value(field: Field, written: Any) -> Any:
    if field.kind is Kind.DATE and written:
        return date.fromisoformat(written)
    return plain(field, written)


def _what(snapshot: Snapshot, kind: RecordKind, values: Mapping[str, Any]) -> str:
    if kind.model is Settling:
        return _finding(snapshot, values)
    field = kind.fields[0]
    return told(snapshot, field, values[field.name])
