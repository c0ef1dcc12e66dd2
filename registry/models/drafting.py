"""What people say and do about a draft beside its text. Append-only, never
published.
"""

from datetime import datetime

from sqlalchemy import Column, Text
from sqlmodel import Field, SQLModel

from registry.models.types import UtcDateTime


class Handover(SQLModel, table=True):
    """A draft that an administrator gave from one who wrote in it to another editor.

    It is no writing: who wrote in the draft still wrote.
    """

    id: int | None = Field(default=None, primary_key=True)
    version_id: int = Field(foreign_key="version.id", index=True)
    from_person: str
    to_person: str
    handed_by: str
    at: datetime = Field(sa_type=UtcDateTime)


class DraftComment(SQLModel, table=True):
    """What one says of a place in a draft, or an answer to that.

    `part`: "udgave" or a row's key. `quote`: the words of the text that it is about.
    `thread`: the comment that is answered; None for one that begins a thread. `closes`:
    the thread is settled by it; a later answer opens it again.
    """

    __tablename__ = "draft_comment"

    id: int | None = Field(default=None, primary_key=True)
    version_id: int = Field(foreign_key="version.id", index=True)
    part: str
    quote: str = Field(default="", sa_column=Column(Text, nullable=False))
    text: str = Field(sa_column=Column(Text, nullable=False))
    author: str
    at: datetime = Field(sa_type=UtcDateTime)
    thread: int | None = Field(default=None, foreign_key="draft_comment.id")
    closes: bool = False
