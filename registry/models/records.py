"""Records beside the content: append-only, all of one shape.

A record takes effect on `effective_on` and is known from `recorded_at`. A later record
that names it in `corrects` stands in its place; if that one is `void`, the corrected
record never held.
"""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Column, Text
from sqlmodel import Field, SQLModel

from registry.models.types import TextList, UtcDateTime, nothing

# What a party decides on a text.
ADOPTED, NOT_ADOPTED = "vedtaget", "ikke vedtaget"


class Decision(StrEnum):
    """A continuation's decision on an agreement's place in a health agreement's
    appendix.
    """

    CONTINUES = "viderefoeres"
    ENDS = "ophoerer"
    UNSETTLED = "afklares"


class Record(SQLModel):
    """What every record has. `ref` is its lasting name."""

    id: int | None = Field(default=None, primary_key=True)
    ref: str = Field(unique=True)
    effective_on: date
    recorded_at: datetime = Field(sa_type=UtcDateTime)
    recorded_by: str = "startkatalog"
    corrects: str | None = None
    void: bool = False
    reason: str = ""
    source: str = ""
    confirmed: bool = False


class Ending(Record, table=True):
    """The decision that an agreement ends: from effective_on it is no longer in
    force.
    """

    agreement: str = Field(index=True)


class Continuation(Record, table=True):
    """The decision on an agreement's place in the appendix of a health agreement."""

    agreement: str = Field(index=True)
    health_agreement: str
    decision: str


class Adoption(Record, table=True):
    """One party's decision on one version, bound to its fingerprint.

    The number is known only once the version is published; older adoptions have that
    alone.
    """

    agreement: str = Field(index=True)
    version: int | None = None
    organisation: str
    decision: str
    reference: str = ""
    fingerprint: str = ""


class Review(Record, table=True):
    """ "Gennemgået, uændret": the owner has gone through the agreement and left it as
    it is.

    `next_on`: the day by which it is to be gone through again.
    """

    agreement: str = Field(index=True)
    next_on: date | None = None


class Confirmation(Record, table=True):
    """A row's facts have been confirmed by the secretariat."""

    agreement: str = Field(index=True)
    version: int
    row: str


class EditorNote(Record, table=True):
    """An editorial remark beside a version."""

    __tablename__ = "editor_note"

    agreement: str = Field(index=True)
    text: str = Field(sa_column=Column(Text, nullable=False))


class Rekeying(Record, table=True):
    """A row's kind of task is set anew without a new version."""

    agreement: str = Field(index=True)
    row: str
    task_key: str


class Succession(Record, table=True):
    """Organisations that take others' place on effective_on. It says who, not what is
    decided.
    """

    predecessors: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    successors: list[str] = Field(
        default_factory=nothing, sa_column=Column(TextList, nullable=False)
    )
    date_precision: str = "day"


class ShownOriginal(Record, table=True):
    """The secretariat lets readers have the original that a version was taken in from.

    `sha256` and `name`: the file's, as it was taken in. `told`: what stands in it
    beside its text.
    """

    __tablename__ = "shown_original"

    agreement: str = Field(index=True)
    version: int
    sha256: str
    name: str
    told: str = Field(default="", sa_column=Column(Text, nullable=False))


class Settling(Record, table=True):
    """A finding of the overview is accepted as it is, with the reason.

    `finding`: the mark of the finding, which holds as long as its rows say what they
    said. `told`: what was found, in words.
    """

    finding: str = Field(index=True)
    told: str = Field(default="", sa_column=Column(Text, nullable=False))
