"""What was taken in: the original beside the draft it became, kept for good."""

from datetime import datetime

from sqlalchemy import Column, LargeBinary, Text
from sqlmodel import Field, SQLModel

from registry.models.types import UtcDateTime


class Intake(SQLModel, table=True):
    """One original, a Word file or a pasted text, and what was said when it was read.

    `sha256`: of its content. `report`: the remarks (JSON) of registry.intake.read_text.
    """

    id: int | None = Field(default=None, primary_key=True)
    version_id: int = Field(foreign_key="version.id", unique=True)
    name: str
    media_type: str
    size: int
    sha256: str
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    report: str = Field(sa_column=Column(Text, nullable=False))
    taken_in_by: str
    at: datetime = Field(sa_type=UtcDateTime)
