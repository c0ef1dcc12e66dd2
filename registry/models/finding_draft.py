"""Which draft is to mend a finding of the overview. Append-only."""

from datetime import datetime

from sqlalchemy import Column, Text
from sqlmodel import Field, SQLModel

from registry.models.types import UtcDateTime


class FindingDraft(SQLModel, table=True):
    """A finding that somebody took up in a draft.

    `finding`: the mark of the finding, which holds as long as its rows say what they
    said. `told`: what was found, in words.
    """

    __tablename__ = "finding_draft"

    id: int | None = Field(default=None, primary_key=True)
    version_id: int = Field(foreign_key="version.id", index=True)
    finding: str
    told: str = Field(sa_column=Column(Text, nullable=False))
    taken_up_by: str
    recorded_at: datetime = Field(sa_type=UtcDateTime)
