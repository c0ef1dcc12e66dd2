"""The people who write, approve and administer. Reading needs no account."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from registry.models.types import TextList, UtcDateTime, nothing


class Role(StrEnum):
    """What an account may do. None contains another; a person can both write and
    approve, and an administrator does neither.
    """

    EDITOR = "redaktoer"
    APPROVER = "godkender"
    ADMINISTRATOR = "administrator"


ROLE_LABELS = {
    Role.EDITOR: "Redaktør",
    Role.APPROVER: "Godkender",
    Role.ADMINISTRATOR: "Administrator",
}


class Account(SQLModel, table=True):
    """One person. Closed, never deleted: the trail names the username for good.

    `session_secret` stands in every session of the person, so a new one ends them all.
    Its column is `token`.
    """

    __table_args__ = (UniqueConstraint("issuer", "subject"),)

    id: int | None = Field(default=None, primary_key=True)
    username: str = Field(unique=True)
    name: str
    roles: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    password_hash: str = ""
    session_secret: str = Field(sa_column_kwargs={"name": "token"})
    closed: bool = False
    issuer: str | None = None
    subject: str | None = None
    link_hash: str | None = Field(default=None, index=True)
    link_expires: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created_at: datetime = Field(sa_type=UtcDateTime)

    def has(self, *roles: Role) -> bool:
        """Whether the account has one of the roles."""
        return any(role in self.roles for role in roles)

    @property
    def must_choose(self) -> bool:
        """Whether it has both sides of the wall: who keeps the accounts neither writes
        nor approves, since they could make themselves a second pair of eyes.
        """
        return Role.ADMINISTRATOR in self.roles and len(self.roles) > 1

    @property
    def role_labels(self) -> list[str]:
        """Its roles in Danish, in the order of the table."""
        return [label for role, label in ROLE_LABELS.items() if role in self.roles]
