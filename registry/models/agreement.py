"""Health agreements, agreements, and their versions with parties and relations."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Column, Index, Text, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from registry.models.types import TextList, UtcDateTime, nothing


class State(StrEnum):
    """The states of a version. Of PUBLISHED nothing leads on."""

    DRAFT = "draft"
    IN_APPROVAL = "in_approval"
    RETURNED = "returned"
    APPROVED = "approved"
    FOR_ADOPTION = "for_adoption"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


OPEN_DRAFT = "state NOT IN ('published', 'withdrawn')"
# No longer under way. Out of WITHDRAWN only opening it again leads.
FINAL = (State.PUBLISHED, State.WITHDRAWN)
# States in which the text stands still: to change it, it must first become a draft
# again.
LOCKED = (State.IN_APPROVAL, State.APPROVED, State.FOR_ADOPTION)


class HealthAgreement(SQLModel, table=True):
    """The political framework agreement of one period, [period_start, period_end)."""

    __tablename__ = "health_agreement"

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(unique=True)
    title: str
    period_start: date
    period_end: date
    date_precision: str = "day"
    parties: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    parties_note: str = ""
    period_note: str = ""
    focus_areas: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    goals: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    legal_basis: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    approved_by: str = ""
    status_note: str = ""
    source: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    confirmed: bool = False
    illustrative: bool = True
    body: str = Field(default="", sa_column=Column(Text, nullable=False))
    recorded_at: datetime = Field(sa_type=UtcDateTime)
    recorded_by: str = "startkatalog"


class Agreement(SQLModel, table=True):
    """The identity of an agreement through all its versions."""

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(unique=True)


class Version(SQLModel, table=True):
    """One text of an agreement with its dates. Immutable once published.

    In force from `in_force_from` (None: unknown, counts from made_under's start) until
    `in_force_until`, exclusive (None: made_under's period decides). `revision` counts
    how often
    the text was opened for changes; an approval holds for one revision and one
    `fingerprint`,
    that of registry.rules.version_content. `signed_reasons`: why a field may stand
    empty, by
    the one who approved it.
    """

    __table_args__ = (
        UniqueConstraint("agreement_id", "number"),
        Index(
            "one_open_draft",
            "agreement_id",
            unique=True,
            sqlite_where=text(OPEN_DRAFT),
            postgresql_where=text(OPEN_DRAFT),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    agreement_id: int = Field(foreign_key="agreement.id", index=True)
    number: int | None = None
    state: str = State.DRAFT
    kind: str = ""
    title: str = ""
    summary: str = Field(default="", sa_column=Column(Text, nullable=False))
    in_force_from: date | None = None
    in_force_until: date | None = None
    date_precision: str = "day"
    date_confirmed: bool = False
    review_on: date | None = None
    adoption_rule: str = ""
    made_under: str | None = Field(default=None, foreign_key="health_agreement.slug")
    owner: str | None = None
    target_groups: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    focus_areas: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    goals: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    legal_basis: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    evidence: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    change_note: str = Field(default="", sa_column=Column(Text, nullable=False))
    illustrative: bool = True
    treatment_responsibility: str = Field(
        default="", sa_column=Column(Text, nullable=False)
    )
    division_of_responsibility: str = Field(
        default="", sa_column=Column(Text, nullable=False)
    )
    economics: str = Field(default="", sa_column=Column(Text, nullable=False))
    body: str = Field(default="", sa_column=Column(Text, nullable=False))
    signed_reasons: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    revision: int = 0
    fingerprint: str = ""
    recorded_at: datetime = Field(sa_type=UtcDateTime)
    recorded_by: str = "startkatalog"

    @property
    def signed(self) -> dict[str, str]:
        """The approver's reasons by the signature of the finding that each answers."""
        split = (reason.partition(": ") for reason in self.signed_reasons)
        return {signature: reason for signature, _, reason in split}


class Party(SQLModel, table=True):
    """An organisation's role on one version: who stands behind the agreement."""

    __table_args__ = (UniqueConstraint("version_id", "organisation"),)

    id: int | None = Field(default=None, primary_key=True)
    version_id: int = Field(foreign_key="version.id", index=True)
    organisation: str
    role: str


class Relation(SQLModel, table=True):
    """One version's relation to another agreement: replaces, supplements, annex-of,
    see-also.
    """

    __table_args__ = (UniqueConstraint("version_id", "kind", "agreement"),)

    id: int | None = Field(default=None, primary_key=True)
    version_id: int = Field(foreign_key="version.id", index=True)
    kind: str
    agreement: str
