"""The audit trail: appended, hash-chained."""

from datetime import datetime

from sqlalchemy import Column, Text
from sqlmodel import Field, SQLModel

from registry.models.types import UtcDateTime


class AuditEntry(SQLModel, table=True):
    """One act. `hash` covers the entry and the hash before it."""

    __tablename__ = "audit_entry"

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime)
    actor: str
    act: str
    subject: str
    detail: str = Field(default="", sa_column=Column(Text, nullable=False))
    previous: str
    hash: str = Field(unique=True)
