"""Questions that nothing answered, kept without who asked."""

from datetime import date

from sqlmodel import Field, SQLModel


class UnansweredQuestion(SQLModel, table=True):
    """A question in lower case, its figures masked, with how often it was asked."""

    __tablename__ = "unanswered_question"

    id: int | None = Field(default=None, primary_key=True)
    text: str = Field(unique=True)
    first_on: date
    last_on: date
    times: int = 1
