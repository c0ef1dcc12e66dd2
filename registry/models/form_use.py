"""Forms that have been sent, so that one sent twice does its work once."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from registry.models.types import UtcDateTime


class FormUse(SQLModel, table=True):
    """One form as one person sent it; cleared after a day.

    `mark`: a digest of who, where, the form's own key and all that it said. `led_to`:
    where the first to send it was led; empty while it is under way.
    """

    __tablename__ = "form_use"

    mark: str = Field(primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime, index=True)
    led_to: str = ""
