"""What people decided on rows suggested from an agreement's text. Append-only."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from registry.models.types import UtcDateTime


class Choosing(StrEnum):
    """What became of a suggestion: a row, none, or open again."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    REOPENED = "reopened"


class SuggestionDecision(SQLModel, table=True):
    """One decision on one suggestion of an agreement; the last one holds.

    `suggestion` and `sentence` are digests of what was suggested and of the sentence
    that it rests on: the text itself stands in the version and nowhere else. `row_key`
    is the row that it became.
    """

    __tablename__ = "suggestion_decision"

    id: int | None = Field(default=None, primary_key=True)
    agreement_id: int = Field(foreign_key="agreement.id", index=True)
    version_id: int = Field(foreign_key="version.id", index=True)
    suggestion: str
    sentence: str
    choosing: str
    row_key: str = ""
    decided_by: str
    at: datetime = Field(sa_type=UtcDateTime)
