"""Letting readers have the original of a version: what the file must be, and what is
said of it.

The file is read here and not in a snapshot: only who decides on it needs its content.
"""

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session, col, select

from registry.catalogue.snapshot import Snapshot
from registry.documents.originals import DOCX_TYPE, examined, text_of
from registry.models import Agreement, Intake, State, Version
from registry.records.checks import wrong_fields
from registry.records.kinds import RecordKind
from registry.rules.privacy import holds_number

NONE = "Udgaven er ikke indlæst fra en Word-fil, så der er ingen original."
OTHER = "Filen er en anden end den, forslaget handler om."
NUMBER = "Der står et CPR-nummer i filen. Læserne kan ikke få den."


def with_file(
    session: Session, kind: RecordKind, values: Mapping[str, Any]
) -> dict[str, Any]:
    """The values with what is read off the original, where the kind has such fields and
    there is one.
    """
    own = dict(values)
    intake = _original(session, values) if kind.from_file and not own["void"] else None
    if intake is not None:
        warnings = examined(intake.content).warnings
        own |= {"name": intake.name, "sha256": intake.sha256}
        own["told"] = " ".join(warnings)
    return own


def wrong_record(
    session: Session, snapshot: Snapshot, kind: RecordKind, values: Mapping[str, Any]
) -> dict[str, str]:
    """What is wrong with a record, by field, its file included. Empty where it can be
    recorded.
    """
    return wrong_fields(snapshot, kind, values) or wrong_file(session, kind, values)


def wrong_file(
    session: Session, kind: RecordKind, values: Mapping[str, Any]
) -> dict[str, str]:
    """Why readers may not have the file, by field; empty where they may."""
    if not kind.from_file or values["void"]:
        return {}

    intake = _original(session, values)
    if intake is None:
        return {"version": NONE}
    if intake.sha256 != values["sha256"]:
        return {"version": OTHER}
    if holds_number([intake.name, text_of(intake.media_type, intake.content)]):
        return {"version": NUMBER}
    refused = examined(intake.content).refused
    return {"version": refused} if refused else {}


def _original(session: Session, values: Mapping[str, Any]) -> Intake | None:
    """The Word file of a published version; what was emptied is none."""
    query = (
        select(Intake)
        .join(Version, col(Version.id) == col(Intake.version_id))
        .join(Agreement, col(Agreement.id) == col(Version.agreement_id))
        .where(
            Agreement.slug == values["agreement"],
            Version.number == values["version"],
            Version.state == State.PUBLISHED,
            Intake.media_type == DOCX_TYPE,
            Intake.size > 0,
        )
    )
    return session.exec(query).first()
