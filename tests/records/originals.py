"""The original of a version that readers may get, and how it came there."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from registry.catalogue.queries import Catalogue
from registry.documents.originals import DOCX_TYPE
from registry.models import Intake
from registry.storage.hashes import sha256
from tests.intake.docx_agreement import docx_file
from tests.publishing.people import SLUG
from tests.storage.unwatched import transaction

FILE = docx_file()
NAME = "Aftale om prøver, vedtaget.docx"
WANTED: Mapping[str, Any] = {
    "agreement": SLUG,
    "version": 1,
    "effective_on": date(2026, 11, 1),
    "reason": "Filen er den, parterne har vedtaget.",
    "source": "Sekretariatet",
}
PATH = f"/aftaler/{SLUG}/udgaver/1/original"


def keep(
    catalogue: Catalogue, content: bytes, media_type: str = DOCX_TYPE, number: int = 1
) -> None:
    """The original of a version, as taking in would have stored it."""
    version = catalogue.today().agreement(SLUG).number(number).version
    with transaction(catalogue.engine) as session:
        session.add(
            Intake(
                version_id=version.id,
                name=NAME,
                media_type=media_type,
                size=len(content),
                sha256=sha256(content),
                content=content,
                report="[]",
                taken_in_by="rita",
                at=datetime(2026, 1, 1, tzinfo=UTC),
            )
        )
