"""Organisations and the ways to reach them. A change is a new record of the same
slug.
"""

from datetime import date, datetime

from sqlalchemy import Column, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from registry.models.types import TextList, UtcDateTime, nothing


class Organisation(SQLModel, table=True):
    """One recorded description of an organisation, which exists in [valid_from,
    valid_to).
    """

    __table_args__ = (UniqueConstraint("slug", "recorded_at"),)

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(index=True)
    name: str
    kind: str
    sector: str | None = None
    parent: str | None = None
    planning_areas: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    area_hospital: str | None = None
    psychiatric_centres: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    health_cluster: str = ""
    health_council: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = Field(default="", sa_column=Column(Text, nullable=False))
    source: str = Field(default="", sa_column=Column(Text, nullable=False))
    confirmed: bool = False
    recorded_at: datetime = Field(sa_type=UtcDateTime)
    recorded_by: str = "startkatalog"


class ContactPoint(SQLModel, table=True):
    """A way to reach a function of an organisation. None is known until the parties
    give it.
    """

    __tablename__ = "contact_point"

    id: int | None = Field(default=None, primary_key=True)
    organisation: str = Field(index=True)
    function: str
    phone: str = ""
    hours: str = ""
    source: str = ""
    recorded_at: datetime = Field(sa_type=UtcDateTime)
    recorded_by: str = "startkatalog"
