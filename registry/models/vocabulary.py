"""Vocabulary words and the terms of the word list. A change is a new record of the same key."""

from datetime import datetime

from sqlalchemy import Column, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from registry.models.types import UtcDateTime, Words


class Word(SQLModel, table=True):
    """One recorded word of a vocabulary (`scheme`). Keys are never reused."""

    __table_args__ = (UniqueConstraint("scheme", "key", "recorded_at"),)

    id: int | None = Field(default=None, primary_key=True)
    scheme: str
    key: str
    position: int
    label: str
    description: str = Field(default="", sa_column=Column(Text, nullable=False))
    also: list[str] = Field(default_factory=list, sa_column=Column(Words, nullable=False))
    sector: str | None = None
    source: str = ""
    recorded_at: datetime = Field(sa_type=UtcDateTime)
    recorded_by: str = "startkatalog"


class Term(SQLModel, table=True):
    """One recorded term of the word list, with its three kinds of link.

    same, abbreviations and everyday expand a search silently; misspellings only where the word is
    unknown; narrower expands and ranks lower; confusable is never merged; broader is only shown.
    """

    __table_args__ = (UniqueConstraint("key", "recorded_at"),)

    id: int | None = Field(default=None, primary_key=True)
    key: str
    position: int
    term: str
    meaning: str = Field(default="", sa_column=Column(Text, nullable=False))
    same: list[str] = Field(default_factory=list, sa_column=Column(Words, nullable=False))
    abbreviations: list[str] = Field(default_factory=list, sa_column=Column(Words, nullable=False))
    everyday: list[str] = Field(default_factory=list, sa_column=Column(Words, nullable=False))
    misspellings: list[str] = Field(default_factory=list, sa_column=Column(Words, nullable=False))
    narrower: list[str] = Field(default_factory=list, sa_column=Column(Words, nullable=False))
    broader: list[str] = Field(default_factory=list, sa_column=Column(Words, nullable=False))
    confusable: list[str] = Field(default_factory=list, sa_column=Column(Words, nullable=False))
    confusable_note: str = Field(default="", sa_column=Column(Text, nullable=False))
    link: str | None = None
    source: str = ""
    confirmed: bool = False
    recorded_at: datetime = Field(sa_type=UtcDateTime)
    recorded_by: str = "startkatalog"
