"""The original of a version, where the secretariat lets readers have it."""

from sqlalchemy import Engine
from sqlmodel import col, select

from registry.catalogue import addresses
from registry.catalogue.snapshot import ShownVersion, Snapshot
from registry.errors import NotFound
from registry.models import Intake, ShownOriginal
from registry.storage.db import reading

NOT_SHOWN = "Originalen til den udgave er ikke lagt frem for læserne."
ELSEWHERE = "Originalen ligger ikke i dette katalog. Spørg sekretariatet om den."


def original_of(snapshot: Snapshot, shown: ShownVersion) -> ShownOriginal | None:
    """The decision that is in effect on the date, the last one; None where readers may
    not have it.
    """
    decided = [
        record
        for record in snapshot.records_of(ShownOriginal, shown.slug)
        if record.version == shown.number and record.effective_on <= snapshot.moment.pr
    ]
    return max(decided, key=lambda r: (r.effective_on, r.id or 0), default=None)


def original_in_words(snapshot: Snapshot, shown: ShownVersion) -> str:
    """What a copy that has not the file says of it; empty where readers have none."""
    record = original_of(snapshot, shown)
    if record is None:
        return ""
    address = addresses.original(snapshot, shown.slug, shown.number)
    return f"{record.name}, i kataloget på {address}"


def file_of(engine: Engine, snapshot: Snapshot, shown: ShownVersion) -> Intake:
    """The file itself, which is the one that was decided on. Raises NotFound."""
    record = original_of(snapshot, shown)
    if record is None:
        raise NotFound(NOT_SHOWN)

    query = select(Intake).where(
        col(Intake.version_id) == shown.version.id, Intake.sha256 == record.sha256
    )
    with reading(engine) as session:
        intake = session.exec(query).first()
    if intake is None:
        raise NotFound(ELSEWHERE)
    return intake
