"""Issued appendices: kept whole and for good. A change is a new edition."""

from datetime import date, datetime

from sqlalchemy import Column, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from registry.models.types import UtcDateTime


class Edition(SQLModel, table=True):
    """One issued appendix; `id` is its number.

    It shows the health agreement `as_of` a date as it was recorded `at` the moment of
    issue.
    `parameters`: the request as its address says it. `fingerprint`: of the versions
    and records in
    it; `hash`: SHA-256 over its files' names and hashes.
    """

    id: int | None = Field(default=None, primary_key=True)
    health_agreement: str = Field(index=True)
    title: str
    as_of: date
    at: datetime = Field(sa_type=UtcDateTime)
    issued_by: str
    parameters: str
    continued: int
    unsettled: int
    undecided: int
    fingerprint: str
    hash: str


class EditionFile(SQLModel, table=True):
    """An edition in one format, with the SHA-256 of its content."""

    __tablename__ = "edition_file"
    __table_args__ = (UniqueConstraint("edition_id", "format"),)

    id: int | None = Field(default=None, primary_key=True)
    edition_id: int = Field(foreign_key="edition.id", index=True)
    format: str
    label: str
    name: str
    media_type: str
    size: int
    sha256: str
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
