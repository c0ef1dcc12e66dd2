"""The snitflade: one row of who does what."""

from sqlalchemy import Column, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from registry.models.types import TextList, nothing


class Snitflade(SQLModel, table=True):
    """One row of a version. `key` is unique in the version and kept across versions.

    The four answers (responsible, authority, payer, treatment_responsible) are lists of
    actor keys; [NOT_STATED] means that the agreement does not say, [NOT_APPLICABLE]
    that the question does not arise.
    """

    __table_args__ = (UniqueConstraint("version_id", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    version_id: int = Field(foreign_key="version.id", index=True)
    position: int
    key: str
    task_key: str = ""
    task: str = ""
    situation: str = ""
    phase: str = ""
    target_groups: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    responsible: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    authority: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    payer: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    treatment_responsible: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    contributes: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    informed: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    deadline: str = ""
    deadline_amount: float | None = None
    deadline_unit: str = ""
    deadline_relation: str = ""
    deadline_event: str = ""
    does_not_apply_to: str = Field(default="", sa_column=Column(Text, nullable=False))
    applies_in: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    economic_consequences: str = Field(
        default="", sa_column=Column(Text, nullable=False)
    )
    example: str = Field(default="", sa_column=Column(Text, nullable=False))
    in_doubt: str = Field(default="", sa_column=Column(Text, nullable=False))
    legal_basis: str = ""
    section: str = ""
    source: str = ""
    fact: str = ""
    confirmed: bool = False
