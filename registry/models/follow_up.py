"""Records by which a health agreement is followed: its aims, what is measured, how it
is told, and how far each municipality has come.
"""

from sqlalchemy import Column, Text
from sqlmodel import Field

from registry.models.records import Record
from registry.models.types import TextList, nothing


class Aim(Record, table=True):
    """What a health agreement wants to reach in a focus area. `goals`: the national
    goals it serves; `indicators`: what it is followed by.
    """

    health_agreement: str = Field(index=True)
    aim: str
    title: str
    focus_area: str
    goals: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    indicators: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )


class Measurement(Record, table=True):
    """An indicator's figure in a municipality or a region. `effective_on` is the last
    day of what it covers, and `period` how long that is.
    """

    indicator: str = Field(index=True)
    place: str
    period: str
    value: float
    unit: str


class StatusReport(Record, table=True):
    """How far a health agreement has come, as a committee was told it."""

    __tablename__ = "status_report"

    health_agreement: str = Field(index=True)
    occasion: str
    received_by: str
    text: str = Field(sa_column=Column(Text, nullable=False))


class Implementation(Record, table=True):
    """How far a municipality has come with an agreement, or with a focus area, since
    `effective_on`.
    """

    health_agreement: str = Field(index=True)
    agreement: str = ""
    focus_area: str = ""
    municipality: str
    stage: str
