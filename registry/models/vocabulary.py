"""The choices of the vocabularies and the terms of the word list. A change is a new
record of the same key.
"""

from datetime import datetime

from sqlalchemy import Column, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from registry.models.types import TextList, UtcDateTime, nothing


def _later_list() -> Column[list[str]]:
    """A list in a table that was there before it."""
    return Column(TextList, nullable=False, server_default="[]")


class Choice(SQLModel, table=True):
    """One recorded choice of a vocabulary (`scheme`). Keys are never reused.

    Of target groups: `alike`, the name that groups of one kind share, and `broader`,
    the group that it is a part of. Of kinds of task: `needs`, the fields that a row
    must state, and `concerns`, the only target groups that it is for. Of indicators:
    `goal`, the national goal that it measures.
    """

    __tablename__ = "word"  # as it was called first; the table keeps its name

    __table_args__ = (UniqueConstraint("scheme", "key", "recorded_at"),)

    id: int | None = Field(default=None, primary_key=True)
    scheme: str
    key: str
    position: int
    label: str
    description: str = Field(default="", sa_column=Column(Text, nullable=False))
    also: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    sector: str | None = None
    alike: str = Field(default="", sa_column_kwargs={"server_default": ""})
    broader: str | None = None
    needs: list[str] = Field(default_factory=nothing, sa_column=_later_list())
    concerns: list[str] = Field(default_factory=nothing, sa_column=_later_list())
    goal: str | None = None
    source: str = ""
    recorded_at: datetime = Field(sa_type=UtcDateTime)
    recorded_by: str = "startkatalog"


class Term(SQLModel, table=True):
    """One recorded term of the word list, with what it is linked to.

    same, abbreviations, everyday and foreign (its names in Norwegian, Swedish and
    English) expand a search silently; misspellings only where
    the word is unknown; narrower expands and ranks lower; confusable is never merged;
    broader is only shown.
    """

    __table_args__ = (UniqueConstraint("key", "recorded_at"),)

    id: int | None = Field(default=None, primary_key=True)
    key: str
    position: int
    term: str
    meaning: str = Field(default="", sa_column=Column(Text, nullable=False))
    same: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    abbreviations: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    everyday: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    foreign: list[str] = Field(
        default_factory=nothing,
        sa_column=Column(TextList, nullable=False, server_default="[]"),
    )
    misspellings: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    narrower: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    broader: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    confusable: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    confusable_note: str = Field(default="", sa_column=Column(Text, nullable=False))
    link: str | None = None
    source: str = ""
    confirmed: bool = False
    recorded_at: datetime = Field(sa_type=UtcDateTime)
    recorded_by: str = "startkatalog"
