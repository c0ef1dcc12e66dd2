"""The way to publication: who wrote, who approved, what was proposed. All of it
append-only.
"""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Column, Text
from sqlmodel import Field, SQLModel

from registry.models.types import TextList, UtcDateTime, nothing


class Verdict(StrEnum):
    """What a second person decided on another's work."""

    APPROVED = "approved"
    RETURNED = "returned"


class Edit(StrEnum):
    """What a person did to a part of a draft. A text set aside is in no draft."""

    SAVED = "saved"
    SET_ASIDE = "set_aside"
    ADDED = "added"
    MOVED = "moved"
    REMOVED = "removed"
    RESTORED = "restored"


class Contribution(SQLModel, table=True):
    """One change of a draft: who changed which part, and what the part then said
    (JSON).

    `part` is "udgave" or a row's key. SET_ASIDE: another had saved the same part
    meanwhile. The text of a removed row is the one it had.
    """

    id: int | None = Field(default=None, primary_key=True)
    agreement_id: int = Field(foreign_key="agreement.id")
    version_id: int = Field(foreign_key="version.id", index=True)
    part: str
    edit: str
    author: str = Field(index=True)
    at: datetime = Field(sa_type=UtcDateTime)
    text: str = Field(sa_column=Column(Text, nullable=False))


class Approval(SQLModel, table=True):
    """One decision on a draft, bound to its revision and fingerprint."""

    id: int | None = Field(default=None, primary_key=True)
    version_id: int = Field(foreign_key="version.id", index=True)
    revision: int
    fingerprint: str
    verdict: str
    decided_by: str
    at: datetime = Field(sa_type=UtcDateTime)
    note: str = Field(default="", sa_column=Column(Text, nullable=False))
    signed_reasons: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )


class AdoptionLink(SQLModel, table=True):
    """The unguessable address at which the councils read one fixed text.

    `secret`: what no one can guess of it, in the column `token`.
    """

    __tablename__ = "adoption_link"

    id: int | None = Field(default=None, primary_key=True)
    version_id: int = Field(foreign_key="version.id", index=True)
    fingerprint: str
    secret: str = Field(unique=True, sa_column_kwargs={"name": "token"})
    sent_by: str
    at: datetime = Field(sa_type=UtcDateTime)


class Proposal(SQLModel, table=True):
    """A record, organisation, choice or term that one person proposes and another must
    confirm.

    `records`: the fields, JSON, one mapping for each record of `kind`, in the column
    `entries`.
    """

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    title: str
    records: str = Field(sa_column=Column("entries", Text, nullable=False))
    proposed_by: str = Field(index=True)
    at: datetime = Field(sa_type=UtcDateTime)


class Outcome(StrEnum):
    """What became of a proposal."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    RETRACTED = "retracted"


class Resolution(SQLModel, table=True):
    """What became of a proposal, once: confirmed or rejected by another, or
    retracted.
    """

    id: int | None = Field(default=None, primary_key=True)
    proposal_id: int = Field(foreign_key="proposal.id", unique=True)
    outcome: str
    decided_by: str
    at: datetime = Field(sa_type=UtcDateTime)
    note: str = Field(default="", sa_column=Column(Text, nullable=False))
