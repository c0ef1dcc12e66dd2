"""How often each kind of task was answered, kept without who asked and for what."""

from datetime import date

from sqlmodel import Field, SQLModel


class AnsweredTask(SQLModel, table=True):
    """A day's count of the answers that a kind of task stood first in."""

    __tablename__ = "answered_task"

    task_key: str = Field(primary_key=True)
    day: date = Field(primary_key=True)
    times: int
