"""The audit trail: appended, hash-chained, and what each entry answers for."""

from datetime import datetime

from sqlalchemy import Column, Index, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from registry.models.types import UtcDateTime


class AuditEntry(SQLModel, table=True):
    """One event. `event_key` is its key, in the column `act`; `hash` covers the entry
    and the hash before it.

    `sealed`: the root over its seals; empty where it has none.
    """

    __tablename__ = "audit_entry"
    __table_args__ = (Index("ix_audit_entry_act", "act", "subject"),)

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime)
    actor: str
    event_key: str = Field(sa_column_kwargs={"name": "act"})
    subject: str
    detail: str = Field(default="", sa_column=Column(Text, nullable=False))
    previous: str
    hash: str = Field(unique=True)
    sealed: str = Field(default="", sa_column_kwargs={"server_default": ""})


class Seal(SQLModel, table=True):
    """What a row said when its entry was written, as a digest; an empty one says that
    the row went.
    """

    __table_args__ = (
        UniqueConstraint("entry_id", "of_table", "of_row"),
        # The other way round, a row's last seal is found without reading all of them.
        Index("ix_seal_of_table", "of_table", "of_row", "entry_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    entry_id: int = Field(foreign_key="audit_entry.id")
    of_table: str
    of_row: int
    digest: str
