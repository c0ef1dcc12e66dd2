"""Originals as they are stored beside the drafts that were read from them."""

from sqlalchemy.orm import defer
from sqlmodel import Session, select

from registry.models import Intake


def intake_of(session: Session, version_id: int) -> Intake | None:
    """What a draft was read from, with its content, if anything."""
    return session.exec(select(Intake).where(Intake.version_id == version_id)).first()


def intake_without_content(session: Session, version_id: int) -> Intake | None:
    """The same less its content, which may be large."""
    without_content = defer(Intake.content)  # type: ignore[arg-type]
    query = (
        select(Intake).where(Intake.version_id == version_id).options(without_content)
    )
    return session.exec(query).first()
